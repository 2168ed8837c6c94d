//! A minimal session, pass and hold, from which tests build theirs with struct update syntax.

use eased::domain::{
    hold::{Ending, Hold},
    leg::{Leg, Position},
    session::{Pass, PassEnd, Session, SessionId},
    settings::Advance,
    spot::PositionSource,
    unknown_fields::UnknownFields,
};

/// A session without passes and holds, at the Unix epoch.
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

/// A pass with no duration that reached the bottom of the zone.
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

/// A hold with no duration in the first pass, which eased, at a tapped position.
pub fn hold(percent: i32) -> Hold {
    Hold {
        pass: 0,
        position: Position::clamped(percent),
        position_source: PositionSource::Tapped,
        pinned_track: None,
        start_ms: 0,
        held_ms: 0,
        paused_ms: 0,
        gap_ms: 0,
        ending: Ending::Eased,
        edited: false,
        pain_at_press: None,
        pain_at_ease: None,
        unknown: UnknownFields::NONE,
    }
}
