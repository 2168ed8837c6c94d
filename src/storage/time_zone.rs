//! The browser's time zone as an iCalendar `VTIMEZONE` (RFC 5545).
//!
//! Without a time zone database: the browser's UTC offset is sampled over some years. Changes are written as a yearly
//! rule, or listed where there is none, as in Morocco, whose changes follow Ramadan.

use super::file::format_date_time;
use crate::domain::{
    history_list::local_ms,
    time::{DAY_MS, civil_from_days},
};

/// Weekday codes of RFC 5545, Monday first.
pub const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/// A change of the UTC offset, such as the start of daylight saving time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OffsetChange {
    /// The time of the change.
    pub unix_ms: i64,
    /// Local time minus UTC before it, minutes.
    pub before_min: i16,
    /// Local time minus UTC after it, minutes.
    pub after_min: i16,
}

/// A time zone's offsets in a range of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeZone {
    /// IANA name, such as `Europe/Berlin`.
    pub name: String,
    /// Local time minus UTC at the start of the range, minutes.
    pub offset_min: i16,
    /// All changes in the range.
    pub changes: Vec<OffsetChange>,
    /// The end of the range.
    pub probed_until_unix_ms: i64,
}

/// Start of the range before now: more than a year, so that every yearly change occurs before the first event.
const LOOKBACK_MS: i64 = 400 * DAY_MS;
/// End of the range after now: ten years.
const LOOKAHEAD_MS: i64 = 3_660 * DAY_MS;
/// Sampling interval; changes are assumed to be further apart.
const PROBE_STEP_MS: i64 = 7 * DAY_MS;
const MINUTE_MS: i64 = 60_000;

impl TimeZone {
    /// Finds the changes by sampling the offset (minutes) around now and bisecting to the minute. `None` if the name
    /// has characters that are not allowed in the file.
    pub fn probe(name: String, now_unix_ms: i64, offset_at: impl Fn(i64) -> i16) -> Option<Self> {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
        if name.is_empty() || !name.chars().all(is_plain) {
            return None;
        }
        let from = (now_unix_ms - LOOKBACK_MS).div_euclid(MINUTE_MS) * MINUTE_MS;
        let until_unix_ms = from + LOOKBACK_MS + LOOKAHEAD_MS;
        let (mut sample_ms, offset_min, mut changes) = (from, offset_at(from), Vec::new());
        let mut before_min = offset_min;
        while sample_ms < until_unix_ms {
            let (mut low, mut high) = (sample_ms, sample_ms + PROBE_STEP_MS);
            let after_min = offset_at(high);
            sample_ms = high;
            if after_min == before_min {
                continue;
            }
            while high - low > MINUTE_MS {
                let middle = low + (high - low) / 2 / MINUTE_MS * MINUTE_MS;
                if offset_at(middle) == before_min { low = middle } else { high = middle }
            }
            changes.push(OffsetChange { unix_ms: high, before_min, after_min });
            before_min = after_min;
        }
        Some(Self { name, offset_min, changes, probed_until_unix_ms: until_unix_ms })
    }

    /// The lines of the `VTIMEZONE` component, for events from this time on.
    pub(super) fn vtimezone_lines(&self, from_unix_ms: i64) -> Vec<String> {
        let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), ["TZID:", &self.name].concat()];
        if self.changes.first().is_none_or(|first| first.unix_ms > from_unix_ms) {
            let constant =
                OffsetChange { unix_ms: 0, before_min: self.offset_min, after_min: self.offset_min };
            self.push_observance(&mut lines, &[constant]);
        }
        let mut remaining = self.changes.clone();
        while let Some(first) = remaining.first().copied() {
            let has_same_offsets =
                |c: &OffsetChange| (c.before_min, c.after_min) == (first.before_min, first.after_min);
            let (matching, others): (Vec<OffsetChange>, Vec<OffsetChange>) =
                remaining.into_iter().partition(has_same_offsets);
            self.push_observance(&mut lines, &matching);
            remaining = others;
        }
        lines.push("END:VTIMEZONE".to_owned());
        lines
    }

    /// Appends an observance: changes between the same two offsets, by a yearly rule or as a list.
    fn push_observance(&self, lines: &mut Vec<String>, changes: &[OffsetChange]) {
        let Some((first, later)) = changes.split_first() else { return };
        let is_back = |c: &OffsetChange| (c.before_min, c.after_min) == (first.after_min, first.before_min);
        let is_summer = first.after_min > first.before_min && self.changes.iter().any(is_back);
        let name = if is_summer { "DAYLIGHT" } else { "STANDARD" };
        // RFC 5545: local time with the offset before the change.
        let start = |c: &OffsetChange| format_date_time(local_ms(c.unix_ms, c.before_min));
        lines.push(["BEGIN:", name].concat());
        lines.push(["DTSTART:", &start(first)].concat());
        lines.push(["TZOFFSETFROM:", &format_offset(first.before_min)].concat());
        lines.push(["TZOFFSETTO:", &format_offset(first.after_min)].concat());
        if let Some(rule) = self.yearly_rule(changes) {
            lines.push(rule);
        } else if !later.is_empty() {
            lines.push(["RDATE:", &later.iter().map(start).collect::<Vec<_>>().join(",")].concat());
        }
        lines.push(["END:", name].concat());
    }

    /// The `RRULE`, if the changes occur every year until the end of the range, on the same weekday of the same month,
    /// counted from its start or its end.
    fn yearly_rule(&self, changes: &[OffsetChange]) -> Option<String> {
        let onsets: Vec<Onset> = changes.iter().map(Onset::new).collect();
        let (first, last) = (onsets.first()?, changes.last()?);
        let continues = onsets.len() > 2 && last.unix_ms + LOOKBACK_MS > self.probed_until_unix_ms;
        let is_yearly = onsets.windows(2).all(|two| two[1].year == two[0].year + 1);
        let is_same_rule = |o: &Onset| {
            (o.month, o.weekday, o.time_of_day_ms) == (first.month, first.weekday, first.time_of_day_ms)
        };
        if !(continues && is_yearly && onsets.iter().all(is_same_rule)) {
            return None;
        }
        let week = if onsets.iter().all(|onset| onset.is_last) {
            "-1".to_owned()
        } else {
            onsets
                .iter()
                .all(|onset| onset.week_of_month == first.week_of_month)
                .then(|| first.week_of_month.to_string())?
        };
        let weekday = WEEKDAYS.get(first.weekday)?;
        Some(format!("RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={week}{weekday}", first.month))
    }
}

/// The local date and time of a change.
struct Onset {
    year: i64,
    month: i64,
    /// 0 is Monday.
    weekday: usize,
    /// Which occurrence of the weekday in the month, from 1.
    week_of_month: i64,
    /// Whether it is the last occurrence in the month.
    is_last: bool,
    time_of_day_ms: i64,
}

impl Onset {
    fn new(change: &OffsetChange) -> Self {
        let local = local_ms(change.unix_ms, change.before_min);
        let day = local.div_euclid(DAY_MS);
        let (year, month, of_month) = civil_from_days(day);
        Self {
            year,
            month,
            // The first day of 1970 was a Thursday.
            weekday: usize::try_from((day + 3).rem_euclid(7)).unwrap_or(0),
            week_of_month: (of_month - 1) / 7 + 1,
            is_last: civil_from_days(day + 7).1 != month,
            time_of_day_ms: local.rem_euclid(DAY_MS),
        }
    }
}

/// `+0530`.
fn format_offset(minutes: i16) -> String {
    let (sign, minutes) = (if minutes < 0 { '-' } else { '+' }, minutes.unsigned_abs());
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}
