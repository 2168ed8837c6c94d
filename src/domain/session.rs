//! A finished session as it is kept: one revision of it, never changed once written.

use super::{hold::Hold, leg::Leg, settings::Advance, spot::Pain};

/// Ten characters of `[0-9a-z]`, random.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId([u8; 10]);

impl SessionId {
    /// `None` unless it is ten characters of `[0-9a-z]`.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 10] = text.as_bytes().try_into().ok()?;
        bytes.iter().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase()).then_some(Self(bytes))
    }

    /// From ten random bytes. 256 is no multiple of 36, so a few characters are a little likelier:
    /// harmless for a name.
    pub fn from_random(bytes: [u8; 10]) -> Self {
        const ALPHABET: [u8; 36] = *b"0123456789abcdefghijklmnopqrstuvwxyz";
        Self(bytes.map(|b| ALPHABET[usize::from(b) % ALPHABET.len()]))
    }

    /// As written in keys and files.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl std::fmt::Debug for SessionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How a pass ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassEnd {
    /// The pacer reached the bottom of the zone.
    Bottom,
    /// The person said "At the knee".
    Knee,
    /// The session was stopped.
    Stopped,
    /// The truth is unknown from some moment on.
    Interrupted,
}

/// One leg, top to bottom. Durations in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pass {
    /// Which leg.
    pub leg: Leg,
    /// Time spent rolling and holding.
    pub active_ms: u32,
    /// Time paused while this leg was on.
    pub paused_ms: u32,
    /// How it ended; `None` while it runs.
    pub end: Option<PassEnd>,
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

/// Longest roller code, in characters.
pub const ROLLER_LEN: usize = 8;

/// A person's word for a roller as it is kept: small letters and digits of English, the first eight.
pub fn roller_code(word: &str) -> String {
    let kept = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    word.chars().map(|c| c.to_ascii_lowercase()).filter(|c| kept(*c)).take(ROLLER_LEN).collect()
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
    /// Code of the roller, from the person's own list, or empty.
    pub roller: String,
    /// The knee before.
    pub knee_before: Option<KneeScore>,
    /// The knee after.
    pub knee_after: Option<KneeScore>,
    /// One or two, in the order begun.
    pub passes: Vec<Pass>,
    /// In the order held.
    pub holds: Vec<Hold>,
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
