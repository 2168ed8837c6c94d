//! Transitions of a session: the beginning and end of a leg, a roll, a hold and a pass.

use crate::domain::{
    draft::{Draft, Mark},
    effect::{Announcement, DistanceHint},
    hold::{Ending, Hold, StopReason},
    leg::{Leg, Position},
    pacer::Pacer,
    phase::{
        Active, AfterCountdown, END_NOTICE_MS, HoldTarget, OFF_ROLLER_MS, OpenHold, POSITION_MS, PauseReason,
        Paused, Phase, REST_MS, Rest, RestReason, SWITCH_MS,
    },
    running::{MarkStatus, Progress, RunningSession, TargetMark},
    session::{Pass, PassEnd},
    settings::Advance,
    spot::Pain,
    tone::Tone,
    unknown_fields::UnknownFields,
};

use super::{output::Output, pain_advice};

/// Begins a leg: copies its marks from the draft and starts the countdown.
pub fn begin_leg(running: &mut RunningSession, draft: &Draft, out: &mut Output) {
    let progress = &mut running.progress;
    if let Some(leg) = progress.next_leg.take() {
        progress.leg = leg;
    }
    progress.marks = marks_of_leg(draft, progress.leg);
    progress.phase = Phase::Active(Active::Position {
        remaining_ms: POSITION_MS,
        next: AfterCountdown::Roll(Position::TOP),
    });
    announce_leg(progress, out);
}

/// Announces the leg that begins.
pub fn announce_leg(progress: &Progress, out: &mut Output) {
    out.play(Tone::Ready);
    out.announce(Announcement::GetIntoPlace(progress.leg));
    match &progress.phase {
        Phase::Active(Active::Position { next: AfterCountdown::Hold(target), .. }) => {
            out.announce(Announcement::ThenHold(progress.spot_number(target)));
        }
        _ if progress.marks.is_empty() => {}
        _ => out.announce(Announcement::SpotsAhead(progress.marks.len())),
    }
}

/// The marks of a leg, copied from the draft. Later changes of the draft do not affect them.
pub fn marks_of_leg(draft: &Draft, leg: Leg) -> Vec<TargetMark> {
    let ahead = |mark: &Mark| TargetMark {
        spot: mark.spot,
        status: MarkStatus::Ahead,
        unknown: mark.unknown.clone(),
    };
    let mut marks: Vec<TargetMark> = draft.marks(leg).iter().map(ahead).collect();
    marks.sort_by_key(|mark| mark.spot.position);
    marks
}

/// Ends the countdown.
pub fn end_countdown(running: &mut RunningSession, then: AfterCountdown, out: &mut Output) {
    match then {
        AfterCountdown::Roll(position) => begin_roll(running, position, out),
        AfterCountdown::Hold(target) => begin_hold(running, target, out),
    }
}

fn begin_roll(running: &mut RunningSession, position: Position, out: &mut Output) {
    ensure_open_pass(running);
    out.play(Tone::Roll);
    out.announce(Announcement::Roll);
    if running.progress.marks.is_empty() && running.advance == Advance::UntilEased {
        out.announce(Announcement::FindTightSpot);
    }
    roll_on(running, position, out);
}

/// Rolls on from a position, which may already be that of the next mark.
pub fn roll_on(running: &mut RunningSession, position: Position, out: &mut Output) {
    running.progress.phase = Phase::Active(Active::rolling_from(position));
    let progress = &running.progress;
    let points = progress.target_position().percent().saturating_sub(position.percent());
    match progress.next_spot() {
        Some(_) if points == 0 => announce_arrival(running, out),
        Some((n, total)) => out.announce(Announcement::NextSpot(n, total, DistanceHint::of_points(points))),
        None if progress.marks.is_empty() => {}
        None => out.announce(Announcement::RollToKnee),
    }
}

/// Begins a rest after a hold.
pub fn begin_rest(running: &mut RunningSession, position: Position, reason: RestReason) {
    let rest = Some(Rest { reason, remaining_ms: REST_MS });
    running.progress.phase = Phase::Active(Active::Roll { pacer: Pacer::at(position), waited_ms: 0, rest });
}

/// Ends the rest after a hold.
pub fn end_rest(running: &mut RunningSession, position: Position, out: &mut Output) {
    out.announce(Announcement::RollOn);
    roll_on(running, position, out);
}

/// Announces that the pacer has reached the next mark.
pub fn announce_arrival(running: &RunningSession, out: &mut Output) {
    if let Some((n, total)) = running.progress.next_spot() {
        out.announce(match running.advance {
            Advance::UntilEased => Announcement::AtSpot(n, total),
            Advance::Timed(_) => Announcement::AtSpotTimed(n, total),
        });
    }
}

/// Begins a hold.
pub fn begin_hold(running: &mut RunningSession, target: HoldTarget, out: &mut Output) {
    ensure_open_pass(running);
    let end_ms = running.hold_end_ms();
    let progress = &mut running.progress;
    progress.phase = Phase::Active(Active::Hold(OpenHold {
        target,
        start_ms: progress.active_ms,
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
        Advance::Timed(_) => Some(end_ms / 1_000),
    };
    out.announce(Announcement::HoldBegan(
        progress.spot_number(&target),
        target.mark.map(|_| progress.spot_count()),
        seconds,
    ));
    pain_advice::advise_on_known_pain(running, out);
}

/// Ends a hold and records it. The caller sets the phase that follows.
pub fn end_hold(running: &mut RunningSession, open_hold: &OpenHold, ending: Ending) {
    let progress = &mut running.progress;
    let pass = progress.open_pass_index().unwrap_or_default();
    progress.holds.push(Hold {
        pass: u8::try_from(pass).unwrap_or(u8::MAX),
        position: open_hold.target.spot.position,
        position_source: open_hold.target.spot.position_source,
        pinned_track: open_hold.target.spot.pinned_track,
        start_ms: open_hold.start_ms,
        held_ms: open_hold.held_ms,
        paused_ms: open_hold.paused_ms,
        gap_ms: open_hold.gap_ms,
        ending,
        edited: false,
        pain_at_press: open_hold.first_pain.or(open_hold.target.spot.pain),
        pain_at_ease: pain_at_ease(open_hold, ending),
        unknown: UnknownFields::NONE,
    });
    if let Some(mark) = open_hold.target.mark.and_then(|m| progress.marks.get_mut(m)) {
        mark.status = MarkStatus::Held;
    }
}

/// The pain at ease: the latest rating in a hold that eased, unless it is higher than the first.
fn pain_at_ease(open_hold: &OpenHold, ending: Ending) -> Option<Pain> {
    let later = open_hold.later_pain.filter(|_| ending == Ending::Eased)?;
    open_hold.first_pain.is_some_and(|first| later.score() <= first.score()).then_some(later)
}

/// Ends the pass: the next leg follows, or the session is done.
pub fn end_pass(running: &mut RunningSession, end: PassEnd, out: &mut Output) {
    let progress = &mut running.progress;
    if let Some(pass) = progress.open_pass_index() {
        progress.passes[pass].end = Some(end);
    }
    if end != PassEnd::Stopped {
        out.announce(Announcement::OffRoller);
    }
    if let Some(next) = progress.next_leg {
        out.play(Tone::OffRoller);
        out.announce(Announcement::NextLeg(next));
        progress.phase =
            Phase::Active(Active::Switch { off_roller_ms: OFF_ROLLER_MS, remaining_ms: SWITCH_MS });
    } else {
        progress.phase = Phase::Done;
        // A person who pressed Stop is at the phone and already off the roller.
        running.end_notice_ms = if end == PassEnd::Stopped { 0 } else { END_NOTICE_MS };
        out.session_ended = true;
    }
}

/// Begins the pass of the current leg unless it has begun.
fn ensure_open_pass(running: &mut RunningSession) {
    let progress = &mut running.progress;
    if progress.open_pass_index().is_none() {
        progress.passes.push(Pass {
            leg: progress.leg,
            active_ms: 0,
            paused_ms: 0,
            end: None,
            felt_wrong: Vec::new(),
            unknown: UnknownFields::NONE,
        });
    }
}

/// Pauses the session and announces why.
pub fn pause(running: &mut RunningSession, from: Active, reason: PauseReason, out: &mut Output) {
    running.progress.phase = Phase::Paused(Paused { from, reason, is_confirming_stop: false, paused_ms: 0 });
    out.announce(Announcement::Paused(reason));
}

/// Stops the session from a pause; an open hold ends as stopped.
pub fn stop_session(running: &mut RunningSession, paused: &Paused, out: &mut Output) {
    if let Active::Hold(open_hold) = paused.from {
        end_hold(running, &open_hold, Ending::Stopped(Some(StopReason::StopButton)));
    }
    running.progress.next_leg = None;
    end_pass(running, PassEnd::Stopped, out);
}
