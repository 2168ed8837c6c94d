//! Clocks that are set, and pauses.

use eased::domain::session::Session;
use expect_test::expect;

use crate::script::{check, play};

/// The one session of a script, its end in milliseconds from its start.
fn lasted_ms(script: &str) -> i64 {
    let world = play(script);
    let sessions: Vec<&Session> = world.model.history.sessions().map(|session| &**session).collect();
    let [session] = sessions[..] else { panic!("sessions are {sessions:?}") };
    session.end_unix_ms - session.start_unix_ms
}

#[test]
fn the_end_is_the_start_and_the_time_of_the_machine_however_the_clock_is_set() {
    let session = |clock: &str| {
        format!("0 start\n1 tap\n10 tap\n20 clock {clock}\n40 tap\n45 pause\n60 stop\n70 stop now")
    };
    for clock in ["0", "-3600", "-86400", "3600", "86400"] {
        assert_eq!(lasted_ms(&session(clock)), 70_000, "set by {clock} s");
    }
    // Undo leads back into the session, and the next end is later.
    assert_eq!(lasted_ms(&format!("{}\n75 undo\n80 stop\n81 stop now", session("-3600"))), 81_000);
    // Silence counts as well: the device slept.
    assert_eq!(
        lasted_ms("0 start\n1 tap\n5 hidden\n5 frozen 600\n605 shown\n606 stop\n607 stop now"),
        607_000
    );
}

#[test]
fn a_session_that_is_kept_ends_when_it_was_written_and_never_before_its_start() {
    assert_eq!(
        lasted_ms("0 start\n1 tap\n5 tap\n20 clock -3600\n30 hidden\n31 killed\n40 found\n41 keep"),
        30_000
    );
    // Continued, the time in which nobody ran it belongs to it, by the only clock that there is.
    let continued = |clock: &str| {
        format!(
            "0 start\n1 tap\n30 hidden\n31 killed\n31 clock {clock}\n40 found\n41 continue\n50 stop\n51 stop now"
        )
    };
    assert_eq!(lasted_ms(&continued("0")), 51_000);
    assert_eq!(lasted_ms(&continued("-3600")), 40_000);
}

#[test]
fn the_knee_after_is_so_many_minutes_old_by_the_machine() {
    let world = play("left out left\n0 start\n1 tap\n9 at the knee\n20 clock -7200\n150 edit knee 4");
    let knee = world.model.history.newest_first()[0].knee_after.expect("a score");
    assert_eq!((knee.pain.score(), knee.minutes), (4, 2));
    // Later there is only the wall clock.
    let world =
        play("left out left\n0 start\n1 tap\n9 at the knee\n20 done\n21 clock -7200\n150 edit knee 4");
    assert_eq!(world.model.history.newest_first()[0].knee_after.map(|knee| knee.minutes), Some(0));
}

#[test]
fn a_clock_set_back_an_hour_changes_nothing_while_ticks_arrive() {
    check(
        "0 start
         1 tap
         10 tap
         20 clock -3600
         40 tap
         41 at the knee
         50 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            40      tap                   ROLL     right  39 @15   *Half*, "Chime(30)", *Eased*, "Eased", writes
            41      at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", writes
            44                            SWITCH   right  10 @100  *Switch*
            = running
              Right: active 40, paused 0, end Knee
                @15 Paced from 10: held 30, paused 0, gap 0, Eased, time to ease 30
        "#]],
    );
}

#[test]
fn a_clock_set_forward_a_day_changes_nothing_while_ticks_arrive() {
    check(
        "0 start
         1 tap
         10 tap
         20 clock 86400
         40 tap
         41 at the knee
         50 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            40      tap                   ROLL     right  39 @15   *Half*, "Chime(30)", *Eased*, "Eased", writes
            41      at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", writes
            44                            SWITCH   right  10 @100  *Switch*
            = running
              Right: active 40, paused 0, end Knee
                @15 Paced from 10: held 30, paused 0, gap 0, Eased, time to ease 30
        "#]],
    );
}

#[test]
fn a_clock_that_moves_in_a_pause_changes_nothing() {
    check(
        "0 start
         1 tap
         10 tap
         20 pause
         21 clock 86400
         22 resume
         24 clock -90000
         40 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      pause                 PAUSED   right  10 @15   "Paused(Asked)", writes
            22      resume                HOLD     right  10 @15   "Resumed", writes
            40      tap                   ROLL     right  37 @15   *Eased*, "Eased", writes
            = running
              Right: active 37, paused 2, end open
                @15 Paced from 10: held 28, paused 2, gap 0, Eased, time to ease 28
        "#]],
    );
}

#[test]
fn asleep_for_10_min_in_a_hold_interrupts_it_at_the_last_seen_moment_and_pauses() {
    check(
        "0 start
         1 tap
         10 tap
         20 hidden
         20 silent 600
         620 shown
         630 resume
         632 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      hidden                HOLD     right  10 @15   writes
            620     shown                 PAUSED   right  19 @15   "Paused(Slept)", writes
            630     resume                ROLL     right  19 @15   "Resumed", writes
            = running
              Right: active 20, paused 10, end open
                @15 Paced from 10: held 10, paused 0, gap 0, Interrupted
        "#]],
    );
}

#[test]
fn asleep_elsewhere_for_10_min_the_session_is_paused_where_it_was() {
    check(
        "0 start
         1 tap
         10 hidden
         10 frozen 600
         610 shown
         620 resume
         621 look
         622 at the knee
         624 silent 600
         1224 look
         1230 resume
         1231 look",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      hidden                ROLL     right   9 @15   writes
            610     shown                 PAUSED   right   9 @15   "Paused(Slept)", writes
            620     resume                ROLL     right   9 @15   "Resumed", writes
            621     look                  ROLL     right  10 @17
            622     at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", writes
            1224    look                  PAUSED   right           "Paused(Slept)", writes
            1230    resume                SWITCH   right           "Resumed", writes
            1231    look                  SWITCH   right  10 @100  *Switch*
            = running
              Right: active 11, paused 10, end Knee
        "#]],
    );
}

#[test]
fn a_pause_of_five_seconds_leaves_the_hold_in_time_to_ease() {
    check(
        "0 start
         1 tap
         10 tap
         20 pause
         25 resume
         30 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      pause                 PAUSED   right  10 @15   "Paused(Asked)", writes
            25      resume                HOLD     right  10 @15   "Resumed", writes
            30      tap                   ROLL     right  24 @15   *Eased*, "Eased", writes
            = running
              Right: active 24, paused 5, end open
                @15 Paced from 10: held 15, paused 5, gap 0, Eased, time to ease 15
        "#]],
    );
}

#[test]
fn a_longer_pause_takes_the_hold_out_of_time_to_ease() {
    check(
        "0 start
         1 tap
         10 tap
         20 pause
         22 resume
         24 pause
         27.1 resume
         30 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      pause                 PAUSED   right  10 @15   "Paused(Asked)", writes
            22      resume                HOLD     right  10 @15   "Resumed", writes
            24      pause                 PAUSED   right  12 @15   "Paused(Asked)", writes
            27.1    resume                HOLD     right  12 @15   "Resumed", writes
            30      tap                   ROLL     right  23 @15   *Eased*, "Eased", writes
            = running
              Right: active 23.9, paused 5.1, end open
                @15 Paced from 10: held 14.9, paused 5.1, gap 0, Eased
        "#]],
    );
}

#[test]
fn a_pause_has_no_gap_rules() {
    check(
        "0 start
         1 tap
         10 tap
         20 pause
         21 hidden
         21 frozen 1800
         1821 shown
         1822 resume
         1825 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      pause                 PAUSED   right  10 @15   "Paused(Asked)", writes
            21      hidden                PAUSED   right  10 @15   writes
            1821    shown                 PAUSED   right  10 @15
            1822    resume                HOLD     right  10 @15   "Resumed", writes
            1825    tap                   ROLL     right  22 @15   *Eased*, "Eased", writes
            = running
              Right: active 22, paused 1802, end open
                @15 Paced from 10: held 13, paused 1802, gap 0, Eased
        "#]],
    );
}
