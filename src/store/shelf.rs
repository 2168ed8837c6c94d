//! What the rest of the store asks of a place that keeps texts by name.

use super::{
    keys,
    rule::{self, Verdict},
};

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShelfError {
    /// There is no room left.
    Full,
    /// It is not there, may not be used, or gave back something else than was given.
    Refused,
}

/// A place that keeps texts by name and answers at once. A write that fails leaves the old text.
pub trait Shelf {
    /// Every key, in any order, also those of others.
    ///
    /// # Errors
    /// [`ShelfError::Refused`] when it cannot be read.
    fn keys(&self) -> Result<Vec<String>, ShelfError>;

    /// The text under a key.
    ///
    /// # Errors
    /// [`ShelfError::Refused`] when it cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError>;

    /// Puts a text under a key, in place of the one before.
    ///
    /// # Errors
    /// When it does not fit or the shelf refuses.
    fn set(&self, key: &str, text: &str) -> Result<(), ShelfError>;

    /// Takes a key away; an absent one is no error.
    ///
    /// # Errors
    /// [`ShelfError::Refused`] when it cannot be changed.
    fn remove(&self, key: &str) -> Result<(), ShelfError>;

    /// Copies a text to another key unchanged and makes sure that it stands there.
    ///
    /// # Errors
    /// As [`Shelf::get`] and [`Shelf::set`]; [`ShelfError::Refused`] when the copy differs.
    fn copy(&self, from: &str, to: &str) -> Result<(), ShelfError> {
        match self.get(from)? {
            Some(text) => set_and_compare(self, to, &text),
            None => Err(ShelfError::Refused),
        }
    }
}

/// What came of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// The text stands under its key, or a later one does.
    Kept,
    /// Another tab has taken the session over: this one must not write it any more.
    LostLock,
}

/// Writes a text and reads it back. What stands there and cannot be read is set aside first.
///
/// # Errors
/// When it does not fit, the shelf refuses, or a newer app wrote there: then nothing has changed.
pub fn put<S: Shelf + ?Sized>(shelf: &S, key: &str, text: &str, unix_ms: i64) -> Result<Put, ShelfError> {
    let stored = shelf.get(key)?;
    match rule::before_writing(key, stored.as_deref(), text) {
        Verdict::There => return Ok(Put::Kept),
        Verdict::LostLock => return Ok(Put::LostLock),
        Verdict::Newer => return Err(ShelfError::Refused),
        Verdict::OtherSession(id) if !holds_session(shelf, &keys::revisions_of(id))? => {
            set_aside(shelf, key, unix_ms)?;
        }
        Verdict::SetAside => {
            set_aside(shelf, key, unix_ms)?;
        }
        Verdict::OtherSession(_) | Verdict::Write => {}
    }
    set_and_compare(shelf, key, text).map(|()| Put::Kept)
}

/// Copies what stands under a key to a key of its own, and returns that key once the copy is verified.
/// The original stays.
///
/// # Errors
/// When there is no room for the copy or the shelf refuses.
pub fn set_aside<S: Shelf + ?Sized>(shelf: &S, key: &str, unix_ms: i64) -> Result<String, ShelfError> {
    let original = shelf.get(key)?;
    let mut name = keys::aside(unix_ms, key);
    let mut later = unix_ms;
    // A copy that is there already is not made again, and another text's copy is not written over.
    loop {
        match shelf.get(&name)? {
            None => break,
            copy if copy == original => return Ok(name),
            Some(_) => {
                later += 1;
                name = keys::aside(later, key);
            }
        }
    }
    shelf.copy(key, &name)?;
    Ok(name)
}

fn set_and_compare<S: Shelf + ?Sized>(shelf: &S, key: &str, text: &str) -> Result<(), ShelfError> {
    shelf.set(key, text)?;
    if shelf.get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(ShelfError::Refused) }
}

fn holds_session<S: Shelf + ?Sized>(shelf: &S, prefix: &str) -> Result<bool, ShelfError> {
    Ok(shelf.keys()?.iter().any(|key| key.starts_with(prefix)))
}
