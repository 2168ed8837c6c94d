//! What the session screen derives from a running session: the seconds, which actions are possible, and when they
//! change.

use super::{
    hold::{Ending, StopReason},
    phase::{Active, LIMIT_MS, PauseReason, Phase, Rest, WAIT_AT_MARK_MS},
    running::{MarkStatus, RunningSession},
    settings::Advance,
};

/// What "Carry on" after "This feels wrong" does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarryOn {
    /// Roll on from the same position.
    Roll,
    /// Roll on to the next mark.
    NextSpot,
    /// Change to the other leg.
    NextLeg,
}

impl RunningSession {
    /// The seconds on the screen: the seconds left in a countdown or a timed hold, the seconds on the spot in a hold
    /// until eased. `None` in a roll, while the person comes off the roller, and at the end.
    pub fn displayed_seconds(&self) -> Option<u32> {
        match self.progress.phase.underlying()? {
            Active::Switch { off_roller_ms: 1.., .. } | Active::Roll { .. } => None,
            Active::Position { remaining_ms, .. } | Active::Switch { remaining_ms, .. } => {
                Some(remaining_ms.div_ceil(1_000))
            }
            Active::Hold(open_hold) => Some(match self.advance {
                Advance::UntilEased => open_hold.held_ms / 1_000,
                Advance::Timed(_) => open_hold.end_ms.saturating_sub(open_hold.held_ms).div_ceil(1_000),
            }),
        }
    }

    /// The rest after a hold, if one is in progress.
    pub fn rest(&self) -> Option<Rest> {
        match self.progress.phase.underlying() {
            Some(Active::Roll { rest, .. }) => *rest,
            Some(Active::Position { .. } | Active::Hold(_) | Active::Switch { .. }) | None => None,
        }
    }

    /// The number of the mark at which the pacer waits, if it does.
    pub fn waiting_at_spot(&self) -> Option<usize> {
        match self.progress.phase.underlying() {
            Some(Active::Roll { pacer, rest: None, .. })
                if pacer.ms_until(self.progress.target_position(), self.pacer_seconds) == 0 =>
            {
                self.progress.next_spot().map(|(n, _)| n)
            }
            Some(Active::Roll { .. } | Active::Position { .. } | Active::Hold(_) | Active::Switch { .. })
            | None => None,
        }
    }

    /// The reason given for the "This feels wrong" that paused the session.
    pub fn felt_wrong_reason(&self) -> Option<StopReason> {
        if !matches!(self.progress.phase, Phase::Paused(paused) if matches!(paused.reason, PauseReason::FeltWrong(_)))
        {
            return None;
        }
        if let Some(stopped) = self.progress.hold_just_stopped_index() {
            let Ending::Stopped(reason) = self.progress.holds[stopped].ending else { return None };
            return reason;
        }
        let pass = self.progress.open_pass_index()?;
        self.progress.passes[pass].felt_wrong.last().copied().flatten()
    }

    /// What "Carry on" after "This feels wrong" does; `None` if it is not offered. After numbness or tingling it never
    /// continues at the same position.
    pub fn carry_on_target(&self) -> Option<CarryOn> {
        match self.felt_wrong_reason() {
            Some(StopReason::Numb | StopReason::Tingling) if self.has_later_mark() => Some(CarryOn::NextSpot),
            Some(StopReason::Numb | StopReason::Tingling) => self.progress.next_leg.map(|_| CarryOn::NextLeg),
            Some(StopReason::Sharp | StopReason::Other | StopReason::StopButton) | None => {
                Some(CarryOn::Roll)
            }
        }
    }

    /// Whether there is a mark ahead other than the one at which the pacer waits.
    fn has_later_mark(&self) -> bool {
        let ahead_count = self.progress.marks.iter().filter(|mark| mark.status == MarkStatus::Ahead).count();
        ahead_count > usize::from(self.waiting_at_spot().is_some())
    }

    /// Milliseconds until [`RunningSession::displayed_seconds`] or the phase changes without an event; `None` if time
    /// does not count.
    pub fn ms_until_change(&self) -> Option<u32> {
        let Phase::Active(active) = &self.progress.phase else {
            return None;
        };
        let to_next_second = |ms: u32| 1_000 - ms % 1_000;
        let down = |ms: u32| {
            if ms.is_multiple_of(1_000) { 1_000 } else { ms % 1_000 }
        };
        Some(match active {
            Active::Switch { off_roller_ms, .. } if *off_roller_ms > 0 => *off_roller_ms,
            Active::Position { remaining_ms, .. } | Active::Switch { remaining_ms, .. } => {
                down(*remaining_ms)
            }
            Active::Roll { rest: Some(rest), .. } => rest.remaining_ms.max(1),
            Active::Roll { pacer, waited_ms, rest: None } => {
                let second = to_next_second(self.progress.leg_ms());
                let arrival = pacer.ms_until(self.progress.target_position(), self.pacer_seconds);
                let due = match (arrival, self.advance) {
                    (1.., _) => pacer.ms_until_notice(arrival),
                    (0, _) if self.progress.next_mark_index().is_none() => 1,
                    (0, Advance::UntilEased) => second,
                    (0, Advance::Timed(_)) => WAIT_AT_MARK_MS.saturating_sub(*waited_ms).max(1),
                };
                second.min(due)
            }
            Active::Hold(open_hold) => to_next_second(open_hold.held_ms)
                .min(open_hold.end_ms.saturating_sub(open_hold.held_ms).max(1)),
        })
    }

    /// Whether an action can be undone.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether "Move on" is offered.
    pub fn can_move_on(&self) -> bool {
        match &self.progress.phase {
            Phase::Active(Active::Hold(_) | Active::Roll { rest: Some(_), .. }) => true,
            Phase::Active(Active::Roll { rest: None, .. }) => self.progress.next_mark_index().is_some(),
            Phase::Active(Active::Position { .. } | Active::Switch { .. })
            | Phase::Paused(_)
            | Phase::Done => false,
        }
    }

    /// Whether "+10 s" can lengthen the paused countdown or timed hold.
    pub fn can_add_ten(&self) -> bool {
        let Phase::Paused(paused) = &self.progress.phase else {
            return false;
        };
        match paused.from {
            Active::Position { remaining_ms, .. } | Active::Switch { remaining_ms, .. } => {
                remaining_ms < LIMIT_MS
            }
            Active::Hold(open_hold) => open_hold.end_ms < LIMIT_MS,
            Active::Roll { .. } => false,
        }
    }
}
