//! Stores data in localStorage immediately and in IndexedDB shortly after, and reads from both.
//!
//! Values of a newer app are never overwritten: such a write is refused.
//!
//! Errors are not returned: data that could not be saved is reported as
//! [`SaveStatus::NotSaved`](crate::domain::history::SaveStatus::NotSaved).

mod bfcache;
mod connection;
mod corrupt_texts;
mod database;
mod db_request;
mod eviction;
mod idb_future;
mod import;
mod local_storage;
mod read_history;
mod reconcile;
mod save;
mod snapshot;
mod stores;

pub use self::{
    bfcache::StorageFingerprint,
    connection::DATABASE,
    corrupt_texts::{delete_corrupt_texts, read_corrupt_texts},
    eviction::{allow_eviction, free_some_space, record_export, used_characters},
    import::import,
    read_history::{HistoryRead, read_history},
    reconcile::{Reconciled, Wait, reconcile},
    snapshot::{SnapshotRead, SnapshotSaveResult, SnapshotWriteGuard},
    stores::Storage,
};
