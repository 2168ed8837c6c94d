//! What the rest of the store asks of a place that keeps texts by name.

use super::{
    keys,
    overwrite_policy::{self, Verdict},
};

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// There is no room left.
    Full,
    /// It is not there, may not be used, or gave back something else than was given.
    Refused,
}

/// A place that keeps texts by name and answers at once. A write that fails leaves the old text.
pub trait KeyValueStore {
    /// Every key, in any order, also those of others.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when it cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The text under a key.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when it cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts a text under a key, in place of the one before.
    ///
    /// # Errors
    /// When it does not fit or the store refuses.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Takes a key away; an absent one is no error.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when it cannot be changed.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Copies a text to another key unchanged and makes sure that it stands there.
    ///
    /// # Errors
    /// As [`KeyValueStore::get`] and [`KeyValueStore::set`]; [`StoreError::Refused`] when the copy differs.
    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        match self.get(from)? {
            Some(text) => set_and_compare(self, to, &text),
            None => Err(StoreError::Refused),
        }
    }
}

/// What came of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PutOutcome {
    /// The text stands under its key, or a later one does.
    Stored,
    /// Another tab has taken the session over: this one must not write it any more.
    LostLock,
}

/// Writes a text and reads it back. What stands there and cannot be read is set aside first.
///
/// # Errors
/// When it does not fit, the store refuses, or a newer app wrote there: then nothing has changed.
pub fn put<S: KeyValueStore + ?Sized>(
    store: &S,
    key: &str,
    text: &str,
    unix_ms: i64,
) -> Result<PutOutcome, StoreError> {
    let stored = store.get(key)?;
    match overwrite_policy::before_writing(key, stored.as_deref(), text) {
        Verdict::There => return Ok(PutOutcome::Stored),
        Verdict::LostLock => return Ok(PutOutcome::LostLock),
        Verdict::Newer => return Err(StoreError::Refused),
        Verdict::OtherSession(id) if !holds_session(store, &keys::revisions_of(id))? => {
            set_aside(store, key, unix_ms)?;
        }
        Verdict::SetAside => {
            set_aside(store, key, unix_ms)?;
        }
        Verdict::OtherSession(_) | Verdict::Write => {}
    }
    set_and_compare(store, key, text).map(|()| PutOutcome::Stored)
}

/// Writes of which all stand in the end, or none.
pub struct AllOrNone<'a, S: ?Sized> {
    store: &'a S,
    /// What stood under the keys that were written.
    before: Vec<(String, Option<String>)>,
}

impl<'a, S: KeyValueStore + ?Sized> AllOrNone<'a, S> {
    /// Begins with nothing written.
    pub const fn of(store: &'a S) -> Self {
        Self { store, before: Vec::new() }
    }

    /// As [`put`]. After an error all is as it was before the first write.
    ///
    /// # Errors
    /// As [`put`].
    pub fn put(&mut self, key: &str, text: &str, unix_ms: i64) -> Result<(), StoreError> {
        let put = self.store.get(key).and_then(|stood| {
            if stood.as_deref() == Some(text) {
                return Ok(PutOutcome::Stored);
            }
            self.before.push((key.to_owned(), stood));
            put(self.store, key, text, unix_ms)
        });
        if put.is_err() {
            for (key, stood) in self.before.drain(..).rev() {
                // What cannot be taken back is a whole text of its own, and harms nothing.
                match stood {
                    Some(text) => self.store.set(&key, &text).ok(),
                    None => self.store.remove(&key).ok(),
                };
            }
        }
        put.map(|_| ())
    }
}

/// Copies what stands under a key to a key of its own, and returns that key once the copy is verified.
/// The original stays.
///
/// # Errors
/// When there is no room for the copy or the store refuses.
pub fn set_aside<S: KeyValueStore + ?Sized>(
    store: &S,
    key: &str,
    unix_ms: i64,
) -> Result<String, StoreError> {
    let original = store.get(key)?;
    let mut name = keys::aside(unix_ms, key);
    let mut later = unix_ms;
    // A copy that is there already is not made again, and another text's copy is not written over.
    loop {
        match store.get(&name)? {
            None => break,
            copy if copy == original => return Ok(name),
            Some(_) => {
                later += 1;
                name = keys::aside(later, key);
            }
        }
    }
    store.copy(key, &name)?;
    Ok(name)
}

fn set_and_compare<S: KeyValueStore + ?Sized>(store: &S, key: &str, text: &str) -> Result<(), StoreError> {
    store.set(key, text)?;
    if store.get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(StoreError::Refused) }
}

fn holds_session<S: KeyValueStore + ?Sized>(store: &S, prefix: &str) -> Result<bool, StoreError> {
    Ok(store.keys()?.iter().any(|key| key.starts_with(prefix)))
}
