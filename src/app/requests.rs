//! What components request that only the browser can do.

use crate::domain::import_preview::ImportOptions;

/// A request of a component to the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppRequest {
    /// Run a task that needs the lazy part, which is loaded first if necessary.
    RunTask(LazyTask),
    /// Drop the task that waits for the lazy part.
    CancelTask,
    /// Load the lazy part.
    LoadLazyPart,
    /// Play a tone, say a sentence and vibrate, as a session would.
    PlaySoundCheck,
    /// Say a sentence with the chosen voice.
    PlayVoiceSample,
    /// Do something with files or the browser's storage. Ignored until the lazy part is loaded.
    Files(FilesRequest),
    /// Show the browser's dialog that installs the app.
    ShowInstallPrompt,
    /// Reload with the new version of the app, which is downloaded.
    ApplyUpdate,
    /// Fetch the phrases of the chosen language again.
    RetryLanguage,
}

/// What needs the lazy part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LazyTask {
    /// Start a session.
    StartSession,
    /// Continue the interrupted session.
    ContinueInterrupted,
    /// Keep the interrupted session as it is.
    KeepInterrupted,
    /// Take over the session that another tab runs.
    TakeOverSession,
    /// Export all data as a backup file.
    ExportBackup,
}

/// Requests about files and the browser's storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilesRequest {
    /// Read the stored sessions. Sent once, when the lazy part is loaded: its screens open when the sessions have
    /// been read ([`super::lazy_state::LazyState::Loaded`]).
    ReadHistory,
    /// Reconcile both stores.
    Reconcile,
    /// Compute in advance what takes a while, before a button is pressed.
    Prepare,
    /// Export all data as a backup file.
    ExportBackup,
    /// Export the holds as CSV, separated as
    /// [`FilesState::use_semicolons`](super::files_state::FilesState::use_semicolons) says.
    ExportCsv,
    /// Export a calendar reminder.
    ExportReminder {
        /// One bit per day of the week; the lowest is Monday.
        days: u8,
        /// Minutes after midnight.
        minute: u16,
    },
    /// Read the file that was chosen for an import.
    ReadImportFile,
    /// Export a backup of the data from before the import.
    ExportPreImportCopy,
    /// Import the file that was read, with the options that the person chose.
    Import(ImportOptions),
    /// Discard the file that was read.
    CancelImport,
    /// Ask the browser for persistent storage.
    RequestPersistence,
    /// List the corrupt texts in quarantine.
    ReadQuarantined,
    /// Export the selected corrupt texts.
    SaveQuarantined,
    /// Delete the selected corrupt texts. The person has confirmed it.
    DeleteQuarantined,
}
