//! What a track tells: dots, median, spread, how often it eased; and left beside right.

use eased::domain::{
    ease::{Ease, ease, pains, quarter, sides},
    hold::{Ending, Hold},
    leg::Leg,
    session::{Pass, Session},
    spot::Pain,
    track::tracks,
    trend::{Told, Verdict},
};

use eased::i18n;

use super::{every_fourth_day, held};
use crate::tracks::{history, session};

/// The one track of the right leg.
fn told(sessions: Vec<Session>) -> Ease {
    let history = history(sessions);
    let tracks = tracks(&history, Leg::Right);
    assert_eq!(tracks.len(), 1);
    ease(&history, &tracks[0])
}

#[test]
fn eased_of_counts_what_could_tell() {
    let all = [
        (40, Ending::Eased),
        (20, Ending::MovedOn),
        (120, Ending::Limit),
        (45, Ending::Timed),
        (10, Ending::Interrupted),
        (9, Ending::Stopped(None)),
        (60, Ending::Eased),
    ];
    let told = told(every_fourth_day(&all));
    assert_eq!((told.eased, told.points.len()), (2, 4));
    assert_eq!(told.median_ms, Some(50_000));
    assert_eq!(told.middle_ms, None);
    let times: Vec<_> = told.points.iter().map(|p| p.told).collect();
    let [took, longer] = [Told::Took, Told::Longer];
    assert_eq!(times, [Some(took(40_000)), Some(longer(20_000)), Some(longer(120_000)), Some(took(60_000))]);
}

#[test]
fn an_edited_or_disturbed_hold_counts_in_the_share_and_tells_no_time() {
    let eased = held(40, 30, Ending::Eased);
    let holds = [
        Hold { edited: true, ..eased.clone() },
        Hold { gap_ms: 7_000, ..eased },
        Hold { edited: true, ..held(40, 50, Ending::Limit) },
        Hold { paused_ms: 6_000, ..held(40, 50, Ending::MovedOn) },
    ];
    let told = told((0..).zip(holds).map(|(n, hold)| session(n, vec![hold])).collect());
    assert_eq!((told.eased, told.points.len(), told.median_ms), (2, 4, None));
    assert!(told.points.iter().all(|p| p.told.is_none()));
}

#[test]
fn quarters_lie_between_the_times() {
    assert_eq!(quarter(&[], 2), None);
    assert_eq!(quarter(&[7], 1), Some(7));
    assert_eq!([1, 2, 3].map(|q| quarter(&[10, 20, 30, 40, 50], q)), [Some(20), Some(30), Some(40)]);
    assert_eq!([1, 2, 3].map(|q| quarter(&[10, 20, 30, 40], q)), [Some(17), Some(25), Some(32)]);
}

#[test]
fn less_time_waits_until_it_eases_as_often_as_before() {
    let ending = |n: u32, lost: u32| if n == lost { Ending::MovedOn } else { Ending::Eased };
    let fell = |lost: u32| {
        let times: Vec<_> = (0..24).map(|n| (100 - 3 * n, ending(n, lost))).collect();
        told(every_fourth_day(&times)).verdict
    };
    assert!(matches!(fell(99), Verdict::Less(_)));
    assert!(matches!(fell(3), Verdict::Less(_)));
    assert_eq!(fell(20), Verdict::NoChange);
}

#[test]
fn the_newest_forty_are_shown_and_the_older_counted() {
    let times: Vec<_> = (0..50).map(|n| (30 + n, Ending::Eased)).collect();
    let told = told(every_fourth_day(&times));
    assert_eq!((told.points.len(), told.older, told.eased), (40, 10, 40));
}

#[test]
fn another_roller_and_the_order_of_the_legs_are_marked() {
    let mut sessions = every_fourth_day(&[(40, Ending::Eased); 5]);
    // One that was not named is no other one.
    for (session, roller) in sessions.iter_mut().zip(["a", "", "b", "b", ""]) {
        roller.clone_into(&mut session.roller);
    }
    // The left leg came first here.
    sessions[1].passes.swap(0, 1);
    sessions[1].holds[0].pass = 1;
    let told = told(sessions);
    assert_eq!(
        told.points.iter().map(|p| p.new_roller).collect::<Vec<_>>(),
        [false, false, true, false, false]
    );
    assert_eq!(told.points.iter().map(|p| p.second).collect::<Vec<_>>(), [false, true, false, false, false]);
}

#[test]
fn left_and_right_wait_for_three_sessions_of_both_orders() {
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
    // One leg alone is of neither order.
    let passes: Vec<Pass> = days[0].passes[..1].to_vec();
    days.push(Session { passes, ..day(9, true) });
    let told = sides(&history(days.clone()));
    assert_eq!((told.sessions, told.medians_ms), ([2, 3], None));
    days.push(day(10, true));
    let told = sides(&history(days));
    assert_eq!(told.sessions, [3, 3]);
    assert_eq!(told.medians_ms, Some([[Some(50_000), Some(30_000)]; 2]));
}

#[test]
fn the_thirds_are_the_medians_of_the_first_and_the_last_times() {
    let times: Vec<_> = (0..9).map(|n| (90 - 5 * n, Ending::Eased)).collect();
    let [first, last] = told(every_fourth_day(&times)).thirds.expect("thirds");
    assert_eq!((first.median_ms, last.median_ms), (85_000, 55_000));
    assert!(first.local_ms[0] < first.local_ms[1] && first.local_ms[1] < last.local_ms[0]);
}

#[test]
fn without_a_verdict_there_are_no_thirds() {
    assert_eq!(told(every_fourth_day(&[(40, Ending::Eased); 7])).thirds, None);
    // Eight sessions, of which five tell a time to ease.
    let mut times = vec![(40, Ending::Eased); 5];
    times.extend([(120, Ending::Limit); 3]);
    let told = told(every_fourth_day(&times));
    assert_eq!((told.thirds, told.times(), told.told()), (None, 5, 8));
}

#[test]
fn the_pains_of_a_track_are_medians_of_what_was_given() {
    let hold = |press: Option<u8>, eased: Option<u8>| Hold {
        pain_press: press.and_then(Pain::new),
        pain_ease: eased.and_then(Pain::new),
        ..held(40, 30, Ending::Eased)
    };
    let days = [(Some(7), Some(3)), (Some(5), None), (None, None), (Some(6), Some(1))];
    let sessions: Vec<Session> =
        (0..).zip(days).map(|(n, (press, eased))| session(n, vec![hold(press, eased)])).collect();
    let history = history(sessions);
    assert_eq!(pains(&history, &tracks(&history, Leg::Right)[0]), [Some(6), Some(2)]);
}

#[test]
fn the_sentence_of_a_trend_claims_no_more_than_the_verdict() {
    let say = |sessions: &[(u32, Ending)]| {
        let told = told(every_fourth_day(sessions));
        ["en", "de"].map(i18n::of).map(|text| text.history.weeks.spots.sentence(&told, "August"))
    };
    let eased = |seconds: u32| (seconds, Ending::Eased);
    assert_eq!(
        say(&[eased(50), eased(60)]),
        [
            "About 55\u{a0}s so far, too early to say more",
            "Bisher etwa 55\u{a0}s, für mehr ist es noch zu früh"
        ]
    );
    assert_eq!(say(&[(120, Ending::Limit); 2])[0], "Too early to say");
    assert_eq!(
        say(&[eased(56); 8]),
        ["About 56\u{a0}s, no clear change since August", "Etwa 56\u{a0}s, keine klare Änderung seit August"]
    );
    assert_eq!(say(&[(120, Ending::Limit); 8])[0], "No clear change since August");
    let falling: Vec<_> = (0..16).map(|n| eased(90 - 4 * n)).collect();
    let [english, german] = say(&falling);
    assert!(english.starts_with("Less time: about ") && english.contains("\u{a0}s in August"), "{english}");
    assert!(german.starts_with("Weniger Zeit: etwa ") && german.ends_with(" im August"), "{german}");
    let rising: Vec<_> = falling.iter().rev().copied().collect();
    assert!(say(&rising)[0].starts_with("More time: about "), "{:?}", say(&rising));
}

#[test]
fn the_figures_name_how_many_times_they_are_of() {
    let times = [20, 40, 50, 60].map(|seconds| (seconds, Ending::Eased));
    let told = told(every_fourth_day(&times));
    let english = i18n::of("en").history.weeks.spots.figures(&told).replace('\u{a0}', " ");
    assert_eq!(
        english,
        "Typically 45 s, mostly 35 s to 52 s (4 times). 4 sessions with a time so far; a trend needs 8 over at least 4 \
         weeks. Eased 4 of 4."
    );
}
