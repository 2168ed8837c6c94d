//! Saving: at once into localStorage, a moment later into IndexedDB, and word of where it is kept.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::{
    db_request::DbRequest,
    eviction::make_room,
    stores::{PutFuture, Storage, Writing},
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
        item::{self, Single},
        key_value_store::{KeyValueStore as _, PutOutcome, StoreError},
        keys::{self, RevisionKey},
        records::Records,
    },
};

/// How long the database waits for what localStorage has already, milliseconds.
const SOON_MS: u32 = 100;

impl Storage {
    /// Writes a revision of a session. `report` is called with where it is kept, a second time when that changes.
    pub fn save_session(&self, rev: u32, session: &Session, report: impl Fn(SaveStatus) + 'static) {
        let (key, text) = session::write(rev, session);
        self.save_revision(key, text, report);
    }

    /// Writes that a session was deleted; as [`Storage::save_session`].
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

    /// Writes the draft.
    pub fn save_draft(&self, draft: &Draft) {
        self.save_single(Single::Draft, &|number| singletons::write_draft(number, draft));
    }

    /// Writes the settings.
    pub fn save_settings(&self, settings: &Settings) {
        self.save_single(Single::Settings, &|number| singletons::write_settings(number, settings));
    }

    /// Writes what is kept once.
    pub fn save_meta(&self, meta: &Meta) {
        self.save_single(Single::Meta, &|number| singletons::write_meta(number, meta));
    }

    fn save_revision(&self, key: RevisionKey, text: String, report: impl Fn(SaveStatus) + 'static) {
        // Its live record must stay until it is kept, however long that takes.
        self.begin_writing(key.id);
        // Written before this returns: the browser may be killed in the next moment.
        let put = self.put_local(&key.to_text(), &text);
        if put.is_ok() {
            self.stands_in_local(key.id);
            report(SaveStatus::One);
        }
        let this = self.clone();
        if put == Err(StoreError::Full) {
            spawn_local(async move {
                make_room(&this, false, text.len()).await;
                let in_local = this.put_local(&key.to_text(), &text).is_ok();
                if in_local {
                    this.stands_in_local(key.id);
                    report(SaveStatus::One);
                }
                let written = this.put_database(&key.to_text(), &text);
                this.finish_saving(key, text, in_local, written, report).await;
            });
        } else {
            let written = self.put_database(&key.to_text(), &text);
            spawn_local(async move { this.finish_saving(key, text, put.is_ok(), written, report).await });
        }
    }

    /// The rest of a revision's way, once its write into IndexedDB has begun.
    async fn finish_saving(
        &self,
        key: RevisionKey,
        text: String,
        in_local: bool,
        written: PutFuture,
        report: impl Fn(SaveStatus),
    ) {
        let mut put = self.outcome(written, in_local, &report).await;
        if put == Err(StoreError::Full) && make_room(self, true, 0).await {
            put = self.outcome(self.put_database(&key.to_text(), &text), in_local, &report).await;
        }
        let in_database = put.is_ok();
        match (in_local, in_database) {
            (true, true) => report(SaveStatus::Both),
            (false, true) => report(SaveStatus::One),
            (true, false) => {}
            (false, false) => report(SaveStatus::Nowhere),
        }
        self.end_writing(key.id, in_database);
        if in_local && in_database {
            self.remove_superseded(key.id).await;
        }
    }

    /// What comes of a write into IndexedDB, however late. What is not in localStorage either is reported as kept nowhere
    /// as soon as patience has ended.
    pub(super) async fn outcome(
        &self,
        mut written: PutFuture,
        in_local: bool,
        report: impl Fn(SaveStatus),
    ) -> Result<PutOutcome, StoreError> {
        if let Ok(outcome) = self.0.database.within_patience(&mut written).await {
            return outcome;
        }
        if !in_local {
            report(SaveStatus::Nowhere);
        }
        written.await
    }

    fn begin_writing(&self, id: SessionId) {
        let mut all = self.0.writing.borrow_mut();
        if let Some(writing) = all.iter_mut().find(|w| w.id == id) {
            writing.under_way += 1;
            writing.in_local = false;
        } else {
            all.push(Writing { id, under_way: 1, in_local: false, drop_live: false });
        }
    }

    fn stands_in_local(&self, id: SessionId) {
        if let Some(writing) = self.0.writing.borrow_mut().iter_mut().find(|w| w.id == id) {
            writing.in_local = true;
        }
    }

    /// A session's write has ended: its live record may be waiting for that.
    fn end_writing(&self, id: SessionId, in_database: bool) {
        let drop_live = {
            let mut all = self.0.writing.borrow_mut();
            let Some(at) = all.iter().position(|w| w.id == id) else {
                return;
            };
            all[at].under_way = all[at].under_way.saturating_sub(1);
            let drop_live = all[at].drop_live;
            if all[at].under_way == 0 {
                all.swap_remove(at);
            }
            drop_live
        };
        if in_database && drop_live {
            self.remove_local_live(id);
            self.0.database.run_in_background(DbRequest::RemoveLive(id));
        }
    }

    /// Removes a session's older revisions where both stores have the newer one.
    async fn remove_superseded(&self, id: SessionId) {
        let read = DbRequest::Read(vec![keys::revisions_of(id)]);
        let Ok(result) = self.0.database.run(read).await else { return };
        let mut records = result.contents().revisions;
        // By their names, since listing all of localStorage takes long where there are thousands. What stands only
        // there, the next start copies first.
        for record in &mut records {
            let local = self.0.local.get(&record.key.to_text());
            record.local = local.is_ok_and(|text| text.as_ref() == Some(&record.text));
        }
        let records = Records::of(records);
        self.remove(&records.superseded(false), records.superseded(true));
    }

    fn save_single(&self, single: Single, write: &dyn Fn(u32) -> String) {
        let key = single.key();
        let stored = self.0.local.get(key).ok().flatten();
        let stored_number = stored.as_deref().and_then(|text| item::number(key, text));
        // Another tab's change, taken over here, is not written back to it.
        if stored.is_some() && stored == stored_number.map(write) {
            return;
        }
        let mut numbers = self.0.numbers.get();
        let number = numbers[single as usize].max(stored_number.unwrap_or(0)).saturating_add(1);
        numbers[single as usize] = number;
        self.0.numbers.set(numbers);
        let mut saves = self.0.saves.get();
        saves[single as usize] += 1;
        self.0.saves.set(saves);
        let text = write(number);
        if self.put_local(key, &text) == Err(StoreError::Full) {
            // Not written a second time: something later may have been by then. The next start brings it over.
            self.make_room_in_local(text.len());
        }
        self.0.waiting.borrow_mut()[single as usize] = Some(text);
        if !self.0.sending.replace(true) {
            let this = self.clone();
            spawn_local(async move { this.send_waiting().await });
        }
    }

    /// Makes room in localStorage for the next write; nobody waits for it.
    pub(super) fn make_room_in_local(&self, needed: usize) {
        let this = self.clone();
        spawn_local(async move {
            make_room(&this, false, needed).await;
        });
    }

    /// Sends what waits to the database a moment later, when the tap that made it has been painted, and one
    /// transaction at a time: a mark being dragged makes many texts of which only the last matters.
    async fn send_waiting(&self) {
        loop {
            TimeoutFuture::new(SOON_MS).await;
            let texts = self.take_waiting();
            // Should it fail, the next start finds it so.
            self.0.database.run(DbRequest::Write(texts)).await.ok();
            let is_more = self.0.waiting.borrow().iter().any(Option::is_some);
            if !is_more {
                break;
            }
        }
        self.0.sending.set(false);
    }

    fn take_waiting(&self) -> Vec<(String, String)> {
        let mut waiting = self.0.waiting.borrow_mut();
        let take = |single: Single| Some((single.key().to_owned(), waiting[single as usize].take()?));
        Single::ALL.into_iter().filter_map(take).collect()
    }
}
