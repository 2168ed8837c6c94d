//! Statistics of the time to ease of a track, and of the two legs compared.

use eased::domain::{
    ease_statistics::{EaseStatistics, compare_legs, ease_statistics, median_pains, quartile},
    hold::{Ending, Hold},
    leg::Leg,
    session::{Pass, Session},
    spot::Pain,
    track::tracks,
    trend::{Observation, TrendVerdict},
};

use eased::i18n;

use super::{every_fourth_day, held};
use crate::track::{history, session};

/// The statistics of the only track of the right leg.
fn statistics(sessions: Vec<Session>) -> EaseStatistics {
    let history = history(sessions);
    let tracks = tracks(&history, Leg::Right);
    assert_eq!(tracks.len(), 1);
    ease_statistics(&history, &tracks[0])
}

#[test]
fn only_endings_that_say_whether_it_eased_count() {
    let all = [
        (40, Ending::Eased),
        (20, Ending::MovedOn),
        (120, Ending::Limit),
        (45, Ending::Timed),
        (10, Ending::Interrupted),
        (9, Ending::Stopped(None)),
        (60, Ending::Eased),
    ];
    let statistics = statistics(every_fourth_day(&all));
    assert_eq!((statistics.eased_count, statistics.points.len()), (2, 4));
    assert_eq!(statistics.median_ms, Some(50_000));
    assert_eq!(statistics.quartiles_ms, None);
    let times: Vec<_> = statistics.points.iter().map(|p| p.observation).collect();
    let [exact, censored] = [Observation::Exact, Observation::Censored];
    assert_eq!(
        times,
        [Some(exact(40_000)), Some(censored(20_000)), Some(censored(120_000)), Some(exact(60_000))]
    );
}

#[test]
fn an_edited_or_disturbed_hold_counts_in_the_share_but_is_no_observation() {
    let eased = held(40, 30, Ending::Eased);
    let holds = [
        Hold { edited: true, ..eased.clone() },
        Hold { gap_ms: 7_000, ..eased },
        Hold { edited: true, ..held(40, 50, Ending::Limit) },
        Hold { paused_ms: 6_000, ..held(40, 50, Ending::MovedOn) },
    ];
    let statistics = statistics((0..).zip(holds).map(|(n, hold)| session(n, vec![hold])).collect());
    assert_eq!((statistics.eased_count, statistics.points.len(), statistics.median_ms), (2, 4, None));
    assert!(statistics.points.iter().all(|p| p.observation.is_none()));
}

#[test]
fn quartiles_are_interpolated() {
    assert_eq!(quartile(&[], 2), None);
    assert_eq!(quartile(&[7], 1), Some(7));
    assert_eq!([1, 2, 3].map(|q| quartile(&[10, 20, 30, 40, 50], q)), [Some(20), Some(30), Some(40)]);
    assert_eq!([1, 2, 3].map(|q| quartile(&[10, 20, 30, 40], q)), [Some(17), Some(25), Some(32)]);
}

#[test]
fn there_is_no_less_time_while_the_share_of_eased_holds_fell() {
    let ending = |n: u32, not_eased: u32| if n == not_eased { Ending::MovedOn } else { Ending::Eased };
    let verdict_if_one_is_lost = |not_eased: u32| {
        let times: Vec<_> = (0..24).map(|n| (100 - 3 * n, ending(n, not_eased))).collect();
        statistics(every_fourth_day(&times)).verdict
    };
    assert!(matches!(verdict_if_one_is_lost(99), TrendVerdict::LessTime(_)));
    assert!(matches!(verdict_if_one_is_lost(3), TrendVerdict::LessTime(_)));
    assert_eq!(verdict_if_one_is_lost(20), TrendVerdict::NoClearChange);
}

#[test]
fn the_newest_forty_sessions_are_used_and_older_ones_counted() {
    let times: Vec<_> = (0..50).map(|n| (30 + n, Ending::Eased)).collect();
    let statistics = statistics(every_fourth_day(&times));
    assert_eq!((statistics.points.len(), statistics.older_count, statistics.eased_count), (40, 10, 40));
}

#[test]
fn points_have_roller_changes_and_the_order_of_the_legs() {
    let mut sessions = every_fourth_day(&[(40, Ending::Eased); 5]);
    // A session without a roller name is no change.
    for (session, roller) in sessions.iter_mut().zip(["a", "", "b", "b", ""]) {
        roller.clone_into(&mut session.roller);
    }
    // The left leg came first here.
    sessions[1].passes.swap(0, 1);
    sessions[1].holds[0].pass = 1;
    let statistics = statistics(sessions);
    assert_eq!(
        statistics.points.iter().map(|p| p.roller_changed).collect::<Vec<_>>(),
        [false, false, true, false, false]
    );
    assert_eq!(
        statistics.points.iter().map(|p| p.is_second_leg).collect::<Vec<_>>(),
        [false, true, false, false, false]
    );
}

#[test]
fn comparing_legs_needs_three_sessions_of_each_order() {
    let day = |n: u8, left_first: bool| {
        let left = Hold { pass: 1, ..held(30, 50, Ending::Eased) };
        let mut session = session(n, vec![held(40, 30, Ending::Eased), left]);
        if left_first {
            session.passes.swap(0, 1);
            for hold in &mut session.holds {
                hold.pass = 1 - hold.pass;
            }
        }
        session
    };
    let mut days: Vec<Session> = (0..5).map(|n| day(n, n < 2)).collect();
    // A session with one leg has no order.
    let passes: Vec<Pass> = days[0].passes[..1].to_vec();
    days.push(Session { passes, ..day(9, true) });
    let statistics = compare_legs(&history(days.clone()));
    assert_eq!((statistics.session_counts, statistics.medians_ms), ([2, 3], None));
    days.push(day(10, true));
    let statistics = compare_legs(&history(days));
    assert_eq!(statistics.session_counts, [3, 3]);
    assert_eq!(statistics.medians_ms, Some([[Some(50_000), Some(30_000)]; 2]));
}

#[test]
fn thirds_are_the_medians_of_the_first_and_the_last_times() {
    let times: Vec<_> = (0..9).map(|n| (90 - 5 * n, Ending::Eased)).collect();
    let [first, last] = statistics(every_fourth_day(&times)).thirds.expect("thirds");
    assert_eq!((first.median_ms, last.median_ms), (85_000, 55_000));
    assert!(
        first.first_and_last_local_ms[0] < first.first_and_last_local_ms[1]
            && first.first_and_last_local_ms[1] < last.first_and_last_local_ms[0]
    );
}

#[test]
fn there_are_no_thirds_without_a_verdict() {
    assert_eq!(statistics(every_fourth_day(&[(40, Ending::Eased); 7])).thirds, None);
    // Eight sessions, five of them with an exact time to ease.
    let mut times = vec![(40, Ending::Eased); 5];
    times.extend([(120, Ending::Limit); 3]);
    let statistics = statistics(every_fourth_day(&times));
    assert_eq!(
        (statistics.thirds, statistics.exact_time_count(), statistics.observation_count()),
        (None, 5, 8)
    );
}

#[test]
fn the_pain_scores_of_a_track_are_medians_of_the_given_scores() {
    let hold = |press: Option<u8>, eased: Option<u8>| Hold {
        pain_at_press: press.and_then(Pain::new),
        pain_at_ease: eased.and_then(Pain::new),
        ..held(40, 30, Ending::Eased)
    };
    let days = [(Some(7), Some(3)), (Some(5), None), (None, None), (Some(6), Some(1))];
    let sessions: Vec<Session> =
        (0..).zip(days).map(|(n, (press, eased))| session(n, vec![hold(press, eased)])).collect();
    let history = history(sessions);
    assert_eq!(median_pains(&history, &tracks(&history, Leg::Right)[0]), [Some(6), Some(2)]);
}

#[test]
fn the_sentence_on_a_trend_claims_no_more_than_the_verdict() {
    let sentences = |sessions: &[(u32, Ending)]| {
        let statistics = statistics(every_fourth_day(sessions));
        ["en", "de"].map(i18n::by_tag).map(|text| text.history.trends.spots.sentence(&statistics, "August"))
    };
    let eased = |seconds: u32| (seconds, Ending::Eased);
    assert_eq!(
        sentences(&[eased(50), eased(60)]),
        [
            "About 55\u{a0}s so far, too early to say more",
            "Bisher etwa 55\u{a0}s, für mehr ist es noch zu früh"
        ]
    );
    assert_eq!(sentences(&[(120, Ending::Limit); 2])[0], "Too early to say");
    assert_eq!(
        sentences(&[eased(56); 8]),
        ["About 56\u{a0}s, no clear change since August", "Etwa 56\u{a0}s, keine klare Änderung seit August"]
    );
    assert_eq!(sentences(&[(120, Ending::Limit); 8])[0], "No clear change since August");
    let falling: Vec<_> = (0..16).map(|n| eased(90 - 4 * n)).collect();
    let [english, german] = sentences(&falling);
    assert!(english.starts_with("Less time: about ") && english.contains("\u{a0}s in August"), "{english}");
    assert!(german.starts_with("Weniger Zeit: etwa ") && german.ends_with(" im August"), "{german}");
    let rising: Vec<_> = falling.iter().rev().copied().collect();
    assert!(sentences(&rising)[0].starts_with("More time: about "), "{:?}", sentences(&rising));
}

#[test]
fn the_figures_include_the_number_of_times() {
    let times = [20, 40, 50, 60].map(|seconds| (seconds, Ending::Eased));
    let statistics = statistics(every_fourth_day(&times));
    let english = i18n::by_tag("en").history.trends.spots.figures(&statistics).replace('\u{a0}', " ");
    assert_eq!(
        english,
        "Typically 45 s, mostly 35 s to 52 s (4 times). 4 sessions with a time so far; a trend needs 8 over at least 4 \
         weeks. Eased 4 of 4."
    );
}
