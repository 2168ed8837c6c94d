//! The stores while the page is in the back/forward cache (bfcache).

use super::stores::Storage;
use crate::storage::{key_value_store::KeyValueStore as _, keys};

/// Detects changes of localStorage: all keys, and the texts of keys that are overwritten.
#[derive(PartialEq, Eq)]
pub struct StorageFingerprint {
    keys: Vec<String>,
    texts: [Option<String>; 4],
}

impl Storage {
    /// Stops using IndexedDB: a transaction that is open while the page is in the bfcache never ends, and in WebKit
    /// blocks all other pages of the app. Writes go to localStorage only.
    pub fn suspend_database(&self) {
        self.0.database.set_suspended(true);
    }

    /// Uses IndexedDB again, when the page is shown again.
    pub fn resume_database(&self) {
        self.0.database.set_suspended(false);
    }

    /// The current fingerprint of localStorage.
    pub fn fingerprint(&self) -> StorageFingerprint {
        let local = &self.0.local;
        StorageFingerprint {
            keys: local.keys().unwrap_or_default(),
            texts: keys::UNIQUE_KEYS.map(|key| local.get(key).ok().flatten()),
        }
    }
}
