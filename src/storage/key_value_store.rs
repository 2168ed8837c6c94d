//! A synchronous key-value store of texts, with verified writes.

use super::{
    keys,
    overwrite_policy::{self, OverwriteDecision},
};

/// Why a store operation failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The quota is exceeded.
    Full,
    /// The store is missing or forbidden, or the text read back differs from the text written.
    Refused,
}

/// A synchronous store of texts. A failed write leaves the old text.
pub trait KeyValueStore {
    /// All keys, in any order, including those of other programs.
    ///
    /// # Errors
    /// [`StoreError::Refused`] if the store cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The text under a key.
    ///
    /// # Errors
    /// [`StoreError::Refused`] if the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Writes a text, replacing the previous one.
    ///
    /// # Errors
    /// If it does not fit or the store refuses.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Removes a key; an absent one is no error.
    ///
    /// # Errors
    /// [`StoreError::Refused`] if the store cannot be changed.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Copies a text to another key and verifies the copy.
    ///
    /// # Errors
    /// As [`KeyValueStore::get`] and [`KeyValueStore::set`]; [`StoreError::Refused`] if the copy differs.
    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        match self.get(from)? {
            Some(text) => set_and_verify(self, to, &text),
            None => Err(StoreError::Refused),
        }
    }
}

/// The result of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PutOutcome {
    /// The text or a later one is stored under the key.
    Stored,
    /// Another tab has taken over the session: this one must not write it.
    LostLock,
}

/// Writes a text and verifies it. A corrupt stored text is quarantined first.
///
/// # Errors
/// If it does not fit, the store refuses, or a newer app wrote the stored value. Nothing has changed then.
pub fn put<S: KeyValueStore + ?Sized>(
    store: &S,
    key: &str,
    text: &str,
    unix_ms: i64,
) -> Result<PutOutcome, StoreError> {
    let stored = store.get(key)?;
    match overwrite_policy::check_overwrite(key, stored.as_deref(), text) {
        OverwriteDecision::AlreadyStored => return Ok(PutOutcome::Stored),
        OverwriteDecision::LostLock => return Ok(PutOutcome::LostLock),
        OverwriteDecision::Newer => return Err(StoreError::Refused),
        OverwriteDecision::OtherSession(id) if !has_revision(store, &keys::revision_prefix(id))? => {
            quarantine(store, key, unix_ms)?;
        }
        OverwriteDecision::Quarantine => {
            quarantine(store, key, unix_ms)?;
        }
        OverwriteDecision::OtherSession(_) | OverwriteDecision::Write => {}
    }
    set_and_verify(store, key, text).map(|()| PutOutcome::Stored)
}

/// Writes several texts, or none if one fails.
pub struct AtomicBatch<'a, S: ?Sized> {
    store: &'a S,
    /// The previous texts of the written keys.
    previous: Vec<(String, Option<String>)>,
}

impl<'a, S: KeyValueStore + ?Sized> AtomicBatch<'a, S> {
    /// Starts an empty batch.
    pub const fn new(store: &'a S) -> Self {
        Self { store, previous: Vec::new() }
    }

    /// As [`put`]. After an error, all writes of the batch are undone.
    ///
    /// # Errors
    /// As [`put`].
    pub fn put(&mut self, key: &str, text: &str, unix_ms: i64) -> Result<(), StoreError> {
        let put = self.store.get(key).and_then(|stored| {
            if stored.as_deref() == Some(text) {
                return Ok(PutOutcome::Stored);
            }
            self.previous.push((key.to_owned(), stored));
            put(self.store, key, text, unix_ms)
        });
        if put.is_err() {
            for (key, stored) in self.previous.drain(..).rev() {
                // If undoing fails, a valid text remains, which does no harm.
                match stored {
                    Some(text) => self.store.set(&key, &text).ok(),
                    None => self.store.remove(&key).ok(),
                };
            }
        }
        put.map(|_| ())
    }
}

/// Copies a text to a quarantine key and returns that key once the copy is verified. The original stays.
///
/// # Errors
/// If the copy does not fit or the store refuses.
pub fn quarantine<S: KeyValueStore + ?Sized>(
    store: &S,
    key: &str,
    unix_ms: i64,
) -> Result<String, StoreError> {
    let original = store.get(key)?;
    let mut name = keys::quarantine_key(unix_ms, key);
    let mut later = unix_ms;
    // An existing copy is reused, and a copy of another text is not overwritten.
    loop {
        match store.get(&name)? {
            None => break,
            copy if copy == original => return Ok(name),
            Some(_) => {
                later += 1;
                name = keys::quarantine_key(later, key);
            }
        }
    }
    store.copy(key, &name)?;
    Ok(name)
}

fn set_and_verify<S: KeyValueStore + ?Sized>(store: &S, key: &str, text: &str) -> Result<(), StoreError> {
    store.set(key, text)?;
    if store.get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(StoreError::Refused) }
}

fn has_revision<S: KeyValueStore + ?Sized>(store: &S, prefix: &str) -> Result<bool, StoreError> {
    Ok(store.keys()?.iter().any(|key| key.starts_with(prefix)))
}
