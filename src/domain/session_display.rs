//! What the session screen reads off a running session: its number, what may be done, and when that changes by itself.

use super::{
    hold::{Ending, Reason},
    phase::{Active, LIMIT_MS, Phase, Rest, WAIT_AT_MARK_MS, Why},
    running::{MarkStatus, Running},
    settings::Advance,
};

/// Where "Carry on" after "This feels wrong" leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarryOn {
    /// On from the same place.
    Roll,
    /// On to the next mark.
    NextSpot,
    /// To the other leg.
    NextLeg,
}

impl Running {
    /// The seconds on the screen: those that are left where the phase ends by itself, those on the spot in a hold until
    /// it eases. `None` where no seconds steer anything: in a roll, while the person comes off the roller, at the end.
    pub fn digits(&self) -> Option<u32> {
        match self.course.phase.underlying()? {
            Active::Switch { off_ms: 1.., .. } | Active::Roll { .. } => None,
            Active::Position { left_ms, .. } | Active::Switch { left_ms, .. } => {
                Some(left_ms.div_ceil(1_000))
            }
            Active::Hold(holding) => Some(match self.advance {
                Advance::UntilEased => holding.held_ms / 1_000,
                Advance::ByItself(_) => holding.end_ms.saturating_sub(holding.held_ms).div_ceil(1_000),
            }),
        }
    }

    /// The moment after a hold in which the roller stays where it is.
    pub fn rest(&self) -> Option<Rest> {
        match self.course.phase.underlying() {
            Some(Active::Roll { rest, .. }) => *rest,
            Some(Active::Position { .. } | Active::Hold(_) | Active::Switch { .. }) | None => None,
        }
    }

    /// The number of the mark at which the roller waits.
    pub fn spot_here(&self) -> Option<usize> {
        match self.course.phase.underlying() {
            Some(Active::Roll { pacer, rest: None, .. })
                if pacer.ms_to(self.course.target(), self.pace) == 0 =>
            {
                self.course.next_spot().map(|(n, _)| n)
            }
            Some(Active::Roll { .. } | Active::Position { .. } | Active::Hold(_) | Active::Switch { .. })
            | None => None,
        }
    }

    /// The reason that was given for the "This feels wrong" that paused the session.
    pub fn wrong_reason(&self) -> Option<Reason> {
        if !matches!(self.course.phase, Phase::Paused(paused) if matches!(paused.why, Why::FeltWrong(_))) {
            return None;
        }
        if let Some(stopped) = self.course.hold_just_stopped() {
            let Ending::Stopped(reason) = self.course.holds[stopped].ending else { return None };
            return reason;
        }
        let pass = self.course.open_pass()?;
        self.course.passes[pass].felt_wrong.last().copied().flatten()
    }

    /// Where "Carry on" after "This feels wrong" leads: after numbness or tingling not back to the same place.
    pub fn carry_on(&self) -> Option<CarryOn> {
        match self.wrong_reason() {
            Some(Reason::Numb | Reason::Tingling) if self.has_spot_beyond() => Some(CarryOn::NextSpot),
            Some(Reason::Numb | Reason::Tingling) => self.course.next_leg.map(|_| CarryOn::NextLeg),
            Some(Reason::Sharp | Reason::Other | Reason::StopButton) | None => Some(CarryOn::Roll),
        }
    }

    /// Whether a mark is ahead other than the one at which the roller waits.
    fn has_spot_beyond(&self) -> bool {
        let ahead = self.course.marks.iter().filter(|mark| mark.fate == MarkStatus::Ahead).count();
        ahead > usize::from(self.spot_here().is_some())
    }

    /// Milliseconds until [`Running::digits`] or the phase changes by itself; `None` when time stands still.
    pub fn next_change_ms(&self) -> Option<u32> {
        let Phase::Active(active) = &self.course.phase else {
            return None;
        };
        let to_next_second = |ms: u32| 1_000 - ms % 1_000;
        let down = |ms: u32| {
            if ms.is_multiple_of(1_000) { 1_000 } else { ms % 1_000 }
        };
        Some(match active {
            Active::Switch { off_ms, .. } if *off_ms > 0 => *off_ms,
            Active::Position { left_ms, .. } | Active::Switch { left_ms, .. } => down(*left_ms),
            Active::Roll { rest: Some(rest), .. } => rest.left_ms.max(1),
            Active::Roll { pacer, waited_ms, rest: None } => {
                let second = to_next_second(self.course.leg_ms());
                let arrival = pacer.ms_to(self.course.target(), self.pace);
                let due = match (arrival, self.advance) {
                    (1.., _) => pacer.ms_to_word(arrival),
                    (0, _) if self.course.next_mark().is_none() => 1,
                    (0, Advance::UntilEased) => second,
                    (0, Advance::ByItself(_)) => WAIT_AT_MARK_MS.saturating_sub(*waited_ms).max(1),
                };
                second.min(due)
            }
            Active::Hold(holding) => {
                to_next_second(holding.held_ms).min(holding.end_ms.saturating_sub(holding.held_ms).max(1))
            }
        })
    }

    /// Whether an act can be undone now.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether "Move on" is offered.
    pub fn can_move_on(&self) -> bool {
        match &self.course.phase {
            Phase::Active(Active::Hold(_) | Active::Roll { rest: Some(_), .. }) => true,
            Phase::Active(Active::Roll { rest: None, .. }) => self.course.next_mark().is_some(),
            Phase::Active(Active::Position { .. } | Active::Switch { .. })
            | Phase::Paused(_)
            | Phase::Done => false,
        }
    }

    /// Whether "+10 s" has something to lengthen.
    pub fn can_add_ten(&self) -> bool {
        let Phase::Paused(paused) = &self.course.phase else {
            return false;
        };
        match paused.from {
            Active::Position { left_ms, .. } | Active::Switch { left_ms, .. } => left_ms < LIMIT_MS,
            Active::Hold(holding) => holding.end_ms < LIMIT_MS,
            Active::Roll { .. } => false,
        }
    }
}
