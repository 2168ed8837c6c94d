//! Reads the stored sessions: first from localStorage, then from both stores together.

use std::cell::Cell;

use wasm_bindgen_futures::spawn_local;

use super::super::{context::ImportStage, dispatcher::Dispatcher};
use crate::{
    domain::{
        Event,
        draft::Draft,
        history::{Body, Entry, SaveStatus},
        model::{ReadStatus, SessionState, Trouble},
        session::SessionId,
    },
    platform::storage::{self, Reconciled, Wait},
};
use leptos::prelude::*;

thread_local! {
    /// Somebody waits for the database, until it answers.
    static WAITS: Cell<bool> = const { Cell::new(false) };
}

/// Reads localStorage, then opens what has waited for it, then reconciles both stores.
pub(super) fn read_history(app: &Dispatcher) {
    let app = app.clone();
    spawn_local(async move {
        let read = storage::read_history(&app.0.storage).await;
        take_in(&app, read.entries, read.trouble);
        app.history_is_loaded();
        reconcile(&app);
    });
}

/// Reconciles both stores and takes in what this one did not know.
pub(super) fn reconcile(app: &Dispatcher) {
    let trouble = app.read(|m| m.trouble);
    if matches!(trouble.read, ReadStatus::Unanswered | ReadStatus::Refused) {
        app.0.storage.ask_database_again();
        app.dispatch(Event::TroubleFound(Trouble { read: ReadStatus::Pending, ..trouble }));
    }
    reconcile_within(app, Wait::WithPatience);
}

fn reconcile_within(app: &Dispatcher, wait: Wait) {
    let history = app.read(|m| m.history.clone());
    let (app, reconciled) = (app.clone(), storage::reconcile(&app.0.storage, history, wait));
    spawn_local(async move {
        let found = reconciled.await;
        if wait == Wait::UntilItAnswers {
            WAITS.set(false);
        }
        take_in_reconciled(&app, found);
    });
}

/// Takes in what both stores know. A database that was waited for in vain is waited for on, and gets what it misses when
/// it answers; nobody is told but by what is shown.
pub(super) fn take_in_reconciled(app: &Dispatcher, found: Reconciled) {
    take_in(app, found.entries, found.trouble);
    recount_imported(app);
    app.take_later(found.later);
    if found.live && app.read(|m| m.sitting == SessionState::Idle) {
        // It may have been discarded since.
        app.ask_other_store();
    }
    if found.timed_out && !WAITS.replace(true) {
        reconcile_within(app, Wait::UntilItAnswers);
    }
}

/// What is said of an import is still shown: sessions that a slow store has taken meanwhile are not missing any more.
fn recount_imported(app: &Dispatcher) {
    let import = app.context().files().import;
    if !matches!(import.get_untracked(), ImportStage::Done { .. }) {
        return;
    }
    let count = |kept: SaveStatus| {
        let is_so =
            |(_, entry): &(SessionId, &Entry)| entry.kept == kept && matches!(entry.body, Body::Full(_));
        app.read(|m| m.history.entries().filter(is_so).count())
    };
    let [one, nowhere] = [SaveStatus::One, SaveStatus::Nowhere].map(count);
    import.update(|stage| {
        if let ImportStage::Done { in_one_store, not_stored, .. } = stage {
            let missing = *in_one_store + *not_stored;
            *not_stored = nowhere.min(*not_stored);
            *in_one_store = one.min(missing - *not_stored);
        }
    });
}

fn take_in(app: &Dispatcher, entries: Vec<(SessionId, Entry)>, trouble: Trouble) {
    app.dispatch(Event::Found(entries));
    if trouble != app.read(|m| m.trouble) {
        app.dispatch(Event::TroubleFound(trouble));
    }
    // Without a draft the leg is the one whose turn it is.
    let turn = app.read(|m| m.history.next_first_leg(m.now.unix_ms));
    if !app.0.storage.has_draft() && app.read(|m| m.draft == Draft::empty(turn.other())) {
        app.dispatch(Event::DraftFound(Draft::empty(turn)));
    }
}
