//! State about files and the browser's storage that components and the app share.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::domain::import_preview::{ImportError, ImportPreview};

/// The progress of an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ImportStage {
    /// No import.
    #[default]
    Idle,
    /// The file is being read.
    Reading,
    /// The file cannot be imported.
    Rejected(ImportError),
    /// The person sees what the import would change, and decides.
    AwaitingConfirmation(ImportPreview),
    /// The sessions are being written.
    Writing,
    /// The import is done.
    Done {
        /// The number of sessions that are stored in only one of the two stores.
        in_one_store: usize,
        /// The number of sessions that could not be stored at all.
        not_stored: usize,
        /// A backup of the sessions from before the import can be saved.
        has_copy: bool,
    },
}

/// The status of the last export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExportStatus {
    /// No export.
    #[default]
    Idle,
    /// The file is being created.
    Preparing,
    /// The share sheet is open.
    WaitingForShareSheet,
    /// The file was saved or shared.
    Saved,
    /// The file was saved or shared, but a store did not answer, and its data may be missing.
    SavedIncomplete,
    /// Saving failed, or the person cancelled.
    NotSaved,
}

/// What the browser reports about its storage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StorageUsage {
    /// Whether the storage is persistent (`navigator.storage.persisted`); `None` until it is known.
    pub is_persisted: Option<bool>,
    /// Persistence was requested, and the browser has not answered.
    pub is_request_pending: bool,
    /// Size of all stored data in tenths of a megabyte; `None` until it is known.
    pub used_tenths_mb: Option<u32>,
    /// How full the stores are, in percent; `None` while there is enough space.
    pub low_space_percent: Option<u8>,
}

/// A corrupt text in quarantine.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct QuarantinedText {
    /// The key under which it is stored.
    pub key: String,
    /// When it was quarantined, unix milliseconds.
    pub unix_ms: Option<i64>,
    /// The key under which it was stored before.
    pub name: String,
    /// The text.
    pub text: String,
}

/// State about files and the browser's storage that components and the app share.
#[derive(Clone, Copy)]
pub struct FilesState {
    /// The progress of an import.
    pub import: RwSignal<ImportStage>,
    /// The status of the last export.
    pub export_status: RwSignal<ExportStatus>,
    /// What the browser reports about its storage.
    pub storage_usage: RwSignal<StorageUsage>,
    /// Whether CSV columns are separated by semicolons; `None` until the usual separator of the person's region is
    /// known.
    pub use_semicolons: RwSignal<Option<bool>>,
    /// The corrupt texts in quarantine, sorted by key; `None` until they have been read.
    pub quarantined: RwSignal<Option<Vec<QuarantinedText>>>,
    /// The texts that the next request to save or delete applies to. Set before it, because the list may change
    /// meanwhile.
    pub selected_texts: StoredValue<Vec<QuarantinedText>>,
    /// The input in which the person chose a file to import. Set before the request to read it.
    pub import_input: StoredValue<Option<HtmlInputElement>, LocalStorage>,
}

impl FilesState {
    /// Creates the signals under the current reactive owner.
    pub(super) fn new() -> Self {
        Self {
            import: RwSignal::default(),
            export_status: RwSignal::default(),
            storage_usage: RwSignal::default(),
            use_semicolons: RwSignal::default(),
            quarantined: RwSignal::default(),
            selected_texts: StoredValue::default(),
            import_input: StoredValue::new_local(None),
        }
    }
}
