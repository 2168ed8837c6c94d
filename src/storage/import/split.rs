//! A file cut into its fields and the entries of its lists, some bytes at a time and before anything of it is read:
//! its size, its depth and the number of its values are known by then, so reading it is no surprise.
//!
//! By hand: `serde_json` reads a text in one call, which for 20 MB takes seconds in which nobody can tap. What is
//! between the cuts is read by `serde_json` alone.

use std::ops::Range;

use crate::domain::import_preview::Refusal;

/// Largest file, bytes: a hundred years of daily use.
pub const MOST_BYTES: usize = 20 << 20;
/// Most values in it, of whatever kind: what reading it may take up is known before it is read.
const MOST_VALUES: usize = 3_000_000;
/// Deepest nesting; the forms need six.
const DEPTH: usize = 32;
/// Most entries of a list.
pub const MOST_ENTRIES: usize = 40_000;

/// A field that a file of ours may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What the file calls itself.
    Format,
    /// Version of its form.
    Version,
    /// When it was made.
    ExportedAt,
    /// The running session.
    Live,
    /// Choices.
    Settings,
    /// Of a name that is not known: a later app may write it.
    Other,
    /// List: sessions.
    Sessions,
    /// List: deleted ones.
    Deleted,
    /// List: texts that could not be read, by key.
    Spoilt,
    /// List, of the failure page's file: what stands in localStorage, by key.
    Local,
    /// The same of IndexedDB.
    Database,
}

/// How many there are.
const FIELDS: usize = 11;
/// By name.
const NAMES: [(&str, Field); FIELDS - 1] = [
    ("format", Field::Format),
    ("version", Field::Version),
    ("exported_at", Field::ExportedAt),
    ("live", Field::Live),
    ("settings", Field::Settings),
    ("sessions", Field::Sessions),
    ("deleted", Field::Deleted),
    ("spoilt", Field::Spoilt),
    ("local", Field::Local),
    ("database", Field::Database),
];

/// Where the pieces of a file are.
#[derive(Debug, Default)]
pub struct Pieces([Option<Vec<Range<usize>>>; FIELDS]);

impl Pieces {
    /// The value of a field, or the entries of a list; `None` where the file has no such field.
    pub fn of(&self, field: Field) -> Option<&[Range<usize>]> {
        self.0[field as usize].as_deref()
    }
}

/// Cuts a file.
#[derive(Debug, Default)]
pub struct Splitter {
    at: usize,
    values: usize,
    depth: usize,
    in_text: bool,
    /// Where the piece begins that is being looked at.
    from: usize,
    field: Option<Field>,
    /// Its entries are being looked at.
    list: Option<Field>,
    /// The file is an object, and it is over.
    is_over: bool,
    is_unsound: bool,
    pieces: Pieces,
}

impl Splitter {
    /// Looks at so many bytes more. The pieces when there are none left.
    ///
    /// # Errors
    /// When the file is larger, deeper, or of more values than any of ours; [`Refusal::Broken`] when its pieces do not
    /// stand as they should.
    pub fn step(&mut self, text: &str, budget: usize) -> Result<Option<Pieces>, Refusal> {
        if text.len() > MOST_BYTES {
            return Err(Refusal::TooLarge);
        }
        let bytes = text.as_bytes();
        let to = bytes.len().min(self.at.saturating_add(budget));
        while self.at < to {
            match bytes[self.at] {
                b'"' => self.in_text = !self.in_text,
                // Whatever it is, it ends no text.
                b'\\' if self.in_text => self.at += 1,
                _ if self.in_text => {}
                b'[' | b'{' => self.open(text),
                b']' | b'}' => self.close(text),
                b',' => {
                    self.values += 1;
                    self.end_piece(text, false);
                }
                b':' if self.depth == 1 => {
                    // One that has not ended stands without a comma after it.
                    self.is_unsound |= self.field.is_some();
                    let name = serde_json::from_str::<String>(self.piece(text)).unwrap_or_default();
                    let known = NAMES.iter().find(|(known, _)| *known == name).map(|(_, field)| *field);
                    self.is_unsound |= known.is_some_and(|field| self.pieces.of(field).is_some());
                    self.field = Some(known.unwrap_or(Field::Other));
                    self.from = self.at + 1;
                }
                _ => {}
            }
            if self.depth > DEPTH {
                return Err(Refusal::TooDeep);
            }
            if self.values > MOST_VALUES {
                return Err(Refusal::TooMany);
            }
            self.at += 1;
        }
        if self.at < bytes.len() {
            return Ok(None);
        }
        let is_sound = self.is_over && !self.is_unsound && is_blank(&text[self.from..]);
        if is_sound { Ok(Some(std::mem::take(&mut self.pieces))) } else { Err(Refusal::Broken) }
    }

    fn open(&mut self, text: &str) {
        self.values += 1;
        self.depth += 1;
        let opened = text.as_bytes()[self.at];
        if self.depth == 1 {
            self.is_unsound |= self.is_over || opened == b'[' || !is_blank(self.piece(text));
            self.from = self.at + 1;
        } else if self.depth == 2 && opened == b'[' && is_blank(self.piece(text)) {
            let Some(field) = self.field.filter(|field| *field as usize >= Field::Sessions as usize) else {
                return;
            };
            self.list = Some(field);
            self.pieces.0[field as usize] = Some(Vec::new());
            self.from = self.at + 1;
        }
    }

    fn close(&mut self, text: &str) {
        let closed = text.as_bytes()[self.at];
        self.end_piece(text, true);
        if self.depth == 2 && self.list.is_some() {
            self.is_unsound |= closed != b']';
            self.list = None;
        } else if self.depth == 1 {
            self.is_unsound |= closed != b'}';
            self.is_over = true;
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// A comma or a bracket ends an entry, or the value of a field.
    fn end_piece(&mut self, text: &str, is_last: bool) {
        let is_entry = self.depth == 2 && self.list.is_some();
        if !is_entry && self.depth != 1 {
            return;
        }
        let (piece, is_blank) = (self.from..self.at, is_blank(self.piece(text)));
        self.from = self.at + 1;
        let slot = self.field.map(|field| &mut self.pieces.0[field as usize]);
        match slot {
            Some(Some(entries)) if is_entry => {
                // One more than there may be is enough to know that they are too many.
                if !(is_last && is_blank && entries.is_empty()) && entries.len() <= MOST_ENTRIES {
                    entries.push(piece);
                }
            }
            Some(Some(others)) if self.field == Some(Field::Other) && !is_blank => others.push(piece),
            // Nothing but the list.
            Some(Some(_)) => self.is_unsound |= !is_blank || self.field == Some(Field::Other),
            Some(slot) if !is_blank => *slot = Some(vec![piece]),
            Some(None) | None => self.is_unsound = true,
        }
        if !is_entry {
            self.field = None;
        }
    }

    fn piece<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.from..self.at).unwrap_or_default()
    }
}

/// Whether a text begins as ours do: what was cut off can be told from what is something else.
pub fn is_ours(head: &[u8]) -> bool {
    let names = [&b"eased-backup"[..], b"eased-raw"];
    names.iter().any(|name| head.windows(name.len()).take(64).any(|part| part == *name))
}

fn is_blank(text: &str) -> bool {
    text.trim_matches([' ', '\t', '\r', '\n']).is_empty()
}
