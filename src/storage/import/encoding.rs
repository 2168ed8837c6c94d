//! Decodes the bytes of a chosen file, in slices.
//!
//! UTF-8 and UTF-16 of either byte order, with or without a byte order mark. 8-bit encodings cannot be distinguished,
//! so a file with characters beyond ASCII in one of them is rejected with an error that says so.

use super::split::looks_like_export;
use crate::domain::import_preview::ImportError;

/// Decodes bytes incrementally.
pub struct Decoder {
    bytes: Vec<u8>,
    /// The index of the next byte.
    offset: usize,
    encoding: Encoding,
    text: String,
}

#[derive(Clone, Copy)]
enum Encoding {
    Utf8,
    Utf16 { big_endian: bool },
    Utf32,
}

impl Decoder {
    /// Detects the encoding from the first bytes: every file of the app starts with an ASCII character.
    pub fn new(bytes: Vec<u8>) -> Self {
        let (encoding, offset) = match bytes[..] {
            [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [_, 0, 0, 0, ..] | [0, 0, 0, _, ..] => {
                (Encoding::Utf32, 0)
            }
            [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
            [0xff, 0xfe, ..] => (Encoding::Utf16 { big_endian: false }, 2),
            [0xfe, 0xff, ..] => (Encoding::Utf16 { big_endian: true }, 2),
            [_, 0, ..] => (Encoding::Utf16 { big_endian: false }, 0),
            [0, _, ..] => (Encoding::Utf16 { big_endian: true }, 0),
            _ => (Encoding::Utf8, 0),
        };
        Self { bytes, offset, encoding, text: String::new() }
    }

    /// Decodes about `budget` bytes. Returns the text at the end.
    ///
    /// # Errors
    /// If the bytes are not valid in a supported encoding.
    pub fn step(&mut self, budget: usize) -> Result<Option<String>, ImportError> {
        let big_endian = match self.encoding {
            // Validating UTF-8 is as fast as copying it.
            Encoding::Utf8 => {
                let text = String::from_utf8(self.bytes.split_off(self.offset));
                return text.map(Some).map_err(|error| error_for(error.as_bytes()));
            }
            Encoding::Utf32 => return Err(error_for(&self.bytes)),
            Encoding::Utf16 { big_endian } => big_endian,
        };
        let unit = |two: &[u8]| {
            let two = [two[0], two[1]];
            if big_endian { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) }
        };
        let mut to = self.bytes.len().min(self.offset + (budget.max(4) & !1));
        if to < self.bytes.len() && (0xd800..0xdc00).contains(&unit(&self.bytes[to - 2..to])) {
            // Keep a surrogate pair together.
            to -= 2;
        }
        let units = self.bytes[self.offset..to].chunks_exact(2);
        let is_truncated = !units.remainder().is_empty();
        for c in char::decode_utf16(units.map(unit)) {
            self.text.push(c.map_err(|_| error_for(&self.bytes))?);
        }
        self.offset = to;
        if is_truncated {
            return Err(error_for(&self.bytes));
        }
        Ok((to == self.bytes.len()).then(|| std::mem::take(&mut self.text)))
    }
}

/// The error for undecodable bytes: an unsupported encoding, or not a file of the app.
fn error_for(bytes: &[u8]) -> ImportError {
    // ASCII characters appear in all encodings, possibly with zero bytes in between.
    let ascii: Vec<u8> = bytes.iter().take(512).copied().filter(|byte| *byte != 0).collect();
    if looks_like_export(&ascii) { ImportError::UnsupportedEncoding } else { ImportError::NotABackup }
}
