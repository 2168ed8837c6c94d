//! The rows that several forms share: places, passes, finished holds, knee scores, terms.

use super::{
    codes,
    row::{Fields, MS, Row, int},
};
use crate::domain::{
    digits::small,
    hold::Hold,
    leg::Position,
    phase::LIMIT_MS,
    session::{KneeScore, Pass, SessionId},
    settings::{Advance, HoldSeconds},
    spot::{Pain, Placed, Spot, TrackId},
};
use crate::store::json::{Json, int_text};

/// `[percent, placed, pain, track]`, empty fields at the end left out.
pub fn write_spot(row: &mut Row, spot: &Spot) {
    write_spot_and(row, spot, None);
}

/// A spot with a letter of the caller's after the letter for `placed`.
pub fn write_spot_and(row: &mut Row, spot: &Spot, letter: Option<char>) {
    let mut code = String::from(codes::placed_code(spot.placed));
    code.extend(letter);
    row.int(spot.position.percent())
        .code(&code)
        .int_or_empty(spot.pain.map(Pain::score))
        .code(&track_code(spot.track))
        .trimmed();
}

/// Reads [`write_spot`].
pub fn spot(value: &Json) -> Option<Spot> {
    let mut fields = Fields::of(value);
    let position = position(&mut fields);
    let placed = fields.letter(codes::placed, Placed::Tapped);
    let spot = end_spot(&mut fields, position, placed);
    fields.end(spot)
}

/// The fields of a spot after its code.
pub fn end_spot(fields: &mut Fields, position: Position, placed: Placed) -> Spot {
    Spot { position, placed, pain: fields.or_empty(pain), track: fields.or_empty(track) }
}

/// A whole percent down the zone.
pub fn position(fields: &mut Fields) -> Position {
    let found = Position::new(fields.int(0..=100u8));
    fields.known(found, Position::TOP)
}

/// `[leg and end, active ms, paused ms]`; a pass that still runs has no letter for its end.
pub fn write_pass(row: &mut Row, pass: &Pass) {
    let mut code = String::from(codes::leg_code(pass.leg));
    code.extend(pass.end.map(codes::pass_end_code));
    row.code(&code).int(pass.active_ms).int(pass.paused_ms);
}

/// Reads [`write_pass`].
pub fn pass(value: &Json) -> Option<Pass> {
    let mut fields = Fields::of(value);
    let code = fields.code();
    let (leg, end) = match codes::pair(code) {
        Some((leg, end)) => (leg, Some(codes::pass_end(end)?)),
        None => (codes::single(code)?, None),
    };
    let pass = Pass { leg: codes::leg(leg)?, active_ms: fields.int(MS), paused_ms: fields.int(MS), end };
    fields.end(pass)
}

/// `[pass, percent, placed and ending and reason, start ms, held ms, pain at press, at ease, track,
/// paused ms, gap ms]`, empty fields at the end left out: what is rare comes last.
pub fn write_hold(row: &mut Row, hold: &Hold) {
    let mut code = String::from(codes::placed_code(hold.placed));
    codes::push_ending(&mut code, hold.ending, hold.edited);
    row.int(hold.pass)
        .int(hold.position.percent())
        .code(&code)
        .int(hold.start_ms)
        .int(hold.held_ms)
        .int_or_empty(hold.pain_press.map(Pain::score))
        .int_or_empty(hold.pain_ease.map(Pain::score))
        .code(&track_code(hold.track))
        .count(hold.paused_ms)
        .count(hold.gap_ms)
        .trimmed();
}

/// Reads [`write_hold`]; the pass has to be one of those there are.
pub fn hold(value: &Json, passes: usize) -> Option<Hold> {
    let mut fields = Fields::of(value);
    let pass = fields.int(0..=u8::MAX);
    let position = position(&mut fields);
    let mut code = fields.code().chars();
    let placed = code.next()?;
    let (ending, edited) = codes::ending(code.as_str())?;
    let hold = Hold {
        pass,
        position,
        placed: codes::placed(placed)?,
        start_ms: fields.int(MS),
        held_ms: fields.int(0..=LIMIT_MS),
        ending,
        edited,
        pain_press: fields.or_empty(pain),
        pain_ease: fields.or_empty(pain),
        track: fields.or_empty(track),
        paused_ms: fields.count(MS),
        gap_ms: fields.count(0..=LIMIT_MS),
    };
    let sound = usize::from(hold.pass) < passes && hold.gap_ms <= hold.held_ms;
    sound.then(|| fields.end(hold))?
}

/// `[pain, minutes]`, or `[]`.
pub fn write_knee(row: &mut Row, knee: Option<KneeScore>) {
    if let Some(knee) = knee {
        row.int(knee.pain.score()).int(knee.minutes);
    }
}

/// Reads [`write_knee`].
#[expect(clippy::option_option, reason = "unreadable and not given are different things")]
pub fn knee(value: &Json) -> Option<Option<KneeScore>> {
    if value.list()?.is_empty() {
        return Some(None);
    }
    let mut fields = Fields::of(value);
    let knee = KneeScore { pain: pain(fields.value())?, minutes: fields.int(i32::MIN..=i32::MAX) };
    fields.end(Some(knee))
}

/// 0 until eased, or the fixed seconds.
pub const fn advance_code(advance: Advance) -> u8 {
    match advance {
        Advance::UntilEased => 0,
        Advance::ByItself(seconds) => seconds.get(),
    }
}

/// Reads [`advance_code`].
pub fn advance(fields: &mut Fields) -> Option<Advance> {
    match fields.int(0..=u8::MAX) {
        0 => Some(Advance::UntilEased),
        seconds => HoldSeconds::new(seconds).map(Advance::ByItself),
    }
}

/// A session's name.
pub fn session_id(fields: &mut Fields) -> Option<SessionId> {
    SessionId::parse(fields.code())
}

/// 0 to 10.
pub fn pain(value: &Json) -> Option<Pain> {
    int(value, 0..=10u8).and_then(Pain::new)
}

/// The earliest session's name and the hold's place in it, in decimal; empty without a track.
fn track_code(track: Option<TrackId>) -> String {
    track.map_or_else(String::new, |track| [track.session.as_str(), &hold_text(track)].concat())
}

fn track(value: &Json) -> Option<TrackId> {
    let (session, hold) = value.text()?.split_at_checked(10)?;
    let track = TrackId { session: SessionId::parse(session)?, hold: small(hold)? };
    // "+1" and "01" would be other names for the same track.
    (hold_text(track) == hold).then_some(track)
}

fn hold_text(track: TrackId) -> String {
    int_text(i64::from(track.hold))
}
