//! Everything that stands in one store, sorted into what can be read and what cannot.

use super::{
    form::{self, Read, session::Written, single::Numbered},
    keys::{self, Kind},
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
pub struct Stood<T> {
    /// What was read.
    pub value: T,
    /// From what.
    pub text: String,
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
    /// Marks not yet rolled.
    pub draft: Option<Stood<Numbered<Draft>>>,
    /// Choices.
    pub settings: Option<Stood<Numbered<Settings>>>,
    /// What is kept once.
    pub meta: Option<Stood<Numbered<Meta>>>,
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
            (Some(Read::Whole(Item::Draft(value))), _) => self.draft = Some(Stood { value, text }),
            (Some(Read::Whole(Item::Settings(value))), _) => self.settings = Some(Stood { value, text }),
            (Some(Read::Whole(Item::Meta(value))), _) => self.meta = Some(Stood { value, text }),
            (Some(Read::Spoilt | Read::Whole(Item::Revision(_))) | None, _) => self.spoilt.push(key),
        }
    }

    /// Everything of ours on a shelf. A key that cannot be read just now counts as absent.
    ///
    /// # Errors
    /// When the shelf cannot be read at all.
    pub fn of<S: Shelf + ?Sized>(shelf: &S) -> Result<Self, shelf::ShelfError> {
        let mut pile = Self::default();
        for key in shelf.keys()? {
            if key.starts_with(keys::OURS)
                && let Ok(Some(text)) = shelf.get(&key)
            {
                pile.add(key, Some(text));
            }
        }
        Ok(pile)
    }
}

/// What was found at start.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The sessions, each by its highest revision, none of them known to be in both stores.
    pub entries: Vec<(SessionId, Entry)>,
    /// The running session. The other store may know more of it: ask there before it is offered.
    pub live: Option<Box<Live>>,
    /// Marks not yet rolled.
    pub draft: Option<Draft>,
    /// Choices.
    pub settings: Option<Settings>,
    /// What is kept once.
    pub meta: Option<Meta>,
    /// What has to be told.
    pub trouble: Trouble,
    /// Whether the shelf could be read.
    pub reachable: bool,
}

/// Reads everything from a shelf. What cannot be read is copied to a key of its own, and taken away from
/// its old one once the copy is verified; until then it stays where it is and no write goes over it. When
/// a newer app wrote here, nothing is changed at all.
pub fn load<S: Shelf + ?Sized>(shelf: &S, unix_ms: i64) -> Loaded {
    let Ok(pile) = Pile::of(shelf) else {
        return Loaded::default();
    };
    if !pile.newer {
        clear_away(shelf, &pile.spoilt, unix_ms);
    }
    Loaded {
        trouble: trouble(&pile),
        entries: Records::of(pile.revisions).entries(|_| Kept::Pending),
        live: pile.live,
        draft: pile.draft.map(|d| d.value.value),
        settings: pile.settings.map(|s| s.value.value),
        meta: pile.meta.map(|m| m.value.value),
        reachable: true,
    }
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
