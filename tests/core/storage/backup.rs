//! Writing the backup.

use std::sync::Arc;

use eased::{
    domain::{
        Event, Now,
        history::{History, RevisionBody, SaveStatus, SessionEntry},
        time::civil_from_days,
    },
    storage::{
        backup,
        codec::{ReadResult, session, singletons, snapshot, to_ascii_json},
        keys::RevisionKey,
    },
};
use proptest::{collection::vec, prelude::*};
use serde_json::Value;

use super::{arbitrary, config};
use crate::script::{START_UNIX_MS, play};

fn now(unix_ms: i64, utc_offset_min: i16) -> Now {
    Now { unix_ms, mono_ms: 0, utc_offset_min }
}

#[test]
fn a_backup_has_all_data() {
    let model = play("marks right 40\n0 start\n8.5 tap\n30 tap\n60 tap").model;
    let corrupt_texts = [("eased.q.5.eased.meta".to_owned(), "ga\"rb\\a\u{1}ge ü".to_owned())];
    let file = backup::write(&model, &corrupt_texts, now(START_UNIX_MS, -540));
    assert_eq!(file.name, "eased-backup-2026-02-28-230000.json", "the local date");
    let value: Value = serde_json::from_str(&file.text).expect("JSON");
    assert_eq!(value["format"], "eased-backup");
    assert_eq!(value["version"], 1);
    assert_eq!(value["exported_at"], START_UNIX_MS);
    assert_eq!(value["spoilt"][0][0], "eased.q.5.eased.meta");
    assert_eq!(value["spoilt"][0][1], "ga\"rb\\a\u{1}ge ü");
    assert_eq!(value["deleted"], Value::Array(Vec::new()));
    let running = model.running().expect("a session");
    let ReadResult::Valid(snapshot) = snapshot::read(&value["live"].to_string()) else {
        panic!("{}", value["live"]);
    };
    assert_eq!(snapshot.running.progress, running.progress);
    let settings = singletons::read_settings(&value["settings"].to_string());
    assert_eq!(settings.map(|s| s.value), ReadResult::Valid(model.settings));
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn a_backup_has_every_session(sessions in vec((arbitrary::session(), 1..9u32, any::<bool>()), 0..5)) {
        let mut model = play("").model;
        model.history = History::default();
        for (session, rev, deleted) in &sessions {
            let session = Arc::new(session.clone());
            let body = RevisionBody::Full(session.clone());
            let entry = SessionEntry { rev: *rev, crc: 0, body, newest_full: Some((*rev, session.clone())), save_status: SaveStatus::NotSaved };
            model.history.merge_entry(session.id, entry);
            if *deleted {
                eased::domain::update(&mut model, Event::SessionDeleted(session.id), now(5, 0));
            }
        }
        let file = backup::write(&model, &[], now(0, 0));
        let value: Value = serde_json::from_str(&file.text).expect("JSON");
        let rows = |name: &str| value[name].as_array().cloned().unwrap_or_default();
        let gone = sessions.iter().filter(|(.., deleted)| *deleted).count();
        prop_assert_eq!(rows("deleted").len(), gone);
        prop_assert_eq!(rows("sessions").len(), sessions.len() - gone);
        for (session, rev, deleted) in &sessions {
            let found = rows("sessions").into_iter().find(|row| row["id"] == session.id.as_str());
            prop_assert_eq!(found.is_none(), *deleted);
            if let Some(row) = found {
                let text = to_ascii_json(&row);
                let key = RevisionKey { id: session.id, rev: *rev, crc: eased::storage::checksum::checksum(&text) };
                let read = session::read(key, &text);
                prop_assert_eq!(read, ReadResult::Valid(RevisionBody::Full(session.clone().into())));
            } else {
                let gone = serde_json::json!([session.id.as_str(), rev + 1, 5]);
                prop_assert!(rows("deleted").contains(&gone), "{}", gone);
            }
        }
    }
}

#[test]
fn day_numbers_convert_to_dates() {
    for (days, date) in [
        (0, (1970, 1, 1)),
        (-1, (1969, 12, 31)),
        (59, (1970, 3, 1)),
        (11_016, (2000, 2, 29)),
        (11_017, (2000, 3, 1)),
        (20_454, (2026, 1, 1)),
        (20_818, (2026, 12, 31)),
        (21_243, (2028, 2, 29)),
        (47_541, (2100, 3, 1)),
    ] {
        assert_eq!(civil_from_days(days), date, "{days}");
    }
    let mut before = civil_from_days(-200_000);
    for day in -199_999..200_000 {
        let date = civil_from_days(day);
        let next = date.2 == before.2 + 1 && (date.0, date.1) == (before.0, before.1);
        let turned = date.2 == 1 && before.2 >= 28;
        assert!(next || turned, "{before:?} {date:?}");
        before = date;
    }
}
