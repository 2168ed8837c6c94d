//! The running session's record: written, read, removed.

use std::future::Future;

use futures_channel::oneshot;
use wasm_bindgen_futures::spawn_local;

use super::{
    db_request::{DbRequest, DbResult},
    stores::{LiveWaits, PutFuture, Storage},
};
use crate::{
    domain::{history::SaveStatus, live::SessionSnapshot, session::SessionId},
    storage::{
        codec,
        key_value_store::{KeyValueStore as _, PutOutcome, StoreError},
        keys,
        live::later_live,
        load::{self, Singles},
    },
};

/// What came of writing the live record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LiveSaved {
    /// Where it is kept.
    Kept(SaveStatus),
    /// Another tab has taken the session over; this one must only watch from now on.
    LostLock,
}

/// What [`Storage::read_live`] has found.
pub struct LiveRead {
    /// The running session, from the store that knows more of it, unless it has been written as finished.
    pub live: Option<Box<SessionSnapshot>>,
    /// What IndexedDB has later of all else that there is one of.
    pub later: Singles,
    /// To be dropped once this has been taken in.
    pub guard: LiveGuard,
}

/// While it lives, no record is written over the one that IndexedDB had: first, what that one leads to is to be on its
/// way into the database.
pub struct LiveGuard(Storage);

impl Drop for LiveGuard {
    fn drop(&mut self) {
        let asking = &self.0.0.asking;
        asking.set(asking.get() - 1);
        if asking.get() == 0
            && let Some(LiveWaits { text, begun, .. }) = self.0.0.live_waits.take()
        {
            begun.send(self.0.put_database(keys::LIVE, &text)).ok();
        }
    }
}

impl Storage {
    /// Writes the live record, unless another tab has taken the session over. `report` is called with where it is
    /// kept, a second time when that changes.
    pub fn save_live(&self, live: &SessionSnapshot, report: impl Fn(LiveSaved) + 'static) {
        let text = codec::live::write(live);
        // Written before this returns: the browser may be killed in the next moment.
        let put = self.put_local(keys::LIVE, &text);
        match put {
            Ok(PutOutcome::LostLock) => return report(LiveSaved::LostLock),
            Ok(PutOutcome::Stored) => report(LiveSaved::Kept(SaveStatus::One)),
            // Not written a second time: its session may be over by then. The next record finds the room.
            Err(StoreError::Full) => self.make_room_in_local(text.len()),
            Err(StoreError::Refused) => {}
        }
        let in_local = put.is_ok();
        let (this, begun) = (self.clone(), self.begin_live(live.running.id, text));
        spawn_local(async move {
            // Otherwise a later record, or the end of the session, has taken its place.
            let Ok(written) = begun.await else { return };
            match this.outcome(written, in_local, |kept| report(LiveSaved::Kept(kept))).await {
                Ok(PutOutcome::LostLock) => report(LiveSaved::LostLock),
                Ok(PutOutcome::Stored) if in_local => report(LiveSaved::Kept(SaveStatus::Both)),
                Ok(PutOutcome::Stored) => report(LiveSaved::Kept(SaveStatus::One)),
                Err(_) if in_local => {}
                Err(_) => report(LiveSaved::Kept(SaveStatus::Nowhere)),
            }
        });
    }

    /// Begins to write the record into IndexedDB, at once or when whoever asked knows what stands there. Only the last
    /// record of those that wait is written; the others get an error.
    fn begin_live(&self, id: SessionId, text: String) -> oneshot::Receiver<PutFuture> {
        let (begun, receiver) = oneshot::channel();
        if self.0.asking.get() > 0 {
            self.0.live_waits.replace(Some(LiveWaits { id, text, begun }));
        } else {
            begun.send(self.put_database(keys::LIVE, &text)).ok();
        }
        receiver
    }

    /// Removes the live record of a session, once the session itself is kept if it is being written.
    pub fn remove_live(&self, id: SessionId) {
        // Where it stands after all, it is removed when the session is found to be written.
        if self.0.database.is_suspended() {
            return;
        }
        self.0.live_waits.borrow_mut().take_if(|waiting| waiting.id == id);
        if let Some(writing) = self.0.writing.borrow_mut().iter_mut().find(|w| w.id == id) {
            writing.drop_live = true;
            if writing.in_local {
                self.remove_local_live(id);
            }
            return;
        }
        self.remove_local_live(id);
        self.0.database.run_in_background(DbRequest::RemoveLive(id));
    }

    /// Reads the running session and what IndexedDB knows later of all else that there is one of. To be asked before
    /// anything is saved, since what is saved next is to be later than that: it counts as asked at once, whether or not
    /// the answer is awaited. An IndexedDB that does not answer in time is as good as none.
    pub fn read_live(&self) -> impl Future<Output = LiveRead> + use<> {
        self.0.asking.set(self.0.asking.get() + 1);
        let guard = LiveGuard(self.clone());
        let local = self.local_live();
        let names = keys::SINGLE.map(str::to_owned);
        let result = self.0.database.ask(DbRequest::Read(names.into()));
        let this = self.clone();
        async move {
            let (live, later) = this.compare_live(local, result.await).await;
            LiveRead { live, later, guard }
        }
    }

    async fn compare_live(
        &self,
        local: Option<Box<SessionSnapshot>>,
        result: Result<DbResult, StoreError>,
    ) -> (Option<Box<SessionSnapshot>>, Singles) {
        let is_reachable = result.is_ok();
        self.0.database_read.set(self.0.database_read.get() || is_reachable);
        let contents = result.unwrap_or_default().contents();
        let later = self.later(&contents);
        let database = contents.live;
        let mut written = Vec::new();
        let mut prefixes = Vec::new();
        for id in local.iter().chain(&database).map(|live| live.running.id) {
            written.extend(load::names_of(&self.0.local, id));
            prefixes.push(keys::revisions_of(id));
        }
        if is_reachable && !prefixes.is_empty() {
            let finished = self.0.database.ask(DbRequest::Read(prefixes)).await;
            let records = finished.unwrap_or_default().contents().revisions;
            written.extend(records.iter().map(|record| record.key));
        }
        (later_live(local, database, &written), later)
    }

    fn local_live(&self) -> Option<Box<SessionSnapshot>> {
        let text = self.0.local.get(keys::LIVE).ok().flatten()?;
        codec::live::read(&text).whole().map(Box::new)
    }

    pub(super) fn remove_local_live(&self, id: SessionId) {
        if self.local_live().is_some_and(|live| live.running.id == id) {
            self.0.local.remove(keys::LIVE).ok();
        }
    }
}
