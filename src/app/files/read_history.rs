//! Reads the stored sessions: first from localStorage, then from both stores.

use std::cell::Cell;

use wasm_bindgen_futures::spawn_local;

use leptos::prelude::*;

use crate::{
    app::{
        context::ImportStage,
        dispatcher::Dispatcher,
        stored_state::{apply_singletons, read_snapshot_and_singletons},
        tasks::on_history_loaded,
    },
    domain::{
        Event,
        draft::Draft,
        history::{RevisionBody, SaveStatus, SessionEntry},
        model::{ReadStatus, SessionState, StorageHealth},
        session::SessionId,
    },
    platform::storage::{self, Reconciled, Wait},
};

thread_local! {
    /// A reconciliation waits for the database without a timeout.
    static IS_WAITING: Cell<bool> = const { Cell::new(false) };
}

/// Reads localStorage, opens the screens of the lazy part, then reconciles both stores.
pub(super) fn read_history(app: &Dispatcher) {
    let app = app.clone();
    spawn_local(async move {
        let read = storage::read_history(&app.0.storage).await;
        apply(&app, read.entries, read.storage_health);
        on_history_loaded(&app);
        reconcile(&app);
    });
}

/// Reconciles both stores and applies the result.
pub(super) fn reconcile(app: &Dispatcher) {
    let health = app.read(|m| m.storage_health);
    if matches!(health.read, ReadStatus::Unanswered | ReadStatus::Refused) {
        app.0.storage.reset_database_timeout();
        app.dispatch(Event::StorageHealthChanged(StorageHealth { read: ReadStatus::Pending, ..health }));
    }
    start_reconcile(app, Wait::WithTimeout);
}

fn start_reconcile(app: &Dispatcher, wait: Wait) {
    let history = app.read(|m| m.history.clone());
    let (app, reconciled) = (app.clone(), storage::reconcile(&app.0.storage, history, wait));
    spawn_local(async move {
        let found = reconciled.await;
        if wait == Wait::Indefinitely {
            IS_WAITING.set(false);
        }
        apply_reconciled(&app, found);
    });
}

/// Applies what both stores contain. If the database timed out, another reconciliation waits for it in the background
/// and writes what it lacks.
pub(super) fn apply_reconciled(app: &Dispatcher, found: Reconciled) {
    apply(app, found.entries, found.storage_health);
    update_import_counts(app);
    apply_singletons(app, found.later_singletons);
    if found.has_snapshot && app.read(|m| m.session_state == SessionState::Idle) {
        // Read again, because the session may have been discarded meanwhile.
        read_snapshot_and_singletons(app);
    }
    if found.timed_out && !IS_WAITING.replace(true) {
        start_reconcile(app, Wait::Indefinitely);
    }
}

/// Updates the result of an import while it is shown: a slow store may have saved sessions meanwhile.
fn update_import_counts(app: &Dispatcher) {
    let import = app.context().files().import;
    if !matches!(import.get_untracked(), ImportStage::Done { .. }) {
        return;
    }
    let count = |status: SaveStatus| {
        let matches_status = |(_, entry): &(SessionId, &SessionEntry)| {
            entry.save_status == status && matches!(entry.body, RevisionBody::Full(_))
        };
        app.read(|m| m.history.entries().filter(matches_status).count())
    };
    let [in_one, nowhere] = [SaveStatus::InOneStore, SaveStatus::NotSaved].map(count);
    import.update(|stage| {
        if let ImportStage::Done { in_one_store, not_stored, .. } = stage {
            let missing = *in_one_store + *not_stored;
            *not_stored = nowhere.min(*not_stored);
            *in_one_store = in_one.min(missing - *not_stored);
        }
    });
}

fn apply(app: &Dispatcher, entries: Vec<(SessionId, SessionEntry)>, health: StorageHealth) {
    app.dispatch(Event::SessionsFound(entries));
    if health != app.read(|m| m.storage_health) {
        app.dispatch(Event::StorageHealthChanged(health));
    }
    // Without a stored draft, the leg that comes first in the next session is selected.
    let first_leg = app.read(|m| m.history.next_first_leg(m.now.unix_ms));
    if !app.0.storage.has_draft() && app.read(|m| m.draft == Draft::empty(first_leg.other())) {
        app.dispatch(Event::DraftFound(Draft::empty(first_leg)));
    }
}
