//! Reads a chosen file into a [`Backup`] in small steps, so that the browser can paint and respond in between.

use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, IgnoredAny};

use super::{
    contents::{Backup, ImportedRevision},
    encoding::Decoder,
    entries,
    raw_export::RawExport,
    snapshot::end_session,
    split::{Field, FieldRanges, MAX_LIST_ENTRIES, Splitter, looks_like_export},
};
use crate::{
    domain::{
        import_preview::{BackupSection, EntryError, ImportError},
        session::SessionId,
        settings::Settings,
    },
    storage::{
        codec::{ReadResult, is_unix_ms},
        quarantine::{self, CorruptText},
    },
};

/// Version of both file formats.
const VERSION: i64 = 1;
/// Maximum bytes of an entry, so that reading it takes a few milliseconds.
const MAX_ENTRY_BYTES: usize = 256 << 10;

/// `format` of a backup.
const BACKUP_FORMAT: &str = "eased-backup";
/// `format` of the failure page's raw export of both stores.
const RAW_EXPORT_FORMAT: &str = "eased-raw";

/// Reads a chosen file incrementally.
pub struct ImportReader(Stage);

enum Stage {
    Decoding(Decoder),
    Splitting(String, Box<Splitter>),
    Reading(Box<SplitFile>),
}

impl ImportReader {
    /// Starts with the bytes of a file.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(Stage::Decoding(Decoder::new(bytes)))
    }

    /// Starts with a decoded text.
    pub fn from_text(text: String) -> Self {
        Self(Stage::Splitting(text, Box::default()))
    }

    /// Processes about `budget` bytes. Returns the backup at the end.
    ///
    /// # Errors
    /// If any part of the file is invalid. A file is never imported in part.
    pub fn step(&mut self, budget: usize) -> Result<Option<Backup>, ImportError> {
        match &mut self.0 {
            Stage::Decoding(decoder) => {
                if let Some(text) = decoder.step(budget)? {
                    *self = Self::from_text(text);
                }
            }
            Stage::Splitting(text, splitter) => {
                let head = &text.as_bytes()[..text.len().min(128)];
                let to_not_a_backup = |error| {
                    if error == ImportError::Corrupt && !looks_like_export(head) {
                        ImportError::NotABackup
                    } else {
                        error
                    }
                };
                let ranges = splitter.step(text, budget).map_err(to_not_a_backup)?;
                if let Some(ranges) = ranges {
                    self.0 = Stage::Reading(Box::new(SplitFile::new(std::mem::take(text), ranges)?));
                }
            }
            Stage::Reading(file) => return file.step(budget),
        }
        Ok(None)
    }
}

/// A split file, and what has been read of it.
struct SplitFile {
    text: String,
    ranges: FieldRanges,
    created_unix_ms: i64,
    is_raw_export: bool,
    /// The lists that are still to be read, and the number of entries read of the first one.
    lists: Vec<Field>,
    entry_index: usize,
    settings: Settings,
    revisions: BTreeMap<SessionId, ImportedRevision>,
    corrupt_texts: Vec<CorruptText>,
    raw_export: RawExport,
}

impl SplitFile {
    fn new(text: String, ranges: FieldRanges) -> Result<Self, ImportError> {
        let format = field_value::<String>(&text, &ranges, Field::Format).unwrap_or_default();
        let lists: &[Field] = match format.as_str() {
            BACKUP_FORMAT => &[Field::Sessions, Field::Deleted, Field::Corrupt],
            RAW_EXPORT_FORMAT => &[Field::Local, Field::Database],
            _ => return Err(ImportError::NotABackup),
        };
        match field_value(&text, &ranges, Field::Version) {
            Some(VERSION) => {}
            Some(newer) if newer > VERSION => return Err(ImportError::Newer),
            Some(_) | None => return Err(ImportError::Corrupt),
        }
        if lists.iter().any(|list| ranges.get(*list).is_none()) {
            return Err(ImportError::Corrupt);
        }
        let count = |field: &Field| ranges.get(*field).unwrap_or_default().len();
        if lists.iter().any(|field| count(field) > MAX_LIST_ENTRIES) {
            return Err(ImportError::TooManyEntries);
        }
        if count(&Field::Corrupt) > quarantine::MAX_IN_BACKUP {
            return Err(ImportError::TooManyQuarantined);
        }
        let created_unix_ms = field_value(&text, &ranges, Field::ExportedAt).filter(|ms| is_unix_ms(*ms));
        let settings = match field_text(&text, &ranges, Field::Settings) {
            Some(settings) => {
                require_valid(read_limited(settings, entries::settings), BackupSection::Settings, 0)?
            }
            None if format == BACKUP_FORMAT => return Err(ImportError::Corrupt),
            None => Settings::default(),
        };
        Ok(Self {
            created_unix_ms: created_unix_ms.ok_or(ImportError::Corrupt)?,
            text,
            ranges,
            is_raw_export: format == RAW_EXPORT_FORMAT,
            lists: [lists, &[Field::Unknown]].concat(),
            entry_index: 0,
            settings,
            revisions: BTreeMap::new(),
            corrupt_texts: Vec::new(),
            raw_export: RawExport::default(),
        })
    }

    fn step(&mut self, budget: usize) -> Result<Option<Backup>, ImportError> {
        let mut used_bytes = 0;
        while used_bytes <= budget {
            let Some(list) = self.lists.first().copied() else { return self.finish().map(Some) };
            let Some(range) = self.ranges.get(list).unwrap_or_default().get(self.entry_index).cloned() else {
                self.lists.remove(0);
                self.entry_index = 0;
                continue;
            };
            used_bytes += range.len() + 64;
            let (index, entry) = (self.entry_index, &self.text[range]);
            self.entry_index += 1;
            let (section, revision) = match list {
                Field::Sessions => (BackupSection::Sessions, read_limited(entry, entries::session)),
                Field::Deleted => (BackupSection::Deleted, read_limited(entry, entries::tombstone)),
                Field::Corrupt => {
                    let text = entries::corrupt_text(entry, self.created_unix_ms);
                    self.corrupt_texts.push(require_valid(text, BackupSection::Quarantined, index)?);
                    continue;
                }
                Field::Local | Field::Database => {
                    self.raw_export.take(entry, self.created_unix_ms)?;
                    continue;
                }
                Field::Unknown
                | Field::Format
                | Field::Version
                | Field::ExportedAt
                | Field::Live
                | Field::Settings => {
                    let is_short = entry.len() <= MAX_ENTRY_BYTES;
                    let is_valid_json = is_short && serde_json::from_str::<IgnoredAny>(entry).is_ok();
                    // Fields of a newer version may be long, and are ignored.
                    let is_passed_over = !is_short && list == Field::Unknown;
                    (is_valid_json || is_passed_over).then_some(()).ok_or(ImportError::Corrupt)?;
                    continue;
                }
            };
            let revision = require_valid(revision, section, index)?;
            // Duplicate sessions are ambiguous.
            if self.revisions.insert(revision.id, revision).is_some() {
                return Err(ImportError::InvalidEntry(section, index + 1, EntryError::Duplicate));
            }
        }
        Ok(None)
    }

    fn finish(&mut self) -> Result<Backup, ImportError> {
        let created_unix_ms = self.created_unix_ms;
        if self.is_raw_export {
            return Ok(std::mem::take(&mut self.raw_export).into_backup(created_unix_ms));
        }
        let snapshot = match field_text(&self.text, &self.ranges, Field::Live).map(str::trim) {
            None | Some("null") => None,
            Some(snapshot) => end_session(require_valid(
                read_limited(snapshot, entries::snapshot),
                BackupSection::SessionSnapshot,
                0,
            )?),
        };
        Ok(Backup {
            created_unix_ms,
            revisions: std::mem::take(&mut self.revisions).into_values().collect(),
            interrupted: snapshot,
            corrupt_texts: std::mem::take(&mut self.corrupt_texts),
            settings: Some(std::mem::take(&mut self.settings)),
        })
    }
}

fn field_text<'a>(text: &'a str, ranges: &FieldRanges, field: Field) -> Option<&'a str> {
    text.get(ranges.get(field)?.first()?.clone())
}

fn field_value<T: DeserializeOwned>(text: &str, ranges: &FieldRanges, field: Field) -> Option<T> {
    serde_json::from_str(field_text(text, ranges, field)?).ok()
}

/// Reads an entry of limited length.
fn read_limited<T>(text: &str, read: impl Fn(&str) -> ReadResult<T>) -> ReadResult<T> {
    if text.len() > MAX_ENTRY_BYTES { ReadResult::Corrupt } else { read(text) }
}

/// Returns a valid value, or an error with the entry's index, from 0, and the reason.
fn require_valid<T>(read: ReadResult<T>, section: BackupSection, index: usize) -> Result<T, ImportError> {
    match read {
        ReadResult::Valid(value) => Ok(value),
        ReadResult::Corrupt => Err(ImportError::InvalidEntry(section, index + 1, EntryError::Unreadable)),
        ReadResult::Newer => Err(ImportError::InvalidEntry(section, index + 1, EntryError::Newer)),
    }
}
