//! A finished session: one stored revision of it, which is never changed once written.

use super::{
    hold::{Hold, StopReason},
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
    /// The device slept or the app was closed, so what happened is unknown from some moment on.
    Interrupted,
}

/// How many reasons for "This feels wrong" are stored per pass; older ones are dropped.
pub const MAX_FELT_WRONG_PER_PASS: usize = 8;

/// One leg, top to bottom. Durations in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    /// Which leg.
    pub leg: Leg,
    /// Time spent rolling and holding.
    pub active_ms: u32,
    /// Time paused during this pass.
    pub paused_ms: u32,
    /// How it ended; `None` while it is in progress.
    pub end: Option<PassEnd>,
    /// The reasons for each "This feels wrong" while rolling, oldest first; `None` where none was given. In a hold the
    /// reason is stored in [`Ending::Stopped`](super::hold::Ending::Stopped).
    pub felt_wrong: Vec<Option<StopReason>>,
    /// Fields that a later version of the app added.
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
    RestDay,
}

/// The kind of workout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sport {
    /// Running.
    Run,
    /// Cycling.
    Ride,
    /// Anything else.
    Other,
}

/// Longest name of a roller, in characters of any script.
pub const MAX_ROLLER_NAME_CHARS: usize = 24;

/// The name of a roller as it is stored: what was typed, without control characters and surrounding space, and at most
/// [`MAX_ROLLER_NAME_CHARS`] long.
pub fn normalized_roller_name(typed: &str) -> String {
    typed.trim().chars().filter(|c| !c.is_control()).take(MAX_ROLLER_NAME_CHARS).collect()
}

/// Longest build id, in characters.
pub const MAX_BUILD_ID_CHARS: usize = 7;

/// Whether a character is allowed in a build id. Build ids are exported to CSV and other files, so the set is kept
/// safe.
pub const fn is_build_id_char(c: char) -> bool {
    c.is_ascii_digit() || c.is_ascii_lowercase()
}

/// A knee score and when it was given.
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
    /// Its id, the same in every revision.
    pub id: SessionId,
    /// Start by the wall clock, unix milliseconds. A label: durations are measured by the monotonic clock.
    pub start_unix_ms: i64,
    /// End, unix milliseconds: the start plus the measured duration.
    pub end_unix_ms: i64,
    /// Local time minus UTC at the start, minutes.
    pub utc_offset_min: i16,
    /// Build id of the app version that recorded it.
    pub build: String,
    /// How holds end in it.
    pub advance: Advance,
    /// When the answer to the safety gate was given, unix milliseconds.
    pub gate_unix_ms: i64,
    /// When, relative to a workout.
    pub tag: Option<Tag>,
    /// The kind of workout.
    pub sport: Option<Sport>,
    /// The person's name for the roller, or empty.
    pub roller: String,
    /// The knee score before.
    pub knee_before: Option<KneeScore>,
    /// The knee score after.
    pub knee_after: Option<KneeScore>,
    /// One or two passes, in the order begun.
    pub passes: Vec<Pass>,
    /// The holds of all passes, in the order held.
    pub holds: Vec<Hold>,
    /// Fields that a later version of the app added.
    pub unknown: UnknownFields,
}

impl Session {
    /// The holds of the pass with this index.
    pub fn holds_in_pass(&self, pass: usize) -> impl Iterator<Item = &Hold> {
        self.holds.iter().filter(move |h| usize::from(h.pass) == pass)
    }

    /// The leg that was begun first.
    pub fn first_leg(&self) -> Option<Leg> {
        self.passes.first().map(|p| p.leg)
    }
}
