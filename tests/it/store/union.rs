//! Two stores that each know a part.

use std::collections::BTreeSet;

use eased::{
    domain::{
        history::{Entry, History, Kept},
        live::Live,
        session::SessionId,
    },
    store::{
        form::{
            session::{self, Written},
            single,
        },
        keys::{self, RevisionKey},
        live::later_live,
        load::Pile,
        records::{Record, Records},
        shelf::{self, Put, Shelf},
        union::Union,
    },
};
use proptest::{collection::vec, prelude::*};

use super::{any, config, fakes::Fake};

const NOW: i64 = 1_795_363_200_000;

/// A few sessions with a few revisions each, conflicts included; each stands in one store or in both.
fn records() -> impl Strategy<Value = Vec<Record>> {
    let one = (any::few_ids(), 1..5u32, any::<bool>(), any::session(), 0..3u8);
    let record = |(id, rev, deleted, mut session, stands): (_, _, _, eased::domain::session::Session, u8)| {
        session.id = id;
        let ((key, text), written) = if deleted {
            let unix_ms = session.end_unix_ms;
            (session::write_tombstone(id, rev, unix_ms), Written::Deleted(unix_ms))
        } else {
            (session::write(rev, &session), Written::Full(session.into()))
        };
        Record { key, written, text, near: stands != 0, far: stands != 1 }
    };
    vec(one.prop_map(record), 0..10)
}

fn shelves(records: &[Record]) -> [Fake; 2] {
    let of = |stands: fn(&Record) -> bool| {
        let here = records.iter().filter(|r| stands(r));
        Fake::of(here.map(|r| (r.key.to_text(), r.text.clone())))
    };
    [of(|r| r.near), of(|r| r.far)]
}

fn entries(records: &[Record]) -> Vec<(SessionId, Entry)> {
    Records::of(records.to_vec()).entries(|_| Kept::Pending)
}

pub fn pile(shelf: &Fake, far: bool) -> Pile {
    let mut pile = Pile { far, ..Pile::default() };
    for key in shelf.keys().unwrap_or_default() {
        let text = shelf.text(&key);
        pile.add(key, text);
    }
    pile
}

fn known(shelf: &Fake) -> Vec<Record> {
    pile(shelf, false).revisions
}

/// Does what the app does when idle.
pub fn unite(near: &Fake, far: &Fake, memory: &History) -> Union {
    let mut union = Union::of(pile(near, false), pile(far, true), memory);
    for (shelf, is_far) in [(near, false), (far, true)] {
        for missing in if is_far { union.far.clone() } else { union.near.clone() } {
            if shelf::put(shelf, &missing.key, &missing.text, NOW) == Ok(Put::Kept) {
                union.stands(&missing, is_far);
            }
        }
    }
    for (shelf, is_far) in [(near, false), (far, true)] {
        for key in union.superseded(is_far) {
            shelf.remove(&key).ok();
        }
    }
    union
}

/// What must not differ between two ways to the same records. Of two full revisions with one number the
/// history itself cannot tell which to bring back; the stores can.
fn essence(entries: impl IntoIterator<Item = (SessionId, Entry)>) -> Vec<String> {
    let essence = |(id, e): (SessionId, Entry)| {
        format!("{id:?} {} {:08x} {:?} {:?}", e.rev, e.crc, e.body, e.full.map(|(rev, _)| rev))
    };
    entries.into_iter().map(essence).collect()
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn it_does_not_matter_which_store_knows_what(records in records()) {
        let [near, far] = shelves(&records);
        let union = Union::of(pile(&near, false), pile(&far, true), &History::default());
        prop_assert_eq!(essence(union.entries()), essence(entries(&records)));
    }

    #[test]
    fn nor_in_which_order_records_arrive(records in records(), order in any::<u64>()) {
        let mut singly: Vec<_> = records.iter().flat_map(|r| entries(std::slice::from_ref(r))).collect();
        let count = singly.len().max(1);
        singly.rotate_left(usize::try_from(order % 97).expect("small") % count);
        if order % 2 == 0 {
            singly.reverse();
        }
        let mut history = History::default();
        for (id, entry) in singly {
            history.merge(id, entry);
        }
        let arrived = history.entries().map(|(id, entry)| (id, entry.clone()));
        prop_assert_eq!(essence(arrived), essence(entries(&records)));
    }

    #[test]
    fn after_the_repair_each_store_has_what_it_should(records in records()) {
        let [near, far] = shelves(&records);
        let expected = entries(&records);
        let union = unite(&near, &far, &History::default());
        prop_assert!(union.entries().iter().all(|(_, e)| e.kept == Kept::Both));
        prop_assert_eq!(essence(union.entries()), essence(expected.clone()));

        let newest: BTreeSet<_> = expected.iter().map(|(id, e)| (*id, e.rev, e.crc)).collect();
        let near_has: BTreeSet<_> = known(&near).iter().map(|r| (r.key.id, r.key.rev, r.key.crc)).collect();
        prop_assert_eq!(near_has, newest, "localStorage keeps the newest only");
        prop_assert_eq!(entries(&known(&far)), expected.clone(), "IndexedDB alone knows as much");
        for (id, _) in &expected {
            let names: BTreeSet<_> = records.iter().map(|r| r.key).filter(|k| k.id == *id).collect();
            let kept = known(&far).iter().filter(|r| r.key.id == *id).count();
            prop_assert!((names.len().min(2)..=3).contains(&kept), "{} of {}", kept, names.len());
        }

        let before = (near.changes.get(), far.changes.get());
        let again = unite(&near, &far, &History::default());
        prop_assert_eq!(essence(again.entries()), essence(expected));
        prop_assert_eq!((near.changes.get(), far.changes.get()), before, "nothing is left to do");
    }

    /// Whatever is full or refuses: all that was known is known afterwards.
    #[test]
    fn no_trouble_loses_what_either_store_has(
        records in records(),
        near_room in prop::option::of(0..900usize),
        far_room in prop::option::of(0..900usize),
        refuses in any::<[bool; 2]>(),
    ) {
        let [near, far] = shelves(&records);
        near.room.set(near_room);
        far.room.set(far_room);
        near.refuses.set(refuses[0]);
        far.refuses.set(refuses[1]);
        unite(&near, &far, &History::default());
        near.refuses.set(false);
        far.refuses.set(false);
        let left = [known(&near), known(&far)].concat();
        prop_assert_eq!(entries(&left), entries(&records));
    }

    #[test]
    fn what_only_memory_knows_is_written_to_both(session in any::session()) {
        let (key, text) = session::write(1, &session);
        let record = Record { key, text, written: Written::Full(session.into()), near: false, far: false };
        let mut memory = History::default();
        for (id, entry) in Records::of(vec![record.clone()]).entries(|_| Kept::Nowhere) {
            memory.merge(id, entry);
        }
        let [near, far] = [Fake::default(), Fake::default()];
        let union = unite(&near, &far, &memory);
        prop_assert_eq!(union.entries()[0].1.kept, Kept::Both);
        for shelf in [near, far] {
            prop_assert_eq!(shelf.text(&key.to_text()), Some(record.text.clone()));
        }
    }

    #[test]
    fn of_what_there_is_one_of_the_later_write_counts(
        one in any::draft(), other in any::draft(), numbers in prop::array::uniform2(0..4u32)
    ) {
        let [near, far] = [Fake::default(), Fake::default()];
        near.set(keys::DRAFT, &single::write_draft(numbers[0], &one)).expect("room");
        far.set(keys::DRAFT, &single::write_draft(numbers[1], &other)).expect("room");
        let found = unite(&near, &far, &History::default()).later.draft;
        let later = numbers[1] > numbers[0];
        prop_assert_eq!(found.as_ref(), later.then_some(&other));
        prop_assert_eq!(near.text(keys::DRAFT), far.text(keys::DRAFT));
    }

    #[test]
    fn of_two_live_records_the_one_that_knows_more_counts(
        near in any::live(), mut far in any::live(), same in any::<bool>(), finished in any::<bool>()
    ) {
        if same {
            far.running.id = near.running.id;
        }
        let written = RevisionKey { id: near.running.id, rev: near.running.rev, crc: 0 };
        let written = if finished { vec![written] } else { Vec::new() };
        let knows = |live: &Live| (live.running.epoch, live.running.seq);
        let found = later_live(Some(Box::new(near.clone())), Some(Box::new(far.clone())), &written).map(|live| *live);
        let far_wins = match (same, finished) {
            (true, true) if far.running.rev <= near.running.rev => None,
            (_, true) => Some(true),
            (true, false) => Some(knows(&far) > knows(&near)),
            (false, false) => Some(far.written_unix_ms > near.written_unix_ms),
        };
        prop_assert_eq!(found, far_wins.map(|wins| if wins { far } else { near }));
    }
}

#[test]
fn where_a_newer_app_wrote_in_either_store_nothing_is_written() {
    for which in 0..2 {
        let [near, far] = [Fake::default(), Fake::default()];
        let (key, text) = session::write_tombstone(SessionId::from_random([7; 10]), 1, NOW);
        near.set(&key.to_text(), &text).expect("room");
        far.set(keys::META, &single::write_meta(1, &eased::domain::model::Meta::default())).expect("room");
        [&near, &far][which].set(keys::LIVE, "[2]").expect("room");
        let before = (near.changes.get(), far.changes.get());
        let union = unite(&near, &far, &History::default());
        assert!(union.trouble.newer);
        assert_eq!(union.entries().len(), 1);
        assert_eq!((near.changes.get(), far.changes.get()), before);
    }
}

#[test]
fn what_was_set_aside_near_is_kept_far_too() {
    let near = Fake::of([("eased.q.5.eased.meta", "garbage"), ("eased.q.6.eased.live", "more")]);
    let far = Fake::of([("eased.q.6.eased.live", "more"), ("eased.q.7.eased.draft", "most")]);
    let union = unite(&near, &far, &History::default());
    assert_eq!(union.trouble.set_aside, 3);
    assert_eq!(far.text("eased.q.5.eased.meta").as_deref(), Some("garbage"));
    assert_eq!(near.texts.borrow().len(), 2);
}
