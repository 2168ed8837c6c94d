//! Reads the sessions of localStorage in time slices, because there may be thousands and the page must stay responsive.

use super::stores::Storage;
use crate::{
    domain::{history::SessionEntry, model::StorageHealth, session::SessionId},
    platform::{clock, time_slice::TimeSlice},
    storage::{
        key_value_store::KeyValueStore as _,
        load::{self, LoadedHistory, StoreContents},
    },
};

/// The sessions and health of localStorage.
pub struct HistoryRead {
    /// The sessions, with save status pending.
    pub entries: Vec<(SessionId, SessionEntry)>,
    /// What the person has to know about stored data.
    pub storage_health: StorageHealth,
}

/// Reads all sessions of localStorage.
pub async fn read_history(storage: &Storage) -> HistoryRead {
    let local = &storage.0.local;
    let mut contents = StoreContents::default();
    let mut slice = TimeSlice::begin();
    for key in local.keys().unwrap_or_default() {
        contents.add_from(local, key);
        slice.yield_if_over().await;
    }
    // Corrupt values may have been overwritten meanwhile.
    for key in std::mem::take(&mut contents.corrupt_keys) {
        contents.add_from(local, key);
    }
    let LoadedHistory { entries, records, storage_health } =
        load::load(local, contents, clock::now().unix_ms);
    storage.0.known_records.replace(records);
    HistoryRead { entries, storage_health }
}
