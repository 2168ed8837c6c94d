//! Runs the effects that an update returns.

use super::{
    dispatcher::Dispatcher,
    session_lock::{current_snapshot, on_lock_lost, take_over},
    sound, stored_state,
};
use crate::{
    domain::{Effect, Event, history::SaveStatus, session_id::SessionId},
    platform::storage::SnapshotSaveResult,
};

pub(super) fn run(app: &Dispatcher, effect: Effect) {
    let inner = &app.0;
    match effect {
        Effect::SaveSnapshot => save_snapshot(app),
        Effect::RemoveSnapshot(id) => inner.storage.remove_snapshot(id),
        Effect::SaveSession { rev, session } => {
            inner.storage.save_session(rev, &session, report_saved(app, session.id, rev));
        }
        Effect::SaveTombstone { id, rev, unix_ms } => {
            inner.storage.save_tombstone(id, rev, unix_ms, report_saved(app, id, rev));
        }
        Effect::SaveDraft => app.read(|m| inner.storage.save_draft(&m.draft)),
        Effect::SaveSettings => app.read(|m| inner.storage.save_settings(&m.settings)),
        Effect::SaveMeta => app.read(|m| inner.storage.save_meta(&m.meta)),
        Effect::PlayTone(tone) => sound::play(app, tone),
        // The dispatcher collects the announcements of an event: they are spoken as one.
        Effect::Announce(_) => {}
        Effect::ShowScreen(screen) => inner.page_history.navigate_to(screen),
        Effect::StealSessionLock => take_over(app),
        Effect::ClaimFreeSessionLock => stored_state::claim_free_lock(app),
    }
}

/// Dispatches where a revision of a session was saved.
fn report_saved(app: &Dispatcher, id: SessionId, rev: u32) -> impl Fn(SaveStatus) + use<> {
    let app = app.clone();
    move |status| app.dispatch(Event::SessionSaved(id, rev, status))
}

fn save_snapshot(app: &Dispatcher) {
    let Some(snapshot) = current_snapshot(app) else { return };
    let (seq, reporter) = (snapshot.running.seq, app.clone());
    app.0.storage.save_snapshot(&snapshot, move |saved| match saved {
        SnapshotSaveResult::Saved(status) => reporter.dispatch(Event::SnapshotSaved(seq, status)),
        SnapshotSaveResult::LostLock => on_lock_lost(&reporter),
    });
}
