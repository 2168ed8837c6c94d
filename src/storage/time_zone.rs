//! The browser's time zone as a calendar file spells it out (RFC 5545, VTIMEZONE).
//!
//! No table of zones travels with the app: the browser's own clock is asked what it will show, and the yearly rule is
//! read off that. Where there is none (Ramadan moves the clocks of Morocco), the changes are listed.

use super::file::date_time;
use crate::domain::{
    history_list::local_ms,
    time::{DAY_MS, civil},
};

/// The days as calendars name them, Monday first.
pub const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/// The clocks are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// When.
    pub unix_ms: i64,
    /// Local time minus UTC before it, minutes.
    pub before_min: i16,
    /// And after it.
    pub after_min: i16,
}

/// A time zone, for some years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeZone {
    /// As in the tz database: `Europe/Berlin`.
    pub name: String,
    /// Local time minus UTC at the first moment that was looked at, minutes.
    pub offset_min: i16,
    /// All changes of the years that were looked at.
    pub changes: Vec<Change>,
    /// The last moment that was looked at.
    pub until_unix_ms: i64,
}

/// More than a year back: whatever happens yearly has happened before the first event.
const BACK_MS: i64 = 400 * DAY_MS;
/// So far ahead changes are listed that have no rule: ten years.
const AHEAD_MS: i64 = 3_660 * DAY_MS;
/// No two changes are so near each other.
const STEP_MS: i64 = 7 * DAY_MS;
const MINUTE_MS: i64 = 60_000;

impl TimeZone {
    /// Finds out when the clocks are set, by asking for the offset (minutes) at moments around now. `None` where the
    /// name could not stand in a file.
    pub fn probe(name: String, now_unix_ms: i64, offset_at: impl Fn(i64) -> i16) -> Option<Self> {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
        if name.is_empty() || !name.chars().all(is_plain) {
            return None;
        }
        let from = (now_unix_ms - BACK_MS).div_euclid(MINUTE_MS) * MINUTE_MS;
        let until_unix_ms = from + BACK_MS + AHEAD_MS;
        let (mut at, offset_min, mut changes) = (from, offset_at(from), Vec::new());
        let mut before_min = offset_min;
        while at < until_unix_ms {
            let (mut early, mut late) = (at, at + STEP_MS);
            let after_min = offset_at(late);
            at = late;
            if after_min == before_min {
                continue;
            }
            while late - early > MINUTE_MS {
                let middle = early + (late - early) / 2 / MINUTE_MS * MINUTE_MS;
                if offset_at(middle) == before_min { early = middle } else { late = middle }
            }
            changes.push(Change { unix_ms: late, before_min, after_min });
            before_min = after_min;
        }
        Some(Self { name, offset_min, changes, until_unix_ms })
    }

    /// The lines of the component, for events from a moment on.
    pub(super) fn lines(&self, from_unix_ms: i64) -> Vec<String> {
        let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), ["TZID:", &self.name].concat()];
        if self.changes.first().is_none_or(|first| first.unix_ms > from_unix_ms) {
            let always = Change { unix_ms: 0, before_min: self.offset_min, after_min: self.offset_min };
            self.observance(&mut lines, &[always]);
        }
        let mut rest = self.changes.clone();
        while let Some(first) = rest.first().copied() {
            let is_alike = |c: &Change| (c.before_min, c.after_min) == (first.before_min, first.after_min);
            let (alike, others): (Vec<Change>, Vec<Change>) = rest.into_iter().partition(is_alike);
            self.observance(&mut lines, &alike);
            rest = others;
        }
        lines.push("END:VTIMEZONE".to_owned());
        lines
    }

    /// The clocks are set from one offset to another, by a yearly rule or on listed days.
    fn observance(&self, lines: &mut Vec<String>, changes: &[Change]) {
        let Some((first, later)) = changes.split_first() else { return };
        let is_back = |c: &Change| (c.before_min, c.after_min) == (first.after_min, first.before_min);
        let is_summer = first.after_min > first.before_min && self.changes.iter().any(is_back);
        let name = if is_summer { "DAYLIGHT" } else { "STANDARD" };
        // As the clock shows it before it is set.
        let start = |c: &Change| date_time(local_ms(c.unix_ms, c.before_min));
        lines.push(["BEGIN:", name].concat());
        lines.push(["DTSTART:", &start(first)].concat());
        lines.push(["TZOFFSETFROM:", &offset(first.before_min)].concat());
        lines.push(["TZOFFSETTO:", &offset(first.after_min)].concat());
        if let Some(rule) = self.rule(changes) {
            lines.push(rule);
        } else if !later.is_empty() {
            lines.push(["RDATE:", &later.iter().map(start).collect::<Vec<_>>().join(",")].concat());
        }
        lines.push(["END:", name].concat());
    }

    /// Every year on the same weekday of a month, counted from its beginning or its end, for as long as was looked.
    fn rule(&self, changes: &[Change]) -> Option<String> {
        let onsets: Vec<Onset> = changes.iter().map(Onset::of).collect();
        let (first, last) = (onsets.first()?, changes.last()?);
        let goes_on = onsets.len() > 2 && last.unix_ms + BACK_MS > self.until_unix_ms;
        let is_yearly = onsets.windows(2).all(|two| two[1].year == two[0].year + 1);
        let is_alike =
            |o: &Onset| (o.month, o.weekday, o.of_day_ms) == (first.month, first.weekday, first.of_day_ms);
        if !(goes_on && is_yearly && onsets.iter().all(is_alike)) {
            return None;
        }
        let week = if onsets.iter().all(|onset| onset.is_last) {
            "-1".to_owned()
        } else {
            onsets.iter().all(|onset| onset.week == first.week).then(|| first.week.to_string())?
        };
        let weekday = DAYS.get(first.weekday)?;
        Some(format!("RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={week}{weekday}", first.month))
    }
}

/// Where in its year a change is.
struct Onset {
    year: i64,
    month: i64,
    /// From Monday, 0.
    weekday: usize,
    /// The first, second ... such weekday of the month.
    week: i64,
    /// It is the last one.
    is_last: bool,
    of_day_ms: i64,
}

impl Onset {
    fn of(change: &Change) -> Self {
        let local = local_ms(change.unix_ms, change.before_min);
        let day = local.div_euclid(DAY_MS);
        let (year, month, of_month) = civil(day);
        Self {
            year,
            month,
            // The first day of 1970 was a Thursday.
            weekday: usize::try_from((day + 3).rem_euclid(7)).unwrap_or(0),
            week: (of_month - 1) / 7 + 1,
            is_last: civil(day + 7).1 != month,
            of_day_ms: local.rem_euclid(DAY_MS),
        }
    }
}

/// `+0530`.
fn offset(minutes: i16) -> String {
    let (sign, minutes) = (if minutes < 0 { '-' } else { '+' }, minutes.unsigned_abs());
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}
