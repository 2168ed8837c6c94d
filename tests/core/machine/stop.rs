//! Stop and done: what is kept, and what becomes of the marks.

use expect_test::expect;

use crate::script::check;

#[test]
fn stop_pauses_then_asks_and_stops_the_open_hold() {
    check(
        "0 start
         1 tap
         10 tap
         20 stop
         24 stop now
         25 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      stop                  PAUSED   right  10 @15   "Paused(Asked)", writes
            24      stop now              DONE     right           *Done*, "Done", keeps revision 1, keeps draft, drops live
            = kept, revision 1, labelled 0 to 24
              Right: active 19, paused 4, end Stopped
                @15 Paced from 10: held 10, paused 4, gap 0, Stopped(Some(StopButton))
        "#]],
    );
}

#[test]
fn stop_can_be_withdrawn_or_resumed_from() {
    check(
        "0 start
         1 tap
         5 stop
         6 withdraw
         7 stop now
         8 stop
         9 resume
         10 stop now",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            5       stop                  PAUSED   right   4 @7    "Paused(Asked)", writes
            6       withdraw              PAUSED   right   4 @7    writes
            7       stop now              PAUSED   right   4 @7
            8       stop                  PAUSED   right   4 @7    writes
            9       resume                ROLL     right   4 @7    "Resumed", writes
            10      stop now              ROLL     right   5 @8
            = running
              Right: active 5, paused 4, end open
        "#]],
    );
}

#[test]
fn stop_ends_the_session_from_every_phase() {
    for script in ["0 start", "0 start\n1 tap", "0 start\n1 tap\n5 tap", "0 start\n1 tap\n5 at the knee"] {
        let world = crate::script::play(&format!("{script}\n10 stop\n11 stop now"));
        assert!(world.log.contains("DONE"), "{}", world.log);
    }
}

#[test]
fn nothing_rolled_and_nothing_held_is_nothing_stored_and_the_marks_stay() {
    check(
        "marks right 30
         0 start
         4 stop
         5 stop now
         6 done",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, writes
            4       stop                  PAUSED   right   4 @0    "Paused(Asked)", writes
            5       stop now              DONE     right           *Done*, "Done", drops live
            6       done                  (idle)                   -> Leg
        "#]],
    );
    let world = crate::script::play("marks right 30\n0 start\n4 stop\n5 stop now\n6 done");
    assert!(!world.model.draft.is_empty());
}

#[test]
fn the_draft_is_cleared_at_done_and_skipped_marks_are_not_stored() {
    let world = crate::script::play(
        "marks right 30 60
         left out left
         0 start
         1 tap
         5 move on
         6 at the knee
         7 done",
    );
    assert!(world.model.draft.is_empty());
    let sessions = world.model.history.newest_first();
    assert_eq!(sessions.len(), 1);
    assert!(sessions[0].holds.is_empty());
}
