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

    /// Which fifth of the zone it is in, from 0 at the top to 4 at the bottom: people are told places in these.
    pub const fn fifth(self) -> usize {
        let fifth = self.0 / 20;
        if fifth < 4 { fifth as usize } else { 4 }
    }

    /// Points between two places, never negative.
    pub const fn distance(self, other: Self) -> u8 {
        self.0.abs_diff(other.0)
    }
}

/// An end of the zone. Beyond it lies bone, which is kept off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneEnd {
    /// The upper one.
    Hip,
    /// The lower one.
    Knee,
}

impl ZoneEnd {
    /// How far beyond an end a tap still means the end, thousandths of a percent: less than a finger misses by.
    pub const MARGIN_MILLI: i32 = 2_000;

    /// The end that a height is beyond, in thousandths of a percent; `None` within the zone and its margin.
    pub const fn beyond(milli: i32) -> Option<Self> {
        if milli < -Self::MARGIN_MILLI {
            Some(Self::Hip)
        } else if milli > 100_000 + Self::MARGIN_MILLI {
            Some(Self::Knee)
        } else {
            None
        }
    }
}
