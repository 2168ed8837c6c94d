//! Undo in a session: what an act changed is given back, and the time since then passes again.

use crate::domain::{
    effect::{Announcement, Effect},
    model::{Model, SessionState},
    phase::Phase,
    running::{Course, Running, Undoable},
    time::{Elapsed, Now},
};

use super::{output::Output, tick};

/// Keeps how things stood before an act.
pub fn remember(running: &mut Running, before: Course) {
    running.undo.push(Undoable { before, since_ms: 0, gap_ms: 0 });
}

/// Gives back how things stood before the last act, with the time since then run again: the original
/// moments stand. What is pressed right after a phase began was not meant for the button that it has brought.
pub fn undo(model: &mut Model, now: Now, out: &mut Output) {
    let SessionState::Running(running) = &mut model.sitting else {
        return;
    };
    if !running.is_settled(now.mono_ms) {
        return;
    }
    let Some(last) = running.undo.pop() else {
        return;
    };
    let undone = std::mem::replace(&mut running.course, last.before);
    match undone.phase {
        Phase::Done => {
            running.farewell_ms = 0;
            running.rev = model.history.next_rev(running.id);
            if let Some(draft) = model.cleared_draft.take() {
                model.draft = draft;
                out.push(Effect::SaveDraft);
            }
        }
        Phase::Paused(_) | Phase::Active(_) => {}
    }
    out.say(Announcement::Undone);
    out.quiet = true;
    tick::apply(running, Elapsed::Steady(last.since_ms), &model.draft, out);
    if last.gap_ms > 0 {
        tick::apply(running, Elapsed::Gap(last.gap_ms), &model.draft, out);
    }
    out.quiet = false;
    out.save = true;
}
