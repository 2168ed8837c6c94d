//! Loading stores in any state.

use eased::{
    domain::{
        Now,
        history::{RevisionBody, SaveStatus},
        session::SessionId,
    },
    storage::{
        codec::{session, singletons, snapshot},
        key_value_store::{self, KeyValueStore, PutOutcome, StoreError},
        keys::{self, RevisionKey},
        load::{self, LoadedHistory, StartupData, StoreContents},
        records::Records,
        storage_event::{StorageChange, read_change},
    },
};
use proptest::{collection::vec, prelude::*};

use super::{arbitrary, arbitrary_snapshot, config, fake_store::FakeStore};

const NOW: i64 = 1_795_363_200_000;

/// Reads like the app: the startup data, then everything.
fn load(store: &FakeStore, unix_ms: i64) -> (StartupData, LoadedHistory) {
    let startup_data = load::read_startup_data(store);
    (startup_data, load::load(store, StoreContents::read_all(store, &Records::default()), unix_ms))
}

fn tombstone(id: SessionId, rev: u32) -> (String, String) {
    let (key, text) = session::write_tombstone(id, rev, NOW);
    (key.to_text(), text)
}

fn id(text: &str) -> SessionId {
    SessionId::parse(text).expect("a name")
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn valid_values_are_read_beside_any_garbage(
        sessions in vec(arbitrary::session(), 0..4),
        snapshot in arbitrary_snapshot::snapshot(),
        draft in arbitrary::draft(),
        settings in arbitrary::settings(),
        meta in arbitrary::meta(),
        garbage in vec(("eased\\.(s|q|x|live|draft)?[.a-z0-9]{0,20}", ".{0,40}"), 0..6),
    ) {
        let store = FakeStore::of(garbage);
        for session in &sessions {
            let (key, text) = session::write(3, session);
            store.set(&key.to_text(), &text).expect("room");
        }
        store.set(keys::SNAPSHOT, &snapshot::write(&snapshot)).expect("room");
        store.set(keys::DRAFT, &singletons::write_draft(7, &draft)).expect("room");
        store.set(keys::SETTINGS, &singletons::write_settings(8, &settings)).expect("room");
        store.set(keys::META, &singletons::write_meta(9, &meta)).expect("room");
        let before = store.texts.borrow().clone();

        let (startup_data, loaded) = load(&store, NOW);

        prop_assert!(!startup_data.has_newer && !loaded.storage_health.has_newer);
        prop_assert_eq!(loaded.entries.len(), sessions.len());
        for session in sessions {
            let found = loaded.entries.iter().find(|(id, _)| *id == session.id);
            let body = found.map(|(_, entry)| entry.body.clone());
            prop_assert_eq!(body, Some(RevisionBody::Full(session.into())));
        }
        prop_assert_eq!(startup_data.snapshot.as_deref(), Some(&snapshot));
        prop_assert_eq!(startup_data.singletons.draft.as_ref(), Some(&draft));
        prop_assert_eq!(startup_data.singletons.settings, Some(settings));
        prop_assert_eq!(startup_data.singletons.meta, Some(meta));
        for text in before.values() {
            prop_assert!(store.has(text), "lost: {}", text);
        }
        let (_, again) = load(&store, NOW + 60_000);
        prop_assert_eq!(again.storage_health, loaded.storage_health);
    }
}

/// A store with garbage under every kind of key.
pub fn full_of_garbage() -> FakeStore {
    FakeStore::of([
        (keys::SNAPSHOT, "{not json"),
        (keys::DRAFT, "[1,0]"),
        (keys::SETTINGS, "{\"v\":1,\"lang\":\"XX\"}"),
        (keys::META, "null"),
        ("eased.s.a1b2c3d4e5.1.00000000", "[1,\"a1b2c3d4e5\",1]"),
        ("eased.s.weird", "anything"),
        ("theirs", "not ours"),
    ])
}

#[test]
fn garbage_is_quarantined_and_counted() {
    let store = full_of_garbage();
    let (_, loaded) = load(&store, NOW);
    assert_eq!(loaded.storage_health.quarantined, 6);
    expect_test::expect![[r#"
        eased.q.1795363200000.eased.draft [1,0]
        eased.q.1795363200000.eased.live {not json
        eased.q.1795363200000.eased.meta null
        eased.q.1795363200000.eased.s.a1b2c3d4e5.1.00000000 [1,"a1b2c3d4e5",1]
        eased.q.1795363200000.eased.s.weird anything
        eased.q.1795363200000.eased.settings {"v":1,"lang":"XX"}
        theirs not ours
    "#]]
    .assert_eq(&listing(&store));
}

fn listing(store: &FakeStore) -> String {
    let texts = store.texts.borrow();
    texts.iter().flat_map(|(key, text)| [key.as_str(), " ", text.as_str(), "\n"]).collect()
}

#[test]
fn without_space_for_the_copy_the_original_stays_and_is_not_overwritten() {
    let store = full_of_garbage().with_room(10);
    let before = listing(&store);
    let (_, loaded) = load(&store, NOW);
    assert_eq!(loaded.storage_health.quarantined, 6);
    assert_eq!(listing(&store), before);
    let settings = singletons::write_settings(1, &eased::domain::settings::Settings::default());
    assert_eq!(key_value_store::put(&store, keys::SETTINGS, &settings, NOW), Err(StoreError::Full));
    assert_eq!(listing(&store), before);

    store.room.set(None);
    assert_eq!(key_value_store::put(&store, keys::SETTINGS, &settings, NOW), Ok(PutOutcome::Stored));
    assert_eq!(store.text(keys::SETTINGS), Some(settings));
    assert!(store.has("{\"v\":1,\"lang\":\"XX\"}"));
}

#[test]
fn a_copy_that_differs_does_not_count() {
    let store = full_of_garbage();
    store.lies.set(true);
    load(&store, NOW);
    for text in full_of_garbage().texts.borrow().values() {
        assert!(store.has(text), "lost: {text}");
    }
    let (key, text) = tombstone(id("a1b2c3d4e5"), 1);
    assert_eq!(key_value_store::put(&store, &key, &text, NOW), Err(StoreError::Refused));
}

#[test]
fn a_store_that_refuses_counts_as_empty() {
    let store = full_of_garbage();
    store.refuses.set(true);
    let (startup_data, loaded) = load(&store, NOW);
    assert_eq!((startup_data, loaded), (StartupData::default(), LoadedHistory::default()));
    let (key, text) = tombstone(id("a1b2c3d4e5"), 1);
    assert_eq!(key_value_store::put(&store, &key, &text, NOW), Err(StoreError::Refused));
    assert_eq!(read_change(&store, Some(keys::SNAPSHOT)), StorageChange::Nothing);
}

/// A newer value prevents only its own overwriting.
#[test]
fn values_of_a_newer_app_stay_and_all_others_are_handled() {
    for newer in [keys::SNAPSHOT, keys::DRAFT, keys::META, keys::SETTINGS] {
        let store = full_of_garbage();
        let text = "{\"v\":3,\"new\":[]}";
        store.texts.borrow_mut().insert(newer.to_owned(), text.to_owned());
        let (startup_data, loaded) = load(&store, NOW);
        assert!(startup_data.has_newer && loaded.storage_health.has_newer);
        assert_eq!(loaded.storage_health.quarantined, 5);
        assert_eq!(store.text(newer).as_deref(), Some(text));
        assert_eq!(key_value_store::put(&store, newer, "{\"v\":1}", NOW), Err(StoreError::Refused));
        assert_eq!(read_change(&store, Some(newer)), StorageChange::Newer);
        let (key, tombstone) = tombstone(id("a1b2c3d4e5"), 1);
        assert_eq!(key_value_store::put(&store, &key, &tombstone, NOW), Ok(PutOutcome::Stored));
    }
}

/// Settings that could not be read at the start are not overwritten by an app that started with defaults.
#[test]
fn a_later_write_is_not_overwritten() {
    let store = FakeStore::default();
    let settings = eased::domain::settings::Settings::default();
    let known = singletons::write_settings(57, &settings);
    store.set(keys::SETTINGS, &known).expect("room");
    for (number, stays) in [(1, true), (56, true), (57, false), (58, false)] {
        let dark = eased::domain::settings::Settings {
            theme: eased::domain::settings::Theme::Dark,
            ..settings.clone()
        };
        let new = singletons::write_settings(number, &dark);
        assert_eq!(key_value_store::put(&store, keys::SETTINGS, &new, NOW), Ok(PutOutcome::Stored));
        assert_eq!(store.text(keys::SETTINGS).as_ref() == Some(&known), stays, "{number}");
    }
}

#[test]
fn a_newer_apps_session_is_known_and_kept() {
    let store = FakeStore::default();
    let text = "{\"v\":2,\"id\":\"zzzzzzzzzz\",\"r\":1,\"s\":5,\"o\":0,\"new\":true}".to_owned();
    let key = RevisionKey { id: id("zzzzzzzzzz"), rev: 1, crc: eased::storage::checksum::checksum(&text) };
    store.texts.borrow_mut().insert(key.to_text(), text.clone());
    let (startup_data, loaded) = load(&store, NOW);
    assert!(
        !startup_data.has_newer && !loaded.storage_health.has_newer,
        "a newer session does not count as newer data"
    );
    let [(_, entry)] = &loaded.entries[..] else { panic!("{loaded:?}") };
    let RevisionBody::Newer(newer) = &entry.body else { panic!("{entry:?}") };
    assert_eq!((newer.start, &newer.text, &entry.newest_full), (Some((5, 0)), &text, &None));
    assert_eq!(store.changes.get(), 0);
}

#[test]
fn the_highest_valid_revision_is_read_and_the_highest_full_one_kept() {
    let mut session = crate::script::play("0 start").model.running().map(|r| {
        eased::domain::session_snapshot::SessionSnapshot { running: r.clone(), written_unix_ms: NOW }
    });
    let snapshot = session.take().expect("a session");
    let base = |rev, build: &str| {
        let id = id("a1b2c3d4e5");
        let session = eased::domain::session::Session {
            start_unix_ms: NOW,
            end_unix_ms: NOW,
            build: build.to_owned(),
            advance: snapshot.running.advance,
            gate_unix_ms: NOW,
            passes: vec![eased::domain::session::Pass {
                leg: eased::domain::leg::Leg::Left,
                active_ms: 1,
                paused_ms: 0,
                end: None,
                felt_wrong: Vec::new(),
                unknown: eased::domain::unknown_fields::UnknownFields::NONE,
            }],
            ..crate::sample::session(id)
        };
        let (key, text) = session::write(rev, &session);
        (key.to_text(), text)
    };
    let cut = {
        let (key, text) = base(9, "cut");
        (key, text[..text.len() - 2].to_owned())
    };
    let store = FakeStore::of([base(2, "two"), base(1, "one"), tombstone(id("a1b2c3d4e5"), 3), cut]);
    let (_, loaded) = load(&store, NOW);
    let [(_, entry)] = loaded.entries.as_slice() else {
        panic!("{loaded:?}");
    };
    assert_eq!(
        (entry.rev, &entry.body, entry.save_status),
        (3, &RevisionBody::Deleted(NOW), SaveStatus::Pending)
    );
    let (rev, full) = entry.newest_full.as_ref().expect("a full one");
    assert_eq!((*rev, full.build.as_str()), (2, "two"));
    assert_eq!(loaded.storage_health.quarantined, 1);
}

#[test]
fn a_snapshot_is_overwritten_only_by_a_later_one() {
    let mut snapshot = eased::domain::session_snapshot::SessionSnapshot {
        running: crate::script::play("0 start").model.running().expect("a session").clone(),
        written_unix_ms: NOW,
    };
    snapshot.running.last_event_at = Now::default();
    let mut at = |epoch, seq| {
        (snapshot.running.epoch, snapshot.running.seq) = (epoch, seq);
        snapshot::write(&snapshot)
    };
    let store = FakeStore::default();
    let put = |text: &str| key_value_store::put(&store, keys::SNAPSHOT, text, NOW);
    assert_eq!(put(&at(1, 5)), Ok(PutOutcome::Stored));
    assert_eq!(put(&at(1, 6)), Ok(PutOutcome::Stored));
    assert_eq!(put(&at(1, 4)), Ok(PutOutcome::Stored), "an earlier snapshot is ignored");
    assert_eq!(store.text(keys::SNAPSHOT), Some(at(1, 6)));
    assert_eq!(put(&at(2, 7)), Ok(PutOutcome::Stored), "taken over");
    assert_eq!(put(&at(1, 8)), Ok(PutOutcome::LostLock));
    assert_eq!(store.text(keys::SNAPSHOT), Some(at(2, 7)));

    // A snapshot of another session is overwritten only if that session is saved; otherwise it is quarantined first.
    let old = at(2, 7);
    snapshot.running.id = id("zzzzzzzzzz");
    let new = snapshot::write(&snapshot);
    assert_eq!(put(&new), Ok(PutOutcome::Stored));
    assert!(store.has(&old));
    assert_eq!(store.texts.borrow().len(), 2);
    let (key, text) = tombstone(snapshot.running.id, 1);
    assert_eq!(key_value_store::put(&store, &key, &text, NOW), Ok(PutOutcome::Stored));
    assert_eq!(put(&old), Ok(PutOutcome::Stored));
    assert!(!store.has(&new), "its session is saved");
}
