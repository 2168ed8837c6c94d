//! What is said for the person's sake: that a spot hurts too much, and that a leg has had long enough.

use crate::domain::{
    effect::Announcement,
    hold::Hold,
    phase::{Active, Holding, LESS_WEIGHT_MS, LONG_LEG_MS, Phase},
    running::Running,
    spot::Pain,
};

use super::{amend, output::Output};

/// The hold that has just begun is on a spot that was rated before: what its pain asks for is said by itself,
/// unless the same spot was held in this session already.
pub fn advise(running: &mut Running, out: &mut Output) {
    let Phase::Active(Active::Hold(holding)) = &mut running.course.phase else { return };
    let spot = holding.aim.spot;
    let here = |at: &Hold| at.position == spot.position && at.pain_press == spot.pain;
    let leg = running.course.leg;
    let passes = &running.course.passes;
    let again = running
        .course
        .holds
        .iter()
        .any(|hold| here(hold) && passes.get(usize::from(hold.pass)).is_some_and(|pass| pass.leg == leg));
    if !again {
        show(holding, spot.pain, out);
    }
}

/// "Too much?": what helps, by itself where the pain says nothing graver.
pub fn ask(running: &mut Running, holding: &Holding, out: &mut Output) {
    if holding.leave_spot {
        out.say(Announcement::LeaveSpot);
    } else {
        amend::amend_hold(running, |open| open.less_weight_ms = LESS_WEIGHT_MS);
        out.say(Announcement::LessWeight);
    }
}

/// How much it hurts in the open hold. The first answer stays, a later one is beside it; taking one back takes the last.
pub fn rate_press(running: &mut Running, holding: &Holding, pain: Option<Pain>, out: &mut Output) {
    let (first, later) = match (pain, holding.first_pain, holding.later_pain) {
        (Some(_), None, _) => (pain, None),
        (Some(_), first, _) => (first, pain),
        (None, first, Some(_)) => (first, None),
        (None, _, None) => (None, None),
    };
    let mut open = Holding { first_pain: first, later_pain: later, ..*holding };
    advise_on(&mut open, holding.pain(), out);
    amend::amend_hold(running, |other| {
        other.first_pain = open.first_pain;
        other.later_pain = open.later_pain;
        other.less_weight_ms = open.less_weight_ms;
        other.leave_spot = open.leave_spot;
    });
    out.save = true;
}

/// Pain at ease, for the last hold.
pub fn rate_ease(running: &mut Running, pain: Option<Pain>, out: &mut Output) {
    if amend::amend_last(running, |hold| hold.pain_ease = pain) {
        out.save = true;
    }
}

/// The advice follows the answer: it comes when its score is reached, and goes when the pain falls below it.
fn advise_on(holding: &mut Holding, before: Option<Pain>, out: &mut Output) {
    let now = holding.pain();
    if now == before {
        return;
    }
    let reached = |asks: fn(Pain) -> bool| now.is_some_and(asks) && !before.is_some_and(asks);
    let is_new = reached(Pain::is_best_stopped)
        || reached(Pain::is_too_much)
        || (holding.leave_spot
            && now.is_some_and(Pain::is_too_much)
            && !now.is_some_and(Pain::is_best_stopped));
    if is_new {
        show(holding, now, out);
    } else if !now.is_some_and(Pain::is_too_much) {
        show(holding, None, out);
    }
}

/// Shows and says what a pain asks for.
fn show(holding: &mut Holding, pain: Option<Pain>, out: &mut Output) {
    let leaves = pain.is_some_and(Pain::is_best_stopped);
    let lessens = !leaves && pain.is_some_and(Pain::is_too_much);
    holding.leave_spot = leaves;
    holding.less_weight_ms = if lessens { LESS_WEIGHT_MS } else { 0 };
    if leaves {
        out.say(Announcement::LeaveSpot);
    } else if lessens {
        out.say(Announcement::LessWeight);
    }
}

/// So many milliseconds were just added to the leg in hand.
pub fn time_on_leg(before_ms: u32, now_ms: u32, out: &mut Output) {
    if before_ms < LONG_LEG_MS && now_ms >= LONG_LEG_MS {
        out.say(Announcement::LongLeg);
    }
}
