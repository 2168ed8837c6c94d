//! The two stores, and what is under way in them.

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
    domain::session::SessionId,
    platform::clock,
    storage::{
        item::{self, Single},
        key_value_store::{self, KeyValueStore as _, PutOutcome, StoreError},
        load::{self, AtHand, Singles, StoreContents},
        records::Records,
        storage_event::{self, StorageChange},
    },
};

/// The two stores. A clone is the same two.
#[derive(Clone)]
pub struct Storage(pub(super) Rc<Inner>);

pub(super) struct Inner {
    pub local: LocalStorage,
    pub database: Database,
    /// Sessions that are being written, by how the end of their live record depends on it.
    pub writing: RefCell<Vec<Writing>>,
    /// What there is one of and still has to go to the database; only the last text counts.
    pub waiting: RefCell<[Option<String>; 3]>,
    pub sending: Cell<bool>,
    /// Number of the last write of what there is one of.
    pub numbers: Cell<[u32; 3]>,
    /// How often each of these was saved since the app was opened.
    pub saves: Cell<[u32; 3]>,
    /// Room is made in a full store: not before it is known whether a newer app wrote there.
    pub makes_room: Cell<bool>,
    /// How many are waiting for what the database knows of the running session.
    pub asking: Cell<u32>,
    /// A record that must not be written over the database's before that is known.
    pub live_waits: RefCell<Option<LiveWaits>>,
    /// The database has been read: from then on the numbers of its writes are known.
    pub database_read: Cell<bool>,
    /// What localStorage has been read to hold, until both stores are reconciled.
    pub known: RefCell<Records>,
}

/// What comes of a write into IndexedDB.
pub(super) type PutFuture = BoxFuture<Result<PutOutcome, StoreError>>;

/// A live record that waits to be written into IndexedDB.
pub(super) struct LiveWaits {
    pub id: SessionId,
    pub text: String,
    /// Whoever waits for the write to begin.
    pub begun: oneshot::Sender<PutFuture>,
}

/// A session that is being written.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    pub id: SessionId,
    pub under_way: u32,
    /// It stands in localStorage.
    pub in_local: bool,
    /// The live record may go once the session is kept.
    pub drop_live: bool,
}

impl Storage {
    /// Gets hold of the stores. IndexedDB is opened when it is first needed.
    pub fn open() -> Self {
        Self(Rc::new(Inner {
            local: LocalStorage::open(),
            database: Database::default(),
            writing: RefCell::default(),
            waiting: RefCell::default(),
            sending: Cell::new(false),
            numbers: Cell::default(),
            saves: Cell::default(),
            makes_room: Cell::new(false),
            asking: Cell::default(),
            live_waits: RefCell::default(),
            database_read: Cell::new(false),
            known: RefCell::default(),
        }))
    }

    /// Reads from localStorage what the first view needs. A killed browser may have lost its last seconds, so a
    /// live record found here is not offered before [`Storage::read_live`] was asked.
    pub fn at_hand(&self) -> AtHand {
        load::at_hand(&self.0.local)
    }

    /// What the database has later than localStorage, and nobody has changed here yet.
    pub(super) fn later(&self, database: &StoreContents) -> Singles {
        self.take_numbers(database);
        let mut later = Singles::default();
        for (single, stood) in Single::ALL.into_iter().zip(&database.singles) {
            if let Some(stood) = stood
                && self.0.saves.get()[single as usize] == 0
                && self.local_number(single).is_none_or(|local| local < stood.number)
            {
                later.put(stood.item.clone());
            }
        }
        later
    }

    /// What is written next is to be later than what the database has.
    pub(super) fn take_numbers(&self, database: &StoreContents) {
        let mut numbers = self.0.numbers.get();
        for (last, found) in numbers.iter_mut().zip(&database.singles) {
            *last = (*last).max(found.as_ref().map_or(0, |found| found.number));
        }
        self.0.numbers.set(numbers);
    }

    /// Waits for the database with full patience once more, whatever was waited for in vain before.
    pub fn ask_database_again(&self) {
        self.0.database.forget_silence();
    }

    /// Whether there are marks, or were.
    pub fn has_draft(&self) -> bool {
        self.0.saves.get()[Single::Draft as usize] > 0 || self.local_number(Single::Draft).is_some()
    }

    /// The number of the write of what stands in localStorage.
    pub(super) fn local_number(&self, single: Single) -> Option<u32> {
        let text = self.0.local.get(single.key()).ok().flatten()?;
        item::number(single.key(), &text)
    }

    /// Another tab wrote: what the key says now, `None` when all was cleared.
    pub fn read_change(&self, key: Option<&str>) -> StorageChange {
        storage_event::read_change(&self.0.local, key)
    }

    pub(super) fn put_local(&self, key: &str, text: &str) -> Result<PutOutcome, StoreError> {
        key_value_store::put(&self.0.local, key, text, clock::now().unix_ms)
    }

    /// Writes one text into IndexedDB; it is on its way there when this returns.
    pub(super) fn put_database(&self, key: &str, text: &str) -> PutFuture {
        let texts = vec![(key.to_owned(), text.to_owned())];
        let result = self.0.database.run(DbRequest::Write(texts));
        Box::pin(async move {
            let DbResult { mut written, .. } = result.await?;
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
}
