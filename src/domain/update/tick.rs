//! What the passing of time does to a running session.

use crate::domain::{
    draft::Draft,
    effect::Announcement,
    hold::Ending,
    hold_cue::HoldCue,
    phase::{Active, HoldTarget, OpenHold, PauseReason, Paused, Phase, RestReason, WAIT_AT_MARK_MS},
    running::{RunningSession, UNDO_MS},
    session::PassEnd,
    settings::Advance,
    time::{Elapsed, MAX_COUNTED_GAP_MS, Now},
    tone::Tone,
};

use super::{
    output::Output,
    pain_advice,
    transitions::{
        announce_arrival, begin_hold, begin_leg, begin_rest, end_countdown, end_hold, end_pass, end_rest,
        roll_on,
    },
};

/// Applies the time since the last event.
pub fn advance_to(running: &mut RunningSession, now: Now, draft: &Draft, out: &mut Output) {
    let elapsed = now.elapsed_since(running.last_event_at, running.is_hidden);
    running.last_event_at = now;
    running.elapsed_ms = running.elapsed_ms.saturating_add(elapsed.ms().into());
    for undoable in &mut running.undo {
        let sum = match elapsed {
            Elapsed::Steady(_) => &mut undoable.steady_ms,
            Elapsed::Gap(_) => &mut undoable.gap_ms,
        };
        *sum = sum.saturating_add(elapsed.ms());
    }
    running.undo.retain(|u| u.age_ms() <= UNDO_MS);
    advance_by(running, elapsed, draft, out);
}

/// Applies a stretch of time.
pub fn advance_by(running: &mut RunningSession, elapsed: Elapsed, draft: &Draft, out: &mut Output) {
    match elapsed {
        Elapsed::Steady(ms) => advance_steadily(running, ms, draft, out),
        Elapsed::Gap(ms) => count_gap(running, ms, out),
    }
}

/// Applies time without a gap, one phase boundary or cue after the other.
fn advance_steadily(running: &mut RunningSession, ms: u32, draft: &Draft, out: &mut Output) {
    let mut remaining_ms = ms;
    loop {
        let active = match &mut running.progress.phase {
            Phase::Done => {
                running.end_notice_ms = running.end_notice_ms.saturating_sub(remaining_ms);
                return;
            }
            Phase::Paused(_) => return count_pause(running, remaining_ms),
            Phase::Active(active) => *active,
        };
        let ms_to_boundary = ms_until_boundary(running, &active);
        let counted_ms = remaining_ms.min(ms_to_boundary);
        count_time(running, counted_ms, out);
        remaining_ms -= counted_ms;
        if counted_ms < ms_to_boundary {
            return;
        }
        cross_boundary(running, draft, out);
    }
}

/// Milliseconds until the phase changes or a cue is due.
fn ms_until_boundary(running: &RunningSession, active: &Active) -> u32 {
    match active {
        Active::Position { remaining_ms, .. } => *remaining_ms,
        Active::Switch { off_roller_ms, remaining_ms } if *off_roller_ms == 0 => *remaining_ms,
        Active::Switch { off_roller_ms, .. } => *off_roller_ms,
        Active::Roll { rest: Some(rest), .. } => rest.remaining_ms,
        Active::Roll { pacer, waited_ms, rest: None } => {
            let ms_to_target = pacer.ms_until(running.progress.target_position(), running.pacer_seconds);
            let is_waiting = ms_to_target == 0 && running.progress.next_mark_index().is_some();
            match (is_waiting, running.advance) {
                (false, _) => pacer.ms_until_notice(ms_to_target),
                (true, Advance::UntilEased) => u32::MAX,
                (true, Advance::Timed(_)) => WAIT_AT_MARK_MS.saturating_sub(*waited_ms),
            }
        }
        Active::Hold(open_hold) => {
            let cue_ms = HoldCue::after(open_hold.held_ms).map(HoldCue::at_ms).min();
            let next_ms = cue_ms.map_or(open_hold.end_ms, |cue_ms| cue_ms.min(open_hold.end_ms));
            next_ms.saturating_sub(open_hold.held_ms)
        }
    }
}

/// Adds time to the counters of the phase.
fn count_time(running: &mut RunningSession, ms: u32, out: &mut Output) {
    let is_waiting = matches!(&running.progress.phase, Phase::Active(Active::Roll { pacer, .. })
        if running.progress.next_mark_index().is_some()
            && pacer.ms_until(running.progress.target_position(), running.pacer_seconds) == 0);
    let progress = &mut running.progress;
    progress.active_ms = progress.active_ms.saturating_add(ms);
    let is_on_leg = match &mut progress.phase {
        Phase::Active(Active::Position { remaining_ms, .. }) => {
            *remaining_ms = remaining_ms.saturating_sub(ms);
            false
        }
        Phase::Active(Active::Switch { off_roller_ms, remaining_ms }) => {
            let counter = if *off_roller_ms > 0 { off_roller_ms } else { remaining_ms };
            *counter = counter.saturating_sub(ms);
            false
        }
        Phase::Active(Active::Roll { rest: Some(rest), .. }) => {
            rest.remaining_ms = rest.remaining_ms.saturating_sub(ms);
            true
        }
        Phase::Active(Active::Roll { pacer, waited_ms, rest: None }) => {
            if is_waiting {
                *waited_ms = waited_ms.saturating_add(ms);
            } else {
                *pacer = pacer.advanced_by(ms);
            }
            true
        }
        Phase::Active(Active::Hold(open_hold)) => {
            open_hold.held_ms = open_hold.held_ms.saturating_add(ms);
            open_hold.less_weight_ms = open_hold.less_weight_ms.saturating_sub(ms);
            true
        }
        Phase::Paused(_) | Phase::Done => false,
    };
    if is_on_leg && let Some(index) = progress.open_pass_index() {
        let active_ms = &mut progress.passes[index].active_ms;
        let before_ms = *active_ms;
        *active_ms = active_ms.saturating_add(ms);
        pain_advice::hint_at_long_time_on_leg(before_ms, *active_ms, out);
    }
}

/// Adds time to the counters of a pause.
fn count_pause(running: &mut RunningSession, ms: u32) {
    let progress = &mut running.progress;
    if let Phase::Paused(paused) = &mut progress.phase {
        paused.paused_ms = paused.paused_ms.saturating_add(ms);
        if let Active::Hold(open_hold) = &mut paused.from {
            open_hold.paused_ms = open_hold.paused_ms.saturating_add(ms);
        }
    }
    if let Some(pass) = progress.open_pass_index() {
        let paused_ms = &mut progress.passes[pass].paused_ms;
        *paused_ms = paused_ms.saturating_add(ms);
    }
}

/// Handles what is due: the end of a phase, or a cue.
fn cross_boundary(running: &mut RunningSession, draft: &Draft, out: &mut Output) {
    let Phase::Active(active) = running.progress.phase else {
        return;
    };
    match active {
        Active::Position { next, .. } => end_countdown(running, next, out),
        // "Off the roller" is over; the countdown starts.
        Active::Switch { remaining_ms, .. } if remaining_ms > 0 => out.play(Tone::Switch),
        Active::Switch { .. } => begin_leg(running, draft, out),
        Active::Roll { pacer, rest: Some(_), .. } => end_rest(running, pacer.from, out),
        Active::Roll { pacer, .. }
            if pacer.ms_until(running.progress.target_position(), running.pacer_seconds) > 0 =>
        {
            out.announce(
                running
                    .progress
                    .next_spot()
                    .map_or(Announcement::AlmostAtKnee, |(n, _)| Announcement::AlmostAtSpot(n)),
            );
        }
        Active::Roll { waited_ms, .. } => match running.progress.next_mark_index() {
            None => end_pass(running, PassEnd::Bottom, out),
            // The pacer has just arrived; the wait begins.
            Some(_) if waited_ms < WAIT_AT_MARK_MS => {
                out.play(Tone::AtMark);
                announce_arrival(running, out);
            }
            Some(mark) => {
                let spot = running.progress.marks[mark].spot;
                begin_hold(running, HoldTarget { spot, mark: Some(mark) }, out);
            }
        },
        Active::Hold(open_hold) if open_hold.held_ms >= open_hold.end_ms => {
            end_hold_at_time_limit(running, &open_hold, out);
        }
        Active::Hold(open_hold) => {
            if let Some(cue) = HoldCue::due_at(open_hold.held_ms) {
                out.save_snapshot = true;
                give_hold_cue(cue, out);
            }
        }
    }
}

/// Applies a gap: time in which no event arrived.
fn count_gap(running: &mut RunningSession, ms: u32, out: &mut Output) {
    let active = match running.progress.phase {
        Phase::Done => {
            running.end_notice_ms = 0;
            return;
        }
        Phase::Paused(_) => return count_pause(running, ms),
        Phase::Active(active) => active,
    };
    let was_suspended = ms > MAX_COUNTED_GAP_MS;
    let mut from = active;
    if let Active::Hold(open_hold) = active {
        if was_suspended {
            end_hold(running, &open_hold, Ending::Interrupted);
            from = Active::rolling_from(open_hold.target.spot.position);
        } else {
            count_hold_gap(running, open_hold, ms, out);
        }
    }
    if was_suspended {
        running.progress.phase = Phase::Paused(Paused {
            from,
            reason: PauseReason::Slept,
            is_confirming_stop: false,
            paused_ms: 0,
        });
        out.announce(Announcement::Paused(PauseReason::Slept));
    }
}

/// Continues a hold through a gap, up to its own end.
fn count_hold_gap(running: &mut RunningSession, before: OpenHold, ms: u32, out: &mut Output) {
    let counted_ms = ms.min(before.end_ms.saturating_sub(before.held_ms));
    count_time(running, counted_ms, out);
    let open_hold = OpenHold {
        held_ms: before.held_ms.saturating_add(counted_ms),
        gap_ms: before.gap_ms.saturating_add(counted_ms),
        ..before
    };
    running.progress.phase = Phase::Active(Active::Hold(open_hold));
    out.save_snapshot = true;
    if open_hold.held_ms >= open_hold.end_ms {
        end_hold_at_time_limit(running, &open_hold, out);
    } else if before.held_ms < HoldCue::Cap.at_ms() && open_hold.held_ms >= HoldCue::Cap.at_ms() {
        // A chime that fell into the gap is obsolete; "enough for this spot" is still true.
        give_hold_cue(HoldCue::Cap, out);
    }
}

/// Plays and announces a cue.
fn give_hold_cue(cue: HoldCue, out: &mut Output) {
    out.play(cue.tone());
    out.announce(Announcement::HoldCue(cue));
}

/// Ends a hold that has reached the end of its time.
fn end_hold_at_time_limit(running: &mut RunningSession, open_hold: &OpenHold, out: &mut Output) {
    let ending = running.time_out_ending();
    out.play(Tone::Limit);
    out.announce(if ending == Ending::Timed { Announcement::HoldTimeOver } else { Announcement::HoldLimit });
    end_hold(running, open_hold, ending);
    if ending == Ending::Limit {
        begin_rest(running, open_hold.target.spot.position, RestReason::Limit);
    } else {
        roll_on(running, open_hold.target.spot.position, out);
    }
}
