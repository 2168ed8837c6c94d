//! Exports a file to the person, and records the result.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{context::ExportStatus, dispatcher::Dispatcher},
    domain::{Model, Now},
    platform::{
        clock,
        file::{self, FileKind},
    },
    storage::file::{ExportFile, next_file_moment},
};

/// The time used in the name of an exported file. It differs for each file, so that no name occurs twice.
pub(super) fn file_name_moment() -> Now {
    thread_local! {
        static LAST: Cell<Option<Now>> = const { Cell::new(None) };
    }
    let moment = next_file_moment(clock::now(), LAST.get());
    LAST.set(Some(moment));
    moment
}

/// Starts an export.
pub(super) fn start_export(app: &Dispatcher, file: ExportFile, kind: FileKind) {
    let app = app.clone();
    spawn_local(async move {
        export(&app, &file, kind, true).await;
    });
}

/// Exports a file, sets the export status, and returns whether the file was saved or shared. `is_complete` is false if
/// corrupt texts of a store that did not answer may be missing.
pub(super) async fn export(app: &Dispatcher, file: &ExportFile, kind: FileKind, is_complete: bool) -> bool {
    let status = app.context().files().export_status;
    // A calendar contains no sessions.
    let is_complete = kind == FileKind::Calendar || is_complete && !app.read(Model::may_have_unread_sessions);
    let on_share_sheet = || status.set(ExportStatus::WaitingForShareSheet);
    let is_saved = file::share_or_download(&file.name, kind, &file.text, on_share_sheet).await;
    status.set(match (is_saved, is_complete) {
        (false, _) => ExportStatus::NotSaved,
        (true, false) => ExportStatus::SavedIncomplete,
        (true, true) => ExportStatus::Saved,
    });
    is_saved
}
