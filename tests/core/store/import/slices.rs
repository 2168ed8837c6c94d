//! A file is read in small steps, whatever is in it: the browser can paint and answer between them.

use eased::{
    domain::{
        import_preview::{Part, Refusal, Wish, Wrong},
        session::Session,
    },
    storage::{
        import::{self, Backup, ImportReader},
        set_aside::MOST,
    },
};
use proptest::{prelude::*, sample::Index};

use super::{super::config, Device, NOW, id, refusal, session_at};

/// The app takes so many bytes at once.
const BUDGET: usize = 16 << 10;

/// What came of a file, and in how many steps.
fn read(text: &str, budget: usize) -> (Result<Backup, Refusal>, usize) {
    let mut reader = ImportReader::of_text(text.to_owned());
    for step in 1..=text.len() * 3 + 10 {
        match reader.step(budget) {
            Ok(None) => {}
            Ok(Some(backup)) => return (Ok(backup), step),
            Err(why) => return (Err(why), step),
        }
    }
    panic!("it never ends");
}

fn name(n: u32) -> String {
    format!("{n:010}")
}

/// A file of so many sessions, tombstones and texts that could not be read.
fn file(sessions: u32, deleted: u32, aside: u32) -> String {
    let whole = Device::with([(1, session_at(1, 10))]).export();
    let (from, to) = (
        whole.find("{\"v\":1,\"r\":1,\"id\":\"1111111111\"").expect("a session"),
        whole.find("],\n\"deleted\"").expect("its end"),
    );
    let session = &whole[from..to];
    let list = |rows: Vec<String>| rows.join(",");
    let sessions = list((0..sessions).map(|n| session.replacen("1111111111", &name(n), 1)).collect());
    let deleted = list((0..deleted).map(|n| format!("[\"{}\",2,5]", name(50_000 + n))).collect());
    let aside = list((0..aside).map(|n| format!("[\"eased.q.{n}.eased.meta\",\"garbage {n}\"]")).collect());
    let (head, tail) = (&whole[..from], &whole[to..]);
    format!("{head}{sessions}{tail}")
        .replace("\"deleted\":[]", &format!("\"deleted\":[{deleted}]"))
        .replace("\"spoilt\":[]", &format!("\"spoilt\":[{aside}]"))
}

#[test]
fn steps_of_any_size_read_the_same() {
    let good = file(20, 5, 3);
    let twice = good.replace(&name(7), &name(3));
    let newer = good.replace("\"version\":1", "\"version\":2");
    for text in [good.as_str(), &twice, &newer, &good[..good.len() / 2], "{}", "[", "7", ""] {
        let (expected, _) = read(text, usize::MAX / 2);
        assert_eq!(import::read(text), expected);
        for budget in [1, 2, 5, 100, 1_000] {
            let (found, steps) = read(text, budget);
            assert_eq!(found, expected, "{text} by {budget}");
            assert!(steps >= text.len() / budget / 2, "{steps} steps of {budget} for {}", text.len());
        }
    }
}

#[test]
fn fields_may_stand_in_any_order_and_with_any_space() {
    let text = file(3, 2, 1);
    let mut value: serde_json::Map<_, _> = serde_json::from_str(&text).expect("JSON");
    let sorted = serde_json::to_string_pretty(&value).expect("JSON");
    assert!(sorted.find("\"deleted\"") < sorted.find("\"format\""), "by name: {sorted}");
    assert_eq!(read(&sorted, 10).0, import::read(&text));
    // Absent is not given.
    value.remove("live");
    assert_eq!(read(&serde_json::to_string(&value).expect("JSON"), 10).0, import::read(&text));
    value.remove("settings");
    assert_eq!(read(&serde_json::to_string(&value).expect("JSON"), 10).0, Err(Refusal::Broken));
}

#[test]
fn what_stands_between_the_entries_is_looked_at() {
    let text = file(2, 2, 1);
    for (from, to) in [
        ("\"deleted\":[", "\"deleted\":[,"),
        ("\"live\":null", "\"live\":null null"),
        ("\"live\":null", "\"live\":"),
        ("\"live\":null,", "\"live\":null,,"),
        ("\"live\":null", "\"live\":null]"),
        ("],\n\"spoilt\"", "] 1,\n\"spoilt\""),
        ("],\n\"spoilt\"", "},\n\"spoilt\""),
        ("],\n\"spoilt\"", "]\n\"spoilt\""),
        ("],\n\"spoilt\"", ",],\n\"spoilt\""),
        ("{\"format\"", "[\"format\""),
        ("{\"format\"", "{{\"format\""),
        ("{\"format\"", "1{\"format\""),
        ("}}\n", "}}\n{}"),
        ("}}\n", "}},"),
        ("}}\n", "}]"),
        ("}}\n", "},}"),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        assert!(serde_json::from_str::<serde_json::Value>(&changed).is_err(), "{to} is JSON");
        let (found, _) = read(&changed, 50);
        assert!(
            matches!(found, Err(Refusal::Broken | Refusal::NotOurs | Refusal::Entry(..))),
            "{to}: {found:?}"
        );
    }
}

#[test]
fn as_many_as_there_may_be_are_read_in_steps_that_are_all_small() {
    let text = file(40_000, 40_000, 300);
    let (backup, steps) = read(&text, BUDGET);
    let backup = backup.expect("a backup");
    assert_eq!((backup.revisions.len(), backup.aside.len()), (80_000, 300));
    // Once to split it and once to read it.
    assert!(steps > 2 * (text.len() / BUDGET) - 10, "{steps} steps for {} bytes", text.len());
    // What it would bring is found out in small steps as well, and the merge.
    let model = Device::new().model;
    let (mut preview, mut history) = Default::default();
    let (mut next, mut steps) = (Some(0), 0);
    while let Some(from) = next {
        next = import::preview_some(&backup, &model, from, &mut preview);
        assert_eq!(import::merge_some(&backup, &model, Wish::default(), from, &mut history), next);
        steps += 1;
    }
    assert_eq!((preview.new, history.entries().count()), (40_000, 80_000));
    assert!(steps >= 400, "{steps}");
    for (text, why) in [
        (file(40_001, 0, 0), Refusal::TooMany),
        (file(0, 40_001, 0), Refusal::TooMany),
        (file(0, 0, 301), Refusal::TooManySetAside),
        (file(0, 0, 5_000), Refusal::TooManySetAside),
    ] {
        assert_eq!(refusal(&text), why);
    }
    assert_eq!(MOST, 300);
}

#[test]
fn one_entry_cannot_make_a_long_step() {
    let text = file(1, 0, 1);
    // Spaces are no fault of an entry, but so many of them are.
    let long = text.replacen("{\"v\":1,\"r\"", &format!("{{{}\"v\":1,\"r\"", " ".repeat(300 << 10)), 1);
    assert_eq!(refusal(&long), Refusal::Entry(Part::Sessions, 1, Wrong::Unreadable));
    let long = text.replacen("garbage", &"g".repeat(3 << 20), 1);
    assert_eq!(refusal(&long), Refusal::Entry(Part::SetAside, 1, Wrong::Unreadable));
    let short = text.replacen("garbage", &"g".repeat(1 << 20), 1);
    assert!(import::read(&short).is_ok());
}

#[test]
fn a_build_is_made_of_digits_and_letters() {
    let session = Session { build: "test".to_owned(), ..session_at(1, 10) };
    let text = Device::with([(1, session)]).export();
    for (build, fits) in [
        (";=1+1;", false),
        ("=1+1", false),
        ("a,b", false),
        ("A", false),
        ("a b", false),
        ("1e9", true),
        ("", true),
        ("0a1b2c3", true),
    ] {
        let changed = text.replacen("\"test\"", &format!("\"{build}\""), 1);
        assert_ne!(changed, text);
        assert_eq!(import::read(&changed).is_ok(), fits, "{build}");
    }
}

/// A disk fault leaves zeros behind, and each becomes seven characters of the file.
#[test]
fn what_the_app_writes_can_be_read_whatever_is_set_aside() {
    let device = Device::with([(1, session_at(1, 10))]);
    let zeros = "\0".repeat(1_000);
    let aside: Vec<_> = (0..900).map(|n| (format!("eased.q.{n}.eased.meta"), zeros.clone())).collect();
    let text = eased::storage::backup::write(&device.model, &aside, NOW).text;
    assert_eq!(import::read(&text).expect("a backup").revisions.len(), 1);
}

#[test]
fn what_the_app_writes_can_be_read_however_much_is_set_aside() {
    let device = Device::with([(1, session_at(1, 10))]);
    let aside: Vec<_> = (0..5_000)
        .map(|n| (format!("eased.q.{}.eased.meta", n % 4_000), format!("{:ü<500}", n % 4_000)))
        .collect();
    let text = eased::storage::backup::write(&device.model, &aside, NOW).text;
    let backup = import::read(&text).expect("a backup");
    // Half of those that a file may have as they are, each once, and the others in packs that can be read as well.
    let (packs, plain): (Vec<_>, Vec<_>) =
        backup.aside.iter().partition(|(key, _)| key.ends_with(".eased.more"));
    assert_eq!((packs.len(), plain.len()), (12, MOST / 2));
    let mut found: Vec<(String, String)> = plain.into_iter().cloned().collect();
    for (_, pack) in packs {
        found.extend(serde_json::from_str::<Vec<(String, String)>>(pack).expect("a list"));
    }
    found.sort_unstable();
    let mut all = aside;
    all.sort_unstable();
    all.dedup();
    assert_eq!(found, all, "none is lost");
    assert_eq!(backup.revisions[0].id, id(1));
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn no_damage_depends_on_where_the_steps_are(at in any::<Index>(), with in "[\\[\\]{}\",:0-9a-z\\\\ü ]{0,6}", budget in 1..200usize) {
        let text = file(3, 2, 1);
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) { at -= 1; }
        let damaged = [&text[..at], &with, &text[at + 1..]].concat();
        prop_assert_eq!(read(&damaged, budget).0, import::read(&damaged));
    }
}
