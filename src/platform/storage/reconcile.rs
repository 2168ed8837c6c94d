//! Reconciles both stores once localStorage has been read: each gets the texts that it misses.

use std::future::Future;

use super::{
    database::DbFuture,
    db_request::{DbRequest, DbResult},
    stores::Storage,
};
use crate::{
    domain::{
        history::{History, SaveStatus, SessionEntry},
        model::{ReadStatus, StorageHealth},
        session::SessionId,
    },
    platform::{clock, time_slice::TimeSlice, timeout::TimedOut},
    storage::{
        item::Singleton,
        key_value_store::{PutOutcome, StoreError},
        keys,
        load::{self, Singletons, StoreContents},
        reconcile::{MissingItem, Reconciliation},
        records::Records,
    },
};

/// Number of texts per transaction: few disk writes, but short transactions.
const TEXTS_PER_TRANSACTION: usize = 100;

/// The result of reconciling both stores.
#[derive(Clone, Debug)]
pub struct Reconciled {
    /// Every session by its highest revision, with its save status.
    pub entries: Vec<(SessionId, SessionEntry)>,
    /// Values of IndexedDB that were later than those of localStorage.
    pub later_singletons: Singletons,
    /// Whether a store had a current snapshot: call [`Storage::read_snapshot_and_singletons`].
    pub has_snapshot: bool,
    /// What the person has to know about stored data.
    pub storage_health: StorageHealth,
    /// Whether IndexedDB has timed out. Reconcile again when it answers.
    pub timed_out: bool,
}

/// How long to wait for IndexedDB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// At most the timeout, because the person waits.
    WithTimeout,
    /// Until it answers, in the background.
    Indefinitely,
}

/// Reconciles both stores and `history`, and writes what each store misses. Call it once localStorage has been read,
/// and again when the stores may have been cleared. Values saved after the call win over stored ones; so do values
/// saved before, if the database has never been read.
pub fn reconcile(
    storage: &Storage,
    history: History,
    wait: Wait,
) -> impl Future<Output = Reconciled> + use<> {
    let storage = storage.clone();
    let save_counts = if storage.0.has_read_database.get() { storage.0.save_counts.get() } else { [0; 3] };
    let read = storage.0.database.run(DbRequest::Read(vec![keys::APP_PREFIX.to_owned()]));
    async move {
        let read = await_result(&storage, wait, read).await;
        let mut timed_out = read.is_err();
        let status = match &read {
            Ok(Ok(_)) => ReadStatus::Complete,
            Ok(Err(_)) => ReadStatus::Refused,
            Err(TimedOut) => ReadStatus::Unanswered,
        };
        let is_reachable = status == ReadStatus::Complete;
        let known = storage.0.known_records.take();
        let mut database = StoreContents {
            is_database: true,
            has_newer: storage.0.database.is_newer(),
            ..StoreContents::default()
        };
        let mut slice = TimeSlice::begin();
        for (key, text) in read.unwrap_or(Ok(DbResult::default())).unwrap_or_default().texts {
            database.add_reusing(&known, key, text);
            slice.yield_if_over().await;
        }
        let mut reconciliation = compare_and_repair_local(&storage, database, &known, save_counts, &history);
        reconciliation.storage_health.read = status;
        if is_reachable {
            storage.0.has_read_database.set(true);
            timed_out = repair_database(&storage, &mut reconciliation, wait).await.is_err();
            storage.remove(&reconciliation.removable_keys(false), reconciliation.removable_keys(true));
        }
        let mut result = reconciled(&storage, reconciliation, save_counts);
        if status == ReadStatus::Unanswered {
            reset_save_status(&mut result.entries, &history);
        }
        Reconciled { timed_out, ..result }
    }
}

/// Sets the save status of sessions that were not written just now to pending: the database may have them.
fn reset_save_status(entries: &mut [(SessionId, SessionEntry)], history: &History) {
    let was_unsaved = |id| history.get(id).is_some_and(|entry| entry.save_status == SaveStatus::NotSaved);
    for (_, entry) in entries.iter_mut().filter(|(id, _)| !was_unsaved(*id)) {
        entry.save_status = SaveStatus::Pending;
    }
}

async fn await_result(
    storage: &Storage,
    wait: Wait,
    mut result: DbFuture,
) -> Result<Result<DbResult, StoreError>, TimedOut> {
    match wait {
        Wait::WithTimeout => storage.0.database.with_timeout(&mut result).await,
        Wait::Indefinitely => Ok(result.await),
    }
}

/// Compares the stores, and writes to localStorage what it misses.
fn compare_and_repair_local(
    storage: &Storage,
    mut database: StoreContents,
    known: &Records,
    saves: [u32; 3],
    history: &History,
) -> Reconciliation {
    storage.raise_write_numbers(&database);
    for ((singleton, count_before), count_after) in
        database.singletons.iter_mut().zip(saves).zip(storage.0.save_counts.get())
    {
        // A later value has been saved meanwhile.
        if count_before != count_after {
            *singleton = None;
        }
    }
    // No `await` between reading and writing localStorage, so that no change made in between is overwritten.
    let local = StoreContents::read_all(&storage.0.local, known);
    let (local_corrupt, database_corrupt) = (local.corrupt_keys.clone(), database.corrupt_keys.clone());
    let mut reconciliation = Reconciliation::new(local, database, history);
    load::move_to_quarantine(&storage.0.local, &local_corrupt, clock::now().unix_ms);
    repair_local(storage, &mut reconciliation);
    if !database_corrupt.is_empty() {
        storage.0.database.run_in_background(DbRequest::Quarantine(database_corrupt));
    }
    reconciliation
}

fn repair_local(storage: &Storage, reconciliation: &mut Reconciliation) {
    for missing in std::mem::take(&mut reconciliation.missing_locally) {
        if storage.put_local(&missing.key, &missing.text) == Ok(PutOutcome::Stored) {
            reconciliation.mark_stored(&missing, false);
        }
    }
}

/// Writes to the database what it misses, in batches.
async fn repair_database(
    storage: &Storage,
    reconciliation: &mut Reconciliation,
    wait: Wait,
) -> Result<(), TimedOut> {
    while !reconciliation.missing_in_database.is_empty() {
        let batch: Vec<MissingItem> = reconciliation
            .missing_in_database
            .drain(..reconciliation.missing_in_database.len().min(TEXTS_PER_TRANSACTION))
            .collect();
        let texts = batch.iter().map(|m| (m.key.clone(), m.text.clone())).collect();
        let result = await_result(storage, wait, storage.0.database.run(DbRequest::Write(texts))).await?;
        let DbResult { outcomes: written, .. } = result.unwrap_or_default();
        for (missing, outcome) in batch.iter().zip(written) {
            if outcome == Ok(PutOutcome::Stored) {
                reconciliation.mark_stored(missing, true);
            }
        }
    }
    Ok(())
}

fn reconciled(storage: &Storage, reconciliation: Reconciliation, saves: [u32; 3]) -> Reconciled {
    let now = storage.0.save_counts.get();
    let is_untouched = |singleton: Singleton| saves[singleton as usize] == now[singleton as usize];
    let entries = reconciliation.entries();
    let later = reconciliation.later_singletons;
    Reconciled {
        entries,
        later_singletons: Singletons {
            draft: later.draft.filter(|_| is_untouched(Singleton::Draft)),
            settings: later.settings.filter(|_| is_untouched(Singleton::Settings)),
            meta: later.meta.filter(|_| is_untouched(Singleton::Meta)),
        },
        has_snapshot: reconciliation.snapshot.is_some(),
        storage_health: reconciliation.storage_health,
        timed_out: false,
    }
}
