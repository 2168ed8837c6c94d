//! Two tabs, two stores: who runs the session, and which record of it counts.

use std::sync::Arc;

use eased::domain::{
    Effect, Event,
    history::{Body, Entry, SaveStatus},
    hold::Ending,
    model::{Screen, SessionState},
    phase::{Phase, Why},
    subscriptions, update,
};
use expect_test::expect;

use crate::script::{check, play};

#[test]
fn continue_raises_the_epoch_and_so_does_take_over() {
    let epoch = |script: &str| play(script).model.running().map(|r| r.epoch);
    assert_eq!(epoch("0 start\n1 tap"), Some(1));
    assert_eq!(epoch("0 start\n1 tap\n5 killed\n6 found\n7 continue"), Some(2));
    assert_eq!(epoch("0 start\n1 tap\n5 killed\n8 seen elsewhere\n9 took over"), Some(2));
}

/// What the person asked to be stopped there was not closed.
#[test]
fn a_session_that_is_taken_over_is_paused_as_asked() {
    let why = |script: &str| match &play(script).model.running()?.course.phase {
        Phase::Paused(paused) => Some(paused.why),
        Phase::Active(_) | Phase::Done => None,
    };
    assert_eq!(why("0 start\n1 tap\n5 killed\n6 found\n7 continue"), Some(Why::Closed));
    assert_eq!(why("0 start\n1 tap\n5 killed\n8 seen elsewhere\n9 took over"), Some(Why::Asked));
}

#[test]
fn of_two_records_of_one_session_the_newer_is_offered() {
    let mut world = play("0 start\n1 tap\n5 pause\n6 killed\n7 found");
    let mut newer = world.written.clone().expect("a live record");
    newer.running.seq += 1;
    newer.running.course.clock_ms += 500;
    let offered = |world: &crate::script::World| match &world.model.sitting {
        SessionState::Found { live, .. } => live.running.course.clock_ms,
        _ => panic!("nothing is offered"),
    };
    assert_eq!(offered(&world), 5_000);
    world.send("found in the other store", Event::LiveFound(Box::new(newer)));
    assert_eq!(offered(&world), 5_500);
    world.send("found once more", Event::LiveFound(Box::new(world.written.clone().expect("a live record"))));
    assert_eq!(offered(&world), 5_500);
}

/// The sessions are read after the record of a running one.
#[test]
fn a_record_is_offered_no_more_once_its_session_is_read_as_finished() {
    let world = play("0 start\n1 tap\n5 pause\n6 killed\n7 found");
    let running = &world.written.as_ref().expect("a live record").running;
    let (id, rev) = (running.id, running.rev);
    let session = Arc::new(crate::sample::session(id));
    let read = |rev| {
        let entry =
            Entry { rev, crc: 1, body: Body::Full(session.clone()), full: None, kept: SaveStatus::Pending };
        let (mut model, now) = (world.model.clone(), world.model.now);
        let effects = update(&mut model, Event::Found(vec![(id, entry)]), now);
        (model.sitting, effects)
    };
    assert_eq!(read(rev), (SessionState::Idle, vec![Effect::DropLive(id)]));
    // One that goes back into a finished session leads to more than what is read.
    let (sitting, effects) = read(rev - 1);
    assert!(matches!(sitting, SessionState::Found { .. }) && effects.is_empty());
}

/// The store that knew of it answers when the next session is under way already.
#[test]
fn a_record_that_is_found_too_late_to_be_offered_is_kept_as_interrupted() {
    let mut world = play("0 start\n1 tap\n5 tap\n40 killed");
    let left_behind = Box::new(world.written.clone().expect("a live record"));
    let id = left_behind.running.id;
    let next = world.name();
    world.send("start", Event::StartPressed(next));
    let under_way = world.model.sitting.clone();
    let now = world.now();
    let effects = update(&mut world.model, Event::LiveFound(left_behind.clone()), now);
    assert_eq!(world.model.sitting, under_way);
    let kept = world.model.history.session(id).expect("the session that was left behind").clone();
    assert_eq!(effects, [Effect::SaveSession { rev: 1, session: kept.clone() }, Effect::DropLive(id)]);
    assert_eq!(
        kept.holds.iter().map(|h| (h.ending, h.held_ms)).collect::<Vec<_>>(),
        [(Ending::Interrupted, 30_000)]
    );
    // Found a second time it has been written.
    assert_eq!(update(&mut world.model, Event::LiveFound(left_behind), now), [Effect::DropLive(id)]);
}

/// A record is found at once in one store, and once more when the other one has been asked.
#[test]
fn a_discarded_record_stays_away_whenever_it_is_found_again() {
    let mut world = play("0 start\n1 tap\n5 tap\n40 killed\n41 found\n42 discard\n43 discard");
    let left_behind = Box::new(world.written.clone().expect("a live record"));
    let (id, now) = (left_behind.running.id, world.now());
    assert_eq!(update(&mut world.model, Event::LiveFound(left_behind.clone()), now), [Effect::DropLive(id)]);
    assert_eq!(world.model.sitting, SessionState::Idle);
    let next = world.name();
    world.send("start", Event::StartPressed(next));
    assert_eq!(update(&mut world.model, Event::LiveFound(left_behind), now), [Effect::DropLive(id)]);
    assert!(world.model.history.get(id).is_none());
}

/// Somebody had pressed Start, and no more.
#[test]
fn a_record_found_too_late_that_leads_to_nothing_is_dropped() {
    let mut world = play("0 start\n5 killed");
    let left_behind = Box::new(world.written.clone().expect("a live record"));
    let (id, next) = (left_behind.running.id, world.name());
    world.send("start", Event::StartPressed(next));
    let now = world.now();
    assert_eq!(update(&mut world.model, Event::LiveFound(left_behind), now), [Effect::DropLive(id)]);
}

#[test]
fn take_over_steals_the_lock_and_applies_the_kill_rule() {
    check(
        "0 start
         1 tap
         5 tap
         40 killed
         41 seen elsewhere
         42 take over
         43 took over
         51 look",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            5       tap                   HOLD     right   0 @7    *Hold*, "HoldBegan(1, None, None)", writes
            35                            HOLD     right  30 @7    *Half*, "Chime(30)", writes
            41      seen elsewhere        (elsewhere)
            42      take over             (elsewhere)              steals lock
            43      took over             POSITION right   8 @7    *Ready*, "GetIntoPlace(Right)", "ThenHold(1)", -> Session, writes
            51      look                  HOLD     right   0 @7    *Hold*, "HoldBegan(1, None, None)", writes
            = running
              Right: active 34, paused 0, end open
                @7 Paced from 5: held 30, paused 0, gap 0, Interrupted
                @7 open from 43: held 0, paused 0, gap 0
        "#]],
    );
}

#[test]
fn a_tab_that_lost_the_lock_only_watches() {
    check(
        "0 start
         1 tap
         5 tap
         40 lock lost
         41 tap
         42 stop
         43 gone elsewhere",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            5       tap                   HOLD     right   0 @7    *Hold*, "HoldBegan(1, None, None)", writes
            35                            HOLD     right  30 @7    *Half*, "Chime(30)", writes
            40      lock lost             (elsewhere)
            41      tap                   (elsewhere)
            42      stop                  (elsewhere)
            43      gone elsewhere        (idle)                   -> Leg
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
            0       start                 POSITION right   8 @0    "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            5       at the knee           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            6       lock lost             DONE     right
            7       undo                  DONE     right
            = kept, revision 1, labelled 0 to 5
              Right: active 4, paused 0, end Knee
        "#]],
    );
}

#[test]
fn a_live_record_whose_session_exists_is_dropped() {
    check(
        "left out left
         0 start
         1 tap
         5 at the knee
         6 killed
         7 found",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            5       at the knee           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            7       found                 (idle)                   drops live
            = kept, revision 1, labelled 0 to 5
              Right: active 4, paused 0, end Knee
        "#]],
    );
}

#[test]
fn a_start_that_waits_for_the_gate_does_not_write_over_what_was_left() {
    check(
        "0 start
         1 tap
         10 killed
         11 no gate
         12 start
         13 found",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            12      start                 (gate)
            13      found                 (found)
        "#]],
    );
}

#[test]
fn a_session_of_three_days_ago_is_not_taken_over_but_kept_or_discarded() {
    check(
        "0 start
         1 tap
         5 tap
         40 killed
         41 seen elsewhere
         42 frozen 259200
         259243 take over
         259244 took over
         259245 continue
         259246 keep",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            5       tap                   HOLD     right   0 @7    *Hold*, "HoldBegan(1, None, None)", writes
            35                            HOLD     right  30 @7    *Half*, "Chime(30)", writes
            41      seen elsewhere        (elsewhere)
            42                            (elsewhere)              claims a free lock
            259243  take over             (elsewhere)              steals lock
            259244  took over             (found)
            259245  continue              (found)
            259246  keep                  (idle)                   keeps revision 1, keeps draft, drops live, -> History
            = kept, revision 1, labelled 0 to 35
              Right: active 34, paused 0, end Interrupted
                @7 Paced from 5: held 30, paused 0, gap 0, Interrupted
        "#]],
    );
}

#[test]
fn a_session_is_taken_over_for_twelve_hours() {
    let taken = |ago: i64| {
        let script = format!("0 start\n1 tap\n5 hidden\n5 killed\n5 seen elsewhere\n5 frozen {ago}");
        let at = 5 + ago;
        play(&format!("{script}\n{at} take over\n{at} took over")).model.running().is_some()
    };
    assert!(taken(43_200));
    assert!(!taken(43_201));
}

/// "In another tab" is true for as long as a tab holds the lock: whenever this one is looked at, it asks.
#[test]
fn a_tab_that_watches_asks_whether_the_session_still_runs_elsewhere() {
    let world = play("0 start\n1 tap\n5 hidden\n6 killed\n7 seen elsewhere");
    for event in [Event::Ticked, Event::Shown, Event::Went(Screen::History)] {
        let mut model = world.model.clone();
        assert_eq!(update(&mut model, event, world.now()), [Effect::ClaimFreeLock]);
    }
    assert_eq!(subscriptions(&world.model).tick_ms, Some(5_000), "and while it is looked at");
    let found = play("0 start\n1 tap\n5 hidden\n6 killed\n7 seen elsewhere\n9 found");
    assert!(matches!(found.model.sitting, SessionState::Found { .. }), "it was left behind");
    for mut world in [found, play("0 look"), play("0 start\n1 tap")] {
        let now = world.now();
        assert!(!update(&mut world.model, Event::Shown, now).contains(&Effect::ClaimFreeLock));
    }
}
