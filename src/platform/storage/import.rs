//! Writes imported data to both stores.

use super::{
    db_request::DbRequest,
    reconcile::{Reconciled, Wait, reconcile},
    stores::Storage,
};
use crate::{
    domain::{
        history::{History, SaveStatus, SessionEntry},
        model::StorageHealth,
        session::SessionId,
    },
    platform::{clock, time_slice::TimeSlice},
    storage::{key_value_store::AtomicBatch, keys, load::Singletons, quarantine::CorruptText, records},
};

/// Number of revisions per transaction.
const REVISIONS_PER_TRANSACTION: usize = 100;

/// Writes imported revisions and corrupt texts. Returns the entries with their save status; `None` if nothing was
/// written. `local_history` is the present history, `storage_health` the present health.
///
/// The texts go to IndexedDB, to leave localStorage to the sessions; to localStorage only if IndexedDB refuses. If
/// IndexedDB does not answer, localStorage gets everything, or nothing if it does not fit; IndexedDB gets it later.
pub async fn import(
    storage: &Storage,
    history: History,
    quarantined: Vec<CorruptText>,
    local_history: &History,
    storage_health: StorageHealth,
) -> Option<Reconciled> {
    let database = &storage.0.database;
    let mut probe = database.run(DbRequest::Read(vec![keys::META.to_owned()]));
    let timed_out = database.with_timeout(&mut probe).await.is_err();
    if timed_out {
        let revisions =
            records::unsaved_records(&history).into_iter().map(|record| (record.key.to_text(), record.text));
        let (mut local, mut slice) = (AtomicBatch::new(&storage.0.local), TimeSlice::begin());
        for (key, text) in revisions.chain(quarantined.iter().cloned()) {
            local.put(&key, &text, clock::now().unix_ms).ok()?;
            slice.yield_if_over().await;
        }
        return Some(reconcile(storage, history, Wait::WithTimeout).await);
    }
    // Sessions first, because the space may not suffice for the texts.
    let (entries, has_failed) = write_revisions(storage, &history, local_history).await;
    let mut stored_count = quarantined.len();
    if stored_count > 0 && database.run_with_timeout(DbRequest::Write(quarantined.clone())).await.is_err() {
        stored_count = quarantined.iter().filter(|(key, text)| storage.put_local(key, text).is_ok()).count();
    }
    let quarantined_count =
        storage_health.quarantined.saturating_add(u32::try_from(stored_count).unwrap_or(u32::MAX));
    let storage_health = StorageHealth { quarantined: quarantined_count, ..storage_health };
    Some(Reconciled {
        entries,
        later_singletons: Singletons::default(),
        has_snapshot: false,
        storage_health,
        timed_out: has_failed,
    })
}

/// Writes revisions to both stores in batches. Returns the entries with their save status, after the present entries
/// of the same sessions, and whether the database has failed to store some.
///
/// Does not use [`reconcile`], which reads and compares everything. Older revisions are removed at the next start.
async fn write_revisions(
    storage: &Storage,
    history: &History,
    local_history: &History,
) -> (Vec<(SessionId, SessionEntry)>, bool) {
    let (mut all_entries, mut entries): (Vec<_>, Vec<(SessionId, SessionEntry)>) = (Vec::new(), Vec::new());
    let (mut has_failed, mut slice) = (false, TimeSlice::begin());
    let mut remaining = history.entries();
    loop {
        let (mut texts, from) = (Vec::new(), entries.len());
        for (id, entry) in remaining.by_ref().take(REVISIONS_PER_TRANSACTION) {
            let record = records::to_record(id, entry);
            let mut entry = SessionEntry { crc: record.key.crc, ..entry.clone() };
            let key = record.key.to_text();
            // Entries written since the app was opened have no checksum in memory; it decides ties.
            let local_entry = local_history.get(id).map(|local_entry| SessionEntry {
                crc: records::to_record(id, local_entry).key.crc,
                ..local_entry.clone()
            });
            // localStorage keeps the newest revision only.
            let is_older =
                local_entry.as_ref().is_some_and(|local_entry| !entry.takes_precedence_over(local_entry));
            let in_local = !is_older && storage.put_local(&key, &record.text).is_ok();
            entry.save_status = if in_local { SaveStatus::InOneStore } else { SaveStatus::NotSaved };
            all_entries.extend(local_entry.map(|local_entry| (id, local_entry)));
            entries.push((id, entry));
            texts.push((key, record.text));
            slice.yield_if_over().await;
        }
        if texts.is_empty() {
            all_entries.extend(entries);
            return (all_entries, has_failed);
        }
        let outcomes =
            storage.0.database.run_with_timeout(DbRequest::Write(texts)).await.unwrap_or_default().outcomes;
        has_failed |= outcomes.len() < entries.len() - from;
        for ((_, entry), outcome) in entries[from..].iter_mut().zip(outcomes) {
            let in_local = entry.save_status == SaveStatus::InOneStore;
            entry.save_status = match (in_local, outcome.is_ok()) {
                (true, true) => SaveStatus::InBothStores,
                (true, false) | (false, true) => SaveStatus::InOneStore,
                (false, false) => SaveStatus::NotSaved,
            };
        }
    }
}
