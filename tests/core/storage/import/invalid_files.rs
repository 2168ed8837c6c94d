//! Foreign and damaged files are distinguished and rejected as a whole.

use eased::{
    domain::{
        history::RevisionBody,
        import_preview::{BackupSection, EntryError, ImportError},
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
fn foreign_and_damaged_files_are_distinguished() {
    for text in
        ["", " ", "garbage", "{}", "[]", "null", "{\"format\":\"other\"}", "%PDF-1.4", "[1,2", "\u{feff}"]
    {
        assert_eq!(refusal(text), ImportError::NotABackup, "{text}");
    }
    let file = file();
    for cut in [40, 100, file.len() / 2, file.len() - 2] {
        assert_eq!(refusal(&file[..cut]), ImportError::Corrupt, "{cut}");
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
        assert_eq!(refusal(&changed), ImportError::Corrupt, "{to}");
    }
}

#[test]
fn unknown_fields_are_ignored() {
    let file = file();
    let more = r#""more":[1,{"a":"],"}],"live":null,"format 2":{"sessions":[1]}"#;
    assert_eq!(import::read(&file.replace("\"live\":null", more)), import::read(&file));
}

#[test]
fn a_byte_order_mark_is_accepted() {
    let file = file();
    assert_eq!(import::read(&format!("\u{feff}{file}")), import::read(&file));
}

#[test]
fn a_newer_file_asks_for_an_update() {
    let newer = file().replace("\"version\":1", "\"version\":2");
    assert_eq!(refusal(&newer), ImportError::Newer);
    let newer = file().replace("\"settings\":{\"v\":1,", "\"settings\":{\"v\":3,");
    assert_eq!(refusal(&newer), ImportError::InvalidEntry(BackupSection::Settings, 1, EntryError::Newer));
    assert!(refusal(&newer).needs_app_update() && !ImportError::Corrupt.needs_app_update());
}

/// Unknown fields anywhere are accepted.
#[test]
fn fields_of_a_newer_version_are_accepted() {
    let file = file();
    for (from, to) in [
        ("\"live\":null", "\"live\":null,\"x_future\":[1,{}]"),
        ("\"x\":20,", "\"x\":20,\"x_future\":\"calf\","),
        ("\"settings\":{", "\"settings\":{\"x_future\":3,"),
    ] {
        let changed = file.replace(from, to);
        assert_ne!(changed, file, "{from}");
        assert!(import::read(&changed).is_ok(), "{to}");
    }
}

/// A session of a newer version is imported unchanged.
#[test]
fn a_newer_session_is_imported() {
    let mine = "{\"v\":1,\"r\":1,\"id\":\"2222222222\"";
    let newer = file().replace(mine, "{\"v\":2,\"muscle\":\"calf\",\"r\":1,\"id\":\"2222222222\"");
    let mut there = Device::with([]);
    assert_eq!(there.preview(&newer).new, 2);
    there.import(&newer, false);
    there.restart();
    assert!(there.is_all_saved());
    let RevisionBody::Newer(found) = &there.model.history.get(id(2)).expect("known").body else { panic!() };
    assert!(found.text.contains("\"muscle\":\"calf\""));
    // It is also part of the next backup.
    let mut third = Device::with([]);
    third.import(&there.export(), false);
    assert_eq!(third.visible_history(), there.visible_history());
    assert_eq!(third.preview(&there.export()).identical, 2);
}

#[test]
fn an_invalid_entry_is_reported_with_its_number() {
    let file = file();
    for (from, to, part, at, wrong) in [
        ("\"x\":20,", "\"x\":101,", BackupSection::Sessions, 2, EntryError::Unreadable),
        (
            "\"x\":20,\"w\":\"t\"",
            "\"x\":20,\"w\":\"<b>\"",
            BackupSection::Sessions,
            2,
            EntryError::Unreadable,
        ),
        ("\"x\":20,", "\"x\":20},{", BackupSection::Sessions, 2, EntryError::Unreadable),
        (
            "\"r\":1,\"id\":\"1111111111\"",
            "\"r\":0,\"id\":\"1111111111\"",
            BackupSection::Sessions,
            1,
            EntryError::Unreadable,
        ),
        ("\"b\":\"\"", "\"b\":\";=1+1;\"", BackupSection::Sessions, 1, EntryError::Unreadable),
        ("\"1111111111\"", "\"<script>11\"", BackupSection::Sessions, 1, EntryError::Unreadable),
        ("\"2222222222\"", "\"1111111111\"", BackupSection::Sessions, 2, EntryError::Duplicate),
        ("[\"3333333333\",2", "[\"2222222222\",2", BackupSection::Deleted, 1, EntryError::Duplicate),
        ("[\"3333333333\",2", "[\"3333333333\",0", BackupSection::Deleted, 1, EntryError::Unreadable),
        (
            "[\"3333333333\",2",
            "[\"3333333333\",4294967296",
            BackupSection::Deleted,
            1,
            EntryError::Unreadable,
        ),
        ("\"eased.q.5.eased.meta\"", "\"other.q.5\"", BackupSection::Quarantined, 1, EntryError::Unreadable),
        ("\"garbage\"", "7", BackupSection::Quarantined, 1, EntryError::Unreadable),
        ("\"live\":null", "\"live\":[1]", BackupSection::SessionSnapshot, 1, EntryError::Unreadable),
        ("\"volume\":90", "\"volume\":9", BackupSection::Settings, 1, EntryError::Unreadable),
    ] {
        let changed = file.replace(from, to);
        assert_ne!(changed, file, "{from} is not in {file}");
        assert_eq!(refusal(&changed), ImportError::InvalidEntry(part, at, wrong), "{to}");
    }
}

#[test]
fn size_depth_and_number_of_values_are_limited() {
    assert_eq!(refusal(&" ".repeat(import::MAX_FILE_BYTES + 1)), ImportError::TooLarge);
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = [open.repeat(100_000), "1".to_owned(), close.repeat(100_000)].concat();
        assert_eq!(refusal(&deep), ImportError::TooDeep);
        assert_eq!(refusal(&open.repeat(100_000)), ImportError::TooDeep);
        let inside = file().replace("\"live\":null", &format!("\"live\":{deep}"));
        assert_eq!(refusal(&inside), ImportError::TooDeep);
    }
    let many = format!("[{}1]", "1,".repeat(3_000_001));
    assert_eq!(refusal(&many), ImportError::TooManyEntries);
    let many = file().replace("\"deleted\":[", &format!("\"deleted\":[{}", "1,".repeat(40_001)));
    assert_eq!(refusal(&many), ImportError::TooManyEntries);
    // Brackets inside strings do not count as nesting.
    let text = file().replace("garbage", &"[\\\"{".repeat(1_000));
    assert!(import::read(&text).is_ok());
}

#[test]
fn ten_thousand_sessions_are_read() {
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
        let body = eased::domain::history::RevisionBody::Full(session.clone().into());
        let entry = eased::domain::history::SessionEntry {
            rev,
            crc: 0,
            body,
            newest_full: None,
            save_status: eased::domain::history::SaveStatus::InBothStores,
        };
        device.model.history.merge_entry(session.id, entry);
    }
    let file = device.export();
    assert_eq!(device.preview(&file).identical, 10_000);
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn no_damage_causes_a_panic(at in any::<Index>(), len in 0..9usize, with in "[\\[\\]{}\",:0-9a-z\\\\ü\u{0}-]{0,6}") {
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
    fn a_truncated_file_is_rejected(at in any::<Index>()) {
        let file = file();
        let at = at.index(file.trim_end().len());
        prop_assert!(import::read(&file[..at]).is_err());
    }

    #[test]
    fn a_flipped_bit_does_not_cause_a_panic(at in any::<Index>(), bit in 0..7u8) {
        let mut bytes = file().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        if let Ok(text) = String::from_utf8(bytes) {
            let _ = import::read(&text).map(|backup| Device::new().preview_of(&backup));
        }
    }

    #[test]
    fn any_snapshot_can_be_imported(snapshot in super::super::arbitrary_snapshot::snapshot()) {
        let text = file().replace("\"live\":null", &format!("\"live\":{}", eased::storage::codec::snapshot::write(&snapshot)));
        let backup = import::read(&text);
        prop_assert!(backup.is_ok());
        let mut device = Device::new();
        device.import(&text, false);
        prop_assert!(device.is_all_saved());
    }
}
