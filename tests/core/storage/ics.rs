//! The calendar reminder's events.

use eased::{
    domain::{Now, time::DAY_MS},
    storage::ics::{CalendarReminder, write},
};
use expect_test::expect;
use proptest::prelude::*;

use super::config;

/// A Sunday, 08:00 UTC, which is 17:00 local time.
const NOW: Now = Now { unix_ms: 1_772_352_000_000, mono_ms: 0, utc_offset_min: 540 };

fn text(days: u8, minute: u16, note: &str) -> String {
    write(CalendarReminder { weekdays: days, minute_of_day: minute }, note, None, NOW)
        .expect("a reminder")
        .text
}

fn value(text: &str, name: &str) -> String {
    let unfolded = text.replace("\r\n ", "");
    let line =
        unfolded.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':').map(str::to_owned));
    line.unwrap_or_else(|| panic!("no {name} in {text}"))
}

#[test]
fn a_reminder_on_three_days_is_a_weekly_event() {
    let text = text(0b001_0101, 18 * 60 + 5, "Roller, mat; ten minutes\\n");
    expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Eased//Reminder//EN
        CALSCALE:GREGORIAN
        BEGIN:VEVENT
        UID:eased-reminder-8d0f6c1b-52f4-4c0e-9a77-3e5b7a1c2d90
        DTSTAMP:20260301T080000Z
        SEQUENCE:29539200
        DTSTART:20260302T180500
        DTEND:20260302T182000
        RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR
        SUMMARY:Eased
        DESCRIPTION:Roller\, mat\; ten minutes\\n
        TRANSP:TRANSPARENT
        CLASS:PRIVATE
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:PT0M
        DESCRIPTION:Eased
        END:VALARM
        END:VEVENT
        END:VCALENDAR
    "#]]
    .assert_eq(&text.replace("\r\n", "\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn today_is_included_until_its_time() {
    const SUNDAY: u8 = 0b100_0000;
    assert_eq!(value(&text(SUNDAY, 17 * 60 + 1, ""), "DTSTART"), "20260301T170100");
    assert_eq!(value(&text(SUNDAY, 17 * 60, ""), "DTSTART"), "20260308T170000");
}

#[test]
fn no_day_or_an_invalid_time_makes_no_file() {
    for (weekdays, minute_of_day) in [(0, 60), (0b1000_0000, 60), (1, 1_440)] {
        assert_eq!(write(CalendarReminder { weekdays, minute_of_day }, "", None, NOW), None);
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn lines_are_folded_and_keep_the_note(note in "[a-zü\u{1f9b5};,\\\\\n:]{0,120}", weekdays in 1..128u8, minute_of_day in 0..1_440u16, day in 0..40_000i64) {
        let now = Now { unix_ms: day * DAY_MS, ..NOW };
        let text = write(CalendarReminder { weekdays, minute_of_day }, &note, None, now).expect("a reminder").text;
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
        }
        let description = value(&text, "DESCRIPTION");
        let unescaped = description.replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",");
        prop_assert!(note.contains('\\') || unescaped == note, "{description}");
        let rule = value(&text, "RRULE");
        let chosen = rule.strip_prefix("FREQ=WEEKLY;BYDAY=").map_or(0, |days| days.split(',').count());
        prop_assert_eq!(u32::try_from(chosen), Ok(weekdays.count_ones()));
        // The first day is one of the days in the rule.
        let start = value(&text, "DTSTART");
        let first = (0..8).find(|days_ahead| {
            let (year, month, day_of_month) = eased::domain::time::civil_from_days(now.local_day() + days_ahead);
            start.starts_with(&format!("{year:04}{month:02}{day_of_month:02}T"))
        });
        let weekday = (now.local_day() + first.expect("within a week") + 3) % 7;
        prop_assert_eq!(weekdays >> weekday & 1, 1);
    }
}
