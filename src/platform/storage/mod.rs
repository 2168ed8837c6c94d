//! Both stores as one: what the app saves goes into localStorage at once and into IndexedDB a moment
//! later, and what it reads is the better of the two.
//!
//! What a newer app wrote is never written over: such a write is refused for that key alone.
//!
//! Nothing here fails loudly. What could not be kept is reported as
//! [`SaveStatus::Nowhere`](crate::domain::history::SaveStatus::Nowhere).

mod bfcache;
mod connection;
mod database;
mod db_request;
mod eviction;
mod idb_future;
mod import;
mod live;
mod local_storage;
mod read_history;
mod reconcile;
mod save;
mod stores;

pub use self::{
    bfcache::StorageFingerprint,
    connection::DATABASE,
    eviction::{exported, make_room_when_full, make_some_room},
    import::{delete_set_aside, import, unreadable, used},
    live::{LiveGuard, LiveRead, LiveSaved},
    read_history::{HistoryRead, read_history},
    reconcile::{Reconciled, Wait, reconcile},
    stores::Storage,
};
