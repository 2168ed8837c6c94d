//! Texts that were cut, changed, or never ours.

use eased::storage::{
    codec::{Read, live, session, singletons},
    item::{self, Item},
    keys::{self, RevisionKey},
};
use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};

use super::{any, any_live, config};

/// What can happen to a text.
#[derive(Clone, Debug)]
enum Harm {
    Cut(Index),
    Bit(Index, u8),
    Insert(Index, char),
    /// One field becomes something of another type.
    Field(Index, &'static str),
    Swap(Index),
    Twice,
}

fn harm() -> impl Strategy<Value = Harm> {
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
        any::<Index>().prop_map(Harm::Cut),
        (any::<Index>(), 0..8u8).prop_map(|(at, bit)| Harm::Bit(at, bit)),
        (any::<Index>(), any::<char>()).prop_map(|(at, c)| Harm::Insert(at, c)),
        (any::<Index>(), proptest::sample::select(foreign)).prop_map(|(at, new)| Harm::Field(at, new)),
        any::<Index>().prop_map(Harm::Swap),
        Just(Harm::Twice),
    ]
}

fn harmed(text: &str, harm: &Harm) -> String {
    let at = |index: &Index| index.index(text.len());
    match harm {
        Harm::Cut(index) => text[..at(index)].to_owned(),
        Harm::Bit(index, bit) => {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at(index)] ^= 1 << bit;
            String::from_utf8_lossy(&bytes).into_owned()
        }
        Harm::Insert(index, c) => {
            let mut text = text.to_owned();
            text.insert(at(index), *c);
            text
        }
        Harm::Field(index, new) => {
            let from = text[..at(index)].rfind([',', '[', ':']).map_or(0, |i| i + 1);
            let to = text[from..].find([',', ']', '}']).map_or(text.len(), |i| from + i);
            [&text[..from], *new, &text[to..]].concat()
        }
        Harm::Swap(index) => {
            let (a, b) = text.split_at(at(index));
            [b, a].concat()
        }
        Harm::Twice => [text, text].concat(),
    }
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn a_harmed_session_is_spoilt(session in any::session(), harm in harm()) {
        let (key, text) = session::write(1, &session);
        let harmed = harmed(&text, &harm);
        if harmed != text {
            prop_assert_eq!(session::read(key, &harmed), Read::Spoilt);
        }
    }

    /// Where there is no checksum: no panic, and whatever is read as whole is in range, so that it is
    /// written and read back the same.
    #[test]
    fn a_harmed_value_is_never_half_read(
        live in any_live::live(), draft in any::draft(), settings in any::settings(), meta in any::meta(), harm in harm()
    ) {
        if let Read::Whole(found) = live::read(&harmed(&live::write(&live), &harm)) {
            prop_assert_eq!(live::read(&live::write(&found)), Read::Whole(found));
        }
        if let Read::Whole(found) = singletons::read_draft(&harmed(&singletons::write_draft(1, &draft), &harm)) {
            // Names of marks follow the order in which they are read, so the texts are compared.
            let again = singletons::write_draft(found.number, &found.value);
            let read = singletons::read_draft(&again).map(|d| singletons::write_draft(d.number, &d.value));
            prop_assert_eq!(read, Read::Whole(again));
        }
        if let Read::Whole(found) = singletons::read_settings(&harmed(&singletons::write_settings(1, &settings), &harm)) {
            let again = singletons::read_settings(&singletons::write_settings(found.number, &found.value));
            prop_assert_eq!(again, Read::Whole(found));
        }
        if let Read::Whole(found) = singletons::read_meta(&harmed(&singletons::write_meta(1, &meta), &harm)) {
            let again = singletons::read_meta(&singletons::write_meta(found.number, &found.value));
            prop_assert_eq!(again, Read::Whole(found));
        }
    }

    /// A checksum that fits does not make a foreign value whole.
    #[test]
    fn a_foreign_value_with_a_fitting_checksum_is_not_guessed(session in any::session(), harm in harm()) {
        let (key, text) = session::write(1, &session);
        let harmed = harmed(&text, &harm);
        let key = RevisionKey { crc: eased::storage::checksum::checksum(&harmed), ..key };
        if let Read::Whole(found) = session::read(key, &harmed)
            && let session::Written::Full(found) = found
        {
            let (key, text) = session::write(1, &found);
            let again = session::read(key, &text);
            prop_assert_eq!(again, Read::Whole(session::Written::Full(found)));
        }
    }
}

fn named(text: &str) -> String {
    let crc = eased::storage::checksum::checksum(text);
    format!("eased.s.a1b2c3d4e5.1.{crc:08x}")
}

fn read_everywhere(text: &str) -> Vec<Read<Item>> {
    let names = [&named(text), keys::LIVE, keys::DRAFT, keys::SETTINGS, keys::META];
    names.map(|key| item::read(key, text).expect("ours")).to_vec()
}

#[test]
fn garbage_is_spoilt_everywhere() {
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
        for read in read_everywhere(text) {
            assert_eq!(read, Read::Spoilt, "{text:.40}");
        }
    }
}

#[test]
fn a_higher_version_is_newer_whatever_follows() {
    for text in
        ["{\"v\":3}", "{\"v\":3,\"lang\":7}", "{\"id\":7,\"v\":3,\"n\":{}}", "{\"v\":9007199254740993}"]
    {
        let [revision, singles @ ..] = &read_everywhere(text)[..] else { panic!() };
        let Read::Whole(Item::Revision(session::Written::Newer(newer))) = revision else {
            panic!("{text}: {revision:?}");
        };
        assert_eq!((newer.start, newer.text.as_str()), (None, text));
        for read in singles {
            assert_eq!(*read, Read::Newer, "{text}");
        }
    }
}

/// Its date can be told, so that it has its place in the list.
#[test]
fn of_a_newer_session_it_is_told_when_it_began() {
    let text = "{\"v\":2,\"id\":\"a1b2c3d4e5\",\"r\":7,\"s\":5,\"o\":60,\"muscle\":\"calf\"}";
    let Read::Whole((id, 7, session::Written::Newer(newer))) = session::read_text(text) else { panic!() };
    assert_eq!((id.as_str(), newer.start), ("a1b2c3d4e5", Some((5, 60))));
    assert_eq!(session::read_text("{\"v\":2,\"r\":7}"), Read::Newer, "it names no session");
}

#[test]
fn a_revision_under_another_name_is_spoilt() {
    let (key, text) = session::write_tombstone(
        eased::domain::session::SessionId::parse("a1b2c3d4e5").expect("a name"),
        3,
        1_795_363_200_000,
    );
    assert!(matches!(session::read(key, &text), Read::Whole(_)));
    let of_another =
        RevisionKey { id: eased::domain::session::SessionId::parse("a1b2c3d4e6").expect("a name"), ..key };
    assert_eq!(session::read(of_another, &text), Read::Spoilt);
    assert_eq!(session::read(RevisionKey { rev: 4, ..key }, &text), Read::Spoilt);
    assert_eq!(session::read(RevisionKey { crc: 0, ..key }, &text), Read::Spoilt);
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
        item::read(&named(&text), &text).expect("ours")
    };
    assert!(matches!(read(&whole), Read::Whole(_)));
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
        assert_eq!(read(&value), Read::Spoilt, "{value}");
    }
    let three = json!([{ "l": "r", "m": 1 }, { "l": "l", "m": 1 }, { "l": "r", "m": 1 }]);
    for (path, name, bad) in [("", "p", three), ("/h/0", "p", json!(1)), ("/h/0", "d", json!(2))] {
        let mut value = whole.clone();
        value.pointer_mut(path).expect("a field")[name] = bad;
        assert_eq!(read(&value), Read::Spoilt, "{value}");
    }
    // What has to be given is given.
    for (path, names) in [("", "v id r s e o b a g p h"), ("/p/0", "l m"), ("/h/0", "x w e s h")] {
        for name in names.split(' ') {
            let mut value = whole.clone();
            value.pointer_mut(path).and_then(Value::as_object_mut).expect("an object").remove(name);
            assert_eq!(read(&value), Read::Spoilt, "{name} is missing from {value}");
        }
    }
    // A name that stands there twice could mean either.
    let twice = whole.to_string().replacen("\"s\":5", "\"s\":5,\"s\":6", 1);
    assert_eq!(item::read(&named(&twice), &twice), Some(Read::Spoilt));
}
