//! An in-memory store with the failures of real ones.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use eased::storage::key_value_store::{KeyValueStore, StoreError};

/// A store in memory.
#[derive(Clone, Default)]
pub struct FakeStore {
    pub texts: RefCell<BTreeMap<String, String>>,
    /// Quota in characters, including keys.
    pub room: Cell<Option<usize>>,
    /// Every call fails.
    pub refuses: Cell<bool>,
    /// Writes succeed but store another text.
    pub lies: Cell<bool>,
    /// Number of writes and removals.
    pub changes: Cell<u32>,
}

impl FakeStore {
    pub fn of<K: Into<String>, V: Into<String>>(texts: impl IntoIterator<Item = (K, V)>) -> Self {
        let fake = Self::default();
        fake.texts.borrow_mut().extend(texts.into_iter().map(|(key, text)| (key.into(), text.into())));
        fake
    }

    /// Sets the quota to the current size plus `more`.
    pub fn with_room(self, more: usize) -> Self {
        self.room.set(Some(self.used() + more));
        self
    }

    pub fn has(&self, text: &str) -> bool {
        self.texts.borrow().values().any(|t| t == text)
    }

    pub fn text(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    fn used(&self) -> usize {
        self.texts.borrow().iter().map(|(k, v)| k.len() + v.len()).sum()
    }

    fn try_use(&self) -> Result<(), StoreError> {
        if self.refuses.get() { Err(StoreError::Refused) } else { Ok(()) }
    }
}

impl KeyValueStore for FakeStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.try_use()?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.try_use()?;
        Ok(self.text(key))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.try_use()?;
        let before = self.text(key).map_or(0, |old| key.len() + old.len());
        if self.room.get().is_some_and(|room| self.used() - before + key.len() + text.len() > room) {
            return Err(StoreError::Full);
        }
        self.changes.set(self.changes.get() + 1);
        let written = if self.lies.get() { text.chars().skip(1).collect() } else { text.to_owned() };
        self.texts.borrow_mut().insert(key.to_owned(), written);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.try_use()?;
        self.changes.set(self.changes.get() + 1);
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}
