//! What is found out before a button is pressed, and what is held from one asking to the next.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{context::FilesState, dispatcher::Dispatcher},
    domain::Model,
    platform::{self, file},
    storage::{eviction, import::Backup, set_aside::Unreadable},
};

/// What is held from one asking to the next.
#[derive(Default)]
pub(super) struct Held {
    /// The texts that could not be read, found before a button is pressed: the share sheet opens only at once.
    pub unreadable: Option<Vec<Unreadable>>,
    /// Number of the last reading of a file: what comes of an earlier one is not wanted any more.
    pub reading: u32,
    /// The backup that is being looked at.
    pub backup: Option<Backup>,
    /// What was here when it was chosen: written only if it is asked for.
    pub before: Option<(Model, Vec<Unreadable>)>,
}

thread_local! {
    pub(super) static HELD: RefCell<Held> = RefCell::default();
}

/// What takes the browser a while is done before it is wanted.
pub(super) fn prepare(app: &Dispatcher, files: FilesState) {
    if files.semicolons.get_untracked().is_none() {
        files.semicolons.set(Some(file::writes_decimal_comma()));
    }
    spawn_local(async move {
        if let Some(persisted) = file::is_persisted().await {
            files.storage.update(|storage| storage.persisted = Some(persisted));
        }
    });
    let used = platform::storage::used(&app.0.storage);
    files.storage.update(|storage| storage.crowded = eviction::crowded(used, None));
    spawn_local(async move {
        if let Some(bytes) = file::estimate().await {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "`as` saturates, which is what is wanted"
            )]
            let used_tenths_mb = (bytes[0] / 100_000.0).ceil() as u32;
            files.storage.update(|storage| {
                storage.used_tenths_mb = Some(used_tenths_mb);
                storage.crowded = eviction::crowded(used, Some(bytes));
            });
        }
    });
    if file::has_share_sheet() {
        let app = app.clone();
        spawn_local(async move {
            let (unreadable, is_all) = platform::storage::unreadable(&app.0.storage).await;
            HELD.with_borrow_mut(|held| held.unreadable = is_all.then_some(unreadable));
        });
    }
}

/// Asks the browser to promise that it keeps the data.
pub(super) fn request_persistence(files: FilesState) {
    spawn_local(async move {
        // Some browsers ask the person, for as long as that takes.
        files.storage.update(|storage| storage.unanswered = true);
        let persisted = file::request_persistence().await;
        files.storage.update(|storage| {
            storage.unanswered = false;
            storage.persisted = persisted.or(storage.persisted);
        });
    });
}
