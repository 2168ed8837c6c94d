//! Files and storage on History and Settings: backups, CSV, the calendar reminder, persistent storage and
//! quarantined texts.

mod backup;
mod csv_and_persistence;
mod import;
mod quarantine;
mod reminder;

pub use self::{
    backup::{BackupLine, FileResultLine, use_backup_reminder},
    csv_and_persistence::CsvAndPersistence,
    import::ImportBackup,
    quarantine::QuarantinedTexts,
    reminder::CalendarReminder,
};
