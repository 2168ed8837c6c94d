//! Saves, reads and removes the snapshot of the running session.

use std::future::Future;

use futures_channel::oneshot;
use wasm_bindgen_futures::spawn_local;

use super::{
    db_request::{DbRequest, DbResult},
    stores::{PendingSnapshot, PutFuture, Storage},
};
use crate::{
    domain::{history::SaveStatus, session::SessionId, session_snapshot::SessionSnapshot},
    storage::{
        codec,
        key_value_store::{PutOutcome, StoreError},
        keys,
        load::{self, Singletons},
        snapshot::newest_snapshot,
    },
};

/// The result of saving a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapshotSaveResult {
    /// It is saved, with this status.
    Saved(SaveStatus),
    /// Another tab has taken over the session; this one must not write it.
    LostLock,
}

/// The result of [`Storage::read_snapshot_and_singletons`].
pub struct SnapshotRead {
    /// The newer snapshot of both stores, unless its session has been saved as finished.
    pub snapshot: Option<Box<SessionSnapshot>>,
    /// Draft, settings and metadata of IndexedDB that are later than those of localStorage.
    pub later_singletons: Singletons,
    /// Drop it once the result has been processed.
    pub guard: SnapshotWriteGuard,
}

/// Delays snapshot writes to IndexedDB while it exists, so that the snapshot that was read is processed before it is
/// overwritten.
pub struct SnapshotWriteGuard(Storage);

impl Drop for SnapshotWriteGuard {
    fn drop(&mut self) {
        let guard_count = &self.0.0.snapshot_guard_count;
        guard_count.set(guard_count.get() - 1);
        if guard_count.get() == 0
            && let Some(PendingSnapshot { text, on_begin: write_started, .. }) =
                self.0.0.pending_snapshot.take()
        {
            write_started.send(self.0.put_database(keys::SNAPSHOT, &text)).ok();
        }
    }
}

impl Storage {
    /// Saves the snapshot, unless another tab has taken over the session. `report` is called with the save status,
    /// and again when it changes.
    pub fn save_snapshot(&self, snapshot: &SessionSnapshot, report: impl Fn(SnapshotSaveResult) + 'static) {
        let text = codec::snapshot::write(snapshot);
        // Synchronously, because the browser may be killed at any time.
        let put = self.put_local(keys::SNAPSHOT, &text);
        match put {
            Ok(PutOutcome::LostLock) => return report(SnapshotSaveResult::LostLock),
            Ok(PutOutcome::Stored) => report(SnapshotSaveResult::Saved(SaveStatus::InOneStore)),
            // Not written again: the session may have ended by then. The next snapshot finds the space.
            Err(StoreError::Full) => self.free_local_space(text.len()),
            Err(StoreError::Refused) => {}
        }
        let in_local = put.is_ok();
        let (this, write_started) = (self.clone(), self.begin_snapshot_write(snapshot.running.id, text));
        spawn_local(async move {
            // An error means that a later snapshot or the end of the session has replaced it.
            let Ok(written) = write_started.await else { return };
            match this
                .await_put(written, in_local, |save_status| report(SnapshotSaveResult::Saved(save_status)))
                .await
            {
                Ok(PutOutcome::LostLock) => report(SnapshotSaveResult::LostLock),
                Ok(PutOutcome::Stored) if in_local => {
                    report(SnapshotSaveResult::Saved(SaveStatus::InBothStores));
                }
                Ok(PutOutcome::Stored) => report(SnapshotSaveResult::Saved(SaveStatus::InOneStore)),
                Err(_) if in_local => {}
                Err(_) => report(SnapshotSaveResult::Saved(SaveStatus::NotSaved)),
            }
        });
    }

    /// Starts writing the snapshot to IndexedDB, or delays it while a [`SnapshotWriteGuard`] exists. Only the last
    /// delayed snapshot is written; the others get an error.
    fn begin_snapshot_write(&self, id: SessionId, text: String) -> oneshot::Receiver<PutFuture> {
        let (write_started, write_started_receiver) = oneshot::channel();
        if self.0.snapshot_guard_count.get() > 0 {
            self.0.pending_snapshot.replace(Some(PendingSnapshot { id, text, on_begin: write_started }));
        } else {
            write_started.send(self.put_database(keys::SNAPSHOT, &text)).ok();
        }
        write_started_receiver
    }

    /// Removes the snapshot of a session, after the session itself has been saved if it is being written.
    pub fn remove_snapshot(&self, id: SessionId) {
        // It is removed later, when the session is found to be saved.
        if self.0.database.is_suspended() {
            return;
        }
        self.0.pending_snapshot.borrow_mut().take_if(|waiting| waiting.id == id);
        if let Some(writing) = self.0.session_writes.borrow_mut().iter_mut().find(|w| w.id == id) {
            writing.remove_snapshot_after = true;
            if writing.in_local {
                self.remove_local_snapshot(id);
            }
            return;
        }
        self.remove_local_snapshot(id);
        self.0.database.run_in_background(DbRequest::RemoveSnapshot(id));
    }

    /// Reads the newer snapshot, and the values of IndexedDB that are later than those of localStorage. Call it
    /// before saving anything, so that later saves get higher write numbers. Reading starts immediately, whether or
    /// not the future is awaited. After a timeout, IndexedDB counts as empty.
    pub fn read_snapshot_and_singletons(&self) -> impl Future<Output = SnapshotRead> + use<> {
        self.0.snapshot_guard_count.set(self.0.snapshot_guard_count.get() + 1);
        let guard = SnapshotWriteGuard(self.clone());
        let local = self.local_snapshot();
        let names = keys::UNIQUE_KEYS.map(str::to_owned);
        let result = self.0.database.run_with_timeout(DbRequest::Read(names.into()));
        let this = self.clone();
        async move {
            let (snapshot, later) = this.compare_snapshots(local, result.await).await;
            SnapshotRead { snapshot, later_singletons: later, guard }
        }
    }

    async fn compare_snapshots(
        &self,
        local: Option<Box<SessionSnapshot>>,
        result: Result<DbResult, StoreError>,
    ) -> (Option<Box<SessionSnapshot>>, Singletons) {
        let is_reachable = result.is_ok();
        self.0.has_read_database.set(self.0.has_read_database.get() || is_reachable);
        let contents = result.unwrap_or_default().contents();
        let later = self.later_singletons(&contents);
        let database = contents.snapshot;
        let mut saved_revisions = Vec::new();
        let mut prefixes = Vec::new();
        for id in local.iter().chain(&database).map(|snapshot| snapshot.running.id) {
            saved_revisions.extend(load::revision_keys(&self.0.local, id));
            prefixes.push(keys::revision_prefix(id));
        }
        if is_reachable && !prefixes.is_empty() {
            let finished = self.0.database.run_with_timeout(DbRequest::Read(prefixes)).await;
            let records = finished.unwrap_or_default().contents().revisions;
            saved_revisions.extend(records.iter().map(|record| record.key));
        }
        (newest_snapshot(local, database, &saved_revisions), later)
    }
}
