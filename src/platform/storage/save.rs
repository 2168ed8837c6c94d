//! Saves values to localStorage immediately and to IndexedDB shortly after, and reports the save status.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::{
    db_request::DbRequest,
    eviction::free_space,
    stores::{PutFuture, SessionWrite, Storage},
};
use crate::{
    domain::{
        draft::Draft,
        history::SaveStatus,
        model::Meta,
        session::{Session, SessionId},
        settings::Settings,
    },
    storage::{
        codec::{session, singletons},
        item::{self, Singleton},
        key_value_store::{KeyValueStore as _, PutOutcome, StoreError},
        keys::{self, RevisionKey},
        records::Records,
    },
};

/// Delay of writing to IndexedDB what localStorage already has, milliseconds.
const DATABASE_DELAY_MS: u32 = 100;

impl Storage {
    /// Saves a revision of a session. `report` is called with the save status, and again when it changes.
    pub fn save_session(&self, rev: u32, session: &Session, report: impl Fn(SaveStatus) + 'static) {
        let (key, text) = session::write(rev, session);
        self.save_revision(key, text, report);
    }

    /// Saves a tombstone; as [`Storage::save_session`].
    pub fn save_tombstone(
        &self,
        id: SessionId,
        rev: u32,
        unix_ms: i64,
        report: impl Fn(SaveStatus) + 'static,
    ) {
        let (key, text) = session::write_tombstone(id, rev, unix_ms);
        self.save_revision(key, text, report);
    }

    /// Saves the draft.
    pub fn save_draft(&self, draft: &Draft) {
        self.save_singleton(Singleton::Draft, &|number| singletons::write_draft(number, draft));
    }

    /// Saves the settings.
    pub fn save_settings(&self, settings: &Settings) {
        self.save_singleton(Singleton::Settings, &|number| singletons::write_settings(number, settings));
    }

    /// Saves the app metadata.
    pub fn save_meta(&self, meta: &Meta) {
        self.save_singleton(Singleton::Meta, &|number| singletons::write_meta(number, meta));
    }

    fn save_revision(&self, key: RevisionKey, text: String, report: impl Fn(SaveStatus) + 'static) {
        // The snapshot must not be removed before the session is saved.
        self.begin_session_write(key.id);
        // Synchronously, because the browser may be killed at any time.
        let put = self.put_local(&key.to_text(), &text);
        if put.is_ok() {
            self.mark_stored_locally(key.id);
            report(SaveStatus::InOneStore);
        }
        let this = self.clone();
        if put == Err(StoreError::Full) {
            spawn_local(async move {
                free_space(&this, false, text.len()).await;
                let in_local = this.put_local(&key.to_text(), &text).is_ok();
                if in_local {
                    this.mark_stored_locally(key.id);
                    report(SaveStatus::InOneStore);
                }
                let written = this.put_database(&key.to_text(), &text);
                this.finish_saving(key, text, in_local, written, report).await;
            });
        } else {
            let written = self.put_database(&key.to_text(), &text);
            spawn_local(async move { this.finish_saving(key, text, put.is_ok(), written, report).await });
        }
    }

    /// Completes saving a revision after its write to IndexedDB has started.
    async fn finish_saving(
        &self,
        key: RevisionKey,
        text: String,
        in_local: bool,
        written: PutFuture,
        report: impl Fn(SaveStatus),
    ) {
        let mut put = self.await_put(written, in_local, &report).await;
        if put == Err(StoreError::Full) && free_space(self, true, 0).await {
            put = self.await_put(self.put_database(&key.to_text(), &text), in_local, &report).await;
        }
        let in_database = put.is_ok();
        match (in_local, in_database) {
            (true, true) => report(SaveStatus::InBothStores),
            (false, true) => report(SaveStatus::InOneStore),
            (true, false) => {}
            (false, false) => report(SaveStatus::NotSaved),
        }
        self.end_session_write(key.id, in_database);
        if in_local && in_database {
            self.remove_older_revisions(key.id).await;
        }
    }

    /// Waits for a write to IndexedDB without limit. If localStorage does not have the value, it is reported as
    /// unsaved after the timeout.
    pub(super) async fn await_put(
        &self,
        mut written: PutFuture,
        in_local: bool,
        report: impl Fn(SaveStatus),
    ) -> Result<PutOutcome, StoreError> {
        if let Ok(outcome) = self.0.database.with_timeout(&mut written).await {
            return outcome;
        }
        if !in_local {
            report(SaveStatus::NotSaved);
        }
        written.await
    }

    fn begin_session_write(&self, id: SessionId) {
        let mut all = self.0.session_writes.borrow_mut();
        if let Some(writing) = all.iter_mut().find(|w| w.id == id) {
            writing.pending_count += 1;
            writing.in_local = false;
        } else {
            all.push(SessionWrite { id, pending_count: 1, in_local: false, remove_snapshot_after: false });
        }
    }

    fn mark_stored_locally(&self, id: SessionId) {
        if let Some(writing) = self.0.session_writes.borrow_mut().iter_mut().find(|w| w.id == id) {
            writing.in_local = true;
        }
    }

    /// Ends a session's write, and removes its snapshot if that was requested.
    fn end_session_write(&self, id: SessionId, in_database: bool) {
        let removes_snapshot = {
            let mut writes = self.0.session_writes.borrow_mut();
            let Some(index) = writes.iter().position(|w| w.id == id) else {
                return;
            };
            writes[index].pending_count = writes[index].pending_count.saturating_sub(1);
            let removes_snapshot = writes[index].remove_snapshot_after;
            if writes[index].pending_count == 0 {
                writes.swap_remove(index);
            }
            removes_snapshot
        };
        if in_database && removes_snapshot {
            self.remove_local_snapshot(id);
            self.0.database.run_in_background(DbRequest::RemoveSnapshot(id));
        }
    }

    /// Removes a session's older revisions if both stores have the newest one.
    async fn remove_older_revisions(&self, id: SessionId) {
        let read = DbRequest::Read(vec![keys::revision_prefix(id)]);
        let Ok(result) = self.0.database.run(read).await else { return };
        let mut records = result.contents().revisions;
        // Looks up single keys, because listing all keys of localStorage is slow. Revisions that only localStorage
        // has are copied to the database at the next start.
        for record in &mut records {
            let local = self.0.local.get(&record.key.to_text());
            record.in_local = local.is_ok_and(|text| text.as_ref() == Some(&record.text));
        }
        let records = Records::new(records);
        self.remove(&records.removable_keys(false), records.removable_keys(true));
    }

    fn save_singleton(&self, singleton: Singleton, write: &dyn Fn(u32) -> String) {
        let key = singleton.key();
        let stored = self.0.local.get(key).ok().flatten();
        let stored_number = stored.as_deref().and_then(|text| item::write_number(key, text));
        // A change received from another tab is not written back.
        if stored.is_some() && stored == stored_number.map(write) {
            return;
        }
        let mut numbers = self.0.write_numbers.get();
        let number = numbers[singleton as usize].max(stored_number.unwrap_or(0)).saturating_add(1);
        numbers[singleton as usize] = number;
        self.0.write_numbers.set(numbers);
        let mut save_counts = self.0.save_counts.get();
        save_counts[singleton as usize] += 1;
        self.0.save_counts.set(save_counts);
        let text = write(number);
        if self.put_local(key, &text) == Err(StoreError::Full) {
            // Not written again: a later value may have been stored by then. The next start copies it from IndexedDB.
            self.free_local_space(text.len());
        }
        self.0.pending_singletons.borrow_mut()[singleton as usize] = Some(text);
        if !self.0.is_writing_pending.replace(true) {
            let this = self.clone();
            spawn_local(async move { this.write_pending().await });
        }
    }

    /// Frees space in localStorage for the next write, in the background.
    pub(super) fn free_local_space(&self, needed: usize) {
        let this = self.clone();
        spawn_local(async move {
            free_space(&this, false, needed).await;
        });
    }

    /// Writes pending values to IndexedDB after a delay, so that a tap is painted first, and one transaction at a time:
    /// dragging a mark creates many values of which only the last matters.
    async fn write_pending(&self) {
        loop {
            TimeoutFuture::new(DATABASE_DELAY_MS).await;
            let texts = self.take_pending();
            // If it fails, the next start repeats it.
            self.0.database.run(DbRequest::Write(texts)).await.ok();
            let has_pending = self.0.pending_singletons.borrow().iter().any(Option::is_some);
            if !has_pending {
                break;
            }
        }
        self.0.is_writing_pending.set(false);
    }

    fn take_pending(&self) -> Vec<(String, String)> {
        let mut waiting = self.0.pending_singletons.borrow_mut();
        let take =
            |singleton: Singleton| Some((singleton.key().to_owned(), waiting[singleton as usize].take()?));
        Singleton::ALL.into_iter().filter_map(take).collect()
    }
}
