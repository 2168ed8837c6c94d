//! Backups in any text encoding are read or rejected with an encoding error.

use eased::{
    domain::import_preview::ImportError,
    storage::import::{self, Backup, ImportReader},
};

use super::{Device, id, session_at};

fn file() -> String {
    let mut device = Device::with([(1, session_at(1, 10)), (1, session_at(2, 20))]);
    device.delete(id(2));
    // A character of two units of UTF-16, and one beyond ASCII.
    let key = "eased.q.5.eased.meta".to_owned();
    device.database.texts.borrow_mut().insert(key, "garbage \u{1f9b5} ü".into());
    // The app's files are ASCII; an editor or a script may have replaced the escapes by characters.
    device.export().replace("\\ud83e\\uddb5 \\u00fc", "\u{1f9b5} ü")
}

/// Reads bytes in steps of this size.
fn read(bytes: &[u8], budget: usize) -> Result<Backup, ImportError> {
    let mut reader = ImportReader::from_bytes(bytes.to_vec());
    for _ in 0..1_000_000 {
        if let Some(backup) = reader.step(budget)? {
            return Ok(backup);
        }
    }
    panic!("reading never ends");
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn utf_8_and_utf_16_are_read_with_and_without_a_mark_in_steps_of_any_size() {
    let file = file();
    let expected = import::read(&file).expect("a backup");
    assert_eq!(expected.corrupt_texts[0].1, "garbage \u{1f9b5} ü");
    let marked = format!("\u{feff}{file}");
    let windows = file.replace('\n', "\r\n");
    let mac = file.replace('\n', "\r");
    for text in [&file, &marked, &windows, &mac] {
        for budget in [1, 2, 3, 7, 64, 1 << 20] {
            for bytes in
                [text.as_bytes().to_vec(), utf16(text, u16::to_le_bytes), utf16(text, u16::to_be_bytes)]
            {
                assert_eq!(read(&bytes, budget), Ok(expected.clone()), "{:?} by {budget}", &bytes[..4]);
            }
        }
    }
}

#[test]
fn unsupported_encodings_are_reported() {
    let file = file();
    // One byte per character, as in the legacy encodings of Windows, DOS or Mac OS.
    let old: Vec<u8> = file.chars().map(|c| if c.is_ascii() { c as u8 } else { 0xfc }).collect();
    let wide = |unit: fn(u32) -> [u8; 4], mark: bool| {
        let marked = mark.then_some('\u{feff}').into_iter().chain(file.chars());
        marked.flat_map(|c| unit(u32::from(c))).collect::<Vec<u8>>()
    };
    let mut torn = utf16(&file, u16::to_le_bytes);
    torn.truncate(torn.len() - 1);
    let mut half = utf16(&file, u16::to_be_bytes);
    half.extend([0xd8, 0]);
    for bytes in [
        old,
        wide(u32::to_le_bytes, false),
        wide(u32::to_le_bytes, true),
        wide(u32::to_be_bytes, false),
        wide(u32::to_be_bytes, true),
        torn,
        half,
    ] {
        assert_eq!(read(&bytes, 64), Err(ImportError::UnsupportedEncoding), "{:?}", &bytes[..8]);
    }
    // A Windows-1252 file with only ASCII characters is also valid UTF-8.
    let ascii = file.replace(|c: char| !c.is_ascii(), "?");
    assert!(read(ascii.as_bytes(), 64).is_ok());
}

#[test]
fn other_files_are_not_reported_as_an_encoding_error() {
    for bytes in [
        &b"\xff\xd8\xff\xe0\0\x10JFIF"[..],
        b"PK\x03\x04\x14\0\x08\0",
        b"\xfc",
        b"",
        b"\0",
        b"\0\0\0\x01",
        b"\xff\xfe",
        b"a\0",
    ] {
        assert_eq!(read(bytes, 64), Err(ImportError::NotABackup), "{bytes:?}");
    }
}
