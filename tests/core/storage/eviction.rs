//! If a store is full, quarantined copies that exist elsewhere are deleted, oldest first, and nothing else.

use eased::{
    domain::session::SessionId,
    storage::{
        codec::session,
        eviction::{
            self, LOCAL_STORAGE_BUDGET_CHARS, MIN_FREED_CHARS, QuarantinedCopy, usage_warning_percent,
        },
        key_value_store::{self, KeyValueStore, PutOutcome, StoreError},
        keys,
    },
};
use proptest::{collection::vec, prelude::*};

use super::{config, fake_store::FakeStore};

const NOW: i64 = 1_795_363_200_000;

fn copies(store: &FakeStore) -> Vec<QuarantinedCopy> {
    let texts = store.texts.borrow();
    let quarantined = texts.iter().filter(|(key, _)| key.starts_with(keys::QUARANTINE_PREFIX));
    quarantined.map(|(key, text)| (key.clone(), Some(text.clone()))).collect()
}

/// Writes like the app: once more if space could be freed.
fn put(local: &FakeStore, safe: &[QuarantinedCopy], key: &str, text: &str) -> Result<PutOutcome, StoreError> {
    let first = key_value_store::put(local, key, text, NOW);
    if first != Err(StoreError::Full) {
        return first;
    }
    let gone = eviction::keys_to_evict(&copies(local), safe, key.len() + text.len());
    for key in &gone {
        local.remove(key).expect("it can be changed");
    }
    if gone.is_empty() { first } else { key_value_store::put(local, key, text, NOW) }
}

fn session_text(n: u8) -> (String, String) {
    let (key, text) = session::write_tombstone(SessionId::from_random([n; 10]), 1, NOW);
    (key.to_text(), text)
}

fn quarantine_key(unix_ms: i64, key: &str) -> String {
    keys::quarantine_key(unix_ms, key)
}

#[test]
fn a_full_store_accepts_a_session_after_a_safe_copy_was_deleted() {
    let old = quarantine_key(NOW - 5, keys::META);
    let local = FakeStore::of([(old.clone(), "x".repeat(400)), ("others.own".to_owned(), "y".repeat(900))])
        .with_room(3);
    let safe = [(old.clone(), Some("x".repeat(400)))];
    let (key, text) = session_text(1);
    assert_eq!(put(&local, &safe, &key, &text), Ok(PutOutcome::Stored));
    assert_eq!(local.text(&key), Some(text));
    assert_eq!(local.text(&old), None);
    assert_eq!(local.text("others.own").map(|text| text.len()), Some(900));
}

#[test]
fn the_only_copy_stays_and_the_session_does_not_fit() {
    let [only_copy, other, broken] = [1, 2, 3].map(|age_ms| quarantine_key(NOW - age_ms, keys::SNAPSHOT));
    let texts =
        [(only_copy.clone(), "only here"), (other.clone(), "here so"), (broken.clone(), "half a \u{fffd}")];
    let local = FakeStore::of(texts.clone()).with_room(3);
    // The safe copies have another text, and one that reading has changed.
    let safe = [(other, Some("there otherwise".to_owned())), (broken, Some("half a \u{fffd}".to_owned()))];
    let before = local.texts.borrow().clone();
    let (key, text) = session_text(1);
    assert_eq!(put(&local, &safe, &key, &text), Err(StoreError::Full));
    assert_eq!(*local.texts.borrow(), before);
}

#[test]
fn the_oldest_copies_are_deleted_first_and_no_more_than_needed() {
    // 999 is older than 1000, although it sorts after it.
    let names = [1_000, 999, 20_000].map(|unix_ms| quarantine_key(unix_ms, keys::META));
    let copies: Vec<QuarantinedCopy> =
        names.iter().map(|key| (key.clone(), Some("z".repeat(MIN_FREED_CHARS)))).collect();
    let [later, oldest, _] = names;
    assert_eq!(eviction::keys_to_evict(&copies, &copies, 10), std::slice::from_ref(&oldest));
    assert_eq!(eviction::keys_to_evict(&copies, &copies, MIN_FREED_CHARS + 100), [oldest, later]);
    assert_eq!(eviction::keys_to_evict(&copies, &copies, usize::MAX).len(), 3);
}

proptest! {
    #![proptest_config(config(64))]

    /// Only copies are deleted, and one of each text remains.
    #[test]
    fn nothing_is_lost(
        texts in vec((0..3u8, -3..2_000i64, "[a-c]{0,3}", any::<[bool; 2]>()), 0..12),
        needed in 0..40_000usize,
    ) {
        let mut copies: Vec<QuarantinedCopy> = Vec::new();
        let mut safe: Vec<QuarantinedCopy> = Vec::new();
        for (n, (kind, unix_ms, text, [local, database])) in texts.into_iter().enumerate() {
            let n = u8::try_from(n).expect("few");
            let key = match kind {
                0 => session_text(n).0,
                1 => keys::SETTINGS.to_owned(),
                _ => quarantine_key(unix_ms, keys::DRAFT),
            };
            if local && !copies.iter().any(|(existing, _)| *existing == key) {
                copies.push((key.clone(), Some(text.clone())));
            }
            if database && !safe.iter().any(|(existing, _)| *existing == key) {
                safe.push((key, Some(text)));
            }
        }
        let evicted = eviction::keys_to_evict(&copies, &safe, needed);
        for key in &evicted {
            prop_assert!(key.starts_with(keys::QUARANTINE_PREFIX));
            let text = copies.iter().find(|(existing, _)| existing == key).expect("it was here");
            prop_assert!(safe.contains(text), "{:?} is nowhere else", text);
        }
    }
}

#[test]
fn the_warning_starts_at_60_percent() {
    assert_eq!(usage_warning_percent(LOCAL_STORAGE_BUDGET_CHARS / 100 * 59, None), None);
    assert_eq!(usage_warning_percent(LOCAL_STORAGE_BUDGET_CHARS / 100 * 60, None), Some(60));
    assert_eq!(usage_warning_percent(LOCAL_STORAGE_BUDGET_CHARS * 3, None), Some(100));
    assert_eq!(usage_warning_percent(0, Some([7.0, 10.0])), Some(70));
    assert_eq!(usage_warning_percent(LOCAL_STORAGE_BUDGET_CHARS / 10 * 8, Some([7.0, 10.0])), Some(80));
    assert_eq!(usage_warning_percent(0, Some([7.0, 0.0])), None);
    assert_eq!(usage_warning_percent(0, Some([f64::NAN, f64::NAN])), None);
}
