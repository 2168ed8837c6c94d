//! Which tab runs the session: reacts to the session lock, and offers the snapshot to the tab that may continue it.

use wasm_bindgen_futures::spawn_local;

use super::dispatcher::Dispatcher;
use crate::{
    domain::{Event, running::RunningSession, session_snapshot::SessionSnapshot},
    platform::{lock::LockAnswer, storage::SnapshotWriteGuard},
};

/// The snapshot of the running session as of now.
pub(super) fn current_snapshot(app: &Dispatcher) -> Option<SessionSnapshot> {
    app.read(|m| {
        let running = m.running()?;
        Some(SessionSnapshot {
            running: RunningSession { undo: Vec::new(), ..running.clone() },
            written_unix_ms: running.last_event_at.unix_ms,
        })
    })
}

/// Another tab runs the session now: this one shows that tab's last snapshot.
pub(super) fn on_lock_lost(app: &Dispatcher) {
    let (app, read) = (app.clone(), app.0.storage.read_snapshot_and_singletons());
    spawn_local(async move {
        let read = read.await;
        if let Some(snapshot) = read.snapshot.or_else(|| current_snapshot(&app).map(Box::new)) {
            app.dispatch(Event::LockLost(snapshot));
        }
    });
}

/// Requests the lock for the session that this tab runs.
pub(super) fn request_lock(app: &Dispatcher) {
    let (app, answer) = (app.clone(), app.0.lock.request(false));
    spawn_local(async move {
        if answer.await == LockAnswer::Refused {
            on_lock_lost(&app);
        }
    });
}

/// Offers a snapshot that was found in a store to continue in this tab, unless another tab holds the lock.
pub(super) async fn claim_snapshot(
    app: &Dispatcher,
    snapshot: Box<SessionSnapshot>,
    guard: SnapshotWriteGuard,
) {
    let answer = app.0.lock.request(false);
    // If the browser has to be asked first, writes must not wait for its answer.
    let guard = Some(guard).filter(|_| app.0.lock.is_held());
    match answer.await {
        LockAnswer::Granted => app.dispatch(Event::SnapshotFound(snapshot)),
        LockAnswer::Refused if app.read(|m| m.running().is_none()) => {
            app.dispatch(Event::OtherTabSnapshotSeen(snapshot));
        }
        LockAnswer::Refused => on_lock_lost(app),
        LockAnswer::Withdrawn => {}
    }
    drop(guard);
}

/// Takes the session over from the tab that runs it.
pub(super) fn take_over(app: &Dispatcher) {
    let (app, answer) = (app.clone(), app.0.lock.request(true));
    app.update_status(|status| status.is_taking_over = true);
    spawn_local(async move {
        let is_granted = answer.await == LockAnswer::Granted;
        let snapshot =
            if is_granted { app.0.storage.read_snapshot_and_singletons().await.snapshot } else { None };
        app.update_status(|status| status.is_taking_over = false);
        if is_granted {
            app.dispatch(snapshot.map_or(Event::OtherTabEnded, Event::LockTakenOver));
        }
    });
}
