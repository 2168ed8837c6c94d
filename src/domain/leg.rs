//! A leg and a place on it.

/// Which leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Leg {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
}

impl Leg {
    /// Both, in the order in which they are listed.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    /// Place of this leg in a pair ordered as [`Leg::BOTH`].
    pub const fn index(self) -> usize {
        match self {
            Self::Left => 0,
            Self::Right => 1,
        }
    }
}

/// Whole percent down the zone: 0 just under the hip bone, 100 just above the knee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(u8);

impl Position {
    /// Just under the hip bone.
    pub const TOP: Self = Self(0);
    /// Just above the knee.
    pub const BOTTOM: Self = Self(100);

    /// `None` outside 0 to 100.
    pub const fn new(percent: u8) -> Option<Self> {
        if percent <= 100 { Some(Self(percent)) } else { None }
    }

    /// The nearest position inside the zone.
    pub fn clamped(percent: i32) -> Self {
        Self(u8::try_from(percent.clamp(0, 100)).unwrap_or(0))
    }

    /// The nearest position to thousandths of a percent, which may lie outside the zone.
    pub fn from_milli(milli: i32) -> Self {
        Self::clamped(milli.saturating_add(500).div_euclid(1_000))
    }

    /// 0 to 100.
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// Points between two places, never negative.
    pub const fn distance(self, other: Self) -> u8 {
        self.0.abs_diff(other.0)
    }
}
