//! A finished session as it is kept: one revision of it, never changed once written.

use super::{
    hold::{Hold, Reason},
    leg::Leg,
    settings::Advance,
    spot::Pain,
    unknown_fields::UnknownFields,
};

pub use super::session_id::SessionId;

/// How a pass ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassEnd {
    /// The pacer reached the bottom of the zone.
    Bottom,
    /// The person said "At the knee".
    Knee,
    /// The person stopped the session, or this leg.
    Stopped,
    /// The truth is unknown from some moment on.
    Interrupted,
}

/// How many times "This feels wrong" is kept for one pass.
pub const MOST_FELT_WRONG: usize = 8;

/// One leg, top to bottom. Durations in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    /// Which leg.
    pub leg: Leg,
    /// Time spent rolling and holding.
    pub active_ms: u32,
    /// Time paused while this leg was on.
    pub paused_ms: u32,
    /// How it ended; `None` while it runs.
    pub end: Option<PassEnd>,
    /// What was said to "This feels wrong" while rolling, in that order; `None` where no reason was given. What is said
    /// in a hold is kept by the hold.
    pub felt_wrong: Vec<Option<Reason>>,
    /// What a later version of the app added.
    pub unknown: UnknownFields,
}

/// When, relative to a workout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Before it.
    Before,
    /// After it.
    After,
    /// On a rest day.
    Rest,
}

/// Which workout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sport {
    /// Running.
    Run,
    /// Cycling.
    Ride,
    /// Anything else.
    Other,
}

/// Longest name of a roller, in characters.
pub const ROLLER_LEN: usize = 24;

/// A person's name for a roller as it is kept: what was typed, in any script, at most [`ROLLER_LEN`] characters.
pub fn roller_name(typed: &str) -> String {
    typed.trim().chars().filter(|c| !c.is_control()).take(ROLLER_LEN).collect()
}

/// Longest build id, in characters.
pub const BUILD_LEN: usize = 7;

/// Whether a character may stand in a build id. Files that are read elsewhere hold it: no other character may get there.
pub const fn is_build(c: char) -> bool {
    c.is_ascii_digit() || c.is_ascii_lowercase()
}

/// How the knee feels, and when that was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KneeScore {
    /// 0 to 10.
    pub pain: Pain,
    /// Minutes from the start of the session; negative before it.
    pub minutes: i32,
}

/// One revision of a finished session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its name for ever.
    pub id: SessionId,
    /// Start and end by the wall clock, unix milliseconds: labels, not measurements.
    pub start_unix_ms: i64,
    /// See `start_unix_ms`.
    pub end_unix_ms: i64,
    /// Local time minus UTC at the start, minutes.
    pub utc_offset_min: i16,
    /// The app that recorded it.
    pub build: String,
    /// How holds ended by default.
    pub advance: Advance,
    /// Unix milliseconds of the safety answer it rests on.
    pub gate_unix_ms: i64,
    /// Before, after or without a workout.
    pub tag: Option<Tag>,
    /// Which workout.
    pub sport: Option<Sport>,
    /// Name of the roller, as the person calls it, or empty.
    pub roller: String,
    /// The knee before.
    pub knee_before: Option<KneeScore>,
    /// The knee after.
    pub knee_after: Option<KneeScore>,
    /// One or two, in the order begun.
    pub passes: Vec<Pass>,
    /// In the order held.
    pub holds: Vec<Hold>,
    /// What a later version of the app added.
    pub unknown: UnknownFields,
}

impl Session {
    /// The holds of one pass.
    pub fn holds_of(&self, pass: usize) -> impl Iterator<Item = &Hold> {
        self.holds.iter().filter(move |h| usize::from(h.pass) == pass)
    }

    /// The leg that was begun first.
    pub fn first_leg(&self) -> Option<Leg> {
        self.passes.first().map(|p| p.leg)
    }
}
