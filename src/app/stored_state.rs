//! Loads into the model what the database has and what other tabs write.

use wasm_bindgen_futures::spawn_local;

use super::{
    context::{FilesRequest, LazyState},
    dispatcher::Dispatcher,
    session_lock::claim_snapshot,
};
use crate::{
    domain::{Event, model::StorageHealth},
    platform::{
        device,
        lock::{LockAnswer, has_locks},
        storage::SnapshotRead,
    },
    storage::{load::Singletons, storage_event::StorageChange},
};

/// Reads the snapshot and the singletons from the database, which may be newer: a killed browser often loses its last
/// writes to localStorage.
pub(super) fn read_snapshot_and_singletons(app: &Dispatcher) {
    let (app, read) = (app.clone(), app.0.storage.read_snapshot_and_singletons());
    spawn_local(async move {
        let SnapshotRead { snapshot, later_singletons: later, guard } = read.await;
        apply_singletons(&app, later);
        match snapshot {
            Some(snapshot) => claim_snapshot(&app, snapshot, guard).await,
            None => app.dispatch(Event::OtherTabEnded),
        }
    });
}

/// Applies newer singletons from the database.
pub(super) fn apply_singletons(app: &Dispatcher, newer: Singletons) {
    if let Some(settings) = newer.settings {
        app.dispatch(Event::SettingsChanged(settings));
    }
    if let Some(meta) = newer.meta {
        app.dispatch(Event::MetaFound(meta));
    }
    // If the person has edited the draft meanwhile, theirs is newer.
    if let Some(draft) = newer.draft.filter(|_| !app.read(|m| m.draft.can_undo())) {
        app.dispatch(Event::DraftFound(draft));
    }
}

/// Requests the lock if no tab is running the other tab's session, and offers that session here.
///
/// Only if the page is visible: while the tab that runs the session reloads, it has no lock for a moment, and it is
/// the one to continue. Without Web Locks, nothing tells the two cases apart.
pub(super) fn claim_free_lock(app: &Dispatcher) {
    if !has_locks() || device::is_hidden() || !app.0.lock.is_free() {
        return;
    }
    let (app, answer) = (app.clone(), app.0.lock.request(false));
    spawn_local(async move {
        // A timeout counts as granted, but not here: the session may still be running.
        if answer.await == LockAnswer::Granted && app.0.lock.is_held() {
            read_snapshot_and_singletons(&app);
        }
    });
}

/// Reads the value that another tab wrote under a key of localStorage; `None` stands for all keys.
pub(super) fn read_key(app: &Dispatcher, key: Option<&str>) {
    match app.0.storage.read_change(key) {
        StorageChange::Session(id, entry) => app.dispatch(Event::SessionsFound(vec![(id, *entry)])),
        StorageChange::SessionSnapshot(snapshot) => app.dispatch(Event::OtherTabSnapshotSeen(snapshot)),
        StorageChange::SnapshotRemoved => app.dispatch(Event::OtherTabEnded),
        StorageChange::Draft(draft) => app.dispatch(Event::DraftFound(*draft)),
        StorageChange::Settings(settings) => app.dispatch(Event::SettingsFound(settings)),
        StorageChange::Meta(meta) => app.dispatch(Event::MetaFound(meta)),
        StorageChange::Newer => {
            let health = app.read(|m| m.storage_health);
            app.dispatch(Event::StorageHealthChanged(StorageHealth { has_newer: true, ..health }));
        }
        StorageChange::Everything if app.status().lazy_state == LazyState::Loaded => {
            app.handle_files(FilesRequest::Reconcile);
        }
        // When the lazy part is loaded, it reads both stores and reconciles them.
        StorageChange::Nothing | StorageChange::Everything => {}
    }
}
