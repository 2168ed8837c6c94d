//! The CSV export, as a spreadsheet reads it.

use std::sync::Arc;

use eased::{
    domain::{
        Model, Now,
        history::{RevisionBody, SaveStatus, SessionEntry},
        hold::{Ending, StopReason},
        session::{Session, SessionId},
        spot::{Pain, PositionSource, TrackId},
    },
    storage::csv::{self, Separator},
};
use expect_test::expect;
use proptest::{collection::vec, prelude::*};

use super::{arbitrary, config};
use crate::script::play;

const NOW: Now = Now { unix_ms: 1_772_352_000_000, mono_ms: 0, utc_offset_min: -540 };

fn written(sessions: impl IntoIterator<Item = Session>) -> String {
    written_with(sessions, Separator::Comma)
}

fn written_with(sessions: impl IntoIterator<Item = Session>, separator: Separator) -> String {
    let mut model = Model::new("test");
    for session in sessions {
        let session = Arc::new(session);
        let body = RevisionBody::Full(session.clone());
        let entry = SessionEntry {
            rev: 2,
            crc: 0,
            body,
            newest_full: Some((2, session.clone())),
            save_status: SaveStatus::InBothStores,
        };
        model.history.merge_entry(session.id, entry);
    }
    csv::write(&model, separator, NOW).text
}

/// Parses CSV by RFC 4180.
fn rows(text: &str) -> Vec<Vec<String>> {
    rows_of(text, Separator::Comma)
}

/// Parses CSV with this separator.
fn rows_of(text: &str, separator: Separator) -> Vec<Vec<String>> {
    let between = if separator == Separator::Comma { ',' } else { ';' };
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => quoted = !quoted,
            c if c == between && !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {
                chars.next();
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !quoted, "{text}");
    rows
}

#[test]
fn a_session_is_written_as_rows() {
    let model = play("marks right 40\n0 start\n8.5 tap\n30 tap\n60 tap\n80 tap\n90 stop\n91 stop now").model;
    let file = csv::write(&model, Separator::Comma, NOW);
    assert_eq!(file.name, "eased-holds-2026-02-28-230000.csv");
    expect![[r#"
        session,revision,date,time,utc_offset_min,build,advance_s,tag,sport,roller,knee_before,knee_before_min,knee_after,knee_after_min,pass,leg,hold,position_percent,found,start_ms,held_ms,paused_ms,gap_ms,ending,reason,changed_afterwards,pain_at_press,pain_at_ease,track,rolling_felt_wrong
        "'1111111111",1,2026-03-01,08:00,0,test,,,,,,,,,1,right,1,1,paced,8500,21500,0,0,eased,,0,,,,
        "'1111111111",1,2026-03-01,08:00,0,test,,,,,,,,,1,right,2,40,tapped,60000,20000,0,0,eased,,0,,,,
    "#]]
    .assert_eq(&file.text.replace("\r\n", "\n"));
}

#[test]
fn formulas_are_escaped() {
    let mut session = crate::sample::session(eased::domain::session::SessionId::from_random([1; 10]));
    let mut hold = crate::sample::hold(12);
    hold.position_source = PositionSource::Corrected;
    hold.ending = Ending::Stopped(Some(StopReason::Other));
    hold.pain_at_press = Pain::new(7);
    session.holds.push(hold);
    session.utc_offset_min = -840;
    for (build, cell) in [
        ("=A1+B1", "\"'=A1+B1\""),
        ("+1,2", "\"'+1,2\""),
        ("-2+3", "\"'-2+3\""),
        ("@SUM(1)", "\"'@SUM(1)\""),
        ("a,b;c", "\"a,b;c\""),
        ("1.2.3", "\"'1.2.3\""),
    ] {
        session.build = build.to_owned();
        let text = written([session.clone()]);
        assert!(text.contains(&format!(",-840,{cell},,")), "{text}");
        let row = &rows(&text)[1];
        assert_eq!(row[5].trim_start_matches('\''), build);
        assert_eq!(
            (row[18].as_str(), row[24].as_str(), row[26].as_str()),
            ("corrected", "something else", "7")
        );
    }
}

/// Columns with texts that come from a person, a device or a file.
const TEXTS: [usize; 4] = [0, 5, 9, 28];

fn session_of(id: &str, build: &str, roller: &str) -> Session {
    let mut session = crate::sample::session(SessionId::parse(id).expect("an id"));
    (session.build, session.roller) = (build.to_owned(), roller.to_owned());
    let mut hold = crate::sample::hold(12);
    hold.pinned_track = Some(TrackId { session: session.id, hold: 3 });
    session.holds.push(hold);
    session
}

#[test]
fn texts_that_look_like_numbers_or_dates_stay_texts() {
    for (id, build, roller) in [
        ("0012345678", "1e9", "1,5"),
        ("12345e6789", "0x1f", "٣"),
        ("1march2024", "dec2024", "5 / 6"),
        ("1234567890", "1234567", "'12"),
        ("infinity00", "nan", "1e9;2e9"),
    ] {
        for separator in [Separator::Comma, Separator::Semicolon] {
            let rows = rows_of(&written_with([session_of(id, build, roller)], separator), separator);
            let track = format!("{id}/3");
            for (at, text) in TEXTS.into_iter().zip([id, build, roller, &track]) {
                let cell = rows[1][at].as_str();
                let plain = text.chars().all(char::is_alphabetic);
                assert_eq!(cell.strip_prefix('\''), (!plain).then_some(text), "{cell}");
            }
        }
    }
}

#[test]
fn formulas_are_escaped_for_readers_with_other_separators() {
    let session = session_of("aaaaaaaaaa", ";=1+1;", "a;=1+1;\tb,+2; \"\"@x;＝1");
    for separator in [Separator::Comma, Separator::Semicolon] {
        let text = written_with([session.clone()], separator);
        let (_, row) = text.trim_start_matches('\u{feff}').split_once("\r\n").expect("a row");
        for cell in row.split([',', ';', '\t', '\r', '\n']) {
            let begins = cell.trim_start_matches(['"', ' ']);
            let number = begins.parse::<i64>().is_ok();
            assert!(number || !begins.starts_with(['=', '+', '-', '@', '|', '＝']), "{cell} in {row}");
        }
        assert_eq!(rows_of(&text, separator)[1][9], "'a;'=1+1;\tb,'+2; \"\"'@x;'＝1");
    }
}

#[test]
fn the_separator_can_be_a_semicolon() {
    let session = session_of("aaaaaaaaaa", "test", "big, round");
    let text = written_with([session.clone()], Separator::Semicolon);
    assert!(text.starts_with("session;revision;date;time;utc_offset_min;build;"), "{text}");
    let [commas, semicolons] = [Separator::Comma, Separator::Semicolon]
        .map(|separator| rows_of(&written_with([session.clone()], separator), separator));
    assert_eq!(commas, semicolons);
}

#[test]
fn a_byte_order_mark_is_written_only_if_needed() {
    for (roller, mark) in [("gre", false), ("Größe", true)] {
        let text = written_with([session_of("aaaaaaaaaa", "test", roller)], Separator::Comma);
        assert_eq!(text.starts_with('\u{feff}'), mark, "{text}");
        assert_eq!(rows(text.trim_start_matches('\u{feff}'))[1][9], roller);
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn every_hold_has_a_row_with_the_documented_columns(sessions in vec(arbitrary::session(), 0..5)) {
        let holds: usize = sessions.iter().map(|s| s.holds.len()).sum();
        let text = written(sessions);
        let rows = rows(text.trim_start_matches('\u{feff}'));
        prop_assert_eq!(rows.len(), holds + 1);
        for row in &rows {
            prop_assert_eq!(row.len(), rows[0].len());
            for cell in row {
                let number = cell.parse::<i64>().is_ok();
                prop_assert!(number || cell.parse::<f64>().is_err(), "{}", cell);
                prop_assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}", cell);
            }
        }
        let columns = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/csv.md")).expect("docs");
        let named: Vec<&str> = columns.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
        prop_assert_eq!(&rows[0], &named);
    }
}
