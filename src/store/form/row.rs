//! A row of fields, written and read in order.

use std::ops::RangeInclusive;

use super::codes;
use crate::store::json::{Json, push_int};

/// Unix milliseconds that a browser's date can hold.
pub const UNIX_MS: RangeInclusive<i64> = -8_640_000_000_000_000..=8_640_000_000_000_000;
/// Minutes between local time and UTC.
pub const OFFSET_MIN: RangeInclusive<i16> = -840..=840;
/// Milliseconds of anything that has no shorter limit of its own.
pub const MS: RangeInclusive<u32> = 0..=u32::MAX;

/// Writes a row, field by field.
///
/// By reference and into one text: what is handed on by value is copied at every field, and the forms have
/// a hundred of them.
pub struct Row {
    text: String,
    /// How long the text was after the last field that is not empty.
    filled: usize,
}

impl Row {
    /// Writes a whole row.
    pub fn write(fields: impl FnOnce(&mut Self)) -> String {
        let mut row = Self { text: String::new(), filled: 0 };
        row.row(fields);
        row.text
    }

    /// An integer.
    pub fn int(&mut self, number: impl Into<i64>) -> &mut Self {
        self.number(number.into());
        self.fill()
    }

    /// An integer that counts as empty when it is 0.
    pub fn count(&mut self, number: u32) -> &mut Self {
        self.number(i64::from(number));
        if number == 0 { self } else { self.fill() }
    }

    /// 0 or 1.
    pub fn flag(&mut self, yes: bool) -> &mut Self {
        self.int(u8::from(yes))
    }

    /// A code: ASCII without quotes or backslashes, which our codes are made of.
    pub fn code(&mut self, code: &str) -> &mut Self {
        self.comma();
        self.text.push('"');
        self.text.extend(code.chars().filter(|c| is_plain(*c)));
        self.text.push('"');
        if code.is_empty() { self } else { self.fill() }
    }

    /// One letter.
    pub fn letter(&mut self, letter: char) -> &mut Self {
        self.code(letter.encode_utf8(&mut [0; 4]))
    }

    /// One letter, or an empty field.
    pub fn letter_or_empty(&mut self, letter: Option<char>) -> &mut Self {
        match letter {
            Some(letter) => self.letter(letter),
            None => self.code(""),
        }
    }

    /// An integer, or an empty field.
    pub fn int_or_empty(&mut self, number: Option<impl Into<i64>>) -> &mut Self {
        match number {
            Some(number) => self.int(number),
            None => self.code(""),
        }
    }

    /// A row within the row.
    pub fn row(&mut self, fields: impl FnOnce(&mut Self)) -> &mut Self {
        self.comma();
        self.text.push('[');
        self.fill();
        fields(self);
        self.text.push(']');
        self.fill()
    }

    /// Rows within a row within the row.
    pub fn rows<T>(&mut self, items: impl IntoIterator<Item = T>, write: impl Fn(&mut Self, T)) -> &mut Self {
        self.row(|all| {
            for item in items {
                all.row(|row| write(row, item));
            }
        })
    }

    /// Leaves out the empty fields at the end.
    pub fn trimmed(&mut self) {
        self.text.truncate(self.filled);
    }

    fn number(&mut self, number: i64) {
        self.comma();
        push_int(&mut self.text, number);
    }

    fn comma(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('[') {
            self.text.push(',');
        }
    }

    fn fill(&mut self) -> &mut Self {
        self.filled = self.text.len();
        self
    }
}

/// Reads a row, field by field.
///
/// Whatever is missing, out of range or of another type is remembered, and something that fits is handed
/// out in its place; [`Fields::end`] then says `None`. So a form is read straight down, where leaving at
/// every field would write the way out a hundred times into the wasm.
pub struct Fields<'a> {
    rest: std::slice::Iter<'a, Json<'a>>,
    sound: bool,
}

impl<'a> Fields<'a> {
    /// The fields of a row.
    pub fn of(value: &'a Json<'a>) -> Self {
        let list = value.list();
        Self { rest: list.unwrap_or_default().iter(), sound: list.is_some() }
    }

    /// The fields of a row, past the version.
    pub fn versioned(value: &'a Json<'a>) -> Self {
        let mut fields = Self::of(value);
        fields.value();
        fields
    }

    /// The next field, whatever it is.
    pub fn value(&mut self) -> &'a Json<'a> {
        let next = self.rest.next();
        self.known(next, &Json::Other)
    }

    /// An integer within a range.
    pub fn int<T: TryFrom<i64> + Into<i64> + Copy>(&mut self, range: RangeInclusive<T>) -> T {
        let value = self.value();
        self.int_of(value, range)
    }

    /// As [`Fields::int`], of a value that has been taken.
    pub fn int_of<T: TryFrom<i64> + Into<i64> + Copy>(
        &mut self,
        value: &Json,
        range: RangeInclusive<T>,
    ) -> T {
        let least = *range.start();
        let number = number(value, least.into(), (*range.end()).into());
        self.known(number.and_then(|number| T::try_from(number).ok()), least)
    }

    /// 0 or 1.
    pub fn flag(&mut self) -> bool {
        self.int(0..=1u8) == 1
    }

    /// An integer that is 0 when the row has ended.
    pub fn count(&mut self, range: RangeInclusive<u32>) -> u32 {
        if self.rest.len() == 0 { 0 } else { self.int(range) }
    }

    /// A code.
    pub fn code(&mut self) -> &'a str {
        let text = self.value().text();
        self.known(text, "")
    }

    /// A code of one letter.
    pub fn letter<T>(&mut self, meaning: fn(char) -> Option<T>, stand_in: T) -> T {
        let found = codes::single(self.code()).and_then(meaning);
        self.known(found, stand_in)
    }

    /// What was found; if nothing was, the row is unreadable and `stand_in` only fills the gap.
    pub fn known<T>(&mut self, found: Option<T>, stand_in: T) -> T {
        self.sound &= found.is_some();
        found.unwrap_or(stand_in)
    }

    /// What an empty field, or the end of the row, leaves open: `None`. Anything else has to be readable.
    pub fn or_empty<T>(&mut self, parse: impl FnOnce(&'a Json<'a>) -> Option<T>) -> Option<T> {
        let value = self.rest.next().filter(|value| value.text() != Some(""))?;
        let found = parse(value);
        self.sound &= found.is_some();
        found
    }

    /// Rows within a row.
    pub fn rows<T>(&mut self, parse: impl Fn(&'a Json<'a>) -> Option<T>) -> Vec<T> {
        let mut all = Vec::new();
        let list = self.value().list();
        for value in self.known(list, &[]) {
            let found = parse(value);
            self.sound &= found.is_some();
            all.extend(found);
        }
        all
    }

    /// What was read, if all of it was readable and nothing is left over.
    pub fn end<T>(self, read: T) -> Option<T> {
        (self.sound && self.rest.len() == 0).then_some(read)
    }
}

/// An integer within a range.
pub fn int<T: TryFrom<i64> + Into<i64> + Copy>(value: &Json, range: RangeInclusive<T>) -> Option<T> {
    T::try_from(number(value, (*range.start()).into(), (*range.end()).into())?).ok()
}

fn number(value: &Json, least: i64, most: i64) -> Option<i64> {
    value.int().filter(|number| (least..=most).contains(number))
}

/// The nearest value inside a range: what is written can always be read again.
pub fn inside<T: Ord + Copy>(number: T, range: &RangeInclusive<T>) -> T {
    number.clamp(*range.start(), *range.end())
}

/// Whether a character stands for itself in JSON and takes one byte.
pub fn is_plain(c: char) -> bool {
    c.is_ascii_graphic() && c != '"' && c != '\\'
}
