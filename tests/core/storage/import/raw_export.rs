//! The failure page's raw export is imported like a backup.

use eased::{
    domain::{
        history::RevisionBody,
        import_preview::ImportError,
        settings::{Settings, Theme},
    },
    storage::{
        codec::{session, singletons, snapshot},
        import,
        quarantine::MAX_IN_BACKUP,
    },
};
use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::{Value, json};

use super::{Device, body, full, id, refusal, session_at};

/// The file as the page's script writes it.
fn raw_export(local: &[(String, String)], database: Option<&[(String, String)]>) -> String {
    json!({ "format": "eased-raw", "version": 1, "exported_at": 5, "local": local, "database": database })
        .to_string()
}

fn record(rev: u32, session: &eased::domain::session::Session) -> (String, String) {
    let (key, text) = session::write(rev, session);
    (key.to_text(), text)
}

#[test]
fn valid_values_are_imported_and_corrupt_ones_kept() {
    let (key, text) = session::write_tombstone(id(3), 2, 7);
    let dark = Settings { theme: Theme::Dark, ..Settings::default() };
    let (local, database) = (
        [
            record(2, &session_at(1, 20)),
            ("eased.settings".to_owned(), singletons::write_settings(4, &dark)),
            ("eased.s.2222222222.1.00000000".to_owned(), "garbage".to_owned()),
            ("eased.q.5.eased.meta".to_owned(), "set aside".to_owned()),
            ("eased.draft".to_owned(), "torn".to_owned()),
            ("other".to_owned(), "not ours".to_owned()),
        ],
        [
            record(1, &session_at(1, 10)),
            record(1, &session_at(2, 30)),
            record(1, &session_at(3, 40)),
            (key.to_text(), text),
            ("eased.settings".to_owned(), singletons::write_settings(3, &Settings::default())),
        ],
    );
    let backup = import::read(&raw_export(&local, Some(&database))).expect("a raw export");
    assert_eq!(backup.created_unix_ms, 5);
    assert_eq!(backup.settings, Some(dark));
    let revisions: Vec<_> = backup.revisions.iter().map(|revision| (revision.id, revision.rev)).collect();
    assert_eq!(revisions, [(id(1), 2), (id(2), 1), (id(3), 2)]);
    let quarantined: Vec<_> =
        backup.corrupt_texts.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    assert_eq!(
        quarantined,
        [
            ("eased.q.5.eased.draft", "torn"),
            ("eased.q.5.eased.meta", "set aside"),
            ("eased.q.5.eased.s.2222222222.1.00000000", "garbage"),
        ]
    );
    let mut device = Device::new();
    device.import(&raw_export(&local, Some(&database)), false);
    assert_eq!(body(&device, 1), full(session_at(1, 20)));
    assert_eq!(body(&device, 2), full(session_at(2, 30)));
    assert!(device.is_all_saved());
    // Importing twice has the same result as importing once.
    let before = device.stored();
    device.import(&raw_export(&local, Some(&database)), false);
    assert_eq!(device.stored(), before);
}

#[test]
fn either_store_alone_is_enough() {
    let records = [record(1, &session_at(1, 10))];
    for file in [raw_export(&records, None), raw_export(&[], Some(&records)), raw_export(&records, Some(&[]))]
    {
        let mut device = Device::new();
        device.import(&file, false);
        assert_eq!(body(&device, 1), full(session_at(1, 10)), "{file}");
    }
}

#[test]
fn the_newer_snapshot_is_imported() {
    let snapshot_of = |seq: u32| {
        let mut runner = TestRunner::deterministic();
        let mut snapshot =
            super::super::arbitrary_snapshot::snapshot().new_tree(&mut runner).expect("a session").current();
        (snapshot.running.epoch, snapshot.running.seq, snapshot.running.id) = (1, seq, id(7));
        snapshot
    };
    let entry = |seq| ("eased.live".to_owned(), snapshot::write(&snapshot_of(seq)));
    let file = raw_export(&[entry(3)], Some(&[entry(9)]));
    let later = import::read(&raw_export(&[entry(9)], None)).expect("a raw export").interrupted;
    assert_eq!(import::read(&file).expect("a raw export").interrupted, later);
}

#[test]
fn values_that_are_not_strings_are_kept_as_json() {
    let mut file: Value = serde_json::from_str(&raw_export(&[], Some(&[]))).expect("JSON");
    file["database"] = json!([["eased.meta", { "a": [1, 2] }]]);
    let quarantined = import::read(&file.to_string()).expect("a raw export").corrupt_texts;
    assert_eq!(
        quarantined,
        [("eased.q.5.eased.meta".to_owned(), "[\"eased.meta\",{\"a\":[1,2]}]".to_owned())]
    );
}

#[test]
fn valid_values_are_imported_beside_many_corrupt_ones() {
    let corrupt = |n: usize| (format!("eased.s.{n:010}.1.00000000"), format!("garbage {n}"));
    let mut local: Vec<_> = (0..2_000).map(corrupt).collect();
    local.push(record(1, &session_at(1, 10)));
    let backup = import::read(&raw_export(&local, None)).expect("a raw export");
    assert_eq!((backup.revisions.len(), backup.corrupt_texts.len()), (1, MAX_IN_BACKUP / 2 + 1));
    let (_, rest) =
        backup.corrupt_texts.iter().find(|(key, _)| key.ends_with(".eased.more")).expect("a pack");
    let rest: Vec<(String, String)> = serde_json::from_str(rest).expect("a list");
    assert_eq!(rest.len(), 2_000 - MAX_IN_BACKUP / 2);
}

/// Values of a newer app: sessions are imported, others are kept as corrupt texts.
#[test]
fn values_of_a_newer_app_are_kept() {
    let text = "{\"v\":2,\"r\":1,\"id\":\"2222222222\",\"muscle\":\"calf\"}".to_owned();
    let crc = eased::storage::checksum::checksum(&text);
    let key = eased::storage::keys::RevisionKey { id: id(2), rev: 1, crc }.to_text();
    let local = [
        record(1, &session_at(1, 20)),
        (key, text.clone()),
        ("eased.settings".to_owned(), "{\"v\":2}".to_owned()),
    ];
    let backup = import::read(&raw_export(&local, None)).expect("a raw export");
    let [_, newer] = &backup.revisions[..] else { panic!("{backup:?}") };
    let RevisionBody::Newer(newer) = &newer.body else { panic!("{newer:?}") };
    assert_eq!(newer.text, text);
    assert_eq!(backup.corrupt_texts, [("eased.q.5.eased.settings".to_owned(), "{\"v\":2}".to_owned())]);
}

#[test]
fn invalid_raw_exports_are_rejected() {
    let file = raw_export(&[record(1, &session_at(1, 10))], None);
    for (text, why) in [
        (file[..file.len() - 9].to_owned(), ImportError::Corrupt),
        (file.replace("\"version\":1", "\"version\":2"), ImportError::Newer),
        (file.replace("\"local\"", "\"lokal\""), ImportError::Corrupt),
        (file.replace("\"local\":[[", "\"local\":[7,["), ImportError::Corrupt),
    ] {
        assert_eq!(refusal(&text), why, "{text}");
    }
}
