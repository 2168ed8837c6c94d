//! The vertical layout of labels beside the leg: they never overlap.

use proptest::prelude::*;

use crate::leg::{coordinates::decimal, label_layout::spread};

/// Top and bottom of the zone, and of the area for labels, on a phone 390 pixels wide.
const ZONE: [f64; 2] = [77.0, 339.0];
const LABEL_AREA: [f64; 2] = [72.0, 399.0];
/// Height of a label: two lines of small text.
const LABEL_HEIGHT: f64 = 37.5;

fn marks(max_count: usize) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0u8..=100, 0..=max_count).prop_map(|mut percents| {
        percents.sort_unstable();
        let height = |p: u8| ZONE[0] + (ZONE[1] - ZONE[0]) * f64::from(p) / 100.0;
        percents.into_iter().map(height).collect()
    })
}

proptest! {
    #[test]
    fn labels_never_overlap_and_stay_in_their_area(wanted_y in marks(8), size in 10.0..90.0f64) {
        if let Some(heights) = spread(&wanted_y, size, LABEL_AREA[0], LABEL_AREA[1]) {
            prop_assert_eq!(heights.len(), wanted_y.len());
            for pair in heights.windows(2) {
                prop_assert!(pair[1] - pair[0] >= size, "{heights:?}");
            }
            for height in &heights {
                prop_assert!(height - size / 2.0 >= LABEL_AREA[0] - 1e-9, "{heights:?}");
                prop_assert!(height + size / 2.0 <= LABEL_AREA[1] + 1e-9, "{heights:?}");
            }
        }
    }

    #[test]
    fn the_labels_of_eight_marks_fit_on_a_phone(wanted_y in marks(8)) {
        prop_assert!(spread(&wanted_y, LABEL_HEIGHT, LABEL_AREA[0], LABEL_AREA[1]).is_some());
    }

    #[test]
    fn labels_with_enough_space_are_at_their_marks(percents in prop::collection::btree_set(0u8..=6, 0..=7)) {
        let wanted_y: Vec<f64> = percents.into_iter().map(|step| 100.0 + 41.0 * f64::from(step)).collect();
        prop_assert_eq!(spread(&wanted_y, LABEL_HEIGHT, LABEL_AREA[0], LABEL_AREA[1]), Some(wanted_y));
    }
}

#[test]
fn labels_that_do_not_fit_are_left_out() {
    assert_eq!(spread(&[10.0, 20.0, 30.0], 40.0, 0.0, 100.0), None);
    assert_eq!(spread(&[], 40.0, 0.0, 100.0), Some(Vec::new()));
}

#[test]
fn crowded_labels_move_by_the_minimum() {
    assert_eq!(spread(&[50.0, 50.0], 20.0, 0.0, 100.0), Some(vec![38.5, 61.5]));
}

#[test]
fn svg_numbers_have_three_decimals() {
    let written = [0.0, 12.5, -0.0004, -0.75, 1234.0, 99.9996].map(decimal);
    assert_eq!(written, ["0.000", "12.500", "0.000", "-0.750", "1234.000", "100.000"]);
}
