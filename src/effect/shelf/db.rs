//! IndexedDB as a store of the same keys and texts: slower, but what it reports as written is on the disk.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{IdbKeyRange, IdbObjectStore};

use super::connection::{Connection, answer};
use crate::{
    domain::session::SessionId,
    effect::{clock, task},
    store::{
        form, keys,
        load::Pile,
        rule::{self, Verdict},
        shelf::{Put, ShelfError},
    },
};

/// The far store.
#[derive(Default)]
pub struct Db(Rc<Connection>);

/// What is done in one transaction. One kind of order for all, since every kind of asynchronous work is
/// a state machine of its own in the wasm.
pub enum Order {
    /// Hand over all values whose keys begin with one of these.
    Hand(Vec<String>),
    /// Write texts under their keys, all or none, and read each back. What stands there and cannot be
    /// read is set aside first; the epoch of a live record is checked in the same transaction.
    Keep(Vec<(String, String)>),
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
    /// What became of each text that was to be kept; [`ShelfError::Refused`] where a newer app wrote.
    pub kept: Vec<Result<Put, ShelfError>>,
    /// What was handed over, by key; `None` for what is not even a text.
    pub texts: Vec<(String, Option<String>)>,
}

impl Done {
    /// What was handed over, read.
    pub fn pile(self) -> Pile {
        let mut pile = Pile { far: true, ..Pile::default() };
        for (key, text) in self.texts {
            pile.add(key, text);
        }
        pile
    }
}

/// Hears what came of an order; an error says that nothing has changed.
pub type Told = Box<dyn FnOnce(Result<Done, ShelfError>)>;

/// What is done with a key once it is known what stands there.
enum Act {
    Leave,
    Put,
    Delete,
}

impl Db {
    /// A newer app has changed the database's form.
    pub fn is_newer(&self) -> bool {
        self.0.is_newer()
    }

    /// Whether the page is put away.
    pub fn is_put_away(&self) -> bool {
        self.0.is_put_away()
    }

    /// The page is put away, or shown again.
    pub fn put_away(&self, away: bool) {
        self.0.put_away(away);
    }

    /// Gives an order.
    pub fn order(&self, order: Order, told: Told) {
        let connection = self.0.clone();
        task::begin(async move { told(connection.carry_out(&order).await) });
    }

    /// Gives an order of which there is nothing to hear. Should it fail, all is as before, and the next
    /// start or repair finds it so.
    pub fn order_quietly(&self, order: Order) {
        self.order(order, Box::new(|_| ()));
    }
}

impl Order {
    /// Whether it changes anything.
    pub fn writes(&self) -> bool {
        !matches!(self, Self::Hand(_))
    }

    /// Does it.
    ///
    /// # Errors
    /// The first request's that fails.
    pub async fn run(&self, store: &IdbObjectStore) -> Result<Done, JsValue> {
        let mut done = Done::default();
        let mut at = 0;
        if let Self::Hand(prefixes) = self {
            for prefix in prefixes {
                let range = beginning_with(prefix)?;
                let names = Array::from(&answer(store.get_all_keys_with_key(&range)).await?);
                let values = Array::from(&answer(store.get_all_with_key(&range)).await?);
                for at in 0..names.length() {
                    if let Some(name) = names.get(at).as_string() {
                        done.texts.push((name, values.get(at).as_string()));
                    }
                }
            }
        }
        while let Some(key) = self.key(at) {
            let name = JsValue::from(key);
            let stored = answer(store.get(&name)).await?;
            let (verdict, act) = self.judge(at, &stored, &mut done);
            let copy_first = match verdict {
                Verdict::OtherSession(id) => {
                    let range = beginning_with(&keys::revisions_of(id))?;
                    answer(store.count_with_key(&range)).await? == 0
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
                    answer(store.put_with_key(&text, &name)).await?;
                    if answer(store.get(&name)).await? != text {
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
            Self::Hand(_) => None,
            Self::Keep(texts) => texts.get(at).map(|(key, _)| key.as_str()),
            Self::Remove(keys) | Self::SetAside(keys) => keys.get(at).map(String::as_str),
            Self::DropLive(_) => (at == 0).then_some(keys::LIVE),
        }
    }

    fn text(&self, at: usize) -> Option<&str> {
        if let Self::Keep(texts) = self { Some(&texts.get(at)?.1) } else { None }
    }

    /// What is to be done with a key, where `stored` stands now.
    fn judge(&self, at: usize, stored: &JsValue, done: &mut Done) -> (Verdict, Act) {
        let known = stored.as_string();
        match self {
            Self::Hand(_) => (Verdict::There, Act::Leave),
            Self::Remove(_) => (Verdict::There, Act::Delete),
            Self::SetAside(_) if stored.is_undefined() => (Verdict::There, Act::Leave),
            Self::SetAside(_) => (Verdict::SetAside, Act::Delete),
            Self::DropLive(id) => {
                let live = known.and_then(|text| form::live::read(&text).whole());
                let same = live.is_some_and(|live| live.running.id == *id);
                (Verdict::There, if same { Act::Delete } else { Act::Leave })
            }
            Self::Keep(texts) => {
                let verdict = if known.is_none() && !stored.is_undefined() {
                    Verdict::SetAside
                } else {
                    let (key, text) = &texts[at];
                    rule::before_writing(key, known.as_deref(), text)
                };
                let (kept, act) = match verdict {
                    Verdict::There => (Ok(Put::Kept), Act::Leave),
                    Verdict::LostLock => (Ok(Put::LostLock), Act::Leave),
                    Verdict::Newer => (Err(ShelfError::Refused), Act::Leave),
                    Verdict::OtherSession(_) | Verdict::SetAside | Verdict::Write => {
                        (Ok(Put::Kept), Act::Put)
                    }
                };
                done.kept.push(kept);
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
