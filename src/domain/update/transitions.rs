//! The joints of a session: a leg, a roll, a hold and a pass begin or end.

use crate::domain::{
    draft::{Draft, Mark},
    effect::{Announcement, DistanceHint, Tone},
    hold::{Ending, Hold},
    leg::{Leg, Position},
    pace::Pacer,
    phase::{
        Active, Aim, FAREWELL_MS, Holding, OFF_ROLLER_MS, POSITION_MS, Phase, REST_MS, Rest, RestReason,
        SWITCH_MS, Then,
    },
    running::{Course, MarkStatus, Running, TargetMark},
    session::{Pass, PassEnd},
    settings::Advance,
    spot::Pain,
    unknown_fields::UnknownFields,
};

use super::{output::Output, pain_advice};

/// A leg begins: its marks freeze and the countdown runs.
pub fn begin_leg(running: &mut Running, draft: &Draft, out: &mut Output) {
    let course = &mut running.course;
    if let Some(leg) = course.next_leg.take() {
        course.leg = leg;
    }
    course.marks = frozen(draft, course.leg);
    course.phase = Phase::Active(Active::Position { left_ms: POSITION_MS, then: Then::Roll(Position::TOP) });
    call(course, out);
}

/// Calls the person to the leg that begins.
pub fn call(course: &Course, out: &mut Output) {
    out.play(Tone::Ready);
    out.say(Announcement::GetIntoPlace(course.leg));
    match &course.phase {
        Phase::Active(Active::Position { then: Then::Hold(aim), .. }) => {
            out.say(Announcement::ThenHold(course.spot_number(aim)));
        }
        _ if course.marks.is_empty() => {}
        _ => out.say(Announcement::SpotsAhead(course.marks.len())),
    }
}

/// The marks of a leg as they are when it begins.
pub fn frozen(draft: &Draft, leg: Leg) -> Vec<TargetMark> {
    let ahead =
        |mark: &Mark| TargetMark { spot: mark.spot, fate: MarkStatus::Ahead, unknown: mark.unknown.clone() };
    let mut marks: Vec<TargetMark> = draft.marks(leg).iter().map(ahead).collect();
    marks.sort_by_key(|mark| mark.spot.position);
    marks
}

/// The countdown is over.
pub fn get_going(running: &mut Running, then: Then, out: &mut Output) {
    match then {
        Then::Roll(place) => begin_roll(running, place, out),
        Then::Hold(aim) => begin_hold(running, aim, out),
    }
}

fn begin_roll(running: &mut Running, place: Position, out: &mut Output) {
    open_pass(running);
    out.play(Tone::Roll);
    out.say(Announcement::Roll);
    if running.course.marks.is_empty() && running.advance == Advance::UntilEased {
        out.say(Announcement::Find);
    }
    roll_on(running, place, out);
}

/// Rolling goes on from a place, which may be that of the next mark already.
pub fn roll_on(running: &mut Running, place: Position, out: &mut Output) {
    running.course.phase = Phase::Active(Active::rolling_from(place));
    let course = &running.course;
    let points = course.target().percent().saturating_sub(place.percent());
    match course.next_spot() {
        Some(_) if points == 0 => at_mark(running, out),
        Some((n, of)) => out.say(Announcement::Next(n, of, DistanceHint::of_points(points))),
        None if course.marks.is_empty() => {}
        None => out.say(Announcement::ToKnee),
    }
}

/// After a hold the roller stays where it is for a moment, then rolling goes on.
pub fn rest(running: &mut Running, place: Position, reason: RestReason) {
    let rest = Some(Rest { reason, left_ms: REST_MS });
    running.course.phase = Phase::Active(Active::Roll { pacer: Pacer::at(place), waited_ms: 0, rest });
}

/// The rest after a hold is over.
pub fn end_rest(running: &mut Running, place: Position, out: &mut Output) {
    out.say(Announcement::RollOn);
    roll_on(running, place, out);
}

/// The pacer stands at the next mark.
pub fn at_mark(running: &Running, out: &mut Output) {
    if let Some((n, of)) = running.course.next_spot() {
        out.say(match running.advance {
            Advance::UntilEased => Announcement::AtSpot(n, of),
            Advance::ByItself(_) => Announcement::StayAt(n, of),
        });
    }
}

/// A hold begins.
pub fn begin_hold(running: &mut Running, aim: Aim, out: &mut Output) {
    open_pass(running);
    let end_ms = running.hold_end_ms();
    let course = &mut running.course;
    course.phase = Phase::Active(Active::Hold(Holding {
        aim,
        start_ms: course.clock_ms,
        held_ms: 0,
        paused_ms: 0,
        gap_ms: 0,
        end_ms,
        first_pain: None,
        later_pain: None,
        less_weight_ms: 0,
        leave_spot: false,
    }));
    out.play(Tone::Hold);
    let seconds = match running.advance {
        Advance::UntilEased => None,
        Advance::ByItself(_) => Some(end_ms / 1_000),
    };
    out.say(Announcement::HoldBegan(course.spot_number(&aim), aim.mark.map(|_| course.spots()), seconds));
    pain_advice::advise(running, out);
}

/// A hold ends and is written down; what comes then is the caller's to say.
pub fn end_hold(running: &mut Running, holding: &Holding, ending: Ending) {
    let course = &mut running.course;
    let pass = course.open_pass().unwrap_or_default();
    course.holds.push(Hold {
        pass: u8::try_from(pass).unwrap_or(u8::MAX),
        position: holding.aim.spot.position,
        placed: holding.aim.spot.placed,
        track: holding.aim.spot.track,
        start_ms: holding.start_ms,
        held_ms: holding.held_ms,
        paused_ms: holding.paused_ms,
        gap_ms: holding.gap_ms,
        ending,
        edited: false,
        pain_press: holding.first_pain.or(holding.aim.spot.pain),
        pain_ease: pain_at_ease(holding, ending),
        unknown: UnknownFields::NONE,
    });
    if let Some(mark) = holding.aim.mark.and_then(|m| course.marks.get_mut(m)) {
        mark.fate = MarkStatus::Held;
    }
}

/// What was answered last in a hold that eased, where it was no more than at press.
fn pain_at_ease(holding: &Holding, ending: Ending) -> Option<Pain> {
    let later = holding.later_pain.filter(|_| ending == Ending::Eased)?;
    holding.first_pain.is_some_and(|first| later.score() <= first.score()).then_some(later)
}

/// The leg ends: on to the next one, or done.
pub fn end_pass(running: &mut Running, end: PassEnd, out: &mut Output) {
    let course = &mut running.course;
    if let Some(pass) = course.open_pass() {
        course.passes[pass].end = Some(end);
    }
    if end != PassEnd::Stopped {
        out.say(Announcement::OffRoller);
    }
    if let Some(next) = course.next_leg {
        out.play(Tone::OffRoller);
        out.say(Announcement::NextLeg(next));
        course.phase = Phase::Active(Active::Switch { off_ms: OFF_ROLLER_MS, left_ms: SWITCH_MS });
    } else {
        course.phase = Phase::Done;
        // Who stopped is at the phone and off the roller.
        running.farewell_ms = if end == PassEnd::Stopped { 0 } else { FAREWELL_MS };
        out.ended = true;
    }
}

fn open_pass(running: &mut Running) {
    let course = &mut running.course;
    if course.open_pass().is_none() {
        course.passes.push(Pass {
            leg: course.leg,
            active_ms: 0,
            paused_ms: 0,
            end: None,
            felt_wrong: Vec::new(),
            unknown: UnknownFields::NONE,
        });
    }
}
