//! A reminder as a calendar file (RFC 5545): chosen days of the week at one time of day, wherever one is.

use super::backup::{File, date_of};
use crate::domain::{
    Now,
    digits::{digits, two_digits},
    listing::local_ms,
    time::{DAY_MS, local_day},
};

/// Always the same, so that a calendar puts a later file in the place of an earlier one.
const UID: &str = "eased-reminder-8d0f6c1b-52f4-4c0e-9a77-3e5b7a1c2d90";
/// What a calendar on a shared screen shows: the app's name, and nothing about a body.
const TITLE: &str = "Eased";
/// The days as calendars name them, Monday first.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
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
pub fn write(reminder: Reminder, note: &str, now: Now) -> Option<File> {
    let Reminder { days, minute } = reminder;
    let today = local_day(now.unix_ms, now.utc_offset_min);
    let passed = local_ms(now.unix_ms, now.utc_offset_min) - today * DAY_MS;
    let from = today + i64::from(i64::from(minute) * 60_000 <= passed);
    // The rule's first day is the event's own.
    let first = (from..from + 7).find(|day| reminder.is_on(*day)).filter(|_| minute < 1_440)?;
    let chosen = DAYS.iter().enumerate().filter(|(at, _)| days >> at & 1 == 1).map(|(_, day)| *day);
    let chosen: Vec<&str> = chosen.collect();
    let (hour, past) = (two_digits(minute / 60), two_digits(minute % 60));
    let stamp = stamp(now.unix_ms);
    let note = escaped(note);
    // Without a zone: seven o'clock stays seven o'clock, on a journey and in summer.
    let start = [&date_of(first, ""), "T", &hour, &past, "00"].concat();
    // A file that is made later counts as the later version.
    let sequence = digits(now.unix_ms.unsigned_abs() / 60_000);
    let lines: [&[&str]; 21] = [
        &["BEGIN:VCALENDAR"],
        &["VERSION:2.0"],
        &["PRODID:-//Eased//Reminder//EN"],
        &["CALSCALE:GREGORIAN"],
        &["BEGIN:VEVENT"],
        &["UID:", UID],
        &["DTSTAMP:", &stamp],
        &["SEQUENCE:", &sequence],
        &["DTSTART:", &start],
        &["DURATION:PT15M"],
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
    ];
    let mut text = String::new();
    for line in lines {
        folded(&mut text, &line.concat());
    }
    folded(&mut text, "END:VCALENDAR");
    Some(File { name: "eased-reminder.ics".to_owned(), text })
}

/// A moment in UTC.
fn stamp(unix_ms: i64) -> String {
    let seconds = unix_ms.rem_euclid(DAY_MS).unsigned_abs() / 1_000;
    let [hour, minute, second] = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(two_digits);
    [&date_of(unix_ms.div_euclid(DAY_MS), ""), "T", &hour, &minute, &second, "Z"].concat()
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
