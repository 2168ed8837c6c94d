//! Texts that were cut, changed, or never ours.

use eased::store::{
    form::{Read, live, session, single},
    keys::{self, RevisionKey},
    load::{self, Item},
};
use proptest::{prelude::*, sample::Index};

use super::{any, config};

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
        live in any::live(), draft in any::draft(), settings in any::settings(), meta in any::meta(), harm in harm()
    ) {
        if let Read::Whole(found) = live::read(&harmed(&live::write(&live), &harm)) {
            prop_assert_eq!(live::read(&live::write(&found)), Read::Whole(found));
        }
        if let Read::Whole(found) = single::read_draft(&harmed(&single::write_draft(1, &draft), &harm)) {
            // Names of marks follow the order in which they are read, so the texts are compared.
            let again = single::write_draft(found.number, &found.value);
            let read = single::read_draft(&again).map(|d| single::write_draft(d.number, &d.value));
            prop_assert_eq!(read, Read::Whole(again));
        }
        if let Read::Whole(found) = single::read_settings(&harmed(&single::write_settings(1, &settings), &harm)) {
            let again = single::read_settings(&single::write_settings(found.number, &found.value));
            prop_assert_eq!(again, Read::Whole(found));
        }
        if let Read::Whole(found) = single::read_meta(&harmed(&single::write_meta(1, &meta), &harm)) {
            let again = single::read_meta(&single::write_meta(found.number, &found.value));
            prop_assert_eq!(again, Read::Whole(found));
        }
    }

    /// A checksum that fits does not make a foreign value whole.
    #[test]
    fn a_foreign_value_with_a_fitting_checksum_is_not_guessed(session in any::session(), harm in harm()) {
        let (key, text) = session::write(1, &session);
        let harmed = harmed(&text, &harm);
        let key = RevisionKey { crc: eased::store::crc::crc32(harmed.as_bytes()), ..key };
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
    let crc = eased::store::crc::crc32(text.as_bytes());
    format!("eased.s.a1b2c3d4e5.1.{crc:08x}")
}

fn read_everywhere(text: &str) -> Vec<Read<Item>> {
    let names = [&named(text), keys::LIVE, keys::DRAFT, keys::SETTINGS, keys::META];
    names.map(|key| load::read(key, text).expect("ours")).to_vec()
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
        ["[2]", "[2,\"whatever\",{\"x\":[]}]", "{\"v\":2}", "{\"v\":3,\"lang\":7}", "[9007199254740993]"]
    {
        for read in read_everywhere(text) {
            assert_eq!(read, Read::Newer, "{text}");
        }
    }
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
    let whole =
        "[1,\"a1b2c3d4e5\",1,5,9,60,\"test\",0,5,\"\",\"\",\"\",[],[],[[\"rb\",10,0]],[[0,50,\"te\",0,10]]]";
    assert!(matches!(load::read(&named(whole), whole), Some(Read::Whole(_))));
    for (good, bad) in [
        (",1,5,9,", ",0,5,9,"),
        (",5,9,", ",8640000000000001,9,"),
        (",60,", ",841,"),
        (",60,", ",-841,"),
        ("\"test\"", "\"testtest\""),
        ("\"test\"", "\"te st\""),
        ("\"test\",0", "\"test\",14"),
        ("\"test\",0", "\"test\",91"),
        ("5,\"\",", "5,\"z\","),
        ("5,\"\",", "5,\"bb\","),
        (",[],[],", ",[11,0],[],"),
        (",[],[],", ",[1],[],"),
        (",[],[],", ",[1,0,0],[],"),
        ("\"rb\"", "\"rx\""),
        ("\"rb\"", "\"xb\""),
        ("\"rb\"", "\"\""),
        ("\"rb\",10", "\"rb\",-1"),
        ("\"rb\",10", "\"rb\",4294967296"),
        ("[[\"rb\",10,0]]", "[]"),
        ("[[\"rb\",10,0]]", "[[\"rb\",10,0],[\"lb\",1,0],[\"rb\",1,0]]"),
        ("[0,50,", "[1,50,"),
        ("[0,50,", "[0,101,"),
        ("\"te\"", "\"t\""),
        ("\"te\"", "\"tex\""),
        ("\"te\"", "\"tep\""),
        ("\"te\"", "\"ée\""),
        ("\"te\"", "\"tspp\""),
        ("0,10]]]", "0,120001]]]"),
        ("0,10]]]", "0,10,11]]]"),
        ("0,10]]]", "0,10,\"\",\"\",\"a1b2c3d4e5\"]]]"),
        ("0,10]]]", "0,10,\"\",\"\",\"a1b2c3d4e5256\"]]]"),
        ("0,10]]]", "0,10,\"\",\"\",\"a1b2c3d4e501\"]]]"),
        ("0,10]]]", "0,10,\"\",\"\",\"\",0,11]]]"),
        ("0,10]]]", "0,10,\"\",\"\",\"\",0,1,1]]]"),
        ("0,10]]]", "0,10]],0]"),
    ] {
        let text = whole.replacen(good, bad, 1);
        assert_ne!(text, whole);
        assert_eq!(load::read(&named(&text), &text), Some(Read::Spoilt), "{text}");
    }
}
