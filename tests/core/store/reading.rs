//! What is read after the first view, while the app is in use.

use eased::storage::{
    codec::{live, session, singletons},
    key_value_store::{self, KeyValueStore as _, PutOutcome},
    keys,
    load::{self, StoreContents},
    records::Records,
};
use proptest::{collection::vec, prelude::*};

use super::{any, config, fakes::Fake, load::full_of_garbage};

const NOW: i64 = 1_795_363_200_000;

/// As the app reads: one by one, while somebody writes.
#[test]
fn what_was_written_anew_while_it_was_read_is_not_taken_away() {
    let store = full_of_garbage();
    let mut contents = StoreContents::of(&store, &Records::default());
    let good = singletons::write_settings(1, &eased::domain::settings::Settings::default());
    assert_eq!(key_value_store::put(&store, keys::SETTINGS, &good, NOW), Ok(PutOutcome::Stored));
    for key in std::mem::take(&mut contents.spoilt) {
        contents.take(&store, key);
    }
    load::load(&store, contents, NOW);
    assert_eq!(store.text(keys::SETTINGS), Some(good));
    assert_eq!(store.text(keys::META), None, "what is still garbage is set aside");
}

#[test]
fn a_running_session_that_stands_there_as_finished_is_not_offered() {
    let live = eased::domain::live::SessionSnapshot {
        running: crate::script::play("0 start").model.running().expect("a session").clone(),
        written_unix_ms: NOW,
    };
    let store = Fake::of([(keys::LIVE.to_owned(), live::write(&live))]);
    let found = load::at_hand(&store).live.expect("offered");
    assert_eq!(found.running.id, live.running.id);
    let (key, text) = session::write_tombstone(live.running.id, live.running.rev, NOW);
    store.set(&key.to_text(), &text).expect("room");
    assert_eq!(load::at_hand(&store).live, None);
}

proptest! {
    #![proptest_config(config(24))]

    /// A second look, or a look at the other store, finds the same without reading again what is known.
    #[test]
    fn what_is_known_is_found_again(
        sessions in vec(any::session(), 1..5),
        gone in any::<prop::sample::Index>(),
        come in any::session(),
        cut in any::<prop::sample::Index>(),
    ) {
        let store = Fake::of(sessions.iter().map(|session| {
            let (key, text) = session::write(1, session);
            (key.to_text(), text)
        }));
        let known = Records::of(StoreContents::of(&store, &Records::default()).revisions);
        let all = store.keys().expect("keys");
        store.remove(&all[gone.index(all.len())]).expect("removed");
        let (key, text) = session::write(2, &come);
        store.set(&key.to_text(), &text).expect("room");
        let sorted = |contents: StoreContents| Records::of(contents.revisions);
        prop_assert_eq!(sorted(StoreContents::of(&store, &known)), sorted(StoreContents::of(&store, &Records::default())));

        // In the other store a text may be damaged that is whole in this one.
        let all = store.keys().expect("keys");
        let damaged = cut.get(&all[..]);
        let [mut beside, mut alone] = [(); 2].map(|()| StoreContents { database: true, ..StoreContents::default() });
        for key in &all {
            let mut text = store.text(key).expect("a text");
            if key == damaged {
                text.pop();
            }
            beside.add_beside(&known, key.clone(), Some(text.clone()));
            alone.add(key.clone(), Some(text));
        }
        prop_assert_eq!(&beside.spoilt, &vec![damaged.clone()]);
        prop_assert_eq!(&beside.spoilt, &alone.spoilt);
        prop_assert_eq!(sorted(beside), sorted(alone));
    }
}
