//! The start of the app, on shelves in any state.

use eased::{
    domain::{
        Now,
        history::{Body, Kept},
        session::SessionId,
    },
    store::{
        crc::crc32,
        form::{live, session, single},
        heard::{Heard, heard},
        keys::{self, RevisionKey},
        load::{self, AtHand, Loaded, Pile},
        records::Records,
        shelf::{self, Put, Shelf, ShelfError},
    },
};
use proptest::{collection::vec, prelude::*};

use super::{any, config, fakes::Fake};

const NOW: i64 = 1_795_363_200_000;

/// The start as the app has it: what the first view needs, then everything.
fn load(shelf: &Fake, unix_ms: i64) -> (AtHand, Loaded) {
    let at_hand = load::at_hand(shelf);
    (at_hand, load::load(shelf, Pile::of(shelf, &Records::default()), unix_ms))
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
        live in any::live(),
        draft in any::draft(),
        settings in any::settings(),
        meta in any::meta(),
        garbage in vec(("eased\\.(s|q|x|live|draft)?[.a-z0-9]{0,20}", ".{0,40}"), 0..6),
    ) {
        let shelf = Fake::of(garbage);
        for session in &sessions {
            let (key, text) = session::write(3, session);
            shelf.set(&key.to_text(), &text).expect("room");
        }
        shelf.set(keys::LIVE, &live::write(&live)).expect("room");
        shelf.set(keys::DRAFT, &single::write_draft(7, &draft)).expect("room");
        shelf.set(keys::SETTINGS, &single::write_settings(8, &settings)).expect("room");
        shelf.set(keys::META, &single::write_meta(9, &meta)).expect("room");
        let before = shelf.texts.borrow().clone();

        let (at_hand, loaded) = load(&shelf, NOW);

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
            prop_assert!(shelf.has(text), "lost: {}", text);
        }
        let (_, again) = load(&shelf, NOW + 60_000);
        prop_assert_eq!(again.trouble, loaded.trouble);
    }
}

/// One piece of garbage under every key of ours.
pub fn full_of_garbage() -> Fake {
    Fake::of([
        (keys::LIVE, "{not json"),
        (keys::DRAFT, "[1,0]"),
        (keys::SETTINGS, "{\"v\":1,\"lang\":\"xx\"}"),
        (keys::META, "null"),
        ("eased.s.a1b2c3d4e5.1.00000000", "[1,\"a1b2c3d4e5\",1]"),
        ("eased.s.weird", "anything"),
        ("theirs", "not ours"),
    ])
}

#[test]
fn garbage_is_set_aside_and_told() {
    let shelf = full_of_garbage();
    let (_, loaded) = load(&shelf, NOW);
    assert_eq!(loaded.trouble.set_aside, 6);
    expect_test::expect![[r#"
        eased.q.1795363200000.eased.draft [1,0]
        eased.q.1795363200000.eased.live {not json
        eased.q.1795363200000.eased.meta null
        eased.q.1795363200000.eased.s.a1b2c3d4e5.1.00000000 [1,"a1b2c3d4e5",1]
        eased.q.1795363200000.eased.s.weird anything
        eased.q.1795363200000.eased.settings {"v":1,"lang":"xx"}
        theirs not ours
    "#]]
    .assert_eq(&listing(&shelf));
}

fn listing(shelf: &Fake) -> String {
    let texts = shelf.texts.borrow();
    texts.iter().flat_map(|(key, text)| [key.as_str(), " ", text.as_str(), "\n"]).collect()
}

#[test]
fn without_room_for_the_copy_the_original_stays_and_is_not_written_over() {
    let shelf = full_of_garbage().with_room(10);
    let before = listing(&shelf);
    let (_, loaded) = load(&shelf, NOW);
    assert_eq!(loaded.trouble.set_aside, 6);
    assert_eq!(listing(&shelf), before);
    let settings = single::write_settings(1, &eased::domain::settings::Settings::default());
    assert_eq!(shelf::put(&shelf, keys::SETTINGS, &settings, NOW), Err(ShelfError::Full));
    assert_eq!(listing(&shelf), before);

    shelf.room.set(None);
    assert_eq!(shelf::put(&shelf, keys::SETTINGS, &settings, NOW), Ok(Put::Kept));
    assert_eq!(shelf.text(keys::SETTINGS), Some(settings));
    assert!(shelf.has("{\"v\":1,\"lang\":\"xx\"}"));
}

#[test]
fn a_copy_that_reads_back_otherwise_is_no_copy() {
    let shelf = full_of_garbage();
    shelf.lies.set(true);
    load(&shelf, NOW);
    for text in full_of_garbage().texts.borrow().values() {
        assert!(shelf.has(text), "lost: {text}");
    }
    let (key, text) = tombstone(id("a1b2c3d4e5"), 1);
    assert_eq!(shelf::put(&shelf, &key, &text, NOW), Err(ShelfError::Refused));
}

#[test]
fn a_shelf_that_refuses_is_no_reason_to_stop() {
    let shelf = full_of_garbage();
    shelf.refuses.set(true);
    let (at_hand, loaded) = load(&shelf, NOW);
    assert_eq!((at_hand, loaded), (AtHand::default(), Loaded::default()));
    let (key, text) = tombstone(id("a1b2c3d4e5"), 1);
    assert_eq!(shelf::put(&shelf, &key, &text, NOW), Err(ShelfError::Refused));
    assert_eq!(heard(&shelf, Some(keys::LIVE)), Heard::Nothing);
}

#[test]
fn where_a_newer_app_wrote_nothing_is_touched() {
    for newer in [keys::LIVE, keys::DRAFT, keys::META, keys::SETTINGS] {
        let shelf = full_of_garbage();
        let text = if newer == keys::SETTINGS { "{\"v\":2}" } else { "[2,\"new\"]" };
        shelf.texts.borrow_mut().insert(newer.to_owned(), text.to_owned());
        let (key, kept) = tombstone(id("a1b2c3d4e5"), 1);
        shelf.texts.borrow_mut().insert(key, kept);
        let before = listing(&shelf);

        let (at_hand, loaded) = load(&shelf, NOW);

        assert!(at_hand.newer && loaded.trouble.newer);
        assert_eq!(loaded.entries.len(), 1, "what can be read is shown");
        assert_eq!((listing(&shelf), shelf.changes.get()), (before, 0));
        assert_eq!(shelf::put(&shelf, newer, "[1]", NOW), Err(ShelfError::Refused));
        assert_eq!(heard(&shelf, Some(newer)), Heard::Newer);
    }
}

#[test]
fn a_newer_apps_session_alone_is_reason_enough() {
    let shelf = full_of_garbage();
    shelf.texts.borrow_mut().retain(|key, _| !key.starts_with("eased.") || key.starts_with("eased.s."));
    let text = "[2,\"zzzzzzzzzz\",1,\"new\"]".to_owned();
    let key = RevisionKey { id: id("zzzzzzzzzz"), rev: 1, crc: crc32(text.as_bytes()) }.to_text();
    shelf.texts.borrow_mut().insert(key, text);
    let before = listing(&shelf);
    let (at_hand, loaded) = load(&shelf, NOW);
    assert!(!at_hand.newer && loaded.trouble.newer);
    assert_eq!((listing(&shelf), shelf.changes.get()), (before, 0));
}

#[test]
fn the_highest_whole_revision_is_read_and_the_highest_full_one_remembered() {
    let mut session = crate::script::play("0 start")
        .model
        .running()
        .map(|r| eased::domain::live::Live { running: r.clone(), written_unix_ms: NOW });
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
    let shelf = Fake::of([base(2, "two"), base(1, "one"), tombstone(id("a1b2c3d4e5"), 3), cut]);
    let (_, loaded) = load(&shelf, NOW);
    let [(_, entry)] = loaded.entries.as_slice() else {
        panic!("{loaded:?}");
    };
    assert_eq!((entry.rev, &entry.body, entry.kept), (3, &Body::Deleted(NOW), Kept::Pending));
    let (rev, full) = entry.full.as_ref().expect("a full one");
    assert_eq!((*rev, full.build.as_str()), (2, "two"));
    assert_eq!(loaded.trouble.set_aside, 1);
}

#[test]
fn a_live_record_gives_way_to_a_later_one_only() {
    let mut live = eased::domain::live::Live {
        running: crate::script::play("0 start").model.running().expect("a session").clone(),
        written_unix_ms: NOW,
    };
    live.running.seen = Now::default();
    let mut at = |epoch, seq| {
        (live.running.epoch, live.running.seq) = (epoch, seq);
        live::write(&live)
    };
    let shelf = Fake::default();
    let put = |text: &str| shelf::put(&shelf, keys::LIVE, text, NOW);
    assert_eq!(put(&at(1, 5)), Ok(Put::Kept));
    assert_eq!(put(&at(1, 6)), Ok(Put::Kept));
    assert_eq!(put(&at(1, 4)), Ok(Put::Kept), "an earlier one has nothing to add");
    assert_eq!(shelf.text(keys::LIVE), Some(at(1, 6)));
    assert_eq!(put(&at(2, 7)), Ok(Put::Kept), "taken over");
    assert_eq!(put(&at(1, 8)), Ok(Put::LostLock));
    assert_eq!(shelf.text(keys::LIVE), Some(at(2, 7)));

    // Another session's record goes only if that session is kept; else a copy is made first.
    let old = at(2, 7);
    live.running.id = id("zzzzzzzzzz");
    let new = live::write(&live);
    assert_eq!(put(&new), Ok(Put::Kept));
    assert!(shelf.has(&old));
    assert_eq!(shelf.texts.borrow().len(), 2);
    let (key, text) = tombstone(live.running.id, 1);
    assert_eq!(shelf::put(&shelf, &key, &text, NOW), Ok(Put::Kept));
    assert_eq!(put(&old), Ok(Put::Kept));
    assert!(!shelf.has(&new), "its session is kept");
}
