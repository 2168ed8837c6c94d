//! Dates and times, formatted for the person's language and region.
//!
//! All functions take local milliseconds: Unix time shifted by the UTC offset. So a session shows the day and time of
//! the place where it was recorded, wherever it is viewed.

use super::formats::{self, DateStyle};

/// Weekday, day and month.
pub fn day(local_ms: i64) -> String {
    formats::current().date(DateStyle::Day, local_ms)
}

/// Day, month and year.
pub fn day_and_year(local_ms: i64) -> String {
    formats::current().date(DateStyle::DayAndYear, local_ms)
}

/// Day, short month and year, for narrow places.
pub fn short(local_ms: i64) -> String {
    formats::current().date(DateStyle::Short, local_ms)
}

/// Month and year.
pub fn month(local_ms: i64) -> String {
    formats::current().date(DateStyle::Month, local_ms)
}

/// Hour and minute.
pub fn time(local_ms: i64) -> String {
    formats::current().date(DateStyle::Time, local_ms)
}

/// The short name of a weekday; 0 is Monday.
pub fn weekday(day: u8) -> String {
    const DAY_MS: i64 = 86_400_000;
    // The first Monday after the Unix epoch, which was a Thursday.
    const MONDAY_MS: i64 = 4 * DAY_MS;
    formats::current().date(DateStyle::Weekday, MONDAY_MS + i64::from(day) * DAY_MS)
}
