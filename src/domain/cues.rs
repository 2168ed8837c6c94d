//! The tones that the running phase will sound by itself, read off the session after every step: the shell
//! schedules them ahead on the sound's own clock, so that no late timer makes one late.
//!
//! A tone that is due by time alone comes out of the step as an order too ([`super::Effect::Play`]): the
//! shell vibrates then, and sounds it if it could not be scheduled. The countdown is here alone. What is
//! spoken cannot be scheduled; it is said when its moment comes.

use super::{
    effect::Tone,
    phase::{Active, CAP_MS, CHIMES_MS, Phase, Then, WAIT_AT_MARK_MS},
    running::Running,
    settings::Advance,
};

/// A tone that is due if nobody acts before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Milliseconds after the last event.
    pub in_ms: u32,
    /// Which.
    pub tone: Tone,
}

/// The tones of the running phase and of its end, none while time stands still.
pub fn cues(running: &Running) -> Vec<Cue> {
    let mut ahead = Ahead(Vec::new());
    let course = &running.course;
    let Phase::Active(active) = &course.phase else {
        return ahead.0;
    };
    match active {
        Active::Position { left_ms, then } => {
            ahead.ends(
                *left_ms,
                match then {
                    Then::Roll(_) => Tone::Roll,
                    Then::Hold(_) => Tone::Hold,
                },
            );
        }
        Active::Switch { off_ms, left_ms } => {
            if *off_ms > 0 {
                ahead.add(*off_ms, Tone::Switch);
            }
            ahead.ends(off_ms + left_ms, Tone::Ready);
        }
        Active::Roll { pacer, waited_ms, rest } => {
            let rest_ms = rest.map_or(0, |rest| rest.left_ms);
            let way_ms = rest_ms + pacer.ms_to(course.target(), running.pace);
            if course.next_mark().is_none() {
                let last = course.next_leg.is_none();
                ahead.ends(way_ms, if last { Tone::Done } else { Tone::OffRoller });
                return ahead.0;
            }
            if way_ms > 0 {
                ahead.add(way_ms, Tone::Here);
            }
            if matches!(running.advance, Advance::ByItself(_)) {
                ahead.ends(way_ms + WAIT_AT_MARK_MS.saturating_sub(*waited_ms), Tone::Hold);
            }
        }
        Active::Hold(holding) => {
            for due_ms in CHIMES_MS.into_iter().chain([CAP_MS]) {
                if holding.held_ms < due_ms && due_ms < holding.end_ms {
                    ahead.add(due_ms - holding.held_ms, Tone::on_spot(due_ms));
                }
            }
            // At the very end of the zone the leg ends in the same moment; that tone comes as an order.
            ahead.ends(holding.end_ms.saturating_sub(holding.held_ms), Tone::Limit);
        }
    }
    ahead.0
}

/// Where tones are gathered.
struct Ahead(Vec<Cue>);

impl Ahead {
    fn add(&mut self, in_ms: u32, tone: Tone) {
        // One tone at a time: the countdown leaves out what says more.
        if !self.0.iter().any(|cue| cue.in_ms == in_ms) {
            self.0.push(Cue { in_ms, tone });
        }
    }

    /// A tone, with three, two and one before it.
    fn ends(&mut self, in_ms: u32, tone: Tone) {
        for left_ms in [3_000, 2_000, 1_000] {
            if in_ms > left_ms {
                self.add(in_ms - left_ms, Tone::Count);
            }
        }
        self.add(in_ms, tone);
    }
}
