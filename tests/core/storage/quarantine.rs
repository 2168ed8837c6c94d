//! Lists of corrupt texts: sorted, without duplicates, and packed without loss.

use eased::{
    domain::{Now, history::History},
    storage::{
        eviction,
        file::{file_name, next_file_moment},
        load::StoreContents,
        quarantine::{
            CorruptText, MAX_IN_BACKUP, pack, parse_quarantine_key, sorted_distinct, without_known,
        },
        reconcile::Reconciliation,
    },
};
use proptest::{collection::vec, prelude::*};

use super::config;

fn text(n: usize) -> CorruptText {
    (format!("eased.q.{n}.eased.meta"), format!("garbage {n}"))
}

#[test]
fn a_quarantine_key_has_time_and_original_key() {
    assert_eq!(
        parse_quarantine_key("eased.q.1700000000000.eased.s.aaaaaaaaaa.1.00000000"),
        (Some(1_700_000_000_000), "eased.s.aaaaaaaaaa.1.00000000")
    );
    for key in ["eased.meta", "eased.q.x.eased.meta", "eased.q.5", "eased.q."] {
        assert_eq!(parse_quarantine_key(key), (None, key));
    }
}

#[test]
fn known_texts_are_left_out() {
    let known_texts = [text(2), text(1)];
    assert_eq!(without_known(vec![text(3), text(1), text(3), text(2)], &known_texts), [text(3)]);
    // Another text under the same key is kept.
    let other = (text(1).0, "else".to_owned());
    assert_eq!(without_known(vec![other.clone()], &known_texts), [other]);
}

#[test]
fn tens_of_thousands_of_texts_are_compared_quickly() {
    // Quadratic comparison would take minutes.
    let all: Vec<CorruptText> = (0..40_000).map(text).collect();
    let contents = |database: bool| {
        let mut contents = StoreContents { is_database: database, ..StoreContents::default() };
        for (key, text) in &all {
            contents.add(key.clone(), Some(text.clone()));
        }
        contents
    };
    let reconciliation = Reconciliation::new(contents(false), contents(true), &History::default());
    assert_eq!(
        (reconciliation.storage_health.quarantined, reconciliation.missing_in_database.len()),
        (40_000, 0)
    );
    let copies: Vec<eviction::QuarantinedCopy> =
        all.iter().map(|(key, text)| (key.clone(), Some(text.clone()))).collect();
    assert_eq!(eviction::keys_to_evict(&copies, &copies, usize::MAX).len(), 40_000);
    assert_eq!(without_known(all.clone(), &all), []);
    assert_eq!(sorted_distinct([all.clone(), all].concat()).len(), 40_000);
}

#[test]
fn file_names_are_unique_and_sort_by_time() {
    let now = |unix_ms| Now { unix_ms, mono_ms: 0, utc_offset_min: 60 };
    // 30 November 2026, 14:30:05 in Berlin.
    let first = now(1_796_045_405_300);
    assert_eq!(
        file_name("backup", "json", next_file_moment(first, None)),
        "eased-backup-2026-11-30-143005.json"
    );
    let mut last = next_file_moment(first, None);
    for ms in [0, 1, 500, 699, 700, 2_000, 60_000] {
        let next = next_file_moment(now(first.unix_ms + ms), Some(last));
        assert!(file_name("x", "json", next) > file_name("x", "json", last), "{ms}");
        assert!(next.unix_ms - now(first.unix_ms + ms).unix_ms < 5_000, "{ms}");
        last = next;
    }
    // A clock that was a day ahead has been corrected.
    assert_eq!(next_file_moment(first, Some(now(first.unix_ms + 86_400_000))), first);
}

proptest! {
    #![proptest_config(config(32))]

    #[test]
    fn packing_loses_no_text(all in vec(0..2_000usize, 0..900), max in 0..=MAX_IN_BACKUP) {
        let all: Vec<CorruptText> = all.into_iter().map(text).collect();
        let packs = pack(all.clone(), max, 5);
        prop_assert!(packs.len() <= max.max(1) || packs.len() <= max / 2 + 1, "{} for {max}", packs.len());
        let mut found = Vec::new();
        for (key, text) in packs {
            if key.ends_with(".eased.more") {
                found.extend(serde_json::from_str::<Vec<CorruptText>>(&text).expect("a list"));
            } else {
                found.push((key, text));
            }
        }
        prop_assert_eq!(sorted_distinct(found), sorted_distinct(all));
    }
}
