//! The stored form of a revision of a finished session, or of the tombstone of a deleted one.

use std::sync::Arc;

use serde::Deserialize;

use super::{
    ReadResult,
    object::json_object,
    scalars::{Build, Flag, HoldMs, OFFSET_MIN_RANGE, OffsetMin, Roller, UnixMs},
};
use crate::{
    domain::{
        history::{NewerRevision, RevisionBody},
        hold::Hold,
        session::{MAX_FELT_WRONG_PER_PASS, Pass, Session, SessionId},
    },
    storage::{checksum::checksum, keys::RevisionKey},
};

/// Version of the record. An older app leaves a revision with a higher version alone, and shows that it exists.
const VERSION: u32 = 1;
/// Field name of the revision.
const REVISION_FIELD: &str = "r";
/// Maximum number of passes.
const MAX_PASSES: usize = 2;

// The names `id`, `r`, `s` and `o` keep their meaning in every version.
json_object!(Session {
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

json_object!(Pass {
    leg: "l",
    active_ms: "m",
    paused_ms: "q" = 0,
    end: "e" = None,
    felt_wrong: "w" = Vec::new(),
} unknown: unknown);

json_object!(Hold {
    pass: "p" = 0,
    position: "x",
    position_source: "w",
    ending: "e",
    edited: "d" as Flag = false,
    start_ms: "s",
    held_ms: "h" as HoldMs,
    paused_ms: "q" = 0,
    gap_ms: "g" = 0,
    pain_at_press: "a" = None,
    pain_at_ease: "b" = None,
    pinned_track: "k" = None,
} unknown: unknown);

struct Tombstone {
    id: SessionId,
    unix_ms: i64,
}

json_object!(Tombstone { id: "id", unix_ms: "deleted" as UnixMs });

/// Whether the number of passes is allowed, every hold has a pass, and no gap is longer than its hold.
pub fn are_consistent(passes: &[Pass], holds: &[Hold]) -> bool {
    let is_valid = |hold: &Hold| usize::from(hold.pass) < passes.len() && hold.gap_ms <= hold.held_ms;
    let is_in_limit = |pass: &Pass| pass.felt_wrong.len() <= MAX_FELT_WRONG_PER_PASS;
    passes.len() <= MAX_PASSES && passes.iter().all(is_in_limit) && holds.iter().all(is_valid)
}

/// Writes a session. Returns key and text.
pub fn write(rev: u32, session: &Session) -> (RevisionKey, String) {
    with_key(session.id, rev, to_json(rev, session))
}

/// Writes the tombstone of a deleted session. Returns key and text.
pub fn write_tombstone(id: SessionId, rev: u32, unix_ms: i64) -> (RevisionKey, String) {
    let tombstone = Tombstone { id, unix_ms };
    with_key(id, rev, super::write(VERSION, REVISION_FIELD, rev, &tombstone))
}

/// Key and unchanged text of a revision of a newer app.
pub fn write_newer(id: SessionId, rev: u32, newer: &NewerRevision) -> (RevisionKey, String) {
    with_key(id, rev, newer.text.clone())
}

/// The text of a revision.
pub fn to_json(rev: u32, session: &Session) -> String {
    super::write(VERSION, REVISION_FIELD, rev, session)
}

/// Reads a revision. A text whose checksum, id or revision differs from its key is corrupt; the checksum is checked
/// first, because a damaged text may look like anything.
pub fn read(key: RevisionKey, text: &str) -> ReadResult<RevisionBody> {
    if checksum(text) != key.crc {
        return ReadResult::Corrupt;
    }
    match read_without_key(text) {
        ReadResult::Valid((id, rev, body)) if id == key.id && rev == key.rev => ReadResult::Valid(body),
        ReadResult::Valid(_) | ReadResult::Corrupt => ReadResult::Corrupt,
        // Its key has the session id.
        ReadResult::Newer => ReadResult::Valid(RevisionBody::Newer(Arc::new(NewerRevision {
            start: None,
            text: text.to_owned(),
        }))),
    }
}

/// Reads a revision of a backup, which has no key, with its own id and revision. [`ReadResult::Newer`]: a newer app wrote
/// it, and it has no id or revision that can be read.
pub fn read_without_key(text: &str) -> ReadResult<(SessionId, u32, RevisionBody)> {
    let full = super::read(text, VERSION..=VERSION, REVISION_FIELD, |rev, session: Session| {
        let is_valid =
            rev > 0 && !session.passes.is_empty() && are_consistent(&session.passes, &session.holds);
        is_valid.then(|| (session.id, rev, RevisionBody::Full(Arc::new(session))))
    });
    match full {
        ReadResult::Corrupt => {
            super::read(text, VERSION..=VERSION, REVISION_FIELD, |rev, tombstone: Tombstone| {
                (rev > 0).then_some((tombstone.id, rev, RevisionBody::Deleted(tombstone.unix_ms)))
            })
        }
        ReadResult::Newer => read_newer(text).map_or(ReadResult::Newer, ReadResult::Valid),
        whole @ ReadResult::Valid(_) => whole,
    }
}

fn read_newer(text: &str) -> Option<(SessionId, u32, RevisionBody)> {
    #[derive(Deserialize)]
    struct AnyRevision {
        id: SessionId,
        r: u32,
        s: Option<i64>,
        o: Option<i16>,
    }
    let AnyRevision { id, r, s, o } = serde_json::from_str(text).ok()?;
    let start = s.zip(o).filter(|(s, o)| super::is_unix_ms(*s) && OFFSET_MIN_RANGE.contains(o));
    let newer = NewerRevision { start, text: text.to_owned() };
    (r > 0).then(|| (id, r, RevisionBody::Newer(Arc::new(newer))))
}

fn with_key(id: SessionId, rev: u32, text: String) -> (RevisionKey, String) {
    let crc = checksum(&text);
    (RevisionKey { id, rev, crc }, text)
}
