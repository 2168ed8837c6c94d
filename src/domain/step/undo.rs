//! Undo in a session: what an act changed is given back, and the time since then passes again.

use crate::domain::{
    effect::{Effect, Said},
    hold::Hold,
    model::{Model, Sitting},
    phase::{Active, Holding, Paused, Phase, Why},
    running::{Course, Running, Undoable},
    time::Elapsed,
};

use super::{Out, flow};

/// Keeps how things stood before an act.
pub fn remember(running: &mut Running, before: Course) {
    running.undo.push(Undoable { before, since_ms: 0, gap_ms: 0 });
}

/// Gives back how things stood before the last act, with the time since then run again: the original
/// moments stand.
pub fn undo(model: &mut Model, out: &mut Out) {
    let Sitting::Running(running) = &mut model.sitting else {
        return;
    };
    let Some(last) = running.undo.pop() else {
        return;
    };
    let undone = std::mem::replace(&mut running.course, last.before);
    match undone.phase {
        Phase::Done => {
            running.rev = model.history.next_rev(running.id);
            if let Some(draft) = model.cleared_draft.take() {
                model.draft = draft;
                out.push(Effect::SaveDraft);
            }
        }
        // The card came with the act and goes with it.
        Phase::Paused(Paused { why: Why::FeltWrong, .. }) => model.red_card = false,
        Phase::Paused(_) | Phase::Active(_) => {}
    }
    out.say(Said::Undone);
    out.quiet = true;
    flow::apply(running, Elapsed::Steady(last.since_ms), &model.draft, out);
    if last.gap_ms > 0 {
        flow::apply(running, Elapsed::Gap(last.gap_ms), &model.draft, out);
    }
    out.quiet = false;
    out.save = true;
}

/// Changes the open hold, also as Undo will give it back: a rating is no act and outlives the undoing of
/// another.
pub fn amend_hold(running: &mut Running, change: impl Fn(&mut Holding)) {
    let Some(start_ms) = running.course.phase.holding().map(|h| h.start_ms) else {
        return;
    };
    for course in courses(running) {
        if let Phase::Active(Active::Hold(holding))
        | Phase::Paused(Paused { from: Active::Hold(holding), .. }) = &mut course.phase
            && holding.start_ms == start_ms
        {
            change(holding);
        }
    }
}

/// Changes the last finished hold in the same way; returns whether there was one.
pub fn amend_last(running: &mut Running, change: impl Fn(&mut Hold)) -> bool {
    let Some(last) = running.course.holds.len().checked_sub(1) else {
        return false;
    };
    let start_ms = running.course.holds[last].start_ms;
    for course in courses(running) {
        if let Some(hold) = course.holds.get_mut(last)
            && hold.start_ms == start_ms
        {
            change(hold);
        }
    }
    true
}

fn courses(running: &mut Running) -> impl Iterator<Item = &mut Course> {
    let befores = running.undo.iter_mut().map(|u| &mut u.before);
    std::iter::once(&mut running.course).chain(befores)
}
