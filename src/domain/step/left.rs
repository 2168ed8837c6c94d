//! A session that the app was closed on, and one that another tab runs.

use crate::domain::{
    effect::{Effect, Said},
    history::{Body, Kept},
    hold::Ending,
    live::Live,
    model::{Model, Screen, Sitting},
    phase::{Active, Name, POSITION_MS, Paused, Phase, Then, Why},
    session::PassEnd,
    time::Now,
};

use super::{Out, finish, sitting::show, stage};

/// A live record was found. If its session has already been written, or was discarded, the record is stale.
pub fn found(model: &mut Model, live: Box<Live>, out: &mut Out) {
    let id = live.running.id;
    if is_written(model, &live) || model.discarded == Some(id) {
        return out.push(Effect::DropLive(id));
    }
    let takes = match &model.sitting {
        // A Start that waits for the gate must not write over what was left behind.
        Sitting::Idle | Sitting::Asking(_) | Sitting::Elsewhere(_) => true,
        Sitting::Found { live: known, .. } => known.running.id == id && known.order() < live.order(),
        Sitting::Running(running) => {
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
        model.sitting = Sitting::Found { live, asks_discard: false };
    }
}

/// A record that was found before the session that it led to goes.
pub fn drop_written(model: &mut Model, out: &mut Out) {
    if let Sitting::Found { live, .. } = &model.sitting
        && is_written(model, live)
    {
        out.push(Effect::DropLive(live.running.id));
        leave(model, out);
    }
}

/// Nobody sits any more, and where a session would be shown there is none.
pub fn leave(model: &mut Model, out: &mut Out) {
    model.sitting = Sitting::Idle;
    if model.screen == Screen::Session {
        show(model, Screen::Leg, out);
    }
}

/// Whether what the record leads up to has been written as a session already, or deleted.
fn is_written(model: &Model, live: &Live) -> bool {
    model
        .history
        .get(live.running.id)
        .is_some_and(|e| e.rev >= live.running.rev || matches!(e.body, Body::Deleted(_)))
}

/// "Continue".
pub fn carry_on_found(model: &mut Model, now: Now, out: &mut Out) {
    if let Sitting::Found { live, .. } = &model.sitting
        && live.can_continue(now)
    {
        let live = Live::clone(live);
        carry_on(model, live, Why::Closed, now, out);
    }
}

/// The lock was taken from another tab, on the person's word.
pub fn took_over(model: &mut Model, live: Live, now: Now, out: &mut Out) {
    if matches!(model.sitting, Sitting::Running(_) | Sitting::Asking(_)) {
        return;
    }
    if is_written(model, &live) {
        model.sitting = Sitting::Idle;
        out.push(Effect::DropLive(live.running.id));
        show(model, Screen::History, out);
    } else {
        // Nothing was closed: the person asked for the session to stop there.
        carry_on(model, live, Why::Asked, now, out);
    }
}

/// Goes on from the last written moment: an open hold is interrupted there and begun anew after the
/// countdown, anything else comes back paused.
fn carry_on(model: &mut Model, live: Live, why: Why, now: Now, out: &mut Out) {
    let mut running = live.running;
    running.epoch = running.epoch.saturating_add(1);
    running.seen = now;
    running.hidden = false;
    running.phase_began_mono_ms = now.mono_ms;
    running.undo.clear();
    let open = running.course.phase.holding().copied();
    if let Some(holding) = open {
        stage::end_hold(&mut running, &holding, Ending::Interrupted);
        running.course.phase =
            Phase::Active(Active::Position { left_ms: POSITION_MS, then: Then::Hold(holding.aim) });
        stage::call(&running.course, out);
    } else if let Some(from) = running.course.phase.underlying().copied() {
        running.course.phase = Phase::Paused(Paused { from, why, asks_stop: false, paused_ms: 0 });
        out.say(Said::Paused(why));
    }
    model.live_kept = (running.seq, Kept::Pending);
    model.sitting = Sitting::Running(Box::new(running));
    show(model, Screen::Session, out);
}

/// "Keep as interrupted": the session ends at its last written moment.
pub fn keep_interrupted(model: &mut Model, out: &mut Out) {
    let Sitting::Found { live, .. } = &model.sitting else {
        return;
    };
    let live = Live::clone(live);
    model.sitting = Sitting::Idle;
    let begun = keep(model, &live, out);
    if begun {
        finish::clear_draft(model, out);
        model.cleared_draft = None;
    }
    out.push(Effect::DropLive(live.running.id));
    show(model, if begun { Screen::History } else { Screen::Leg }, out);
}

/// Writes what a record leads up to as a session that was interrupted; false when there is nothing to write.
fn keep(model: &mut Model, live: &Live, out: &mut Out) -> bool {
    let mut running = live.running.clone();
    if let Some(holding) = running.course.phase.holding().copied() {
        stage::end_hold(&mut running, &holding, Ending::Interrupted);
    }
    if let Some(pass) = running.course.open_pass() {
        running.course.passes[pass].end = Some(PassEnd::Interrupted);
    }
    let begun = running.has_begun();
    if begun {
        let session = finish::record(&running, live.written_unix_ms, model.build, &model.history);
        finish::write(model, running.rev, session, out);
    }
    begun
}

/// "Discard": asked once, then gone.
pub fn discard(model: &mut Model, out: &mut Out) {
    let Sitting::Found { live, asks_discard } = &mut model.sitting else {
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
pub fn lock_lost(model: &mut Model, live: Box<Live>) {
    match &mut model.sitting {
        // The session is written; only going back into it is over.
        Sitting::Running(running) if running.phase_name() == Name::Done => running.undo.clear(),
        Sitting::Running(_) | Sitting::Found { .. } => model.sitting = Sitting::Elsewhere(live),
        Sitting::Idle | Sitting::Asking(_) | Sitting::Elsewhere(_) => {}
    }
}

/// Another tab runs a session.
pub fn seen_elsewhere(model: &mut Model, live: Box<Live>) {
    match model.sitting {
        Sitting::Running(_) => {}
        Sitting::Idle | Sitting::Asking(_) | Sitting::Found { .. } | Sitting::Elsewhere(_) => {
            model.sitting = Sitting::Elsewhere(live);
        }
    }
}
