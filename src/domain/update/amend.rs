//! Changes to a hold that are not separate actions and that Undo does not revert.

use crate::domain::{
    hold::Hold,
    phase::{Active, OpenHold, Paused, Phase},
    running::{Progress, RunningSession},
};

/// Changes the open hold, also in all undo entries: a rating is not an action and must survive the undoing of one.
pub fn amend_open_hold(running: &mut RunningSession, change: impl Fn(&mut OpenHold)) {
    let Some(start_ms) = running.progress.phase.open_hold().map(|h| h.start_ms) else {
        return;
    };
    for progress in every_progress(running) {
        if let Phase::Active(Active::Hold(open_hold))
        | Phase::Paused(Paused { from: Active::Hold(open_hold), .. }) = &mut progress.phase
            && open_hold.start_ms == start_ms
        {
            change(open_hold);
        }
    }
}

/// Changes the last finished hold in the same way. Returns whether there is one.
pub fn amend_last_hold(running: &mut RunningSession, change: impl Fn(&mut Hold)) -> bool {
    let Some(last) = running.progress.holds.len().checked_sub(1) else {
        return false;
    };
    let start_ms = running.progress.holds[last].start_ms;
    for progress in every_progress(running) {
        if let Some(hold) = progress.holds.get_mut(last)
            && hold.start_ms == start_ms
        {
            change(hold);
        }
    }
    true
}

/// The current progress and those in the undo entries.
fn every_progress(running: &mut RunningSession) -> impl Iterator<Item = &mut Progress> {
    let checkpoints = running.undo.iter_mut().map(|u| &mut u.before);
    std::iter::once(&mut running.progress).chain(checkpoints)
}
