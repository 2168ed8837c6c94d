//! Interprets a `storage` event of another tab. The event is only a hint, so the store is read again.

use super::{
    codec::ReadResult,
    item::{self, StoredItem},
    key_value_store::KeyValueStore,
    keys::{self, KeyKind},
    load::read_revisions,
    records::Records,
};
use crate::domain::{
    draft::Draft,
    history::{SaveStatus, SessionEntry},
    model::Meta,
    session::SessionId,
    session_snapshot::SessionSnapshot,
    settings::Settings,
};

/// What another tab changed.
#[derive(Clone, Debug, PartialEq)]
pub enum StorageChange {
    /// Nothing relevant.
    Nothing,
    /// A session was saved, edited or deleted.
    Session(SessionId, Box<SessionEntry>),
    /// The snapshot of the running session was written.
    SessionSnapshot(Box<SessionSnapshot>),
    /// The snapshot was removed: no session is running.
    SnapshotRemoved,
    /// Marks were changed.
    Draft(Box<Draft>),
    /// Settings were changed.
    Settings(Settings),
    /// App metadata was changed, for example the safety answer.
    Meta(Meta),
    /// A newer app wrote the value.
    Newer,
    /// All keys were cleared.
    Everything,
}

/// Reads the current value of `key`; `None` means that all keys were cleared.
pub fn read_change<S: KeyValueStore + ?Sized>(store: &S, key: Option<&str>) -> StorageChange {
    let Some(key) = key else {
        return StorageChange::Everything;
    };
    let (Some(kind), Ok(text)) = (keys::kind(key), store.get(key)) else {
        return StorageChange::Nothing;
    };
    let value = text.and_then(|text| item::read(key, &text));
    match (kind, value) {
        (_, Some(ReadResult::Newer)) => StorageChange::Newer,
        (_, Some(ReadResult::Valid(StoredItem::SessionSnapshot(snapshot)))) => {
            StorageChange::SessionSnapshot(snapshot)
        }
        (_, Some(ReadResult::Valid(StoredItem::Draft(draft)))) => StorageChange::Draft(Box::new(draft.value)),
        (_, Some(ReadResult::Valid(StoredItem::Settings(settings)))) => {
            StorageChange::Settings(settings.value)
        }
        (_, Some(ReadResult::Valid(StoredItem::Meta(meta)))) => StorageChange::Meta(meta.value),
        (KeyKind::SessionSnapshot, None) => StorageChange::SnapshotRemoved,
        // Written or removed: the session's other revisions decide what counts.
        (KeyKind::Revision(Some(key)), _) => read_session(store, key.id),
        (_, Some(ReadResult::Valid(StoredItem::Revision(_)) | ReadResult::Corrupt) | None) => {
            StorageChange::Nothing
        }
    }
}

fn read_session<S: KeyValueStore + ?Sized>(store: &S, id: SessionId) -> StorageChange {
    let mut entries = Records::new(read_revisions(store, id)).entries(|_| SaveStatus::Pending);
    entries.pop().map_or(StorageChange::Nothing, |(id, entry)| StorageChange::Session(id, Box::new(entry)))
}
