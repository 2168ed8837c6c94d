//! What the person does during a session.

use crate::domain::{
    draft::Draft,
    effect::{Announcement, Tone},
    event::Event,
    hold::{Ending, Reason},
    model::{Model, SessionState},
    phase::{Active, LIMIT_MS, Paused, Phase, SLIP_MS, TEN_MS, Why},
    running::{MarkStatus, Running},
    session::PassEnd,
    time::Now,
};

use super::{amend, output::Output, pain_advice, resolve_spot, transitions, undo};

/// Carries out an act on the running session, if there is one and the act means something there.
pub fn act(model: &mut Model, event: &Event, now: Now, out: &mut Output) {
    let SessionState::Running(running) = &mut model.sitting else {
        return;
    };
    let before = running.course.clone();
    let acted = match running.course.phase {
        Phase::Active(active) if matches!(event, Event::FeltWrong) => {
            let wrong = feel_wrong(running, active, out);
            model.red_card |= wrong;
            wrong
        }
        Phase::Active(active) => while_active(running, active, event, now, &model.draft, out),
        Phase::Paused(paused) => while_paused(running, &paused, event, out),
        Phase::Done => false,
    };
    if acted {
        out.save = true;
        undo::remember(running, before);
    }
}

/// An act in a phase in which time runs; returns whether it is one that Undo gives back.
fn while_active(
    running: &mut Running,
    active: Active,
    event: &Event,
    now: Now,
    draft: &Draft,
    out: &mut Output,
) -> bool {
    let settled = running.is_settled(now.mono_ms);
    match (active, event) {
        (_, Event::Tapped { down_mono_ms, multi }) => {
            let meant = !multi && running.is_meant(*down_mono_ms, now.mono_ms);
            meant && big_tap(running, active, draft, out)
        }
        (_, Event::KeyTapped) => settled && big_tap(running, active, draft, out),
        (Active::Hold(holding), Event::MovedOn) => {
            transitions::end_hold(running, &holding, Ending::MovedOn);
            out.say(Announcement::MovedOn);
            transitions::roll_on(running, holding.aim.spot.position, out);
            true
        }
        // A second press right after the one that ended a hold must not skip the next mark as well.
        (Active::Roll { .. }, Event::MovedOn) => settled && skip_mark(running, out),
        (Active::Roll { .. }, Event::AtKnee) => {
            transitions::end_pass(running, PassEnd::Knee, out);
            true
        }
        (_, Event::Paused) => {
            pause(running, active, Why::Asked, out);
            true
        }
        (_, Event::StopAsked) => {
            pause(running, active, Why::Asked, out);
            ask_stop(running, true);
            true
        }
        // The hold goes on as it was after these, so there is nothing to undo.
        (Active::Hold(_), Event::TooMuchAsked) => {
            amend::amend_hold(running, |holding| holding.too_much = true);
            out.say(Announcement::TooMuch);
            false
        }
        (Active::Hold(holding), Event::PressRated(pain)) => {
            pain_advice::rate_press(running, &holding, *pain, out);
            false
        }
        (_, Event::EaseRated(pain)) => {
            pain_advice::rate_ease(running, *pain, out);
            false
        }
        _ => false,
    }
}

/// An act in a pause; returns whether it is one that Undo gives back.
fn while_paused(running: &mut Running, paused: &Paused, event: &Event, out: &mut Output) -> bool {
    match event {
        Event::Resumed => {
            running.course.phase = Phase::Active(paused.from);
            out.say(Announcement::Resumed);
            true
        }
        Event::Stopped if paused.asks_stop => {
            stop(running, paused, out);
            true
        }
        Event::TenAdded => add_ten(running, *paused),
        Event::StopAsked | Event::StopWithdrawn => {
            ask_stop(running, matches!(event, Event::StopAsked));
            false
        }
        Event::ReasonGiven(reason) if paused.why == Why::FeltWrong => {
            give_reason(running, *reason, out);
            false
        }
        Event::EaseRated(pain) => {
            pain_advice::rate_ease(running, *pain, out);
            false
        }
        _ => false,
    }
}

fn big_tap(running: &mut Running, active: Active, draft: &Draft, out: &mut Output) -> bool {
    match active {
        Active::Position { then, .. } => transitions::get_going(running, then, out),
        Active::Roll { .. } => {
            let aim = resolve_spot::here(running);
            transitions::begin_hold(running, aim, out);
        }
        Active::Hold(holding) if holding.held_ms < SLIP_MS => {
            out.say(Announcement::Slipped);
            transitions::roll_on(running, holding.aim.spot.position, out);
        }
        Active::Hold(holding) => {
            transitions::end_hold(running, &holding, Ending::Eased);
            out.play(Tone::Eased);
            out.say(Announcement::Eased);
            transitions::roll_on(running, holding.aim.spot.position, out);
        }
        Active::Switch { .. } => transitions::begin_leg(running, draft, out),
    }
    true
}

/// "Move on" while rolling: the next mark is passed over.
fn skip_mark(running: &mut Running, out: &mut Output) -> bool {
    let course = &mut running.course;
    let Some(mark) = course.next_mark() else {
        return false;
    };
    course.marks[mark].fate = MarkStatus::Skipped;
    out.say(Announcement::MovedOn);
    if let Phase::Active(Active::Roll { pacer, waited_ms }) = &mut course.phase {
        *waited_ms = 0;
        let place = pacer.position(running.pace);
        if running.course.next_mark().is_some() && running.course.target() == place {
            out.play(Tone::Here);
            transitions::at_mark(running, out);
        }
    }
    true
}

/// "This feels wrong": an open hold ends here, and rolling waits for Resume.
fn feel_wrong(running: &mut Running, active: Active, out: &mut Output) -> bool {
    let from = match active {
        Active::Hold(holding) => {
            transitions::end_hold(running, &holding, Ending::Stopped(None));
            Active::rolling_from(holding.aim.spot.position)
        }
        Active::Roll { .. } => active,
        Active::Position { .. } | Active::Switch { .. } => return false,
    };
    pause(running, from, Why::FeltWrong, out);
    true
}

fn pause(running: &mut Running, from: Active, why: Why, out: &mut Output) {
    running.course.phase = Phase::Paused(Paused { from, why, asks_stop: false, paused_ms: 0 });
    out.say(Announcement::Paused(why));
}

fn ask_stop(running: &mut Running, asks: bool) {
    if let Phase::Paused(paused) = &mut running.course.phase {
        paused.asks_stop = asks;
    }
}

fn stop(running: &mut Running, paused: &Paused, out: &mut Output) {
    if let Active::Hold(holding) = paused.from {
        transitions::end_hold(running, &holding, Ending::Stopped(Some(Reason::StopButton)));
    }
    running.course.next_leg = None;
    transitions::end_pass(running, PassEnd::Stopped, out);
}

fn add_ten(running: &mut Running, paused: Paused) -> bool {
    if !running.can_add_ten() {
        return false;
    }
    let mut from = paused.from;
    match &mut from {
        Active::Position { left_ms, .. } | Active::Switch { left_ms, .. } => {
            *left_ms = (*left_ms + TEN_MS).min(LIMIT_MS);
        }
        Active::Hold(holding) => holding.end_ms = (holding.end_ms + TEN_MS).min(LIMIT_MS),
        Active::Roll { .. } => return false,
    }
    running.course.phase = Phase::Paused(Paused { from, ..paused });
    true
}

/// The reason belongs to the hold that "This feels wrong" has just ended; while rolling there was none.
fn give_reason(running: &mut Running, reason: Reason, out: &mut Output) {
    let clock_ms = running.course.clock_ms;
    if let Some(hold) = running.course.holds.last_mut()
        && matches!(hold.ending, Ending::Stopped(_))
        && hold.start_ms.saturating_add(hold.held_ms) == clock_ms
    {
        hold.ending = Ending::Stopped(Some(reason));
        out.save = true;
    }
}
