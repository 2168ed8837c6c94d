//! Everything that stands in one store, sorted into what can be read and what cannot.

use super::{
    codec::Read,
    item::{Item, read_as},
    key_value_store::{self, KeyValueStore},
    keys::{self, Kind, RevisionKey},
    live::later_live,
    records::{Record, Records},
};
use crate::domain::{
    draft::Draft,
    history::{Entry, SaveStatus},
    live::SessionSnapshot,
    model::{Meta, ReadStatus, Trouble},
    session::SessionId,
    settings::Settings,
};

/// A value and the text that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Stood {
    /// What was read.
    pub item: Item,
    /// The number of the write that made it.
    pub number: u32,
    /// From what.
    pub text: String,
}

/// The values of what there is one of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Singles {
    /// Marks not yet rolled.
    pub draft: Option<Draft>,
    /// Choices.
    pub settings: Option<Settings>,
    /// What is kept once.
    pub meta: Option<Meta>,
}

impl Singles {
    /// Takes a value in.
    pub fn put(&mut self, item: Item) {
        match item {
            Item::Draft(draft) => self.draft = Some(draft.value),
            Item::Settings(settings) => self.settings = Some(settings.value),
            Item::Meta(meta) => self.meta = Some(meta.value),
            Item::Revision(_) | Item::SessionSnapshot(_) => {}
        }
    }
}

/// What stands in one store.
#[derive(Clone, Debug, Default)]
pub struct StoreContents {
    /// They stand in IndexedDB and not in localStorage.
    pub database: bool,
    /// Every readable revision, in any order.
    pub revisions: Vec<Record>,
    /// The running session.
    pub live: Option<Box<SessionSnapshot>>,
    /// What there is one of, each at its place in [`Single::ALL`].
    pub singles: [Option<Stood>; 3],
    /// The keys whose values cannot be read.
    pub spoilt: Vec<String>,
    /// What was set aside before, by key; `None` for what is not even a text.
    pub aside: Vec<(String, Option<String>)>,
    /// A newer app wrote one of the values.
    pub newer: bool,
}

impl StoreContents {
    /// Takes in one value; `None` is one that is not even a text. Keys of others are passed over.
    pub fn add(&mut self, key: String, text: Option<String>) {
        let Some(kind) = keys::kind(&key) else {
            return;
        };
        if kind == Kind::Aside {
            return self.aside.push((key, text));
        }
        let Some(text) = text else {
            return self.spoilt.push(key);
        };
        match (read_as(kind, &text), kind) {
            (Some(Read::Newer), _) => self.newer = true,
            (Some(Read::Whole(Item::Revision(written))), Kind::Revision(Some(key))) => {
                let (local, database) = (!self.database, self.database);
                self.revisions.push(Record { key, written, text, local, database });
            }
            (Some(Read::Whole(Item::SessionSnapshot(live))), _) => self.live = Some(live),
            (Some(Read::Whole(item)), _) => match item.single() {
                Some((single, number)) => {
                    self.singles[single as usize] = Some(Stood { item, number, text });
                }
                None => self.spoilt.push(key),
            },
            (Some(Read::Spoilt) | None, _) => self.spoilt.push(key),
        }
    }

    /// Takes in what stands under a key of a store. One that cannot be read just now counts as absent.
    pub fn take<S: KeyValueStore + ?Sized>(&mut self, from: &S, key: String) {
        if key.starts_with(keys::OURS)
            && let Ok(Some(text)) = from.get(&key)
        {
            self.add(key, Some(text));
        }
    }

    /// As [`StoreContents::add`]; a revision that is known with this very text is not read a second time.
    pub fn add_beside(&mut self, known: &Records, key: String, text: Option<String>) {
        let twin = revision(&key).and_then(|key| known.find(key)).filter(|r| Some(&r.text) == text.as_ref());
        match twin {
            Some(record) => {
                self.revisions.push(Record {
                    local: !self.database,
                    database: self.database,
                    ..record.clone()
                });
            }
            None => self.add(key, text),
        }
    }

    /// Everything of ours on a store. Revisions that are known are not read again: what stands under their names is never
    /// changed, only taken away. Empty when the store cannot be read at all.
    pub fn of<S: KeyValueStore + ?Sized>(store: &S, known: &Records) -> Self {
        let mut contents = Self::default();
        for key in store.keys().unwrap_or_default() {
            match revision(&key).and_then(|key| known.find(key)) {
                Some(record) => {
                    contents.revisions.push(Record { local: true, database: false, ..record.clone() });
                }
                None => contents.take(store, key),
            }
        }
        contents
    }
}

fn revision(key: &str) -> Option<RevisionKey> {
    if let Some(Kind::Revision(key)) = keys::kind(key) { key } else { None }
}

/// Every readable revision of a session on a store; none when the store cannot be read.
pub fn revisions_of<S: KeyValueStore + ?Sized>(store: &S, id: SessionId) -> Vec<Record> {
    let mut contents = StoreContents::default();
    for key in store.keys().unwrap_or_default() {
        if key.starts_with(&keys::revisions_of(id)) {
            contents.take(store, key);
        }
    }
    contents.revisions
}

/// The names of these revisions.
pub fn names_of<S: KeyValueStore + ?Sized>(store: &S, id: SessionId) -> Vec<RevisionKey> {
    revisions_of(store, id).iter().map(|record| record.key).collect()
}

/// What is read before anything is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AtHand {
    /// The running session, unless it stands there as finished. The other store may know more of it: ask there before
    /// it is offered.
    pub live: Option<Box<SessionSnapshot>>,
    /// What there is one of.
    pub singles: Singles,
    /// A newer app wrote one of these.
    pub newer: bool,
}

/// Reads from a store all but the sessions, of which there may be thousands.
pub fn at_hand<S: KeyValueStore + ?Sized>(store: &S) -> AtHand {
    let mut contents = StoreContents::default();
    for key in keys::SINGLE {
        contents.take(store, key.to_owned());
    }
    let mut singles = Singles::default();
    for stood in contents.singles.into_iter().flatten() {
        singles.put(stood.item);
    }
    let written = |live: &SessionSnapshot| names_of(store, live.running.id);
    let live = contents.live.and_then(|live| {
        let written = written(&live);
        later_live(Some(live), None, &written)
    });
    AtHand { live, singles, newer: contents.newer }
}

/// What a whole store says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The sessions, each by its highest revision, none of them known to be in both stores.
    pub entries: Vec<(SessionId, Entry)>,
    /// Every revision that was read.
    pub records: Records,
    /// What the person has to be told of the stores.
    pub trouble: Trouble,
}

/// Takes a whole store's contents in. What cannot be read is copied to a key of its own, and taken away from
/// its old one once the copy is verified; until then it stays where it is and no write goes over it. What a newer app
/// wrote stays as it is.
pub fn load<S: KeyValueStore + ?Sized>(store: &S, contents: StoreContents, unix_ms: i64) -> Loaded {
    clear_away(store, &contents.spoilt, unix_ms);
    let trouble = trouble(&contents);
    let records = Records::of(contents.revisions);
    Loaded { trouble, entries: records.entries(|_| SaveStatus::Pending), records }
}

/// Sets unreadable texts aside, and takes each away once its copy is verified.
pub fn clear_away<S: KeyValueStore + ?Sized>(store: &S, spoilt: &[String], unix_ms: i64) {
    for key in spoilt {
        if key_value_store::set_aside(store, key, unix_ms).is_ok() {
            // Should it stay, the next start finds it again, and its copy with it.
            store.remove(key).ok();
        }
    }
}

/// What the person has to be told of the contents of one store; the other one has not been read.
pub fn trouble(contents: &StoreContents) -> Trouble {
    let set_aside = contents.spoilt.len() + contents.aside.len();
    let set_aside = u32::try_from(set_aside).unwrap_or(u32::MAX);
    Trouble { set_aside, newer: contents.newer, read: ReadStatus::Pending }
}
