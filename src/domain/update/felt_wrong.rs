//! "This feels wrong": off the roller first, then the reason, then the advice and the choice how to continue.

use crate::domain::{
    effect::Announcement,
    event::Event,
    hold::{Ending, StopReason},
    phase::{Active, FeltWrongStep, PauseReason, Paused, Phase},
    running::{MarkStatus, RunningSession},
    session::{MAX_FELT_WRONG_PER_PASS, PassEnd},
    session_display::CarryOn,
};

use super::{output::Output, transitions};

/// "This feels wrong": ends an open hold and pauses.
pub fn pause(running: &mut RunningSession, active: Active, out: &mut Output) -> bool {
    let from = match active {
        Active::Hold(open_hold) => {
            transitions::end_hold(running, &open_hold, Ending::Stopped(None));
            Active::rolling_from(open_hold.target.spot.position)
        }
        Active::Roll { pacer, .. } => {
            if let Some(pass) = running.progress.open_pass_index() {
                let felt_wrong = &mut running.progress.passes[pass].felt_wrong;
                if felt_wrong.len() == MAX_FELT_WRONG_PER_PASS {
                    felt_wrong.remove(0);
                }
                felt_wrong.push(None);
            }
            Active::Roll { pacer, waited_ms: 0, rest: None }
        }
        Active::Position { .. } | Active::Switch { .. } => return false,
    };
    transitions::pause(running, from, PauseReason::FeltWrong(FeltWrongStep::LeaveRoller), out);
    true
}

/// Applies an action in the pause after "This feels wrong". Returns whether it can be undone.
pub fn apply_action(
    running: &mut RunningSession,
    paused: Paused,
    step: FeltWrongStep,
    event: &Event,
    out: &mut Output,
) -> bool {
    match (step, event) {
        (FeltWrongStep::LeaveRoller, Event::CameOffRoller) => {
            go_to_step(running, paused, FeltWrongStep::AskReason, out);
            false
        }
        (FeltWrongStep::AskReason, Event::ReasonGiven(reason)) => {
            store_reason(running, *reason);
            out.save_snapshot = true;
            false
        }
        (FeltWrongStep::AskReason, Event::ReasonStepFinished) => {
            go_to_step(running, paused, FeltWrongStep::Advice, out);
            false
        }
        (FeltWrongStep::Advice, Event::StoppedForToday) => {
            transitions::stop_session(running, &paused, out);
            true
        }
        (FeltWrongStep::Advice, Event::CarriedOn) => match running.carry_on_target() {
            Some(CarryOn::Roll) => {
                running.progress.phase = Phase::Active(paused.from);
                out.announce(Announcement::Resumed);
                true
            }
            Some(CarryOn::NextSpot) => {
                let position = running.roller_position();
                // If the pacer waits at a mark, that is where it felt wrong.
                if let Some(mark) =
                    running.progress.next_mark_index().filter(|_| running.waiting_at_spot().is_some())
                {
                    running.progress.marks[mark].status = MarkStatus::Skipped;
                }
                out.announce(Announcement::Resumed);
                transitions::roll_on(running, position, out);
                true
            }
            Some(CarryOn::NextLeg) => {
                transitions::end_pass(running, PassEnd::Stopped, out);
                true
            }
            None => false,
        },
        (FeltWrongStep::LeaveRoller | FeltWrongStep::AskReason | FeltWrongStep::Advice, _) => false,
    }
}

/// Moves on to a step of "This feels wrong".
fn go_to_step(running: &mut RunningSession, paused: Paused, step: FeltWrongStep, out: &mut Output) {
    running.progress.phase = Phase::Paused(Paused { reason: PauseReason::FeltWrong(step), ..paused });
    out.save_snapshot = true;
    match step {
        FeltWrongStep::LeaveRoller => out.announce(Announcement::Paused(PauseReason::FeltWrong(step))),
        FeltWrongStep::AskReason => out.announce(Announcement::ReasonAsked),
        FeltWrongStep::Advice => out.announce(Announcement::SafetyAdvice),
    }
}

/// Stores the reason in the hold that "This feels wrong" has just ended, or in the pass if it happened while rolling.
fn store_reason(running: &mut RunningSession, reason: StopReason) {
    let progress = &mut running.progress;
    if let Some(hold) = progress.hold_just_stopped_index() {
        progress.holds[hold].ending = Ending::Stopped(Some(reason));
    } else if let Some(pass) = progress.open_pass_index()
        && let Some(last) = progress.passes[pass].felt_wrong.last_mut()
    {
        *last = Some(reason);
    }
}
