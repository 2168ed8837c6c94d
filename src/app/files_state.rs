//! What components and the app tell each other about files and the browser's storage.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::domain::import_preview::{Preview, Refusal};

/// How far an import is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ImportStage {
    /// There is none.
    #[default]
    Idle,
    /// The file is being read.
    Reading,
    /// The file cannot be imported.
    Refused(Refusal),
    /// The file would bring this; the person decides.
    Asking(Preview),
    /// The sessions are being written.
    Writing,
    /// The import is done.
    Done {
        /// So many sessions are stored in one of the two stores only.
        in_one_store: usize,
        /// So many sessions could not be stored at all.
        not_stored: usize,
        /// There is a copy of the sessions from before the import.
        has_copy: bool,
    },
}

/// What became of the last file that was handed to the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileResult {
    /// There was none.
    #[default]
    Nothing,
    /// It is being made.
    Preparing,
    /// The share sheet has not said yet what became of it.
    Waiting,
    /// It was saved or shared.
    Saved,
    /// It was saved or shared, without what a store may have that has not answered.
    SavedInPart,
    /// It was not, or the person cancelled.
    NotSaved,
}

/// What the browser says of its storage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BrowserStorage {
    /// Whether it has promised to keep the data; `None` until it answers.
    pub persisted: Option<bool>,
    /// It was asked for that and has not answered.
    pub unanswered: bool,
    /// Tenths of a megabyte that all data takes; `None` until it answers.
    pub used_tenths_mb: Option<u32>,
    /// How full the stores are, in percent; `None` while there is enough room.
    pub crowded: Option<u8>,
}

/// A text that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SetAsideText {
    /// The key under which it stands.
    pub key: String,
    /// When it was set aside, unix milliseconds.
    pub unix_ms: Option<i64>,
    /// The key under which it stood before.
    pub name: String,
    /// The text.
    pub text: String,
}

/// What components and the app tell each other about files and the browser's storage.
#[derive(Clone, Copy)]
pub struct FilesState {
    /// How far an import is.
    pub import: RwSignal<ImportStage>,
    /// What became of the last file.
    pub result: RwSignal<FileResult>,
    /// What the browser says of its storage.
    pub storage: RwSignal<BrowserStorage>,
    /// Whether semicolons stand between the columns of a table; `None` until it is known what is usual here.
    pub semicolons: RwSignal<Option<bool>>,
    /// The texts that could not be read, by key; `None` until they were asked for.
    pub set_aside: RwSignal<Option<Vec<SetAsideText>>>,
    /// Those of them that the next request means. Set before it: the list may change meanwhile.
    pub chosen_texts: StoredValue<Vec<SetAsideText>>,
    /// The input in which the person chose a file to import; a component sets it before it asks to read the file.
    pub chosen_file: StoredValue<Option<HtmlInputElement>, LocalStorage>,
}

impl FilesState {
    /// Makes the signals, under the current owner.
    pub(super) fn new() -> Self {
        Self {
            import: RwSignal::default(),
            result: RwSignal::default(),
            storage: RwSignal::default(),
            semicolons: RwSignal::default(),
            set_aside: RwSignal::default(),
            chosen_texts: StoredValue::default(),
            chosen_file: StoredValue::new_local(None),
        }
    }
}
