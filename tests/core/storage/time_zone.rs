//! The reminder's `VTIMEZONE`, interpreted without a time zone database: the local time of events does not change.

use eased::{
    domain::{
        Now,
        time::{DAY_MS, civil_from_days},
    },
    storage::{
        ics::{CalendarReminder, write},
        time_zone::TimeZone,
    },
};
use expect_test::{Expect, expect};
use icalendar::parser::{Component, ParseString, read_calendar, unfold};

use super::time_zone_data::{BERLIN, CASABLANCA, KOLKATA, NEW_YORK, NUUK, Place, SYDNEY};

impl Place {
    fn offset_at(&self, unix_ms: i64) -> i16 {
        let before = self.changes.iter().take_while(|(second, _)| second * 1_000 <= unix_ms);
        before.last().map_or(self.offset_min, |(_, offset)| *offset)
    }

    fn zone(&self, unix_ms: i64) -> TimeZone {
        TimeZone::probe(self.name.to_owned(), unix_ms, |ms| self.offset_at(ms)).expect("a name")
    }

    fn now(&self, unix_ms: i64) -> Now {
        Now { unix_ms, mono_ms: 0, utc_offset_min: self.offset_at(unix_ms) }
    }

    /// The file that is made at a moment, for every day at this minute of the day.
    fn file(&self, unix_ms: i64, minute: u16) -> String {
        let reminder = CalendarReminder { weekdays: 0b111_1111, minute_of_day: minute };
        write(reminder, "", Some(&self.zone(unix_ms)), self.now(unix_ms)).expect("a reminder").text
    }
}

/// 30 November 2026, 22:50 UTC: 23:50 in Berlin.
const NOVEMBER: i64 = 1_796_079_000_000;

fn value<'a>(component: &'a Component<'_>, name: &str) -> Option<&'a str> {
    let mut found = component.properties.iter().filter(|property| property.name == name);
    let value = found.next().map(|property| property.val.as_str());
    assert_eq!(found.next().map(|property| property.val.as_str()), None, "{name} occurs twice");
    value
}

/// "20260329T020000" as milliseconds shifted so that UTC reads as local time.
fn local_ms(text: &str) -> i64 {
    let number = |from: usize, to: usize| text[from..to].parse::<i64>().expect("digits");
    let date = (number(0, 4), number(4, 6), number(6, 8));
    assert!(text.len() == 15 && &text[8..9] == "T", "{text}");
    let new_year = (date.0 - 1970) * 365 + (date.0 - 1970).div_euclid(4);
    let day = (new_year - 2..new_year + 370).find(|day| civil_from_days(*day) == date).expect("a date");
    day * DAY_MS + (number(9, 11) * 3_600 + number(11, 13) * 60 + number(13, 15)) * 1_000
}

fn offset_min(text: &str) -> i64 {
    let minutes =
        text[1..3].parse::<i64>().expect("hours") * 60 + text[3..5].parse::<i64>().expect("minutes");
    assert_eq!(text.len(), 5, "{text}");
    if text.starts_with('-') { -minutes } else { minutes }
}

/// All onsets of an observance, in the local time that applies before the change.
fn onsets(observance: &Component) -> Vec<i64> {
    let start = local_ms(value(observance, "DTSTART").expect("a start"));
    let mut onsets = vec![start];
    if let Some(rule) = value(observance, "RRULE") {
        let part = |name: &str| rule.split(';').find_map(|part| part.strip_prefix(name)).expect("a part");
        assert_eq!(part("FREQ="), "YEARLY");
        let month: i64 = part("BYMONTH=").parse().expect("a month");
        let (week, weekday) = part("BYDAY=").split_at(part("BYDAY=").len() - 2);
        let weekday =
            ["TH", "FR", "SA", "SU", "MO", "TU", "WE"].iter().position(|day| *day == weekday).expect("a day");
        // This weekday in this month of each of the next twenty years, including the whole first month.
        let first = start.div_euclid(DAY_MS);
        let days: Vec<i64> = (first - 31..first + 7_305)
            .filter(|day| {
                civil_from_days(*day).1 == month && usize::try_from(day.rem_euclid(7)) == Ok(weekday)
            })
            .collect();
        for fitting in days.chunk_by(|a, b| civil_from_days(*a).0 == civil_from_days(*b).0) {
            let day = match week.parse::<i64>().expect("a week") {
                -1 => fitting.last(),
                week => fitting.get(usize::try_from(week - 1).expect("a positive number")),
            };
            onsets.extend(day.map(|day| day * DAY_MS + start.rem_euclid(DAY_MS)));
        }
    }
    for date in value(observance, "RDATE").into_iter().flat_map(|dates| dates.split(',')) {
        onsets.push(local_ms(date));
    }
    onsets.retain(|onset| *onset >= start);
    onsets
}

/// Converts a local time to UTC with only the onsets from the file: the time of each, and the offset in minutes
/// after it.
fn utc_ms(onsets: &[(i64, i64)], local: i64) -> i64 {
    let last_onset = onsets.iter().take_while(|(utc, to)| utc + to * 60_000 <= local).last();
    let (_, offset) = last_onset.expect("an observance that has begun");
    local - offset * 60_000
}

/// Checks that every event of the next ten years is at the chosen time of day in local time.
fn assert_local_time_is_constant(place: &Place, created_unix_ms: i64, minute: u16) {
    let text = place.file(created_unix_ms, minute);
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).unwrap_or_else(|why| panic!("{why}"));
    let component_named = |name: &str| {
        let found: Vec<&Component> = calendar.components.iter().filter(|c| c.name == name).collect();
        assert_eq!(found.len(), 1, "{name} in {text}");
        found[0]
    };
    let (zone, event) = (component_named("VTIMEZONE"), component_named("VEVENT"));
    assert_eq!(value(zone, "TZID"), Some(place.name));
    let offset = |observance: &Component, name: &str| offset_min(value(observance, name).expect("an offset"));
    let mut observances: Vec<(i64, i64)> = Vec::new();
    for observance in &zone.components {
        let (from, to) = (offset(observance, "TZOFFSETFROM"), offset(observance, "TZOFFSETTO"));
        observances.extend(onsets(observance).into_iter().map(|onset| (onset - from * 60_000, to)));
    }
    observances.sort_unstable();
    for property in
        event.properties.iter().filter(|property| property.name == "DTSTART" || property.name == "DTEND")
    {
        let parameters: Vec<_> = property
            .params
            .iter()
            .map(|p| (p.key.as_str(), p.val.as_ref().map(ParseString::as_str)))
            .collect();
        assert_eq!(parameters, [("TZID", Some(place.name))]);
    }
    assert_eq!(value(event, "DURATION"), None);
    let [start, end] = ["DTSTART", "DTEND"].map(|name| local_ms(value(event, name).expect("a time")));
    assert_eq!(end - start, 15 * 60_000);
    // The next occurrence of this time of day.
    let first = utc_ms(&observances, start);
    assert!(first > created_unix_ms && first - created_unix_ms <= DAY_MS + 3_600_000, "{text}");
    for days in 0..3_650 {
        let local = start + days * DAY_MS;
        let utc = utc_ms(&observances, local);
        // When clocks go forward, some local times do not exist.
        let offsets = [Some(place.offset_min), place.changes.first().map(|(_, offset)| *offset)];
        let exists = offsets.into_iter().flatten().any(|offset| {
            let utc = local - i64::from(offset) * 60_000;
            place.offset_at(utc) == offset
        });
        if !exists {
            continue;
        }
        let shown = utc + i64::from(place.offset_at(utc)) * 60_000;
        assert_eq!(
            shown.rem_euclid(DAY_MS),
            i64::from(minute) * 60_000,
            "after {days} days in {}: {text}",
            place.name
        );
    }
}

#[test]
fn the_local_time_of_events_survives_offset_changes() {
    for place in [BERLIN, NEW_YORK, KOLKATA, SYDNEY, CASABLANCA, NUUK] {
        // In both halves of the year, and shortly before and after local midnight.
        for half_year in [0, 182 * DAY_MS] {
            let moment = NOVEMBER + half_year;
            let midnight = moment.div_euclid(DAY_MS) * DAY_MS - i64::from(place.offset_at(moment)) * 60_000;
            for created_unix_ms in [moment, midnight - 10 * 60_000, midnight + 10 * 60_000] {
                assert_local_time_is_constant(&place, created_unix_ms, 18 * 60);
                assert_local_time_is_constant(&place, created_unix_ms, 23 * 60 + 50);
            }
        }
    }
}

fn component(place: &Place, expected: &Expect) {
    let text = place.file(NOVEMBER, 18 * 60).replace("\r\n", "\n");
    let from = text.find("BEGIN:VTIMEZONE").expect("a zone");
    let to = text.find("BEGIN:VEVENT").expect("an event");
    expected.assert_eq(&text[from..to]);
}

#[test]
fn yearly_changes_are_written_as_a_rule() {
    component(
        &BERLIN,
        &expect![[r#"
        BEGIN:VTIMEZONE
        TZID:Europe/Berlin
        BEGIN:DAYLIGHT
        DTSTART:20260329T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20261025T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
    "#]],
    );
    component(
        &NEW_YORK,
        &expect![[r#"
        BEGIN:VTIMEZONE
        TZID:America/New_York
        BEGIN:STANDARD
        DTSTART:20251102T020000
        TZOFFSETFROM:-0400
        TZOFFSETTO:-0500
        RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20260308T020000
        TZOFFSETFROM:-0500
        TZOFFSETTO:-0400
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
        END:DAYLIGHT
        END:VTIMEZONE
    "#]],
    );
    component(
        &SYDNEY,
        &expect![[r#"
        BEGIN:VTIMEZONE
        TZID:Australia/Sydney
        BEGIN:STANDARD
        DTSTART:20260405T030000
        TZOFFSETFROM:+1100
        TZOFFSETTO:+1000
        RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20261004T020000
        TZOFFSETFROM:+1000
        TZOFFSETTO:+1100
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU
        END:DAYLIGHT
        END:VTIMEZONE
    "#]],
    );
}

#[test]
fn a_zone_without_changes_has_one_observance() {
    component(
        &KOLKATA,
        &expect![[r#"
        BEGIN:VTIMEZONE
        TZID:Asia/Kolkata
        BEGIN:STANDARD
        DTSTART:19700101T053000
        TZOFFSETFROM:+0530
        TZOFFSETTO:+0530
        END:STANDARD
        END:VTIMEZONE
    "#]],
    );
}

#[test]
fn changes_without_a_rule_are_listed() {
    component(
        &CASABLANCA,
        &expect![[r#"
        BEGIN:VTIMEZONE
        TZID:Africa/Casablanca
        BEGIN:STANDARD
        DTSTART:20260215T030000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0000
        RDATE:20270207T030000,20280123T030000,20290114T030000,20291230T030000,20301
         222T030000,20311214T030000,20321128T030000,20331120T030000,20341105T030000
         ,20351028T030000,20361019T030000
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20260322T020000
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0100
        RDATE:20270314T020000,20280305T020000,20290218T020000,20300210T020000,20310
         126T020000,20320118T020000,20330109T020000,20331225T020000,20341217T020000
         ,20351209T020000,20361123T020000
        END:DAYLIGHT
        END:VTIMEZONE
    "#]],
    );
}

#[test]
fn a_zone_with_an_invalid_name_is_left_out() {
    for name in ["", "A\r\nB", "A;B", "A:B", "\"A\""] {
        assert_eq!(TimeZone::probe(name.to_owned(), NOVEMBER, |_| 60), None, "{name}");
    }
    let text = write(CalendarReminder { weekdays: 1, minute_of_day: 1_080 }, "", None, BERLIN.now(NOVEMBER))
        .expect("a reminder")
        .text;
    assert!(text.contains("\r\nDTSTART:20261207T180000\r\nDTEND:20261207T181500\r\n"), "{text}");
}
