//! A revision of a finished session, or the tombstone that says it was deleted.

use std::sync::Arc;

use super::{
    Read, VERSION, codes, places,
    row::{Fields, OFFSET_MIN, Row, UNIX_MS, inside, is_plain},
};
use crate::{
    domain::session::{ROLLER_LEN, Session, SessionId},
    store::{crc::crc32, json::Json, keys::RevisionKey},
};

/// Longest build id, in characters.
pub const BUILD_LEN: usize = 7;
/// Most passes.
const PASSES: usize = 2;

/// What a revision says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// The session.
    Full(Arc<Session>),
    /// It was deleted at this unix millisecond.
    Deleted(i64),
}

/// Writes a session and returns the key and the text.
pub fn write(rev: u32, session: &Session) -> (RevisionKey, String) {
    named(session.id, rev, text(rev, session))
}

/// Writes that a session was deleted, and returns the key and the text.
pub fn write_tombstone(id: SessionId, rev: u32, unix_ms: i64) -> (RevisionKey, String) {
    let text = Row::write(|row| {
        row.int(VERSION).code(id.as_str()).int(rev).code("x").int(inside(unix_ms, &UNIX_MS));
    });
    named(id, rev, text)
}

/// A revision's text alone.
pub fn text(rev: u32, session: &Session) -> String {
    Row::write(|row| {
        row.int(VERSION)
            .code(session.id.as_str())
            .int(rev)
            .int(inside(session.start_unix_ms, &UNIX_MS))
            .int(inside(session.end_unix_ms, &UNIX_MS))
            .int(inside(session.utc_offset_min, &OFFSET_MIN))
            .code(&cut(&session.build, BUILD_LEN, is_plain))
            .int(places::advance_code(session.advance))
            .int(inside(session.gate_unix_ms, &UNIX_MS))
            .letter_or_empty(session.tag.map(codes::tag_code))
            .letter_or_empty(session.sport.map(codes::sport_code))
            .code(&cut(&session.roller, ROLLER_LEN, is_roller))
            .row(|row| places::write_knee(row, session.knee_before))
            .row(|row| places::write_knee(row, session.knee_after))
            .rows(&session.passes, places::write_pass)
            .rows(&session.holds, places::write_hold);
    })
}

/// Reads a revision. The checksum comes first: a text that was cut or changed is spoilt, whatever it
/// seems to say, and so is one that stands under another's name.
pub fn read(key: RevisionKey, text: &str) -> Read<Written> {
    if crc32(text.as_bytes()) != key.crc {
        return Read::Spoilt;
    }
    super::read(text, |value| {
        let (id, rev, written) = parse(value)?;
        (id == key.id && rev == key.rev).then_some(written)
    })
}

/// Reads a revision that stands in a backup, where no key names it: it names itself.
pub fn read_value(value: &Json) -> Read<(SessionId, u32, Written)> {
    super::of_value(value, parse)
}

fn parse(value: &Json) -> Option<(SessionId, u32, Written)> {
    let mut fields = Fields::versioned(value);
    let id = places::session_id(&mut fields)?;
    let rev = fields.int(1..=u32::MAX);
    let next = fields.value();
    if next.text() == Some("x") {
        let unix_ms = fields.int(UNIX_MS);
        return fields.end((id, rev, Written::Deleted(unix_ms)));
    }
    let mut session = Session {
        id,
        start_unix_ms: fields.int_of(next, UNIX_MS),
        end_unix_ms: fields.int(UNIX_MS),
        utc_offset_min: fields.int(OFFSET_MIN),
        build: short(&mut fields, BUILD_LEN, is_plain),
        advance: places::advance(&mut fields)?,
        gate_unix_ms: fields.int(UNIX_MS),
        tag: fields.or_empty(|v| codes::tag(codes::single(v.text()?)?)),
        sport: fields.or_empty(|v| codes::sport(codes::single(v.text()?)?)),
        roller: short(&mut fields, ROLLER_LEN, is_roller),
        knee_before: places::knee(fields.value())?,
        knee_after: places::knee(fields.value())?,
        passes: fields.rows(places::pass),
        holds: Vec::new(),
    };
    let passes = session.passes.len();
    session.holds = fields.rows(|v| places::hold(v, passes));
    let sound = (1..=PASSES).contains(&passes);
    sound.then_some(())?;
    fields.end((id, rev, Written::Full(Arc::new(session))))
}

fn named(id: SessionId, rev: u32, text: String) -> (RevisionKey, String) {
    let crc = crc32(text.as_bytes());
    (RevisionKey { id, rev, crc }, text)
}

fn cut(text: &str, len: usize, fits: fn(char) -> bool) -> String {
    text.chars().filter(|c| fits(*c)).take(len).collect()
}

fn short(fields: &mut Fields, len: usize, fits: fn(char) -> bool) -> String {
    let text = fields.code();
    let fitting = Some(text).filter(|text| text.len() <= len && text.chars().all(fits));
    fields.known(fitting, "").to_owned()
}

fn is_roller(c: char) -> bool {
    c.is_ascii_digit() || c.is_ascii_lowercase()
}
