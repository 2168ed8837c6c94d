//! What components ask for that only the browser can do.

use crate::domain::import_preview::Wish;

/// A request to the app, made by a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppRequest {
    /// A task that needs the lazy part, which is loaded first if it is not here.
    Do(Task),
    /// The task that waits for the lazy part is not wanted any more.
    Forget,
    /// Load the lazy part.
    LoadPart,
    /// Play what a session sounds like.
    SoundCheck,
    /// Say something with the chosen voice.
    VoiceSample,
    /// Something about files and the browser's storage; the lazy part has to be loaded.
    Files(FilesRequest),
    /// Accept the browser's offer to install the app.
    Install,
    /// Replace the app by its new version, which waits.
    Update,
    /// Try again to fetch the language that was chosen.
    FetchLanguage,
}

/// What needs the lazy part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Start a session.
    Start,
    /// Continue the session that the app was closed on.
    Continue,
    /// Keep what there is of it as interrupted.
    Keep,
    /// Take the session over that another tab runs.
    TakeOver,
    /// Export everything known as a file.
    Backup,
}

/// What is asked about files and the browser's storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilesRequest {
    /// Read the stored sessions. Sent once, when the lazy part is loaded; the part counts as loaded for the person when they
    /// have been read ([`super::lazy_state::LazyState::Loaded`]).
    Arrived,
    /// Bring both stores to the same state again.
    Unite,
    /// Prepare what takes a while, before a button is pressed.
    Prepare,
    /// Export a backup of everything known.
    Backup,
    /// Export the table of holds as CSV, with what [`FilesState::semicolons`](super::files_state::FilesState::semicolons)
    /// says between its columns.
    Table,
    /// Export a calendar reminder.
    Reminder {
        /// A bit for each day of the week; the lowest is Monday.
        days: u8,
        /// Minutes after midnight.
        minute: u16,
    },
    /// Read the file that was chosen for an import.
    Read,
    /// Export a copy of what was here before the import.
    Copy,
    /// Import what was read, with the options that the person chose.
    Import(Wish),
    /// Forget what was read.
    Close,
    /// Ask the browser to keep the data when space runs out.
    Promise,
    /// Find the texts that could not be read.
    ReadSetAside,
    /// Export the texts that were chosen of those that could not be read.
    SaveSetAside,
    /// Delete them: the person has said yes.
    DeleteSetAside,
}
