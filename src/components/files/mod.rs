//! Backup files, the table of holds, the calendar reminder and the browser's promise to keep the data. History and
//! Settings show them.

mod backup;
mod import;
mod more;
mod reminder;
mod set_aside;

pub use self::{
    backup::{BackupLine, FileResultLine, use_backup_reminder},
    import::ImportBackup,
    more::MoreFiles,
    reminder::Reminder,
    set_aside::SetAsideTexts,
};
