//! Facts beside the leg never cover each other, whatever was marked.

use proptest::prelude::*;

use crate::leg::{coordinates::decimal, label_layout::spread};

/// The plate of a phone 390 pixels wide: the zone, and where facts may stand.
const ZONE: [f64; 2] = [77.0, 339.0];
const FACTS: [f64; 2] = [72.0, 399.0];
/// Two lines of small text.
const SIZE: f64 = 37.5;

fn marks(most: usize) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0u8..=100, 0..=most).prop_map(|mut percents| {
        percents.sort_unstable();
        let height = |p: u8| ZONE[0] + (ZONE[1] - ZONE[0]) * f64::from(p) / 100.0;
        percents.into_iter().map(height).collect()
    })
}

proptest! {
    #[test]
    fn facts_never_overlap_and_stay_on_the_plate(wanted in marks(8), size in 10.0..90.0f64) {
        if let Some(heights) = spread(&wanted, size, FACTS[0], FACTS[1]) {
            prop_assert_eq!(heights.len(), wanted.len());
            for pair in heights.windows(2) {
                prop_assert!(pair[1] - pair[0] >= size, "{heights:?}");
            }
            for height in &heights {
                prop_assert!(height - size / 2.0 >= FACTS[0] - 1e-9, "{heights:?}");
                prop_assert!(height + size / 2.0 <= FACTS[1] + 1e-9, "{heights:?}");
            }
        }
    }

    #[test]
    fn a_phone_has_room_for_the_facts_of_eight_marks(wanted in marks(8)) {
        prop_assert!(spread(&wanted, SIZE, FACTS[0], FACTS[1]).is_some());
    }

    #[test]
    fn facts_with_room_stand_beside_their_marks(percents in prop::collection::btree_set(0u8..=6, 0..=7)) {
        let wanted: Vec<f64> = percents.into_iter().map(|step| 100.0 + 41.0 * f64::from(step)).collect();
        prop_assert_eq!(spread(&wanted, SIZE, FACTS[0], FACTS[1]), Some(wanted));
    }
}

#[test]
fn facts_that_cannot_fit_are_left_out() {
    assert_eq!(spread(&[10.0, 20.0, 30.0], 40.0, 0.0, 100.0), None);
    assert_eq!(spread(&[], 40.0, 0.0, 100.0), Some(Vec::new()));
}

#[test]
fn crowded_facts_move_as_little_as_they_can() {
    assert_eq!(spread(&[50.0, 50.0], 20.0, 0.0, 100.0), Some(vec![38.5, 61.5]));
}

#[test]
fn drawings_write_their_numbers_to_a_thousandth() {
    let written = [0.0, 12.5, -0.0004, -0.75, 1234.0, 99.9996].map(decimal);
    assert_eq!(written, ["0.000", "12.500", "0.000", "-0.750", "1234.000", "100.000"]);
}
