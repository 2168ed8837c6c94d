//! Lists, exports and deletes the corrupt texts in quarantine.

use std::collections::HashSet;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{
    export::{file_name_moment, start_export},
    pending_files::{PENDING_FILES, prepare},
};
use crate::{
    app::{
        context::{FilesState, QuarantinedText},
        dispatcher::Dispatcher,
    },
    domain::{Event, model::StorageHealth},
    platform::{self, file::FileKind},
    storage::{
        file::{ExportFile, file_name},
        quarantine::{CorruptText, parse_quarantine_key, to_json_list},
    },
};

/// Lists them.
pub(super) fn read(app: &Dispatcher, files: FilesState) {
    let app = app.clone();
    spawn_local(async move {
        let (texts, _) = platform::storage::read_corrupt_texts(&app.0.storage).await;
        files.quarantined.set(Some(to_quarantined(texts)));
    });
}

/// Exports one text as it is, or several as a JSON list.
pub(super) fn save(app: &Dispatcher, files: FilesState) {
    let texts = selected(files);
    let (extension, kind, text) = match &texts[..] {
        [(_, text)] => ("txt", FileKind::Text, text.clone()),
        texts => ("json", FileKind::Backup, to_json_list(texts)),
    };
    start_export(
        app,
        ExportFile { name: file_name("unreadable", extension, file_name_moment()), text },
        kind,
    );
}

/// Deletes the selected texts from both stores, and updates the list and the warning.
pub(super) fn delete(app: &Dispatcher, files: FilesState) {
    let (app, deleted) = (app.clone(), selected(files));
    spawn_local(async move {
        platform::storage::delete_corrupt_texts(&app.0.storage, deleted).await;
        let (remaining_texts, _) = platform::storage::read_corrupt_texts(&app.0.storage).await;
        let keys: HashSet<&String> = remaining_texts.iter().map(|(key, _)| key).collect();
        let quarantined = u32::try_from(keys.len()).unwrap_or(u32::MAX);
        app.dispatch(Event::StorageHealthChanged(StorageHealth {
            quarantined,
            ..app.read(|m| m.storage_health)
        }));
        files.quarantined.set(Some(to_quarantined(remaining_texts)));
        // The next backup must not contain them.
        PENDING_FILES.with_borrow_mut(|pending| pending.corrupt_texts = None);
        prepare(&app, files);
    });
}

fn to_quarantined(texts: Vec<CorruptText>) -> Vec<QuarantinedText> {
    let convert = |(key, text): CorruptText| {
        let (unix_ms, name) = parse_quarantine_key(&key);
        let name = name.to_owned();
        QuarantinedText { key, unix_ms, name, text }
    };
    texts.into_iter().map(convert).collect()
}

fn selected(files: FilesState) -> Vec<CorruptText> {
    let stored = |text: &QuarantinedText| (text.key.clone(), text.text.clone());
    files.selected_texts.with_value(|texts| texts.iter().map(stored).collect())
}
