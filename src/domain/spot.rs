//! A spot: its position, how that was determined, and how much it hurts.

use super::{leg::Position, session_id::SessionId};

/// Maximum number of marks on one leg.
pub const MAX_MARKS_PER_LEG: usize = 8;

/// How a position was determined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PositionSource {
    /// Tapped on the diagram.
    Tapped,
    /// Added or moved in the list.
    List,
    /// From today's plan.
    Plan,
    /// A spot of an earlier session, marked again.
    EarlierSpot,
    /// The pacer's estimate; not used for tracks.
    Estimated,
    /// An estimate of the pacer that the person confirmed afterwards.
    Confirmed,
    /// Corrected by the person afterwards.
    Corrected,
}

/// Pain, 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pain(u8);

impl Pain {
    /// The highest score.
    pub const MAX: u8 = 10;

    /// `None` above 10.
    pub const fn new(score: u8) -> Option<Self> {
        if score <= Self::MAX { Some(Self(score)) } else { None }
    }

    /// 0 to 10.
    pub const fn score(self) -> u8 {
        self.0
    }

    /// Its step on the scale of five colours, 1 to 5. The exact number is always shown beside the colour.
    pub const fn colour_step(self) -> u8 {
        match self.0 {
            0..=2 => 1,
            3..=4 => 2,
            5..=6 => 3,
            7..=8 => 4,
            _ => 5,
        }
    }

    /// Whether it is high enough for the advice to take some weight off.
    pub const fn is_too_much(self) -> bool {
        self.0 >= 6
    }

    /// Whether it is high enough for the advice to leave the spot.
    pub const fn advises_leaving(self) -> bool {
        self.0 >= 7
    }
}

/// A track: the same spot met in several sessions, named after the first hold on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrackId {
    /// The session of the first hold.
    pub session: SessionId,
    /// The index of the first hold in that session.
    pub hold: u8,
}

/// A place to hold, or one that was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Where it is.
    pub position: Position,
    /// How the position was determined.
    pub position_source: PositionSource,
    /// Its track, if the person chose one.
    pub pinned_track: Option<TrackId>,
    /// Pain at press, if rated.
    pub pain: Option<Pain>,
}
