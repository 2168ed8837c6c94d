//! Imports a backup: reads the chosen file, shows a preview, and merges it after confirmation. Works in time slices,
//! so that the browser can paint in between.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{
    export::{file_name_moment, start_export},
    pending_files::{PENDING_FILES, prepare, request_persistence},
    read_history,
};
use crate::{
    app::{
        context::{FilesState, ImportStage},
        dispatcher::Dispatcher,
    },
    domain::{
        Event, Model,
        history::{History, RevisionBody, SaveStatus},
        import_preview::{ImportError, ImportOptions, ImportPreview},
        referral,
        unknown_fields::UnknownFields,
    },
    platform::{
        self, clock,
        file::{self, FileKind, ReadFileError},
        time_slice::TimeSlice,
    },
    storage::{
        backup,
        file::{ExportFile, file_name},
        import::{self, Backup, ImportReader},
        quarantine::{self, CorruptText},
    },
};

/// Reads the chosen file, and keeps the current data: the person can export a copy of it before the import.
///
/// The copy is offered as a file and not written into the stores: there it would take the space that sessions need,
/// be lost together with the original, and be part of every later backup. An import overwrites nothing; the copy is
/// for a person who imported somebody else's file.
pub(super) fn read(app: &Dispatcher, files: FilesState) {
    let app = app.clone();
    let input = files.import_input.try_update_value(Option::take).flatten();
    let Some(file) = input.and_then(|input| file::selected_file(&input)) else { return };
    let read_count = PENDING_FILES.with_borrow_mut(|pending| {
        pending.read_count = pending.read_count.wrapping_add(1);
        pending.read_count
    });
    files.import.set(ImportStage::Reading);
    spawn_local(async move {
        let read = read_file(&app, &file).await;
        // If the person has closed the dialog meanwhile, it must not open again.
        if PENDING_FILES.with_borrow(|pending| pending.read_count) == read_count {
            files.import.set(match read {
                Err(why) => ImportStage::Rejected(why),
                Ok((backup, before, preview)) => {
                    PENDING_FILES.with_borrow_mut(|pending| {
                        (pending.backup, pending.before_import) = (Some(backup), Some(before));
                    });
                    ImportStage::AwaitingConfirmation(preview)
                }
            });
        }
    });
}

/// How many sessions one event adds to the model: the views are updated each time.
const SESSIONS_PER_EVENT: usize = 4_000;
/// How many bytes of a file are parsed between two checks of the time slice: one or two milliseconds.
const BYTES_PER_STEP: usize = 16 << 10;

/// The data from before the import, and the corrupt texts in quarantine.
type DataBeforeImport = (Model, Vec<CorruptText>);

async fn read_file(
    app: &Dispatcher,
    file: &web_sys::File,
) -> Result<(Backup, DataBeforeImport, ImportPreview), ImportError> {
    // A file in UTF-16 has two bytes per ASCII character.
    let bytes = file::read(file, 2 * import::MAX_FILE_BYTES + 2).await.map_err(|error| match error {
        ReadFileError::TooLarge => ImportError::TooLarge,
        ReadFileError::Failed => ImportError::Unreadable,
    })?;
    let (mut reader, mut slice) = (ImportReader::from_bytes(bytes), TimeSlice::begin());
    let mut backup = loop {
        if let Some(backup) = reader.step(BYTES_PER_STEP)? {
            break backup;
        }
        slice.yield_if_over().await;
    };
    let (unreadable, has_answered) = platform::storage::read_corrupt_texts(&app.0.storage).await;
    let new = quarantine::without_known(std::mem::take(&mut backup.corrupt_texts), &unreadable);
    let room = quarantine::MAX_IN_BACKUP.saturating_sub(unreadable.len());
    backup.corrupt_texts = quarantine::pack(new, room, clock::now().unix_ms);
    let (mut preview, mut next) = (ImportPreview::default(), Some(0));
    while let Some(from) = next {
        next = app.read(|m| import::preview_step(&backup, m, from, &mut preview));
        slice.yield_if_over().await;
    }
    preview.is_incomplete |= !has_answered;
    Ok((backup, (app.read(Model::clone), unreadable), preview))
}

/// Exports the data from before the import.
pub(super) fn export_pre_import_copy(app: &Dispatcher) {
    let file = PENDING_FILES.with_borrow(|pending| {
        let (model, unreadable) = pending.before_import.as_ref()?;
        let now = file_name_moment();
        Some(ExportFile {
            name: file_name("before-import", "json", now),
            ..backup::write(model, unreadable, now)
        })
    });
    if let Some(file) = file {
        start_export(app, file, FileKind::Backup);
    }
}

/// Merges the backup whose preview is shown.
pub(super) fn import(app: &Dispatcher, files: FilesState, options: ImportOptions) {
    let Some(backup) = PENDING_FILES.with_borrow_mut(|pending| pending.backup.take()) else { return };
    let before = app.read(|m| m.history.clone());
    let has_copy = before.entries().next().is_some();
    files.import.set(ImportStage::Writing);
    let app = app.clone();
    spawn_local(async move {
        let (mut history, mut next, mut slice) = (History::default(), Some(0), TimeSlice::begin());
        while let Some(from) = next {
            next = app.read(|m| import::merge_step(&backup, m, options, from, &mut history));
            slice.yield_if_over().await;
        }
        let (quarantined, storage_health) = (backup.corrupt_texts.clone(), app.read(|m| m.storage_health));
        let imported =
            platform::storage::import(&app.0.storage, history, quarantined, &before, storage_health).await;
        let Some(mut reconciled) = imported else {
            return files.import.set(ImportStage::Rejected(ImportError::InsufficientStorage));
        };
        let with_status = |status: SaveStatus| {
            reconciled.entries.iter().filter(move |(_, entry)| entry.save_status == status)
        };
        let in_one_store = with_status(SaveStatus::InOneStore)
            .filter(|(_, entry)| matches!(entry.body, RevisionBody::Full(_)))
            .count();
        let not_stored = with_status(SaveStatus::NotSaved).count();
        for chunk in std::mem::take(&mut reconciled.entries).chunks(SESSIONS_PER_EVENT) {
            app.dispatch(Event::SessionsFound(chunk.to_vec()));
            slice.yield_if_over().await;
        }
        read_history::apply_reconciled(&app, reconciled);
        slice.yield_if_over().await;
        apply_meta(&app, &backup, &before, not_stored == 0);
        slice.yield_if_over().await;
        // Last: if the import is interrupted, the person has the sessions and not only other settings.
        if options.replace_settings
            && let Some(mut settings) = backup.settings
        {
            // Keep the fields of a newer version, unless the file has its own.
            if settings.unknown == UnknownFields::NONE {
                settings.unknown = app.read(|m| m.settings.unknown.clone());
            }
            app.dispatch(Event::SettingsChanged(settings));
        }
        PENDING_FILES.with_borrow_mut(|pending| pending.corrupt_texts = None);
        prepare(&app, files);
        files.import.set(ImportStage::Done { in_one_store, not_stored, has_copy });
        request_persistence(files);
    });
}

/// What an import changes besides the sessions.
fn apply_meta(app: &Dispatcher, backup: &Backup, before: &History, is_all_stored: bool) {
    // The person has this file: it counts as a backup.
    if is_all_stored && app.read(|m| import::covers_history(backup, m)) {
        app.dispatch(Event::BackedUp(Some(backup.created_unix_ms)));
    }
    let has_new_referral = |m: &Model| {
        let read_unix_ms = m.meta.referral_read_unix_ms;
        referral::has_hidden_new_referral(before, &m.history, read_unix_ms, m.now.unix_ms)
    };
    if app.read(has_new_referral) {
        app.dispatch(Event::ReferralMarkedUnread);
    }
}
