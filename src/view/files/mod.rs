//! What is kept elsewhere: backup files, tables, the reminder, the browser's promise. History and Settings show it.

mod backup;
mod board;
mod import;
mod more;
mod reminder;

pub use self::{
    backup::backup_line,
    board::{Board, Handed, Stage, board},
    import::import,
    more::more,
    reminder::reminder,
};

/// What the shell is asked; what goes with it stands on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Files {
    /// The rest of the program is here.
    Arrived,
    /// Lay both stores together again.
    Unite,
    /// Get ready what takes a while.
    Prepare,
    /// Hand over everything known.
    Backup,
    /// Hand over the table of holds.
    Table,
    /// Hand over the reminder on the board.
    Reminder,
    /// Read the file that was chosen in the field on the board.
    Read,
    /// Hand over the copy of what was here before.
    Copy,
    /// Take in what was read.
    Import,
    /// Forget what was read.
    Close,
    /// Ask the browser to promise that it keeps the data.
    Promise,
}
