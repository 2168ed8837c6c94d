//! Two stores that each know a part.

use std::collections::BTreeSet;

use eased::{
    domain::{
        history::{Entry, History, SaveStatus},
        live::SessionSnapshot,
        session::SessionId,
    },
    storage::{
        codec::{
            session::{self, Written},
            singletons,
        },
        key_value_store::{self, KeyValueStore, PutOutcome},
        keys::{self, RevisionKey},
        live::later_live,
        load::StoreContents,
        reconcile::Union,
        records::{Record, Records},
    },
};
use proptest::{collection::vec, prelude::*};

use super::{any, any_live, config, fakes::Fake};

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
        Record { key, written, text, local: stands != 0, database: stands != 1 }
    };
    vec(one.prop_map(record), 0..10)
}

fn stores(records: &[Record]) -> [Fake; 2] {
    let of = |stands: fn(&Record) -> bool| {
        let here = records.iter().filter(|r| stands(r));
        Fake::of(here.map(|r| (r.key.to_text(), r.text.clone())))
    };
    [of(|r| r.local), of(|r| r.database)]
}

fn entries(records: &[Record]) -> Vec<(SessionId, Entry)> {
    Records::of(records.to_vec()).entries(|_| SaveStatus::Pending)
}

pub fn contents(store: &Fake, database: bool) -> StoreContents {
    let mut contents = StoreContents { database, ..StoreContents::default() };
    for key in store.keys().unwrap_or_default() {
        let text = store.text(&key);
        contents.add(key, text);
    }
    contents
}

fn known(store: &Fake) -> Vec<Record> {
    contents(store, false).revisions
}

/// Does what the app does when idle.
pub fn unite(local: &Fake, database: &Fake, memory: &History) -> Union {
    let mut union = Union::of(contents(local, false), contents(database, true), memory);
    for (store, is_database) in [(local, false), (database, true)] {
        for missing in if is_database { union.database.clone() } else { union.local.clone() } {
            if key_value_store::put(store, &missing.key, &missing.text, NOW) == Ok(PutOutcome::Stored) {
                union.stands(&missing, is_database);
            }
        }
    }
    for (store, is_database) in [(local, false), (database, true)] {
        for key in union.superseded(is_database) {
            store.remove(&key).ok();
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
        let [local, database] = stores(&records);
        let union = Union::of(contents(&local, false), contents(&database, true), &History::default());
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
        let [local, database] = stores(&records);
        let expected = entries(&records);
        let union = unite(&local, &database, &History::default());
        prop_assert!(union.entries().iter().all(|(_, e)| e.kept == SaveStatus::Both));
        prop_assert_eq!(essence(union.entries()), essence(expected.clone()));

        let newest: BTreeSet<_> = expected.iter().map(|(id, e)| (*id, e.rev, e.crc)).collect();
        let local_has: BTreeSet<_> = known(&local).iter().map(|r| (r.key.id, r.key.rev, r.key.crc)).collect();
        prop_assert_eq!(local_has, newest, "localStorage keeps the newest only");
        prop_assert_eq!(entries(&known(&database)), expected.clone(), "IndexedDB alone knows as much");
        for (id, _) in &expected {
            let names: BTreeSet<_> = records.iter().map(|r| r.key).filter(|k| k.id == *id).collect();
            let kept = known(&database).iter().filter(|r| r.key.id == *id).count();
            prop_assert!((names.len().min(2)..=3).contains(&kept), "{} of {}", kept, names.len());
        }

        let before = (local.changes.get(), database.changes.get());
        let again = unite(&local, &database, &History::default());
        prop_assert_eq!(essence(again.entries()), essence(expected));
        prop_assert_eq!((local.changes.get(), database.changes.get()), before, "nothing is left to do");
    }

    /// Whatever is full or refuses: all that was known is known afterwards.
    #[test]
    fn no_trouble_loses_what_either_store_has(
        records in records(),
        local_room in prop::option::of(0..900usize),
        database_room in prop::option::of(0..900usize),
        refuses in any::<[bool; 2]>(),
    ) {
        let [local, database] = stores(&records);
        local.room.set(local_room);
        database.room.set(database_room);
        local.refuses.set(refuses[0]);
        database.refuses.set(refuses[1]);
        unite(&local, &database, &History::default());
        local.refuses.set(false);
        database.refuses.set(false);
        let left = [known(&local), known(&database)].concat();
        prop_assert_eq!(entries(&left), entries(&records));
    }

    #[test]
    fn what_only_memory_knows_is_written_to_both(session in any::session()) {
        let (key, text) = session::write(1, &session);
        let record = Record { key, text, written: Written::Full(session.into()), local: false, database: false };
        let mut memory = History::default();
        for (id, entry) in Records::of(vec![record.clone()]).entries(|_| SaveStatus::Nowhere) {
            memory.merge(id, entry);
        }
        let [local, database] = [Fake::default(), Fake::default()];
        let union = unite(&local, &database, &memory);
        prop_assert_eq!(union.entries()[0].1.kept, SaveStatus::Both);
        for store in [local, database] {
            prop_assert_eq!(store.text(&key.to_text()), Some(record.text.clone()));
        }
    }

    #[test]
    fn of_what_there_is_one_of_the_later_write_counts(
        one in any::draft(), other in any::draft(), numbers in prop::array::uniform2(0..4u32)
    ) {
        let [local, database] = [Fake::default(), Fake::default()];
        local.set(keys::DRAFT, &singletons::write_draft(numbers[0], &one)).expect("room");
        database.set(keys::DRAFT, &singletons::write_draft(numbers[1], &other)).expect("room");
        let found = unite(&local, &database, &History::default()).later.draft;
        let later = numbers[1] > numbers[0];
        prop_assert_eq!(found.as_ref(), later.then_some(&other));
        prop_assert_eq!(local.text(keys::DRAFT), database.text(keys::DRAFT));
    }

    #[test]
    fn of_two_live_records_the_one_that_knows_more_counts(
        local in any_live::live(), mut database in any_live::live(), same in any::<bool>(), finished in any::<bool>()
    ) {
        if same {
            database.running.id = local.running.id;
        }
        let written = RevisionKey { id: local.running.id, rev: local.running.rev, crc: 0 };
        let written = if finished { vec![written] } else { Vec::new() };
        let knows = |live: &SessionSnapshot| (live.running.epoch, live.running.seq);
        let found = later_live(Some(Box::new(local.clone())), Some(Box::new(database.clone())), &written).map(|live| *live);
        let database_wins = match (same, finished) {
            (true, true) if database.running.rev <= local.running.rev => None,
            (_, true) => Some(true),
            (true, false) => Some(knows(&database) > knows(&local)),
            (false, false) => Some(database.written_unix_ms > local.written_unix_ms),
        };
        prop_assert_eq!(found, database_wins.map(|wins| if wins { database } else { local }));
    }
}

#[test]
fn what_a_newer_app_wrote_in_either_store_stays_and_the_rest_is_repaired() {
    for which in 0..2 {
        let [local, database] = [Fake::default(), Fake::default()];
        let (key, text) = session::write_tombstone(SessionId::from_random([7; 10]), 1, NOW);
        local.set(&key.to_text(), &text).expect("room");
        let meta = singletons::write_meta(1, &eased::domain::model::Meta::default());
        let newer = [&local, &database][which];
        let older = [&local, &database][1 - which];
        newer.set(keys::META, "{\"v\":2}").expect("room");
        older.set(keys::META, &meta).expect("room");
        let union = unite(&local, &database, &History::default());
        assert!(union.trouble.newer);
        assert_eq!(union.entries().len(), 1);
        assert_eq!(newer.text(keys::META).as_deref(), Some("{\"v\":2}"));
        assert_eq!(older.text(keys::META), Some(meta));
        assert_eq!(database.text(&key.to_text()), Some(text));
    }
}

/// A newer app's session goes where it is missing.
#[test]
fn a_newer_apps_session_is_kept_in_both_stores() {
    let [local, database] = [Fake::default(), Fake::default()];
    let text = "{\"v\":2,\"id\":\"zzzzzzzzzz\",\"r\":1,\"s\":5,\"o\":0}";
    let id = SessionId::parse("zzzzzzzzzz").expect("a name");
    let key = RevisionKey { id, rev: 1, crc: eased::storage::checksum::checksum(text) }.to_text();
    local.set(&key, text).expect("room");
    let union = unite(&local, &database, &History::default());
    assert_eq!(database.text(&key).as_deref(), Some(text));
    assert_eq!(union.entries()[0].1.kept, SaveStatus::Both);
}

#[test]
fn what_was_set_aside_in_local_storage_is_kept_in_the_database_too() {
    let local = Fake::of([("eased.q.5.eased.meta", "garbage"), ("eased.q.6.eased.live", "more")]);
    let database = Fake::of([("eased.q.6.eased.live", "more"), ("eased.q.7.eased.draft", "most")]);
    let union = unite(&local, &database, &History::default());
    assert_eq!(union.trouble.set_aside, 3);
    assert_eq!(database.text("eased.q.5.eased.meta").as_deref(), Some("garbage"));
    assert_eq!(local.texts.borrow().len(), 2);
}
