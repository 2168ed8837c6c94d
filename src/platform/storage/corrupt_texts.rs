//! Reads and deletes the corrupt texts of both stores.

use super::{
    db_request::{DbRequest, DbResult},
    stores::Storage,
};
use crate::{
    platform::time_slice::TimeSlice,
    storage::{
        key_value_store::KeyValueStore as _,
        keys,
        load::StoreContents,
        quarantine::{self, CorruptText},
    },
};

/// Reads all corrupt texts of both stores, and whether IndexedDB has answered. Values that are not strings are left
/// out.
pub async fn read_corrupt_texts(storage: &Storage) -> (Vec<CorruptText>, bool) {
    let read = DbRequest::Read(vec![keys::QUARANTINE_PREFIX.to_owned()]);
    let in_database = storage.0.database.with_timeout(&mut storage.0.database.run(read)).await;
    let has_answered = in_database.is_ok();
    let in_database = in_database.unwrap_or(Ok(DbResult::default())).unwrap_or_default().texts;
    let local = &storage.0.local;
    let (mut contents, mut slice) = (StoreContents::default(), TimeSlice::begin());
    for key in local.keys().unwrap_or_default() {
        contents.add_from(local, key);
        slice.yield_if_over().await;
    }
    let corrupt_texts = contents.corrupt_keys.into_iter().map(|key| (local.get(&key).ok().flatten(), key));
    let texts = corrupt_texts.map(|(text, key)| (key, text)).chain(contents.quarantined).chain(in_database);
    (quarantine::sorted_distinct(texts.filter_map(|(key, text)| Some((key, text?))).collect()), has_answered)
}

/// Deletes these texts from both stores where their keys still have them. Called after the person has confirmed.
pub async fn delete_corrupt_texts(storage: &Storage, texts: Vec<CorruptText>) {
    let local = &storage.0.local;
    let mut slice = TimeSlice::begin();
    for (key, text) in &texts {
        if local.get(key).is_ok_and(|stored| stored.as_ref() == Some(text)) {
            local.remove(key).ok();
        }
        slice.yield_if_over().await;
    }
    storage.0.database.run_with_timeout(DbRequest::RemoveIfSame(texts)).await.ok();
}
