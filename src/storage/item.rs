//! One stored value: what its key promises, read from its text.

use super::{
    codec::{self, Read, session::Written, singletons::Numbered},
    keys::{self, Kind},
};
use crate::domain::{draft::Draft, live::SessionSnapshot, model::Meta, settings::Settings};

/// One value that was understood.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A revision of a session.
    Revision(Written),
    /// The running session.
    SessionSnapshot(Box<SessionSnapshot>),
    /// Marks not yet rolled.
    Draft(Numbered<Draft>),
    /// Choices.
    Settings(Numbered<Settings>),
    /// What is kept once.
    Meta(Numbered<Meta>),
}

/// What there is one of. The order is that of [`StoreContents::singles`].
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
            Self::Revision(_) | Self::SessionSnapshot(_) => None,
        }
    }
}

/// Reads the text under a key; `None` when the key is not ours to read.
pub fn read(key: &str, text: &str) -> Option<Read<Item>> {
    read_as(keys::kind(key)?, text)
}

/// Reads a text of a kind; `None` when it is not to be read.
pub fn read_as(kind: Kind, text: &str) -> Option<Read<Item>> {
    Some(match kind {
        Kind::Revision(Some(key)) => codec::session::read(key, text).map(Item::Revision),
        Kind::Revision(None) => Read::Spoilt,
        Kind::SessionSnapshot => codec::live::read(text).map(|live| Item::SessionSnapshot(Box::new(live))),
        Kind::Draft => codec::singletons::read_draft(text).map(Item::Draft),
        Kind::Settings => codec::singletons::read_settings(text).map(Item::Settings),
        Kind::Meta => codec::singletons::read_meta(text).map(Item::Meta),
        Kind::Aside => return None,
    })
}

/// The number of the write that made the text of what there is one of.
pub fn number(key: &str, text: &str) -> Option<u32> {
    read(key, text)?.whole()?.single().map(|(_, number)| number)
}
