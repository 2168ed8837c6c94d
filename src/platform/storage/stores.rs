//! Both stores and the state of their pending writes.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use futures_channel::oneshot;

use super::{
    database::{BoxFuture, Database},
    db_request::{DbRequest, DbResult},
    local_storage::LocalStorage,
};
use crate::{
    domain::{session::SessionId, session_snapshot::SessionSnapshot},
    platform::clock,
    storage::{
        codec,
        item::{self, Singleton},
        key_value_store::{self, KeyValueStore as _, PutOutcome, StoreError},
        keys,
        load::{self, Singletons, StartupData, StoreContents},
        records::Records,
        storage_event::{self, StorageChange},
    },
};

/// Both stores. Clones share them.
#[derive(Clone)]
pub struct Storage(pub(super) Rc<Inner>);

pub(super) struct Inner {
    pub local: LocalStorage,
    pub database: Database,
    /// Sessions being written, whose snapshots must not be removed before.
    pub session_writes: RefCell<Vec<SessionWrite>>,
    /// The last texts still to be written to IndexedDB, by [`Singleton`].
    pub pending_singletons: RefCell<[Option<String>; 3]>,
    pub is_writing_pending: Cell<bool>,
    /// The last write numbers, by [`Singleton`].
    pub write_numbers: Cell<[u32; 3]>,
    /// Saves since the app was opened, by [`Singleton`].
    pub save_counts: Cell<[u32; 3]>,
    /// Whether eviction is allowed: not before it is known whether a newer app has written.
    pub may_evict: Cell<bool>,
    /// Number of existing snapshot write guards.
    pub snapshot_guard_count: Cell<u32>,
    /// The snapshot whose write to IndexedDB is delayed by a guard.
    pub pending_snapshot: RefCell<Option<PendingSnapshot>>,
    /// Whether IndexedDB has been read, so that its write numbers are known.
    pub has_read_database: Cell<bool>,
    /// The records read from localStorage, until both stores are reconciled.
    pub known_records: RefCell<Records>,
}

/// The future result of a write to IndexedDB.
pub(super) type PutFuture = BoxFuture<Result<PutOutcome, StoreError>>;

/// A snapshot whose write to IndexedDB is delayed.
pub(super) struct PendingSnapshot {
    pub id: SessionId,
    pub text: String,
    /// Receives the write's future when it starts.
    pub on_begin: oneshot::Sender<PutFuture>,
}

/// A session that is being written.
#[derive(Clone, Copy)]
pub(super) struct SessionWrite {
    pub id: SessionId,
    pub pending_count: u32,
    /// Whether localStorage has it.
    pub in_local: bool,
    /// Whether to remove the snapshot once the session is saved.
    pub remove_snapshot_after: bool,
}

impl Storage {
    /// Opens localStorage. IndexedDB is opened on first use.
    pub fn open() -> Self {
        Self(Rc::new(Inner {
            local: LocalStorage::open(),
            database: Database::default(),
            session_writes: RefCell::default(),
            pending_singletons: RefCell::default(),
            is_writing_pending: Cell::new(false),
            write_numbers: Cell::default(),
            save_counts: Cell::default(),
            may_evict: Cell::new(false),
            snapshot_guard_count: Cell::default(),
            pending_snapshot: RefCell::default(),
            has_read_database: Cell::new(false),
            known_records: RefCell::default(),
        }))
    }

    /// Reads from localStorage what the first view needs. A killed browser may have lost its last seconds, so a
    /// snapshot found here is not offered before [`Storage::read_snapshot_and_singletons`] has completed.
    pub fn read_startup_data(&self) -> StartupData {
        load::read_startup_data(&self.0.local)
    }

    /// The values of the database that are later than localStorage's and have not been changed here.
    pub(super) fn later_singletons(&self, database: &StoreContents) -> Singletons {
        self.raise_write_numbers(database);
        let mut later = Singletons::default();
        for (singleton, stored) in Singleton::ALL.into_iter().zip(&database.singletons) {
            if let Some(stored) = stored
                && self.0.save_counts.get()[singleton as usize] == 0
                && self.local_write_number(singleton).is_none_or(|local| local < stored.write_number)
            {
                later.set(stored.item.clone());
            }
        }
        later
    }

    /// Raises the write numbers to those of the database.
    pub(super) fn raise_write_numbers(&self, database: &StoreContents) {
        let mut numbers = self.0.write_numbers.get();
        for (number, stored) in numbers.iter_mut().zip(&database.singletons) {
            *number = (*number).max(stored.as_ref().map_or(0, |stored| stored.write_number));
        }
        self.0.write_numbers.set(numbers);
    }

    /// Waits for the full timeout again, although requests have timed out.
    pub fn reset_database_timeout(&self) {
        self.0.database.reset_timeout();
    }

    /// Whether a draft has been saved.
    pub fn has_draft(&self) -> bool {
        self.0.save_counts.get()[Singleton::Draft as usize] > 0
            || self.local_write_number(Singleton::Draft).is_some()
    }

    /// The write number of the value in localStorage.
    pub(super) fn local_write_number(&self, singleton: Singleton) -> Option<u32> {
        let text = self.0.local.get(singleton.key()).ok().flatten()?;
        item::write_number(singleton.key(), &text)
    }

    /// Interprets a `storage` event of another tab; `None` if all keys were cleared.
    pub fn read_change(&self, key: Option<&str>) -> StorageChange {
        storage_event::read_change(&self.0.local, key)
    }

    pub(super) fn put_local(&self, key: &str, text: &str) -> Result<PutOutcome, StoreError> {
        key_value_store::put(&self.0.local, key, text, clock::now().unix_ms)
    }

    /// Starts writing one text to IndexedDB.
    pub(super) fn put_database(&self, key: &str, text: &str) -> PutFuture {
        let texts = vec![(key.to_owned(), text.to_owned())];
        let result = self.0.database.run(DbRequest::Write(texts));
        Box::pin(async move {
            let DbResult { outcomes: mut written, .. } = result.await?;
            written.pop().unwrap_or(Err(StoreError::Refused))
        })
    }

    /// Removes keys from both stores.
    pub(super) fn remove(&self, local: &[String], database: Vec<String>) {
        for key in local {
            self.0.local.remove(key).ok();
        }
        if !database.is_empty() {
            self.0.database.run_in_background(DbRequest::Remove(database));
        }
    }

    /// The snapshot in localStorage, if it is valid.
    pub(super) fn local_snapshot(&self) -> Option<Box<SessionSnapshot>> {
        let text = self.0.local.get(keys::SNAPSHOT).ok().flatten()?;
        codec::snapshot::read(&text).valid().map(Box::new)
    }

    /// Removes the snapshot from localStorage if it belongs to this session.
    pub(super) fn remove_local_snapshot(&self, id: SessionId) {
        if self.local_snapshot().is_some_and(|snapshot| snapshot.running.id == id) {
            self.0.local.remove(keys::SNAPSHOT).ok();
        }
    }
}
