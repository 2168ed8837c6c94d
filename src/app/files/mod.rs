//! Exports, imports, and persistent storage. Everything here is in the lazy part.

mod export;
mod import;
mod pending_files;
mod quarantine;
mod read_history;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use self::{
    export::{export, file_name_moment, start_export},
    pending_files::{PENDING_FILES, prepare, request_persistence},
};
use super::{
    context::{ExportStatus, FilesRequest, FilesState, ImportStage},
    dispatcher::Dispatcher,
};
use crate::{
    domain::{Event, Model, history::SaveStatus},
    platform::{
        self, clock,
        file::FileKind,
        storage::{allow_eviction, record_export},
    },
    storage::{
        backup,
        csv::{self, Separator},
        ics::{self, CalendarReminder},
        quarantine::CorruptText,
    },
};

/// Handles a request of a component.
pub fn handle(app: &Dispatcher, request: FilesRequest) {
    let files = app.context().files();
    match request {
        FilesRequest::ReadHistory => {
            allow_eviction(&app.0.storage);
            read_history::read_history(app);
        }
        FilesRequest::Reconcile => read_history::reconcile(app),
        FilesRequest::Prepare => prepare(app, files),
        FilesRequest::ExportBackup => export_backup(app, files),
        FilesRequest::ExportCsv => {
            let use_semicolons = files.use_semicolons.get_untracked() == Some(true);
            let separator = if use_semicolons { Separator::Semicolon } else { Separator::Comma };
            let file = app.read(|m| csv::write(m, separator, file_name_moment()));
            start_export(app, file, FileKind::Csv);
        }
        FilesRequest::ExportReminder { days, minute } => {
            let note = app.text().files.reminder.description;
            let (reminder, zone) =
                (CalendarReminder { weekdays: days, minute_of_day: minute }, clock::time_zone());
            if let Some(file) = ics::write(reminder, note, zone.as_ref(), file_name_moment()) {
                start_export(app, file, FileKind::Calendar);
            }
        }
        FilesRequest::ReadImportFile => import::read(app, files),
        FilesRequest::ExportPreImportCopy => import::export_pre_import_copy(app),
        FilesRequest::Import(options) => import::import(app, files, options),
        FilesRequest::CancelImport => {
            PENDING_FILES.with_borrow_mut(|pending| {
                (pending.backup, pending.before_import) = (None, None);
                pending.read_count = pending.read_count.wrapping_add(1);
            });
            files.import.set(ImportStage::Idle);
        }
        FilesRequest::RequestPersistence => request_persistence(files),
        FilesRequest::ReadQuarantined => quarantine::read(app, files),
        FilesRequest::SaveQuarantined => quarantine::save(app, files),
        FilesRequest::DeleteQuarantined => quarantine::delete(app, files),
    }
}

fn export_backup(app: &Dispatcher, files: FilesState) {
    // A second press does nothing.
    if files.export_status.get_untracked() == ExportStatus::Preparing {
        return;
    }
    files.export_status.set(ExportStatus::Preparing);
    let app = app.clone();
    let prepared = PENDING_FILES.with_borrow(|pending| pending.corrupt_texts.clone());
    spawn_local(async move {
        let (texts, is_complete) = match prepared {
            Some(texts) => (texts, true),
            None => platform::storage::read_corrupt_texts(&app.0.storage).await,
        };
        let file = app.read(|m| backup::write(m, &texts, file_name_moment()));
        if export(&app, &file, FileKind::Backup, is_complete).await {
            app.dispatch(Event::BackedUp(None));
            after_corrupt_texts_exported(&app, &texts).await;
        }
    });
}

/// Corrupt texts that a backup contains may be deleted from the stores. If sessions had no space because of them,
/// they are written again.
async fn after_corrupt_texts_exported(app: &Dispatcher, texts: &[CorruptText]) {
    record_export(texts);
    let has_unsaved =
        |m: &Model| m.history.entries().any(|(_, entry)| entry.save_status != SaveStatus::InBothStores);
    if app.read(has_unsaved) && platform::storage::free_some_space(&app.0.storage).await {
        read_history::reconcile(app);
    }
}
