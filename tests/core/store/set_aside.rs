//! Texts that could not be read: sorted, each once, few in a file, and none lost, however many there are.

use eased::{
    domain::{Now, history::History},
    storage::{
        eviction,
        file::{file_name, next_moment},
        load::StoreContents,
        reconcile::Union,
        set_aside::{MOST, Unreadable, distinct, origin, packed, unknown},
    },
};
use proptest::{collection::vec, prelude::*};

use super::config;

fn text(n: usize) -> Unreadable {
    (format!("eased.q.{n}.eased.meta"), format!("garbage {n}"))
}

#[test]
fn a_key_tells_when_and_from_where() {
    assert_eq!(
        origin("eased.q.1700000000000.eased.s.aaaaaaaaaa.1.00000000"),
        (Some(1_700_000_000_000), "eased.s.aaaaaaaaaa.1.00000000")
    );
    for key in ["eased.meta", "eased.q.x.eased.meta", "eased.q.5", "eased.q."] {
        assert_eq!(origin(key), (None, key));
    }
}

#[test]
fn what_is_here_already_is_not_taken_in_again() {
    let here = [text(2), text(1)];
    assert_eq!(unknown(vec![text(3), text(1), text(3), text(2)], &here), [text(3)]);
    // Under the same key another text is another text.
    let other = (text(1).0, "else".to_owned());
    assert_eq!(unknown(vec![other.clone()], &here), [other]);
}

#[test]
fn tens_of_thousands_are_compared_at_once() {
    // Each with each would take minutes.
    let all: Vec<Unreadable> = (0..40_000).map(text).collect();
    let contents = |database: bool| {
        let mut contents = StoreContents { database, ..StoreContents::default() };
        for (key, text) in &all {
            contents.add(key.clone(), Some(text.clone()));
        }
        contents
    };
    let union = Union::of(contents(false), contents(true), &History::default());
    assert_eq!((union.trouble.set_aside, union.database.len()), (40_000, 0));
    let copies: Vec<eviction::Copy> =
        all.iter().map(|(key, text)| (key.clone(), Some(text.clone()))).collect();
    assert_eq!(eviction::spare(&copies, &copies, usize::MAX).len(), 40_000);
    assert_eq!(unknown(all.clone(), &all), []);
    assert_eq!(distinct([all.clone(), all].concat()).len(), 40_000);
}

#[test]
fn no_two_files_have_one_name_and_names_sort_by_time() {
    let now = |unix_ms| Now { unix_ms, mono_ms: 0, utc_offset_min: 60 };
    // 30 November 2026, 14:30:05 in Berlin.
    let first = now(1_796_045_405_300);
    assert_eq!(file_name("backup", "json", next_moment(first, None)), "eased-backup-2026-11-30-143005.json");
    let mut last = next_moment(first, None);
    for ms in [0, 1, 500, 699, 700, 2_000, 60_000] {
        let next = next_moment(now(first.unix_ms + ms), Some(last));
        assert!(file_name("x", "json", next) > file_name("x", "json", last), "{ms}");
        assert!(next.unix_ms - now(first.unix_ms + ms).unix_ms < 5_000, "{ms}");
        last = next;
    }
    // A clock that was a day ahead is right again.
    assert_eq!(next_moment(first, Some(now(first.unix_ms + 86_400_000))), first);
}

proptest! {
    #![proptest_config(config(32))]

    #[test]
    fn packs_lose_nothing(all in vec(0..2_000usize, 0..900), most in 0..=MOST) {
        let all: Vec<Unreadable> = all.into_iter().map(text).collect();
        let packs = packed(all.clone(), most, 5);
        prop_assert!(packs.len() <= most.max(1) || packs.len() <= most / 2 + 1, "{} for {most}", packs.len());
        let mut found = Vec::new();
        for (key, text) in packs {
            if key.ends_with(".eased.more") {
                found.extend(serde_json::from_str::<Vec<Unreadable>>(&text).expect("a list"));
            } else {
                found.push((key, text));
            }
        }
        prop_assert_eq!(distinct(found), distinct(all));
    }
}
