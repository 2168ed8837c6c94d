//! Orders that come out of a step; the shell carries them out.

use std::sync::Arc;

use super::{
    leg::Leg,
    model::Screen,
    phase::Why,
    session::{Session, SessionId},
};

/// A sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Rolling begins.
    Roll,
    /// A hold begins.
    Hold,
    /// 30 or 60 seconds on the spot.
    Chime,
    /// 90 seconds: enough for this spot.
    Cap,
    /// The hold ended at its limit or by itself.
    Limit,
    /// It eased.
    Eased,
    /// Off the roller: the leg ends.
    OffRoller,
    /// The other leg.
    Switch,
    /// The session is over.
    Done,
}

/// An event worth telling, for the status region and the voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Get into place on this leg.
    GetIntoPlace(Leg),
    /// This leg is left out today.
    LeftOut(Leg),
    /// Roll slowly down.
    Roll,
    /// The pacer stands at this mark.
    AtSpot(usize),
    /// A hold began on this spot.
    HoldBegan(usize),
    /// The hold was too short to count and is dropped.
    Slipped,
    /// It eased.
    Eased,
    /// Moved on.
    MovedOn,
    /// Still there? 30 or 60 seconds.
    Chime(u32),
    /// That is enough for this spot.
    Cap,
    /// Take the weight off.
    Limit,
    /// The fixed seconds are over.
    Timed,
    /// Put the front foot down.
    TooMuch,
    /// Just above the knee: stop here, off the roller.
    OffRoller,
    /// Paused.
    Paused(Why),
    /// Going on.
    Resumed,
    /// The last act was undone.
    Undone,
    /// The session is over.
    Done,
    /// A mark was added, with its number and percent.
    MarkAdded(usize, u8),
    /// A mark was moved, with its number now and percent.
    MarkMoved(usize, u8),
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
    /// The tap was above the zone; the mark of this number was added at its upper end.
    AboveZone(usize),
    /// The tap was below the zone; the mark of this number was added at its lower end.
    BelowZone(usize),
    /// A session was deleted.
    Deleted,
    /// A session was brought back.
    BroughtBack,
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
    Say(Said),
    /// Go to a screen.
    Show(Screen),
    /// Take the session's lock from the tab that holds it, then report the live record.
    StealLock,
}
