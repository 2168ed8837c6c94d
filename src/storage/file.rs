//! Files that are handed to the person, and how they are called: what they hold, then when they were made, so that names
//! sort by time.

use crate::domain::{
    Now,
    history_list::local_ms,
    time::{DAY_MS, civil},
};

/// A file to hand to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// As [`file_name`] makes it.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// `eased-<what>-YYYY-MM-DD-HHMMSS.<extension>` by the person's own calendar and clock.
pub fn file_name(what: &str, extension: &str, now: Now) -> String {
    let local = local_ms(now.unix_ms, now.utc_offset_min);
    let (date, time) = (date_of(local.div_euclid(DAY_MS), "-"), time_of_day(local));
    format!("eased-{what}-{date}-{time}.{extension}")
}

/// The moment by which the next file is called: never in the second of the `last` one, or both would have one name. A
/// clock that was set back by more than a minute is believed.
pub fn next_moment(now: Now, last: Option<Now>) -> Now {
    let last_ms = last.map_or(i64::MIN, |last| last.unix_ms.div_euclid(1_000) * 1_000);
    let is_near = now.unix_ms < last_ms + 1_000 && now.unix_ms > last_ms - 60_000;
    if is_near { Now { unix_ms: last_ms + 1_000, ..now } } else { now }
}

/// Hours, minutes and seconds without marks between them: `HHMMSS`.
fn time_of_day(local_ms: i64) -> String {
    let seconds = local_ms.rem_euclid(DAY_MS) / 1_000;
    let [hour, minute, second] = [seconds / 3_600, seconds / 60 % 60, seconds % 60];
    format!("{hour:02}{minute:02}{second:02}")
}

/// Year, month and day of a day since 1970.
pub fn date_of(day: i64, between: &str) -> String {
    let (year, month, day) = civil(day);
    format!("{year}{between}{month:02}{between}{day:02}")
}

/// A date with its time of day; UTC for UTC, and local for milliseconds shifted so that UTC reads as local time.
pub fn date_time(ms: i64) -> String {
    [date_of(ms.div_euclid(DAY_MS), "").as_str(), "T", &time_of_day(ms)].concat()
}
