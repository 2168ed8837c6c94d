//! The plainest session, pass and hold: tests name what is different in theirs.

use eased::domain::{
    hold::{Ending, Hold},
    leg::{Leg, Position},
    session::{Pass, PassEnd, Session, SessionId},
    settings::Advance,
    spot::Placed,
    unknown_fields::UnknownFields,
};

/// A session in which nothing was given and nothing held, at the beginning of unix time.
pub fn session(id: SessionId) -> Session {
    Session {
        id,
        start_unix_ms: 0,
        end_unix_ms: 0,
        utc_offset_min: 0,
        build: String::new(),
        advance: Advance::UntilEased,
        gate_unix_ms: 0,
        tag: None,
        sport: None,
        roller: String::new(),
        knee_before: None,
        knee_after: None,
        passes: Vec::new(),
        holds: Vec::new(),
        unknown: UnknownFields::NONE,
    }
}

/// A pass that reached the bottom of the zone in no time.
pub fn pass(leg: Leg) -> Pass {
    Pass {
        leg,
        active_ms: 0,
        paused_ms: 0,
        end: Some(PassEnd::Bottom),
        felt_wrong: Vec::new(),
        unknown: UnknownFields::NONE,
    }
}

/// A hold of the first pass that eased, at a tapped place.
pub fn hold(percent: i32) -> Hold {
    Hold {
        pass: 0,
        position: Position::clamped(percent),
        placed: Placed::Tapped,
        track: None,
        start_ms: 0,
        held_ms: 0,
        paused_ms: 0,
        gap_ms: 0,
        ending: Ending::Eased,
        edited: false,
        pain_press: None,
        pain_ease: None,
        unknown: UnknownFields::NONE,
    }
}
