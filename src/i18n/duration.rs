//! Durations as text: their units read the same in every language we have.

use super::placeholders::Fill;

/// A number of seconds: reads the same in every language we have.
pub fn seconds(n: u32) -> String {
    Fill("{0}\u{a0}s").n(n)
}

/// An offset from UTC in minutes, as "UTC+2" or "UTC−3:30"; reads the same in every language we have.
pub fn utc_offset(minutes: i16) -> String {
    let (hours, rest) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
    let sign = if minutes < 0 { "−" } else { "+" };
    let tens = if (1..10).contains(&rest) { ":0" } else { ":" };
    let rest = if rest == 0 { String::new() } else { [tens, &rest.to_string()].concat() };
    ["UTC", sign, &hours.to_string(), &rest].concat()
}

/// Milliseconds as "4 min 12 s", from an hour on as "17 h 58 min"; the units read the same in every language we have.
pub fn span(ms: u32) -> String {
    let all = ms / 1_000;
    match (all / 60, all % 60) {
        (m, _) if m >= 60 => Fill("{0}\u{a0}h {1}\u{a0}min").with(&[(m / 60).into(), (m % 60).into()]),
        (0, s) => seconds(s),
        (m, 0) => Fill("{0}\u{a0}min").n(m),
        (m, s) => Fill("{0}\u{a0}min {1}\u{a0}s").with(&[m.into(), s.into()]),
    }
}
