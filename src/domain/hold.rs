//! A finished hold and how it ended.

use super::{
    leg::Position,
    spot::{Pain, PositionSource, TrackId},
    unknown_fields::UnknownFields,
};

/// Why a hold was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopReason {
    /// Sharp pain.
    Sharp,
    /// Numbness.
    Numb,
    /// Tingling.
    Tingling,
    /// Something else felt wrong.
    Other,
    /// The session was ended with its Stop button.
    StopButton,
}

/// How a hold ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The person said that it eased.
    Eased,
    /// The person moved on without easing.
    MovedOn,
    /// The limit of 120 seconds was reached.
    Limit,
    /// The fixed seconds of a timed hold were over.
    Timed,
    /// "This feels wrong" or Stop, with the reason if one was given.
    Stopped(Option<StopReason>),
    /// The device slept or the app was closed, so what happened is unknown from some moment on.
    Interrupted,
}

impl Ending {
    /// The endings that the person may change into one another afterwards.
    pub const EDITABLE: [Self; 4] = [Self::Eased, Self::MovedOn, Self::Limit, Self::Timed];

    /// Whether the person may change this ending afterwards.
    pub fn is_editable(self) -> bool {
        Self::EDITABLE.contains(&self)
    }
}

/// Longest total pause, in milliseconds, with which a hold still counts in *time to ease*.
pub const TOLERATED_PAUSE_MS: u32 = 5_000;

/// A finished hold. All durations in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Index of its pass in the session.
    pub pass: u8,
    /// Where it was.
    pub position: Position,
    /// How the position was determined.
    pub position_source: PositionSource,
    /// The track, if the person chose one.
    pub pinned_track: Option<TrackId>,
    /// Active milliseconds of the session before the hold began.
    pub start_ms: u32,
    /// Time on the spot, without pauses, with gaps.
    pub held_ms: u32,
    /// Time paused.
    pub paused_ms: u32,
    /// The part of `held_ms` that fell into gaps, in which no events arrived.
    pub gap_ms: u32,
    /// How it ended.
    pub ending: Ending,
    /// Whether the ending was changed afterwards, so that the time is not a time to ease.
    pub edited: bool,
    /// Pain at press.
    pub pain_at_press: Option<Pain>,
    /// Pain at ease.
    pub pain_at_ease: Option<Pain>,
    /// Fields that a later version of the app added.
    pub unknown: UnknownFields,
}

/// The number of spots that these holds were on: a spot that was held again in the same pass counts once.
pub fn spot_count(holds: &[Hold]) -> usize {
    let is_same_spot = |a: &Hold, b: &Hold| (a.pass, a.position) == (b.pass, b.position);
    holds
        .iter()
        .enumerate()
        .filter(|(index, hold)| !holds[..*index].iter().any(|earlier| is_same_spot(earlier, hold)))
        .count()
}

impl Hold {
    /// Milliseconds until the spot eased; `None` unless the hold ended eased, without disturbance, and was not edited.
    pub fn time_to_ease_ms(&self) -> Option<u32> {
        (self.is_eased_unedited() && self.is_undisturbed()).then_some(self.held_ms)
    }

    /// Whether it ended eased by the tap that ended it, and not by a later edit.
    pub fn is_eased_unedited(&self) -> bool {
        self.ending == Ending::Eased && !self.edited
    }

    /// Whether its time was measured without gaps or long pauses.
    pub const fn is_undisturbed(&self) -> bool {
        self.gap_ms == 0 && self.paused_ms <= TOLERATED_PAUSE_MS
    }
}
