//! Reads the contents of one store, and quarantines what is corrupt.

use super::{
    codec::ReadResult,
    item::{StoredItem, read_kind},
    key_value_store::{self, KeyValueStore},
    keys::{self, KeyKind, RevisionKey},
    records::{Records, StoredRevision},
    snapshot::newest_snapshot,
};
use crate::domain::{
    draft::Draft,
    history::{SaveStatus, SessionEntry},
    model::{Meta, ReadStatus, StorageHealth},
    session::SessionId,
    session_snapshot::SessionSnapshot,
    settings::Settings,
};

/// A singleton and the text from which it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredSingleton {
    /// The value.
    pub item: StoredItem,
    /// Its write number.
    pub write_number: u32,
    /// The stored text.
    pub text: String,
}

/// The values that exist once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Singletons {
    /// Marks not yet rolled.
    pub draft: Option<Draft>,
    /// Settings.
    pub settings: Option<Settings>,
    /// App metadata.
    pub meta: Option<Meta>,
}

impl Singletons {
    /// Sets a value.
    pub fn set(&mut self, item: StoredItem) {
        match item {
            StoredItem::Draft(draft) => self.draft = Some(draft.value),
            StoredItem::Settings(settings) => self.settings = Some(settings.value),
            StoredItem::Meta(meta) => self.meta = Some(meta.value),
            StoredItem::Revision(_) | StoredItem::SessionSnapshot(_) => {}
        }
    }
}

/// The contents of one store.
#[derive(Clone, Debug, Default)]
pub struct StoreContents {
    /// Whether they are from IndexedDB, not localStorage.
    pub is_database: bool,
    /// All valid revisions, in any order.
    pub revisions: Vec<StoredRevision>,
    /// The snapshot of the running session.
    pub snapshot: Option<Box<SessionSnapshot>>,
    /// The singletons, indexed by [`Singleton`].
    pub singletons: [Option<StoredSingleton>; 3],
    /// The keys of corrupt values.
    pub corrupt_keys: Vec<String>,
    /// Key and text of quarantined values; `None` if the value is not a string.
    pub quarantined: Vec<(String, Option<String>)>,
    /// Whether a newer app wrote one of the values.
    pub has_newer: bool,
}

impl StoreContents {
    /// Adds a value; `None` if it is not a string. Keys of other programs are ignored.
    pub fn add(&mut self, key: String, text: Option<String>) {
        let Some(kind) = keys::kind(&key) else {
            return;
        };
        if kind == KeyKind::Quarantined {
            return self.quarantined.push((key, text));
        }
        let Some(text) = text else {
            return self.corrupt_keys.push(key);
        };
        match (read_kind(kind, &text), kind) {
            (Some(ReadResult::Newer), _) => self.has_newer = true,
            (Some(ReadResult::Valid(StoredItem::Revision(body))), KeyKind::Revision(Some(key))) => {
                let (local, database) = (!self.is_database, self.is_database);
                self.revisions.push(StoredRevision {
                    key,
                    body,
                    text,
                    in_local: local,
                    in_database: database,
                });
            }
            (Some(ReadResult::Valid(StoredItem::SessionSnapshot(snapshot))), _) => {
                self.snapshot = Some(snapshot);
            }
            (Some(ReadResult::Valid(item)), _) => match item.singleton() {
                Some((singleton, number)) => {
                    self.singletons[singleton as usize] =
                        Some(StoredSingleton { item, write_number: number, text });
                }
                None => self.corrupt_keys.push(key),
            },
            (Some(ReadResult::Corrupt) | None, _) => self.corrupt_keys.push(key),
        }
    }

    /// Adds the value of a key of a store. A value that the store does not return counts as absent.
    pub fn add_from<S: KeyValueStore + ?Sized>(&mut self, from: &S, key: String) {
        if key.starts_with(keys::APP_PREFIX)
            && let Ok(Some(text)) = from.get(&key)
        {
            self.add(key, Some(text));
        }
    }

    /// As [`StoreContents::add`], but reuses a known record with the same key and text instead of parsing it.
    pub fn add_reusing(&mut self, known: &Records, key: String, text: Option<String>) {
        let known_record = parse_revision_key(&key)
            .and_then(|key| known.find(key))
            .filter(|r| Some(&r.text) == text.as_ref());
        match known_record {
            Some(record) => {
                self.revisions.push(StoredRevision {
                    in_local: !self.is_database,
                    in_database: self.is_database,
                    ..record.clone()
                });
            }
            None => self.add(key, text),
        }
    }

    /// Reads all values of the app. Known revisions are not read again, because revisions are immutable. Empty if the
    /// store cannot be read.
    pub fn read_all<S: KeyValueStore + ?Sized>(store: &S, known: &Records) -> Self {
        let mut contents = Self::default();
        for key in store.keys().unwrap_or_default() {
            match parse_revision_key(&key).and_then(|key| known.find(key)) {
                Some(record) => {
                    contents.revisions.push(StoredRevision {
                        in_local: true,
                        in_database: false,
                        ..record.clone()
                    });
                }
                None => contents.add_from(store, key),
            }
        }
        contents
    }
}

fn parse_revision_key(key: &str) -> Option<RevisionKey> {
    if let Some(KeyKind::Revision(key)) = keys::kind(key) { key } else { None }
}

/// Reads all valid revisions of a session; none if the store cannot be read.
pub fn read_revisions<S: KeyValueStore + ?Sized>(store: &S, id: SessionId) -> Vec<StoredRevision> {
    let mut contents = StoreContents::default();
    for key in store.keys().unwrap_or_default() {
        if key.starts_with(&keys::revision_prefix(id)) {
            contents.add_from(store, key);
        }
    }
    contents.revisions
}

/// The keys of all valid revisions of a session.
pub fn revision_keys<S: KeyValueStore + ?Sized>(store: &S, id: SessionId) -> Vec<RevisionKey> {
    read_revisions(store, id).iter().map(|record| record.key).collect()
}

/// What is read before the first view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartupData {
    /// The snapshot of the running session, unless the session has been saved as finished. The other store may have a
    /// newer one, so it is read before the session is offered.
    pub snapshot: Option<Box<SessionSnapshot>>,
    /// Draft, settings and app metadata.
    pub singletons: Singletons,
    /// Whether a newer app wrote one of these.
    pub has_newer: bool,
}

/// Reads everything but the sessions, of which there may be thousands.
pub fn read_startup_data<S: KeyValueStore + ?Sized>(store: &S) -> StartupData {
    let mut contents = StoreContents::default();
    for key in keys::UNIQUE_KEYS {
        contents.add_from(store, key.to_owned());
    }
    let mut singletons = Singletons::default();
    for stored in contents.singletons.into_iter().flatten() {
        singletons.set(stored.item);
    }
    let saved_revisions = |snapshot: &SessionSnapshot| revision_keys(store, snapshot.running.id);
    let snapshot = contents.snapshot.and_then(|snapshot| {
        let saved_revisions = saved_revisions(&snapshot);
        newest_snapshot(Some(snapshot), None, &saved_revisions)
    });
    StartupData { snapshot, singletons, has_newer: contents.has_newer }
}

/// A store's sessions and health.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadedHistory {
    /// The sessions, each by its highest revision, with save status pending.
    pub entries: Vec<(SessionId, SessionEntry)>,
    /// All valid revisions.
    pub records: Records,
    /// What the person has to know about stored data.
    pub storage_health: StorageHealth,
}

/// Evaluates a store's contents and moves corrupt values to quarantine. Values of a newer app stay unchanged.
pub fn load<S: KeyValueStore + ?Sized>(store: &S, contents: StoreContents, unix_ms: i64) -> LoadedHistory {
    move_to_quarantine(store, &contents.corrupt_keys, unix_ms);
    let storage_health = storage_health(&contents);
    let records = Records::new(contents.revisions);
    LoadedHistory { storage_health, entries: records.entries(|_| SaveStatus::Pending), records }
}

/// Moves corrupt values to quarantine. Each is removed only after its copy has been verified, and not overwritten
/// before.
pub fn move_to_quarantine<S: KeyValueStore + ?Sized>(store: &S, corrupt_keys: &[String], unix_ms: i64) {
    for key in corrupt_keys {
        if key_value_store::quarantine(store, key, unix_ms).is_ok() {
            // If removing fails, the next start finds the value and its copy again.
            store.remove(key).ok();
        }
    }
}

/// The health of one store; the other one has not been read.
pub fn storage_health(contents: &StoreContents) -> StorageHealth {
    let quarantined = contents.corrupt_keys.len() + contents.quarantined.len();
    let quarantined = u32::try_from(quarantined).unwrap_or(u32::MAX);
    StorageHealth { quarantined, has_newer: contents.has_newer, read: ReadStatus::Pending }
}
