//! A revision of a finished session, or the tombstone that says it was deleted.

use std::sync::Arc;

use serde::Deserialize;

use super::{
    Read,
    object::object,
    terms::{Build, Flag, HoldMs, OFFSET_MIN, OffsetMin, Roller, UnixMs},
};
use crate::{
    domain::{
        history::NewerRevision,
        hold::Hold,
        session::{MOST_FELT_WRONG, Pass, Session, SessionId},
    },
    storage::{checksum::checksum, keys::RevisionKey},
};

/// Version of the record. An older app leaves a revision with a higher one alone, and shows that it is there.
const VERSION: u32 = 1;
/// Name of the revision.
const REV: &str = "r";
/// Most passes.
const PASSES: usize = 2;

/// What a revision says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// The session.
    Full(Arc<Session>),
    /// It was deleted at this unix millisecond.
    Deleted(i64),
    /// A newer app wrote it, in a form that this one cannot read.
    Newer(Arc<NewerRevision>),
}

// The names `id`, `r`, `s` and `o` keep their meaning in every version.
object!(Session {
    id: "id",
    start_unix_ms: "s" as UnixMs,
    end_unix_ms: "e" as UnixMs,
    utc_offset_min: "o" as OffsetMin,
    build: "b" as Build,
    advance: "a",
    gate_unix_ms: "g" as UnixMs,
    tag: "t" = None,
    sport: "w" = None,
    roller: "f" as Roller = String::new(),
    knee_before: "kb" = None,
    knee_after: "ka" = None,
    passes: "p",
    holds: "h",
} unknown: unknown);

object!(Pass {
    leg: "l",
    active_ms: "m",
    paused_ms: "q" = 0,
    end: "e" = None,
    felt_wrong: "w" = Vec::new(),
} unknown: unknown);

object!(Hold {
    pass: "p" = 0,
    position: "x",
    placed: "w",
    ending: "e",
    edited: "d" as Flag = false,
    start_ms: "s",
    held_ms: "h" as HoldMs,
    paused_ms: "q" = 0,
    gap_ms: "g" = 0,
    pain_press: "a" = None,
    pain_ease: "b" = None,
    track: "k" = None,
} unknown: unknown);

struct Tombstone {
    id: SessionId,
    unix_ms: i64,
}

object!(Tombstone { id: "id", unix_ms: "deleted" as UnixMs });

/// Whether there are not too many passes, every hold has one, and a gap no longer than itself.
pub fn fit_together(passes: &[Pass], holds: &[Hold]) -> bool {
    let fits = |hold: &Hold| usize::from(hold.pass) < passes.len() && hold.gap_ms <= hold.held_ms;
    let is_short = |pass: &Pass| pass.felt_wrong.len() <= MOST_FELT_WRONG;
    passes.len() <= PASSES && passes.iter().all(is_short) && holds.iter().all(fits)
}

/// Writes a session and returns the key and the text.
pub fn write(rev: u32, session: &Session) -> (RevisionKey, String) {
    named(session.id, rev, text(rev, session))
}

/// Writes that a session was deleted, and returns the key and the text.
pub fn write_tombstone(id: SessionId, rev: u32, unix_ms: i64) -> (RevisionKey, String) {
    let tombstone = Tombstone { id, unix_ms };
    named(id, rev, super::write(VERSION, REV, rev, &tombstone))
}

/// A newer app's revision as it was found, and its key.
pub fn write_newer(id: SessionId, rev: u32, newer: &NewerRevision) -> (RevisionKey, String) {
    named(id, rev, newer.text.clone())
}

/// A revision's text alone.
pub fn text(rev: u32, session: &Session) -> String {
    super::write(VERSION, REV, rev, session)
}

/// Reads a revision. The checksum comes first: a text that was cut or changed is spoilt, whatever it
/// seems to say, and so is one that stands under another's name.
pub fn read(key: RevisionKey, text: &str) -> Read<Written> {
    if checksum(text) != key.crc {
        return Read::Spoilt;
    }
    match read_text(text) {
        Read::Whole((id, rev, written)) if id == key.id && rev == key.rev => Read::Whole(written),
        Read::Whole(_) | Read::Spoilt => Read::Spoilt,
        // Its key says which session it is.
        Read::Newer => {
            Read::Whole(Written::Newer(Arc::new(NewerRevision { start: None, text: text.to_owned() })))
        }
    }
}

/// Reads a revision that stands in a backup, where no key names it: it names itself. [`Read::Newer`] is one of a newer
/// app that does not.
pub fn read_text(text: &str) -> Read<(SessionId, u32, Written)> {
    let full = super::read(text, VERSION..=VERSION, REV, |rev, session: Session| {
        let is_sound = rev > 0 && !session.passes.is_empty() && fit_together(&session.passes, &session.holds);
        is_sound.then(|| (session.id, rev, Written::Full(Arc::new(session))))
    });
    match full {
        Read::Spoilt => super::read(text, VERSION..=VERSION, REV, |rev, tombstone: Tombstone| {
            (rev > 0).then_some((tombstone.id, rev, Written::Deleted(tombstone.unix_ms)))
        }),
        Read::Newer => newer(text).map_or(Read::Newer, Read::Whole),
        whole @ Read::Whole(_) => whole,
    }
}

fn newer(text: &str) -> Option<(SessionId, u32, Written)> {
    #[derive(Deserialize)]
    struct AnyRevision {
        id: SessionId,
        r: u32,
        s: Option<i64>,
        o: Option<i16>,
    }
    let AnyRevision { id, r, s, o } = serde_json::from_str(text).ok()?;
    let start = s.zip(o).filter(|(s, o)| super::is_unix_ms(*s) && OFFSET_MIN.contains(o));
    let newer = NewerRevision { start, text: text.to_owned() };
    (r > 0).then(|| (id, r, Written::Newer(Arc::new(newer))))
}

fn named(id: SessionId, rev: u32, text: String) -> (RevisionKey, String) {
    let crc = checksum(&text);
    (RevisionKey { id, rev, crc }, text)
}
