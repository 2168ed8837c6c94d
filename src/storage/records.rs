//! The revisions of all sessions: which one counts, and which ones each store keeps.
//!
//! "local" is localStorage, "database" is IndexedDB.

use std::{cmp::Reverse, sync::Arc};

use super::{codec::session, keys::RevisionKey};
use crate::domain::{
    history::{History, RevisionBody, SaveStatus, SessionEntry},
    session::{Session, SessionId},
};

/// A revision of a session, and the stores that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRevision {
    /// The key.
    pub key: RevisionKey,
    /// The content.
    pub body: RevisionBody,
    /// The stored text.
    pub text: String,
    /// Whether localStorage has it.
    pub in_local: bool,
    /// Whether the database has it.
    pub in_database: bool,
}

impl StoredRevision {
    /// How many stores have it.
    pub fn save_status(&self) -> SaveStatus {
        match (self.in_local, self.in_database) {
            (true, true) => SaveStatus::InBothStores,
            (true, false) | (false, true) => SaveStatus::InOneStore,
            (false, false) => SaveStatus::NotSaved,
        }
    }

    fn session(&self) -> Option<&Arc<Session>> {
        match &self.body {
            RevisionBody::Full(session) => Some(session),
            RevisionBody::Deleted(_) | RevisionBody::Newer(_) => None,
        }
    }
}

/// Revisions sorted by session, and within each session by precedence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records(Vec<StoredRevision>);

impl Records {
    /// Sorts records: the highest revision of a session first; at equal revisions a tombstone last, then the greater
    /// checksum first. Duplicates are merged into one record that is in all of their stores.
    pub fn new(mut records: Vec<StoredRevision>) -> Self {
        let is_not_tombstone = |r: &StoredRevision| !matches!(r.body, RevisionBody::Deleted(_));
        let rank = |r: &StoredRevision| (r.key.id, Reverse((r.key.rev, is_not_tombstone(r), r.key.crc)));
        records.sort_unstable_by_key(rank);
        records.dedup_by(|duplicate, first| {
            let is_duplicate = duplicate.key == first.key;
            if is_duplicate {
                first.in_local |= duplicate.in_local;
                first.in_database |= duplicate.in_database;
            }
            is_duplicate
        });
        Self(records)
    }

    /// A record by its index.
    pub fn get(&self, index: usize) -> Option<&StoredRevision> {
        self.0.get(index)
    }

    /// A record by its key.
    pub fn find(&self, key: RevisionKey) -> Option<&StoredRevision> {
        let from = self.0.partition_point(|record| record.key.id < key.id);
        self.0[from..].iter().take_while(|record| record.key.id == key.id).find(|record| record.key == key)
    }

    /// Records that a store has a record.
    pub fn mark_stored(&mut self, index: usize, database: bool) {
        if let Some(record) = self.0.get_mut(index) {
            record.in_local |= !database;
            record.in_database |= database;
        }
    }

    /// The history's entries by id. `save_status` is applied to the revision that counts.
    pub fn entries(&self, save_status: fn(&StoredRevision) -> SaveStatus) -> Vec<(SessionId, SessionEntry)> {
        let entry = |ranked: &[StoredRevision]| {
            let newest = ranked.first()?;
            let full = ranked.iter().find_map(|r| Some((r.key.rev, r.session()?.clone())));
            let body = newest.body.clone();
            let (rev, crc) = (newest.key.rev, newest.key.crc);
            Some((
                newest.key.id,
                SessionEntry { rev, crc, body, newest_full: full, save_status: save_status(newest) },
            ))
        };
        self.by_session().filter_map(|(_, ranked)| entry(ranked)).collect()
    }

    /// The indices of records that a store misses. localStorage keeps the newest revision of a session, the database
    /// also the one before it and the newest that is not a tombstone.
    pub fn missing_indices(&self, database: bool) -> Vec<usize> {
        let mut indices = Vec::new();
        for (from, ranked) in self.by_session() {
            for (index, record) in ranked.iter().enumerate() {
                let missing = if database {
                    is_kept_in_database(ranked, index) && !record.in_database
                } else {
                    index == 0 && !record.in_local
                };
                if missing {
                    indices.push(from + index);
                }
            }
        }
        indices
    }

    /// The keys that may be removed from a store: older revisions, once both stores have the newest one and the
    /// database has all that it should keep.
    pub fn removable_keys(&self, database: bool) -> Vec<String> {
        let mut keys = Vec::new();
        for (_, ranked) in self.by_session() {
            let indexed = || ranked.iter().enumerate();
            let may_remove = ranked.first().is_some_and(|newest| newest.in_local)
                && indexed().all(|(index, record)| record.in_database || !is_kept_in_database(ranked, index));
            for (index, record) in indexed() {
                let is_removable = if database {
                    !is_kept_in_database(ranked, index) && record.in_database
                } else {
                    index > 0 && record.in_local
                };
                if may_remove && is_removable {
                    keys.push(record.key.to_text());
                }
            }
        }
        keys
    }

    /// The revisions of each session, with the index of the first.
    fn by_session(&self) -> impl Iterator<Item = (usize, &[StoredRevision])> {
        let mut next = 0;
        self.0.chunk_by(|a, b| a.key.id == b.key.id).map(move |ranked| {
            let from = next;
            next += ranked.len();
            (from, ranked)
        })
    }
}

/// Records of the entries that exist only in memory.
pub fn unsaved_records(history: &History) -> Vec<StoredRevision> {
    let is_unsaved = |entry: &SessionEntry| entry.crc == 0 || entry.save_status == SaveStatus::NotSaved;
    history.entries().filter(|(_, entry)| is_unsaved(entry)).map(|(id, entry)| to_record(id, entry)).collect()
}

/// The record of an entry; no store has it yet.
pub fn to_record(id: SessionId, entry: &SessionEntry) -> StoredRevision {
    let (key, text) = match &entry.body {
        RevisionBody::Full(session) => session::write(entry.rev, session),
        RevisionBody::Deleted(unix_ms) => session::write_tombstone(id, entry.rev, *unix_ms),
        RevisionBody::Newer(newer) => session::write_newer(id, entry.rev, newer),
    };
    StoredRevision { key, body: entry.body.clone(), text, in_local: false, in_database: false }
}

/// Whether the database keeps the revision at this position in the order of precedence.
fn is_kept_in_database(ranked: &[StoredRevision], index: usize) -> bool {
    index < 2 || ranked.iter().position(|record| record.session().is_some()) == Some(index)
}
