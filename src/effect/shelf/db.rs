//! IndexedDB as a store of the same keys and texts: slower, but what it reports as written is on the disk.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{IdbKeyRange, IdbObjectStore};

use super::connection::{Connection, answer};
use crate::{
    domain::{live::Live, session::SessionId},
    effect::clock,
    store::{
        form, keys,
        load::Pile,
        records::Record,
        rule::{self, Verdict},
        shelf::{Put, ShelfError},
    },
};

/// The far store.
#[derive(Default)]
pub struct Db {
    connection: Connection<Order>,
}

/// What is done in one transaction. One kind of order for all, since every kind of asynchronous work is
/// a state machine of its own in the wasm.
#[derive(Clone)]
pub enum Order {
    /// Write texts under their keys.
    Keep(Vec<(String, String)>),
    /// Hand over all values whose keys begin with this.
    Hand(String),
    /// Take keys away.
    Remove(Vec<String>),
    /// Take the live record away if it is this session's.
    DropLive(SessionId),
    /// Move values to keys of their own.
    SetAside(Vec<String>),
}

/// What came of an order.
#[derive(Default)]
pub struct Done {
    kept: Vec<Result<Put, ShelfError>>,
    pile: Pile,
}

impl super::connection::Work for Order {
    type Done = Done;

    fn writes(&self) -> bool {
        !matches!(self, Self::Hand(_))
    }

    async fn run(&self, store: &IdbObjectStore) -> Result<Done, JsValue> {
        let mut done = Done { pile: Pile { far: true, ..Pile::default() }, ..Done::default() };
        match self {
            Self::Keep(texts) => {
                for (key, text) in texts {
                    done.kept.push(put(store, key, text).await?);
                }
            }
            Self::Hand(prefix) => {
                let range = beginning_with(prefix)?;
                let names = Array::from(&answer(store.get_all_keys_with_key(&range)).await?);
                let values = Array::from(&answer(store.get_all_with_key(&range)).await?);
                for at in 0..names.length() {
                    if let Some(name) = names.get(at).as_string() {
                        done.pile.add(name, values.get(at).as_string());
                    }
                }
            }
            Self::Remove(keys) => {
                for key in keys {
                    answer(store.delete(&key.as_str().into())).await?;
                }
            }
            Self::DropLive(id) => {
                let text = answer(store.get(&keys::LIVE.into())).await?.as_string();
                let live = text.and_then(|text| form::live::read(&text).whole());
                if live.is_some_and(|live| live.running.id == *id) {
                    answer(store.delete(&keys::LIVE.into())).await?;
                }
            }
            Self::SetAside(keys) => {
                for key in keys {
                    let value = answer(store.get(&key.as_str().into())).await?;
                    if !value.is_undefined() {
                        set_aside(store, key, &value).await?;
                        answer(store.delete(&key.as_str().into())).await?;
                    }
                }
            }
        }
        Ok(done)
    }
}

impl Db {
    /// A newer app has changed the database's form.
    pub fn is_newer(&self) -> bool {
        self.connection.is_newer()
    }

    /// Writes texts under their keys, all or none, and reads each back. What stands there and cannot be
    /// read is set aside first; the epoch of a live record is checked in the same transaction.
    ///
    /// # Errors
    /// When nothing was written. Inside: [`ShelfError::Refused`] where a newer app wrote.
    pub async fn keep(
        &self,
        texts: Vec<(String, String)>,
    ) -> Result<Vec<Result<Put, ShelfError>>, ShelfError> {
        Ok(self.connection.carry_out(Order::Keep(texts)).await?.kept)
    }

    /// Everything of ours.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn all(&self) -> Result<Pile, ShelfError> {
        self.hand(keys::OURS.to_owned()).await
    }

    /// Every readable revision of a session.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn revisions_of(&self, id: SessionId) -> Result<Vec<Record>, ShelfError> {
        Ok(self.hand(keys::revisions_of(id)).await?.revisions)
    }

    /// The running session, if its record can be read.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn live(&self) -> Result<Option<Box<Live>>, ShelfError> {
        Ok(self.hand(keys::LIVE.to_owned()).await?.live)
    }

    /// Does what there is nothing to hear of. Should it fail, all is as before, and the next start or
    /// repair finds it so.
    pub async fn order(&self, order: Order) {
        self.connection.carry_out(order).await.ok();
    }

    async fn hand(&self, prefix: String) -> Result<Pile, ShelfError> {
        Ok(self.connection.carry_out(Order::Hand(prefix)).await?.pile)
    }
}

async fn put(store: &IdbObjectStore, key: &str, text: &str) -> Result<Result<Put, ShelfError>, JsValue> {
    let stored = answer(store.get(&key.into())).await?;
    let verdict = match stored.as_string() {
        None if !stored.is_undefined() => Verdict::SetAside,
        known => rule::before_writing(key, known.as_deref(), text),
    };
    let copy_first = match verdict {
        Verdict::There => return Ok(Ok(Put::Kept)),
        Verdict::LostLock => return Ok(Ok(Put::LostLock)),
        Verdict::Newer => return Ok(Err(ShelfError::Refused)),
        Verdict::OtherSession(id) => {
            let range = beginning_with(&keys::revisions_of(id))?;
            answer(store.count_with_key(&range)).await? == 0
        }
        Verdict::SetAside => true,
        Verdict::Write => false,
    };
    if copy_first {
        set_aside(store, key, &stored).await?;
    }
    answer(store.put_with_key(&text.into(), &key.into())).await?;
    if answer(store.get(&key.into())).await? == text {
        Ok(Ok(Put::Kept))
    } else {
        Err(JsValue::from("read back otherwise"))
    }
}

/// Copies a value as it is, whatever it is, to a free key.
async fn set_aside(store: &IdbObjectStore, key: &str, value: &JsValue) -> Result<(), JsValue> {
    let mut unix_ms = clock::now().unix_ms;
    loop {
        let name: JsValue = keys::aside(unix_ms, key).into();
        let there = answer(store.get(&name)).await?;
        if there == *value {
            return Ok(());
        }
        if there.is_undefined() {
            return answer(store.put_with_key(value, &name)).await.map(|_| ());
        }
        unix_ms += 1;
    }
}

/// The keys that begin with a text: no key of ours has a character above the last one here.
fn beginning_with(prefix: &str) -> Result<JsValue, JsValue> {
    let end = [prefix, "\u{ffff}"].concat();
    IdbKeyRange::bound(&prefix.into(), &end.into()).map(JsValue::from)
}
