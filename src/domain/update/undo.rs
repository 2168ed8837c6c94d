//! Undo in a session: restores the progress before an action and replays the time since then.

use crate::domain::{
    effect::{Announcement, Effect},
    model::{Model, SessionState},
    phase::Phase,
    running::{Progress, RunningSession, UndoEntry},
    time::{Elapsed, Now},
};

use super::{output::Output, tick};

/// Remembers the progress before an action.
pub fn push_undo_entry(running: &mut RunningSession, before: Progress) {
    running.undo.push(UndoEntry { before, steady_ms: 0, gap_ms: 0 });
}

/// Restores the progress before the last action and replays the time since then, so that a hold that is opened again
/// counts from its original start. Ignored right after a phase began, because the press was meant for the phase before.
pub fn undo_last(model: &mut Model, now: Now, out: &mut Output) {
    let SessionState::Running(running) = &mut model.session_state else {
        return;
    };
    if !running.accepts_input(now.mono_ms) {
        return;
    }
    let Some(last) = running.undo.pop() else {
        return;
    };
    let undone = std::mem::replace(&mut running.progress, last.before);
    match undone.phase {
        Phase::Done => {
            running.end_notice_ms = 0;
            running.rev = model.history.next_rev(running.id);
            if let Some(draft) = model.cleared_draft.take() {
                model.draft = draft;
                out.push(Effect::SaveDraft);
            }
        }
        Phase::Paused(_) | Phase::Active(_) => {}
    }
    out.announce(Announcement::Undone);
    out.is_muted = true;
    tick::advance_by(running, Elapsed::Steady(last.steady_ms), &model.draft, out);
    if last.gap_ms > 0 {
        tick::advance_by(running, Elapsed::Gap(last.gap_ms), &model.draft, out);
    }
    out.is_muted = false;
    out.save_snapshot = true;
}
