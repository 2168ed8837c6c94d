//! The start of the app, on stores in any state.

use eased::{
    domain::{
        Now,
        history::{Body, SaveStatus},
        session::SessionId,
    },
    storage::{
        codec::{live, session, singletons},
        key_value_store::{self, KeyValueStore, PutOutcome, StoreError},
        keys::{self, RevisionKey},
        load::{self, AtHand, Loaded, StoreContents},
        records::Records,
        storage_event::{StorageChange, read_change},
    },
};
use proptest::{collection::vec, prelude::*};

use super::{any, any_live, config, fakes::Fake};

const NOW: i64 = 1_795_363_200_000;

/// The start as the app has it: what the first view needs, then everything.
fn load(store: &Fake, unix_ms: i64) -> (AtHand, Loaded) {
    let at_hand = load::at_hand(store);
    (at_hand, load::load(store, StoreContents::of(store, &Records::default()), unix_ms))
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
    fn whatever_is_readable_is_found_beside_any_garbage(
        sessions in vec(any::session(), 0..4),
        live in any_live::live(),
        draft in any::draft(),
        settings in any::settings(),
        meta in any::meta(),
        garbage in vec(("eased\\.(s|q|x|live|draft)?[.a-z0-9]{0,20}", ".{0,40}"), 0..6),
    ) {
        let store = Fake::of(garbage);
        for session in &sessions {
            let (key, text) = session::write(3, session);
            store.set(&key.to_text(), &text).expect("room");
        }
        store.set(keys::LIVE, &live::write(&live)).expect("room");
        store.set(keys::DRAFT, &singletons::write_draft(7, &draft)).expect("room");
        store.set(keys::SETTINGS, &singletons::write_settings(8, &settings)).expect("room");
        store.set(keys::META, &singletons::write_meta(9, &meta)).expect("room");
        let before = store.texts.borrow().clone();

        let (at_hand, loaded) = load(&store, NOW);

        prop_assert!(!at_hand.newer && !loaded.trouble.newer);
        prop_assert_eq!(loaded.entries.len(), sessions.len());
        for session in sessions {
            let found = loaded.entries.iter().find(|(id, _)| *id == session.id);
            let body = found.map(|(_, entry)| entry.body.clone());
            prop_assert_eq!(body, Some(Body::Full(session.into())));
        }
        prop_assert_eq!(at_hand.live.as_deref(), Some(&live));
        prop_assert_eq!(at_hand.singles.draft.as_ref(), Some(&draft));
        prop_assert_eq!(at_hand.singles.settings, Some(settings));
        prop_assert_eq!(at_hand.singles.meta, Some(meta));
        for text in before.values() {
            prop_assert!(store.has(text), "lost: {}", text);
        }
        let (_, again) = load(&store, NOW + 60_000);
        prop_assert_eq!(again.trouble, loaded.trouble);
    }
}

/// One piece of garbage under every key of ours.
pub fn full_of_garbage() -> Fake {
    Fake::of([
        (keys::LIVE, "{not json"),
        (keys::DRAFT, "[1,0]"),
        (keys::SETTINGS, "{\"v\":1,\"lang\":\"XX\"}"),
        (keys::META, "null"),
        ("eased.s.a1b2c3d4e5.1.00000000", "[1,\"a1b2c3d4e5\",1]"),
        ("eased.s.weird", "anything"),
        ("theirs", "not ours"),
    ])
}

#[test]
fn garbage_is_set_aside_and_told() {
    let store = full_of_garbage();
    let (_, loaded) = load(&store, NOW);
    assert_eq!(loaded.trouble.set_aside, 6);
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

fn listing(store: &Fake) -> String {
    let texts = store.texts.borrow();
    texts.iter().flat_map(|(key, text)| [key.as_str(), " ", text.as_str(), "\n"]).collect()
}

#[test]
fn without_room_for_the_copy_the_original_stays_and_is_not_written_over() {
    let store = full_of_garbage().with_room(10);
    let before = listing(&store);
    let (_, loaded) = load(&store, NOW);
    assert_eq!(loaded.trouble.set_aside, 6);
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
fn a_copy_that_reads_back_otherwise_is_no_copy() {
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
fn a_store_that_refuses_is_no_reason_to_stop() {
    let store = full_of_garbage();
    store.refuses.set(true);
    let (at_hand, loaded) = load(&store, NOW);
    assert_eq!((at_hand, loaded), (AtHand::default(), Loaded::default()));
    let (key, text) = tombstone(id("a1b2c3d4e5"), 1);
    assert_eq!(key_value_store::put(&store, &key, &text, NOW), Err(StoreError::Refused));
    assert_eq!(read_change(&store, Some(keys::LIVE)), StorageChange::Nothing);
}

/// One kind of record that is newer stops nothing but its own writing.
#[test]
fn what_a_newer_app_wrote_is_left_alone_and_nothing_else() {
    for newer in [keys::LIVE, keys::DRAFT, keys::META, keys::SETTINGS] {
        let store = full_of_garbage();
        let text = "{\"v\":3,\"new\":[]}";
        store.texts.borrow_mut().insert(newer.to_owned(), text.to_owned());
        let (at_hand, loaded) = load(&store, NOW);
        assert!(at_hand.newer && loaded.trouble.newer);
        assert_eq!(loaded.trouble.set_aside, 5);
        assert_eq!(store.text(newer).as_deref(), Some(text));
        assert_eq!(key_value_store::put(&store, newer, "{\"v\":1}", NOW), Err(StoreError::Refused));
        assert_eq!(read_change(&store, Some(newer)), StorageChange::Newer);
        let (key, tombstone) = tombstone(id("a1b2c3d4e5"), 1);
        assert_eq!(key_value_store::put(&store, &key, &tombstone, NOW), Ok(PutOutcome::Stored));
    }
}

/// Choices that were never read here are not written over by the first choice of an app that took itself for new.
#[test]
fn what_was_written_later_is_not_written_over() {
    let store = Fake::default();
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
    let store = Fake::default();
    let text = "{\"v\":2,\"id\":\"zzzzzzzzzz\",\"r\":1,\"s\":5,\"o\":0,\"new\":true}".to_owned();
    let key = RevisionKey { id: id("zzzzzzzzzz"), rev: 1, crc: eased::storage::checksum::checksum(&text) };
    store.texts.borrow_mut().insert(key.to_text(), text.clone());
    let (at_hand, loaded) = load(&store, NOW);
    assert!(!at_hand.newer && !loaded.trouble.newer, "nothing stands in the way of anything");
    let [(_, entry)] = &loaded.entries[..] else { panic!("{loaded:?}") };
    let Body::Newer(newer) = &entry.body else { panic!("{entry:?}") };
    assert_eq!((newer.start, &newer.text, &entry.full), (Some((5, 0)), &text, &None));
    assert_eq!(store.changes.get(), 0);
}

#[test]
fn the_highest_whole_revision_is_read_and_the_highest_full_one_remembered() {
    let mut session = crate::script::play("0 start")
        .model
        .running()
        .map(|r| eased::domain::live::SessionSnapshot { running: r.clone(), written_unix_ms: NOW });
    let live = session.take().expect("a session");
    let base = |rev, build: &str| {
        let id = id("a1b2c3d4e5");
        let session = eased::domain::session::Session {
            start_unix_ms: NOW,
            end_unix_ms: NOW,
            build: build.to_owned(),
            advance: live.running.advance,
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
    let store = Fake::of([base(2, "two"), base(1, "one"), tombstone(id("a1b2c3d4e5"), 3), cut]);
    let (_, loaded) = load(&store, NOW);
    let [(_, entry)] = loaded.entries.as_slice() else {
        panic!("{loaded:?}");
    };
    assert_eq!((entry.rev, &entry.body, entry.kept), (3, &Body::Deleted(NOW), SaveStatus::Pending));
    let (rev, full) = entry.full.as_ref().expect("a full one");
    assert_eq!((*rev, full.build.as_str()), (2, "two"));
    assert_eq!(loaded.trouble.set_aside, 1);
}

#[test]
fn a_live_record_gives_way_to_a_later_one_only() {
    let mut live = eased::domain::live::SessionSnapshot {
        running: crate::script::play("0 start").model.running().expect("a session").clone(),
        written_unix_ms: NOW,
    };
    live.running.seen = Now::default();
    let mut at = |epoch, seq| {
        (live.running.epoch, live.running.seq) = (epoch, seq);
        live::write(&live)
    };
    let store = Fake::default();
    let put = |text: &str| key_value_store::put(&store, keys::LIVE, text, NOW);
    assert_eq!(put(&at(1, 5)), Ok(PutOutcome::Stored));
    assert_eq!(put(&at(1, 6)), Ok(PutOutcome::Stored));
    assert_eq!(put(&at(1, 4)), Ok(PutOutcome::Stored), "an earlier one has nothing to add");
    assert_eq!(store.text(keys::LIVE), Some(at(1, 6)));
    assert_eq!(put(&at(2, 7)), Ok(PutOutcome::Stored), "taken over");
    assert_eq!(put(&at(1, 8)), Ok(PutOutcome::LostLock));
    assert_eq!(store.text(keys::LIVE), Some(at(2, 7)));

    // Another session's record goes only if that session is kept; else a copy is made first.
    let old = at(2, 7);
    live.running.id = id("zzzzzzzzzz");
    let new = live::write(&live);
    assert_eq!(put(&new), Ok(PutOutcome::Stored));
    assert!(store.has(&old));
    assert_eq!(store.texts.borrow().len(), 2);
    let (key, text) = tombstone(live.running.id, 1);
    assert_eq!(key_value_store::put(&store, &key, &text, NOW), Ok(PutOutcome::Stored));
    assert_eq!(put(&old), Ok(PutOutcome::Stored));
    assert!(!store.has(&new), "its session is kept");
}
