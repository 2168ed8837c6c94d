//! `AtomicBatch`: all writes succeed, or none is kept.

use eased::storage::{
    codec::session,
    key_value_store::{AtomicBatch, StoreError},
    keys,
};
use proptest::{collection::vec, prelude::*};

use super::{arbitrary, config, fake_store::FakeStore};

const NOW: i64 = 1_795_363_200_000;

fn put_all(store: &FakeStore, texts: &[(String, String)]) -> Result<(), StoreError> {
    let mut batch = AtomicBatch::new(store);
    texts.iter().try_for_each(|(key, text)| batch.put(key, text, NOW))
}

proptest! {
    #![proptest_config(config(128))]

    /// For any space: also if only the last text does not fit, or keys already have values.
    #[test]
    fn a_store_has_all_texts_or_is_unchanged(
        sessions in vec(arbitrary::session(), 1..6),
        known in 0..6_usize,
        room in 0..6_000_usize,
        lies in any::<bool>(),
    ) {
        let mut texts: Vec<(String, String)> = sessions.iter().map(|session| {
            let (key, text) = session::write(1, session);
            (key.to_text(), text)
        }).collect();
        texts.push((keys::quarantine_key(NOW, keys::META), "garbage".to_owned()));
        let before = texts.iter().take(known).cloned().chain([("filler".to_owned(), "#".repeat(100))]);
        let store = FakeStore::of(before).with_room(room);
        store.lies.set(lies);
        let was = store.texts.borrow().clone();
        if put_all(&store, &texts).is_ok() {
            for (key, text) in &texts {
                prop_assert_eq!(store.text(key), Some(text.clone()));
            }
        } else {
            prop_assert_eq!(&*store.texts.borrow(), &was);
        }
    }
}

#[test]
fn an_overwritten_text_is_restored() {
    let key = keys::quarantine_key(NOW, keys::META);
    let store = FakeStore::of([(key.clone(), "previous")]).with_room(200);
    let texts = [(key.clone(), "new".to_owned()), ("eased.q.1.x".to_owned(), "#".repeat(300))];
    assert_eq!(put_all(&store, &texts), Err(StoreError::Full));
    assert_eq!(store.text(&key).as_deref(), Some("previous"));
    assert_eq!(store.text("eased.q.1.x"), None);
}
