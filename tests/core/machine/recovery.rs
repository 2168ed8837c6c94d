//! After a kill: what is certain is kept, and an open hold ends as interrupted.

use eased::domain::hold_cue::HoldCue;
use expect_test::expect;

use crate::script::{check, play};

#[test]
fn continue_in_a_hold_keeps_the_saved_seconds_and_begins_a_new_hold_on_the_same_spot() {
    check(
        "marks right 30
         0 start
         1 tap
         19 tap
         57 killed
         60 snapshot found
         61 continue
         69 tick
         75 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 1, Hand)", saves snapshot
            14                            ROLL     right  13 @22   "AlmostAtSpot(1)"
            19      tap                   HOLD     right   0 @30   *AtMark*, "AtSpot(1, 1)", *Hold*, "HoldBegan(1, Some(1), None)", saves snapshot
            49                            HOLD     right  30 @30   *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            60      snapshot found        (interrupted)
            61      continue              POSITION right   8 @30   *Ready*, "GetIntoPlace(Right)", "ThenHold(1)", -> Session, saves snapshot
            69      tick                  HOLD     right   0 @30   *Hold*, "HoldBegan(1, Some(1), None)", saves snapshot
            75      tap                   ROLL     right  54 @30   *Eased*, "Eased", saves snapshot
            = running
              Right: active 54, paused 0, end open
                @30 Tapped from 19: held 30, paused 0, gap 0, Interrupted
                @30 Tapped from 57: held 6, paused 0, gap 0, Eased, time to ease 6
        "#]],
    );
}

#[test]
fn continue_in_a_paused_hold_does_the_same() {
    check(
        "holding from 19
         30 pause
         40 hidden
         57 killed
         60 snapshot found
         61 continue
         69 tick",
        &expect![[r#"
            30      pause                 PAUSED   right  11 @30   "Paused(Asked)", saves snapshot
            40      hidden                PAUSED   right  11 @30   saves snapshot
            60      snapshot found        (interrupted)
            61      continue              POSITION right   8 @30   *Ready*, "GetIntoPlace(Right)", "ThenHold(1)", -> Session, saves snapshot
            69      tick                  HOLD     right   0 @30   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            = running
              Right: active 29, paused 10, end open
                @30 Estimated from 19: held 11, paused 10, gap 0, Interrupted
                @30 open from 38: held 0, paused 0, gap 0
        "#]],
    );
}

#[test]
fn continue_outside_a_hold_comes_back_paused() {
    check(
        "rolling from 1
         19 hidden
         20 killed
         60 snapshot found
         61 continue
         63 resume
         64 tick",
        &expect![[r#"
            19      hidden                ROLL     right  18 @30   saves snapshot
            60      snapshot found        (interrupted)
            61      continue              PAUSED   right  18 @30   "Paused(Closed)", -> Session, saves snapshot
            63      resume                ROLL     right  18 @30   "Resumed", saves snapshot
            64      tick                  ROLL     right  19 @32
            = running
              Right: active 19, paused 2, end open
        "#]],
    );
    check(
        "rolling from 1
         19 at the knee
         20 killed
         60 snapshot found
         61 continue
         63 resume
         64 tick",
        &expect![[r#"
            19      at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            60      snapshot found        (interrupted)
            61      continue              PAUSED   right           "Paused(Closed)", -> Session, saves snapshot
            63      resume                SWITCH   right           "Resumed", saves snapshot
            64      tick                  SWITCH   right
            = running
              Right: active 18, paused 0, end Knee
        "#]],
    );
}

#[test]
fn the_snapshot_is_saved_when_the_page_is_hidden() {
    check(
        "holding from 10
         37 hidden
         38 killed
         39 snapshot found
         40 keep",
        &expect![[r#"
            37      hidden                HOLD     right  27 @15   saves snapshot
            39      snapshot found        (interrupted)
            40      keep                  (idle)                   saves revision 1, saves draft, removes snapshot, -> History
            = stored, revision 1, from 0 to 37
              Right: active 36, paused 0, end Interrupted
                @15 Estimated from 10: held 27, paused 0, gap 0, Interrupted
        "#]],
    );
}

#[test]
fn keep_as_interrupted_ends_the_session_at_the_last_written_moment() {
    check(
        "marks right 30
         0 start
         1 tap
         19 tap
         57 killed
         60 snapshot found
         61 keep",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 1, Hand)", saves snapshot
            14                            ROLL     right  13 @22   "AlmostAtSpot(1)"
            19      tap                   HOLD     right   0 @30   *AtMark*, "AtSpot(1, 1)", *Hold*, "HoldBegan(1, Some(1), None)", saves snapshot
            49                            HOLD     right  30 @30   *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            60      snapshot found        (interrupted)
            61      keep                  (idle)                   saves revision 1, saves draft, removes snapshot, -> History
            = stored, revision 1, from 0 to 49
              Right: active 48, paused 0, end Interrupted
                @30 Tapped from 19: held 30, paused 0, gap 0, Interrupted
        "#]],
    );
    let chime_s = 19 + HoldCue::FirstChime.at_seconds();
    let app = play(&format!(
        "marks right 30\nholding from 19\n{} killed\n{} snapshot found\n{} keep",
        chime_s + 8,
        chime_s + 11,
        chime_s + 12
    ));
    let session = &app.model.history.sessions_newest_first()[0];
    assert_eq!(session.end_unix_ms - session.start_unix_ms, i64::from(chime_s) * 1_000);
    assert!(app.model.draft.is_empty());
}

#[test]
fn keep_as_interrupted_stores_nothing_when_nothing_was_rolled() {
    check(
        "0 start
         5 killed
         6 snapshot found
         7 keep",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            6       snapshot found        (interrupted)
            7       keep                  (idle)                   removes snapshot, -> Leg
        "#]],
    );
}

#[test]
fn discard_is_asked_once() {
    check(
        "rolling from 1
         5 killed
         6 snapshot found
         7 discard
         8 discard",
        &expect![[r#"
            6       snapshot found        (interrupted)
            7       discard               (interrupted)
            8       discard               (idle)                   removes snapshot
        "#]],
    );
}

#[test]
fn continue_is_offered_for_twelve_hours_and_keep_always() {
    check(
        "rolling from 1
         5 hidden
         5 killed
         5 frozen 43200
         43205 snapshot found
         43205.1 continue
         43205.2 keep",
        &expect![[r#"
            5       hidden                ROLL     right   4 @7    saves snapshot
            43205   snapshot found        (interrupted)
            43205.1 continue              (interrupted)
            43205.2 keep                  (idle)                   saves revision 1, saves draft, removes snapshot, -> History
            = stored, revision 1, from 0 to 5
              Right: active 4, paused 0, end Interrupted
        "#]],
    );
    check(
        "rolling from 1
         5 hidden
         5 killed
         5 frozen 43200
         43205 snapshot found
         43205 continue",
        &expect![[r#"
            5       hidden                ROLL     right   4 @7    saves snapshot
            43205   snapshot found        (interrupted)
            43205   continue              PAUSED   right   4 @7    "Paused(Closed)", -> Session, saves snapshot
            = running
              Right: active 4, paused 0, end open
        "#]],
    );
}

#[test]
fn a_clock_set_back_after_the_kill_makes_no_time_negative() {
    check(
        "holding from 19
         57 killed
         58 clock -7200
         60 snapshot found
         61 continue
         69 tick
         75 tap
         76 stop
         77 stop now",
        &expect![[r#"
            49                            HOLD     right  30 @30   *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            60      snapshot found        (interrupted)
            61      continue              POSITION right   8 @30   *Ready*, "GetIntoPlace(Right)", "ThenHold(1)", -> Session, saves snapshot
            69      tick                  HOLD     right   0 @30   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            75      tap                   ROLL     right  54 @30   *Eased*, "Eased", saves snapshot
            76      stop                  PAUSED   right  55 @30   "Paused(Asked)", saves snapshot
            77      stop now              DONE     right           *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 1, from 0 to 65
              Right: active 55, paused 1, end Stopped
                @30 Estimated from 19: held 30, paused 0, gap 0, Interrupted
                @30 Estimated from 57: held 6, paused 0, gap 0, Eased, time to ease 6
        "#]],
    );
}

#[test]
fn the_snapshot_is_written_at_every_transition_at_every_cue_and_when_hidden() {
    check(
        "holding from 10
         105 hidden
         106 shown
         110 tap
         112 at the knee",
        &expect![[r#"
            40                            HOLD     right  30 @15   *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            70                            HOLD     right  60 @15   *SecondChime*, "HoldCue(SecondChime)", saves snapshot
            100                           HOLD     right  90 @15   *Cap*, "HoldCue(Cap)", saves snapshot
            105     hidden                HOLD     right  95 @15   saves snapshot
            106     shown                 HOLD     right  96 @15
            110     tap                   ROLL     right 109 @15   *Eased*, "Eased", saves snapshot
            112     at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            = running
              Right: active 111, paused 0, end Knee
                @15 Estimated from 10: held 100, paused 0, gap 0, Eased, time to ease 100
        "#]],
    );
}
