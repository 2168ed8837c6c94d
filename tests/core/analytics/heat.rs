//! The map: where and how long.

use eased::domain::{
    heatmap::{BANDS, Heat, Since, heat, middle},
    hold::{Ending, Hold},
    leg::Leg,
    session::Session,
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
    let [on_left, on_right] =
        heat(&history([session(1, vec![held(52, 60, Ending::Eased), left])]), &Since::Ever.days(0));
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
    let right = heat(&history([session(1, vec![guessed, timed])]), &Since::Ever.days(0))[Leg::Right.index()];
    assert!(is_about(right, 45_000) && right.holds == 1);
}

#[test]
fn only_the_chosen_weeks_count() {
    let days = [1, 70, 100, 127].map(|n| session(n, vec![held(50, 10, Ending::Eased)]));
    let history = history(days);
    let holds = |today| Since::ALL.map(|since| heat(&history, &since.days(today))[Leg::Right.index()].holds);
    assert_eq!(holds(128), [2, 3, 4]);
    // Looked at later, without anything new.
    assert_eq!(holds(129), [1, 3, 4]);
    assert_eq!(holds(127 + 47), [0, 2, 4]);
    // A clock that was ahead dated the last one later than today.
    assert_eq!(holds(126), [1, 2, 4]);
}

#[test]
fn a_day_of_the_map_is_that_of_the_place_of_recording() {
    let late = Session {
        start_unix_ms: 100 * DAY_MS - 3_600_000,
        utc_offset_min: 120,
        ..session(1, vec![held(50, 10, Ending::Eased)])
    };
    let holds =
        |today| heat(&history([late.clone()]), &Since::FourWeeks.days(today))[Leg::Right.index()].holds;
    assert_eq!([holds(99), holds(100), holds(128), holds(129)], [0, 1, 1, 0]);
}
