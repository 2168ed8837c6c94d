//! A `storage` event of another tab: what its write means. The event is only a hint, so the store itself is read again.

use super::{
    codec::Read,
    item::{self, Item},
    key_value_store::KeyValueStore,
    keys::{self, Kind},
    load::revisions_of,
    records::Records,
};
use crate::domain::{
    draft::Draft,
    history::{Entry, SaveStatus},
    live::SessionSnapshot,
    model::Meta,
    session::SessionId,
    settings::Settings,
};

/// What another tab changed.
#[derive(Clone, Debug, PartialEq)]
pub enum StorageChange {
    /// Nothing that matters here.
    Nothing,
    /// A session was written, edited or deleted.
    Session(SessionId, Box<Entry>),
    /// The running session was written.
    SessionSnapshot(Box<SessionSnapshot>),
    /// No session is running any more.
    LiveGone,
    /// Marks were changed.
    Draft(Box<Draft>),
    /// Choices were changed.
    Settings(Settings),
    /// The safety gate was answered, or the like.
    Meta(Meta),
    /// A newer app wrote here: from now on hands off.
    Newer,
    /// Everything may have changed.
    Everything,
}

/// Reads what stands under `key` now; `None` means that all keys were cleared.
pub fn read_change<S: KeyValueStore + ?Sized>(store: &S, key: Option<&str>) -> StorageChange {
    let Some(key) = key else {
        return StorageChange::Everything;
    };
    let (Some(kind), Ok(text)) = (keys::kind(key), store.get(key)) else {
        return StorageChange::Nothing;
    };
    let found = text.and_then(|text| item::read(key, &text));
    match (kind, found) {
        (_, Some(Read::Newer)) => StorageChange::Newer,
        (_, Some(Read::Whole(Item::SessionSnapshot(live)))) => StorageChange::SessionSnapshot(live),
        (_, Some(Read::Whole(Item::Draft(draft)))) => StorageChange::Draft(Box::new(draft.value)),
        (_, Some(Read::Whole(Item::Settings(settings)))) => StorageChange::Settings(settings.value),
        (_, Some(Read::Whole(Item::Meta(meta)))) => StorageChange::Meta(meta.value),
        (Kind::SessionSnapshot, None) => StorageChange::LiveGone,
        // Written or superseded: either way its other revisions have a say.
        (Kind::Revision(Some(key)), _) => session(store, key.id),
        (_, Some(Read::Whole(Item::Revision(_)) | Read::Spoilt) | None) => StorageChange::Nothing,
    }
}

fn session<S: KeyValueStore + ?Sized>(store: &S, id: SessionId) -> StorageChange {
    let mut entries = Records::of(revisions_of(store, id)).entries(|_| SaveStatus::Pending);
    entries.pop().map_or(StorageChange::Nothing, |(id, entry)| StorageChange::Session(id, Box::new(entry)))
}
