//! Phrases about files and storage: backup, import, CSV table, calendar reminder, persistent storage.

use super::{
    phrase::{CalendarDate, Count, Entry, NameAndDate, Number, Plural, Share, Template},
    reader::phrases,
};
use crate::domain::import_preview::{BackupSection, EntryError, ImportError};

phrases! {
    /// Phrases about files and storage. Only the lazy part uses them.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct FilesText {
        /// It is time for a backup.
        pub backup_due: &'static str,
        /// The share of the storage quota that is used.
        pub storage_nearly_full: Template<Share>,
        /// Button: choose a backup file.
        pub import_backup: &'static str,
        /// Button: saves the table of holds.
        pub save_table: &'static str,
        /// Explains the table.
        pub save_table_note: &'static str,
        /// Checkbox: semicolons as separators.
        pub table_semicolons: &'static str,
        /// The file was handed over to the browser or another app.
        pub file_handed_over: &'static str,
        /// The file was not saved.
        pub no_file_saved: &'static str,
        /// The file was handed over, but lacks the data of a store that has not answered.
        pub file_incomplete: &'static str,
        /// The share sheet has not answered yet.
        pub share_pending: &'static str,
        /// The stored sessions are still being read.
        pub reading_data: &'static str,
        /// Some of the stored data cannot be read now.
        pub data_unavailable: &'static str,
        /// The reason and what to do.
        pub data_unavailable_note: &'static str,
        /// The date of the last backup cannot be read now.
        pub last_backup_unavailable: &'static str,
        /// In the printed report: not all sessions could be read.
        pub report_incomplete: &'static str,
        /// The browser has granted persistent storage.
        pub storage_persistent: &'static str,
        /// The browser has not granted persistent storage.
        pub storage_not_persistent: &'static str,
        /// Button: requests persistent storage.
        pub request_persistence: &'static str,
        /// The browser has not answered the request yet.
        pub persistence_pending: &'static str,
        /// The preview and the result of an import.
        pub preview: PreviewText,
        /// Why a file was not imported.
        pub refused: RefusedText,
        /// Stored entries that could not be read.
        pub unreadable: UnreadableText,
        /// The calendar reminder.
        pub reminder: ReminderText,
    }

    /// The preview and the result of an import.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct PreviewText {
        /// Heading.
        pub title: &'static str,
        /// When the file was made.
        pub made_on: Template<CalendarDate>,
        /// A store does not answer.
        pub store_unavailable: &'static str,
        /// Nothing in the file is new.
        pub nothing_new: &'static str,
        /// The number of sessions that are new, identical, newer in the file, newer here, changed in both, deleted in
        /// the file; and of unreadable entries.
        pub counts: [Plural<Count>; 7],
        /// Checkbox: restores sessions that were deleted here.
        pub restore_deleted: Plural<Count>,
        /// Checkbox: imports the settings too.
        pub use_settings: &'static str,
        /// Why to save a copy first.
        pub save_copy_note: &'static str,
        /// Button: saves a copy of the current data.
        pub save_copy: &'static str,
        /// Button after the import: saves the copy of the data from before.
        pub save_copy_from_before: &'static str,
        /// Button.
        pub import: &'static str,
        /// Button.
        pub cancel: &'static str,
        /// Shown during the import.
        pub importing: &'static str,
        /// Heading after a complete import.
        pub imported: &'static str,
        /// Everything is stored in both stores.
        pub all_saved: &'static str,
        /// The number of sessions that are stored in one store only.
        pub not_saved_in_both: Plural<Count>,
        /// Heading if some sessions could not be stored.
        pub partly_saved: &'static str,
        /// The number of sessions that are stored nowhere.
        pub not_saved: Plural<Count>,
        /// Button.
        pub close: &'static str,
    }

    /// Why a file was not imported.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct RefusedText {
        /// Heading.
        pub title: &'static str,
        /// The stored data has not changed.
        pub nothing_changed: &'static str,
        /// The reasons: unreadable by the browser, too large, too many entries, too many unreadable entries, nested too
        /// deeply, unsupported encoding, not a backup, damaged, from a newer version, no room while one store does not
        /// answer.
        pub reasons: [&'static str; 10],
        /// Names of entries with their number: session, deleted session, unreadable entry.
        pub entry_names: [Template<Number>; 3],
        /// The session in progress.
        pub session_in_progress: &'static str,
        /// The settings.
        pub settings: &'static str,
        /// What is wrong with an entry: cannot be read, written by a newer version, duplicate.
        pub entry_errors: [Template<Entry>; 3],
    }

    /// The list of stored entries that could not be read.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct UnreadableText {
        /// Summary that opens the list, with the number of entries.
        pub title: Plural<Count>,
        /// Explains why they are kept.
        pub note: &'static str,
        /// An entry: its storage key and the date when it was quarantined.
        pub entry: Template<NameAndDate>,
        /// The number of entries that are not listed.
        pub more_not_shown: Plural<Count>,
        /// Button.
        pub save: &'static str,
        /// Button.
        pub save_all: &'static str,
        /// Button.
        pub delete: &'static str,
        /// Button.
        pub delete_all: &'static str,
        /// Question before deleting, with the number of entries.
        pub delete_question: Plural<Count>,
        /// What deleting means.
        pub delete_warning: &'static str,
    }

    /// The calendar reminder.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct ReminderText {
        /// Heading.
        pub title: &'static str,
        /// Explains it.
        pub note: &'static str,
        /// Legend of the group of weekdays.
        pub days: &'static str,
        /// Field.
        pub time: &'static str,
        /// Button.
        pub save: &'static str,
        /// No day is chosen, or no time.
        pub incomplete: &'static str,
        /// The description of the calendar entry.
        pub description: &'static str,
    }
}

impl RefusedText {
    /// The reason, with the entry it is about.
    pub fn why(&self, refusal: ImportError) -> String {
        let [
            unread,
            too_large,
            too_many,
            too_many_quarantined,
            too_deep,
            encoding,
            not_ours,
            broken,
            newer,
            no_room,
        ] = self.reasons;
        let why = match refusal {
            ImportError::Unreadable => unread,
            ImportError::TooLarge => too_large,
            ImportError::TooManyEntries => too_many,
            ImportError::TooManyQuarantined => too_many_quarantined,
            ImportError::TooDeep => too_deep,
            ImportError::UnsupportedEncoding => encoding,
            ImportError::NotABackup => not_ours,
            ImportError::Corrupt => broken,
            ImportError::Newer => newer,
            ImportError::InsufficientStorage => no_room,
            ImportError::InvalidEntry(part, number, error) => return self.entry(part, number, error),
        };
        why.to_owned()
    }

    fn entry(&self, part: BackupSection, number: usize, error: EntryError) -> String {
        let [session, deleted, quarantined] = self.entry_names;
        let name = match part {
            BackupSection::Sessions => session.with_number(number),
            BackupSection::Deleted => deleted.with_number(number),
            BackupSection::Quarantined => quarantined.with_number(number),
            BackupSection::SessionSnapshot => self.session_in_progress.to_owned(),
            BackupSection::Settings => self.settings.to_owned(),
        };
        let [unreadable, newer, twice] = self.entry_errors;
        let error = match error {
            EntryError::Unreadable => unreadable,
            EntryError::Newer => newer,
            EntryError::Duplicate => twice,
        };
        error.with_text(&name)
    }
}
