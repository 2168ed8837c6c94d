//! The calendar reminder as an iCalendar file (RFC 5545): chosen weekdays at one time of day. See `docs/calendar.md`.

use super::{
    file::{ExportFile, file_name, format_date_time},
    time_zone::{TimeZone, WEEKDAYS},
};
use crate::domain::{
    Now,
    history_list::local_ms,
    time::{DAY_MS, local_day},
};

/// Constant, so that a calendar replaces the event when a newer file is imported.
const UID: &str = "eased-reminder-8d0f6c1b-52f4-4c0e-9a77-3e5b7a1c2d90";
/// The event's title, which may be seen on a shared screen: the app's name only.
const TITLE: &str = "Eased";
/// Duration of the event. Written as `DTEND`, because some calendars do not support `DURATION`.
const DURATION_MS: i64 = 15 * 60_000;
/// Maximum bytes of a line without its line break (RFC 5545, 3.1).
const MAX_LINE_BYTES: usize = 75;

/// When to remind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarReminder {
    /// Days of the week as bits, Monday is bit 0. Higher bits are ignored.
    pub weekdays: u8,
    /// Minutes after midnight in local time, below 1,440.
    pub minute_of_day: u16,
}

impl CalendarReminder {
    /// Whether a day since 1970-01-01, a Thursday, is one of the chosen weekdays.
    fn includes_day(self, day: i64) -> bool {
        self.weekdays >> (day + 3).rem_euclid(7) & 1 == 1
    }
}

/// Writes the file; `note` is the description. `None` if no day is chosen or the time is out of range.
///
/// The file defines `zone`, because many calendars read a time without a zone as UTC. Without a zone, times are
/// floating.
pub fn write(
    reminder: CalendarReminder,
    note: &str,
    zone: Option<&TimeZone>,
    now: Now,
) -> Option<ExportFile> {
    let CalendarReminder { weekdays: days, minute_of_day: minute } = reminder;
    let today = local_day(now.unix_ms, now.utc_offset_min);
    let ms_since_midnight = local_ms(now.unix_ms, now.utc_offset_min) - today * DAY_MS;
    let from = today + i64::from(i64::from(minute) * 60_000 <= ms_since_midnight);
    // `DTSTART` must be a day of the rule.
    let first = (from..from + 7).find(|day| reminder.includes_day(*day)).filter(|_| minute < 1_440)?;
    let chosen = WEEKDAYS.iter().enumerate().filter(|(index, _)| days >> index & 1 == 1).map(|(_, day)| *day);
    let chosen: Vec<&str> = chosen.collect();
    let stamp = [&format_date_time(now.unix_ms), "Z"].concat();
    let note = escape_text(note);
    let start_ms = first * DAY_MS + i64::from(minute) * 60_000;
    let [start, end] = [start_ms, start_ms + DURATION_MS].map(format_date_time);
    let tzid_parameter = zone.map(|zone| [";TZID=", &zone.name].concat()).unwrap_or_default();
    // Increases with time, so that a newer file is a newer version of the event.
    let sequence = (now.unix_ms.unsigned_abs() / 60_000).to_string();
    let mut text = String::new();
    let mut lines = |lines: &[&[&str]]| lines.iter().for_each(|line| push_folded(&mut text, &line.concat()));
    lines(&[
        &["BEGIN:VCALENDAR"],
        &["VERSION:2.0"],
        &["PRODID:-//Eased//Reminder//EN"],
        &["CALSCALE:GREGORIAN"],
    ]);
    for line in zone.map(|zone| zone.vtimezone_lines(now.unix_ms)).unwrap_or_default() {
        lines(&[&[&line]]);
    }
    lines(&[
        &["BEGIN:VEVENT"],
        &["UID:", UID],
        &["DTSTAMP:", &stamp],
        &["SEQUENCE:", &sequence],
        &["DTSTART", &tzid_parameter, ":", &start],
        &["DTEND", &tzid_parameter, ":", &end],
        &["RRULE:FREQ=WEEKLY;BYDAY=", &chosen.join(",")],
        &["SUMMARY:", TITLE],
        &["DESCRIPTION:", &note],
        &["TRANSP:TRANSPARENT"],
        &["CLASS:PRIVATE"],
        &["BEGIN:VALARM"],
        &["ACTION:DISPLAY"],
        &["TRIGGER:PT0M"],
        &["DESCRIPTION:", TITLE],
        &["END:VALARM"],
        &["END:VEVENT"],
        &["END:VCALENDAR"],
    ]);
    Some(ExportFile { name: file_name("reminder", "ics", now), text })
}

/// Escapes a text value (RFC 5545, 3.3.11).
fn escape_text(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            _ if c.is_ascii_control() => {}
            _ => out.push(c),
        }
    }
    out
}

/// Appends a line, folded without splitting a character.
fn push_folded(text: &mut String, line: &str) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > MAX_LINE_BYTES {
            text.push_str("\r\n ");
            used = 1;
        }
        text.push(c);
        used += c.len_utf8();
    }
    text.push_str("\r\n");
}
