//! Data that is computed before a button is pressed, or kept from one request to the next.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{context::FilesState, dispatcher::Dispatcher},
    domain::Model,
    platform::{self, file},
    storage::{eviction, import::Backup, quarantine::CorruptText},
};

/// Data that is kept from one request to the next.
#[derive(Default)]
pub(super) struct PendingFiles {
    /// The corrupt texts for a backup, read in advance: the share sheet opens only directly in a user gesture.
    pub corrupt_texts: Option<Vec<CorruptText>>,
    /// Incremented when a file is read or the import is cancelled: an earlier read that ends later is ignored.
    pub read_count: u32,
    /// The backup whose preview is shown.
    pub backup: Option<Backup>,
    /// The data from before the import, for the copy that the person may export.
    pub before_import: Option<(Model, Vec<CorruptText>)>,
}

thread_local! {
    pub(super) static PENDING_FILES: RefCell<PendingFiles> = RefCell::default();
}

/// Computes in advance what takes the browser a while.
pub(super) fn prepare(app: &Dispatcher, files: FilesState) {
    if files.use_semicolons.get_untracked().is_none() {
        files.use_semicolons.set(Some(file::uses_decimal_comma()));
    }
    spawn_local(async move {
        if let Some(is_persisted) = file::is_persisted().await {
            files.storage_usage.update(|storage| storage.is_persisted = Some(is_persisted));
        }
    });
    let used_characters = platform::storage::used_characters(&app.0.storage);
    files
        .storage_usage
        .update(|storage| storage.low_space_percent = eviction::usage_warning_percent(used_characters, None));
    spawn_local(async move {
        if let Some(bytes) = file::estimate().await {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
            let used_tenths_mb = (bytes[0] / 100_000.0).ceil() as u32;
            files.storage_usage.update(|storage| {
                storage.used_tenths_mb = Some(used_tenths_mb);
                storage.low_space_percent = eviction::usage_warning_percent(used_characters, Some(bytes));
            });
        }
    });
    if file::has_share_sheet() {
        let app = app.clone();
        spawn_local(async move {
            let (texts, is_complete) = platform::storage::read_corrupt_texts(&app.0.storage).await;
            PENDING_FILES.with_borrow_mut(|pending| pending.corrupt_texts = is_complete.then_some(texts));
        });
    }
}

/// Asks the browser for persistent storage.
pub(super) fn request_persistence(files: FilesState) {
    spawn_local(async move {
        // Some browsers ask the person, without a time limit.
        files.storage_usage.update(|storage| storage.is_request_pending = true);
        let is_persisted = file::request_persistence().await;
        files.storage_usage.update(|storage| {
            storage.is_request_pending = false;
            storage.is_persisted = is_persisted.or(storage.is_persisted);
        });
    });
}
