//! A session that the app was closed on, and one that another tab runs.

use crate::domain::{
    effect::{Announcement, Effect},
    history::{Body, SaveStatus},
    hold::Ending,
    live::SessionSnapshot,
    model::{Model, Screen, SessionState},
    phase::{Active, Name, POSITION_MS, Paused, Phase, Then, Why},
    session::PassEnd,
    time::Now,
};

use super::{finish, lifecycle::show, output::Output, transitions};

/// A live record was found. If its session has already been written, or was discarded, the record is stale.
pub fn found(model: &mut Model, live: Box<SessionSnapshot>, out: &mut Output) {
    let id = live.running.id;
    if is_written(model, &live) || model.discarded == Some(id) {
        return out.push(Effect::DropLive(id));
    }
    let takes = match &model.sitting {
        // A Start that waits for the gate must not write over what was left behind.
        SessionState::Idle | SessionState::Asking(_) | SessionState::Elsewhere(_) => true,
        SessionState::Found { live: known, .. } => known.running.id == id && known.order() < live.order(),
        SessionState::Running(running) => {
            // The store that knew of it was slow, and somebody is on the mat again: they are not asked. A store that is
            // slower than anyone's patience keeps the record as one that was set aside.
            if running.id != id {
                keep(model, &live, out);
                out.push(Effect::DropLive(id));
            }
            return;
        }
    };
    if takes {
        model.sitting = SessionState::Found { live, asks_discard: false };
    }
}

/// A record that was found before the session that it led to goes.
pub fn drop_written(model: &mut Model, out: &mut Output) {
    if let SessionState::Found { live, .. } = &model.sitting
        && is_written(model, live)
    {
        out.push(Effect::DropLive(live.running.id));
        leave(model, out);
    }
}

/// Nobody sits any more, and where a session would be shown there is none.
pub fn leave(model: &mut Model, out: &mut Output) {
    model.sitting = SessionState::Idle;
    if model.screen == Screen::Session {
        show(model, Screen::Leg, out);
    }
}

/// Whether what the record leads up to has been written as a session already, or deleted.
fn is_written(model: &Model, live: &SessionSnapshot) -> bool {
    model
        .history
        .get(live.running.id)
        .is_some_and(|e| e.rev >= live.running.rev || matches!(e.body, Body::Deleted(_)))
}

/// "Continue".
pub fn carry_on_found(model: &mut Model, now: Now, out: &mut Output) {
    if let SessionState::Found { live, .. } = &model.sitting
        && live.can_continue(now)
    {
        let live = SessionSnapshot::clone(live);
        carry_on(model, live, Why::Closed, now, out);
    }
}

/// The lock was taken from another tab, on the person's word.
pub fn took_over(model: &mut Model, live: SessionSnapshot, now: Now, out: &mut Output) {
    if matches!(model.sitting, SessionState::Running(_) | SessionState::Asking(_)) {
        return;
    }
    if is_written(model, &live) {
        model.sitting = SessionState::Idle;
        out.push(Effect::DropLive(live.running.id));
        show(model, Screen::History, out);
    } else if !live.can_continue(now) {
        // Too long ago, as after a fresh opening: to be kept as interrupted or discarded.
        model.sitting = SessionState::Found { live: Box::new(live), asks_discard: false };
    } else {
        // Nothing was closed: the person asked for the session to stop there.
        carry_on(model, live, Why::Asked, now, out);
    }
}

/// Goes on from the last written moment: an open hold is interrupted there and begun anew after the
/// countdown, anything else comes back paused.
fn carry_on(model: &mut Model, live: SessionSnapshot, why: Why, now: Now, out: &mut Output) {
    let mut running = live.running;
    let away_ms = now.unix_ms.saturating_sub(live.written_unix_ms).max(0);
    running.elapsed_ms = running.elapsed_ms.saturating_add(away_ms);
    running.epoch = running.epoch.saturating_add(1);
    running.seen = now;
    running.hidden = false;
    running.phase_began_mono_ms = now.mono_ms;
    running.undo.clear();
    let open = running.course.phase.holding().copied();
    if let Some(holding) = open {
        transitions::end_hold(&mut running, &holding, Ending::Interrupted);
        running.course.phase =
            Phase::Active(Active::Position { left_ms: POSITION_MS, then: Then::Hold(holding.aim) });
        transitions::call(&running.course, out);
    } else if let Some(from) = running.course.phase.underlying().copied() {
        // Whoever felt something wrong is still led off the roller and to the advice.
        let why = match running.course.phase {
            Phase::Paused(Paused { why: wrong @ Why::FeltWrong(_), .. }) => wrong,
            Phase::Paused(_) | Phase::Active(_) | Phase::Done => why,
        };
        running.course.phase = Phase::Paused(Paused { from, why, asks_stop: false, paused_ms: 0 });
        out.say(Announcement::Paused(why));
    }
    model.live_kept = (running.seq, SaveStatus::Pending);
    model.sitting = SessionState::Running(Box::new(running));
    show(model, Screen::Session, out);
}

/// "Keep as interrupted": the session ends at its last written moment.
pub fn keep_interrupted(model: &mut Model, out: &mut Output) {
    let SessionState::Found { live, .. } = &model.sitting else {
        return;
    };
    let live = SessionSnapshot::clone(live);
    model.sitting = SessionState::Idle;
    let begun = keep(model, &live, out);
    if begun {
        finish::clear_draft(model, out);
        model.cleared_draft = None;
    }
    out.push(Effect::DropLive(live.running.id));
    show(model, if begun { Screen::History } else { Screen::Leg }, out);
}

/// Writes what a record leads up to as a session that was interrupted; false when there is nothing to write.
fn keep(model: &mut Model, live: &SessionSnapshot, out: &mut Output) -> bool {
    let mut running = live.running.clone();
    if let Some(holding) = running.course.phase.holding().copied() {
        transitions::end_hold(&mut running, &holding, Ending::Interrupted);
    }
    if let Some(pass) = running.course.open_pass() {
        running.course.passes[pass].end = Some(PassEnd::Interrupted);
    }
    let begun = running.has_begun();
    if begun {
        let session = finish::record(&running, model.build, &model.history);
        finish::write(model, running.rev, session, out);
    }
    begun
}

/// "Discard": asked once, then gone.
pub fn discard(model: &mut Model, out: &mut Output) {
    let SessionState::Found { live, asks_discard } = &mut model.sitting else {
        return;
    };
    if *asks_discard {
        let id = live.running.id;
        model.discarded = Some(id);
        out.push(Effect::DropLive(id));
        leave(model, out);
    } else {
        *asks_discard = true;
    }
}

/// Another tab took the lock: this one only watches from now on.
pub fn lock_lost(model: &mut Model, live: Box<SessionSnapshot>) {
    match &mut model.sitting {
        // The session is written; only going back into it is over.
        SessionState::Running(running) if running.phase_name() == Name::Done => running.undo.clear(),
        SessionState::Running(_) | SessionState::Found { .. } => {
            model.sitting = SessionState::Elsewhere(live);
        }
        SessionState::Idle | SessionState::Asking(_) | SessionState::Elsewhere(_) => {}
    }
}

/// Another tab runs a session.
pub fn seen_elsewhere(model: &mut Model, live: Box<SessionSnapshot>) {
    match model.sitting {
        SessionState::Running(_) => {}
        SessionState::Idle
        | SessionState::Asking(_)
        | SessionState::Found { .. }
        | SessionState::Elsewhere(_) => {
            model.sitting = SessionState::Elsewhere(live);
        }
    }
}
