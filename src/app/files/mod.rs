//! Files that are exported and imported, and the browser's promise to keep the data. All of it is in the lazy part.

mod hand_over;
mod import;
mod prepare;
mod read_history;
mod set_aside;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use self::{
    hand_over::{hand, hand_over, naming_moment},
    prepare::{HELD, prepare, request_persistence},
};
use super::{
    context::{FileResult, FilesRequest, FilesState, ImportStage},
    dispatcher::Dispatcher,
};
use crate::{
    domain::{Event, Model, history::SaveStatus},
    platform::{
        self, clock,
        file::Kind,
        storage::{exported, make_room_when_full},
    },
    storage::{
        backup,
        csv::{self, Separator},
        ics::{self, Reminder},
        set_aside::Unreadable,
    },
};

/// Does what a screen requests.
pub fn handle(app: &Dispatcher, request: FilesRequest) {
    let files = app.context().files();
    match request {
        FilesRequest::Arrived => {
            make_room_when_full(&app.0.storage);
            read_history::read_history(app);
        }
        FilesRequest::Unite => read_history::reconcile(app),
        FilesRequest::Prepare => prepare(app, files),
        FilesRequest::Backup => back_up(app, files),
        FilesRequest::Table => {
            let semicolons = files.semicolons.get_untracked() == Some(true);
            let separator = if semicolons { Separator::Semicolon } else { Separator::Comma };
            let file = app.read(|m| csv::write(m, separator, naming_moment()));
            hand(app, file, Kind::Table);
        }
        FilesRequest::Reminder { days, minute } => {
            let note = app.phrases().files.reminder.description;
            let (reminder, zone) = (Reminder { days, minute }, clock::time_zone());
            if let Some(file) = ics::write(reminder, note, zone.as_ref(), naming_moment()) {
                hand(app, file, Kind::Calendar);
            }
        }
        FilesRequest::Read => import::read(app, files),
        FilesRequest::Copy => import::save_copy(app),
        FilesRequest::Import(options) => import::import(app, files, options),
        FilesRequest::Close => {
            HELD.with_borrow_mut(|held| {
                (held.backup, held.before) = (None, None);
                held.reading += 1;
            });
            files.import.set(ImportStage::Idle);
        }
        FilesRequest::Promise => request_persistence(files),
        FilesRequest::ReadSetAside => set_aside::read(app, files),
        FilesRequest::SaveSetAside => set_aside::save(app, files),
        FilesRequest::DeleteSetAside => set_aside::delete(app, files),
    }
}

fn back_up(app: &Dispatcher, files: FilesState) {
    // Pressed again, it is the same wish.
    if files.result.get_untracked() == FileResult::Preparing {
        return;
    }
    files.result.set(FileResult::Preparing);
    let app = app.clone();
    let held = HELD.with_borrow(|held| held.unreadable.clone());
    spawn_local(async move {
        let (unreadable, is_all) = match held {
            Some(unreadable) => (unreadable, true),
            None => platform::storage::unreadable(&app.0.storage).await,
        };
        let file = app.read(|m| backup::write(m, &unreadable, naming_moment()));
        if hand_over(&app, &file, Kind::Backup, is_all).await {
            app.dispatch(Event::BackedUp(None));
            exported_along(&app, &unreadable).await;
        }
    });
}

/// Copies that a backup took along may go: what found no room because of them is tried again.
async fn exported_along(app: &Dispatcher, along: &[Unreadable]) {
    exported(along);
    let is_missing = |m: &Model| m.history.entries().any(|(_, entry)| entry.kept != SaveStatus::Both);
    if app.read(is_missing) && platform::storage::make_some_room(&app.0.storage).await {
        read_history::reconcile(app);
    }
}
