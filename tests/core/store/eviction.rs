//! A store is full: set-aside copies that are safe elsewhere go, oldest first, and nothing else ever does.

use eased::{
    domain::session::SessionId,
    storage::{
        codec::session,
        eviction::{self, AT_LEAST, Copy, PLAN, crowded},
        key_value_store::{self, KeyValueStore, PutOutcome, StoreError},
        keys,
    },
};
use proptest::{collection::vec, prelude::*};

use super::{config, fakes::Fake};

const NOW: i64 = 1_795_363_200_000;

fn copies(store: &Fake) -> Vec<Copy> {
    let texts = store.texts.borrow();
    let aside = texts.iter().filter(|(key, _)| key.starts_with(keys::ASIDE));
    aside.map(|(key, text)| (key.clone(), Some(text.clone()))).collect()
}

/// Writes as the app does: once more where room could be made.
fn put(local: &Fake, safe: &[Copy], key: &str, text: &str) -> Result<PutOutcome, StoreError> {
    let first = key_value_store::put(local, key, text, NOW);
    if first != Err(StoreError::Full) {
        return first;
    }
    let gone = eviction::spare(&copies(local), safe, key.len() + text.len());
    for key in &gone {
        local.remove(key).expect("it can be changed");
    }
    if gone.is_empty() { first } else { key_value_store::put(local, key, text, NOW) }
}

fn session_text(n: u8) -> (String, String) {
    let (key, text) = session::write_tombstone(SessionId::from_random([n; 10]), 1, NOW);
    (key.to_text(), text)
}

fn aside(at: i64, of: &str) -> String {
    keys::aside(at, of)
}

#[test]
fn a_full_store_takes_a_session_once_a_copy_that_is_safe_has_gone() {
    let old = aside(NOW - 5, keys::META);
    let local =
        Fake::of([(old.clone(), "x".repeat(400)), ("others.own".to_owned(), "y".repeat(900))]).with_room(3);
    let safe = [(old.clone(), Some("x".repeat(400)))];
    let (key, text) = session_text(1);
    assert_eq!(put(&local, &safe, &key, &text), Ok(PutOutcome::Stored));
    assert_eq!(local.text(&key), Some(text));
    assert_eq!(local.text(&old), None);
    assert_eq!(local.text("others.own").map(|text| text.len()), Some(900));
}

#[test]
fn the_only_copy_stays_and_the_session_is_refused() {
    let [kept, other, broken] = [1, 2, 3].map(|at| aside(NOW - at, keys::LIVE));
    let texts =
        [(kept.clone(), "only here"), (other.clone(), "here so"), (broken.clone(), "half a \u{fffd}")];
    let local = Fake::of(texts.clone()).with_room(3);
    // Elsewhere stands another text under one of the names, and one that was changed by reading it.
    let safe = [(other, Some("there otherwise".to_owned())), (broken, Some("half a \u{fffd}".to_owned()))];
    let before = local.texts.borrow().clone();
    let (key, text) = session_text(1);
    assert_eq!(put(&local, &safe, &key, &text), Err(StoreError::Full));
    assert_eq!(*local.texts.borrow(), before);
}

#[test]
fn the_oldest_go_first_and_no_more_than_have_to() {
    // 999 is older than 1000, whatever the alphabet says.
    let names = [1_000, 999, 20_000].map(|at| aside(at, keys::META));
    let here: Vec<Copy> = names.iter().map(|key| (key.clone(), Some("z".repeat(AT_LEAST)))).collect();
    let [later, oldest, _] = names;
    assert_eq!(eviction::spare(&here, &here, 10), std::slice::from_ref(&oldest));
    assert_eq!(eviction::spare(&here, &here, AT_LEAST + 100), [oldest, later]);
    assert_eq!(eviction::spare(&here, &here, usize::MAX).len(), 3);
}

proptest! {
    #![proptest_config(config(64))]

    /// Whatever is on the store, nothing but copies goes, and of each text one remains.
    #[test]
    fn nothing_is_lost(
        texts in vec((0..3u8, -3..2_000i64, "[a-c]{0,3}", any::<[bool; 2]>()), 0..12),
        needed in 0..40_000usize,
    ) {
        let mut here: Vec<Copy> = Vec::new();
        let mut safe: Vec<Copy> = Vec::new();
        for (n, (kind, at, text, [local, database])) in texts.into_iter().enumerate() {
            let n = u8::try_from(n).expect("few");
            let key = match kind {
                0 => session_text(n).0,
                1 => keys::SETTINGS.to_owned(),
                _ => aside(at, keys::DRAFT),
            };
            if local && !here.iter().any(|(known, _)| *known == key) {
                here.push((key.clone(), Some(text.clone())));
            }
            if database && !safe.iter().any(|(known, _)| *known == key) {
                safe.push((key, Some(text)));
            }
        }
        let gone = eviction::spare(&here, &safe, needed);
        for key in &gone {
            prop_assert!(key.starts_with(keys::ASIDE));
            let text = here.iter().find(|(known, _)| known == key).expect("it was here");
            prop_assert!(safe.contains(text), "{:?} is nowhere else", text);
        }
    }
}

#[test]
fn it_is_told_from_six_tenths_on() {
    assert_eq!(crowded(PLAN / 100 * 59, None), None);
    assert_eq!(crowded(PLAN / 100 * 60, None), Some(60));
    assert_eq!(crowded(PLAN * 3, None), Some(100));
    assert_eq!(crowded(0, Some([7.0, 10.0])), Some(70));
    assert_eq!(crowded(PLAN / 10 * 8, Some([7.0, 10.0])), Some(80));
    assert_eq!(crowded(0, Some([7.0, 0.0])), None);
    assert_eq!(crowded(0, Some([f64::NAN, f64::NAN])), None);
}
