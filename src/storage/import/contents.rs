//! The contents of an imported file, completely validated.

use crate::domain::{history::RevisionBody, session::SessionId, settings::Settings};

/// A revision of a session in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedRevision {
    /// The session.
    pub id: SessionId,
    /// The revision number, from 1.
    pub rev: u32,
    /// Its content.
    pub body: RevisionBody,
}

/// A validated backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When it was made, unix milliseconds.
    pub created_unix_ms: i64,
    /// Sorted by session, one per session.
    pub revisions: Vec<ImportedRevision>,
    /// The session that was running, as an interrupted session.
    pub interrupted: Option<ImportedRevision>,
    /// Unreadable texts, each with its quarantine key.
    pub corrupt_texts: Vec<(String, String)>,
    /// Settings; `None` if the file has none.
    pub settings: Option<Settings>,
}
