//! The revisions of a session in the history: which one takes precedence, and which one is restored.

use std::sync::Arc;

use eased::domain::{
    history::{History, RevisionBody, SaveStatus, SessionEntry},
    leg::Leg,
    session::{Pass, Session, SessionId},
};
use expect_test::expect;

use crate::script::{check, play};

/// A session that is identified by the name of its roller.
fn session(roller: &str) -> Arc<Session> {
    let app = play("left out left\nrolling from 1\n5 at the knee");
    let mut session = Session::clone(&app.model.history.sessions_newest_first()[0]);
    roller.clone_into(&mut session.roller);
    Arc::new(session)
}

fn full(rev: u32, crc: u32, roller: &str) -> SessionEntry {
    let session = session(roller);
    SessionEntry {
        rev,
        crc,
        body: RevisionBody::Full(session.clone()),
        newest_full: Some((rev, session)),
        save_status: SaveStatus::InBothStores,
    }
}

fn tombstone(rev: u32) -> SessionEntry {
    SessionEntry {
        rev,
        crc: 0,
        body: RevisionBody::Deleted(1),
        newest_full: None,
        save_status: SaveStatus::InBothStores,
    }
}

fn merged(entries: &[SessionEntry]) -> SessionEntry {
    let id = SessionId::from_random([1; 10]);
    let mut history = History::default();
    for entry in entries {
        history.merge_entry(id, entry.clone());
    }
    history.get(id).expect("an entry").clone()
}

/// The merged entry, which must be the same in both orders.
fn in_both_orders(a: &SessionEntry, b: &SessionEntry) -> SessionEntry {
    let result = merged(&[a.clone(), b.clone()]);
    let other = merged(&[b.clone(), a.clone()]);
    assert_eq!(result, other);
    result
}

#[test]
fn the_highest_revision_is_read() {
    let read = in_both_orders(&full(1, 9, "old"), &full(2, 1, "new"));
    assert_eq!(read, full(2, 1, "new"));
}

#[test]
fn at_a_tie_full_beats_tombstone_and_then_the_greater_crc() {
    assert_eq!(in_both_orders(&full(2, 1, "full"), &tombstone(2)), full(2, 1, "full"));
    assert_eq!(in_both_orders(&full(2, 1, "a"), &full(2, 7, "b")), full(2, 7, "b"));
}

#[test]
fn a_tombstone_keeps_the_highest_full_revision_for_undeletion() {
    let entry = in_both_orders(&tombstone(3), &full(2, 1, "last"));
    assert_eq!((entry.rev, entry.body), (3, RevisionBody::Deleted(1)));
    let three = [full(1, 5, "first"), tombstone(3), full(2, 1, "last")];
    for order in [[0, 1, 2], [1, 0, 2], [1, 2, 0], [2, 1, 0], [0, 2, 1], [2, 0, 1]] {
        let entry = merged(&order.map(|i| three[i].clone()));
        let (rev, session) = entry.newest_full.expect("something to bring back");
        assert_eq!((rev, session.roller.as_str()), (2, "last"), "{order:?}");
    }
}

#[test]
fn delete_and_undelete_are_revisions() {
    check(
        "left out left
         0 start
         1 tap
         5 at the knee
         16 edit tag before
         17 delete
         18 delete
         19 bring back
         20 bring back",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            5       at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            16      edit tag before       DONE     right           saves revision 2
            17      delete                DONE     right           saves tombstone 3, "SessionDeleted"
            18      delete                DONE     right
            19      bring back            DONE     right           saves revision 4, "SessionUndeleted"
            20      bring back            DONE     right
            = stored, revision 4, from 0 to 5
              Right: active 4, paused 0, end Knee
        "#]],
    );
}

#[test]
fn an_edit_that_changes_nothing_is_no_revision() {
    let app = play(
        "left out left\nholding from 9\n14 tap\n15 at the knee
         16 edit place 0 13\n17 edit ending 0 eased\n18 edit all places right\n19 edit all places right",
    );
    assert!(app.log.contains("stored, revision 2,"), "{}", app.log);
}

#[test]
fn a_knee_score_after_a_session_has_its_minutes_since_the_start() {
    let app = play("left out left\nrolling from 1\n9 at the knee\n150 edit knee 4");
    let knee = app.model.history.sessions_newest_first()[0].knee_after.expect("a score");
    assert_eq!((knee.pain.score(), knee.minutes), (4, 2));
}

#[test]
fn the_next_first_leg_is_the_other_one_than_last_time_whatever_order_records_arrive_in() {
    let app = play("rolling from 1\n5 stop\n6 stop now\n7 done\n8 start\n9 tap\n12 stop\n13 stop now");
    let mut entries: Vec<_> = app.model.history.entries().collect();
    entries.reverse();
    let mut again = History::default();
    for (id, entry) in entries {
        again.merge_entry(id, entry.clone());
    }
    let now = app.now().unix_ms;
    assert_eq!(again.next_first_leg(now), app.model.history.next_first_leg(now));
    assert_eq!(again.next_first_leg(now), Leg::Right);
}

/// One session was recorded while the clock was 400 days ahead.
#[test]
fn a_session_from_the_future_is_not_the_last_one_for_ever() {
    let day = |n: i64| n * 86_400_000;
    let interrupted_session = |n: i64, leg| {
        let pass = Pass { active_ms: 60_000, end: None, ..crate::sample::pass(leg) };
        let id = SessionId::from_random([u8::try_from(n % 251).expect("small"); 10]);
        Session { start_unix_ms: day(n), passes: vec![pass], ..crate::sample::session(id) }
    };
    let mut sessions = vec![interrupted_session(400, Leg::Right)];
    assert_eq!(
        crate::track::history(sessions.clone()).next_first_leg(day(1)),
        Leg::Left,
        "there is no other session"
    );
    sessions.push(interrupted_session(1, Leg::Left));
    let history = crate::track::history(sessions);
    assert_eq!(history.next_first_leg(day(2)), Leg::Right);
    assert_eq!(history.next_first_leg(day(400)), Leg::Left, "its date is no longer in the future");
}

#[test]
fn a_clone_shares_its_entries_until_one_of_the_two_changes() {
    let id = SessionId::from_random([1; 10]);
    let mut history = History::default();
    history.merge_entry(id, full(2, 7, "a"));
    let clone = history.clone();
    assert!(clone.ptr_eq(&history));
    // None of this changes the history.
    history.merge_entry(id, full(2, 7, "a"));
    history.merge_entry(id, full(1, 9, "older"));
    history.set_save_status(id, 2, SaveStatus::InBothStores);
    history.set_save_status(id, 3, SaveStatus::NotSaved);
    assert!(clone.ptr_eq(&history));
    history.set_save_status(id, 2, SaveStatus::InOneStore);
    assert!(!clone.ptr_eq(&history));
    assert_eq!(clone.get(id).map(|entry| entry.save_status), Some(SaveStatus::InBothStores));
    assert_eq!(history.get(id).map(|entry| entry.save_status), Some(SaveStatus::InOneStore));
}
