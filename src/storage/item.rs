//! Reads a stored value by its key.

use super::{
    codec::{self, ReadResult, singletons::Numbered},
    keys::{self, KeyKind},
};
use crate::domain::{
    draft::Draft, history::RevisionBody, model::Meta, session_snapshot::SessionSnapshot, settings::Settings,
};

/// A valid stored value.
#[derive(Clone, Debug, PartialEq)]
pub enum StoredItem {
    /// A revision of a session.
    Revision(RevisionBody),
    /// The snapshot of the running session.
    SessionSnapshot(Box<SessionSnapshot>),
    /// Marks not yet rolled.
    Draft(Numbered<Draft>),
    /// Settings.
    Settings(Numbered<Settings>),
    /// App metadata.
    Meta(Numbered<Meta>),
}

/// A kind of value that exists once. Its order is that of the arrays indexed by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Singleton {
    /// Marks not yet rolled.
    Draft,
    /// Settings.
    Settings,
    /// App metadata.
    Meta,
}

impl Singleton {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Settings, Self::Meta];

    /// Its key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => keys::DRAFT,
            Self::Settings => keys::SETTINGS,
            Self::Meta => keys::META,
        }
    }
}

impl StoredItem {
    /// The kind of singleton and its write number.
    pub fn singleton(&self) -> Option<(Singleton, u32)> {
        match self {
            Self::Draft(draft) => Some((Singleton::Draft, draft.write_number)),
            Self::Settings(settings) => Some((Singleton::Settings, settings.write_number)),
            Self::Meta(meta) => Some((Singleton::Meta, meta.write_number)),
            Self::Revision(_) | Self::SessionSnapshot(_) => None,
        }
    }
}

/// Reads a text by its key. `None` for keys of other origin and of quarantined texts.
pub fn read(key: &str, text: &str) -> Option<ReadResult<StoredItem>> {
    read_kind(keys::kind(key)?, text)
}

/// Reads a text of a kind. `None` for quarantined texts.
pub fn read_kind(kind: KeyKind, text: &str) -> Option<ReadResult<StoredItem>> {
    Some(match kind {
        KeyKind::Revision(Some(key)) => codec::session::read(key, text).map(StoredItem::Revision),
        KeyKind::Revision(None) => ReadResult::Corrupt,
        KeyKind::SessionSnapshot => {
            codec::snapshot::read(text).map(|snapshot| StoredItem::SessionSnapshot(Box::new(snapshot)))
        }
        KeyKind::Draft => codec::singletons::read_draft(text).map(StoredItem::Draft),
        KeyKind::Settings => codec::singletons::read_settings(text).map(StoredItem::Settings),
        KeyKind::Meta => codec::singletons::read_meta(text).map(StoredItem::Meta),
        KeyKind::Quarantined => return None,
    })
}

/// The write number of a valid singleton.
pub fn write_number(key: &str, text: &str) -> Option<u32> {
    read(key, text)?.valid()?.singleton().map(|(_, number)| number)
}
