//! Orders that come out of a step; the shell carries them out.

use std::sync::Arc;

use super::{
    leg::{Leg, Position, ZoneEnd},
    model::Screen,
    phase::{CAP_MS, Why},
    session::{Session, SessionId},
};

/// A sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Get into place.
    Ready,
    /// Three, two or one second until the phase ends by itself.
    Count,
    /// Rolling begins.
    Roll,
    /// The next mark is here.
    Here,
    /// A hold begins.
    Hold,
    /// 30 seconds on the spot.
    Half,
    /// 60 seconds.
    Minute,
    /// 90 seconds: enough for this spot.
    Cap,
    /// The hold ended at its limit or by itself.
    Limit,
    /// It eased.
    Eased,
    /// Off the roller: the leg ends, and the other one comes.
    OffRoller,
    /// The countdown to the other leg begins.
    Switch,
    /// The session is over.
    Done,
}

impl Tone {
    /// How long one has stayed: as many notes as half minutes.
    pub const fn on_spot(held_ms: u32) -> Self {
        match held_ms {
            ..60_000 => Self::Half,
            60_000..CAP_MS => Self::Minute,
            CAP_MS.. => Self::Cap,
        }
    }
}

/// How far it is down the leg, in words that need no looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DistanceHint {
    /// Hardly at all.
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
    /// For so many points down the zone. A hand's breadth, without the thumb, is about 0.05 of stature and
    /// the zone 0.1755, so that a hand is 28 points whatever the person's height.
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

/// An event worth telling, for the status region and the voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// Get into place on this leg.
    GetIntoPlace(Leg),
    /// This leg is left out today.
    LeftOut(Leg),
    /// So many spots are marked on the leg that begins.
    SpotsAhead(usize),
    /// What follows the countdown is a hold on this spot.
    ThenHold(usize),
    /// Roll slowly down.
    Roll,
    /// Tap where it is tight.
    Find,
    /// The next mark, of so many, and how far it is.
    Next(usize, usize, DistanceHint),
    /// No mark is ahead any more: on to the knee.
    ToKnee,
    /// The next mark comes in a moment.
    Nearly(usize),
    /// The knee comes in a moment.
    NearKnee,
    /// The pacer stands at this mark, of so many, and waits for the tap.
    AtSpot(usize, usize),
    /// The pacer stands at this mark, of so many, and the hold begins by itself.
    StayAt(usize, usize),
    /// A hold began on this spot, of so many where they are marked, for fixed seconds where they are set.
    HoldBegan(usize, Option<usize>, Option<u32>),
    /// The hold was too short to count and is dropped.
    Slipped,
    /// The same, and the roller still stands at this mark.
    StillAt(usize),
    /// It eased.
    Eased,
    /// Moved on.
    MovedOn,
    /// The rest after a hold is over: roll on.
    RollOn,
    /// Still there? 30 or 60 seconds.
    Chime(u32),
    /// That is enough for this spot.
    Cap,
    /// Take the weight off.
    Limit,
    /// The fixed seconds are over.
    Timed,
    /// Put the front foot down and take some weight off.
    LessWeight,
    /// It hurts so much that it is best to leave the spot.
    LeaveSpot,
    /// This leg has been rolled for five minutes.
    LongLeg,
    /// Just above the knee: stop here, off the roller.
    OffRoller,
    /// This leg comes next.
    NextLeg(Leg),
    /// Paused.
    Paused(Why),
    /// Off the roller after "This feels wrong": what was it?
    ReasonAsked,
    /// When to get help, after "This feels wrong".
    WrongAdvice,
    /// Going on.
    Resumed,
    /// The last act was undone.
    Undone,
    /// The session is over.
    Done,
    /// The screen may go dark: what to do about it.
    MaySleep,
    /// A mark was added, with its number and place.
    MarkAdded(usize, Position),
    /// A mark was moved, with its number now and its place.
    MarkMoved(usize, Position),
    /// A mark was removed.
    MarkRemoved(usize),
    /// Marks were copied to this leg, so many.
    Copied(Leg, usize),
    /// As many marks were copied to this leg as fit.
    CopiedSome(Leg, usize),
    /// There was nothing to copy that is not on this leg already.
    CopiedNone(Leg),
    /// The leg has as many marks as fit.
    LegFull,
    /// The tap was beyond this end of the zone, where bone is kept off: no mark was added.
    KeptOff(ZoneEnd),
    /// A session was deleted.
    Deleted,
    /// A session was brought back.
    BroughtBack,
}

impl Announcement {
    /// Whether it cuts off what is being said: what is to be done now is more urgent than a hint.
    pub const fn cuts_in(self) -> bool {
        !matches!(self, Self::LongLeg | Self::MaySleep)
    }
}

/// An order to the shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write the live record.
    SaveLive,
    /// Remove the live record of this session.
    DropLive(SessionId),
    /// Write a revision of a session.
    SaveSession {
        /// Revision number.
        rev: u32,
        /// What it says.
        session: Arc<Session>,
    },
    /// Write a revision that says "deleted".
    SaveTombstone {
        /// Which session.
        id: SessionId,
        /// Revision number.
        rev: u32,
        /// When, unix milliseconds.
        unix_ms: i64,
    },
    /// Write the draft.
    SaveDraft,
    /// Write the settings.
    SaveSettings,
    /// Write what is kept once.
    SaveMeta,
    /// Sound.
    Play(Tone),
    /// Tell.
    Say(Announcement),
    /// Go to a screen.
    Show(Screen),
    /// Take the session's lock from the tab that holds it, then report the live record.
    StealLock,
    /// Take the session's lock if no tab holds it, then report the live record: it was left behind.
    ClaimFreeLock,
}
