//! Files that are handed to the person, and what became of them.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{context::FileResult, dispatcher::Dispatcher},
    domain::{Model, Now},
    platform::{
        clock,
        file::{self, Kind},
    },
    storage::file::{File, next_moment},
};

/// The moment by which a file is called.
pub(super) fn naming_moment() -> Now {
    thread_local! {
        static LAST: Cell<Option<Now>> = const { Cell::new(None) };
    }
    let moment = next_moment(clock::now(), LAST.get());
    LAST.set(Some(moment));
    moment
}

/// Hands a file over.
pub(super) fn hand(app: &Dispatcher, file: File, kind: Kind) {
    let app = app.clone();
    spawn_local(async move {
        hand_over(&app, &file, kind, true).await;
    });
}

/// Hands a file over, says what became of it, and returns whether it was taken. `is_all` is false where something that
/// could not be read may be missing in it.
pub(super) async fn hand_over(app: &Dispatcher, file: &File, kind: Kind, is_all: bool) -> bool {
    let result = app.context().files().result;
    // No session is in a calendar.
    let is_all = kind == Kind::Calendar || is_all && !app.read(Model::may_lack_sessions);
    let is_taken = file::hand_over(&file.name, kind, &file.text, || result.set(FileResult::Waiting)).await;
    result.set(match (is_taken, is_all) {
        (false, _) => FileResult::NotSaved,
        (true, false) => FileResult::SavedInPart,
        (true, true) => FileResult::Saved,
    });
    is_taken
}
