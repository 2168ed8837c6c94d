//! The file of the failure page comes back like a backup.

use eased::{
    domain::{
        import_preview::Refusal,
        settings::{Settings, Theme},
    },
    storage::{
        codec::{
            live,
            session::{self, Written},
            singletons,
        },
        import,
        set_aside::MOST,
    },
};
use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::{Value, json};

use super::{Device, body, full, id, refusal, session_at};

/// What the script of the page writes.
fn rescue(local: &[(String, String)], database: Option<&[(String, String)]>) -> String {
    json!({ "format": "eased-raw", "version": 1, "exported_at": 5, "local": local, "database": database })
        .to_string()
}

fn record(rev: u32, session: &eased::domain::session::Session) -> (String, String) {
    let (key, text) = session::write(rev, session);
    (key.to_text(), text)
}

#[test]
fn what_can_be_read_comes_back_and_what_cannot_comes_along() {
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
    let backup = import::read(&rescue(&local, Some(&database))).expect("a rescue file");
    assert_eq!(backup.made_unix_ms, 5);
    assert_eq!(backup.settings, Some(dark));
    let revisions: Vec<_> = backup.revisions.iter().map(|revision| (revision.id, revision.rev)).collect();
    assert_eq!(revisions, [(id(1), 2), (id(2), 1), (id(3), 2)]);
    let aside: Vec<_> = backup.aside.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    assert_eq!(
        aside,
        [
            ("eased.q.5.eased.draft", "torn"),
            ("eased.q.5.eased.meta", "set aside"),
            ("eased.q.5.eased.s.2222222222.1.00000000", "garbage"),
        ]
    );
    let mut device = Device::new();
    device.import(&rescue(&local, Some(&database)), false);
    assert_eq!(body(&device, 1), full(session_at(1, 20)));
    assert_eq!(body(&device, 2), full(session_at(2, 30)));
    assert!(device.all_kept());
    // Twice is once.
    let before = device.stands();
    device.import(&rescue(&local, Some(&database)), false);
    assert_eq!(device.stands(), before);
}

#[test]
fn either_store_alone_is_enough() {
    let records = [record(1, &session_at(1, 10))];
    for file in [rescue(&records, None), rescue(&[], Some(&records)), rescue(&records, Some(&[]))] {
        let mut device = Device::new();
        device.import(&file, false);
        assert_eq!(body(&device, 1), full(session_at(1, 10)), "{file}");
    }
}

#[test]
fn the_session_that_was_running_ended_there() {
    let live_of = |seq: u32| {
        let mut runner = TestRunner::deterministic();
        let mut live = super::super::any_live::live().new_tree(&mut runner).expect("a session").current();
        (live.running.epoch, live.running.seq, live.running.id) = (1, seq, id(7));
        live
    };
    let entry = |seq| ("eased.live".to_owned(), live::write(&live_of(seq)));
    let file = rescue(&[entry(3)], Some(&[entry(9)]));
    let later = import::read(&rescue(&[entry(9)], None)).expect("a rescue file").live;
    assert_eq!(import::read(&file).expect("a rescue file").live, later);
}

#[test]
fn what_is_no_text_comes_along_as_it_is() {
    let mut file: Value = serde_json::from_str(&rescue(&[], Some(&[]))).expect("JSON");
    file["database"] = json!([["eased.meta", { "a": [1, 2] }]]);
    let aside = import::read(&file.to_string()).expect("a rescue file").aside;
    assert_eq!(aside, [("eased.q.5.eased.meta".to_owned(), "[\"eased.meta\",{\"a\":[1,2]}]".to_owned())]);
}

#[test]
fn however_much_is_damaged_the_rest_comes_back() {
    let spoilt = |n: usize| (format!("eased.s.{n:010}.1.00000000"), format!("garbage {n}"));
    let mut local: Vec<_> = (0..2_000).map(spoilt).collect();
    local.push(record(1, &session_at(1, 10)));
    let backup = import::read(&rescue(&local, None)).expect("a rescue file");
    assert_eq!((backup.revisions.len(), backup.aside.len()), (1, MOST / 2 + 1));
    let (_, rest) = backup.aside.iter().find(|(key, _)| key.ends_with(".eased.more")).expect("a pack");
    let rest: Vec<(String, String)> = serde_json::from_str(rest).expect("a list");
    assert_eq!(rest.len(), 2_000 - MOST / 2);
}

/// What a newer app wrote stops nothing else: a session comes along, anything else as the text that it is.
#[test]
fn what_a_newer_app_wrote_comes_along() {
    let text = "{\"v\":2,\"r\":1,\"id\":\"2222222222\",\"muscle\":\"calf\"}".to_owned();
    let crc = eased::storage::checksum::checksum(&text);
    let key = eased::storage::keys::RevisionKey { id: id(2), rev: 1, crc }.to_text();
    let local = [
        record(1, &session_at(1, 20)),
        (key, text.clone()),
        ("eased.settings".to_owned(), "{\"v\":2}".to_owned()),
    ];
    let backup = import::read(&rescue(&local, None)).expect("a rescue file");
    let [_, newer] = &backup.revisions[..] else { panic!("{backup:?}") };
    let Written::Newer(newer) = &newer.written else { panic!("{newer:?}") };
    assert_eq!(newer.text, text);
    assert_eq!(backup.aside, [("eased.q.5.eased.settings".to_owned(), "{\"v\":2}".to_owned())]);
}

#[test]
fn a_rescue_file_of_something_else_is_told() {
    let file = rescue(&[record(1, &session_at(1, 10))], None);
    for (text, why) in [
        (file[..file.len() - 9].to_owned(), Refusal::Broken),
        (file.replace("\"version\":1", "\"version\":2"), Refusal::Newer),
        (file.replace("\"local\"", "\"lokal\""), Refusal::Broken),
        (file.replace("\"local\":[[", "\"local\":[7,["), Refusal::Broken),
    ] {
        assert_eq!(refusal(&text), why, "{text}");
    }
}
