//! What the person does during a session.

use crate::domain::{
    draft::Draft,
    effect::{Announcement, Tone},
    event::Event,
    hold::{Ending, Reason},
    model::{Model, SessionState},
    phase::{Active, Holding, LIMIT_MS, Paused, Phase, Rest, RestReason, SLIP_MS, TEN_MS, Why, WrongStep},
    running::{MarkStatus, Running},
    session::{MOST_FELT_WRONG, PassEnd},
    session_display::CarryOn,
    time::Now,
};

use super::{output::Output, pain_advice, resolve_spot, transitions, undo};

/// Carries out an act on the running session, if there is one and the act means something there.
pub fn act(model: &mut Model, event: &Event, now: Now, out: &mut Output) {
    let SessionState::Running(running) = &mut model.sitting else {
        return;
    };
    // What is pressed right after a phase began was meant for the phase before. A finger on the whole screen has rules of
    // its own, and a rating changes no phase.
    let is_free = matches!(event, Event::Tapped { .. } | Event::PressRated(_) | Event::EaseRated(_));
    if !is_free && !running.is_settled(now.mono_ms) {
        return;
    }
    let before = running.course.clone();
    let acted = match running.course.phase {
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
    match (active, event) {
        (_, Event::Tapped { down_mono_ms, multi }) => {
            let meant = !multi && running.is_meant(*down_mono_ms, now.mono_ms);
            meant && big_tap(running, active, draft, out)
        }
        (_, Event::KeyTapped) => big_tap(running, active, draft, out),
        (Active::Hold(holding), Event::MovedOn) => {
            transitions::end_hold(running, &holding, Ending::MovedOn);
            out.say(Announcement::MovedOn);
            transitions::roll_on(running, holding.aim.spot.position, out);
            true
        }
        // The roller stands where the hold was: going on from there passes over no mark.
        (Active::Roll { pacer, rest: Some(_), .. }, Event::MovedOn) => {
            let place = pacer.position(running.pace);
            transitions::end_rest(running, place, out);
            true
        }
        (Active::Roll { rest: None, .. }, Event::MovedOn) => skip_mark(running, out),
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
        (_, Event::FeltWrong) => feel_wrong(running, active, out),
        // The hold goes on as it was after these, so there is nothing to undo.
        (Active::Hold(holding), Event::TooMuchAsked) => {
            pain_advice::ask(running, &holding, out);
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
    match (paused.why, event) {
        (Why::FeltWrong(step), _) => after_feeling_wrong(running, *paused, step, event, out),
        (Why::Asked | Why::Slept | Why::Closed, event) => while_standing(running, paused, event, out),
    }
}

/// An act in a pause that nothing wrong led to.
fn while_standing(running: &mut Running, paused: &Paused, event: &Event, out: &mut Output) -> bool {
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
        // The weight has to come off first.
        Active::Roll { rest: Some(Rest { reason: RestReason::Limit, .. }), .. } => return false,
        Active::Roll { .. } => {
            let aim = resolve_spot::here(running);
            transitions::begin_hold(running, aim, out);
        }
        Active::Hold(holding) if holding.held_ms < SLIP_MS => {
            slip(running, &holding, out);
        }
        Active::Hold(holding) => {
            transitions::end_hold(running, &holding, Ending::Eased);
            out.play(Tone::Eased);
            out.say(Announcement::Eased);
            transitions::rest(running, holding.aim.spot.position, RestReason::Eased);
        }
        Active::Switch { .. } => transitions::begin_leg(running, draft, out),
    }
    true
}

/// A hold that was too short is dropped. At a mark the roller stands where it stood: one order, and not "roll on" with it.
fn slip(running: &mut Running, holding: &Holding, out: &mut Output) {
    running.course.phase = Phase::Active(Active::rolling_from(holding.aim.spot.position));
    if let Some(n) = running.spot_here() {
        out.say(Announcement::StillAt(n));
    } else {
        out.say(Announcement::Slipped);
        transitions::roll_on(running, holding.aim.spot.position, out);
    }
}

/// "Move on" while rolling: the next mark is passed over.
fn skip_mark(running: &mut Running, out: &mut Output) -> bool {
    let course = &mut running.course;
    let Some(mark) = course.next_mark() else {
        return false;
    };
    course.marks[mark].fate = MarkStatus::Skipped;
    out.say(Announcement::MovedOn);
    if let Phase::Active(Active::Roll { pacer, waited_ms, rest }) = &mut course.phase {
        *waited_ms = 0;
        *rest = None;
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
        Active::Roll { pacer, .. } => {
            if let Some(pass) = running.course.open_pass() {
                let felt_wrong = &mut running.course.passes[pass].felt_wrong;
                if felt_wrong.len() == MOST_FELT_WRONG {
                    felt_wrong.remove(0);
                }
                felt_wrong.push(None);
            }
            Active::Roll { pacer, waited_ms: 0, rest: None }
        }
        Active::Position { .. } | Active::Switch { .. } => return false,
    };
    pause(running, from, Why::FeltWrong(WrongStep::LeaveRoller), out);
    true
}

/// An act after "This feels wrong"; returns whether it is one that Undo gives back.
fn after_feeling_wrong(
    running: &mut Running,
    paused: Paused,
    step: WrongStep,
    event: &Event,
    out: &mut Output,
) -> bool {
    match (step, event) {
        (WrongStep::LeaveRoller, Event::CameOff) => {
            go_to_step(running, paused, WrongStep::AskReason, out);
            false
        }
        (WrongStep::AskReason, Event::ReasonGiven(reason)) => {
            give_reason(running, *reason);
            out.save = true;
            false
        }
        (WrongStep::AskReason, Event::ReasonDone) => {
            go_to_step(running, paused, WrongStep::Advice, out);
            false
        }
        (WrongStep::Advice, Event::StoppedForToday) => {
            stop(running, &paused, out);
            true
        }
        (WrongStep::Advice, Event::CarriedOn) => match running.carry_on() {
            Some(CarryOn::Roll) => {
                running.course.phase = Phase::Active(paused.from);
                out.say(Announcement::Resumed);
                true
            }
            Some(CarryOn::NextSpot) => {
                let place = running.place();
                // The mark at which the roller waits is where it felt wrong.
                if let Some(mark) = running.course.next_mark().filter(|_| running.spot_here().is_some()) {
                    running.course.marks[mark].fate = MarkStatus::Skipped;
                }
                out.say(Announcement::Resumed);
                transitions::roll_on(running, place, out);
                true
            }
            Some(CarryOn::NextLeg) => {
                transitions::end_pass(running, PassEnd::Stopped, out);
                true
            }
            None => false,
        },
        (WrongStep::LeaveRoller | WrongStep::AskReason | WrongStep::Advice, _) => false,
    }
}

fn go_to_step(running: &mut Running, paused: Paused, step: WrongStep, out: &mut Output) {
    running.course.phase = Phase::Paused(Paused { why: Why::FeltWrong(step), ..paused });
    out.save = true;
    match step {
        WrongStep::LeaveRoller => out.say(Announcement::Paused(Why::FeltWrong(step))),
        WrongStep::AskReason => out.say(Announcement::ReasonAsked),
        WrongStep::Advice => out.say(Announcement::WrongAdvice),
    }
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

/// The reason belongs to the hold that "This feels wrong" has just ended; in a roll the pass keeps it.
fn give_reason(running: &mut Running, reason: Reason) {
    let course = &mut running.course;
    if let Some(hold) = course.hold_just_stopped() {
        course.holds[hold].ending = Ending::Stopped(Some(reason));
    } else if let Some(pass) = course.open_pass()
        && let Some(last) = course.passes[pass].felt_wrong.last_mut()
    {
        *last = Some(reason);
    }
}
