//! Reconciling two stores.

use std::collections::BTreeSet;

use eased::{
    domain::{
        history::{History, RevisionBody, SaveStatus, SessionEntry},
        session::SessionId,
        session_snapshot::SessionSnapshot,
    },
    storage::{
        codec::{session, singletons},
        key_value_store::{self, KeyValueStore, PutOutcome},
        keys::{self, RevisionKey},
        load::StoreContents,
        reconcile::Reconciliation,
        records::{Records, StoredRevision},
        snapshot::newest_snapshot,
    },
};
use proptest::{collection::vec, prelude::*};

use super::{arbitrary, arbitrary_snapshot, config, fake_store::FakeStore};

const NOW: i64 = 1_795_363_200_000;

/// A few sessions with a few revisions each, including conflicts, each in one store or in both.
fn records() -> impl Strategy<Value = Vec<StoredRevision>> {
    let fields = (arbitrary::few_ids(), 1..5u32, any::<bool>(), arbitrary::session(), 0..3u8);
    let record =
        |(id, rev, deleted, mut session, where_stored): (_, _, _, eased::domain::session::Session, u8)| {
            session.id = id;
            let ((key, text), content) = if deleted {
                let unix_ms = session.end_unix_ms;
                (session::write_tombstone(id, rev, unix_ms), RevisionBody::Deleted(unix_ms))
            } else {
                (session::write(rev, &session), RevisionBody::Full(session.into()))
            };
            StoredRevision {
                key,
                body: content,
                text,
                in_local: where_stored != 0,
                in_database: where_stored != 1,
            }
        };
    vec(fields.prop_map(record), 0..10)
}

fn stores(records: &[StoredRevision]) -> [FakeStore; 2] {
    let store_with = |is_stored: fn(&StoredRevision) -> bool| {
        let stored = records.iter().filter(|r| is_stored(r));
        FakeStore::of(stored.map(|r| (r.key.to_text(), r.text.clone())))
    };
    [store_with(|r| r.in_local), store_with(|r| r.in_database)]
}

fn entries(records: &[StoredRevision]) -> Vec<(SessionId, SessionEntry)> {
    Records::new(records.to_vec()).entries(|_| SaveStatus::Pending)
}

pub fn contents(store: &FakeStore, database: bool) -> StoreContents {
    let mut contents = StoreContents { is_database: database, ..StoreContents::default() };
    for key in store.keys().unwrap_or_default() {
        let text = store.text(&key);
        contents.add(key, text);
    }
    contents
}

fn known(store: &FakeStore) -> Vec<StoredRevision> {
    contents(store, false).revisions
}

/// Reconciles and repairs both stores like the app.
pub fn reconcile(local: &FakeStore, database: &FakeStore, memory: &History) -> Reconciliation {
    let mut reconciliation = Reconciliation::new(contents(local, false), contents(database, true), memory);
    for (store, is_database) in [(local, false), (database, true)] {
        for missing in if is_database {
            reconciliation.missing_in_database.clone()
        } else {
            reconciliation.missing_locally.clone()
        } {
            if key_value_store::put(store, &missing.key, &missing.text, NOW) == Ok(PutOutcome::Stored) {
                reconciliation.mark_stored(&missing, is_database);
            }
        }
    }
    for (store, is_database) in [(local, false), (database, true)] {
        for key in reconciliation.removable_keys(is_database) {
            store.remove(&key).ok();
        }
    }
    reconciliation
}

/// What must be equal for the same records. Of two full revisions with the same number, the history does not know
/// which one to restore; the stores do.
fn essence(entries: impl IntoIterator<Item = (SessionId, SessionEntry)>) -> Vec<String> {
    let essence = |(id, e): (SessionId, SessionEntry)| {
        format!("{id:?} {} {:08x} {:?} {:?}", e.rev, e.crc, e.body, e.newest_full.map(|(rev, _)| rev))
    };
    entries.into_iter().map(essence).collect()
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn the_result_does_not_depend_on_which_store_has_a_record(records in records()) {
        let [local, database] = stores(&records);
        let reconciliation = Reconciliation::new(contents(&local, false), contents(&database, true), &History::default());
        prop_assert_eq!(essence(reconciliation.entries()), essence(entries(&records)));
    }

    #[test]
    fn the_result_does_not_depend_on_the_order_of_records(records in records(), order in any::<u64>()) {
        let mut singly: Vec<_> = records.iter().flat_map(|r| entries(std::slice::from_ref(r))).collect();
        let count = singly.len().max(1);
        singly.rotate_left(usize::try_from(order % 97).expect("small") % count);
        if order % 2 == 0 {
            singly.reverse();
        }
        let mut history = History::default();
        for (id, entry) in singly {
            history.merge_entry(id, entry);
        }
        let arrived = history.entries().map(|(id, entry)| (id, entry.clone()));
        prop_assert_eq!(essence(arrived), essence(entries(&records)));
    }

    #[test]
    fn after_repair_each_store_has_its_revisions(records in records()) {
        let [local, database] = stores(&records);
        let expected = entries(&records);
        let reconciliation = reconcile(&local, &database, &History::default());
        prop_assert!(reconciliation.entries().iter().all(|(_, e)| e.save_status == SaveStatus::InBothStores));
        prop_assert_eq!(essence(reconciliation.entries()), essence(expected.clone()));

        let newest: BTreeSet<_> = expected.iter().map(|(id, e)| (*id, e.rev, e.crc)).collect();
        let local_has: BTreeSet<_> = known(&local).iter().map(|r| (r.key.id, r.key.rev, r.key.crc)).collect();
        prop_assert_eq!(local_has, newest, "localStorage keeps the newest only");
        prop_assert_eq!(entries(&known(&database)), expected.clone(), "IndexedDB alone has the same history");
        for (id, _) in &expected {
            let names: BTreeSet<_> = records.iter().map(|r| r.key).filter(|k| k.id == *id).collect();
            let kept_count = known(&database).iter().filter(|r| r.key.id == *id).count();
            prop_assert!((names.len().min(2)..=3).contains(&kept_count), "{} of {}", kept_count, names.len());
        }

        let before = (local.changes.get(), database.changes.get());
        let again = reconcile(&local, &database, &History::default());
        prop_assert_eq!(essence(again.entries()), essence(expected));
        prop_assert_eq!((local.changes.get(), database.changes.get()), before, "nothing is left to do");
    }

    /// If a store is full or refuses, no data is lost.
    #[test]
    fn no_failure_loses_data_of_either_store(
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
        reconcile(&local, &database, &History::default());
        local.refuses.set(false);
        database.refuses.set(false);
        let left = [known(&local), known(&database)].concat();
        prop_assert_eq!(entries(&left), entries(&records));
    }

    #[test]
    fn unsaved_entries_are_written_to_both_stores(session in arbitrary::session()) {
        let (key, text) = session::write(1, &session);
        let record = StoredRevision { key, text, body: RevisionBody::Full(session.into()), in_local: false, in_database: false };
        let mut memory = History::default();
        for (id, entry) in Records::new(vec![record.clone()]).entries(|_| SaveStatus::NotSaved) {
            memory.merge_entry(id, entry);
        }
        let [local, database] = [FakeStore::default(), FakeStore::default()];
        let reconciliation = reconcile(&local, &database, &memory);
        prop_assert_eq!(reconciliation.entries()[0].1.save_status, SaveStatus::InBothStores);
        for store in [local, database] {
            prop_assert_eq!(store.text(&key.to_text()), Some(record.text.clone()));
        }
    }

    #[test]
    fn the_later_write_of_a_singleton_counts(
        one in arbitrary::draft(), other in arbitrary::draft(), numbers in prop::array::uniform2(0..4u32)
    ) {
        let [local, database] = [FakeStore::default(), FakeStore::default()];
        local.set(keys::DRAFT, &singletons::write_draft(numbers[0], &one)).expect("room");
        database.set(keys::DRAFT, &singletons::write_draft(numbers[1], &other)).expect("room");
        let found = reconcile(&local, &database, &History::default()).later_singletons.draft;
        let later = numbers[1] > numbers[0];
        prop_assert_eq!(found.as_ref(), later.then_some(&other));
        prop_assert_eq!(local.text(keys::DRAFT), database.text(keys::DRAFT));
    }

    #[test]
    fn the_newer_snapshot_counts(
        local in arbitrary_snapshot::snapshot(), mut database in arbitrary_snapshot::snapshot(), same in any::<bool>(), finished in any::<bool>()
    ) {
        if same {
            database.running.id = local.running.id;
        }
        let written = RevisionKey { id: local.running.id, rev: local.running.rev, crc: 0 };
        let written = if finished { vec![written] } else { Vec::new() };
        let order = |snapshot: &SessionSnapshot| (snapshot.running.epoch, snapshot.running.seq);
        let found = newest_snapshot(Some(Box::new(local.clone())), Some(Box::new(database.clone())), &written).map(|snapshot| *snapshot);
        let database_wins = match (same, finished) {
            (true, true) if database.running.rev <= local.running.rev => None,
            (_, true) => Some(true),
            (true, false) => Some(order(&database) > order(&local)),
            (false, false) => Some(database.written_unix_ms > local.written_unix_ms),
        };
        prop_assert_eq!(found, database_wins.map(|wins| if wins { database } else { local }));
    }
}

#[test]
fn values_of_a_newer_app_stay_and_all_others_are_repaired() {
    for which in 0..2 {
        let [local, database] = [FakeStore::default(), FakeStore::default()];
        let (key, text) = session::write_tombstone(SessionId::from_random([7; 10]), 1, NOW);
        local.set(&key.to_text(), &text).expect("room");
        let meta = singletons::write_meta(1, &eased::domain::model::Meta::default());
        let newer = [&local, &database][which];
        let older = [&local, &database][1 - which];
        newer.set(keys::META, "{\"v\":2}").expect("room");
        older.set(keys::META, &meta).expect("room");
        let reconciliation = reconcile(&local, &database, &History::default());
        assert!(reconciliation.storage_health.has_newer);
        assert_eq!(reconciliation.entries().len(), 1);
        assert_eq!(newer.text(keys::META).as_deref(), Some("{\"v\":2}"));
        assert_eq!(older.text(keys::META), Some(meta));
        assert_eq!(database.text(&key.to_text()), Some(text));
    }
}

/// A session of a newer app is copied to the other store.
#[test]
fn a_newer_apps_session_is_kept_in_both_stores() {
    let [local, database] = [FakeStore::default(), FakeStore::default()];
    let text = "{\"v\":2,\"id\":\"zzzzzzzzzz\",\"r\":1,\"s\":5,\"o\":0}";
    let id = SessionId::parse("zzzzzzzzzz").expect("a name");
    let key = RevisionKey { id, rev: 1, crc: eased::storage::checksum::checksum(text) }.to_text();
    local.set(&key, text).expect("room");
    let reconciliation = reconcile(&local, &database, &History::default());
    assert_eq!(database.text(&key).as_deref(), Some(text));
    assert_eq!(reconciliation.entries()[0].1.save_status, SaveStatus::InBothStores);
}

#[test]
fn quarantined_texts_are_copied_to_the_database() {
    let local = FakeStore::of([("eased.q.5.eased.meta", "garbage"), ("eased.q.6.eased.live", "more")]);
    let database = FakeStore::of([("eased.q.6.eased.live", "more"), ("eased.q.7.eased.draft", "most")]);
    let reconciliation = reconcile(&local, &database, &History::default());
    assert_eq!(reconciliation.storage_health.quarantined, 3);
    assert_eq!(database.text("eased.q.5.eased.meta").as_deref(), Some("garbage"));
    assert_eq!(local.texts.borrow().len(), 2);
}
