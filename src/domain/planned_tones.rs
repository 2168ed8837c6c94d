//! The tones that are due if the person does nothing, derived from the session after every update. The platform
//! layer schedules them on the clock of the `AudioContext`, so that a delayed timer does not delay a tone.
//!
//! An update also returns [`Effect::PlayTone`](super::Effect::PlayTone) for a tone that is due by time: the platform
//! layer then vibrates, and plays the tone if it could not be scheduled. Only the countdown tones have no such effect.
//! Speech cannot be scheduled and is announced when it is due.

use super::{
    hold_cue::HoldCue,
    phase::{Active, AfterCountdown, Phase, WAIT_AT_MARK_MS},
    running::RunningSession,
    settings::Advance,
    tone::Tone,
};

/// A tone that is due unless the person acts first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedTone {
    /// Milliseconds after the last event.
    pub in_ms: u32,
    /// Which tone.
    pub tone: Tone,
}

/// The tones of the current phase and of its end; none while time does not count.
pub fn planned_tones(running: &RunningSession) -> Vec<PlannedTone> {
    let mut scheduled = PlannedTones(Vec::new());
    let progress = &running.progress;
    let Phase::Active(active) = &progress.phase else {
        return scheduled.0;
    };
    match active {
        Active::Position { remaining_ms, next } => {
            scheduled.add_with_countdown(
                *remaining_ms,
                match next {
                    AfterCountdown::Roll(_) => Tone::Roll,
                    AfterCountdown::Hold(_) => Tone::Hold,
                },
            );
        }
        Active::Switch { off_roller_ms, remaining_ms } => {
            if *off_roller_ms > 0 {
                scheduled.add(*off_roller_ms, Tone::Switch);
            }
            scheduled.add_with_countdown(off_roller_ms + remaining_ms, Tone::Ready);
        }
        Active::Roll { pacer, waited_ms, rest } => {
            let rest_ms = rest.map_or(0, |rest| rest.remaining_ms);
            let ms_to_target = rest_ms + pacer.ms_until(progress.target_position(), running.pacer_seconds);
            if progress.next_mark_index().is_none() {
                let is_last_leg = progress.next_leg.is_none();
                scheduled
                    .add_with_countdown(ms_to_target, if is_last_leg { Tone::Done } else { Tone::OffRoller });
                return scheduled.0;
            }
            if ms_to_target > 0 {
                scheduled.add(ms_to_target, Tone::AtMark);
            }
            if matches!(running.advance, Advance::Timed(_)) {
                scheduled.add_with_countdown(
                    ms_to_target + WAIT_AT_MARK_MS.saturating_sub(*waited_ms),
                    Tone::Hold,
                );
            }
        }
        Active::Hold(open_hold) => {
            for cue in HoldCue::after(open_hold.held_ms).filter(|cue| cue.at_ms() < open_hold.end_ms) {
                scheduled.add(cue.at_ms() - open_hold.held_ms, cue.tone());
            }
            // At the bottom of the zone the leg ends at the same moment; its tone is played by the effect only.
            scheduled.add_with_countdown(open_hold.end_ms.saturating_sub(open_hold.held_ms), Tone::Limit);
        }
    }
    scheduled.0
}

/// Collects the tones.
struct PlannedTones(Vec<PlannedTone>);

impl PlannedTones {
    fn add(&mut self, in_ms: u32, tone: Tone) {
        // At most one tone at a time: a countdown tone is left out where another tone is due.
        if !self.0.iter().any(|planned| planned.in_ms == in_ms) {
            self.0.push(PlannedTone { in_ms, tone });
        }
    }

    /// A tone with a countdown of three tones, one second apart, before it.
    fn add_with_countdown(&mut self, in_ms: u32, tone: Tone) {
        for before_ms in [3_000, 2_000, 1_000] {
            if in_ms > before_ms {
                self.add(in_ms - before_ms, Tone::Count);
            }
        }
        self.add(in_ms, tone);
    }
}
