//! The heatmaps of held time.

use eased::domain::{
    heatmap::{BIN_COUNT, LegHeatmap, Period, bin_middle, leg_heatmaps},
    hold::{Ending, Hold},
    leg::Leg,
    session::Session,
    spot::PositionSource,
};

use super::{DAY_MS, held};
use crate::track::{history, session};

fn total_ms(heatmap: LegHeatmap) -> u32 {
    heatmap.bin_held_ms.iter().sum()
}

/// Whether the total is `ms`, up to a rounding error of one millisecond in each bin.
fn is_about(heatmap: LegHeatmap, ms: u32) -> bool {
    total_ms(heatmap).abs_diff(ms) <= u32::try_from(BIN_COUNT).expect("few")
}

#[test]
fn held_time_is_spread_around_its_position_on_its_leg() {
    let left = Hold { pass: 1, ..held(0, 30, Ending::Limit) };
    let [on_left, on_right] = leg_heatmaps(
        &history([session(1, vec![held(52, 60, Ending::Eased), left])]),
        &Period::AllTime.days_until(0),
    );
    assert!(is_about(on_right, 60_000) && is_about(on_left, 30_000), "{on_left:?} {on_right:?}");
    let fullest_bin = on_right.bin_held_ms.iter().enumerate().max_by_key(|(_, ms)| **ms).expect("some").0;
    assert!(bin_middle(fullest_bin).percent().abs_diff(52) <= 3);
    assert!(
        on_right
            .bin_held_ms
            .iter()
            .enumerate()
            .all(|(b, ms)| *ms == 0 || bin_middle(b).percent().abs_diff(52) <= 12)
    );
    // At the end of the zone, the time is spread inward only.
    assert!(on_left.bin_held_ms[0] > on_left.bin_held_ms[1] && on_left.bin_held_ms[2] == 0);
    assert_eq!((on_left.hold_count, on_right.hold_count), (1, 1));
}

#[test]
fn holds_with_any_ending_count_except_those_placed_by_the_pacer() {
    let paced = Hold { position_source: PositionSource::Estimated, ..held(20, 60, Ending::Eased) };
    let timed = held(80, 45, Ending::Timed);
    let right = leg_heatmaps(&history([session(1, vec![paced, timed])]), &Period::AllTime.days_until(0))
        [Leg::Right.index()];
    assert!(is_about(right, 45_000) && right.hold_count == 1);
}

#[test]
fn only_sessions_of_the_period_count() {
    let days = [1, 70, 100, 127].map(|n| session(n, vec![held(50, 10, Ending::Eased)]));
    let history = history(days);
    let holds = |today| {
        Period::ALL
            .map(|period| leg_heatmaps(&history, &period.days_until(today))[Leg::Right.index()].hold_count)
    };
    assert_eq!(holds(128), [2, 3, 4]);
    // On later days, without new sessions.
    assert_eq!(holds(129), [1, 3, 4]);
    assert_eq!(holds(127 + 47), [0, 2, 4]);
    // The last session is dated in the future.
    assert_eq!(holds(126), [1, 2, 4]);
}

#[test]
fn days_are_local_to_the_session() {
    let late = Session {
        start_unix_ms: 100 * DAY_MS - 3_600_000,
        utc_offset_min: 120,
        ..session(1, vec![held(50, 10, Ending::Eased)])
    };
    let holds = |today| {
        leg_heatmaps(&history([late.clone()]), &Period::FourWeeks.days_until(today))[Leg::Right.index()]
            .hold_count
    };
    assert_eq!([holds(99), holds(100), holds(128), holds(129)], [0, 1, 1, 0]);
}
