//! What time alone does to a running session.

use crate::domain::{
    draft::Draft,
    effect::{Announcement, Tone},
    hold::Ending,
    phase::{Active, Aim, CAP_MS, CHIMES_MS, Holding, Paused, Phase, RestReason, WAIT_AT_MARK_MS, Why},
    running::{Running, UNDO_MS},
    session::PassEnd,
    settings::Advance,
    time::{BRIDGED_MS, Elapsed, Now},
};

use super::{
    output::Output,
    pain_advice,
    transitions::{at_mark, begin_hold, begin_leg, end_hold, end_pass, end_rest, get_going, rest, roll_on},
};

/// Lets the time since the last event pass.
pub fn pass_time(running: &mut Running, now: Now, draft: &Draft, out: &mut Output) {
    let elapsed = now.since(running.seen, running.hidden);
    running.seen = now;
    running.elapsed_ms = running.elapsed_ms.saturating_add(elapsed.ms().into());
    for undoable in &mut running.undo {
        let sum = match elapsed {
            Elapsed::Steady(_) => &mut undoable.since_ms,
            Elapsed::Gap(_) => &mut undoable.gap_ms,
        };
        *sum = sum.saturating_add(elapsed.ms());
    }
    running.undo.retain(|u| u.age_ms() <= UNDO_MS);
    apply(running, elapsed, draft, out);
}

/// Applies a stretch of time, however long.
pub fn apply(running: &mut Running, elapsed: Elapsed, draft: &Draft, out: &mut Output) {
    match elapsed {
        Elapsed::Steady(ms) => run_on(running, ms, draft, out),
        Elapsed::Gap(ms) => bridge(running, ms, out),
    }
}

fn run_on(running: &mut Running, ms: u32, draft: &Draft, out: &mut Output) {
    let mut left = ms;
    loop {
        let active = match &mut running.course.phase {
            Phase::Done => {
                running.farewell_ms = running.farewell_ms.saturating_sub(left);
                return;
            }
            Phase::Paused(_) => return stand_still(running, left),
            Phase::Active(active) => *active,
        };
        let room = room(running, &active);
        let spent = left.min(room);
        spend(running, spent, out);
        left -= spent;
        if spent < room {
            return;
        }
        boundary(running, draft, out);
    }
}

/// Milliseconds until the phase changes or cues by itself.
fn room(running: &Running, active: &Active) -> u32 {
    match active {
        Active::Position { left_ms, .. } => *left_ms,
        Active::Switch { off_ms, left_ms } if *off_ms == 0 => *left_ms,
        Active::Switch { off_ms, .. } => *off_ms,
        Active::Roll { rest: Some(rest), .. } => rest.left_ms,
        Active::Roll { pacer, waited_ms, rest: None } => {
            let way = pacer.ms_to(running.course.target(), running.pace);
            let waits = way == 0 && running.course.next_mark().is_some();
            match (waits, running.advance) {
                (false, _) => pacer.ms_to_word(way),
                (true, Advance::UntilEased) => u32::MAX,
                (true, Advance::ByItself(_)) => WAIT_AT_MARK_MS.saturating_sub(*waited_ms),
            }
        }
        Active::Hold(holding) => {
            let cues = CHIMES_MS.into_iter().chain([CAP_MS, holding.end_ms]);
            cues.filter(|cue| *cue > holding.held_ms)
                .min()
                .unwrap_or(holding.held_ms)
                .min(holding.end_ms)
                .saturating_sub(holding.held_ms)
        }
    }
}

/// Adds time to whatever the phase counts.
fn spend(running: &mut Running, ms: u32, out: &mut Output) {
    let waiting = matches!(&running.course.phase, Phase::Active(Active::Roll { pacer, .. })
        if running.course.next_mark().is_some() && pacer.ms_to(running.course.target(), running.pace) == 0);
    let course = &mut running.course;
    course.clock_ms = course.clock_ms.saturating_add(ms);
    let on_leg = match &mut course.phase {
        Phase::Active(Active::Position { left_ms, .. }) => {
            *left_ms = left_ms.saturating_sub(ms);
            false
        }
        Phase::Active(Active::Switch { off_ms, left_ms }) => {
            let counts = if *off_ms > 0 { off_ms } else { left_ms };
            *counts = counts.saturating_sub(ms);
            false
        }
        Phase::Active(Active::Roll { rest: Some(rest), .. }) => {
            rest.left_ms = rest.left_ms.saturating_sub(ms);
            true
        }
        Phase::Active(Active::Roll { pacer, waited_ms, rest: None }) => {
            if waiting {
                *waited_ms = waited_ms.saturating_add(ms);
            } else {
                *pacer = pacer.moved(ms);
            }
            true
        }
        Phase::Active(Active::Hold(holding)) => {
            holding.held_ms = holding.held_ms.saturating_add(ms);
            holding.less_weight_ms = holding.less_weight_ms.saturating_sub(ms);
            true
        }
        Phase::Paused(_) | Phase::Done => false,
    };
    if on_leg && let Some(pass) = course.open_pass() {
        let active_ms = &mut course.passes[pass].active_ms;
        let before_ms = *active_ms;
        *active_ms = active_ms.saturating_add(ms);
        pain_advice::time_on_leg(before_ms, *active_ms, out);
    }
}

/// Counts a pause.
fn stand_still(running: &mut Running, ms: u32) {
    let course = &mut running.course;
    if let Phase::Paused(paused) = &mut course.phase {
        paused.paused_ms = paused.paused_ms.saturating_add(ms);
        if let Active::Hold(holding) = &mut paused.from {
            holding.paused_ms = holding.paused_ms.saturating_add(ms);
        }
    }
    if let Some(pass) = course.open_pass() {
        let paused_ms = &mut course.passes[pass].paused_ms;
        *paused_ms = paused_ms.saturating_add(ms);
    }
}

/// Something falls due.
fn boundary(running: &mut Running, draft: &Draft, out: &mut Output) {
    let Phase::Active(active) = running.course.phase else {
        return;
    };
    match active {
        Active::Position { then, .. } => get_going(running, then, out),
        // The weight is off the roller; now it counts down.
        Active::Switch { left_ms, .. } if left_ms > 0 => out.play(Tone::Switch),
        Active::Switch { .. } => begin_leg(running, draft, out),
        Active::Roll { pacer, rest: Some(_), .. } => end_rest(running, pacer.from, out),
        Active::Roll { pacer, .. } if pacer.ms_to(running.course.target(), running.pace) > 0 => {
            out.say(
                running.course.next_spot().map_or(Announcement::NearKnee, |(n, _)| Announcement::Nearly(n)),
            );
        }
        Active::Roll { waited_ms, .. } => match running.course.next_mark() {
            None => end_pass(running, PassEnd::Bottom, out),
            // It just arrived; with nothing waited yet, the wait begins now.
            Some(_) if waited_ms < WAIT_AT_MARK_MS => {
                out.play(Tone::Here);
                at_mark(running, out);
            }
            Some(mark) => {
                let spot = running.course.marks[mark].spot;
                begin_hold(running, Aim { spot, mark: Some(mark) }, out);
            }
        },
        Active::Hold(holding) if holding.held_ms >= holding.end_ms => {
            run_out(running, &holding, out);
        }
        Active::Hold(holding) => {
            out.save = true;
            if holding.held_ms >= CAP_MS {
                out.play(Tone::Cap);
                out.say(Announcement::Cap);
            } else {
                out.play(Tone::on_spot(holding.held_ms));
                out.say(Announcement::Chime(holding.held_ms / 1_000));
            }
        }
    }
}

/// Time in which the device was silent.
fn bridge(running: &mut Running, ms: u32, out: &mut Output) {
    let active = match running.course.phase {
        Phase::Done => {
            running.farewell_ms = 0;
            return;
        }
        Phase::Paused(_) => return stand_still(running, ms),
        Phase::Active(active) => active,
    };
    let slept = ms > BRIDGED_MS;
    let mut from = active;
    if let Active::Hold(holding) = active {
        if slept {
            end_hold(running, &holding, Ending::Interrupted);
            from = Active::rolling_from(holding.aim.spot.position);
        } else {
            bridge_hold(running, holding, ms, out);
        }
    }
    if slept {
        running.course.phase =
            Phase::Paused(Paused { from, why: Why::Slept, asks_stop: false, paused_ms: 0 });
        out.say(Announcement::Paused(Why::Slept));
    }
}

/// A hold goes on through a silence, up to its own end.
fn bridge_hold(running: &mut Running, before: Holding, ms: u32, out: &mut Output) {
    let counted = ms.min(before.end_ms.saturating_sub(before.held_ms));
    spend(running, counted, out);
    let holding = Holding {
        held_ms: before.held_ms.saturating_add(counted),
        gap_ms: before.gap_ms.saturating_add(counted),
        ..before
    };
    running.course.phase = Phase::Active(Active::Hold(holding));
    out.save = true;
    if holding.held_ms >= holding.end_ms {
        run_out(running, &holding, out);
    } else if before.held_ms < CAP_MS && holding.held_ms >= CAP_MS {
        // A check-in that was slept through is of the past; "enough for this spot" still holds.
        out.play(Tone::Cap);
        out.say(Announcement::Cap);
    }
}

/// A hold has reached the end of its time.
fn run_out(running: &mut Running, holding: &Holding, out: &mut Output) {
    let ending = running.ran_out();
    out.play(Tone::Limit);
    out.say(if ending == Ending::Timed { Announcement::Timed } else { Announcement::Limit });
    end_hold(running, holding, ending);
    if ending == Ending::Limit {
        rest(running, holding.aim.spot.position, RestReason::Limit);
    } else {
        roll_on(running, holding.aim.spot.position, out);
    }
}
