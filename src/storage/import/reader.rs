//! A chosen file that becomes a [`Backup`] in small steps, so that the browser can paint and answer between them.

use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, IgnoredAny};

use super::{
    contents::{Backup, Revision},
    encoding::Decoder,
    entries,
    live::ended,
    rescue::Rescue,
    split::{Field, MOST_ENTRIES, Pieces, Splitter, is_ours},
};
use crate::{
    domain::{
        import_preview::{Part, Refusal, Wrong},
        session::SessionId,
        settings::Settings,
    },
    storage::{
        codec::{Read, is_unix_ms},
        set_aside::{self, Unreadable},
    },
};

/// Version of both files' form.
const VERSION: i64 = 1;
/// A session's entry has at most so many bytes: reading one takes a few milliseconds at most.
const LONGEST: usize = 256 << 10;

/// What a backup calls itself.
const BACKUP: &str = "eased-backup";
/// What the failure page's file calls itself: both stores as they are.
const RESCUE: &str = "eased-raw";

/// Reads a chosen file.
pub struct ImportReader(Stage);

enum Stage {
    Decoding(Decoder),
    Splitting(String, Box<Splitter>),
    Reading(Box<File>),
}

impl ImportReader {
    /// The bytes of a file.
    pub fn of_bytes(bytes: Vec<u8>) -> Self {
        Self(Stage::Decoding(Decoder::new(bytes)))
    }

    /// A text that was read.
    pub fn of_text(text: String) -> Self {
        Self(Stage::Splitting(text, Box::default()))
    }

    /// Works on about so many bytes; the backup once all of it is read.
    ///
    /// # Errors
    /// When any of it is not as it should be. There is no backup in parts: what is left out of one that is merged
    /// looks like something that never was.
    pub fn step(&mut self, budget: usize) -> Result<Option<Backup>, Refusal> {
        match &mut self.0 {
            Stage::Decoding(decoder) => {
                if let Some(text) = decoder.step(budget)? {
                    *self = Self::of_text(text);
                }
            }
            Stage::Splitting(text, splitter) => {
                let head = &text.as_bytes()[..text.len().min(128)];
                let other =
                    |why| if why == Refusal::Broken && !is_ours(head) { Refusal::NotOurs } else { why };
                let pieces = splitter.step(text, budget).map_err(other)?;
                if let Some(pieces) = pieces {
                    self.0 = Stage::Reading(Box::new(File::new(std::mem::take(text), pieces)?));
                }
            }
            Stage::Reading(file) => return file.step(budget),
        }
        Ok(None)
    }
}

/// A file that was split, and what has been read of it.
struct File {
    text: String,
    pieces: Pieces,
    made_unix_ms: i64,
    is_rescue: bool,
    /// The lists that are still to be read, and how many entries of the first one are read.
    lists: Vec<Field>,
    at: usize,
    settings: Settings,
    revisions: BTreeMap<SessionId, Revision>,
    aside: Vec<Unreadable>,
    rescue: Rescue,
}

impl File {
    fn new(text: String, pieces: Pieces) -> Result<Self, Refusal> {
        let format = scalar::<String>(&text, &pieces, Field::Format).unwrap_or_default();
        let lists: &[Field] = match format.as_str() {
            BACKUP => &[Field::Sessions, Field::Deleted, Field::Spoilt],
            RESCUE => &[Field::Local, Field::Database],
            _ => return Err(Refusal::NotOurs),
        };
        match scalar(&text, &pieces, Field::Version) {
            Some(VERSION) => {}
            Some(newer) if newer > VERSION => return Err(Refusal::Newer),
            Some(_) | None => return Err(Refusal::Broken),
        }
        if lists.iter().any(|list| pieces.of(*list).is_none()) {
            return Err(Refusal::Broken);
        }
        let count = |field: &Field| pieces.of(*field).unwrap_or_default().len();
        if lists.iter().any(|field| count(field) > MOST_ENTRIES) {
            return Err(Refusal::TooMany);
        }
        if count(&Field::Spoilt) > set_aside::MOST {
            return Err(Refusal::TooManySetAside);
        }
        let made_unix_ms = scalar(&text, &pieces, Field::ExportedAt).filter(|ms| is_unix_ms(*ms));
        let settings = match value(&text, &pieces, Field::Settings) {
            Some(settings) => whole(short(settings, entries::settings), Part::Settings, 0)?,
            None if format == BACKUP => return Err(Refusal::Broken),
            None => Settings::default(),
        };
        Ok(Self {
            made_unix_ms: made_unix_ms.ok_or(Refusal::Broken)?,
            text,
            pieces,
            is_rescue: format == RESCUE,
            lists: [lists, &[Field::Other]].concat(),
            at: 0,
            settings,
            revisions: BTreeMap::new(),
            aside: Vec::new(),
            rescue: Rescue::default(),
        })
    }

    fn step(&mut self, budget: usize) -> Result<Option<Backup>, Refusal> {
        let mut used = 0;
        while used <= budget {
            let Some(list) = self.lists.first().copied() else { return self.finish().map(Some) };
            let Some(piece) = self.pieces.of(list).unwrap_or_default().get(self.at).cloned() else {
                self.lists.remove(0);
                self.at = 0;
                continue;
            };
            used += piece.len() + 64;
            let (at, entry) = (self.at, &self.text[piece]);
            self.at += 1;
            let (part, revision) = match list {
                Field::Sessions => (Part::Sessions, short(entry, entries::full)),
                Field::Deleted => (Part::Deleted, short(entry, entries::tombstone)),
                Field::Spoilt => {
                    let text = entries::set_aside(entry, self.made_unix_ms);
                    self.aside.push(whole(text, Part::SetAside, at)?);
                    continue;
                }
                Field::Local | Field::Database => {
                    self.rescue.take(entry, self.made_unix_ms)?;
                    continue;
                }
                Field::Other
                | Field::Format
                | Field::Version
                | Field::ExportedAt
                | Field::Live
                | Field::Settings => {
                    let is_short = entry.len() <= LONGEST;
                    let is_whole = is_short && serde_json::from_str::<IgnoredAny>(entry).is_ok();
                    // What a later version added may be long, and is passed over.
                    let is_passed_over = !is_short && list == Field::Other;
                    (is_whole || is_passed_over).then_some(()).ok_or(Refusal::Broken)?;
                    continue;
                }
            };
            let revision = whole(revision, part, at)?;
            // Two entries of one session contradict each other.
            if self.revisions.insert(revision.id, revision).is_some() {
                return Err(Refusal::Entry(part, at + 1, Wrong::Twice));
            }
        }
        Ok(None)
    }

    fn finish(&mut self) -> Result<Backup, Refusal> {
        let made_unix_ms = self.made_unix_ms;
        if self.is_rescue {
            return Ok(std::mem::take(&mut self.rescue).into_backup(made_unix_ms));
        }
        let live = match value(&self.text, &self.pieces, Field::Live).map(str::trim) {
            None | Some("null") => None,
            Some(live) => ended(whole(short(live, entries::live), Part::SessionSnapshot, 0)?),
        };
        Ok(Backup {
            made_unix_ms,
            revisions: std::mem::take(&mut self.revisions).into_values().collect(),
            live,
            aside: std::mem::take(&mut self.aside),
            settings: Some(std::mem::take(&mut self.settings)),
        })
    }
}

fn value<'a>(text: &'a str, pieces: &Pieces, field: Field) -> Option<&'a str> {
    text.get(pieces.of(field)?.first()?.clone())
}

fn scalar<T: DeserializeOwned>(text: &str, pieces: &Pieces, field: Field) -> Option<T> {
    serde_json::from_str(value(text, pieces, field)?).ok()
}

/// Reads an entry that is not longer than it may be.
fn short<T>(text: &str, read: impl Fn(&str) -> Read<T>) -> Read<T> {
    if text.len() > LONGEST { Read::Spoilt } else { read(text) }
}

/// What was read, or which entry cannot be and why; the first one is 0.
fn whole<T>(read: Read<T>, part: Part, at: usize) -> Result<T, Refusal> {
    match read {
        Read::Whole(value) => Ok(value),
        Read::Spoilt => Err(Refusal::Entry(part, at + 1, Wrong::Unreadable)),
        Read::Newer => Err(Refusal::Entry(part, at + 1, Wrong::Newer)),
    }
}
