//! The sessions of localStorage, read a few at a time: there may be thousands, and somebody may be tapping.

use super::stores::Storage;
use crate::{
    domain::{history::Entry, model::Trouble, session::SessionId},
    platform::{clock, time_slice::TimeSlice},
    storage::{
        key_value_store::KeyValueStore as _,
        load::{self, Loaded, StoreContents},
    },
};

/// What localStorage says.
pub struct HistoryRead {
    /// The sessions, none of them known to be in both stores.
    pub entries: Vec<(SessionId, Entry)>,
    /// What the person has to be told of the stores.
    pub trouble: Trouble,
}

/// Reads everything.
pub async fn read_history(storage: &Storage) -> HistoryRead {
    let local = &storage.0.local;
    let mut contents = StoreContents::default();
    let mut slice = TimeSlice::begin();
    for key in local.keys().unwrap_or_default() {
        contents.take(local, key);
        slice.yield_if_over().await;
    }
    // What could not be read may have been written again since.
    for key in std::mem::take(&mut contents.spoilt) {
        contents.take(local, key);
    }
    let Loaded { entries, records, trouble } = load::load(local, contents, clock::now().unix_ms);
    storage.0.known.replace(records);
    HistoryRead { entries, trouble }
}
