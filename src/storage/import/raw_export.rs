//! Reads the failure page's raw export of both stores: lists of `[key, value]`. Valid values are imported like a
//! backup; corrupt ones are kept as corrupt texts.

use serde::de::IgnoredAny;

use super::{
    contents::{Backup, ImportedRevision},
    entries::MAX_CORRUPT_TEXT_BYTES,
    snapshot::end_session,
};
use crate::{
    domain::{
        history::{History, RevisionBody, SaveStatus, SessionEntry},
        import_preview::ImportError,
        session_snapshot::SessionSnapshot,
        settings::Settings,
    },
    storage::{
        codec::{ReadResult, singletons::Numbered},
        item::{self, StoredItem},
        keys::{self, KeyKind},
        quarantine::{self, CorruptText},
        snapshot::newest_snapshot,
    },
};

/// The values read so far.
#[derive(Default)]
pub struct RawExport {
    history: History,
    snapshot: Option<Box<SessionSnapshot>>,
    settings: Option<Numbered<Settings>>,
    corrupt_texts: Vec<CorruptText>,
}

impl RawExport {
    /// Adds an entry of a store.
    ///
    /// # Errors
    /// [`ImportError::Corrupt`] if it is not an entry.
    pub fn take(&mut self, entry: &str, created_unix_ms: i64) -> Result<(), ImportError> {
        // The database could not be read.
        if entry.trim() == "null" {
            return Ok(());
        }
        if entry.len() > MAX_CORRUPT_TEXT_BYTES {
            return Err(ImportError::Corrupt);
        }
        let (key, text): (String, String) = serde_json::from_str(entry)
            // The value is not a string: keep the entry's JSON.
            .or_else(|_| {
                serde_json::from_str::<(String, IgnoredAny)>(entry).map(|(key, _)| (key, entry.to_owned()))
            })
            .ok()
            .ok_or(ImportError::Corrupt)?;
        match (keys::kind(&key), item::read(&key, &text)) {
            (Some(KeyKind::Quarantined), _) => self.corrupt_texts.push((key, text)),
            (Some(KeyKind::Revision(Some(name))), Some(ReadResult::Valid(StoredItem::Revision(body)))) => {
                let full = if let RevisionBody::Full(session) = &body {
                    Some((name.rev, session.clone()))
                } else {
                    None
                };
                let entry = SessionEntry {
                    rev: name.rev,
                    crc: name.crc,
                    body,
                    newest_full: full,
                    save_status: SaveStatus::Pending,
                };
                self.history.merge_entry(name.id, entry);
            }
            (_, Some(ReadResult::Valid(StoredItem::SessionSnapshot(snapshot)))) => {
                self.snapshot = newest_snapshot(self.snapshot.take(), Some(snapshot), &[]);
            }
            (_, Some(ReadResult::Valid(StoredItem::Settings(settings)))) => {
                if self.settings.as_ref().is_none_or(|known| known.write_number < settings.write_number) {
                    self.settings = Some(settings);
                }
            }
            (Some(_), Some(ReadResult::Newer | ReadResult::Corrupt) | None) => {
                self.corrupt_texts.push((keys::quarantine_key(created_unix_ms, &key), text));
            }
            // Other programs' keys, or values that backups do not have.
            (None, _)
            | (
                _,
                Some(ReadResult::Valid(StoredItem::Revision(_) | StoredItem::Draft(_) | StoredItem::Meta(_))),
            ) => {}
        }
        Ok(())
    }

    /// Converts the values to a backup.
    pub fn into_backup(self, created_unix_ms: i64) -> Backup {
        let revision = |(id, entry): (_, &SessionEntry)| ImportedRevision {
            id,
            rev: entry.rev,
            body: entry.body.clone(),
        };
        Backup {
            created_unix_ms,
            revisions: self.history.entries().map(revision).collect(),
            interrupted: self.snapshot.and_then(|snapshot| end_session(*snapshot)),
            corrupt_texts: quarantine::pack(self.corrupt_texts, quarantine::MAX_IN_BACKUP, created_unix_ms),
            settings: self.settings.map(|settings| settings.value),
        }
    }
}
