//! Two tabs and two stores: which tab runs the session, and which snapshot of it counts.

use std::sync::Arc;

use eased::domain::{
    Effect, Event,
    history::{RevisionBody, SaveStatus, SessionEntry},
    hold::Ending,
    hold_cue::HoldCue,
    model::SessionState,
    phase::{PauseReason, Phase},
    screen::Screen,
    subscriptions, update,
};
use expect_test::expect;

use crate::script::{check, play};

#[test]
fn continue_raises_the_epoch_and_so_does_take_over() {
    let epoch = |script: &str| play(script).model.running().map(|r| r.epoch);
    assert_eq!(epoch("rolling from 1"), Some(1));
    assert_eq!(epoch("rolling from 1\n5 killed\n6 snapshot found\n7 continue"), Some(2));
    assert_eq!(epoch("rolling from 1\n5 killed\n8 other tab seen\n9 lock taken over"), Some(2));
}

/// The other tab's session was not closed, so the reason for the pause is the person's request.
#[test]
fn a_session_that_is_taken_over_is_paused_as_asked() {
    let why = |script: &str| match &play(script).model.running()?.progress.phase {
        Phase::Paused(paused) => Some(paused.reason),
        Phase::Active(_) | Phase::Done => None,
    };
    assert_eq!(why("rolling from 1\n5 killed\n6 snapshot found\n7 continue"), Some(PauseReason::Closed));
    assert_eq!(
        why("rolling from 1\n5 killed\n8 other tab seen\n9 lock taken over"),
        Some(PauseReason::Asked)
    );
}

#[test]
fn the_newer_of_two_snapshots_is_offered() {
    let mut app = play("rolling from 1\n5 pause\n6 killed\n7 snapshot found");
    let mut newer = app.last_snapshot.clone().expect("a snapshot");
    newer.running.seq += 1;
    newer.running.progress.active_ms += 500;
    let offered = |app: &crate::script::TestApp| match &app.model.session_state {
        SessionState::Interrupted { snapshot, .. } => snapshot.running.progress.active_ms,
        _ => panic!("nothing is offered"),
    };
    assert_eq!(offered(&app), 5_000);
    app.send("found in the other store", Event::SnapshotFound(Box::new(newer)));
    assert_eq!(offered(&app), 5_500);
    app.send(
        "found once more",
        Event::SnapshotFound(Box::new(app.last_snapshot.clone().expect("a snapshot"))),
    );
    assert_eq!(offered(&app), 5_500);
}

/// The finished sessions are read after the snapshot of the running one.
#[test]
fn a_snapshot_is_removed_once_its_finished_session_is_found() {
    let app = play("rolling from 1\n5 pause\n6 killed\n7 snapshot found");
    let running = &app.last_snapshot.as_ref().expect("a snapshot").running;
    let (id, rev) = (running.id, running.rev);
    let session = Arc::new(crate::sample::session(id));
    let read = |rev| {
        let entry = SessionEntry {
            rev,
            crc: 1,
            body: RevisionBody::Full(session.clone()),
            newest_full: None,
            save_status: SaveStatus::Pending,
        };
        let (mut model, now) = (app.model.clone(), app.model.now);
        let effects = update(&mut model, Event::SessionsFound(vec![(id, entry)]), now);
        (model.session_state, effects)
    };
    assert_eq!(read(rev), (SessionState::Idle, vec![Effect::RemoveSnapshot(id)]));
    // A snapshot with a higher revision than the stored session is still offered.
    let (session_state, effects) = read(rev - 1);
    assert!(matches!(session_state, SessionState::Interrupted { .. }) && effects.is_empty());
}

/// The slow store answers while the next session is running. The first chime wrote the snapshot.
#[test]
fn a_snapshot_that_is_found_during_a_session_is_stored_as_interrupted() {
    let mut app = play(&format!("holding from 5\n{} killed", 5 + HoldCue::FirstChime.at_seconds() + 1));
    let snapshot = Box::new(app.last_snapshot.clone().expect("a snapshot"));
    let id = snapshot.running.id;
    let next = app.new_session_id();
    app.send("start", Event::StartPressed(next));
    let under_way = app.model.session_state.clone();
    let now = app.now();
    let effects = update(&mut app.model, Event::SnapshotFound(snapshot.clone()), now);
    assert_eq!(app.model.session_state, under_way);
    let interrupted = app.model.history.session(id).expect("the interrupted session").clone();
    assert_eq!(
        effects,
        [Effect::SaveSession { rev: 1, session: interrupted.clone() }, Effect::RemoveSnapshot(id)]
    );
    assert_eq!(
        interrupted.holds.iter().map(|h| (h.ending, h.held_ms)).collect::<Vec<_>>(),
        [(Ending::Interrupted, HoldCue::FirstChime.at_ms())]
    );
    // When it is found a second time, its session has been stored.
    assert_eq!(update(&mut app.model, Event::SnapshotFound(snapshot), now), [Effect::RemoveSnapshot(id)]);
}

/// The snapshot is found in one store first, and again when the other store answers.
#[test]
fn a_discarded_snapshot_is_not_offered_again() {
    let mut app = play("holding from 5\n40 killed\n41 snapshot found\n42 discard\n43 discard");
    let interrupted = Box::new(app.last_snapshot.clone().expect("a snapshot"));
    let (id, now) = (interrupted.running.id, app.now());
    assert_eq!(
        update(&mut app.model, Event::SnapshotFound(interrupted.clone()), now),
        [Effect::RemoveSnapshot(id)]
    );
    assert_eq!(app.model.session_state, SessionState::Idle);
    let next = app.new_session_id();
    app.send("start", Event::StartPressed(next));
    assert_eq!(update(&mut app.model, Event::SnapshotFound(interrupted), now), [Effect::RemoveSnapshot(id)]);
    assert!(app.model.history.get(id).is_none());
}

/// Only Start had been pressed in the interrupted session.
#[test]
fn a_snapshot_without_activity_that_is_found_late_is_removed() {
    let mut app = play("0 start\n5 killed");
    let interrupted = Box::new(app.last_snapshot.clone().expect("a snapshot"));
    let (id, next) = (interrupted.running.id, app.new_session_id());
    app.send("start", Event::StartPressed(next));
    let now = app.now();
    assert_eq!(update(&mut app.model, Event::SnapshotFound(interrupted), now), [Effect::RemoveSnapshot(id)]);
}

#[test]
fn take_over_steals_the_lock_and_applies_the_recovery_rule() {
    check(
        "holding from 5
         40 killed
         41 other tab seen
         42 take over
         43 lock taken over
         51 tick",
        &expect![[r#"
            35                            HOLD     right  30 @7    *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            41      other tab seen        (in other tab)
            42      take over             (in other tab)           steals session lock
            43      lock taken over       POSITION right   8 @7    *Ready*, "GetIntoPlace(Right)", "ThenHold(1)", -> Session, saves snapshot
            51      tick                  HOLD     right   0 @7    *Hold*, "HoldBegan(1, None, None)", saves snapshot
            = running
              Right: active 34, paused 0, end open
                @7 Estimated from 5: held 30, paused 0, gap 0, Interrupted
                @7 open from 43: held 0, paused 0, gap 0
        "#]],
    );
}

#[test]
fn a_tab_that_lost_the_lock_only_watches() {
    check(
        "holding from 5
         40 lock lost
         41 tap
         42 stop
         43 other tab ended",
        &expect![[r#"
            35                            HOLD     right  30 @7    *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            40      lock lost             (in other tab)
            41      tap                   (in other tab)
            42      stop                  (in other tab)
            43      other tab ended       (idle)                   -> Leg
        "#]],
    );
}

#[test]
fn a_tab_that_lost_the_lock_in_the_summary_cannot_go_back() {
    check(
        "left out left
         0 start
         1 tap
         5 at the knee
         6 lock lost
         7 undo",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            5       at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            6       lock lost             DONE     right
            7       undo                  DONE     right
            = stored, revision 1, from 0 to 5
              Right: active 4, paused 0, end Knee
        "#]],
    );
}

#[test]
fn a_snapshot_whose_session_is_stored_is_removed() {
    check(
        "left out left
         0 start
         1 tap
         5 at the knee
         6 killed
         7 snapshot found",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            5       at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            7       snapshot found        (idle)                   removes snapshot
            = stored, revision 1, from 0 to 5
              Right: active 4, paused 0, end Knee
        "#]],
    );
}

#[test]
fn a_start_that_waits_for_the_gate_does_not_overwrite_an_interrupted_session() {
    check(
        "rolling from 1
         10 killed
         11 no gate
         12 start
         13 snapshot found",
        &expect![[r#"
            12      start                 (gate)
            13      snapshot found        (interrupted)
        "#]],
    );
}

#[test]
fn a_session_of_three_days_ago_is_not_taken_over_but_kept_or_discarded() {
    check(
        "holding from 5
         40 killed
         41 other tab seen
         42 frozen 259200
         259243 take over
         259244 lock taken over
         259245 continue
         259246 keep",
        &expect![[r#"
            35                            HOLD     right  30 @7    *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            41      other tab seen        (in other tab)
            42                            (in other tab)           claims free session lock
            259243  take over             (in other tab)           steals session lock
            259244  lock taken over       (interrupted)
            259245  continue              (interrupted)
            259246  keep                  (idle)                   saves revision 1, saves draft, removes snapshot, -> History
            = stored, revision 1, from 0 to 35
              Right: active 34, paused 0, end Interrupted
                @7 Estimated from 5: held 30, paused 0, gap 0, Interrupted
        "#]],
    );
}

#[test]
fn a_session_is_taken_over_for_twelve_hours() {
    let taken = |ago: i64| {
        let script = format!("rolling from 1\n5 hidden\n5 killed\n5 other tab seen\n5 frozen {ago}");
        let at = 5 + ago;
        play(&format!("{script}\n{at} take over\n{at} lock taken over")).model.running().is_some()
    };
    assert!(taken(43_200));
    assert!(!taken(43_201));
}

/// A session runs in another tab only while that tab holds the lock, so this tab checks the lock regularly.
#[test]
fn a_watching_tab_checks_whether_the_session_still_runs_in_another_tab() {
    let app = play("rolling from 1\n5 hidden\n6 killed\n7 other tab seen");
    for event in [Event::Ticked, Event::PageShown, Event::Navigated(Screen::History)] {
        let mut model = app.model.clone();
        assert_eq!(update(&mut model, event, app.now()), [Effect::ClaimFreeSessionLock]);
    }
    assert_eq!(subscriptions(&app.model).tick_ms, Some(5_000), "it also checks on every tick");
    let found = play("rolling from 1\n5 hidden\n6 killed\n7 other tab seen\n9 snapshot found");
    assert!(matches!(found.model.session_state, SessionState::Interrupted { .. }), "the other tab is gone");
    for mut app in [found, play("0 tick"), play("rolling from 1")] {
        let now = app.now();
        assert!(!update(&mut app.model, Event::PageShown, now).contains(&Effect::ClaimFreeSessionLock));
    }
}
