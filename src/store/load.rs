//! Everything that stands in one store, sorted into what can be read and what cannot.

use super::{
    form::{self, Read, session::Written, single::Numbered},
    keys::{self, Kind},
    live::later_live,
    records::{Record, Records},
    shelf::{self, Shelf},
};
use crate::domain::{
    draft::Draft,
    history::{Entry, Kept},
    live::Live,
    model::{Meta, Trouble},
    session::SessionId,
    settings::Settings,
};

/// One value that was understood.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A revision of a session.
    Revision(Written),
    /// The running session.
    Live(Box<Live>),
    /// Marks not yet rolled.
    Draft(Numbered<Draft>),
    /// Choices.
    Settings(Numbered<Settings>),
    /// What is kept once.
    Meta(Numbered<Meta>),
}

/// What there is one of. The order is that of [`Pile::singles`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Single {
    /// Marks not yet rolled.
    Draft,
    /// Choices.
    Settings,
    /// What is kept once.
    Meta,
}

impl Single {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Settings, Self::Meta];

    /// Where it stands.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => keys::DRAFT,
            Self::Settings => keys::SETTINGS,
            Self::Meta => keys::META,
        }
    }
}

impl Item {
    /// Which of the things that there is one of it is, and the number of the write that made it.
    pub fn single(&self) -> Option<(Single, u32)> {
        match self {
            Self::Draft(draft) => Some((Single::Draft, draft.number)),
            Self::Settings(settings) => Some((Single::Settings, settings.number)),
            Self::Meta(meta) => Some((Single::Meta, meta.number)),
            Self::Revision(_) | Self::Live(_) => None,
        }
    }
}

/// Reads the text under a key; `None` when the key is not ours to read.
pub fn read(key: &str, text: &str) -> Option<Read<Item>> {
    read_as(keys::kind(key)?, text)
}

fn read_as(kind: Kind, text: &str) -> Option<Read<Item>> {
    Some(match kind {
        Kind::Revision(Some(key)) => form::session::read(key, text).map(Item::Revision),
        Kind::Revision(None) => Read::Spoilt,
        Kind::Live => form::live::read(text).map(|live| Item::Live(Box::new(live))),
        Kind::Draft => form::single::read_draft(text).map(Item::Draft),
        Kind::Settings => form::single::read_settings(text).map(Item::Settings),
        Kind::Meta => form::single::read_meta(text).map(Item::Meta),
        Kind::Aside => return None,
    })
}

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
            Item::Revision(_) | Item::Live(_) => {}
        }
    }
}

/// What stands in one store.
#[derive(Clone, Debug, Default)]
pub struct Pile {
    /// It is the far store's.
    pub far: bool,
    /// Every readable revision, in any order.
    pub revisions: Vec<Record>,
    /// The running session.
    pub live: Option<Box<Live>>,
    /// What there is one of, each at its place in [`Single::ALL`].
    pub singles: [Option<Stood>; 3],
    /// The keys whose values cannot be read.
    pub spoilt: Vec<String>,
    /// What was set aside before, by key; `None` for what is not even a text.
    pub aside: Vec<(String, Option<String>)>,
    /// A newer app wrote here.
    pub newer: bool,
}

impl Pile {
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
                let (near, far) = (!self.far, self.far);
                self.revisions.push(Record { key, written, text, near, far });
            }
            (Some(Read::Whole(Item::Live(live))), _) => self.live = Some(live),
            (Some(Read::Whole(item)), _) => match item.single() {
                Some((single, number)) => {
                    self.singles[single as usize] = Some(Stood { item, number, text });
                }
                None => self.spoilt.push(key),
            },
            (Some(Read::Spoilt) | None, _) => self.spoilt.push(key),
        }
    }

    /// Takes in what stands under a key of a shelf. One that cannot be read just now counts as absent.
    pub fn take<S: Shelf + ?Sized>(&mut self, from: &S, key: String) {
        if key.starts_with(keys::OURS)
            && let Ok(Some(text)) = from.get(&key)
        {
            self.add(key, Some(text));
        }
    }

    /// As [`Pile::add`]; a revision that is known with this very text is not read a second time.
    pub fn add_beside(&mut self, known: &Records, key: String, text: Option<String>) {
        let twin = revision(&key).and_then(|key| known.find(key)).filter(|r| Some(&r.text) == text.as_ref());
        match twin {
            Some(record) => {
                self.revisions.push(Record { near: !self.far, far: self.far, ..record.clone() });
            }
            None => self.add(key, text),
        }
    }

    /// Everything of ours on a shelf. Revisions that are known are not read again: what stands under their names is never
    /// changed, only taken away. Empty when the shelf cannot be read at all.
    pub fn of<S: Shelf + ?Sized>(shelf: &S, known: &Records) -> Self {
        let mut pile = Self::default();
        for key in shelf.keys().unwrap_or_default() {
            match revision(&key).and_then(|key| known.find(key)) {
                Some(record) => pile.revisions.push(Record { near: true, far: false, ..record.clone() }),
                None => pile.take(shelf, key),
            }
        }
        pile
    }
}

fn revision(key: &str) -> Option<keys::RevisionKey> {
    if let Some(Kind::Revision(key)) = keys::kind(key) { key } else { None }
}

/// What is read before anything is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AtHand {
    /// The running session, unless it stands there as finished. The other store may know more of it: ask there before
    /// it is offered.
    pub live: Option<Box<Live>>,
    /// What there is one of.
    pub singles: Singles,
    /// A newer app wrote one of these.
    pub newer: bool,
}

/// Reads from a shelf all but the sessions, of which there may be thousands.
pub fn at_hand<S: Shelf + ?Sized>(shelf: &S) -> AtHand {
    let mut pile = Pile::default();
    for key in keys::SINGLE {
        pile.take(shelf, key.to_owned());
    }
    let mut singles = Singles::default();
    for stood in pile.singles.into_iter().flatten() {
        singles.put(stood.item);
    }
    let written = |live: &Live| super::heard::names_of(shelf, live.running.id);
    let live = pile.live.and_then(|live| {
        let written = written(&live);
        later_live(Some(live), None, &written)
    });
    AtHand { live, singles, newer: pile.newer }
}

/// What a whole shelf says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The sessions, each by its highest revision, none of them known to be in both stores.
    pub entries: Vec<(SessionId, Entry)>,
    /// Every revision that was read.
    pub records: Records,
    /// What has to be told.
    pub trouble: Trouble,
}

/// Takes a whole shelf's pile in. What cannot be read is copied to a key of its own, and taken away from
/// its old one once the copy is verified; until then it stays where it is and no write goes over it. When
/// a newer app wrote here, nothing is changed at all.
pub fn load<S: Shelf + ?Sized>(shelf: &S, pile: Pile, unix_ms: i64) -> Loaded {
    if !pile.newer {
        clear_away(shelf, &pile.spoilt, unix_ms);
    }
    let trouble = trouble(&pile);
    let records = Records::of(pile.revisions);
    Loaded { trouble, entries: records.entries(|_| Kept::Pending), records }
}

/// Sets unreadable texts aside, and takes each away once its copy is verified.
pub fn clear_away<S: Shelf + ?Sized>(shelf: &S, spoilt: &[String], unix_ms: i64) {
    for key in spoilt {
        if shelf::set_aside(shelf, key, unix_ms).is_ok() {
            // Should it stay, the next start finds it again, and its copy with it.
            shelf.remove(key).ok();
        }
    }
}

/// What has to be told of a pile.
pub fn trouble(pile: &Pile) -> Trouble {
    let set_aside = pile.spoilt.len() + pile.aside.len();
    Trouble { set_aside: u32::try_from(set_aside).unwrap_or(u32::MAX), newer: pile.newer }
}
