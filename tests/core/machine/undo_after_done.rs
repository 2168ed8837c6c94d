//! Undo from the summary: the session continues, and its next end writes another revision.

use expect_test::expect;

use crate::script::{check, play};

#[test]
fn actions_are_undone_one_after_the_other() {
    check(
        "holding from 4
         8 tap
         9 undo
         10 undo
         11 undo
         11.5 undo",
        &expect![[r#"
            8       tap                   ROLL     right   7 @5    *Eased*, "Eased", saves snapshot
            9       undo                  HOLD     right   5 @5    "Undone", saves snapshot
            10      undo                  ROLL     right   9 @15   "Undone", saves snapshot
            11      undo                  ROLL     right   3 @5    "Undone", saves snapshot
            11.5    undo                  ROLL     right   3 @6
            = running
              Right: active 3.5, paused 0, end open
        "#]],
    );
}

#[test]
fn a_slip_can_be_undone() {
    check(
        "holding from 10
         12 tap
         14 undo
         20 tap",
        &expect![[r#"
            12      tap                   ROLL     right  11 @15   "HoldTooShort", saves snapshot
            14      undo                  HOLD     right   4 @15   "Undone", saves snapshot
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", saves snapshot
            = running
              Right: active 19, paused 0, end open
                @15 Estimated from 10: held 10, paused 0, gap 0, Eased, time to ease 10
        "#]],
    );
}

#[test]
fn undo_from_done_restores_the_running_session_and_the_next_done_writes_revision_2() {
    check(
        "left out left
         marks right 50
         0 start
         1 tap
         31 tap
         41 tap
         50 at the knee
         55 undo
         60 tick
         72 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 1, TwoHands)", saves snapshot
            26                            ROLL     right  25 @42   "AlmostAtSpot(1)"
            31      tap                   HOLD     right   0 @50   *AtMark*, "AtSpot(1, 1)", *Hold*, "HoldBegan(1, Some(1), None)", saves snapshot
            41      tap                   ROLL     right  40 @50   *Eased*, "Eased", saves snapshot
            46                            ROLL     right  45 @50   "RollOn", "RollToKnee", saves snapshot
            50      at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            55      undo                  ROLL     right  54 @65   saves draft, "Undone", saves snapshot
            60      tick                  ROLL     right  59 @73
            71                            ROLL     right  70 @92   "AlmostAtKnee"
            = stored, revision 1, from 0 to 50
              Right: active 49, paused 0, end Knee
                @50 Tapped from 31: held 10, paused 0, gap 0, Eased, time to ease 10
            = running
              Right: active 70, paused 0, end open
                @50 Tapped from 31: held 10, paused 0, gap 0, Eased, time to ease 10
        "#]],
    );
}

#[test]
fn undo_from_done_restores_the_draft_until_the_next_done() {
    let script = "left out left\nmarks right 50\nholding from 31\n41 tap\n50 at the knee\n";
    assert!(play(script).model.draft.is_empty());
    assert!(!play(&format!("{script}55 undo")).model.draft.is_empty());
    assert!(play(&format!("{script}55 undo\n56 at the knee")).model.draft.is_empty());
}

#[test]
fn undo_from_done_to_an_automatic_end_writes_revision_2_at_once() {
    // "At the knee" was pressed two seconds before the pacer would have arrived; by now it has arrived.
    check(
        "left out left
         0 start
         1 tap
         59 at the knee
         64 undo",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            56                            ROLL     right  55 @92   "AlmostAtKnee"
            59      at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            64      undo                  DONE     right           saves draft, "Undone", *Done*, "Done", saves revision 2, saves draft, removes snapshot
            = stored, revision 2, from 0 to 64
              Right: active 60, paused 0, end Bottom
        "#]],
    );
}

#[test]
fn undo_of_stop_now_returns_to_the_question() {
    check(
        "holding from 10
         20 stop
         22 stop now
         25 undo
         27 resume
         30 tap",
        &expect![[r#"
            20      stop                  PAUSED   right  10 @15   "Paused(Asked)", saves snapshot
            22      stop now              DONE     right           *Done*, "Done", saves revision 1, saves draft, removes snapshot
            25      undo                  PAUSED   right  10 @15   saves draft, "Undone", saves snapshot
            27      resume                HOLD     right  10 @15   "Resumed", saves snapshot
            30      tap                   ROLL     right  22 @15   *Eased*, "Eased", saves snapshot
            = stored, revision 1, from 0 to 22
              Right: active 19, paused 2, end Stopped
                @15 Estimated from 10: held 10, paused 2, gap 0, Stopped(Some(StopButton))
            = running
              Right: active 22, paused 7, end open
                @15 Estimated from 10: held 13, paused 7, gap 0, Eased
        "#]],
    );
}

#[test]
fn corrections_in_the_summary_survive_undo_from_done() {
    let app = play(
        "left out left
         0 start
         1 tap
         31 tap
         41 tap
         50 at the knee
         52 edit tag before
         53 edit place 0 44
         55 undo
         58 at the knee",
    );
    let session = &app.model.history.sessions_newest_first()[0];
    assert_eq!(session.tag, Some(eased::domain::session::Tag::Before));
    assert_eq!(session.holds[0].position.percent(), 44);
    assert_eq!(session.passes[0].active_ms, 57_000);
}

#[test]
fn stopping_after_undo_to_before_any_rolling_stores_nothing() {
    check(
        "left out left
         0 start
         2 tap
         3 at the knee
         4 undo
         5 undo
         6 stop
         7 stop now",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            2       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            3       at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            4       undo                  ROLL     right   2 @3    saves draft, "Undone", saves snapshot
            5       undo                  POSITION right   3 @0    "Undone", saves snapshot
            6       stop                  PAUSED   right   2 @0    "Paused(Asked)", saves snapshot
            7       stop now              DONE     right           *Done*, "Done", saves tombstone 2, removes snapshot
            = stored, revision 1, deleted, from 0 to 3
              Right: active 1, paused 0, end Knee
        "#]],
    );
}
