//! A leg and a position on it.

/// Which leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Leg {
    /// The person's left leg.
    Left,
    /// The person's right leg.
    Right,
}

impl Leg {
    /// Both legs, in the order in which they are listed.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// The other leg.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    /// Index of this leg in an array ordered as [`Leg::BOTH`].
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

    /// The nearest position to a height in thousandths of a percent, which may lie outside the zone.
    pub fn from_milli(milli: i32) -> Self {
        Self::clamped(milli.saturating_add(500).div_euclid(1_000))
    }

    /// 0 to 100.
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// The fifth of the zone that it lies in, from 0 at the top to 4 at the bottom. Positions are shown to people as
    /// fifths ("upper thigh").
    pub const fn fifth(self) -> usize {
        let fifth = self.0 / 20;
        if fifth < 4 { fifth as usize } else { 4 }
    }

    /// The distance between two positions in points (percent of the zone).
    pub const fn distance(self, other: Self) -> u8 {
        self.0.abs_diff(other.0)
    }
}

/// An end of the zone. Beyond it lies bone, which must not be rolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneEnd {
    /// The upper end.
    Hip,
    /// The lower end.
    Knee,
}

impl ZoneEnd {
    /// How far beyond an end a tap still counts as the end, in thousandths of a percent: less than the usual error of a
    /// finger tap.
    pub const MARGIN_MILLI: i32 = 2_000;

    /// The end beyond which a height (in thousandths of a percent) lies outside the zone; `None` within the zone and
    /// its margin.
    pub const fn outside_zone(milli: i32) -> Option<Self> {
        if milli < -Self::MARGIN_MILLI {
            Some(Self::Hip)
        } else if milli > 100_000 + Self::MARGIN_MILLI {
            Some(Self::Knee)
        } else {
            None
        }
    }
}
