//! The texts that could not be read, one by one: found, saved as files, and deleted after a yes.

use std::collections::HashSet;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{
    hand_over::{hand, naming_moment},
    prepare::{HELD, prepare},
};
use crate::{
    app::{
        context::{FilesState, SetAsideText},
        dispatcher::Dispatcher,
    },
    domain::{Event, model::Trouble},
    platform::{self, file::Kind},
    storage::{
        file::{File, file_name},
        set_aside::{Unreadable, as_list, origin},
    },
};

/// Finds them.
pub(super) fn read(app: &Dispatcher, files: FilesState) {
    let app = app.clone();
    spawn_local(async move {
        let (texts, _) = platform::storage::unreadable(&app.0.storage).await;
        files.set_aside.set(Some(shown(texts)));
    });
}

/// Saves one as it is, or several as a list.
pub(super) fn save(app: &Dispatcher, files: FilesState) {
    let texts = chosen(files);
    let (extension, kind, text) = match &texts[..] {
        [(_, text)] => ("txt", Kind::Text, text.clone()),
        texts => ("json", Kind::Backup, as_list(texts)),
    };
    hand(app, File { name: file_name("unreadable", extension, naming_moment()), text }, kind);
}

/// Deletes them from both stores, and says how many are left.
pub(super) fn delete(app: &Dispatcher, files: FilesState) {
    let (app, gone) = (app.clone(), chosen(files));
    spawn_local(async move {
        platform::storage::delete_set_aside(&app.0.storage, gone).await;
        let (left, _) = platform::storage::unreadable(&app.0.storage).await;
        let keys: HashSet<&String> = left.iter().map(|(key, _)| key).collect();
        let set_aside = u32::try_from(keys.len()).unwrap_or(u32::MAX);
        app.dispatch(Event::TroubleFound(Trouble { set_aside, ..app.read(|m| m.trouble) }));
        files.set_aside.set(Some(shown(left)));
        // They are not for the next backup.
        HELD.with_borrow_mut(|held| held.unreadable = None);
        prepare(&app, files);
    });
}

fn shown(texts: Vec<Unreadable>) -> Vec<SetAsideText> {
    let shown = |(key, text): Unreadable| {
        let (unix_ms, name) = origin(&key);
        let name = name.to_owned();
        SetAsideText { key, unix_ms, name, text }
    };
    texts.into_iter().map(shown).collect()
}

fn chosen(files: FilesState) -> Vec<Unreadable> {
    let stored = |text: &SetAsideText| (text.key.clone(), text.text.clone());
    files.chosen_texts.with_value(|texts| texts.iter().map(stored).collect())
}
