//! Where a running session stands: each phase carries exactly what only it needs.

use super::{
    leg::Position,
    pace::Pacer,
    spot::{Pain, Spot},
};

/// Countdown to get into place, milliseconds.
pub const POSITION_MS: u32 = 8_000;
/// "Off the roller", milliseconds, before the leg change counts down.
pub const OFF_ROLLER_MS: u32 = 3_000;
/// Countdown of the leg change, milliseconds.
pub const SWITCH_MS: u32 = 10_000;
/// Longest countdown or fixed hold that "+10 s" may make, and the limit of any hold, milliseconds.
pub const LIMIT_MS: u32 = 120_000;
/// What "+10 s" adds, milliseconds.
pub const TEN_MS: u32 = 10_000;
/// By itself, a hold begins this long after the pacer reached a mark, milliseconds.
pub const WAIT_AT_MARK_MS: u32 = 3_000;
/// A shorter hold that is called eased was a slip, milliseconds.
pub const SLIP_MS: u32 = 3_000;
/// The check-in chimes, milliseconds on the spot.
pub const CHIMES_MS: [u32; 2] = [30_000, 60_000];
/// The cap cue, "that is enough for this spot", milliseconds.
pub const CAP_MS: u32 = 90_000;
/// How long the roller stays where it is after a hold that eased or reached its limit, milliseconds.
pub const REST_MS: u32 = 5_000;
/// How long "off the roller" stays before the summary, milliseconds.
pub const FAREWELL_MS: u32 = 4_000;
/// How long the advice to take weight off stays, milliseconds.
pub const LESS_WEIGHT_MS: u32 = 10_000;
/// A leg that is rolled for longer is told so once, milliseconds.
pub const LONG_LEG_MS: u32 = 300_000;

/// A spot about to be held or being held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aim {
    /// The place.
    pub spot: Spot,
    /// Which of the frozen marks it is, if any.
    pub mark: Option<usize>,
}

/// What follows the countdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Rolling from here.
    Roll(Position),
    /// A new hold on the spot that was interrupted.
    Hold(Aim),
}

/// A hold that is under way. Durations in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// What is held.
    pub aim: Aim,
    /// Active time of the session before it began.
    pub start_ms: u32,
    /// Time on the spot so far.
    pub held_ms: u32,
    /// Time paused so far.
    pub paused_ms: u32,
    /// The silent part of `held_ms`.
    pub gap_ms: u32,
    /// The hold ends by itself when `held_ms` reaches this.
    pub end_ms: u32,
    /// The first answer in this hold to how much it hurts. It stays.
    pub first_pain: Option<Pain>,
    /// The latest answer after the first.
    pub later_pain: Option<Pain>,
    /// For how much longer the advice to take weight off is shown.
    pub less_weight_ms: u32,
    /// The advice to leave the spot is shown.
    pub leave_spot: bool,
}

/// What is advised against too much pressure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PressureAdvice {
    /// Put the front foot down and take some weight off.
    LessWeight,
    /// Leave this spot.
    LeaveSpot,
}

impl Holding {
    /// The latest answer in this hold to how much it hurts.
    pub fn pain(&self) -> Option<Pain> {
        self.later_pain.or(self.first_pain)
    }

    /// What is advised now.
    pub const fn advice(&self) -> Option<PressureAdvice> {
        match (self.leave_spot, self.less_weight_ms) {
            (true, _) => Some(PressureAdvice::LeaveSpot),
            (false, 0) => None,
            (false, _) => Some(PressureAdvice::LessWeight),
        }
    }
}

/// Why the roller stays where it is for a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestReason {
    /// The spot eased: how much it hurts now is asked.
    Eased,
    /// The hold reached its limit: the weight has to come off.
    Limit,
}

/// A moment after a hold in which the roller stays where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rest {
    /// Why.
    pub reason: RestReason,
    /// Milliseconds left of it.
    pub left_ms: u32,
}

/// A phase in which time runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Active {
    /// Getting into place.
    Position {
        /// Milliseconds left.
        left_ms: u32,
        /// What follows.
        then: Then,
    },
    /// Rolling toward the knee.
    Roll {
        /// Where the roller is thought to be.
        pacer: Pacer,
        /// How long it has stood at the next mark, milliseconds.
        waited_ms: u32,
        /// The roller does not move yet.
        rest: Option<Rest>,
    },
    /// Staying on a spot.
    Hold(Holding),
    /// Changing legs.
    Switch {
        /// Milliseconds left of "off the roller"; the countdown waits for its end.
        off_ms: u32,
        /// Milliseconds left of the countdown.
        left_ms: u32,
    },
}

/// What "This feels wrong" has come to. The person leaves the roller first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongStep {
    /// "Come off the roller."
    LeaveRoller,
    /// What felt wrong is asked.
    AskReason,
    /// When to get help, and the ways to stop or to go on.
    Advice,
}

/// Why a session is paused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The person asked for it.
    Asked,
    /// "This feels wrong".
    FeltWrong(WrongStep),
    /// The device slept for more than two minutes.
    Slept,
    /// The app was closed and opened again.
    Closed,
}

/// A phase that stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paused {
    /// What Resume returns to.
    pub from: Active,
    /// Why.
    pub why: Why,
    /// "Stop now?" is being asked.
    pub asks_stop: bool,
    /// For how long so far, milliseconds.
    pub paused_ms: u32,
}

/// Where a running session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Time runs.
    Active(Active),
    /// Time stands still.
    Paused(Paused),
    /// The session is over; the summary is shown.
    Done,
}

/// A phase without what it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// Getting into place.
    Position,
    /// Rolling.
    Roll,
    /// Staying on a spot.
    Hold,
    /// Changing legs.
    Switch,
    /// Standing still.
    Paused,
    /// Over.
    Done,
}

impl Active {
    /// Rolling on from a place.
    pub const fn rolling_from(place: Position) -> Self {
        Self::Roll { pacer: Pacer::at(place), waited_ms: 0, rest: None }
    }

    /// Its name.
    pub const fn name(&self) -> Name {
        match self {
            Self::Position { .. } => Name::Position,
            Self::Roll { .. } => Name::Roll,
            Self::Hold(_) => Name::Hold,
            Self::Switch { .. } => Name::Switch,
        }
    }
}

impl Phase {
    /// Its name.
    pub const fn name(&self) -> Name {
        match self {
            Self::Active(active) => active.name(),
            Self::Paused(_) => Name::Paused,
            Self::Done => Name::Done,
        }
    }

    /// The phase in which time runs, also under a pause; `None` when the session is over.
    pub const fn underlying(&self) -> Option<&Active> {
        match self {
            Self::Active(active) => Some(active),
            Self::Paused(paused) => Some(&paused.from),
            Self::Done => None,
        }
    }

    /// The open hold, running or paused.
    pub const fn holding(&self) -> Option<&Holding> {
        match self.underlying() {
            Some(Active::Hold(holding)) => Some(holding),
            _ => None,
        }
    }
}
