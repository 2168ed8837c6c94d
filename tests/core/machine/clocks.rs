//! Changes of the wall clock, and how they affect durations.

use eased::domain::session::Session;
use expect_test::expect;

use crate::script::{check, play};

/// The duration in milliseconds of the only session of a script.
fn lasted_ms(script: &str) -> i64 {
    let app = play(script);
    let sessions: Vec<&Session> = app.model.history.sessions().map(|session| &**session).collect();
    let [session] = sessions[..] else { panic!("sessions are {sessions:?}") };
    session.end_unix_ms - session.start_unix_ms
}

#[test]
fn the_end_is_the_start_plus_the_elapsed_time_however_the_clock_is_set() {
    let session =
        |clock: &str| format!("holding from 10\n20 clock {clock}\n40 tap\n45 pause\n60 stop\n70 stop now");
    for clock in ["0", "-3600", "-86400", "3600", "86400"] {
        assert_eq!(lasted_ms(&session(clock)), 70_000, "set by {clock} s");
    }
    // Undo returns to the session, which then ends later.
    assert_eq!(lasted_ms(&format!("{}\n75 undo\n80 stop\n81 stop now", session("-3600"))), 81_000);
    // Time without events counts as well: the device was asleep.
    assert_eq!(
        lasted_ms("rolling from 1\n5 hidden\n5 frozen 600\n605 shown\n606 stop\n607 stop now"),
        607_000
    );
}

#[test]
fn a_kept_session_ends_when_its_snapshot_was_written_and_never_before_its_start() {
    assert_eq!(
        lasted_ms("holding from 5\n20 clock -3600\n30 hidden\n31 killed\n40 snapshot found\n41 keep"),
        30_000
    );
    // If it is continued, the time while it was closed counts, measured by the wall clock, the only clock available.
    let continued = |clock: &str| {
        format!(
            "rolling from 1\n30 hidden\n31 killed\n31 clock {clock}\n40 snapshot found\n41 continue\n50 stop\n51 stop now"
        )
    };
    assert_eq!(lasted_ms(&continued("0")), 51_000);
    assert_eq!(lasted_ms(&continued("-3600")), 40_000);
}

#[test]
fn the_minutes_of_a_later_knee_score_are_elapsed_time() {
    let app = play("left out left\nrolling from 1\n9 at the knee\n20 clock -7200\n150 edit knee 4");
    let knee = app.model.history.sessions_newest_first()[0].knee_after.expect("a score");
    assert_eq!((knee.pain.score(), knee.minutes), (4, 2));
    // After the summary, only the wall clock is available.
    let app = play("left out left\nrolling from 1\n9 at the knee\n20 done\n21 clock -7200\n150 edit knee 4");
    assert_eq!(app.model.history.sessions_newest_first()[0].knee_after.map(|knee| knee.minutes), Some(0));
}

#[test]
fn a_clock_set_back_an_hour_changes_nothing_while_ticks_arrive() {
    check(
        "holding from 10
         20 clock -3600
         40 tap
         41 at the knee
         50 end",
        &expect![[r#"
            40      tap                   ROLL     right  39 @15   *FirstChime*, "HoldCue(FirstChime)", *Eased*, "Eased", saves snapshot
            41      at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            44                            SWITCH   right  10 @100  *Switch*
            = running
              Right: active 40, paused 0, end Knee
                @15 Estimated from 10: held 30, paused 0, gap 0, Eased, time to ease 30
        "#]],
    );
}

#[test]
fn a_clock_set_forward_a_day_changes_nothing_while_ticks_arrive() {
    check(
        "holding from 10
         20 clock 86400
         40 tap
         41 at the knee
         50 end",
        &expect![[r#"
            40      tap                   ROLL     right  39 @15   *FirstChime*, "HoldCue(FirstChime)", *Eased*, "Eased", saves snapshot
            41      at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            44                            SWITCH   right  10 @100  *Switch*
            = running
              Right: active 40, paused 0, end Knee
                @15 Estimated from 10: held 30, paused 0, gap 0, Eased, time to ease 30
        "#]],
    );
}

#[test]
fn a_clock_that_moves_in_a_pause_changes_nothing() {
    check(
        "holding from 10
         20 pause
         21 clock 86400
         22 resume
         24 clock -90000
         40 tap",
        &expect![[r#"
            20      pause                 PAUSED   right  10 @15   "Paused(Asked)", saves snapshot
            22      resume                HOLD     right  10 @15   "Resumed", saves snapshot
            40      tap                   ROLL     right  37 @15   *Eased*, "Eased", saves snapshot
            = running
              Right: active 37, paused 2, end open
                @15 Estimated from 10: held 28, paused 2, gap 0, Eased, time to ease 28
        "#]],
    );
}

#[test]
fn a_suspension_of_10_min_interrupts_a_hold_at_the_last_event_and_pauses() {
    check(
        "holding from 10
         20 hidden
         20 silent 600
         620 shown
         630 resume
         632 end",
        &expect![[r#"
            20      hidden                HOLD     right  10 @15   saves snapshot
            620     shown                 PAUSED   right  19 @15   "Paused(Slept)", saves snapshot
            630     resume                ROLL     right  19 @15   "Resumed", saves snapshot
            = running
              Right: active 20, paused 10, end open
                @15 Estimated from 10: held 10, paused 0, gap 0, Interrupted
        "#]],
    );
}

#[test]
fn outside_a_hold_a_suspension_of_10_min_pauses_the_session_in_its_phase() {
    check(
        "rolling from 1
         10 hidden
         10 frozen 600
         610 shown
         620 resume
         621 tick
         622 at the knee
         624 silent 600
         1224 tick
         1230 resume
         1231 tick",
        &expect![[r#"
            10      hidden                ROLL     right   9 @15   saves snapshot
            610     shown                 PAUSED   right   9 @15   "Paused(Slept)", saves snapshot
            620     resume                ROLL     right   9 @15   "Resumed", saves snapshot
            621     tick                  ROLL     right  10 @17
            622     at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            1224    tick                  PAUSED   right           "Paused(Slept)", saves snapshot
            1230    resume                SWITCH   right           "Resumed", saves snapshot
            1231    tick                  SWITCH   right  10 @100  *Switch*
            = running
              Right: active 11, paused 10, end Knee
        "#]],
    );
}

#[test]
fn a_pause_of_five_seconds_leaves_the_hold_in_time_to_ease() {
    check(
        "holding from 10
         20 pause
         25 resume
         30 tap",
        &expect![[r#"
            20      pause                 PAUSED   right  10 @15   "Paused(Asked)", saves snapshot
            25      resume                HOLD     right  10 @15   "Resumed", saves snapshot
            30      tap                   ROLL     right  24 @15   *Eased*, "Eased", saves snapshot
            = running
              Right: active 24, paused 5, end open
                @15 Estimated from 10: held 15, paused 5, gap 0, Eased, time to ease 15
        "#]],
    );
}

#[test]
fn a_longer_pause_takes_the_hold_out_of_time_to_ease() {
    check(
        "holding from 10
         20 pause
         22 resume
         24 pause
         27.1 resume
         30 tap",
        &expect![[r#"
            20      pause                 PAUSED   right  10 @15   "Paused(Asked)", saves snapshot
            22      resume                HOLD     right  10 @15   "Resumed", saves snapshot
            24      pause                 PAUSED   right  12 @15   "Paused(Asked)", saves snapshot
            27.1    resume                HOLD     right  12 @15   "Resumed", saves snapshot
            30      tap                   ROLL     right  23 @15   *Eased*, "Eased", saves snapshot
            = running
              Right: active 23.9, paused 5.1, end open
                @15 Estimated from 10: held 14.9, paused 5.1, gap 0, Eased
        "#]],
    );
}

#[test]
fn a_pause_has_no_gap_rules() {
    check(
        "holding from 10
         20 pause
         21 hidden
         21 frozen 1800
         1821 shown
         1822 resume
         1825 tap",
        &expect![[r#"
            20      pause                 PAUSED   right  10 @15   "Paused(Asked)", saves snapshot
            21      hidden                PAUSED   right  10 @15   saves snapshot
            1821    shown                 PAUSED   right  10 @15
            1822    resume                HOLD     right  10 @15   "Resumed", saves snapshot
            1825    tap                   ROLL     right  22 @15   *Eased*, "Eased", saves snapshot
            = running
              Right: active 22, paused 1802, end open
                @15 Estimated from 10: held 13, paused 1802, gap 0, Eased
        "#]],
    );
}
