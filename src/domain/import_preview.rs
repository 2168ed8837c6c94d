//! The preview of a backup import: what it would change, what the person can choose, and why a file is rejected.

/// What an import would change. Each session of the file is counted in exactly one field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportPreview {
    /// When the file was created, unix milliseconds.
    pub created_unix_ms: i64,
    /// Sessions that are not in the history.
    pub new: usize,
    /// Sessions that are already in the history, with the same text.
    pub identical: usize,
    /// Sessions with a higher revision in the file, which takes precedence; the local one stays as an older revision.
    pub newer: usize,
    /// Sessions with a higher revision in the history; these do not change.
    pub older: usize,
    /// Sessions changed on both sides: one takes precedence (`SessionEntry::takes_precedence_over`), the other stays.
    pub conflicts: usize,
    /// Sessions that were deleted locally; they stay deleted unless [`ImportOptions::restore_deleted`].
    pub deleted_locally: usize,
    /// Sessions that are deleted in the file and not in the history: the import deletes them.
    pub deletions: usize,
    /// Quarantined texts: values that were corrupt where the file was created.
    pub quarantined: usize,
    /// Whether the settings in the file differ.
    pub settings_differ: bool,
    /// A store does not answer, so the file was compared with a part of the stored data only. The import writes to the
    /// other store.
    pub is_incomplete: bool,
}

impl ImportPreview {
    /// Whether an import would change nothing, with any [`ImportOptions`].
    pub fn changes_nothing(&self) -> bool {
        let changes = self.new + self.newer + self.conflicts + self.deleted_locally + self.deletions;
        changes + self.quarantined == 0 && !self.settings_differ
    }
}

/// The person's choices at import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// Restore sessions that were deleted locally.
    pub restore_deleted: bool,
    /// Replace the settings with those of the file.
    pub replace_settings: bool,
}

/// A section of a backup file, to say where an invalid entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupSection {
    /// Sessions.
    Sessions,
    /// Deleted sessions.
    Deleted,
    /// Quarantined texts: values that were corrupt where the file was created.
    Quarantined,
    /// The snapshot of a running session.
    SessionSnapshot,
    /// Settings.
    Settings,
}

/// Why an entry of a backup file is invalid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryError {
    /// A field is missing, unexpected, out of range, or of the wrong type.
    Unreadable,
    /// A newer version of the app wrote it.
    Newer,
    /// Another entry is for the same session.
    Duplicate,
}

/// Why a file is rejected. The import has changed nothing then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The browser could not read the file.
    Unreadable,
    /// The file is larger than any backup.
    TooLarge,
    /// The file has more entries than any backup.
    TooManyEntries,
    /// The file has more quarantined texts than any backup.
    TooManyQuarantined,
    /// The JSON is nested deeper than in any backup.
    TooDeep,
    /// The text encoding is not supported.
    UnsupportedEncoding,
    /// The file is not a backup.
    NotABackup,
    /// The file is a backup, but damaged or truncated.
    Corrupt,
    /// A newer version of the app created the file.
    Newer,
    /// One store does not answer, and the other has too little space for the data.
    InsufficientStorage,
    /// An entry is invalid: its section, its number from 1, and the reason.
    InvalidEntry(BackupSection, usize, EntryError),
}

impl ImportError {
    /// Whether a newer version of the app could import the file.
    pub fn needs_app_update(self) -> bool {
        matches!(self, Self::Newer | Self::InvalidEntry(_, _, EntryError::Newer))
    }
}
