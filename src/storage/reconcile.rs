//! Compares both stores: which values count, and which of them each store misses.
//!
//! localStorage ("local") is written immediately, but may lose its last seconds when the browser is killed. IndexedDB
//! ("database") keeps what it has reported as written, but may refuse. So neither is authoritative.

use std::collections::HashSet;

use super::{
    item::Singleton,
    keys::RevisionKey,
    load::{self, Singletons, StoreContents, StoredSingleton},
    records::{self, Records},
    snapshot::newest_snapshot,
};
use crate::domain::{
    history::{History, SessionEntry},
    model::{ReadStatus, StorageHealth},
    session::SessionId,
    session_snapshot::SessionSnapshot,
};

/// A text that is missing in a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingItem {
    /// The key.
    pub key: String,
    /// The text.
    pub text: String,
    /// Its index in the records, if it is a revision.
    record_index: Option<usize>,
}

/// The combined data of both stores and the running app's memory.
#[derive(Debug)]
pub struct Reconciliation {
    /// Texts missing in localStorage.
    pub missing_locally: Vec<MissingItem>,
    /// Texts missing in IndexedDB.
    pub missing_in_database: Vec<MissingItem>,
    /// Values of IndexedDB that are later than those of localStorage.
    pub later_singletons: Singletons,
    /// The newer snapshot of the running session, unless the session has been saved as finished.
    pub snapshot: Option<Box<SessionSnapshot>>,
    /// What the person has to know about stored data.
    pub storage_health: StorageHealth,
    records: Records,
}

impl Reconciliation {
    /// Compares the stores and the history in memory.
    pub fn new(local: StoreContents, database: StoreContents, memory: &History) -> Self {
        let storage_health = combined_health(&local, &database);
        let mut records = local.revisions;
        records.extend(database.revisions);
        records.extend(records::unsaved_records(memory));
        let saved_revisions: Vec<RevisionKey> = records.iter().map(|record| record.key).collect();
        let mut reconciliation = Self {
            missing_locally: Vec::new(),
            missing_in_database: Vec::new(),
            later_singletons: Singletons::default(),
            snapshot: newest_snapshot(local.snapshot, database.snapshot, &saved_revisions),
            storage_health,
            records: Records::new(records),
        };
        reconciliation.missing_locally = reconciliation.missing_items(false);
        reconciliation.missing_in_database = reconciliation.missing_items(true);
        // Quarantined texts are copied to the database as well. Not those with unpaired surrogates, which reading has
        // replaced: such a copy would differ.
        let in_database: HashSet<String> = database.quarantined.into_iter().map(|(key, _)| key).collect();
        for (key, text) in local.quarantined {
            if let Some(text) = text.filter(|text| !in_database.contains(&key) && !text.contains('\u{fffd}'))
            {
                reconciliation.push_missing(true, &key, text);
            }
        }
        for (singleton, (local, database)) in
            Singleton::ALL.into_iter().zip(local.singletons.into_iter().zip(database.singletons))
        {
            reconciliation.reconcile_singleton(singleton.key(), local, database);
        }
        reconciliation
    }

    /// Records that a missing text has been written.
    pub fn mark_stored(&mut self, missing: &MissingItem, database: bool) {
        if let Some(index) = missing.record_index {
            self.records.mark_stored(index, database);
        }
    }

    /// The keys that may be removed from a store, after [`Reconciliation::mark_stored`].
    pub fn removable_keys(&self, database: bool) -> Vec<String> {
        self.records.removable_keys(database)
    }

    /// The history's entries, each with its save status after [`Reconciliation::mark_stored`].
    pub fn entries(&self) -> Vec<(SessionId, SessionEntry)> {
        self.records.entries(records::StoredRevision::save_status)
    }

    fn missing_items(&self, database: bool) -> Vec<MissingItem> {
        let mut missing = Vec::new();
        for index in self.records.missing_indices(database) {
            if let Some(record) = self.records.get(index) {
                let (key, text) = (record.key.to_text(), record.text.clone());
                missing.push(MissingItem { key, text, record_index: Some(index) });
            }
        }
        missing
    }

    fn push_missing(&mut self, database: bool, key: &str, text: String) {
        let store = if database { &mut self.missing_in_database } else { &mut self.missing_locally };
        store.push(MissingItem { key: key.to_owned(), text, record_index: None });
    }

    /// The value with the higher write number counts; the other store gets it.
    fn reconcile_singleton(
        &mut self,
        key: &str,
        local: Option<StoredSingleton>,
        database: Option<StoredSingleton>,
    ) {
        match (local, database) {
            // At a tie, two tabs have written different values; localStorage's is the one that is shown.
            (Some(local), database)
                if database.as_ref().is_none_or(|f| f.write_number <= local.write_number) =>
            {
                if database.is_none_or(|database| database.text != local.text) {
                    self.push_missing(true, key, local.text);
                }
            }
            (_, Some(database)) => {
                self.push_missing(false, key, database.text);
                self.later_singletons.set(database.item);
            }
            (_, None) => {}
        }
    }
}

/// The health of both stores; texts quarantined in both count once. The caller knows whether both could be read.
fn combined_health(local: &StoreContents, database: &StoreContents) -> StorageHealth {
    let (local_health, database_health) = (load::storage_health(local), load::storage_health(database));
    let in_database: HashSet<&String> = database.quarantined.iter().map(|(key, _)| key).collect();
    let in_both = local.quarantined.iter().filter(|(key, _)| in_database.contains(key));
    let in_both = u32::try_from(in_both.count()).unwrap_or(u32::MAX);
    StorageHealth {
        quarantined: local_health
            .quarantined
            .saturating_add(database_health.quarantined)
            .saturating_sub(in_both),
        has_newer: local_health.has_newer || database_health.has_newer,
        read: ReadStatus::Pending,
    }
}
