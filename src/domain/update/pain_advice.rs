//! What is said for the person's sake: that a spot hurts too much, and that a leg has had long enough.

use crate::domain::{
    effect::Announcement,
    hold::Hold,
    phase::{Active, Holding, LONG_LEG_MS, Phase},
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
        holding.too_much = spot.pain.is_some_and(Pain::is_too_much);
        say(false, None, spot.pain, out);
    }
}

/// Pain at press, for the open hold.
pub fn rate_press(running: &mut Running, holding: &Holding, pain: Option<Pain>, out: &mut Output) {
    let before = holding.aim.spot.pain;
    let newly = pain.is_some_and(Pain::is_too_much) && !before.is_some_and(Pain::is_too_much);
    amend::amend_hold(running, |open| {
        open.aim.spot.pain = pain;
        open.too_much |= newly;
    });
    say(holding.too_much, before, pain, out);
    out.save = true;
}

/// Pain at ease, for the last hold.
pub fn rate_ease(running: &mut Running, pain: Option<Pain>, out: &mut Output) {
    if amend::amend_last(running, |hold| hold.pain_ease = pain) {
        out.save = true;
    }
}

/// Each advice when its score is first reached; the first of them once in a hold.
fn say(advised: bool, before: Option<Pain>, now: Option<Pain>, out: &mut Output) {
    let reached = |asks: fn(Pain) -> bool| now.is_some_and(asks) && !before.is_some_and(asks);
    if !advised && reached(Pain::is_too_much) {
        out.say(Announcement::TooMuch);
    }
    if reached(Pain::is_best_stopped) {
        out.say(Announcement::BestStopped);
    }
}

/// So many milliseconds were just added to the leg in hand.
pub fn time_on_leg(before_ms: u32, now_ms: u32, out: &mut Output) {
    if before_ms < LONG_LEG_MS && now_ms >= LONG_LEG_MS {
        out.say(Announcement::LongLeg);
    }
}
