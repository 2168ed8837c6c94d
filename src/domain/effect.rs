//! What [`update`](super::update()) asks the platform layer to do.

use std::sync::Arc;

use super::{
    hold_cue::HoldCue,
    leg::{Leg, Position, ZoneEnd},
    phase::PauseReason,
    screen::Screen,
    session::{Session, SessionId},
    tone::Tone,
};

/// A distance down the leg, in units that a person can feel without looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DistanceHint {
    /// Less than two fingers' breadth.
    Little,
    /// Two fingers' breadth.
    TwoFingers,
    /// Half a hand's breadth.
    HalfHand,
    /// A hand's breadth.
    Hand,
    /// A hand and a half.
    HandAndHalf,
    /// Two hands.
    TwoHands,
    /// Three hands.
    ThreeHands,
}

impl DistanceHint {
    /// The hint for a distance in points (percent of the zone). A hand's breadth, without the thumb, is about 0.05 of
    /// the body height and the zone is 0.1755 of it, so a hand is 28 points for everybody.
    pub const fn of_points(points: u8) -> Self {
        match points {
            ..=5 => Self::Little,
            6..=10 => Self::TwoFingers,
            11..=20 => Self::HalfHand,
            21..=35 => Self::Hand,
            36..=49 => Self::HandAndHalf,
            50..=70 => Self::TwoHands,
            71.. => Self::ThreeHands,
        }
    }
}

/// Something to announce, in the status region for screen readers and by voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// Get into place on this leg.
    GetIntoPlace(Leg),
    /// This leg is left out today.
    LegLeftOut(Leg),
    /// The number of marks on the leg that begins.
    SpotsAhead(usize),
    /// A hold on this spot follows the countdown.
    ThenHold(usize),
    /// Roll slowly down.
    Roll,
    /// Tap where it is tight.
    FindTightSpot,
    /// The number of the next spot, the number of spots, and the distance to the next one.
    NextSpot(usize, usize, DistanceHint),
    /// No mark is left on this leg: roll on to the knee.
    RollToKnee,
    /// The roller is about to reach this spot.
    AlmostAtSpot(usize),
    /// The roller is about to reach the knee.
    AlmostAtKnee,
    /// The roller has reached a mark (its number, the number of spots) and waits for the big tap.
    AtSpot(usize, usize),
    /// The roller has reached a mark (its number, the number of spots) and a timed hold is about to begin.
    AtSpotTimed(usize, usize),
    /// A hold began on this spot; the number of spots if it is a mark; the seconds if the hold is timed.
    HoldBegan(usize, Option<usize>, Option<u32>),
    /// The hold was too short to count and was dropped.
    HoldTooShort,
    /// The hold was too short to count and was dropped; the roller is still at this mark.
    StillAtSpot(usize),
    /// The spot eased.
    Eased,
    /// Moved on.
    MovedOn,
    /// The rest after a hold is over: roll on.
    RollOn,
    /// A moment of a hold: still on the spot, or enough for it.
    HoldCue(HoldCue),
    /// The hold ended at the limit: take the weight off.
    HoldLimit,
    /// The fixed seconds of a timed hold are over.
    HoldTimeOver,
    /// Put the front foot down and take some weight off.
    LessWeight,
    /// The spot hurts so much that it is best to leave it.
    LeaveSpot,
    /// This leg has been rolled for [`LONG_TIME_ON_LEG_MS`](super::phase::LONG_TIME_ON_LEG_MS).
    LongTimeOnLeg,
    /// Just above the knee: stop here, off the roller.
    OffRoller,
    /// This leg is next.
    NextLeg(Leg),
    /// The session is paused.
    Paused(PauseReason),
    /// Asks what felt wrong, once the person is off the roller.
    ReasonAsked,
    /// Points to the advice on when to get help, after "This feels wrong".
    SafetyAdvice,
    /// The session continues.
    Resumed,
    /// The last action was undone.
    Undone,
    /// The session is over.
    Done,
    /// The screen may turn off, because the browser does not keep it on.
    ScreenMaySleep,
    /// A mark was added: its number and position.
    MarkAdded(usize, Position),
    /// A mark was moved: its new number and position.
    MarkMoved(usize, Position),
    /// A mark was removed: the number that it had.
    MarkRemoved(usize),
    /// This many marks were copied to this leg.
    Copied(Leg, usize),
    /// This many marks were copied to this leg, which is full: the others were not.
    CopiedUntilFull(Leg, usize),
    /// Everything that could be copied is on this leg already.
    NothingToCopy(Leg),
    /// The leg has as many marks as allowed.
    LegFull,
    /// No mark was added: the tap was beyond this end of the zone, on bone.
    OutsideZone(ZoneEnd),
    /// A session was deleted.
    SessionDeleted,
    /// A deleted session was brought back.
    SessionUndeleted,
}

impl Announcement {
    /// Whether it interrupts what is being spoken. Hints do not: they are less urgent than what to do next.
    pub const fn interrupts_speech(self) -> bool {
        !matches!(self, Self::LongTimeOnLeg | Self::ScreenMaySleep)
    }
}

/// Something for the platform layer to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write the running session's snapshot.
    SaveSnapshot,
    /// Remove the snapshot of this session.
    RemoveSnapshot(SessionId),
    /// Write a revision of a session.
    SaveSession {
        /// Revision number.
        rev: u32,
        /// The session as of this revision.
        session: Arc<Session>,
    },
    /// Write a tombstone: a revision which says that the session was deleted.
    SaveTombstone {
        /// Which session.
        id: SessionId,
        /// Revision number.
        rev: u32,
        /// When it was deleted, unix milliseconds.
        unix_ms: i64,
    },
    /// Write the draft.
    SaveDraft,
    /// Write the settings.
    SaveSettings,
    /// Write [`Meta`](super::model::Meta).
    SaveMeta,
    /// Vibrate, and play the tone unless it was scheduled from [`planned_tones`](super::planned_tones::planned_tones).
    PlayTone(Tone),
    /// Announce.
    Announce(Announcement),
    /// Show a screen.
    ShowScreen(Screen),
    /// Take the session lock from the tab that holds it, then report the stored snapshot.
    StealSessionLock,
    /// Take the session lock if no tab holds it, then report the stored snapshot: its tab is gone.
    ClaimFreeSessionLock,
}
