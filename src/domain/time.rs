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

    /// Whether both are of one minute and of one offset: nothing that counts in minutes or days differs between them.
    pub const fn is_same_minute(self, other: Self) -> bool {
        self.unix_ms.div_euclid(60_000) == other.unix_ms.div_euclid(60_000)
            && self.utc_offset_min == other.utc_offset_min
    }
}

/// A moment with the offset that held then, in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Unix milliseconds.
    pub unix_ms: i64,
    /// Local time minus UTC at that moment, minutes.
    pub utc_offset_min: i16,
}

impl Moment {
    /// Days since 1970 by the calendar of that offset.
    pub fn local_day(self) -> i64 {
        local_day(self.unix_ms, self.utc_offset_min)
    }

    /// Unix milliseconds, shifted so that UTC reads as local time.
    pub fn local_ms(self) -> i64 {
        local_ms(self.unix_ms, self.utc_offset_min)
    }
}

/// Unix milliseconds, shifted so that UTC reads as the local time of the given offset (minutes).
pub fn local_ms(unix_ms: i64, utc_offset_min: i16) -> i64 {
    unix_ms.saturating_add(i64::from(utc_offset_min) * 60_000)
}

/// Days since 1970 by the calendar of the given offset (minutes).
pub fn local_day(unix_ms: i64, utc_offset_min: i16) -> i64 {
    local_ms(unix_ms, utc_offset_min).div_euclid(DAY_MS)
}

/// Saturates: a duration that does not fit is as long as can be written.
pub fn to_ms(ms: i64) -> u32 {
    u32::try_from(ms.max(0)).unwrap_or(u32::MAX)
}

/// Year, month and day of the month from days since 1970, in the Gregorian calendar.
///
/// Years begin in March here, so that the odd day of a leap year comes last; 400 of them have 146,097 days.
pub const fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
    (year, month, day)
}
