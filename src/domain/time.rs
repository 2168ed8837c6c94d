//! Time stamps of events, the time between two events, and calendar days.

/// When an event happened, by both clocks of the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// Wall clock, milliseconds since 1970. It can be wrong or be set while the app runs, so durations do not rely on
    /// it.
    pub unix_ms: i64,
    /// Monotonic clock, milliseconds from an arbitrary start. On most devices it stops while the device sleeps.
    pub mono_ms: i64,
    /// Local time minus UTC, minutes, -840 to 840.
    pub utc_offset_min: i16,
}

/// Longest time between two events, in milliseconds, that is not yet a gap.
pub const MAX_STEADY_MS: i64 = 5_000;
/// Longest gap, in milliseconds, after which a session continues without being paused.
pub const MAX_COUNTED_GAP_MS: u32 = 120_000;
/// One day in milliseconds.
pub const DAY_MS: i64 = 86_400_000;

/// The time between two events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elapsed {
    /// Ticks kept arriving. Milliseconds by the monotonic clock.
    Steady(u32),
    /// No event arrived for more than [`MAX_STEADY_MS`]. Milliseconds by the clock that advanced further.
    Gap(u32),
}

impl Elapsed {
    /// Milliseconds, by whichever clock.
    pub const fn ms(self) -> u32 {
        match self {
            Self::Steady(ms) | Self::Gap(ms) => ms,
        }
    }
}

impl Now {
    /// The time that passed since the event at `seen`.
    ///
    /// A wall clock that advances while the monotonic clock does not is ambiguous: the device slept, or somebody set
    /// the clock. Only a hidden page can have slept without an event, so `was_hidden` decides.
    pub fn elapsed_since(self, seen: Self, was_hidden: bool) -> Elapsed {
        let mono = self.mono_ms.saturating_sub(seen.mono_ms).max(0);
        let wall = self.unix_ms.saturating_sub(seen.unix_ms);
        if mono > MAX_STEADY_MS || (was_hidden && wall > MAX_STEADY_MS) {
            Elapsed::Gap(saturating_ms(wall.max(mono)))
        } else {
            Elapsed::Steady(saturating_ms(mono))
        }
    }

    /// Days since 1970 by the person's local calendar.
    pub fn local_day(self) -> i64 {
        local_day(self.unix_ms, self.utc_offset_min)
    }

    /// Whether both are in the same minute and have the same offset, so that nothing shown in minutes or days differs.
    pub const fn is_same_minute(self, other: Self) -> bool {
        self.unix_ms.div_euclid(60_000) == other.unix_ms.div_euclid(60_000)
            && self.utc_offset_min == other.utc_offset_min
    }
}

/// A moment with the UTC offset that applied then, in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Unix milliseconds.
    pub unix_ms: i64,
    /// Local time minus UTC at that moment, minutes.
    pub utc_offset_min: i16,
}

impl Moment {
    /// Days since 1970 in that offset.
    pub fn local_day(self) -> i64 {
        local_day(self.unix_ms, self.utc_offset_min)
    }

    /// Unix milliseconds, shifted so that formatting them as UTC gives the local time.
    pub fn local_ms(self) -> i64 {
        local_ms(self.unix_ms, self.utc_offset_min)
    }
}

/// Unix milliseconds, shifted so that formatting them as UTC gives the local time at the given offset (minutes).
pub fn local_ms(unix_ms: i64, utc_offset_min: i16) -> i64 {
    unix_ms.saturating_add(i64::from(utc_offset_min) * 60_000)
}

/// Days since 1970 at the given offset (minutes).
pub fn local_day(unix_ms: i64, utc_offset_min: i16) -> i64 {
    local_ms(unix_ms, utc_offset_min).div_euclid(DAY_MS)
}

/// Milliseconds as `u32`: negative values become 0, values that do not fit become `u32::MAX`.
pub fn saturating_ms(ms: i64) -> u32 {
    u32::try_from(ms.max(0)).unwrap_or(u32::MAX)
}

/// Year, month and day of the month from days since 1970, in the Gregorian calendar.
///
/// Counts years from March, so that the leap day is the last day of a year; 400 years have 146,097 days.
pub const fn civil_from_days(days: i64) -> (i64, i64, i64) {
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
