//! Deletes quarantined copies that exist elsewhere when a store is full, and measures the used space.

use std::cell::{Cell, RefCell};

use super::{db_request::DbRequest, stores::Storage};
use crate::storage::{
    eviction::{self, QuarantinedCopy},
    key_value_store::KeyValueStore as _,
    keys,
    quarantine::CorruptText,
};

thread_local! {
    /// Texts of backups made since the app was opened.
    static EXPORTED_COPIES: RefCell<Vec<QuarantinedCopy>> = RefCell::default();
    /// How often localStorage was freed.
    static EVICTION_COUNT: Cell<u32> = const { Cell::new(0) };
}

/// Allows eviction. Called before the sessions are read.
pub fn allow_eviction(storage: &Storage) {
    storage.0.may_evict.set(true);
}

/// Records that a backup with these texts was made, so that their copies may be deleted.
pub fn record_export(texts: &[CorruptText]) {
    let copies = texts.iter().map(|(key, text)| (key.clone(), Some(text.clone())));
    EXPORTED_COPIES.replace(copies.collect());
}

/// Frees some space in both stores. Returns whether a copy was deleted.
pub async fn free_some_space(storage: &Storage) -> bool {
    let in_database = free_space(storage, true, 0).await;
    let in_local = free_space(storage, false, 0).await;
    in_database || in_local
}

/// Frees space for `needed` characters in IndexedDB or localStorage. Returns whether a copy was deleted. From
/// IndexedDB only exported texts are deleted, because it may have the only copy.
pub(super) async fn free_space(storage: &Storage, in_database: bool, needed: usize) -> bool {
    if !storage.0.may_evict.get() {
        return false;
    }
    let eviction_count = EVICTION_COUNT.get();
    let read = DbRequest::Read(vec![keys::QUARANTINE_PREFIX.to_owned()]);
    let copies = storage.0.database.run_with_timeout(read).await.unwrap_or_default().texts;
    let mut safe = EXPORTED_COPIES.with_borrow(Vec::clone);
    if in_database {
        let evicted = eviction::keys_to_evict(&copies, &safe, needed);
        let is_any = !evicted.is_empty();
        return storage.0.database.run_with_timeout(DbRequest::Remove(evicted)).await.is_ok() && is_any;
    }
    if EVICTION_COUNT.get() != eviction_count {
        // Another write has freed space meanwhile.
        return true;
    }
    safe.extend(copies);
    let evicted = eviction::keys_to_evict(&local_copies(storage), &safe, needed);
    for key in &evicted {
        storage.0.local.remove(key).ok();
    }
    EVICTION_COUNT.set(eviction_count.wrapping_add(1));
    !evicted.is_empty()
}

fn local_copies(storage: &Storage) -> Vec<QuarantinedCopy> {
    let local = &storage.0.local;
    let keys = local.keys().unwrap_or_default();
    let quarantined_keys = keys.into_iter().filter(|key| key.starts_with(keys::QUARANTINE_PREFIX));
    quarantined_keys.map(|key| (local.get(&key).ok().flatten(), key)).map(|(text, key)| (key, text)).collect()
}

/// The number of characters used in localStorage, including other programs of the origin.
pub fn used_characters(storage: &Storage) -> u32 {
    let local = &storage.0.local;
    let keys = local.keys().unwrap_or_default();
    let of_key =
        |key: &String| local.length(key).saturating_add(u32::try_from(key.len()).unwrap_or(u32::MAX));
    keys.iter().map(of_key).fold(0, u32::saturating_add)
}
