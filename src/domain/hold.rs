//! A finished stay on a spot, and how it ended.

use super::{
    leg::Position,
    spot::{Pain, Placed, TrackId},
    unknown_fields::UnknownFields,
};

/// Why a hold was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Sharp pain.
    Sharp,
    /// Numbness.
    Numb,
    /// Tingling.
    Tingling,
    /// Something else felt wrong.
    Other,
    /// The session was ended by its Stop button.
    StopButton,
}

/// How a hold ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The person said that it eased.
    Eased,
    /// The person moved on without easing.
    MovedOn,
    /// 120 seconds were reached.
    Limit,
    /// The fixed seconds ran out.
    Timed,
    /// "This feels wrong" or Stop, with the reason if one was given.
    Stopped(Option<Reason>),
    /// The truth is unknown from some moment on.
    Interrupted,
}

impl Ending {
    /// The endings that a person may choose among afterwards, and may change to one another.
    pub const EDITABLE: [Self; 4] = [Self::Eased, Self::MovedOn, Self::Limit, Self::Timed];

    /// Whether the person may change it afterwards.
    pub fn editable(self) -> bool {
        Self::EDITABLE.contains(&self)
    }
}

/// Longest pause in milliseconds that leaves a hold in *time to ease*.
pub const PAUSE_FORGIVEN_MS: u32 = 5_000;

/// A finished stay on a spot. All durations in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Which pass of the session, from 0.
    pub pass: u8,
    /// Where.
    pub position: Position,
    /// How the place was found.
    pub placed: Placed,
    /// The track, where the person pinned it.
    pub track: Option<TrackId>,
    /// Active milliseconds of the session before the hold began.
    pub start_ms: u32,
    /// Time on the spot, pauses left out, gaps counted.
    pub held_ms: u32,
    /// Time paused.
    pub paused_ms: u32,
    /// The part of `held_ms` in which nothing was heard from the device.
    pub gap_ms: u32,
    /// How it ended.
    pub ending: Ending,
    /// The ending was changed afterwards, so the time no longer tells when it eased.
    pub edited: bool,
    /// Pain when pressed.
    pub pain_press: Option<Pain>,
    /// Pain when it ended.
    pub pain_ease: Option<Pain>,
    /// What a later version of the app added.
    pub unknown: UnknownFields,
}

/// How many spots these holds were on: a spot that was held again in the same pass is one.
pub fn spots(holds: &[Hold]) -> usize {
    let same = |a: &Hold, b: &Hold| (a.pass, a.position) == (b.pass, b.position);
    holds
        .iter()
        .enumerate()
        .filter(|(at, hold)| !holds[..*at].iter().any(|earlier| same(earlier, hold)))
        .count()
}

impl Hold {
    /// Milliseconds until the spot eased; `None` unless the hold ended eased, undisturbed and unedited.
    pub fn time_to_ease_ms(&self) -> Option<u32> {
        (self.told_easing() && self.undisturbed()).then_some(self.held_ms)
    }

    /// Whether the person said at its end that it eased, and not only afterwards.
    pub fn told_easing(&self) -> bool {
        self.ending == Ending::Eased && !self.edited
    }

    /// Whether all of its time was spent on the spot, as far as can be known.
    pub const fn undisturbed(&self) -> bool {
        self.gap_ms == 0 && self.paused_ms <= PAUSE_FORGIVEN_MS
    }
}
