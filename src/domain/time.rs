//! The moment of an event, and what may be concluded from the time between two of them.

/// When something happened, by both clocks of the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// Wall clock, milliseconds since 1970; a label that the person can set wrong.
    pub unix_ms: i64,
    /// Monotonic clock, milliseconds from an arbitrary start; stands still while most devices sleep.
    pub mono_ms: i64,
    /// Local time minus UTC, minutes, -840 to 840.
    pub utc_offset_min: i16,
}

/// Longest silence, in milliseconds, that still counts as steady running.
pub const STEADY_MS: i64 = 5_000;
/// Longest gap, in milliseconds, that a session bridges without pausing.
pub const BRIDGED_MS: u32 = 120_000;
/// One day in milliseconds.
pub const DAY_MS: i64 = 86_400_000;

/// The time between two events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elapsed {
    /// Ticks kept arriving: milliseconds by the monotonic clock.
    Steady(u32),
    /// Nothing was heard for more than [`STEADY_MS`]: milliseconds by the wall clock where it agrees.
    Gap(u32),
}

impl Elapsed {
    /// Milliseconds, however they were found.
    pub const fn ms(self) -> u32 {
        match self {
            Self::Steady(ms) | Self::Gap(ms) => ms,
        }
    }
}

impl Now {
    /// What passed since `seen`.
    ///
    /// A sleeping device stops the monotonic clock while the wall clock jumps, and so does a person who
    /// sets the clock. Only a page that was hidden can have slept unnoticed, so `was_hidden` decides.
    pub fn since(self, seen: Self, was_hidden: bool) -> Elapsed {
        let mono = self.mono_ms.saturating_sub(seen.mono_ms).max(0);
        let wall = self.unix_ms.saturating_sub(seen.unix_ms);
        if mono > STEADY_MS || (was_hidden && wall > STEADY_MS) {
            Elapsed::Gap(to_ms(wall.max(mono)))
        } else {
            Elapsed::Steady(to_ms(mono))
        }
    }

    /// Days since 1970 by the person's own calendar.
    pub fn local_day(self) -> i64 {
        local_day(self.unix_ms, self.utc_offset_min)
    }
}

/// Days since 1970 by the calendar of the given offset (minutes).
pub fn local_day(unix_ms: i64, utc_offset_min: i16) -> i64 {
    unix_ms.saturating_add(i64::from(utc_offset_min) * 60_000).div_euclid(DAY_MS)
}

/// Saturates: a duration that does not fit is as long as can be written.
pub fn to_ms(ms: i64) -> u32 {
    u32::try_from(ms.max(0)).unwrap_or(u32::MAX)
}
