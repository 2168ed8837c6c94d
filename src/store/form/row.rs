//! A row of fields, written and read in order.

use std::ops::RangeInclusive;

use crate::store::json::Json;

/// Unix milliseconds that a browser's date can hold.
pub const UNIX_MS: RangeInclusive<i64> = -8_640_000_000_000_000..=8_640_000_000_000_000;
/// Minutes between local time and UTC.
pub const OFFSET_MIN: RangeInclusive<i16> = -840..=840;
/// Milliseconds of anything that has no shorter limit of its own.
pub const MS: RangeInclusive<u32> = 0..=u32::MAX;

/// Writes a row.
pub struct Row {
    text: String,
    /// How long the text was after the last field that is not empty.
    filled: usize,
}

impl Row {
    /// No fields yet.
    pub fn new() -> Self {
        Self { text: String::from("["), filled: 1 }
    }

    /// An integer.
    #[must_use]
    pub fn int(mut self, number: impl Into<i64>) -> Self {
        self.comma();
        self.text.push_str(&number.into().to_string());
        self.fill()
    }

    /// An integer that counts as empty when it is 0.
    #[must_use]
    pub fn count(mut self, number: u32) -> Self {
        if number == 0 {
            self.comma();
            self.text.push('0');
            self
        } else {
            self.int(number)
        }
    }

    /// 0 or 1.
    #[must_use]
    pub fn flag(self, yes: bool) -> Self {
        self.int(u8::from(yes))
    }

    /// A code: ASCII without quotes or backslashes, which our codes are made of.
    #[must_use]
    pub fn code(mut self, code: &str) -> Self {
        self.comma();
        self.text.push('"');
        self.text.extend(code.chars().filter(|c| is_plain(*c)));
        self.text.push('"');
        if code.is_empty() { self } else { self.fill() }
    }

    /// One letter.
    #[must_use]
    pub fn letter(self, letter: char) -> Self {
        self.code(letter.encode_utf8(&mut [0; 4]))
    }

    /// One letter, or an empty field.
    #[must_use]
    pub fn letter_or_empty(self, letter: Option<char>) -> Self {
        match letter {
            Some(letter) => self.letter(letter),
            None => self.code(""),
        }
    }

    /// An integer, or an empty field.
    #[must_use]
    pub fn int_or_empty(self, number: Option<impl Into<i64>>) -> Self {
        match number {
            Some(number) => self.int(number),
            None => self.code(""),
        }
    }

    /// A row within the row.
    #[must_use]
    pub fn row(mut self, row: Self) -> Self {
        self.comma();
        self.text.push_str(&row.done());
        self.fill()
    }

    /// Rows within a row within the row.
    #[must_use]
    pub fn rows<T>(self, items: impl IntoIterator<Item = T>, write: impl Fn(T) -> Self) -> Self {
        self.row(items.into_iter().fold(Self::new(), |all, item| all.row(write(item))))
    }

    /// Leaves out the empty fields at the end.
    #[must_use]
    pub fn trimmed(mut self) -> Self {
        self.text.truncate(self.filled);
        self
    }

    /// The text.
    pub fn done(mut self) -> String {
        self.text.push(']');
        self.text
    }

    fn comma(&mut self) {
        if self.text.len() > 1 {
            self.text.push(',');
        }
    }

    fn fill(mut self) -> Self {
        self.filled = self.text.len();
        self
    }
}

/// Reads a row, field by field. Whatever is missing, out of range or of another type makes `None`.
pub struct Fields<'a>(std::slice::Iter<'a, Json<'a>>);

impl<'a> Fields<'a> {
    /// The fields of a row.
    pub fn of(value: &'a Json<'a>) -> Option<Self> {
        value.list().map(|fields| Self(fields.iter()))
    }

    /// The fields of a row, past the version.
    pub fn versioned(value: &'a Json<'a>) -> Option<Self> {
        let mut fields = Self::of(value)?;
        fields.0.next()?;
        Some(fields)
    }

    /// The next field, whatever it is.
    pub fn value(&mut self) -> Option<&'a Json<'a>> {
        self.0.next()
    }

    /// An integer within a range.
    pub fn int<T: TryFrom<i64> + PartialOrd>(&mut self, range: RangeInclusive<T>) -> Option<T> {
        int(self.value()?, range)
    }

    /// 0 or 1.
    pub fn flag(&mut self) -> Option<bool> {
        self.int(0..=1u8).map(|n| n == 1)
    }

    /// An integer that is 0 when the row has ended.
    pub fn count(&mut self, range: RangeInclusive<u32>) -> Option<u32> {
        self.value().map_or(Some(0), |value| int(value, range))
    }

    /// A code.
    pub fn code(&mut self) -> Option<&'a str> {
        self.value()?.text()
    }

    /// What an empty field, or the end of the row, leaves open: `Some(None)`. Anything else has to be
    /// readable.
    #[expect(clippy::option_option, reason = "unreadable and left open are different things")]
    pub fn or_empty<T>(&mut self, parse: impl FnOnce(&'a Json<'a>) -> Option<T>) -> Option<Option<T>> {
        match self.value() {
            None => Some(None),
            Some(value) if value.text() == Some("") => Some(None),
            Some(value) => parse(value).map(Some),
        }
    }

    /// Rows within a row.
    pub fn rows<T>(&mut self, parse: impl FnMut(&'a Json<'a>) -> Option<T>) -> Option<Vec<T>> {
        self.value()?.list()?.iter().map(parse).collect()
    }

    /// What was read, if nothing is left over.
    pub fn end<T>(mut self, read: T) -> Option<T> {
        self.0.next().is_none().then_some(read)
    }
}

/// An integer within a range.
pub fn int<T: TryFrom<i64> + PartialOrd>(value: &Json, range: RangeInclusive<T>) -> Option<T> {
    let number = T::try_from(value.int()?).ok()?;
    range.contains(&number).then_some(number)
}

/// The nearest value inside a range: what is written can always be read again.
pub fn inside<T: Ord + Copy>(number: T, range: &RangeInclusive<T>) -> T {
    number.clamp(*range.start(), *range.end())
}

/// Whether a character stands for itself in JSON and takes one byte.
pub fn is_plain(c: char) -> bool {
    c.is_ascii_graphic() && c != '"' && c != '\\'
}
