//! Stop and Done: what is kept, and which marks remain.

use expect_test::expect;

use crate::script::check;

#[test]
fn stop_pauses_then_asks_and_stops_the_open_hold() {
    check(
        "holding from 10
         20 stop
         24 stop now
         25 end",
        &expect![[r#"
            20      stop                  PAUSED   right  10 @15   "Paused(Asked)", saves snapshot
            24      stop now              DONE     right           *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 1, from 0 to 24
              Right: active 19, paused 4, end Stopped
                @15 Estimated from 10: held 10, paused 4, gap 0, Stopped(Some(StopButton))
        "#]],
    );
}

#[test]
fn stop_can_be_withdrawn_or_resumed_from() {
    check(
        "rolling from 1
         5 stop
         6 cancel stop
         7 stop now
         8 stop
         9 resume
         10 stop now",
        &expect![[r#"
            5       stop                  PAUSED   right   4 @7    "Paused(Asked)", saves snapshot
            6       cancel stop           PAUSED   right   4 @7    saves snapshot
            7       stop now              PAUSED   right   4 @7
            8       stop                  PAUSED   right   4 @7    saves snapshot
            9       resume                ROLL     right   4 @7    "Resumed", saves snapshot
            10      stop now              ROLL     right   5 @8
            = running
              Right: active 5, paused 4, end open
        "#]],
    );
}

#[test]
fn stop_ends_the_session_from_every_phase() {
    for script in ["0 start", "rolling from 1", "holding from 5", "rolling from 1\n5 at the knee"] {
        let app = crate::script::play(&format!("{script}\n10 stop\n11 stop now"));
        assert!(app.log.contains("DONE"), "{}", app.log);
    }
}

#[test]
fn a_session_without_activity_is_not_stored_and_the_marks_stay() {
    check(
        "marks right 30
         0 start
         4 stop
         5 stop now
         6 done",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            4       stop                  PAUSED   right   4 @0    "Paused(Asked)", saves snapshot
            5       stop now              DONE     right           *Done*, "Done", removes snapshot
            6       done                  (idle)                   -> Leg
        "#]],
    );
    let app = crate::script::play("marks right 30\n0 start\n4 stop\n5 stop now\n6 done");
    assert!(!app.model.draft.is_empty());
}

#[test]
fn the_draft_is_cleared_at_done_and_skipped_marks_are_not_stored() {
    let app = crate::script::play(
        "marks right 30 60
         left out left
         0 start
         1 tap
         5 move on
         6 at the knee
         7 done",
    );
    assert!(app.model.draft.is_empty());
    let sessions = app.model.history.sessions_newest_first();
    assert_eq!(sessions.len(), 1);
    assert!(sessions[0].holds.is_empty());
}
