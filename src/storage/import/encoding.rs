//! The characters of a chosen file, in whatever encoding a text editor has left it.
//!
//! UTF-8 and UTF-16 of either byte order are read, with a byte order mark or without. The old encodings cannot be told
//! from each other, and nothing read is guessed: a file with characters beyond ASCII in one of them is refused by name.

use super::split::is_ours;
use crate::domain::import_preview::Refusal;

/// Bytes that become characters, some at a time.
pub struct Decoder {
    bytes: Vec<u8>,
    at: usize,
    form: Form,
    text: String,
}

#[derive(Clone, Copy)]
enum Form {
    Utf8,
    Utf16 { big_endian: bool },
    Utf32,
}

impl Decoder {
    /// Looks at the first bytes. Every file of ours begins with an ASCII character.
    pub fn new(bytes: Vec<u8>) -> Self {
        let (form, at) = match bytes[..] {
            [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [_, 0, 0, 0, ..] | [0, 0, 0, _, ..] => {
                (Form::Utf32, 0)
            }
            [0xef, 0xbb, 0xbf, ..] => (Form::Utf8, 3),
            [0xff, 0xfe, ..] => (Form::Utf16 { big_endian: false }, 2),
            [0xfe, 0xff, ..] => (Form::Utf16 { big_endian: true }, 2),
            [_, 0, ..] => (Form::Utf16 { big_endian: false }, 0),
            [0, _, ..] => (Form::Utf16 { big_endian: true }, 0),
            _ => (Form::Utf8, 0),
        };
        Self { bytes, at, form, text: String::new() }
    }

    /// Reads about so many bytes more; all characters when there are none left.
    ///
    /// # Errors
    /// When they are no characters of an encoding that is read.
    pub fn step(&mut self, budget: usize) -> Result<Option<String>, Refusal> {
        let big_endian = match self.form {
            // Whether it is valid is known as quickly as it could be copied.
            Form::Utf8 => {
                let text = String::from_utf8(self.bytes.split_off(self.at));
                return text.map(Some).map_err(|error| unknown(error.as_bytes()));
            }
            Form::Utf32 => return Err(unknown(&self.bytes)),
            Form::Utf16 { big_endian } => big_endian,
        };
        let unit = |two: &[u8]| {
            let two = [two[0], two[1]];
            if big_endian { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) }
        };
        let mut to = self.bytes.len().min(self.at + (budget.max(4) & !1));
        if to < self.bytes.len() && (0xd800..0xdc00).contains(&unit(&self.bytes[to - 2..to])) {
            // The second half of a character comes with the first.
            to -= 2;
        }
        let units = self.bytes[self.at..to].chunks_exact(2);
        let is_cut = !units.remainder().is_empty();
        for c in char::decode_utf16(units.map(unit)) {
            self.text.push(c.map_err(|_| unknown(&self.bytes))?);
        }
        self.at = to;
        if is_cut {
            return Err(unknown(&self.bytes));
        }
        Ok((to == self.bytes.len()).then(|| std::mem::take(&mut self.text)))
    }
}

/// One of our files in an encoding that is not read, or something else altogether.
fn unknown(bytes: &[u8]) -> Refusal {
    // Whatever the encoding, ASCII is in it, with or without bytes of zero between.
    let ascii: Vec<u8> = bytes.iter().take(512).copied().filter(|byte| *byte != 0).collect();
    if is_ours(&ascii) { Refusal::Encoding } else { Refusal::NotOurs }
}
