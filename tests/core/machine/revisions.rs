//! The history as a pile of revisions: which one is read, and what comes back.

use std::sync::Arc;

use eased::domain::{
    history::{Body, Entry, History, SaveStatus},
    leg::Leg,
    session::{Pass, Session, SessionId},
};
use expect_test::expect;

use crate::script::{check, play};

/// A session that can be told from others by its roller.
fn session(roller: &str) -> Arc<Session> {
    let world = play("left out left\n0 start\n1 tap\n5 at the knee");
    let mut session = Session::clone(&world.model.history.newest_first()[0]);
    roller.clone_into(&mut session.roller);
    Arc::new(session)
}

fn full(rev: u32, crc: u32, roller: &str) -> Entry {
    let session = session(roller);
    Entry { rev, crc, body: Body::Full(session.clone()), full: Some((rev, session)), kept: SaveStatus::Both }
}

fn tombstone(rev: u32) -> Entry {
    Entry { rev, crc: 0, body: Body::Deleted(1), full: None, kept: SaveStatus::Both }
}

fn merged(entries: &[Entry]) -> Entry {
    let id = SessionId::from_random([1; 10]);
    let mut history = History::default();
    for entry in entries {
        history.merge(id, entry.clone());
    }
    history.get(id).expect("an entry").clone()
}

/// In whatever order they are found.
fn in_both_orders(a: &Entry, b: &Entry) -> Entry {
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
fn a_tombstone_keeps_the_highest_full_revision_for_bring_back() {
    let kept = in_both_orders(&tombstone(3), &full(2, 1, "last"));
    assert_eq!((kept.rev, kept.body), (3, Body::Deleted(1)));
    let three = [full(1, 5, "first"), tombstone(3), full(2, 1, "last")];
    for order in [[0, 1, 2], [1, 0, 2], [1, 2, 0], [2, 1, 0], [0, 2, 1], [2, 0, 1]] {
        let entry = merged(&order.map(|i| three[i].clone()));
        let (rev, session) = entry.full.expect("something to bring back");
        assert_eq!((rev, session.roller.as_str()), (2, "last"), "{order:?}");
    }
}

#[test]
fn delete_and_bring_back_are_revisions() {
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
            0       start                 POSITION right   8 @0    "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            5       at the knee           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            16      edit tag before       DONE     right           keeps revision 2
            17      delete                DONE     right           keeps tombstone 3, "Deleted"
            18      delete                DONE     right
            19      bring back            DONE     right           keeps revision 4, "BroughtBack"
            20      bring back            DONE     right
            = kept, revision 4, labelled 0 to 5
              Right: active 4, paused 0, end Knee
        "#]],
    );
}

#[test]
fn an_edit_that_changes_nothing_is_no_revision() {
    let world = play(
        "left out left\n0 start\n1 tap\n9 tap\n14 tap\n15 at the knee
         16 edit place 0 13\n17 edit ending 0 eased\n18 edit all places right\n19 edit all places right",
    );
    assert!(world.log.contains("kept, revision 2,"), "{}", world.log);
}

#[test]
fn a_knee_score_afterwards_carries_its_minutes_from_the_start() {
    let world = play("left out left\n0 start\n1 tap\n9 at the knee\n150 edit knee 4");
    let knee = world.model.history.newest_first()[0].knee_after.expect("a score");
    assert_eq!((knee.pain.score(), knee.minutes), (4, 2));
}

#[test]
fn the_next_first_leg_is_the_other_one_than_last_time_whatever_order_records_arrive_in() {
    let world = play("0 start\n1 tap\n5 stop\n6 stop now\n7 done\n8 start\n9 tap\n12 stop\n13 stop now");
    let mut entries: Vec<_> = world.model.history.entries().collect();
    entries.reverse();
    let mut again = History::default();
    for (id, entry) in entries {
        again.merge(id, entry.clone());
    }
    let now = world.now().unix_ms;
    assert_eq!(again.next_first_leg(now), world.model.history.next_first_leg(now));
    assert_eq!(again.next_first_leg(now), Leg::Right);
}

/// A clock was ahead by 400 days for one session.
#[test]
fn a_session_from_the_future_is_not_the_last_one_for_ever() {
    let day = |n: i64| n * 86_400_000;
    let begun = |n: i64, leg| {
        let pass = Pass { active_ms: 60_000, end: None, ..crate::sample::pass(leg) };
        let id = SessionId::from_random([u8::try_from(n % 251).expect("small"); 10]);
        Session { start_unix_ms: day(n), passes: vec![pass], ..crate::sample::session(id) }
    };
    let mut sessions = vec![begun(400, Leg::Right)];
    assert_eq!(
        crate::tracks::history(sessions.clone()).next_first_leg(day(1)),
        Leg::Left,
        "there is no other"
    );
    sessions.push(begun(1, Leg::Left));
    let history = crate::tracks::history(sessions);
    assert_eq!(history.next_first_leg(day(2)), Leg::Right);
    assert_eq!(history.next_first_leg(day(400)), Leg::Left, "its day has come");
}

#[test]
fn a_clone_shares_its_entries_until_one_of_the_two_changes() {
    let id = SessionId::from_random([1; 10]);
    let mut history = History::default();
    history.merge(id, full(2, 7, "a"));
    let clone = history.clone();
    assert!(clone.is_same(&history));
    // Nothing of this is new.
    history.merge(id, full(2, 7, "a"));
    history.merge(id, full(1, 9, "older"));
    history.set_kept(id, 2, SaveStatus::Both);
    history.set_kept(id, 3, SaveStatus::Nowhere);
    assert!(clone.is_same(&history));
    history.set_kept(id, 2, SaveStatus::One);
    assert!(!clone.is_same(&history));
    assert_eq!(clone.get(id).map(|entry| entry.kept), Some(SaveStatus::Both));
    assert_eq!(history.get(id).map(|entry| entry.kept), Some(SaveStatus::One));
}
