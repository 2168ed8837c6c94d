//! A reminder as a calendar file (RFC 5545): chosen days of the week at one time of day.

use super::{
    file::{File, date_time, file_name},
    time_zone::{DAYS, TimeZone},
};
use crate::domain::{
    Now,
    history_list::local_ms,
    time::{DAY_MS, local_day},
};

/// Always the same, so that a calendar puts a later file in the place of an earlier one.
const UID: &str = "eased-reminder-8d0f6c1b-52f4-4c0e-9a77-3e5b7a1c2d90";
/// What a calendar on a shared screen shows: the app's name, and nothing about a body.
const TITLE: &str = "Eased";
/// How long the event lasts. It has an end and no duration, which some calendars do not know.
const LENGTH_MS: i64 = 15 * 60_000;
/// Longest line, bytes without its end.
const LONGEST: usize = 75;

/// When to remind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Days of the week, a bit each, Monday the lowest. Others are passed over.
    pub days: u8,
    /// Minutes after midnight by the clock on the wall, below 1,440.
    pub minute: u16,
}

impl Reminder {
    /// Whether a day since 1970 is one of its days; the first was a Thursday.
    fn is_on(self, day: i64) -> bool {
        self.days >> (day + 3).rem_euclid(7) & 1 == 1
    }
}

/// Writes the file. `note` is said where a calendar shows more than the title. `None` when no day is chosen, or
/// there is no such time.
///
/// The time of day is that of `zone`, spelled out, since many calendars take a time without a zone for UTC. Where the
/// browser does not tell its zone the file has none: then the time is that of wherever one is.
pub fn write(reminder: Reminder, note: &str, zone: Option<&TimeZone>, now: Now) -> Option<File> {
    let Reminder { days, minute } = reminder;
    let today = local_day(now.unix_ms, now.utc_offset_min);
    let passed = local_ms(now.unix_ms, now.utc_offset_min) - today * DAY_MS;
    let from = today + i64::from(i64::from(minute) * 60_000 <= passed);
    // The rule's first day is the event's own.
    let first = (from..from + 7).find(|day| reminder.is_on(*day)).filter(|_| minute < 1_440)?;
    let chosen = DAYS.iter().enumerate().filter(|(at, _)| days >> at & 1 == 1).map(|(_, day)| *day);
    let chosen: Vec<&str> = chosen.collect();
    let stamp = [&date_time(now.unix_ms), "Z"].concat();
    let note = escaped(note);
    let start_ms = first * DAY_MS + i64::from(minute) * 60_000;
    let [start, end] = [start_ms, start_ms + LENGTH_MS].map(date_time);
    let of_zone = zone.map(|zone| [";TZID=", &zone.name].concat()).unwrap_or_default();
    // A file that is made later counts as the later version.
    let sequence = (now.unix_ms.unsigned_abs() / 60_000).to_string();
    let mut text = String::new();
    let mut lines = |lines: &[&[&str]]| lines.iter().for_each(|line| folded(&mut text, &line.concat()));
    lines(&[
        &["BEGIN:VCALENDAR"],
        &["VERSION:2.0"],
        &["PRODID:-//Eased//Reminder//EN"],
        &["CALSCALE:GREGORIAN"],
    ]);
    for line in zone.map(|zone| zone.lines(now.unix_ms)).unwrap_or_default() {
        lines(&[&[&line]]);
    }
    lines(&[
        &["BEGIN:VEVENT"],
        &["UID:", UID],
        &["DTSTAMP:", &stamp],
        &["SEQUENCE:", &sequence],
        &["DTSTART", &of_zone, ":", &start],
        &["DTEND", &of_zone, ":", &end],
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
    Some(File { name: file_name("reminder", "ics", now), text })
}

/// A text as a value.
fn escaped(text: &str) -> String {
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

/// A line, on as many as it needs; no character is cut in two.
fn folded(text: &mut String, line: &str) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LONGEST {
            text.push_str("\r\n ");
            used = 1;
        }
        text.push(c);
        used += c.len_utf8();
    }
    text.push_str("\r\n");
}
