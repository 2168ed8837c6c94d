//! The table of holds as a spreadsheet reads it.

use std::sync::Arc;

use eased::{
    domain::{
        Model, Now,
        history::{Body, Entry, Kept},
        hold::{Ending, Reason},
        session::Session,
        spot::{Pain, Placed},
    },
    store::table,
};
use expect_test::expect;
use proptest::{collection::vec, prelude::*};

use super::{any, config};
use crate::script::play;

const NOW: Now = Now { unix_ms: 1_772_352_000_000, mono_ms: 0, utc_offset_min: -540 };

fn written(sessions: impl IntoIterator<Item = Session>) -> String {
    let mut model = Model::new("test");
    for session in sessions {
        let session = Arc::new(session);
        let body = Body::Full(session.clone());
        let entry = Entry { rev: 2, crc: 0, body, full: Some((2, session.clone())), kept: Kept::Both };
        model.history.merge(session.id, entry);
    }
    table::write(&model, NOW).text
}

/// Reads a table by the rules of RFC 4180 alone.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
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
fn a_small_day() {
    let model = play("marks right 40\n0 start\n8.5 tap\n30 tap\n60 tap\n80 tap\n90 stop\n91 stop now").model;
    let file = table::write(&model, NOW);
    assert_eq!(file.name, "eased-holds-2026-02-28.csv");
    expect![[r#"
        session,revision,date,time,utc_offset_min,build,advance_s,tag,sport,roller,knee_before,knee_before_min,knee_after,knee_after_min,pass,leg,hold,position_percent,found,start_ms,held_ms,paused_ms,gap_ms,ending,reason,changed_afterwards,pain_at_press,pain_at_ease,track
        1111111111,1,2026-03-01,08:00,0,test,,,,,,,,,1,right,1,1,paced,8500,21500,0,0,eased,,0,,,
        1111111111,1,2026-03-01,08:00,0,test,,,,,,,,,1,right,2,40,tapped,60000,20000,0,0,eased,,0,,,
    "#]]
    .assert_eq(&file.text.replace("\r\n", "\n"));
}

#[test]
fn what_a_spreadsheet_would_run_is_made_harmless() {
    let mut session = crate::sample::session(eased::domain::session::SessionId::from_random([1; 10]));
    let mut hold = crate::sample::hold(12);
    hold.placed = Placed::Corrected;
    hold.ending = Ending::Stopped(Some(Reason::Other));
    hold.pain_press = Pain::new(7);
    session.holds.push(hold);
    session.utc_offset_min = -840;
    for (build, cell) in [
        ("=A1+B1", "\"'=A1+B1\""),
        ("+1,2", "\"'+1,2\""),
        ("-2+3", "\"'-2+3\""),
        ("@SUM(1)", "\"'@SUM(1)\""),
        ("a,b;c", "\"a,b;c\""),
        ("1.2.3", "1.2.3"),
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

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn every_hold_has_a_row_of_all_columns(sessions in vec(any::session(), 0..5)) {
        let holds: usize = sessions.iter().map(|s| s.holds.len()).sum();
        let text = written(sessions);
        let rows = rows(&text);
        prop_assert_eq!(rows.len(), holds + 1);
        for row in &rows {
            prop_assert_eq!(row.len(), rows[0].len());
            for cell in row {
                let number = cell.parse::<i64>().is_ok();
                prop_assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}", cell);
            }
        }
        let columns = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/table.md")).expect("docs");
        let named: Vec<&str> = columns.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
        prop_assert_eq!(&rows[0], &named);
    }
}
