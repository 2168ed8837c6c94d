//! A tight place, how it came to stand where it stands, and how much it hurts.

use super::{leg::Position, session_id::SessionId};

/// Most marks on one leg.
pub const MOST_MARKS: usize = 8;

/// How a place was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// Tapped on the diagram.
    Tapped,
    /// Added or moved in the list.
    List,
    /// From today's plan.
    Plan,
    /// An earlier spot, adopted.
    Ring,
    /// The pacer's guess; takes no part in tracks.
    Paced,
    /// A guess that the person called right afterwards.
    Confirmed,
    /// Moved by the person afterwards.
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

    /// Which of the five ordered colours it has, from 1; a number beside the colour always says it exactly.
    pub const fn step(self) -> u8 {
        match self.0 {
            0..=2 => 1,
            3..=4 => 2,
            5..=6 => 3,
            7..=8 => 4,
            _ => 5,
        }
    }

    /// So much that weight should come off (`product.md` section 5).
    pub const fn is_too_much(self) -> bool {
        self.0 >= 6
    }

    /// So much that it is best to stop there.
    pub const fn is_best_stopped(self) -> bool {
        self.0 >= 7
    }
}

/// The same place met in several sessions, named after the hold that met it first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrackId {
    /// The earliest session.
    pub session: SessionId,
    /// The hold's place in that session, from 0.
    pub hold: u8,
}

/// A place to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Where.
    pub position: Position,
    /// How it was found.
    pub placed: Placed,
    /// The track, where the person pinned it.
    pub track: Option<TrackId>,
    /// Pain when pressed, where rated.
    pub pain: Option<Pain>,
}
