//! A store is full: copies that are safe elsewhere go.

use std::cell::{Cell, RefCell};

use super::{db_request::DbRequest, stores::Storage};
use crate::storage::{
    eviction::{self, Copy},
    key_value_store::KeyValueStore as _,
    keys,
    set_aside::Unreadable,
};

thread_local! {
    /// Texts that a backup has taken along since the app was opened.
    static EXPORTED: RefCell<Vec<Copy>> = RefCell::default();
    /// How often room was made in localStorage.
    static MADE: Cell<u32> = const { Cell::new(0) };
}

/// From now on room is made where there is none: to be called when the sessions are about to be read.
pub fn make_room_when_full(storage: &Storage) {
    storage.0.makes_room.set(true);
}

/// A backup with these texts was taken: their copies may go when there is no room.
pub fn exported(texts: &[Unreadable]) {
    let copies = texts.iter().map(|(key, text)| (key.clone(), Some(text.clone())));
    EXPORTED.replace(copies.collect());
}

/// Makes some room in both stores, and returns whether any could be made.
pub async fn make_some_room(storage: &Storage) -> bool {
    let in_database = make_room(storage, true, 0).await;
    let in_local = make_room(storage, false, 0).await;
    in_database || in_local
}

/// Makes room for so many characters in IndexedDB or else in localStorage, and returns whether any copy went. In
/// IndexedDB only what was exported goes: it is the last that has it.
pub(super) async fn make_room(storage: &Storage, in_database: bool, needed: usize) -> bool {
    if !storage.0.makes_room.get() {
        return false;
    }
    let made = MADE.get();
    let read = DbRequest::Read(vec![keys::ASIDE.to_owned()]);
    let copies = storage.0.database.ask(read).await.unwrap_or_default().texts;
    let mut safe = EXPORTED.with_borrow(Vec::clone);
    if in_database {
        let gone = eviction::spare(&copies, &safe, needed);
        let is_any = !gone.is_empty();
        return storage.0.database.ask(DbRequest::Remove(gone)).await.is_ok() && is_any;
    }
    if MADE.get() != made {
        // Several writes found none at once, and the first that asked made enough.
        return true;
    }
    safe.extend(copies);
    let gone = eviction::spare(&local_aside(storage), &safe, needed);
    for key in &gone {
        storage.0.local.remove(key).ok();
    }
    MADE.set(made.wrapping_add(1));
    !gone.is_empty()
}

fn local_aside(storage: &Storage) -> Vec<Copy> {
    let local = &storage.0.local;
    let keys = local.keys().unwrap_or_default();
    let aside = keys.into_iter().filter(|key| key.starts_with(keys::ASIDE));
    aside.map(|key| (local.get(&key).ok().flatten(), key)).map(|(text, key)| (key, text)).collect()
}
