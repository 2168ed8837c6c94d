//! Files that are no backup, or a damaged one: told apart, and nothing of them taken.

use eased::{
    domain::{
        history::Body,
        import_preview::{Part, Refusal, Wrong},
    },
    storage::import,
};
use proptest::{prelude::*, sample::Index};

use super::{super::config, Device, id, refusal, session_at};

fn file() -> String {
    let mut device = Device::with([(1, session_at(1, 10)), (1, session_at(2, 20)), (1, session_at(3, 30))]);
    device.delete(id(3));
    device.database.texts.borrow_mut().insert("eased.q.5.eased.meta".into(), "garbage".into());
    device.export()
}

#[test]
fn what_is_something_else_is_told() {
    for text in
        ["", " ", "garbage", "{}", "[]", "null", "{\"format\":\"other\"}", "%PDF-1.4", "[1,2", "\u{feff}"]
    {
        assert_eq!(refusal(text), Refusal::NotOurs, "{text}");
    }
    let file = file();
    for cut in [40, 100, file.len() / 2, file.len() - 2] {
        assert_eq!(refusal(&file[..cut]), Refusal::Broken, "{cut}");
    }
    for (from, to) in [
        ("\"deleted\"", "\"delated\""),
        ("\"version\":1", "\"version\":0"),
        ("\"version\":1", "\"version\":\"1\""),
        ("\"version\":1", "\"version\":1,\"version\":1"),
        ("\"exported_at\":1795363200000", "\"exported_at\":99999999999999999"),
        ("\"live\":null", "\"live\":null,\"more\":{]"),
        ("\"live\":null", "\"live\":null,\"more\":"),
    ] {
        let changed = file.replace(from, to);
        assert_ne!(changed, file, "{from}");
        assert_eq!(refusal(&changed), Refusal::Broken, "{to}");
    }
}

#[test]
fn names_that_are_not_known_are_passed_over() {
    let file = file();
    let more = r#""more":[1,{"a":"],"}],"live":null,"format 2":{"sessions":[1]}"#;
    assert_eq!(import::read(&file.replace("\"live\":null", more)), import::read(&file));
}

#[test]
fn a_mark_of_byte_order_is_no_harm() {
    let file = file();
    assert_eq!(import::read(&format!("\u{feff}{file}")), import::read(&file));
}

#[test]
fn a_newer_file_asks_for_an_update() {
    let newer = file().replace("\"version\":1", "\"version\":2");
    assert_eq!(refusal(&newer), Refusal::Newer);
    let newer = file().replace("\"settings\":{\"v\":1,", "\"settings\":{\"v\":3,");
    assert_eq!(refusal(&newer), Refusal::Entry(Part::Settings, 1, Wrong::Newer));
    assert!(refusal(&newer).asks_for_update() && !Refusal::Broken.asks_for_update());
}

/// A field that is not known, wherever it stands, is no reason to refuse a file.
#[test]
fn what_a_later_version_added_is_taken() {
    let file = file();
    for (from, to) in [
        ("\"live\":null", "\"live\":null,\"more\":[1,{}]"),
        ("\"x\":20,", "\"x\":20,\"cue\":\"calf\","),
        ("\"settings\":{", "\"settings\":{\"hardness\":3,"),
    ] {
        let changed = file.replace(from, to);
        assert_ne!(changed, file, "{from}");
        assert!(import::read(&changed).is_ok(), "{to}");
    }
}

/// A session of a later version is taken as it is.
#[test]
fn a_newer_session_comes_along() {
    let mine = "{\"v\":1,\"r\":1,\"id\":\"2222222222\"";
    let newer = file().replace(mine, "{\"v\":2,\"muscle\":\"calf\",\"r\":1,\"id\":\"2222222222\"");
    let mut there = Device::with([]);
    assert_eq!(there.preview(&newer).new, 2);
    there.import(&newer, false);
    there.restart();
    assert!(there.all_kept());
    let Body::Newer(found) = &there.model.history.get(id(2)).expect("known").body else { panic!() };
    assert!(found.text.contains("\"muscle\":\"calf\""));
    // It goes on to the next device, too.
    let mut third = Device::with([]);
    third.import(&there.export(), false);
    assert_eq!(third.seen(), there.seen());
    assert_eq!(third.preview(&there.export()).same, 2);
}

#[test]
fn the_entry_that_cannot_be_read_is_named() {
    let file = file();
    for (from, to, part, at, wrong) in [
        ("\"x\":20,", "\"x\":101,", Part::Sessions, 2, Wrong::Unreadable),
        ("\"x\":20,\"w\":\"t\"", "\"x\":20,\"w\":\"<b>\"", Part::Sessions, 2, Wrong::Unreadable),
        ("\"x\":20,", "\"x\":20},{", Part::Sessions, 2, Wrong::Unreadable),
        (
            "\"r\":1,\"id\":\"1111111111\"",
            "\"r\":0,\"id\":\"1111111111\"",
            Part::Sessions,
            1,
            Wrong::Unreadable,
        ),
        ("\"b\":\"\"", "\"b\":\";=1+1;\"", Part::Sessions, 1, Wrong::Unreadable),
        ("\"1111111111\"", "\"<script>11\"", Part::Sessions, 1, Wrong::Unreadable),
        ("\"2222222222\"", "\"1111111111\"", Part::Sessions, 2, Wrong::Twice),
        ("[\"3333333333\",2", "[\"2222222222\",2", Part::Deleted, 1, Wrong::Twice),
        ("[\"3333333333\",2", "[\"3333333333\",0", Part::Deleted, 1, Wrong::Unreadable),
        ("[\"3333333333\",2", "[\"3333333333\",4294967296", Part::Deleted, 1, Wrong::Unreadable),
        ("\"eased.q.5.eased.meta\"", "\"other.q.5\"", Part::SetAside, 1, Wrong::Unreadable),
        ("\"garbage\"", "7", Part::SetAside, 1, Wrong::Unreadable),
        ("\"live\":null", "\"live\":[1]", Part::SessionSnapshot, 1, Wrong::Unreadable),
        ("\"volume\":90", "\"volume\":9", Part::Settings, 1, Wrong::Unreadable),
    ] {
        let changed = file.replace(from, to);
        assert_ne!(changed, file, "{from} is not in {file}");
        assert_eq!(refusal(&changed), Refusal::Entry(part, at, wrong), "{to}");
    }
}

#[test]
fn size_depth_and_number_are_limited_before_anything_is_read() {
    assert_eq!(refusal(&" ".repeat(import::MOST_BYTES + 1)), Refusal::TooLarge);
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = [open.repeat(100_000), "1".to_owned(), close.repeat(100_000)].concat();
        assert_eq!(refusal(&deep), Refusal::TooDeep);
        assert_eq!(refusal(&open.repeat(100_000)), Refusal::TooDeep);
        let inside = file().replace("\"live\":null", &format!("\"live\":{deep}"));
        assert_eq!(refusal(&inside), Refusal::TooDeep);
    }
    let many = format!("[{}1]", "1,".repeat(3_000_001));
    assert_eq!(refusal(&many), Refusal::TooMany);
    let many = file().replace("\"deleted\":[", &format!("\"deleted\":[{}", "1,".repeat(40_001)));
    assert_eq!(refusal(&many), Refusal::TooMany);
    // Brackets within texts are no depth.
    let text = file().replace("garbage", &"[\\\"{".repeat(1_000));
    assert!(import::read(&text).is_ok());
}

#[test]
fn the_largest_that_anyone_may_have_is_read() {
    let sessions = (0..10_000u32).map(|n| {
        let mut bytes = [0; 10];
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::try_from(n / 36u32.pow(u32::try_from(place).unwrap_or(0).min(5)) % 36).unwrap_or(0);
        }
        let mut session = session_at(0, 50);
        session.id = eased::domain::session::SessionId::from_random(bytes);
        (1, session)
    });
    let mut device = Device::new();
    for (rev, session) in sessions {
        let body = eased::domain::history::Body::Full(session.clone().into());
        let entry = eased::domain::history::Entry {
            rev,
            crc: 0,
            body,
            full: None,
            kept: eased::domain::history::SaveStatus::Both,
        };
        device.model.history.merge(session.id, entry);
    }
    let file = device.export();
    assert_eq!(device.preview(&file).same, 10_000);
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn no_damage_is_a_panic(at in any::<Index>(), len in 0..9usize, with in "[\\[\\]{}\",:0-9a-z\\\\ü\u{0}-]{0,6}") {
        let file = file();
        let mut bytes = file.into_bytes();
        let at = at.index(bytes.len());
        let to = (at + len).min(bytes.len());
        bytes.splice(at..to, with.into_bytes());
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(backup) = import::read(&text) {
            import::preview(&backup, &Device::new().model);
        }
    }

    #[test]
    fn no_cut_is_taken_for_whole(at in any::<Index>()) {
        let file = file();
        let at = at.index(file.trim_end().len());
        prop_assert!(import::read(&file[..at]).is_err());
    }

    #[test]
    fn a_flipped_bit_is_a_refusal_or_another_value(at in any::<Index>(), bit in 0..7u8) {
        let mut bytes = file().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        if let Ok(text) = String::from_utf8(bytes) {
            let _ = import::read(&text).map(|backup| Device::new().preview_of(&backup));
        }
    }

    #[test]
    fn any_running_session_may_have_been_found(live in super::super::any_live::live()) {
        let text = file().replace("\"live\":null", &format!("\"live\":{}", eased::storage::codec::live::write(&live)));
        let backup = import::read(&text);
        prop_assert!(backup.is_ok());
        let mut device = Device::new();
        device.import(&text, false);
        prop_assert!(device.all_kept());
    }
}
