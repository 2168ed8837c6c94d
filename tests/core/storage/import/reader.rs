//! Files are read in small steps, so that the browser can paint and respond in between.

use eased::{
    domain::{
        import_preview::{BackupSection, EntryError, ImportError, ImportOptions},
        session::Session,
    },
    storage::{
        import::{self, Backup, ImportReader},
        quarantine::MAX_IN_BACKUP,
    },
};
use proptest::{prelude::*, sample::Index};

use super::{super::config, Device, NOW, id, refusal, session_at};

/// Bytes per step in the app.
const BUDGET: usize = 16 << 10;

/// The result of reading a file, and the number of steps.
fn read(text: &str, budget: usize) -> (Result<Backup, ImportError>, usize) {
    let mut reader = ImportReader::from_text(text.to_owned());
    for step in 1..=text.len() * 3 + 10 {
        match reader.step(budget) {
            Ok(None) => {}
            Ok(Some(backup)) => return (Ok(backup), step),
            Err(why) => return (Err(why), step),
        }
    }
    panic!("reading never ends");
}

fn session_id(n: u32) -> String {
    format!("{n:010}")
}

/// A file with these numbers of sessions, tombstones and corrupt texts.
fn file(sessions: u32, deleted: u32, quarantined: u32) -> String {
    let text = Device::with([(1, session_at(1, 10))]).export();
    let (from, to) = (
        text.find("{\"v\":1,\"r\":1,\"id\":\"1111111111\"").expect("a session"),
        text.find("],\n\"deleted\"").expect("its end"),
    );
    let session = &text[from..to];
    let join = |rows: Vec<String>| rows.join(",");
    let sessions = join((0..sessions).map(|n| session.replacen("1111111111", &session_id(n), 1)).collect());
    let deleted = join((0..deleted).map(|n| format!("[\"{}\",2,5]", session_id(50_000 + n))).collect());
    let quarantined =
        join((0..quarantined).map(|n| format!("[\"eased.q.{n}.eased.meta\",\"garbage {n}\"]")).collect());
    let (head, tail) = (&text[..from], &text[to..]);
    format!("{head}{sessions}{tail}")
        .replace("\"deleted\":[]", &format!("\"deleted\":[{deleted}]"))
        .replace("\"spoilt\":[]", &format!("\"spoilt\":[{quarantined}]"))
}

#[test]
fn steps_of_any_size_read_the_same() {
    let good = file(20, 5, 3);
    let twice = good.replace(&session_id(7), &session_id(3));
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
fn fields_may_have_any_order_and_whitespace() {
    let text = file(3, 2, 1);
    let mut value: serde_json::Map<_, _> = serde_json::from_str(&text).expect("JSON");
    let sorted = serde_json::to_string_pretty(&value).expect("JSON");
    assert!(sorted.find("\"deleted\"") < sorted.find("\"format\""), "by name: {sorted}");
    assert_eq!(read(&sorted, 10).0, import::read(&text));
    // An absent field means "not given".
    value.remove("live");
    assert_eq!(read(&serde_json::to_string(&value).expect("JSON"), 10).0, import::read(&text));
    value.remove("settings");
    assert_eq!(read(&serde_json::to_string(&value).expect("JSON"), 10).0, Err(ImportError::Corrupt));
}

#[test]
fn malformed_separators_are_rejected() {
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
            matches!(
                found,
                Err(ImportError::Corrupt | ImportError::NotABackup | ImportError::InvalidEntry(..))
            ),
            "{to}: {found:?}"
        );
    }
}

#[test]
fn the_largest_allowed_file_is_read_in_small_steps() {
    let text = file(40_000, 40_000, 300);
    let (backup, steps) = read(&text, BUDGET);
    let backup = backup.expect("a backup");
    assert_eq!((backup.revisions.len(), backup.corrupt_texts.len()), (80_000, 300));
    // Once to split it and once to read it.
    assert!(steps > 2 * (text.len() / BUDGET) - 10, "{steps} steps for {} bytes", text.len());
    // Preview and merge run in small steps as well.
    let model = Device::new().model;
    let (mut preview, mut history) = Default::default();
    let (mut next, mut steps) = (Some(0), 0);
    while let Some(from) = next {
        next = import::preview_step(&backup, &model, from, &mut preview);
        assert_eq!(import::merge_step(&backup, &model, ImportOptions::default(), from, &mut history), next);
        steps += 1;
    }
    assert_eq!((preview.new, history.entries().count()), (40_000, 80_000));
    assert!(steps >= 400, "{steps}");
    for (text, why) in [
        (file(40_001, 0, 0), ImportError::TooManyEntries),
        (file(0, 40_001, 0), ImportError::TooManyEntries),
        (file(0, 0, 301), ImportError::TooManyQuarantined),
        (file(0, 0, 5_000), ImportError::TooManyQuarantined),
    ] {
        assert_eq!(refusal(&text), why);
    }
    assert_eq!(MAX_IN_BACKUP, 300);
}

#[test]
fn the_size_of_an_entry_is_limited() {
    let text = file(1, 0, 1);
    // White space in an entry is allowed, but not this much.
    let long = text.replacen("{\"v\":1,\"r\"", &format!("{{{}\"v\":1,\"r\"", " ".repeat(300 << 10)), 1);
    assert_eq!(refusal(&long), ImportError::InvalidEntry(BackupSection::Sessions, 1, EntryError::Unreadable));
    let long = text.replacen("garbage", &"g".repeat(3 << 20), 1);
    assert_eq!(
        refusal(&long),
        ImportError::InvalidEntry(BackupSection::Quarantined, 1, EntryError::Unreadable)
    );
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
fn a_backup_with_zero_bytes_in_corrupt_texts_can_be_read() {
    let device = Device::with([(1, session_at(1, 10))]);
    let zeros = "\0".repeat(1_000);
    let quarantined: Vec<_> = (0..900).map(|n| (format!("eased.q.{n}.eased.meta"), zeros.clone())).collect();
    let text = eased::storage::backup::write(&device.model, &quarantined, NOW).text;
    assert_eq!(import::read(&text).expect("a backup").revisions.len(), 1);
}

#[test]
fn a_backup_with_thousands_of_corrupt_texts_can_be_read() {
    let device = Device::with([(1, session_at(1, 10))]);
    let quarantined: Vec<_> = (0..5_000)
        .map(|n| (format!("eased.q.{}.eased.meta", n % 4_000), format!("{:ü<500}", n % 4_000)))
        .collect();
    let text = eased::storage::backup::write(&device.model, &quarantined, NOW).text;
    let backup = import::read(&text).expect("a backup");
    // Half of the allowed number are written as they are, each once, and the others in packs that can also be read.
    let (packs, plain): (Vec<_>, Vec<_>) =
        backup.corrupt_texts.iter().partition(|(key, _)| key.ends_with(".eased.more"));
    assert_eq!((packs.len(), plain.len()), (12, MAX_IN_BACKUP / 2));
    let mut found: Vec<(String, String)> = plain.into_iter().cloned().collect();
    for (_, pack) in packs {
        found.extend(serde_json::from_str::<Vec<(String, String)>>(pack).expect("a list"));
    }
    found.sort_unstable();
    let mut expected = quarantined;
    expected.sort_unstable();
    expected.dedup();
    assert_eq!(found, expected, "none is lost");
    assert_eq!(backup.revisions[0].id, id(1));
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn the_result_does_not_depend_on_the_step_size(at in any::<Index>(), with in "[\\[\\]{}\",:0-9a-z\\\\ü ]{0,6}", budget in 1..200usize) {
        let text = file(3, 2, 1);
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) { at -= 1; }
        let damaged = [&text[..at], &with, &text[at + 1..]].concat();
        prop_assert_eq!(read(&damaged, budget).0, import::read(&damaged));
    }
}
