//! Splits a JSON file into its fields and list entries, incrementally, and limits size, depth and number of values
//! before anything is parsed.
//!
//! `serde_json` parses a text in one call, which blocks the page for seconds at 20 MB. It parses the single entries.

use std::ops::Range;

use crate::domain::import_preview::ImportError;

/// Maximum file size, bytes: about a hundred years of daily use.
pub const MAX_FILE_BYTES: usize = 20 << 20;
/// Maximum number of values of any kind, which limits the memory needed.
const MAX_VALUES: usize = 3_000_000;
/// Maximum nesting; valid files need six levels.
const MAX_DEPTH: usize = 32;
/// Maximum number of entries of a list.
pub const MAX_LIST_ENTRIES: usize = 40_000;

/// A field of an imported file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The format.
    Format,
    /// The version of the format.
    Version,
    /// The time of the export.
    ExportedAt,
    /// The snapshot of the running session.
    Live,
    /// Settings.
    Settings,
    /// Unknown: a newer app may have written it.
    Unknown,
    /// List: sessions.
    Sessions,
    /// List: tombstones.
    Deleted,
    /// List: corrupt texts by key.
    Corrupt,
    /// List, in a raw export: the values of localStorage by key.
    Local,
    /// List, in a raw export: the values of IndexedDB by key.
    Database,
}

/// The number of fields.
const FIELD_COUNT: usize = 11;
/// The fields by name.
const FIELD_NAMES: [(&str, Field); FIELD_COUNT - 1] = [
    ("format", Field::Format),
    ("version", Field::Version),
    ("exported_at", Field::ExportedAt),
    ("live", Field::Live),
    ("settings", Field::Settings),
    ("sessions", Field::Sessions),
    ("deleted", Field::Deleted),
    ("spoilt", Field::Corrupt),
    ("local", Field::Local),
    ("database", Field::Database),
];

/// The byte ranges of a file's values and list entries.
#[derive(Debug, Default)]
pub struct FieldRanges([Option<Vec<Range<usize>>>; FIELD_COUNT]);

impl FieldRanges {
    /// The range of a field's value, or of the entries of a list; `None` if the file does not have the field.
    pub fn get(&self, field: Field) -> Option<&[Range<usize>]> {
        self.0[field as usize].as_deref()
    }
}

/// Splits a file incrementally.
#[derive(Debug, Default)]
pub struct Splitter {
    position: usize,
    values: usize,
    depth: usize,
    in_string: bool,
    /// Start of the current piece.
    piece_start: usize,
    field: Option<Field>,
    /// The list whose entries are being split.
    list: Option<Field>,
    /// The top-level object has ended.
    is_closed: bool,
    is_malformed: bool,
    ranges: FieldRanges,
}

impl Splitter {
    /// Scans `budget` bytes. Returns the ranges at the end.
    ///
    /// # Errors
    /// If a limit is exceeded; [`ImportError::Corrupt`] if the structure is malformed.
    pub fn step(&mut self, text: &str, budget: usize) -> Result<Option<FieldRanges>, ImportError> {
        if text.len() > MAX_FILE_BYTES {
            return Err(ImportError::TooLarge);
        }
        let bytes = text.as_bytes();
        let to = bytes.len().min(self.position.saturating_add(budget));
        while self.position < to {
            match bytes[self.position] {
                b'"' => self.in_string = !self.in_string,
                // An escaped character does not end the string.
                b'\\' if self.in_string => self.position += 1,
                _ if self.in_string => {}
                b'[' | b'{' => self.open(text),
                b']' | b'}' => self.close(text),
                b',' => {
                    self.values += 1;
                    self.end_piece(text, false);
                }
                b':' if self.depth == 1 => {
                    // The previous field has not ended: a comma is missing.
                    self.is_malformed |= self.field.is_some();
                    let name = serde_json::from_str::<String>(self.piece(text)).unwrap_or_default();
                    let known = FIELD_NAMES.iter().find(|(known, _)| *known == name).map(|(_, field)| *field);
                    self.is_malformed |= known.is_some_and(|field| self.ranges.get(field).is_some());
                    self.field = Some(known.unwrap_or(Field::Unknown));
                    self.piece_start = self.position + 1;
                }
                _ => {}
            }
            if self.depth > MAX_DEPTH {
                return Err(ImportError::TooDeep);
            }
            if self.values > MAX_VALUES {
                return Err(ImportError::TooManyEntries);
            }
            self.position += 1;
        }
        if self.position < bytes.len() {
            return Ok(None);
        }
        let is_sound = self.is_closed && !self.is_malformed && is_blank(&text[self.piece_start..]);
        if is_sound { Ok(Some(std::mem::take(&mut self.ranges))) } else { Err(ImportError::Corrupt) }
    }

    fn open(&mut self, text: &str) {
        self.values += 1;
        self.depth += 1;
        let opened = text.as_bytes()[self.position];
        if self.depth == 1 {
            self.is_malformed |= self.is_closed || opened == b'[' || !is_blank(self.piece(text));
            self.piece_start = self.position + 1;
        } else if self.depth == 2 && opened == b'[' && is_blank(self.piece(text)) {
            let Some(field) = self.field.filter(|field| *field as usize >= Field::Sessions as usize) else {
                return;
            };
            self.list = Some(field);
            self.ranges.0[field as usize] = Some(Vec::new());
            self.piece_start = self.position + 1;
        }
    }

    fn close(&mut self, text: &str) {
        let closed = text.as_bytes()[self.position];
        self.end_piece(text, true);
        if self.depth == 2 && self.list.is_some() {
            self.is_malformed |= closed != b']';
            self.list = None;
        } else if self.depth == 1 {
            self.is_malformed |= closed != b'}';
            self.is_closed = true;
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// Ends an entry or a field's value at a comma or a bracket.
    fn end_piece(&mut self, text: &str, is_last: bool) {
        let is_entry = self.depth == 2 && self.list.is_some();
        if !is_entry && self.depth != 1 {
            return;
        }
        let (piece, is_blank) = (self.piece_start..self.position, is_blank(self.piece(text)));
        self.piece_start = self.position + 1;
        let slot = self.field.map(|field| &mut self.ranges.0[field as usize]);
        match slot {
            Some(Some(entries)) if is_entry => {
                // One entry above the limit is enough to detect it.
                if !(is_last && is_blank && entries.is_empty()) && entries.len() <= MAX_LIST_ENTRIES {
                    entries.push(piece);
                }
            }
            Some(Some(others)) if self.field == Some(Field::Unknown) && !is_blank => others.push(piece),
            // After a list, nothing else may follow in the field.
            Some(Some(_)) => self.is_malformed |= !is_blank || self.field == Some(Field::Unknown),
            Some(slot) if !is_blank => *slot = Some(vec![piece]),
            Some(None) | None => self.is_malformed = true,
        }
        if !is_entry {
            self.field = None;
        }
    }

    fn piece<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.piece_start..self.position).unwrap_or_default()
    }
}

/// Whether a file starts like a file of the app, to distinguish a damaged file from an unrelated one.
pub fn looks_like_export(head: &[u8]) -> bool {
    let names = [&b"eased-backup"[..], b"eased-raw"];
    names.iter().any(|name| head.windows(name.len()).take(64).any(|part| part == *name))
}

fn is_blank(text: &str) -> bool {
    text.trim_matches([' ', '\t', '\r', '\n']).is_empty()
}
