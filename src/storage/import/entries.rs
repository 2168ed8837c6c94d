//! Reads single entries of a file.

use super::contents::ImportedRevision;
use crate::{
    domain::{
        history::RevisionBody, session::SessionId, session_snapshot::SessionSnapshot, settings::Settings,
    },
    storage::{
        codec::{ReadResult, is_unix_ms, session, singletons, snapshot as live_form},
        keys::{self, KeyKind},
        legacy_rows,
        quarantine::CorruptText,
    },
};

/// Maximum revision number: leaves enough numbers for later changes and deletion.
const MAX_REVISION: u32 = 1_000_000;
/// Maximum length of the key of a corrupt text. The app's keys have at most 70 characters.
const MAX_KEY_BYTES: usize = 200;
/// Maximum size of the entry of a corrupt text, bytes: reading it takes about twenty milliseconds.
pub const MAX_CORRUPT_TEXT_BYTES: usize = 2 << 20;

/// Reads a session. A session of a newer app is kept unchanged.
pub fn session(text: &str) -> ReadResult<ImportedRevision> {
    match session::read_without_key(&legacy_rows::convert(text.trim(), legacy_rows::session)) {
        ReadResult::Valid((id, rev, body @ (RevisionBody::Full(_) | RevisionBody::Newer(_))))
            if rev <= MAX_REVISION =>
        {
            ReadResult::Valid(ImportedRevision { id, rev, body })
        }
        ReadResult::Newer => ReadResult::Newer,
        ReadResult::Valid(_) | ReadResult::Corrupt => ReadResult::Corrupt,
    }
}

/// Reads a tombstone: `[id, rev, unix ms]`.
pub fn tombstone(text: &str) -> ReadResult<ImportedRevision> {
    let read = || {
        let (id, rev, unix_ms): (SessionId, u32, i64) = serde_json::from_str(text).ok()?;
        let is_valid = (1..=MAX_REVISION).contains(&rev) && is_unix_ms(unix_ms);
        is_valid.then_some(ImportedRevision { id, rev, body: RevisionBody::Deleted(unix_ms) })
    };
    read().map_or(ReadResult::Corrupt, ReadResult::Valid)
}

/// Reads a corrupt text: `[key, text]`. A text that was not in quarantine gets a quarantine key.
pub fn corrupt_text(text: &str, created_unix_ms: i64) -> ReadResult<CorruptText> {
    let read = || {
        let text = Some(text).filter(|text| text.len() <= MAX_CORRUPT_TEXT_BYTES)?;
        let (key, text): (String, String) = serde_json::from_str(text).ok()?;
        let has_valid_key = key.starts_with(keys::APP_PREFIX) && key.len() <= MAX_KEY_BYTES;
        let key = if keys::kind(&key) == Some(KeyKind::Quarantined) {
            key
        } else {
            keys::quarantine_key(created_unix_ms, &key)
        };
        has_valid_key.then_some((key, text))
    };
    read().map_or(ReadResult::Corrupt, ReadResult::Valid)
}

/// Reads the snapshot of the running session.
pub fn snapshot(text: &str) -> ReadResult<SessionSnapshot> {
    live_form::read(&legacy_rows::convert(text.trim(), legacy_rows::snapshot))
}

/// Reads the settings.
pub fn settings(text: &str) -> ReadResult<Settings> {
    singletons::read_settings(&legacy_rows::settings(text)).map(|settings| settings.value)
}
