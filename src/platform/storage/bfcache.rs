//! The stores of a page that is in the browser's back/forward cache.

use super::stores::Storage;
use crate::storage::{key_value_store::KeyValueStore as _, keys};

/// What tells whether localStorage is as it was: its keys, and the texts under those that are written again and again.
#[derive(PartialEq, Eq)]
pub struct StorageFingerprint {
    keys: Vec<String>,
    texts: [Option<String>; 4],
}

impl Storage {
    /// From now on nothing is done in IndexedDB: a transaction that is open when the page goes into the cache ends no
    /// more, and in WebKit every other page of the app would wait for it. What is written stands in localStorage alone.
    pub fn suspend_database(&self) {
        self.0.database.set_suspended(true);
    }

    /// The page is shown again.
    pub fn resume_database(&self) {
        self.0.database.set_suspended(false);
    }

    /// What localStorage looks like now.
    pub fn fingerprint(&self) -> StorageFingerprint {
        let local = &self.0.local;
        StorageFingerprint {
            keys: local.keys().unwrap_or_default(),
            texts: keys::SINGLE.map(|key| local.get(key).ok().flatten()),
        }
    }
}
