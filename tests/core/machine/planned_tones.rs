//! The scheduled tones are exactly those that the machine plays without input, to the millisecond; and what the cues
//! say.

use eased::{
    domain::{
        Effect, Event,
        effect::{Announcement, DistanceHint},
        hold_cue::HoldCue,
        phase::{LIMIT_MS, LONG_TIME_ON_LEG_MS, PhaseName},
        planned_tones::planned_tones,
        running::RunningSession,
        tone::Tone,
        update,
    },
    i18n,
};
use expect_test::{Expect, expect};

use crate::script::{TestApp, play};

fn schedule_of(app: &TestApp) -> Vec<(i64, Tone)> {
    let tones = app.model.running().map(planned_tones).unwrap_or_default();
    tones.iter().map(|planned| (app.at_ms + i64::from(planned.in_ms), planned.tone)).collect()
}

fn check(script: &str, expect: &Expect) {
    let app = play(script);
    let in_words = |(at_ms, tone): (i64, Tone)| format!("{} {tone:?}\n", crate::script::seconds(at_ms));
    expect.assert_eq(&schedule_of(&app).into_iter().map(in_words).collect::<String>());
}

#[test]
fn a_countdown_ends_with_three_tones_and_the_next_phase() {
    check(
        "0 start",
        &expect![[r#"
            5 Count
            6 Count
            7 Count
            8 Roll
        "#]],
    );
    check(
        "0 start\n6.5 tick",
        &expect![[r#"
            7 Count
            8 Roll
        "#]],
    );
}

#[test]
fn a_hold_plays_its_cues_and_its_end() {
    check(
        "holding from 5\n6 tick",
        &expect![[r#"
            35 FirstChime
            65 SecondChime
            95 Cap
            122 Count
            123 Count
            124 Count
            125 Limit
        "#]],
    );
    check(
        "timed 45\nmarks right 10\nrolling from 1\n10 tick",
        &expect![[r#"
            40 FirstChime
            52 Count
            53 Count
            54 Count
            55 Limit
        "#]],
    );
}

#[test]
fn a_timed_session_counts_down_to_the_hold_at_a_mark() {
    check(
        "timed 45\nmarks right 10\nrolling from 1\n2 tick",
        &expect![[r#"
            7 AtMark
            8 Count
            9 Count
            10 Hold
        "#]],
    );
    check("marks right 10\nrolling from 1\n2 tick", &expect!["7 AtMark\n"]);
    check("marks right 10\nrolling from 1\n8 tick", &expect![""]);
}

#[test]
fn the_leg_change_and_the_end_are_scheduled() {
    check(
        "rolling from 1\n5 at the knee",
        &expect![[r#"
            8 Switch
            15 Count
            16 Count
            17 Count
            18 Ready
        "#]],
    );
    check(
        "left out left\nrolling from 1\n5 tick",
        &expect![[r#"
            58 Count
            59 Count
            60 Count
            61 Done
        "#]],
    );
}

#[test]
fn nothing_is_scheduled_in_a_pause_or_after_the_end() {
    check("holding from 5\n10 pause", &expect![""]);
    check("left out left\nrolling from 1\n5 at the knee", &expect![""]);
}

#[test]
fn resume_and_ten_more_seconds_change_the_schedule() {
    check(
        "timed 15\nholding from 3\n6 pause\n100 +10\n101 resume",
        &expect![[r#"
            120 Count
            121 Count
            122 Count
            123 Limit
        "#]],
    );
}

/// Lets time pass millisecond by millisecond, and compares every tone with the schedule from the beginning of the
/// phase and with later schedules.
fn plays_what_it_scheduled(script: &str, for_ms: i64) {
    let mut app = play(script);
    let name = |app: &TestApp| app.model.running().map(RunningSession::phase_name);
    let holds = |app: &TestApp| app.model.running().map_or(0, |r| r.progress.holds.len());
    let mut scheduled = schedule_of(&app);
    let end_ms = app.at_ms + for_ms;
    let mut played = 0;
    while app.at_ms < end_ms && name(&app) != Some(PhaseName::Done) {
        let before = (name(&app), holds(&app));
        app.at_ms += 1;
        let now = app.now();
        for effect in update(&mut app.model, Event::Ticked, now) {
            if let Effect::PlayTone(tone) = effect {
                let at = scheduled.iter().position(|planned| *planned == (app.at_ms, tone));
                let at =
                    at.unwrap_or_else(|| panic!("{script}: {tone:?} at {} was not scheduled", app.at_ms));
                scheduled.remove(at);
                played += 1;
            }
        }
        // Countdown tones are only scheduled.
        scheduled.retain(|(at_ms, tone)| *tone != Tone::Count || *at_ms > app.at_ms);
        assert!(
            scheduled.iter().all(|planned| planned.0 > app.at_ms),
            "{script}: {scheduled:?} at {}",
            app.at_ms
        );
        if before == (name(&app), holds(&app)) {
            if app.at_ms % 997 == 0 {
                assert_eq!(scheduled, schedule_of(&app), "{script}: a different schedule at {}", app.at_ms);
            }
        } else {
            assert!(scheduled.is_empty(), "{script}: {scheduled:?} did not sound");
            scheduled = schedule_of(&app);
        }
    }
    assert!(played > 0, "{script}: only {played} tones");
}

#[test]
fn every_tone_that_is_due_by_time_was_scheduled() {
    plays_what_it_scheduled("timed 15\nmarks right 20 21 60\nmarks left 99\n0 start", 400_000);
    plays_what_it_scheduled("timed 90\nmarks right 0 50 50\n0 start", 400_000);
    plays_what_it_scheduled("timed 30\n0 start", 200_000);
    plays_what_it_scheduled("pacer 37\n0 start\n0.777 key", 150_000);
    plays_what_it_scheduled(
        "left out left\npacer 30\n0 start\n4.5 key\n5.123 key\n7 pause\n9 resume",
        250_000,
    );
    plays_what_it_scheduled("holding from 4.321\n9 tap\n10 key\n12 undo", 250_000);
    plays_what_it_scheduled(
        "marks right 30\nrolling from 1\n9 killed\n10 snapshot found\n11 continue\n12 resume",
        60_000,
    );
    plays_what_it_scheduled("holding from 5\n9 killed\n20 snapshot found\n21 continue", 200_000);
}

#[test]
fn distances_are_given_in_hands() {
    let hint = |points| format!("{:?}", DistanceHint::of_points(points));
    assert_eq!(
        [1, 8, 15, 28, 42, 56, 84].map(hint),
        ["Little", "TwoFingers", "HalfHand", "Hand", "HandAndHalf", "TwoHands", "ThreeHands"]
    );
}

/// Seconds that an English announcement names.
fn announced_seconds(words: &str) -> Option<u32> {
    let (duration, _) = words.split_once('.')?;
    match duration {
        "Half a minute" => Some(30),
        "One minute" => Some(60),
        "Two minutes" => Some(120),
        "Five minutes on this leg: roll on to the knee when you like" => Some(300),
        other => other.strip_suffix(" seconds")?.parse().ok(),
    }
}

#[test]
fn an_announced_duration_is_the_time_at_which_it_is_announced() {
    let english = i18n::by_tag("en");
    let announced = |announcement| announced_seconds(&english.announcement(announcement));
    for cue in HoldCue::ALL {
        let seconds = announced(Announcement::HoldCue(cue));
        let names_its_time = cue != HoldCue::Cap;
        assert_eq!(seconds, names_its_time.then_some(cue.at_seconds()), "{cue:?}");
        assert_eq!(cue.at_seconds() * 1_000, cue.at_ms(), "{cue:?} is announced in whole seconds");
    }
    // The times to which a chime could be moved.
    for seconds in 2..LIMIT_MS / 1_000 {
        let words = english.session.announcements.chime(seconds);
        assert_eq!(announced_seconds(&words), Some(seconds), "{words}");
    }
    assert_eq!(announced(Announcement::HoldLimit), Some(LIMIT_MS / 1_000));
    assert_eq!(announced(Announcement::LongTimeOnLeg), Some(LONG_TIME_ON_LEG_MS / 1_000));
}

#[test]
fn the_cues_are_in_the_order_of_their_times_and_before_the_limit() {
    let times = HoldCue::ALL.map(HoldCue::at_ms);
    assert!(times.is_sorted_by(|a, b| a < b) && times.iter().all(|at_ms| *at_ms < LIMIT_MS), "{times:?}");
}

/// The sentence of the Learn screen that lists the times of a hold.
#[test]
fn the_learn_screen_names_the_times_of_the_cues_and_of_the_limit() {
    let times =
        HoldCue::ALL.map(HoldCue::at_ms).into_iter().chain([LIMIT_MS]).map(|ms| (ms / 1_000).to_string());
    let times: Vec<String> = times.collect();
    let names_all = |line: &str| {
        let numbers: Vec<&str> =
            line.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).collect();
        times.iter().all(|time| numbers.contains(&time.as_str()))
    };
    let mut outdated = Vec::new();
    for entry in std::fs::read_dir("locales").expect("the language files") {
        let path = entry.expect("a language file").path();
        let file = std::fs::read_to_string(&path).expect("a language file");
        if !file.lines().any(names_all) {
            outdated.push(path);
        }
    }
    outdated.sort();
    assert!(outdated.is_empty(), "`learn.steps.hold` does not name {times:?} in {outdated:#?}");
}
