//! The requests to IndexedDB, each in one transaction: read, write, remove, quarantine.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{IdbKeyRange, IdbObjectStore};

use super::idb_future;
use crate::{
    domain::session::SessionId,
    platform::clock,
    storage::{
        codec,
        key_value_store::{PutOutcome, StoreError},
        keys,
        load::StoreContents,
        overwrite_policy::{self, OverwriteDecision},
    },
};

/// A request, run in one transaction.
pub enum DbRequest {
    /// Read all values whose keys start with one of these prefixes.
    Read(Vec<String>),
    /// Write texts, all or none, and verify each. Corrupt stored values are quarantined first. Which values may be
    /// overwritten is checked in the same transaction.
    Write(Vec<(String, String)>),
    /// Remove keys.
    Remove(Vec<String>),
    /// Remove keys that have these texts.
    RemoveIfSame(Vec<(String, String)>),
    /// Remove the snapshot if it is of this session.
    RemoveSnapshot(SessionId),
    /// Move values to quarantine.
    Quarantine(Vec<String>),
}

/// The result of a request.
#[derive(Default)]
pub struct DbResult {
    /// The outcome of each write; [`StoreError::Refused`] if a newer app wrote the stored value.
    pub outcomes: Vec<Result<PutOutcome, StoreError>>,
    /// The values read, by key; `None` if a value is not a string.
    pub texts: Vec<(String, Option<String>)>,
}

impl DbResult {
    /// The values read, as store contents.
    pub fn contents(self) -> StoreContents {
        let mut contents = StoreContents { is_database: true, ..StoreContents::default() };
        for (key, text) in self.texts {
            contents.add(key, text);
        }
        contents
    }
}

/// What to do with a key, depending on its stored value.
enum Action {
    Leave,
    Put,
    Delete,
}

impl DbRequest {
    /// Whether it needs a `readwrite` transaction.
    pub fn writes(&self) -> bool {
        !matches!(self, Self::Read(_))
    }

    /// Runs it in the transaction of `store`.
    ///
    /// # Errors
    /// The error of the first IndexedDB request that fails.
    pub async fn run(&self, store: &IdbObjectStore) -> Result<DbResult, JsValue> {
        let mut result = DbResult::default();
        let mut index = 0;
        if let Self::Read(prefixes) = self {
            for prefix in prefixes {
                let range = prefix_range(prefix)?;
                let names = Array::from(&idb_future::result(store.get_all_keys_with_key(&range)).await?);
                let values = Array::from(&idb_future::result(store.get_all_with_key(&range)).await?);
                for i in 0..names.length() {
                    if let Some(name) = names.get(i).as_string() {
                        result.texts.push((name, values.get(i).as_string()));
                    }
                }
            }
        }
        while let Some(key) = self.key(index) {
            let name = JsValue::from(key);
            let stored = idb_future::result(store.get(&name)).await?;
            let (verdict, action) = self.decide(index, &stored, &mut result);
            let needs_copy = match verdict {
                OverwriteDecision::OtherSession(id) => {
                    let range = prefix_range(&keys::revision_prefix(id))?;
                    idb_future::result(store.count_with_key(&range)).await? == 0
                }
                verdict => verdict == OverwriteDecision::Quarantine,
            };
            if needs_copy {
                quarantine(store, key, &stored).await?;
            }
            match action {
                Action::Leave => {}
                // If it fails, the transaction aborts.
                Action::Delete => drop(store.delete(&name)?),
                Action::Put => {
                    let text = JsValue::from(self.text(index));
                    idb_future::result(store.put_with_key(&text, &name)).await?;
                    if idb_future::result(store.get(&name)).await? != text {
                        return Err(JsValue::from("the text read back differs"));
                    }
                }
            }
            index += 1;
        }
        Ok(result)
    }

    /// The key at an index.
    fn key(&self, index: usize) -> Option<&str> {
        match self {
            Self::Read(_) => None,
            Self::Write(texts) | Self::RemoveIfSame(texts) => texts.get(index).map(|(key, _)| key.as_str()),
            Self::Remove(keys) | Self::Quarantine(keys) => keys.get(index).map(String::as_str),
            Self::RemoveSnapshot(_) => (index == 0).then_some(keys::SNAPSHOT),
        }
    }

    fn text(&self, index: usize) -> Option<&str> {
        if let Self::Write(texts) = self { Some(&texts.get(index)?.1) } else { None }
    }

    /// Decides what to do with a key and its stored value.
    fn decide(&self, index: usize, stored: &JsValue, done: &mut DbResult) -> (OverwriteDecision, Action) {
        let stored_text = stored.as_string();
        match self {
            Self::Read(_) => (OverwriteDecision::AlreadyStored, Action::Leave),
            Self::Remove(_) => (OverwriteDecision::AlreadyStored, Action::Delete),
            Self::RemoveIfSame(texts) => {
                let is_same = stored_text.as_ref() == texts.get(index).map(|(_, text)| text);
                (OverwriteDecision::AlreadyStored, if is_same { Action::Delete } else { Action::Leave })
            }
            Self::Quarantine(_) if stored.is_undefined() => (OverwriteDecision::AlreadyStored, Action::Leave),
            Self::Quarantine(_) => (OverwriteDecision::Quarantine, Action::Delete),
            Self::RemoveSnapshot(id) => {
                let snapshot = stored_text.and_then(|text| codec::snapshot::read(&text).valid());
                let is_same = snapshot.is_some_and(|snapshot| snapshot.running.id == *id);
                (OverwriteDecision::AlreadyStored, if is_same { Action::Delete } else { Action::Leave })
            }
            Self::Write(texts) => {
                let verdict = if stored_text.is_none() && !stored.is_undefined() {
                    OverwriteDecision::Quarantine
                } else {
                    let (key, text) = &texts[index];
                    overwrite_policy::check_overwrite(key, stored_text.as_deref(), text)
                };
                let (outcome, action) = match verdict {
                    OverwriteDecision::AlreadyStored => (Ok(PutOutcome::Stored), Action::Leave),
                    OverwriteDecision::LostLock => (Ok(PutOutcome::LostLock), Action::Leave),
                    OverwriteDecision::Newer => (Err(StoreError::Refused), Action::Leave),
                    OverwriteDecision::OtherSession(_)
                    | OverwriteDecision::Quarantine
                    | OverwriteDecision::Write => (Ok(PutOutcome::Stored), Action::Put),
                };
                done.outcomes.push(outcome);
                (verdict, action)
            }
        }
    }
}

/// Copies a value of any type unchanged to a free quarantine key.
async fn quarantine(store: &IdbObjectStore, key: &str, value: &JsValue) -> Result<(), JsValue> {
    let mut unix_ms = clock::now().unix_ms;
    loop {
        let name: JsValue = keys::quarantine_key(unix_ms, key).into();
        let stored_value = idb_future::result(store.get(&name)).await?;
        if stored_value == *value {
            return Ok(());
        }
        if stored_value.is_undefined() {
            return idb_future::result(store.put_with_key(value, &name)).await.map(|_| ());
        }
        unix_ms += 1;
    }
}

/// The range of keys with a prefix. The app's keys have no character above U+FFFF.
fn prefix_range(prefix: &str) -> Result<JsValue, JsValue> {
    let end = format!("{prefix}\u{ffff}");
    IdbKeyRange::bound(&prefix.into(), &end.into()).map(JsValue::from)
}
