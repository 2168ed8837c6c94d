//! Durations, clocks and offsets from UTC as text.

use super::formats::{self, Unit};

/// A number of seconds: "56 sec".
pub fn seconds(n: u32) -> String {
    formats::current().unit(n, Unit::Second)
}

/// A number of minutes: "4 min".
pub fn minutes(n: u32) -> String {
    formats::current().unit(n, Unit::Minute)
}

/// Milliseconds as "4 min 12 sec", from an hour on as "17 hr 58 min".
pub fn span(ms: u32) -> String {
    let formats = formats::current();
    let all = ms / 1_000;
    let parts = match (all / 60, all % 60) {
        (m, _) if m >= 60 => vec![(m / 60, Unit::Hour), (m % 60, Unit::Minute)],
        (0, s) => vec![(s, Unit::Second)],
        (m, 0) => vec![(m, Unit::Minute)],
        (m, s) => vec![(m, Unit::Minute), (s, Unit::Second)],
    };
    let parts: Vec<String> = parts.into_iter().map(|(n, unit)| formats.unit(n, unit)).collect();
    formats.units(&parts)
}

/// Seconds as a clock shows them: "4:12".
pub fn clock(seconds: u32) -> String {
    let formats = formats::current();
    [&formats.number(seconds / 60), ":", &formats.two_digits(seconds % 60)].concat()
}

/// An offset from UTC in minutes, as "UTC+2" or "UTC−3:30"; reads the same in every language we have.
pub fn utc_offset(minutes: i16) -> String {
    let (hours, rest) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
    let sign = if minutes < 0 { "−" } else { "+" };
    let rest = if rest == 0 { String::new() } else { format!(":{rest:02}") };
    ["UTC", sign, &hours.to_string(), &rest].concat()
}
