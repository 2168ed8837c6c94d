//! Advice during a session: too much pain on a spot, and much time on one leg.

use crate::domain::{
    effect::Announcement,
    hold::Hold,
    phase::{Active, LESS_WEIGHT_MS, LONG_TIME_ON_LEG_MS, OpenHold, Phase},
    running::RunningSession,
    spot::Pain,
};

use super::{amend, output::Output};

/// Gives advice at the beginning of a hold on a spot whose pain is known, unless the same spot was held in this session
/// already.
pub fn advise_on_known_pain(running: &mut RunningSession, out: &mut Output) {
    let Phase::Active(Active::Hold(open_hold)) = &mut running.progress.phase else { return };
    let spot = open_hold.target.spot;
    let is_same_spot = |hold: &Hold| hold.position == spot.position && hold.pain_at_press == spot.pain;
    let leg = running.progress.leg;
    let passes = &running.progress.passes;
    let was_held_before = running.progress.holds.iter().any(|hold| {
        is_same_spot(hold) && passes.get(usize::from(hold.pass)).is_some_and(|pass| pass.leg == leg)
    });
    if !was_held_before {
        show_advice(open_hold, spot.pain, out);
    }
}

/// "Too much?": gives the advice to take weight off, or to leave the spot if that already applies.
pub fn give_less_weight_advice(running: &mut RunningSession, open_hold: &OpenHold, out: &mut Output) {
    if open_hold.leave_spot {
        out.announce(Announcement::LeaveSpot);
    } else {
        amend::amend_open_hold(running, |open| open.less_weight_ms = LESS_WEIGHT_MS);
        out.announce(Announcement::LessWeight);
    }
}

/// Rates the pain of the open hold. The first rating stays; a later one is stored beside it. Clearing removes the
/// latest.
pub fn rate_open_hold(
    running: &mut RunningSession,
    open_hold: &OpenHold,
    pain: Option<Pain>,
    out: &mut Output,
) {
    let (first, later) = match (pain, open_hold.first_pain, open_hold.later_pain) {
        (Some(_), None, _) => (pain, None),
        (Some(_), first, _) => (first, pain),
        (None, first, Some(_)) => (first, None),
        (None, _, None) => (None, None),
    };
    let mut open = OpenHold { first_pain: first, later_pain: later, ..*open_hold };
    update_advice(&mut open, open_hold.pain(), out);
    amend::amend_open_hold(running, |other| {
        other.first_pain = open.first_pain;
        other.later_pain = open.later_pain;
        other.less_weight_ms = open.less_weight_ms;
        other.leave_spot = open.leave_spot;
    });
    out.save_snapshot = true;
}

/// Rates the pain at ease of the last finished hold.
pub fn rate_last_hold(running: &mut RunningSession, pain: Option<Pain>, out: &mut Output) {
    if amend::amend_last_hold(running, |hold| hold.pain_at_ease = pain) {
        out.save_snapshot = true;
    }
}

/// Updates the advice after a rating: it is given when its score is reached and removed when the pain falls below it.
fn update_advice(open_hold: &mut OpenHold, before: Option<Pain>, out: &mut Output) {
    let now = open_hold.pain();
    if now == before {
        return;
    }
    let is_newly = |predicate: fn(Pain) -> bool| now.is_some_and(predicate) && !before.is_some_and(predicate);
    let is_new = is_newly(Pain::advises_leaving)
        || is_newly(Pain::is_too_much)
        || (open_hold.leave_spot
            && now.is_some_and(Pain::is_too_much)
            && !now.is_some_and(Pain::advises_leaving));
    if is_new {
        show_advice(open_hold, now, out);
    } else if !now.is_some_and(Pain::is_too_much) {
        show_advice(open_hold, None, out);
    }
}

/// Shows and announces the advice for a pain score; `None` removes it.
fn show_advice(open_hold: &mut OpenHold, pain: Option<Pain>, out: &mut Output) {
    let is_leave_advised = pain.is_some_and(Pain::advises_leaving);
    let is_less_weight_advised = !is_leave_advised && pain.is_some_and(Pain::is_too_much);
    open_hold.leave_spot = is_leave_advised;
    open_hold.less_weight_ms = if is_less_weight_advised { LESS_WEIGHT_MS } else { 0 };
    if is_leave_advised {
        out.announce(Announcement::LeaveSpot);
    } else if is_less_weight_advised {
        out.announce(Announcement::LessWeight);
    }
}

/// Gives a hint when the time on the current leg, which has just grown, passes [`LONG_TIME_ON_LEG_MS`].
pub fn hint_at_long_time_on_leg(before_ms: u32, now_ms: u32, out: &mut Output) {
    if before_ms < LONG_TIME_ON_LEG_MS && now_ms >= LONG_TIME_ON_LEG_MS {
        out.announce(Announcement::LongTimeOnLeg);
    }
}
