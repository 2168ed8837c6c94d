//! After a kill: what is certain is kept, what is not is called interrupted.

use expect_test::expect;

use crate::script::{check, play};

#[test]
fn continue_in_a_hold_keeps_the_certain_seconds_and_begins_a_new_hold_on_the_same_spot() {
    check(
        "marks right 30
         0 start
         1 tap
         19 tap
         57 killed
         60 found
         61 continue
         69 look
         75 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Next(1, 1, Hand)", writes
            14                            ROLL     right  13 @22   "Nearly(1)"
            19      tap                   HOLD     right   0 @30   *Here*, "AtSpot(1, 1)", *Hold*, "HoldBegan(1, Some(1), None)", writes
            49                            HOLD     right  30 @30   *Half*, "Chime(30)", writes
            60      found                 (found)
            61      continue              POSITION right   8 @30   *Ready*, "GetIntoPlace(Right)", "ThenHold(1)", -> Session, writes
            69      look                  HOLD     right   0 @30   *Hold*, "HoldBegan(1, Some(1), None)", writes
            75      tap                   ROLL     right  54 @30   *Eased*, "Eased", writes
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
        "0 start
         1 tap
         19 tap
         30 pause
         40 hidden
         57 killed
         60 found
         61 continue
         69 look",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            19      tap                   HOLD     right   0 @30   *Hold*, "HoldBegan(1, None, None)", writes
            30      pause                 PAUSED   right  11 @30   "Paused(Asked)", writes
            40      hidden                PAUSED   right  11 @30   writes
            60      found                 (found)
            61      continue              POSITION right   8 @30   *Ready*, "GetIntoPlace(Right)", "ThenHold(1)", -> Session, writes
            69      look                  HOLD     right   0 @30   *Hold*, "HoldBegan(1, None, None)", writes
            = running
              Right: active 29, paused 10, end open
                @30 Paced from 19: held 11, paused 10, gap 0, Interrupted
                @30 open from 38: held 0, paused 0, gap 0
        "#]],
    );
}

#[test]
fn continue_elsewhere_comes_back_paused() {
    check(
        "0 start
         1 tap
         19 hidden
         20 killed
         60 found
         61 continue
         63 resume
         64 look",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            19      hidden                ROLL     right  18 @30   writes
            60      found                 (found)
            61      continue              PAUSED   right  18 @30   "Paused(Closed)", -> Session, writes
            63      resume                ROLL     right  18 @30   "Resumed", writes
            64      look                  ROLL     right  19 @32
            = running
              Right: active 19, paused 2, end open
        "#]],
    );
    check(
        "0 start
         1 tap
         19 at the knee
         20 killed
         60 found
         61 continue
         63 resume
         64 look",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            19      at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", writes
            60      found                 (found)
            61      continue              PAUSED   right           "Paused(Closed)", -> Session, writes
            63      resume                SWITCH   right           "Resumed", writes
            64      look                  SWITCH   right
            = running
              Right: active 18, paused 0, end Knee
        "#]],
    );
}

#[test]
fn a_hidden_page_writes_so_a_kill_after_it_loses_nothing() {
    check(
        "0 start
         1 tap
         10 tap
         37 hidden
         38 killed
         39 found
         40 keep",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            37      hidden                HOLD     right  27 @15   writes
            39      found                 (found)
            40      keep                  (idle)                   keeps revision 1, keeps draft, drops live, -> History
            = kept, revision 1, labelled 0 to 37
              Right: active 36, paused 0, end Interrupted
                @15 Paced from 10: held 27, paused 0, gap 0, Interrupted
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
         60 found
         61 keep",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Next(1, 1, Hand)", writes
            14                            ROLL     right  13 @22   "Nearly(1)"
            19      tap                   HOLD     right   0 @30   *Here*, "AtSpot(1, 1)", *Hold*, "HoldBegan(1, Some(1), None)", writes
            49                            HOLD     right  30 @30   *Half*, "Chime(30)", writes
            60      found                 (found)
            61      keep                  (idle)                   keeps revision 1, keeps draft, drops live, -> History
            = kept, revision 1, labelled 0 to 49
              Right: active 48, paused 0, end Interrupted
                @30 Tapped from 19: held 30, paused 0, gap 0, Interrupted
        "#]],
    );
    let world = play("marks right 30\n0 start\n1 tap\n19 tap\n57 killed\n60 found\n61 keep");
    let session = &world.model.history.newest_first()[0];
    assert_eq!(session.end_unix_ms - session.start_unix_ms, 49_000);
    assert!(world.model.draft.is_empty());
}

#[test]
fn keep_as_interrupted_stores_nothing_when_nothing_was_rolled() {
    check(
        "0 start
         5 killed
         6 found
         7 keep",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            6       found                 (found)
            7       keep                  (idle)                   drops live, -> Leg
        "#]],
    );
}

#[test]
fn discard_is_asked_once() {
    check(
        "0 start
         1 tap
         5 killed
         6 found
         7 discard
         8 discard",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            6       found                 (found)
            7       discard               (found)
            8       discard               (idle)                   drops live
        "#]],
    );
}

#[test]
fn continue_is_offered_for_twelve_hours_keep_always() {
    check(
        "0 start
         1 tap
         5 hidden
         5 killed
         5 frozen 43200
         43205 found
         43205.1 continue
         43205.2 keep",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            5       hidden                ROLL     right   4 @7    writes
            43205   found                 (found)
            43205.1 continue              (found)
            43205.2 keep                  (idle)                   keeps revision 1, keeps draft, drops live, -> History
            = kept, revision 1, labelled 0 to 5
              Right: active 4, paused 0, end Interrupted
        "#]],
    );
    check(
        "0 start
         1 tap
         5 hidden
         5 killed
         5 frozen 43200
         43205 found
         43205 continue",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            5       hidden                ROLL     right   4 @7    writes
            43205   found                 (found)
            43205   continue              PAUSED   right   4 @7    "Paused(Closed)", -> Session, writes
            = running
              Right: active 4, paused 0, end open
        "#]],
    );
}

#[test]
fn a_clock_set_back_after_the_kill_makes_no_time_negative() {
    check(
        "0 start
         1 tap
         19 tap
         57 killed
         58 clock -7200
         60 found
         61 continue
         69 look
         75 tap
         76 stop
         77 stop now",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            19      tap                   HOLD     right   0 @30   *Hold*, "HoldBegan(1, None, None)", writes
            49                            HOLD     right  30 @30   *Half*, "Chime(30)", writes
            60      found                 (found)
            61      continue              POSITION right   8 @30   *Ready*, "GetIntoPlace(Right)", "ThenHold(1)", -> Session, writes
            69      look                  HOLD     right   0 @30   *Hold*, "HoldBegan(1, None, None)", writes
            75      tap                   ROLL     right  54 @30   *Eased*, "Eased", writes
            76      stop                  PAUSED   right  55 @30   "Paused(Asked)", writes
            77      stop now              DONE     right           *Done*, "Done", keeps revision 1, keeps draft, drops live
            = kept, revision 1, labelled 0 to 65
              Right: active 55, paused 1, end Stopped
                @30 Paced from 19: held 30, paused 0, gap 0, Interrupted
                @30 Paced from 57: held 6, paused 0, gap 0, Eased, time to ease 6
        "#]],
    );
}

#[test]
fn the_live_record_is_written_at_every_transition_at_30_60_90_and_when_hidden() {
    check(
        "0 start
         1 tap
         10 tap
         105 hidden
         106 shown
         110 tap
         112 at the knee",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            40                            HOLD     right  30 @15   *Half*, "Chime(30)", writes
            70                            HOLD     right  60 @15   *Minute*, "Chime(60)", writes
            100                           HOLD     right  90 @15   *Cap*, "Cap", writes
            105     hidden                HOLD     right  95 @15   writes
            106     shown                 HOLD     right  96 @15
            110     tap                   ROLL     right 109 @15   *Eased*, "Eased", writes
            112     at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", writes
            = running
              Right: active 111, paused 0, end Knee
                @15 Paced from 10: held 100, paused 0, gap 0, Eased, time to ease 100
        "#]],
    );
}
