//! The map: where and how long.

use eased::domain::{
    heat::{BANDS, Heat, Since, heat, middle},
    hold::{Ending, Hold},
    leg::Leg,
    spot::Placed,
};

use super::{DAY_MS, held};
use crate::tracks::{history, session};

fn sum(heat: Heat) -> u32 {
    heat.bands.iter().sum()
}

/// Within a millisecond a band.
fn is_about(heat: Heat, ms: u32) -> bool {
    sum(heat).abs_diff(ms) <= u32::try_from(BANDS).expect("few")
}

#[test]
fn held_time_lies_around_its_place_on_its_leg() {
    let left = Hold { pass: 1, ..held(0, 30, Ending::Limit) };
    let [on_left, on_right] = heat(&history([session(1, vec![held(52, 60, Ending::Eased), left])]), 0);
    assert!(is_about(on_right, 60_000) && is_about(on_left, 30_000), "{on_left:?} {on_right:?}");
    let most = on_right.bands.iter().enumerate().max_by_key(|(_, ms)| **ms).expect("some").0;
    assert!(middle(most).percent().abs_diff(52) <= 3);
    assert!(
        on_right.bands.iter().enumerate().all(|(b, ms)| *ms == 0 || middle(b).percent().abs_diff(52) <= 12)
    );
    // At the end of the zone it stays inside.
    assert!(on_left.bands[0] > on_left.bands[1] && on_left.bands[2] == 0);
    assert_eq!((on_left.holds, on_right.holds), (1, 1));
}

#[test]
fn guesses_take_no_part_and_stays_of_all_endings_do() {
    let guessed = Hold { placed: Placed::Paced, ..held(20, 60, Ending::Eased) };
    let timed = held(80, 45, Ending::Timed);
    let right = heat(&history([session(1, vec![guessed, timed])]), 0)[Leg::Right.index()];
    assert!(is_about(right, 45_000) && right.holds == 1);
}

#[test]
fn only_the_chosen_weeks_count() {
    let days = [1, 70, 100, 127].map(|n| session(n, vec![held(50, 10, Ending::Eased)]));
    let history = history(days);
    let now = 128 * DAY_MS;
    let holds = Since::ALL.map(|since| heat(&history, since.unix_ms(now))[Leg::Right.index()].holds);
    assert_eq!(holds, [2, 3, 4]);
}
