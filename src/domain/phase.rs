//! Where a running session stands: each phase carries exactly what only it needs.

use super::{leg::Position, pace::Pacer, spot::Spot};

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
    /// The advice against too much pressure is shown.
    pub too_much: bool,
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

/// Why a session is paused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The person asked for it.
    Asked,
    /// "This feels wrong".
    FeltWrong,
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
        Self::Roll { pacer: Pacer::at(place), waited_ms: 0 }
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
