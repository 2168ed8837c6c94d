//! Undo from the summary: the session is live again and its next end is another revision.

use expect_test::expect;

use crate::script::{check, play};

#[test]
fn acts_are_undone_one_after_the_other() {
    check(
        "0 start
         1 tap
         4 tap
         8 tap
         9 undo
         10 undo
         11 undo
         11.5 undo",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            4       tap                   HOLD     right   0 @5    *Hold*, "HoldBegan(1, None, None)", writes
            8       tap                   ROLL     right   7 @5    *Eased*, "Eased", writes
            9       undo                  HOLD     right   5 @5    "Undone", writes
            10      undo                  ROLL     right   9 @15   "Undone", writes
            11      undo                  ROLL     right   3 @5    "Undone", writes
            11.5    undo                  ROLL     right   3 @6
            = running
              Right: active 3.5, paused 0, end open
        "#]],
    );
}

#[test]
fn a_slip_can_be_undone() {
    check(
        "0 start
         1 tap
         10 tap
         12 tap
         14 undo
         20 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            12      tap                   ROLL     right  11 @15   "Slipped", writes
            14      undo                  HOLD     right   4 @15   "Undone", writes
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", writes
            = running
              Right: active 19, paused 0, end open
                @15 Paced from 10: held 10, paused 0, gap 0, Eased, time to ease 10
        "#]],
    );
}

#[test]
fn undo_from_done_restores_the_live_session_and_the_next_done_writes_revision_2() {
    check(
        "left out left
         marks right 50
         0 start
         1 tap
         31 tap
         41 tap
         50 at the knee
         55 undo
         60 look
         72 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Next(1, 1, TwoHands)", writes
            26                            ROLL     right  25 @42   "Nearly(1)"
            31      tap                   HOLD     right   0 @50   *Here*, "AtSpot(1, 1)", *Hold*, "HoldBegan(1, Some(1), None)", writes
            41      tap                   ROLL     right  40 @50   *Eased*, "Eased", writes
            46                            ROLL     right  45 @50   "RollOn", "ToKnee", writes
            50      at the knee           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            55      undo                  ROLL     right  54 @65   keeps draft, "Undone", writes
            60      look                  ROLL     right  59 @73
            71                            ROLL     right  70 @92   "NearKnee"
            = kept, revision 1, labelled 0 to 50
              Right: active 49, paused 0, end Knee
                @50 Tapped from 31: held 10, paused 0, gap 0, Eased, time to ease 10
            = running
              Right: active 70, paused 0, end open
                @50 Tapped from 31: held 10, paused 0, gap 0, Eased, time to ease 10
        "#]],
    );
}

#[test]
fn undo_from_done_gives_the_draft_back_until_the_next_done() {
    let script = "left out left\nmarks right 50\n0 start\n1 tap\n31 tap\n41 tap\n50 at the knee\n";
    assert!(play(script).model.draft.is_empty());
    assert!(!play(&format!("{script}55 undo")).model.draft.is_empty());
    assert!(play(&format!("{script}55 undo\n56 at the knee")).model.draft.is_empty());
}

#[test]
fn undo_from_done_into_an_end_that_came_by_itself_writes_revision_2_at_once() {
    // "At the knee" was pressed with two seconds to go; by now the pacer has arrived.
    check(
        "left out left
         0 start
         1 tap
         59 at the knee
         64 undo",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            56                            ROLL     right  55 @92   "NearKnee"
            59      at the knee           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            64      undo                  DONE     right           keeps draft, "Undone", *Done*, "Done", keeps revision 2, keeps draft, drops live
            = kept, revision 2, labelled 0 to 64
              Right: active 60, paused 0, end Bottom
        "#]],
    );
}

#[test]
fn undo_of_stop_now_comes_back_to_the_question() {
    check(
        "0 start
         1 tap
         10 tap
         20 stop
         22 stop now
         25 undo
         27 resume
         30 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      stop                  PAUSED   right  10 @15   "Paused(Asked)", writes
            22      stop now              DONE     right           *Done*, "Done", keeps revision 1, keeps draft, drops live
            25      undo                  PAUSED   right  10 @15   keeps draft, "Undone", writes
            27      resume                HOLD     right  10 @15   "Resumed", writes
            30      tap                   ROLL     right  22 @15   *Eased*, "Eased", writes
            = kept, revision 1, labelled 0 to 22
              Right: active 19, paused 2, end Stopped
                @15 Paced from 10: held 10, paused 2, gap 0, Stopped(Some(StopButton))
            = running
              Right: active 22, paused 7, end open
                @15 Paced from 10: held 13, paused 7, gap 0, Eased
        "#]],
    );
}

#[test]
fn corrections_in_the_summary_outlive_undo_from_done() {
    let world = play(
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
    let session = &world.model.history.newest_first()[0];
    assert_eq!(session.tag, Some(eased::domain::session::Tag::Before));
    assert_eq!(session.holds[0].position.percent(), 44);
    assert_eq!(session.passes[0].active_ms, 57_000);
}

#[test]
fn back_to_before_anything_was_rolled_a_stop_leaves_nothing_stored() {
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
            0       start                 POSITION right   8 @0    "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, writes
            2       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            3       at the knee           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            4       undo                  ROLL     right   2 @3    keeps draft, "Undone", writes
            5       undo                  POSITION right   3 @0    "Undone", writes
            6       stop                  PAUSED   right   2 @0    "Paused(Asked)", writes
            7       stop now              DONE     right           *Done*, "Done", keeps tombstone 2, drops live
            = kept, revision 1, deleted, labelled 0 to 3
              Right: active 1, paused 0, end Knee
        "#]],
    );
}
