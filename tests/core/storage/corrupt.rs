//! Truncated, changed and foreign texts are never read as valid in part.

use eased::{
    domain::history::RevisionBody,
    storage::{
        codec::{ReadResult, session, singletons, snapshot},
        item::{self, StoredItem},
        keys::{self, RevisionKey},
    },
};
use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};

use super::{arbitrary, arbitrary_snapshot, config};

/// A kind of damage.
#[derive(Clone, Debug)]
enum Damage {
    Cut(Index),
    Bit(Index, u8),
    Insert(Index, char),
    /// Replaces a field's value by one of another type.
    Field(Index, &'static str),
    Swap(Index),
    Twice,
}

fn damage() -> impl Strategy<Value = Damage> {
    let foreign = vec![
        "null",
        "true",
        "{}",
        "[]",
        "[[]]",
        "-1",
        "1.5",
        "1e3",
        "99999999999999999999",
        "\"\"",
        "\"\\u0000\"",
        "\"é\"",
        "0",
        "4294967296",
    ];
    prop_oneof![
        any::<Index>().prop_map(Damage::Cut),
        (any::<Index>(), 0..8u8).prop_map(|(at, bit)| Damage::Bit(at, bit)),
        (any::<Index>(), any::<char>()).prop_map(|(at, c)| Damage::Insert(at, c)),
        (any::<Index>(), proptest::sample::select(foreign)).prop_map(|(at, new)| Damage::Field(at, new)),
        any::<Index>().prop_map(Damage::Swap),
        Just(Damage::Twice),
    ]
}

fn damaged(text: &str, damage: &Damage) -> String {
    let at = |index: &Index| index.index(text.len());
    match damage {
        Damage::Cut(index) => text[..at(index)].to_owned(),
        Damage::Bit(index, bit) => {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at(index)] ^= 1 << bit;
            String::from_utf8_lossy(&bytes).into_owned()
        }
        Damage::Insert(index, c) => {
            let mut text = text.to_owned();
            text.insert(at(index), *c);
            text
        }
        Damage::Field(index, new) => {
            let from = text[..at(index)].rfind([',', '[', ':']).map_or(0, |i| i + 1);
            let to = text[from..].find([',', ']', '}']).map_or(text.len(), |i| from + i);
            [&text[..from], *new, &text[to..]].concat()
        }
        Damage::Swap(index) => {
            let (a, b) = text.split_at(at(index));
            [b, a].concat()
        }
        Damage::Twice => [text, text].concat(),
    }
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn a_damaged_session_is_corrupt(session in arbitrary::session(), damage in damage()) {
        let (key, text) = session::write(1, &session);
        let damaged = damaged(&text, &damage);
        if damaged != text {
            prop_assert_eq!(session::read(key, &damaged), ReadResult::Corrupt);
        }
    }

    /// Without a checksum: no panic, and a value read as valid is in range, so that it can be written and read back.
    #[test]
    fn a_damaged_value_is_never_read_in_part(
        snapshot in arbitrary_snapshot::snapshot(), draft in arbitrary::draft(), settings in arbitrary::settings(), meta in arbitrary::meta(), damage in damage()
    ) {
        if let ReadResult::Valid(found) = snapshot::read(&damaged(&snapshot::write(&snapshot), &damage)) {
            prop_assert_eq!(snapshot::read(&snapshot::write(&found)), ReadResult::Valid(found));
        }
        if let ReadResult::Valid(found) = singletons::read_draft(&damaged(&singletons::write_draft(1, &draft), &damage)) {
            // Mark ids depend on the order of reading, so the texts are compared.
            let again = singletons::write_draft(found.write_number, &found.value);
            let read = singletons::read_draft(&again).map(|d| singletons::write_draft(d.write_number, &d.value));
            prop_assert_eq!(read, ReadResult::Valid(again));
        }
        if let ReadResult::Valid(found) = singletons::read_settings(&damaged(&singletons::write_settings(1, &settings), &damage)) {
            let again = singletons::read_settings(&singletons::write_settings(found.write_number, &found.value));
            prop_assert_eq!(again, ReadResult::Valid(found));
        }
        if let ReadResult::Valid(found) = singletons::read_meta(&damaged(&singletons::write_meta(1, &meta), &damage)) {
            let again = singletons::read_meta(&singletons::write_meta(found.write_number, &found.value));
            prop_assert_eq!(again, ReadResult::Valid(found));
        }
    }

    /// A matching checksum does not make a foreign value valid.
    #[test]
    fn a_foreign_value_with_a_matching_checksum_is_not_guessed(session in arbitrary::session(), damage in damage()) {
        let (key, text) = session::write(1, &session);
        let damaged = damaged(&text, &damage);
        let key = RevisionKey { crc: eased::storage::checksum::checksum(&damaged), ..key };
        if let ReadResult::Valid(found) = session::read(key, &damaged)
            && let RevisionBody::Full(found) = found
        {
            let (key, text) = session::write(1, &found);
            let again = session::read(key, &text);
            prop_assert_eq!(again, ReadResult::Valid(RevisionBody::Full(found)));
        }
    }
}

fn revision_key(text: &str) -> String {
    let crc = eased::storage::checksum::checksum(text);
    format!("eased.s.a1b2c3d4e5.1.{crc:08x}")
}

fn read_under_every_key(text: &str) -> Vec<ReadResult<StoredItem>> {
    let names = [&revision_key(text), keys::SNAPSHOT, keys::DRAFT, keys::SETTINGS, keys::META];
    names.map(|key| item::read(key, text).expect("a key of the app")).to_vec()
}

#[test]
fn garbage_is_corrupt_under_every_key() {
    let deep = "[".repeat(100_000);
    let deep_and_closed = [deep.as_str(), &"]".repeat(100_000)].concat();
    let deep_object = "{\"v\":".repeat(100_000);
    let texts = [
        "",
        " ",
        "null",
        "true",
        "1",
        "2",
        "\"2\"",
        "[]",
        "{}",
        "[1]",
        "[0]",
        "[-1]",
        "[null]",
        "[1.0]",
        "[1e0]",
        "[\"1\"]",
        "[true]",
        "{\"v\":1}",
        "{\"v\":\"2\"}",
        "[1,\"a1b2c3d4e5\",1]",
        "\u{0}",
        "\u{feff}[1]",
        "ü",
        "[99999999999999999999]",
        &deep,
        &deep_and_closed,
        &deep_object,
    ];
    for text in texts {
        for read in read_under_every_key(text) {
            assert_eq!(read, ReadResult::Corrupt, "{text:.40}");
        }
    }
}

#[test]
fn a_higher_version_is_newer_whatever_follows() {
    for text in
        ["{\"v\":3}", "{\"v\":3,\"lang\":7}", "{\"id\":7,\"v\":3,\"n\":{}}", "{\"v\":9007199254740993}"]
    {
        let [revision, singletons @ ..] = &read_under_every_key(text)[..] else { panic!() };
        let ReadResult::Valid(StoredItem::Revision(RevisionBody::Newer(newer))) = revision else {
            panic!("{text}: {revision:?}");
        };
        assert_eq!((newer.start, newer.text.as_str()), (None, text));
        for read in singletons {
            assert_eq!(*read, ReadResult::Newer, "{text}");
        }
    }
}

/// Its date is needed to sort it into the list.
#[test]
fn the_start_of_a_newer_session_is_known() {
    let text = "{\"v\":2,\"id\":\"a1b2c3d4e5\",\"r\":7,\"s\":5,\"o\":60,\"muscle\":\"calf\"}";
    let ReadResult::Valid((id, 7, RevisionBody::Newer(newer))) = session::read_without_key(text) else {
        panic!()
    };
    assert_eq!((id.as_str(), newer.start), ("a1b2c3d4e5", Some((5, 60))));
    assert_eq!(session::read_without_key("{\"v\":2,\"r\":7}"), ReadResult::Newer, "it has no id");
}

#[test]
fn a_revision_under_another_key_is_corrupt() {
    let (key, text) = session::write_tombstone(
        eased::domain::session::SessionId::parse("a1b2c3d4e5").expect("a session id"),
        3,
        1_795_363_200_000,
    );
    assert!(matches!(session::read(key, &text), ReadResult::Valid(_)));
    let of_another = RevisionKey {
        id: eased::domain::session::SessionId::parse("a1b2c3d4e6").expect("a session id"),
        ..key
    };
    assert_eq!(session::read(of_another, &text), ReadResult::Corrupt);
    assert_eq!(session::read(RevisionKey { rev: 4, ..key }, &text), ReadResult::Corrupt);
    assert_eq!(session::read(RevisionKey { crc: 0, ..key }, &text), ReadResult::Corrupt);
}

#[test]
fn every_field_has_a_range() {
    let whole = json!({
        "v": 1, "id": "a1b2c3d4e5", "r": 1, "s": 5, "e": 9, "o": 60, "b": "test", "a": 0, "g": 5, "t": "b", "w": "r", "f": "Größe",
        "kb": [4, -3], "p": [{ "l": "r", "e": "b", "m": 10, "q": 1 }],
        "h": [{ "x": 50, "w": "t", "e": "e", "s": 0, "h": 10, "g": 1, "a": 3, "k": "a1b2c3d4e55" }],
    });
    let read = |value: &Value| {
        let text = value.to_string();
        item::read(&revision_key(&text), &text).expect("a key of the app")
    };
    assert!(matches!(read(&whole), ReadResult::Valid(_)));
    for (path, bad) in [
        ("/r", json!(0)),
        ("/id", json!("A1b2c3d4e5")),
        ("/s", json!(8_640_000_000_000_001_i64)),
        ("/s", json!(5.0)),
        ("/s", json!("5")),
        ("/s", Value::Null),
        ("/e", json!(-8_640_000_000_000_001_i64)),
        ("/o", json!(841)),
        ("/o", json!(-841)),
        ("/b", json!("testtest")),
        ("/b", json!(";=1+1;")),
        ("/b", json!("Test")),
        ("/a", json!(14)),
        ("/a", json!(91)),
        ("/t", json!("z")),
        ("/w", json!("rr")),
        ("/f", json!(" padded")),
        ("/f", json!("two\nlines")),
        ("/f", json!("more than twenty-four characters")),
        ("/kb", json!([11, 0])),
        ("/kb", json!([1])),
        ("/kb", json!([1, 0, 0])),
        ("/p", json!([])),
        ("/p/0/l", json!("x")),
        ("/p/0/e", json!("x")),
        ("/p/0/m", json!(-1)),
        ("/p/0/m", json!(4_294_967_296_u64)),
        ("/h/0/x", json!(101)),
        ("/h/0/w", json!("te")),
        ("/h/0/e", json!("ep")),
        ("/h/0/e", json!("E")),
        ("/h/0/h", json!(120_001)),
        ("/h/0/g", json!(11)),
        ("/h/0/a", json!(11)),
        ("/h/0/k", json!("a1b2c3d4e5")),
        ("/h/0/k", json!("a1b2c3d4e5256")),
        ("/h/0/k", json!("a1b2c3d4e501")),
    ] {
        let mut value = whole.clone();
        *value.pointer_mut(path).expect("a field") = bad;
        assert_eq!(read(&value), ReadResult::Corrupt, "{value}");
    }
    let three = json!([{ "l": "r", "m": 1 }, { "l": "l", "m": 1 }, { "l": "r", "m": 1 }]);
    for (path, name, bad) in [("", "p", three), ("/h/0", "p", json!(1)), ("/h/0", "d", json!(2))] {
        let mut value = whole.clone();
        value.pointer_mut(path).expect("a field")[name] = bad;
        assert_eq!(read(&value), ReadResult::Corrupt, "{value}");
    }
    // Required fields.
    for (path, names) in [("", "v id r s e o b a g p h"), ("/p/0", "l m"), ("/h/0", "x w e s h")] {
        for name in names.split(' ') {
            let mut value = whole.clone();
            value.pointer_mut(path).and_then(Value::as_object_mut).expect("an object").remove(name);
            assert_eq!(read(&value), ReadResult::Corrupt, "{name} is missing from {value}");
        }
    }
    // A duplicate name.
    let twice = whole.to_string().replacen("\"s\":5", "\"s\":5,\"s\":6", 1);
    assert_eq!(item::read(&revision_key(&twice), &twice), Some(ReadResult::Corrupt));
}
