//! What is done in IndexedDB, each in one transaction: read, write, remove, set aside.

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
        overwrite_policy::{self, Verdict},
    },
};

/// What is done in one transaction.
pub enum DbRequest {
    /// Read all values whose keys begin with one of these.
    Read(Vec<String>),
    /// Write texts under their keys, all or none, and read each back. What stands there and cannot be
    /// read is set aside first; the epoch of a live record is checked in the same transaction.
    Write(Vec<(String, String)>),
    /// Remove keys.
    Remove(Vec<String>),
    /// Remove keys under which these very texts stand.
    RemoveSame(Vec<(String, String)>),
    /// Remove the live record if it is this session's.
    RemoveLive(SessionId),
    /// Move values to keys of their own.
    SetAside(Vec<String>),
}

/// What came of a request.
#[derive(Default)]
pub struct DbResult {
    /// What became of each text that was to be written; [`StoreError::Refused`] where a newer app wrote.
    pub written: Vec<Result<PutOutcome, StoreError>>,
    /// What was read, by key; `None` for what is not even a text.
    pub texts: Vec<(String, Option<String>)>,
}

impl DbResult {
    /// What was read, sorted.
    pub fn contents(self) -> StoreContents {
        let mut contents = StoreContents { database: true, ..StoreContents::default() };
        for (key, text) in self.texts {
            contents.add(key, text);
        }
        contents
    }
}

/// What is done with a key once it is known what stands there.
enum Act {
    Leave,
    Put,
    Delete,
}

impl DbRequest {
    /// Whether it changes anything.
    pub fn writes(&self) -> bool {
        !matches!(self, Self::Read(_))
    }

    /// Does it, in a transaction of its own.
    ///
    /// # Errors
    /// The first request's that fails.
    pub async fn run(&self, store: &IdbObjectStore) -> Result<DbResult, JsValue> {
        let mut done = DbResult::default();
        let mut at = 0;
        if let Self::Read(prefixes) = self {
            for prefix in prefixes {
                let range = beginning_with(prefix)?;
                let names = Array::from(&idb_future::result(store.get_all_keys_with_key(&range)).await?);
                let values = Array::from(&idb_future::result(store.get_all_with_key(&range)).await?);
                for at in 0..names.length() {
                    if let Some(name) = names.get(at).as_string() {
                        done.texts.push((name, values.get(at).as_string()));
                    }
                }
            }
        }
        while let Some(key) = self.key(at) {
            let name = JsValue::from(key);
            let stored = idb_future::result(store.get(&name)).await?;
            let (verdict, act) = self.judge(at, &stored, &mut done);
            let copy_first = match verdict {
                Verdict::OtherSession(id) => {
                    let range = beginning_with(&keys::revisions_of(id))?;
                    idb_future::result(store.count_with_key(&range)).await? == 0
                }
                verdict => verdict == Verdict::SetAside,
            };
            if copy_first {
                set_aside(store, key, &stored).await?;
            }
            match act {
                Act::Leave => {}
                // Should it fail, the transaction does.
                Act::Delete => drop(store.delete(&name)?),
                Act::Put => {
                    let text = JsValue::from(self.text(at));
                    idb_future::result(store.put_with_key(&text, &name)).await?;
                    if idb_future::result(store.get(&name)).await? != text {
                        return Err(JsValue::from("read back otherwise"));
                    }
                }
            }
            at += 1;
        }
        Ok(done)
    }

    /// The keys that it is about, one by one.
    fn key(&self, at: usize) -> Option<&str> {
        match self {
            Self::Read(_) => None,
            Self::Write(texts) | Self::RemoveSame(texts) => texts.get(at).map(|(key, _)| key.as_str()),
            Self::Remove(keys) | Self::SetAside(keys) => keys.get(at).map(String::as_str),
            Self::RemoveLive(_) => (at == 0).then_some(keys::LIVE),
        }
    }

    fn text(&self, at: usize) -> Option<&str> {
        if let Self::Write(texts) = self { Some(&texts.get(at)?.1) } else { None }
    }

    /// What is to be done with a key, where `stored` stands now.
    fn judge(&self, at: usize, stored: &JsValue, done: &mut DbResult) -> (Verdict, Act) {
        let known = stored.as_string();
        match self {
            Self::Read(_) => (Verdict::There, Act::Leave),
            Self::Remove(_) => (Verdict::There, Act::Delete),
            Self::RemoveSame(texts) => {
                let same = known.as_ref() == texts.get(at).map(|(_, text)| text);
                (Verdict::There, if same { Act::Delete } else { Act::Leave })
            }
            Self::SetAside(_) if stored.is_undefined() => (Verdict::There, Act::Leave),
            Self::SetAside(_) => (Verdict::SetAside, Act::Delete),
            Self::RemoveLive(id) => {
                let live = known.and_then(|text| codec::live::read(&text).whole());
                let same = live.is_some_and(|live| live.running.id == *id);
                (Verdict::There, if same { Act::Delete } else { Act::Leave })
            }
            Self::Write(texts) => {
                let verdict = if known.is_none() && !stored.is_undefined() {
                    Verdict::SetAside
                } else {
                    let (key, text) = &texts[at];
                    overwrite_policy::before_writing(key, known.as_deref(), text)
                };
                let (outcome, act) = match verdict {
                    Verdict::There => (Ok(PutOutcome::Stored), Act::Leave),
                    Verdict::LostLock => (Ok(PutOutcome::LostLock), Act::Leave),
                    Verdict::Newer => (Err(StoreError::Refused), Act::Leave),
                    Verdict::OtherSession(_) | Verdict::SetAside | Verdict::Write => {
                        (Ok(PutOutcome::Stored), Act::Put)
                    }
                };
                done.written.push(outcome);
                (verdict, act)
            }
        }
    }
}

/// Copies a value as it is, whatever it is, to a free key.
async fn set_aside(store: &IdbObjectStore, key: &str, value: &JsValue) -> Result<(), JsValue> {
    let mut unix_ms = clock::now().unix_ms;
    loop {
        let name: JsValue = keys::aside(unix_ms, key).into();
        let there = idb_future::result(store.get(&name)).await?;
        if there == *value {
            return Ok(());
        }
        if there.is_undefined() {
            return idb_future::result(store.put_with_key(value, &name)).await.map(|_| ());
        }
        unix_ms += 1;
    }
}

/// The keys that begin with a text: no key of ours has a character above the last one here.
fn beginning_with(prefix: &str) -> Result<JsValue, JsValue> {
    let end = format!("{prefix}\u{ffff}");
    IdbKeyRange::bound(&prefix.into(), &end.into()).map(JsValue::from)
}
