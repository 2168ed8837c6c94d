//! Interrupted sessions, and sessions that another tab runs.

use crate::domain::{
    effect::{Announcement, Effect},
    history::{RevisionBody, SaveStatus},
    hold::Ending,
    model::{Model, SessionState},
    phase::{Active, AfterCountdown, POSITION_MS, PauseReason, Paused, Phase, PhaseName},
    screen::Screen,
    session::PassEnd,
    session_snapshot::SessionSnapshot,
    time::Now,
};

use super::{finish, lifecycle::show_screen, output::Output, transitions};

/// A snapshot was found. It is removed if its session has been stored or discarded already.
pub fn snapshot_found(model: &mut Model, snapshot: Box<SessionSnapshot>, out: &mut Output) {
    let id = snapshot.running.id;
    if is_stored(model, &snapshot) || model.discarded_session == Some(id) {
        return out.push(Effect::RemoveSnapshot(id));
    }
    let is_offered = match &model.session_state {
        // A new session, waiting at the safety gate, must not overwrite the interrupted one.
        SessionState::Idle | SessionState::GateOpen(_) | SessionState::InOtherTab(_) => true,
        SessionState::Interrupted { snapshot: known, .. } => {
            known.running.id == id && known.version() < snapshot.version()
        }
        SessionState::Running(running) => {
            // The store that holds it was slow, and another session runs already: it is stored as interrupted without
            // asking. In a store that does not answer in time the snapshot is quarantined instead.
            if running.id != id {
                store_as_interrupted(model, &snapshot, out);
                out.push(Effect::RemoveSnapshot(id));
            }
            return;
        }
    };
    if is_offered {
        model.session_state = SessionState::Interrupted { snapshot, is_confirming_discard: false };
    }
}

/// Removes the interrupted session if its finished session has been found in the meantime.
pub fn remove_stored_session_snapshot(model: &mut Model, out: &mut Output) {
    if let SessionState::Interrupted { snapshot, .. } = &model.session_state
        && is_stored(model, snapshot)
    {
        out.push(Effect::RemoveSnapshot(snapshot.running.id));
        leave_session(model, out);
    }
}

/// Removes the session from the model and leaves the session screen.
pub fn leave_session(model: &mut Model, out: &mut Output) {
    model.session_state = SessionState::Idle;
    if model.screen == Screen::Session {
        show_screen(model, Screen::Leg, out);
    }
}

/// Whether the session of the snapshot has been stored as finished, or deleted.
fn is_stored(model: &Model, snapshot: &SessionSnapshot) -> bool {
    model
        .history
        .get(snapshot.running.id)
        .is_some_and(|e| e.rev >= snapshot.running.rev || matches!(e.body, RevisionBody::Deleted(_)))
}

/// "Continue" was pressed.
pub fn continue_interrupted(model: &mut Model, now: Now, out: &mut Output) {
    if let SessionState::Interrupted { snapshot, .. } = &model.session_state
        && snapshot.can_continue(now)
    {
        let snapshot = SessionSnapshot::clone(snapshot);
        resume(model, snapshot, PauseReason::Closed, now, out);
    }
}

/// The session lock was taken over from another tab, as the person asked.
pub fn lock_taken_over(model: &mut Model, snapshot: SessionSnapshot, now: Now, out: &mut Output) {
    if matches!(model.session_state, SessionState::Running(_) | SessionState::GateOpen(_)) {
        return;
    }
    if is_stored(model, &snapshot) {
        model.session_state = SessionState::Idle;
        out.push(Effect::RemoveSnapshot(snapshot.running.id));
        show_screen(model, Screen::History, out);
    } else if !snapshot.can_continue(now) {
        // Too old to continue: it can be kept as interrupted or discarded.
        model.session_state =
            SessionState::Interrupted { snapshot: Box::new(snapshot), is_confirming_discard: false };
    } else {
        // The other tab was not closed: the person asked to move the session.
        resume(model, snapshot, PauseReason::Asked, now, out);
    }
}

/// Resumes from a snapshot: an open hold ends as interrupted and a new hold on the same spot follows a countdown; any
/// other phase comes back paused.
fn resume(model: &mut Model, snapshot: SessionSnapshot, reason: PauseReason, now: Now, out: &mut Output) {
    let mut running = snapshot.running;
    let away_ms = now.unix_ms.saturating_sub(snapshot.written_unix_ms).max(0);
    running.elapsed_ms = running.elapsed_ms.saturating_add(away_ms);
    running.epoch = running.epoch.saturating_add(1);
    running.last_event_at = now;
    running.is_hidden = false;
    running.phase_began_mono_ms = now.mono_ms;
    running.undo.clear();
    let open = running.progress.phase.open_hold().copied();
    if let Some(open_hold) = open {
        transitions::end_hold(&mut running, &open_hold, Ending::Interrupted);
        running.progress.phase = Phase::Active(Active::Position {
            remaining_ms: POSITION_MS,
            next: AfterCountdown::Hold(open_hold.target),
        });
        transitions::announce_leg(&running.progress, out);
    } else if let Some(from) = running.progress.phase.underlying().copied() {
        // After "This feels wrong" its steps continue.
        let reason = match running.progress.phase {
            Phase::Paused(Paused { reason: wrong @ PauseReason::FeltWrong(_), .. }) => wrong,
            Phase::Paused(_) | Phase::Active(_) | Phase::Done => reason,
        };
        running.progress.phase =
            Phase::Paused(Paused { from, reason, is_confirming_stop: false, paused_ms: 0 });
        out.announce(Announcement::Paused(reason));
    }
    model.snapshot_save_status = (running.seq, SaveStatus::Pending);
    model.session_state = SessionState::Running(Box::new(running));
    show_screen(model, Screen::Session, out);
}

/// "Keep as interrupted": the session ends at the moment of its snapshot.
pub fn keep_as_interrupted(model: &mut Model, out: &mut Output) {
    let SessionState::Interrupted { snapshot, .. } = &model.session_state else {
        return;
    };
    let snapshot = SessionSnapshot::clone(snapshot);
    model.session_state = SessionState::Idle;
    let is_saved = store_as_interrupted(model, &snapshot, out);
    if is_saved {
        finish::clear_draft(model, out);
        model.cleared_draft = None;
    }
    out.push(Effect::RemoveSnapshot(snapshot.running.id));
    show_screen(model, if is_saved { Screen::History } else { Screen::Leg }, out);
}

/// Stores the session of a snapshot as interrupted. Returns `false` if nothing was rolled or held.
fn store_as_interrupted(model: &mut Model, snapshot: &SessionSnapshot, out: &mut Output) -> bool {
    let mut running = snapshot.running.clone();
    if let Some(open_hold) = running.progress.phase.open_hold().copied() {
        transitions::end_hold(&mut running, &open_hold, Ending::Interrupted);
    }
    if let Some(pass) = running.progress.open_pass_index() {
        running.progress.passes[pass].end = Some(PassEnd::Interrupted);
    }
    let is_saved = running.has_activity();
    if is_saved {
        let session = finish::build_session(&running, model.build, &model.history);
        finish::save_revision(model, running.rev, session, out);
    }
    is_saved
}

/// "Discard": asks for confirmation, the second time discards.
pub fn discard_pressed(model: &mut Model, out: &mut Output) {
    let SessionState::Interrupted { snapshot, is_confirming_discard } = &mut model.session_state else {
        return;
    };
    if *is_confirming_discard {
        let id = snapshot.running.id;
        model.discarded_session = Some(id);
        out.push(Effect::RemoveSnapshot(id));
        leave_session(model, out);
    } else {
        *is_confirming_discard = true;
    }
}

/// Another tab took the session lock: this tab only shows that tab's session from now on.
pub fn lock_lost(model: &mut Model, snapshot: Box<SessionSnapshot>) {
    match &mut model.session_state {
        // The session is stored; it can only no longer be undone.
        SessionState::Running(running) if running.phase_name() == PhaseName::Done => running.undo.clear(),
        SessionState::Running(_) | SessionState::Interrupted { .. } => {
            model.session_state = SessionState::InOtherTab(snapshot);
        }
        SessionState::Idle | SessionState::GateOpen(_) | SessionState::InOtherTab(_) => {}
    }
}

/// Another tab runs a session.
pub fn other_tab_snapshot_seen(model: &mut Model, snapshot: Box<SessionSnapshot>) {
    match model.session_state {
        SessionState::Running(_) => {}
        SessionState::Idle
        | SessionState::GateOpen(_)
        | SessionState::Interrupted { .. }
        | SessionState::InOtherTab(_) => {
            model.session_state = SessionState::InOtherTab(snapshot);
        }
    }
}
