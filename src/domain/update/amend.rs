//! Changes of a hold that are no act of their own, and that outlive the undoing of one.

use crate::domain::{
    hold::Hold,
    phase::{Active, Holding, Paused, Phase},
    running::{Course, Running},
};

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
