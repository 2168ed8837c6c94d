//! The phases of a session. Each carries exactly the data that only it needs.

use super::{
    leg::Position,
    pacer::Pacer,
    spot::{Pain, Spot},
};

/// Countdown of the position phase, milliseconds.
pub const POSITION_MS: u32 = 8_000;
/// How long "off the roller" is shown before the countdown of the leg change starts, milliseconds.
pub const OFF_ROLLER_MS: u32 = 3_000;
/// Countdown of the leg change, milliseconds.
pub const SWITCH_MS: u32 = 10_000;
/// Limit of any hold, and the longest countdown or timed hold that "+10 s" can produce, milliseconds.
pub const LIMIT_MS: u32 = 120_000;
/// What "+10 s" adds, milliseconds.
pub const TEN_SECONDS_MS: u32 = 10_000;
/// How long after the pacer reaches a mark a timed hold begins, milliseconds.
pub const WAIT_AT_MARK_MS: u32 = 3_000;
/// Shortest hold that can end eased, milliseconds. An earlier tap was a mistake and drops the hold.
pub const MIN_HOLD_MS: u32 = 3_000;
/// Rest after a hold that eased or reached its limit, before rolling continues, milliseconds.
pub const REST_MS: u32 = 5_000;
/// How long "off the roller" is shown before the summary, milliseconds.
pub const END_NOTICE_MS: u32 = 4_000;
/// How long the advice to take weight off is shown, milliseconds.
pub const LESS_WEIGHT_MS: u32 = 10_000;
/// Time on one leg after which a hint is given once, milliseconds.
pub const LONG_TIME_ON_LEG_MS: u32 = 300_000;

/// The spot that is held, or will be held next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoldTarget {
    /// The spot.
    pub spot: Spot,
    /// Its index among the marks of the leg ([`Progress::marks`](super::running::Progress::marks)), if it is one.
    pub mark: Option<usize>,
}

/// What follows the countdown of the position phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterCountdown {
    /// Rolling from this position.
    Roll(Position),
    /// A new hold on the spot that was interrupted.
    Hold(HoldTarget),
}

/// A hold in progress. Durations in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenHold {
    /// The spot that is held.
    pub target: HoldTarget,
    /// Active time of the session when it began.
    pub start_ms: u32,
    /// Time on the spot so far.
    pub held_ms: u32,
    /// Time paused so far.
    pub paused_ms: u32,
    /// The part of `held_ms` that fell into gaps.
    pub gap_ms: u32,
    /// The hold ends without a tap when `held_ms` reaches this.
    pub end_ms: u32,
    /// The first pain rating in this hold: the pain at press.
    pub first_pain: Option<Pain>,
    /// The latest rating after the first.
    pub later_pain: Option<Pain>,
    /// How much longer the advice to take weight off is shown.
    pub less_weight_ms: u32,
    /// Whether the advice to leave the spot is shown.
    pub leave_spot: bool,
}

/// Advice against too much pressure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PressureAdvice {
    /// Put the front foot down and take some weight off.
    LessWeight,
    /// Leave this spot.
    LeaveSpot,
}

impl OpenHold {
    /// The latest pain rating in this hold.
    pub fn pain(&self) -> Option<Pain> {
        self.later_pain.or(self.first_pain)
    }

    /// The advice to show now.
    pub const fn advice(&self) -> Option<PressureAdvice> {
        match (self.leave_spot, self.less_weight_ms) {
            (true, _) => Some(PressureAdvice::LeaveSpot),
            (false, 0) => None,
            (false, _) => Some(PressureAdvice::LessWeight),
        }
    }
}

/// Why there is a rest after a hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestReason {
    /// The spot eased: the pain at ease is asked for.
    Eased,
    /// The hold reached its limit: the weight has to come off.
    Limit,
}

/// A rest after a hold: the pacer does not move yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rest {
    /// Why.
    pub reason: RestReason,
    /// Milliseconds left.
    pub remaining_ms: u32,
}

/// A phase in which time counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Active {
    /// Getting into place.
    Position {
        /// Milliseconds left.
        remaining_ms: u32,
        /// What follows.
        next: AfterCountdown,
    },
    /// Rolling toward the knee.
    Roll {
        /// The estimated position of the roller.
        pacer: Pacer,
        /// How long the pacer has waited at the next mark, milliseconds.
        waited_ms: u32,
        /// The rest before rolling continues, if any.
        rest: Option<Rest>,
    },
    /// Staying on a spot.
    Hold(OpenHold),
    /// Changing legs.
    Switch {
        /// Milliseconds left of "off the roller"; the countdown waits for its end.
        off_roller_ms: u32,
        /// Milliseconds left of the countdown.
        remaining_ms: u32,
    },
}

/// The steps after "This feels wrong", in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeltWrongStep {
    /// "Come off the roller".
    LeaveRoller,
    /// What felt wrong is asked.
    AskReason,
    /// When to get help, and whether to stop or carry on.
    Advice,
}

/// Why a session is paused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseReason {
    /// The person asked for it.
    Asked,
    /// "This feels wrong".
    FeltWrong(FeltWrongStep),
    /// The device slept for more than two minutes.
    Slept,
    /// The app was closed and opened again.
    Closed,
}

/// A paused phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paused {
    /// The phase that Resume returns to.
    pub from: Active,
    /// Why.
    pub reason: PauseReason,
    /// Whether the confirmation "Stop now?" is shown.
    pub is_confirming_stop: bool,
    /// How long the pause has lasted, milliseconds.
    pub paused_ms: u32,
}

/// The phase of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Time counts.
    Active(Active),
    /// Time does not count.
    Paused(Paused),
    /// The session is over; the summary is shown.
    Done,
}

/// The name of a phase, without its data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhaseName {
    /// Getting into place.
    Position,
    /// Rolling.
    Roll,
    /// Staying on a spot.
    Hold,
    /// Changing legs.
    Switch,
    /// Paused.
    Paused,
    /// Over.
    Done,
}

impl Active {
    /// The roll phase, starting at a position.
    pub const fn rolling_from(place: Position) -> Self {
        Self::Roll { pacer: Pacer::at(place), waited_ms: 0, rest: None }
    }

    /// Its name.
    pub const fn name(&self) -> PhaseName {
        match self {
            Self::Position { .. } => PhaseName::Position,
            Self::Roll { .. } => PhaseName::Roll,
            Self::Hold(_) => PhaseName::Hold,
            Self::Switch { .. } => PhaseName::Switch,
        }
    }
}

impl Phase {
    /// Its name.
    pub const fn name(&self) -> PhaseName {
        match self {
            Self::Active(active) => active.name(),
            Self::Paused(_) => PhaseName::Paused,
            Self::Done => PhaseName::Done,
        }
    }

    /// The active phase, or the phase that was paused; `None` if the session is over.
    pub const fn underlying(&self) -> Option<&Active> {
        match self {
            Self::Active(active) => Some(active),
            Self::Paused(paused) => Some(&paused.from),
            Self::Done => None,
        }
    }

    /// The open hold, running or paused.
    pub const fn open_hold(&self) -> Option<&OpenHold> {
        match self.underlying() {
            Some(Active::Hold(open_hold)) => Some(open_hold),
            _ => None,
        }
    }
}
