//! The reminder as a calendar reads it.

use eased::{
    domain::{Now, time::DAY_MS},
    storage::ics::{Reminder, write},
};
use expect_test::expect;
use proptest::prelude::*;

use super::config;

/// A Sunday, 08:00 UTC, and 17:00 where the person is.
const NOW: Now = Now { unix_ms: 1_772_352_000_000, mono_ms: 0, utc_offset_min: 540 };

fn text(days: u8, minute: u16, note: &str) -> String {
    write(Reminder { days, minute }, note, None, NOW).expect("a reminder").text
}

fn value(text: &str, name: &str) -> String {
    let unfolded = text.replace("\r\n ", "");
    let line =
        unfolded.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':').map(str::to_owned));
    line.unwrap_or_else(|| panic!("no {name} in {text}"))
}

#[test]
fn three_evenings_a_week() {
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
fn today_counts_while_its_time_is_to_come() {
    const SUNDAY: u8 = 0b100_0000;
    assert_eq!(value(&text(SUNDAY, 17 * 60 + 1, ""), "DTSTART"), "20260301T170100");
    assert_eq!(value(&text(SUNDAY, 17 * 60, ""), "DTSTART"), "20260308T170000");
}

#[test]
fn no_day_and_no_such_time_make_no_file() {
    for (days, minute) in [(0, 60), (0b1000_0000, 60), (1, 1_440)] {
        assert_eq!(write(Reminder { days, minute }, "", None, NOW), None);
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn lines_are_short_and_hold_what_was_said(note in "[a-zü\u{1f9b5};,\\\\\n:]{0,120}", days in 1..128u8, minute in 0..1_440u16, day in 0..40_000i64) {
        let now = Now { unix_ms: day * DAY_MS, ..NOW };
        let text = write(Reminder { days, minute }, &note, None, now).expect("a reminder").text;
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
        }
        let said = value(&text, "DESCRIPTION");
        let plain = said.replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",");
        prop_assert!(note.contains('\\') || plain == note, "{said}");
        let rule = value(&text, "RRULE");
        let chosen = rule.strip_prefix("FREQ=WEEKLY;BYDAY=").map_or(0, |days| days.split(',').count());
        prop_assert_eq!(u32::try_from(chosen), Ok(days.count_ones()));
        // The first day is one of the rule's.
        let start = value(&text, "DTSTART");
        let first = (0..8).find(|ahead| {
            let (year, month, of_month) = eased::domain::time::civil(now.local_day() + ahead);
            start.starts_with(&format!("{year:04}{month:02}{of_month:02}T"))
        });
        let weekday = (now.local_day() + first.expect("within a week") + 3) % 7;
        prop_assert_eq!(days >> weekday & 1, 1);
    }
}
