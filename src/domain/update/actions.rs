//! The person's actions during a session.

use crate::domain::{
    draft::Draft,
    effect::Announcement,
    event::Event,
    hold::Ending,
    model::{Model, SessionState},
    phase::{
        Active, LIMIT_MS, MIN_HOLD_MS, OpenHold, PauseReason, Paused, Phase, Rest, RestReason, TEN_SECONDS_MS,
    },
    running::{MarkStatus, RunningSession},
    session::PassEnd,
    time::Now,
    tone::Tone,
};

use super::{felt_wrong, hold_target, output::Output, pain_advice, transitions, undo};

/// Applies an action to the running session, if there is one and the action has a meaning in its phase.
pub fn apply_action(model: &mut Model, event: &Event, now: Now, out: &mut Output) {
    let SessionState::Running(running) = &mut model.session_state else {
        return;
    };
    // A press right after a phase began was meant for the phase before. The big tap has its own rules, and a rating
    // changes no phase.
    let is_exempt =
        matches!(event, Event::BigTapped { .. } | Event::HoldPainRated(_) | Event::PainAtEaseRated(_));
    if !is_exempt && !running.accepts_input(now.mono_ms) {
        return;
    }
    let before = running.progress.clone();
    let can_be_undone = match running.progress.phase {
        Phase::Active(active) => apply_while_active(running, active, event, now, &model.draft, out),
        Phase::Paused(paused) => apply_while_paused(running, &paused, event, out),
        Phase::Done => false,
    };
    if can_be_undone {
        out.save_snapshot = true;
        undo::push_undo_entry(running, before);
    }
}

/// Applies an action in an active phase. Returns whether it can be undone.
fn apply_while_active(
    running: &mut RunningSession,
    active: Active,
    event: &Event,
    now: Now,
    draft: &Draft,
    out: &mut Output,
) -> bool {
    match (active, event) {
        (_, Event::BigTapped { down_mono_ms, is_multi_touch }) => {
            let is_intended = !is_multi_touch && running.is_intended_tap(*down_mono_ms, now.mono_ms);
            is_intended && big_tap(running, active, draft, out)
        }
        (_, Event::BigTappedByKey) => big_tap(running, active, draft, out),
        (Active::Hold(open_hold), Event::MovedOn) => {
            transitions::end_hold(running, &open_hold, Ending::MovedOn);
            out.announce(Announcement::MovedOn);
            transitions::roll_on(running, open_hold.target.spot.position, out);
            true
        }
        // The roller is still where the hold was, so rolling on from there skips no mark.
        (Active::Roll { pacer, rest: Some(_), .. }, Event::MovedOn) => {
            let position = pacer.position(running.pacer_seconds);
            transitions::end_rest(running, position, out);
            true
        }
        (Active::Roll { rest: None, .. }, Event::MovedOn) => skip_mark(running, out),
        (Active::Roll { .. }, Event::AtKnee) => {
            transitions::end_pass(running, PassEnd::Knee, out);
            true
        }
        (_, Event::Paused) => {
            transitions::pause(running, active, PauseReason::Asked, out);
            true
        }
        (_, Event::StopPressed) => {
            transitions::pause(running, active, PauseReason::Asked, out);
            set_confirming_stop(running, true);
            true
        }
        (_, Event::FeltWrong) => felt_wrong::pause(running, active, out),
        // These do not change the course of the hold, so there is nothing to undo.
        (Active::Hold(open_hold), Event::TooMuchPressed) => {
            pain_advice::give_less_weight_advice(running, &open_hold, out);
            false
        }
        (Active::Hold(open_hold), Event::HoldPainRated(pain)) => {
            pain_advice::rate_open_hold(running, &open_hold, *pain, out);
            false
        }
        (_, Event::PainAtEaseRated(pain)) => {
            pain_advice::rate_last_hold(running, *pain, out);
            false
        }
        _ => false,
    }
}

/// Applies an action in a pause. Returns whether it can be undone.
fn apply_while_paused(
    running: &mut RunningSession,
    paused: &Paused,
    event: &Event,
    out: &mut Output,
) -> bool {
    match (paused.reason, event) {
        (PauseReason::FeltWrong(step), _) => felt_wrong::apply_action(running, *paused, step, event, out),
        (PauseReason::Asked | PauseReason::Slept | PauseReason::Closed, event) => {
            apply_in_ordinary_pause(running, paused, event, out)
        }
    }
}

/// Applies an action in a pause other than the one after "This feels wrong". Returns whether it can be undone.
fn apply_in_ordinary_pause(
    running: &mut RunningSession,
    paused: &Paused,
    event: &Event,
    out: &mut Output,
) -> bool {
    match event {
        Event::Resumed => {
            running.progress.phase = Phase::Active(paused.from);
            out.announce(Announcement::Resumed);
            true
        }
        Event::StopConfirmed if paused.is_confirming_stop => {
            transitions::stop_session(running, paused, out);
            true
        }
        Event::TenSecondsAdded => add_ten_seconds(running, *paused),
        Event::StopPressed | Event::StopCancelled => {
            set_confirming_stop(running, matches!(event, Event::StopPressed));
            false
        }
        Event::PainAtEaseRated(pain) => {
            pain_advice::rate_last_hold(running, *pain, out);
            false
        }
        _ => false,
    }
}

fn big_tap(running: &mut RunningSession, active: Active, draft: &Draft, out: &mut Output) -> bool {
    match active {
        Active::Position { next, .. } => transitions::end_countdown(running, next, out),
        // The weight has to come off first.
        Active::Roll { rest: Some(Rest { reason: RestReason::Limit, .. }), .. } => return false,
        Active::Roll { .. } => {
            let target = hold_target::hold_target(running);
            transitions::begin_hold(running, target, out);
        }
        Active::Hold(open_hold) if open_hold.held_ms < MIN_HOLD_MS => {
            drop_short_hold(running, &open_hold, out);
        }
        Active::Hold(open_hold) => {
            transitions::end_hold(running, &open_hold, Ending::Eased);
            out.play(Tone::Eased);
            out.announce(Announcement::Eased);
            transitions::begin_rest(running, open_hold.target.spot.position, RestReason::Eased);
        }
        Active::Switch { .. } => transitions::begin_leg(running, draft, out),
    }
    true
}

/// Drops a hold that was too short. At a mark the roller has not moved, so only that is announced and not "roll on".
fn drop_short_hold(running: &mut RunningSession, open_hold: &OpenHold, out: &mut Output) {
    running.progress.phase = Phase::Active(Active::rolling_from(open_hold.target.spot.position));
    if let Some(n) = running.waiting_at_spot() {
        out.announce(Announcement::StillAtSpot(n));
    } else {
        out.announce(Announcement::HoldTooShort);
        transitions::roll_on(running, open_hold.target.spot.position, out);
    }
}

/// "Move on" while rolling: skips the next mark.
fn skip_mark(running: &mut RunningSession, out: &mut Output) -> bool {
    let progress = &mut running.progress;
    let Some(mark) = progress.next_mark_index() else {
        return false;
    };
    progress.marks[mark].status = MarkStatus::Skipped;
    out.announce(Announcement::MovedOn);
    if let Phase::Active(Active::Roll { pacer, waited_ms, rest }) = &mut progress.phase {
        *waited_ms = 0;
        *rest = None;
        let position = pacer.position(running.pacer_seconds);
        if running.progress.next_mark_index().is_some() && running.progress.target_position() == position {
            out.play(Tone::AtMark);
            transitions::announce_arrival(running, out);
        }
    }
    true
}

fn set_confirming_stop(running: &mut RunningSession, asks: bool) {
    if let Phase::Paused(paused) = &mut running.progress.phase {
        paused.is_confirming_stop = asks;
    }
}

fn add_ten_seconds(running: &mut RunningSession, paused: Paused) -> bool {
    if !running.can_add_ten() {
        return false;
    }
    let mut from = paused.from;
    match &mut from {
        Active::Position { remaining_ms, .. } | Active::Switch { remaining_ms, .. } => {
            *remaining_ms = (*remaining_ms + TEN_SECONDS_MS).min(LIMIT_MS);
        }
        Active::Hold(open_hold) => open_hold.end_ms = (open_hold.end_ms + TEN_SECONDS_MS).min(LIMIT_MS),
        Active::Roll { .. } => return false,
    }
    running.progress.phase = Phase::Paused(Paused { from, ..paused });
    true
}
