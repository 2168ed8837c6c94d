//! The sounds of the app.

/// A sound. How each one sounds is a table in `platform::tones`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Get into place.
    Ready,
    /// Three, two or one second until the phase ends without a tap.
    Count,
    /// Rolling begins.
    Roll,
    /// The roller has reached the next mark.
    AtMark,
    /// A hold begins.
    Hold,
    /// The first check-in of a hold ([`HoldCue::FirstChime`](super::hold_cue::HoldCue::FirstChime)).
    FirstChime,
    /// The second check-in of a hold ([`HoldCue::SecondChime`](super::hold_cue::HoldCue::SecondChime)).
    SecondChime,
    /// Enough for this spot ([`HoldCue::Cap`](super::hold_cue::HoldCue::Cap)).
    Cap,
    /// The hold ended at its limit or after its fixed seconds.
    Limit,
    /// The spot eased.
    Eased,
    /// Off the roller: the leg ends, and the other leg follows.
    OffRoller,
    /// The countdown to the other leg begins.
    Switch,
    /// The session is over.
    Done,
}
