//! Durations, timers and UTC offsets as text.

use super::formats::{self, Unit};

/// A number of seconds: "56 sec".
pub fn seconds(n: u32) -> String {
    formats::current().unit(n, Unit::Second)
}

/// A number of minutes: "4 min".
pub fn minutes(n: u32) -> String {
    formats::current().unit(n, Unit::Minute)
}

/// A duration in milliseconds as "4 min 12 sec", from one hour as "17 hr 58 min".
pub fn format_duration(ms: u32) -> String {
    let formats = formats::current();
    let total_s = ms / 1_000;
    let parts = match (total_s / 60, total_s % 60) {
        (m, _) if m >= 60 => vec![(m / 60, Unit::Hour), (m % 60, Unit::Minute)],
        (0, s) => vec![(s, Unit::Second)],
        (m, 0) => vec![(m, Unit::Minute)],
        (m, s) => vec![(m, Unit::Minute), (s, Unit::Second)],
    };
    let parts: Vec<String> = parts.into_iter().map(|(n, unit)| formats.unit(n, unit)).collect();
    formats.units(&parts)
}

/// Seconds as a timer shows them: "4:12".
pub fn clock(seconds: u32) -> String {
    let formats = formats::current();
    [&formats.number(seconds / 60), ":", &formats.two_digits(seconds % 60)].concat()
}

/// An offset from UTC in minutes, as "UTC+2" or "UTC−3:30"; the same in every supported language.
pub fn utc_offset(minutes: i16) -> String {
    let (hours, rest) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
    let sign = if minutes < 0 { "−" } else { "+" };
    let rest = if rest == 0 { String::new() } else { format!(":{rest:02}") };
    ["UTC", sign, &hours.to_string(), &rest].concat()
}
