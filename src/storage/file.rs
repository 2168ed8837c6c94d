//! Exported files and their names: the content, then date and time, so that names sort by time.

use crate::domain::{
    Now,
    history_list::local_ms,
    time::{DAY_MS, civil_from_days},
};

/// A file to be saved or shared by the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportFile {
    /// See [`file_name`].
    pub name: String,
    /// Its content.
    pub text: String,
}

/// `eased-<what>-YYYY-MM-DD-HHMMSS.<extension>` in local time.
pub fn file_name(what: &str, extension: &str, now: Now) -> String {
    let local = local_ms(now.unix_ms, now.utc_offset_min);
    let (date, time) = (format_date(local.div_euclid(DAY_MS), "-"), format_time_of_day(local));
    format!("eased-{what}-{date}-{time}.{extension}")
}

/// The time for the name of the next file: at least a second after `last`, so that names are unique. If the clock was
/// set back by more than a minute, its time is used.
pub fn next_file_moment(now: Now, last: Option<Now>) -> Now {
    let last_ms = last.map_or(i64::MIN, |last| last.unix_ms.div_euclid(1_000) * 1_000);
    let is_near = now.unix_ms < last_ms + 1_000 && now.unix_ms > last_ms - 60_000;
    if is_near { Now { unix_ms: last_ms + 1_000, ..now } } else { now }
}

/// `HHMMSS`.
fn format_time_of_day(local_ms: i64) -> String {
    let seconds = local_ms.rem_euclid(DAY_MS) / 1_000;
    let [hour, minute, second] = [seconds / 3_600, seconds / 60 % 60, seconds % 60];
    format!("{hour:02}{minute:02}{second:02}")
}

/// Year, month and day of a day since 1970, with a separator.
pub fn format_date(day: i64, separator: &str) -> String {
    let (year, month, day) = civil_from_days(day);
    format!("{year}{separator}{month:02}{separator}{day:02}")
}

/// `YYYYMMDDTHHMMSS` of unix milliseconds, in UTC; in local time if `ms` is shifted by the offset.
pub fn format_date_time(ms: i64) -> String {
    [format_date(ms.div_euclid(DAY_MS), "").as_str(), "T", &format_time_of_day(ms)].concat()
}
