//! Reading store contents incrementally, while the app is in use.

use eased::storage::{
    codec::{session, singletons, snapshot},
    key_value_store::{self, KeyValueStore as _, PutOutcome},
    keys,
    load::{self, StoreContents},
    records::Records,
};
use proptest::{collection::vec, prelude::*};

use super::{arbitrary, config, fake_store::FakeStore, load::full_of_garbage};

const NOW: i64 = 1_795_363_200_000;

/// As the app reads: key by key, with writes in between.
#[test]
fn a_value_overwritten_during_reading_is_not_removed() {
    let store = full_of_garbage();
    let mut contents = StoreContents::read_all(&store, &Records::default());
    let good = singletons::write_settings(1, &eased::domain::settings::Settings::default());
    assert_eq!(key_value_store::put(&store, keys::SETTINGS, &good, NOW), Ok(PutOutcome::Stored));
    for key in std::mem::take(&mut contents.corrupt_keys) {
        contents.add_from(&store, key);
    }
    load::load(&store, contents, NOW);
    assert_eq!(store.text(keys::SETTINGS), Some(good));
    assert_eq!(store.text(keys::META), None, "the value that is still corrupt is quarantined");
}

#[test]
fn a_snapshot_of_a_finished_session_is_stale() {
    let snapshot = eased::domain::session_snapshot::SessionSnapshot {
        running: crate::script::play("0 start").model.running().expect("a session").clone(),
        written_unix_ms: NOW,
    };
    let store = FakeStore::of([(keys::SNAPSHOT.to_owned(), snapshot::write(&snapshot))]);
    let found = load::read_startup_data(&store).snapshot.expect("offered");
    assert_eq!(found.running.id, snapshot.running.id);
    let (key, text) = session::write_tombstone(snapshot.running.id, snapshot.running.rev, NOW);
    store.set(&key.to_text(), &text).expect("room");
    assert_eq!(load::read_startup_data(&store).snapshot, None);
}

proptest! {
    #![proptest_config(config(24))]

    /// Reusing known records gives the same result as reading everything again.
    #[test]
    fn known_records_are_reused(
        sessions in vec(arbitrary::session(), 1..5),
        removed in any::<prop::sample::Index>(),
        added in arbitrary::session(),
        cut in any::<prop::sample::Index>(),
    ) {
        let store = FakeStore::of(sessions.iter().map(|session| {
            let (key, text) = session::write(1, session);
            (key.to_text(), text)
        }));
        let known = Records::new(StoreContents::read_all(&store, &Records::default()).revisions);
        let keys = store.keys().expect("keys");
        store.remove(&keys[removed.index(keys.len())]).expect("removed");
        let (key, text) = session::write(2, &added);
        store.set(&key.to_text(), &text).expect("room");
        let sorted = |contents: StoreContents| Records::new(contents.revisions);
        prop_assert_eq!(sorted(StoreContents::read_all(&store, &known)), sorted(StoreContents::read_all(&store, &Records::default())));

        // A text that is valid in one store may be damaged in the other.
        let keys = store.keys().expect("keys");
        let damaged = cut.get(&keys[..]);
        let [mut reused, mut parsed] = [(); 2].map(|()| StoreContents { is_database: true, ..StoreContents::default() });
        for key in &keys {
            let mut text = store.text(key).expect("a text");
            if key == damaged {
                text.pop();
            }
            reused.add_reusing(&known, key.clone(), Some(text.clone()));
            parsed.add(key.clone(), Some(text));
        }
        prop_assert_eq!(&reused.corrupt_keys, &vec![damaged.clone()]);
        prop_assert_eq!(&reused.corrupt_keys, &parsed.corrupt_keys);
        prop_assert_eq!(sorted(reused), sorted(parsed));
    }
}
