//! JSON, as much of it as the written forms need: integers, texts, lists and objects. Anything else that
//! is proper JSON is told apart from what is not, but its value is not kept.
//!
//! Our own and not `serde_json`, which weighs three times as much in the wasm as all written forms
//! together (its numbers alone bring tables for every floating-point value). A test holds the two against
//! each other.

use crate::domain::digits::{hexadecimal, push_digits, whole};
use std::borrow::Cow;

/// Deepest nesting; the forms need five.
pub const DEPTH: u8 = 32;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json<'a> {
    /// A whole number, written without point or exponent, that fits.
    Int(i64),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Json<'a>>),
    /// An object, in the order written; a name may stand there twice.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
    /// `null`, `true`, `false`, or another number.
    Other,
}

impl<'a> Json<'a> {
    /// Parses a whole text; `None` when it is not JSON or nested too deeply.
    pub fn parse(text: &'a str) -> Option<Self> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(DEPTH)?;
        reader.skip_space();
        (reader.at == text.len()).then_some(value)
    }

    /// The number, if it is one.
    pub fn int(&self) -> Option<i64> {
        if let Self::Int(number) = self { Some(*number) } else { None }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The list, if it is one.
    pub fn list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    /// The value of this name in an object, the first if there are more.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}

/// Writes an integer.
pub fn push_int(text: &mut String, number: i64) {
    if number < 0 {
        text.push('-');
    }
    push_digits(text, number.unsigned_abs());
}

/// An integer as a text.
pub fn int_text(number: i64) -> String {
    let mut text = String::new();
    push_int(&mut text, number);
    text
}

/// A text as a JSON text, all ASCII.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            _ => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    out.push_str("\\u");
                    let digits =
                        [12, 8, 4, 0].map(|shift| char::from_digit((u32::from(*unit) >> shift) & 15, 16));
                    out.extend(digits.into_iter().flatten());
                }
            }
        }
    }
    out.push('"');
    out
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: u8) -> Option<Json<'a>> {
        self.skip_space();
        match self.peek()? {
            b'[' => {
                let mut list = Vec::new();
                self.items(b']', depth, |reader, depth| {
                    list.push(reader.value(depth)?);
                    Some(())
                })?;
                Some(Json::List(list))
            }
            b'{' => {
                let mut fields = Vec::new();
                self.items(b'}', depth, |reader, depth| {
                    reader.skip_space();
                    let name = reader.string()?;
                    reader.skip_space();
                    reader.take(b':')?;
                    fields.push((name, reader.value(depth)?));
                    Some(())
                })?;
                Some(Json::Object(fields))
            }
            b'"' => self.string().map(Json::Text),
            b'-' | b'0'..=b'9' => self.number(),
            _ => ["null", "true", "false"].into_iter().find_map(|word| {
                self.text.as_bytes()[self.at..].starts_with(word.as_bytes()).then(|| {
                    self.at += word.len();
                    Json::Other
                })
            }),
        }
    }

    /// Items between brackets, with commas between them.
    fn items(&mut self, end: u8, depth: u8, mut item: impl FnMut(&mut Self, u8) -> Option<()>) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        self.at += 1;
        self.skip_space();
        if self.peek()? == end {
            return self.take(end);
        }
        loop {
            item(self, depth)?;
            self.skip_space();
            if self.peek()? == end {
                return self.take(end);
            }
            self.take(b',')?;
        }
    }

    fn number(&mut self) -> Option<Json<'a>> {
        let from = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        // No digit may follow a leading zero.
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        let written = self.since(from);
        let mut is_whole = written != "-0";
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
            is_whole = false;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
            is_whole = false;
        }
        let number = whole(written).filter(|_| is_whole);
        Some(number.map_or(Json::Other, Json::Int))
    }

    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }

    /// A text between quotes; borrowed unless it holds an escape.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        self.take(b'"')?;
        let mut escaped: Option<String> = None;
        let mut from = self.at;
        loop {
            match self.peek()? {
                b'"' => {
                    let rest = self.since(from);
                    self.at += 1;
                    return Some(match escaped {
                        Some(text) => Cow::Owned(text + rest),
                        None => Cow::Borrowed(rest),
                    });
                }
                b'\\' => {
                    let text = escaped.get_or_insert_default();
                    text.push_str(self.text.get(from..self.at).unwrap_or_default());
                    self.at += 1;
                    let c = self.escape()?;
                    escaped.get_or_insert_default().push(c);
                    from = self.at;
                }
                0..=0x1f => return None,
                _ => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += 1;
        Some(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let high = self.unit()?;
                let second = if (0xd800..0xdc00).contains(&high) {
                    self.take(b'\\')?;
                    self.take(b'u')?;
                    Some(self.unit()?)
                } else {
                    None
                };
                let units = [Some(high), second].into_iter().flatten();
                char::decode_utf16(units).next()?.ok()?
            }
            _ => return None,
        })
    }

    fn unit(&mut self) -> Option<u16> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u16::try_from(hexadecimal(digits)?).ok()
    }

    /// What was read from here on. Not by index: a panic over half a character would bring the tables of
    /// all of Unicode along.
    fn since(&self, from: usize) -> &'a str {
        self.text.get(from..self.at).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}
