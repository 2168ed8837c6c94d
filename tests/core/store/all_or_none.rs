//! Writes of which all stand in the end, or none: what an import puts into one store while the other one is silent.

use eased::storage::{
    codec::session,
    key_value_store::{AllOrNone, StoreError},
    keys,
};
use proptest::{collection::vec, prelude::*};

use super::{any, config, fakes::Fake};

const NOW: i64 = 1_795_363_200_000;

fn put_all(store: &Fake, texts: &[(String, String)]) -> Result<(), StoreError> {
    let mut batch = AllOrNone::of(store);
    texts.iter().try_for_each(|(key, text)| batch.put(key, text, NOW))
}

proptest! {
    #![proptest_config(config(128))]

    /// Whatever the room: also where the last text alone does not fit, and where something stood there before.
    #[test]
    fn a_store_has_all_of_it_or_is_as_it_was(
        sessions in vec(any::session(), 1..6),
        known in 0..6_usize,
        room in 0..6_000_usize,
        lies in any::<bool>(),
    ) {
        let mut texts: Vec<(String, String)> = sessions.iter().map(|session| {
            let (key, text) = session::write(1, session);
            (key.to_text(), text)
        }).collect();
        texts.push((keys::aside(NOW, keys::META), "garbage".to_owned()));
        let before = texts.iter().take(known).cloned().chain([("filler".to_owned(), "#".repeat(100))]);
        let store = Fake::of(before).with_room(room);
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
fn a_text_that_took_the_place_of_another_gives_it_back() {
    let key = keys::aside(NOW, keys::META);
    let store = Fake::of([(key.clone(), "what stood there")]).with_room(200);
    let texts = [(key.clone(), "what comes".to_owned()), ("eased.q.1.x".to_owned(), "#".repeat(300))];
    assert_eq!(put_all(&store, &texts), Err(StoreError::Full));
    assert_eq!(store.text(&key).as_deref(), Some("what stood there"));
    assert_eq!(store.text("eased.q.1.x"), None);
}
