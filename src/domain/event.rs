//! What can happen, in the past tense.

use super::{
    draft::Draft,
    history::{Entry, SaveStatus},
    hold::{Ending, Reason},
    leg::{Leg, Position},
    live::SessionSnapshot,
    model::{Meta, Screen, Trouble},
    safety::Concern,
    session::{SessionId, Sport, Tag},
    settings::Settings,
    spot::{Pain, Placed, TrackId},
};

/// The person's way out of the safety gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GateReply {
    /// None of these.
    NoneOfThese,
    /// A clinician was asked.
    Asked,
    /// Go on with the leg that is not left out.
    OtherLeg,
    /// Close without starting.
    Closed,
}

/// A change on the leg screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkEvent {
    /// The other leg is looked at.
    LegChosen(Leg),
    /// The thigh was tapped; thousandths of a percent down the zone, which may lie outside it.
    Tapped(i32),
    /// "Add spot" was pressed.
    Added,
    /// An earlier spot was adopted.
    Adopted(Position, TrackId),
    /// A mark is being moved.
    Moved(u32, Position, Placed),
    /// A value came to rest.
    Settled,
    /// A mark was moved and let go.
    Put(u32, Position, Placed),
    /// Pain was rated or cleared.
    Rated(u32, Option<Pain>),
    /// A mark was removed.
    Removed(u32),
    /// The spots of the leg that is looked at were copied to the other one.
    Copied,
    /// Undo on the leg screen.
    Undone,
}

/// A change to a finished session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A hold's place, by its index.
    Place(usize, Position),
    /// A hold's ending, by its index.
    Ending(usize, Ending),
    /// Every guessed place is right.
    PlacesRight,
    /// When, relative to a workout.
    Tag(Option<Tag>),
    /// Which workout.
    Sport(Option<Sport>),
    /// The knee now.
    KneeAfter(Option<Pain>),
    /// Pain at press, by a hold's index.
    PainPress(usize, Option<Pain>),
    /// Pain at ease, by a hold's index.
    PainEase(usize, Option<Pain>),
    /// Which roller, in the person's own short word.
    Roller(String),
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Time passed.
    Ticked,
    /// The page was hidden or is about to go.
    Hidden,
    /// The page is seen again.
    Shown,
    /// The person went to a screen.
    Went(Screen),
    /// The leg screen.
    Mark(MarkEvent),
    /// Today's plan was adopted; the draft with its spots.
    PlanAdopted(Draft),
    /// How the knee is now, before a session.
    KneeRated(Option<Pain>),
    /// Start was pressed; the name is for the session that may begin.
    StartPressed(SessionId),
    /// A concern was ticked or cleared in the safety gate.
    ConcernTicked(Concern, bool),
    /// The safety gate was answered.
    GateAnswered(GateReply),
    /// The big tap.
    Tapped {
        /// When the finger went down, by the monotonic clock.
        down_mono_ms: i64,
        /// A second pointer was down.
        multi: bool,
    },
    /// The big tap by key, or by a technology that has no pointer.
    KeyTapped,
    /// "Move on".
    MovedOn,
    /// "At the knee".
    AtKnee,
    /// "Too much?".
    TooMuchAsked,
    /// "This feels wrong".
    FeltWrong,
    /// The person has come off the roller after it.
    CameOff,
    /// The reason for it.
    ReasonGiven(Reason),
    /// The question for the reason is done with, whether one was given or not.
    ReasonDone,
    /// "Stop for today" after it.
    StoppedForToday,
    /// "Carry on" after it.
    CarriedOn,
    /// How much it hurts in the open hold.
    PressRated(Option<Pain>),
    /// Pain at ease, for the last hold.
    EaseRated(Option<Pain>),
    /// "Pause" or Escape.
    Paused,
    /// "Resume".
    Resumed,
    /// "Stop".
    StopAsked,
    /// Escape or Resume while "Stop now?" is asked.
    StopWithdrawn,
    /// "Stop now".
    Stopped,
    /// "+10 s".
    TenAdded,
    /// "Undo" in a session.
    Undone,
    /// "Turn" for the leg in hand.
    Turned,
    /// "Done" in the summary.
    Left,
    /// The page "When to get help" was opened or closed.
    RedCard(bool),
    /// A finished session was changed.
    Edited(SessionId, Edit),
    /// A finished session was deleted.
    Deleted(SessionId),
    /// A deleted session was brought back.
    BroughtBack(SessionId),
    /// The welcome was read or skipped.
    Welcomed,
    /// The card that offers installing was dismissed.
    InstallDismissed,
    /// What asks for a clinician's look was read.
    PromptsRead,
    /// Sessions were brought that ask for it anew.
    PromptsCameUp,
    /// Choices were changed.
    SettingsChanged(Settings),
    /// Another tab changed the choices, and has stored them.
    SettingsFound(Settings),
    /// A session was found that the app was closed on.
    LiveFound(Box<SessionSnapshot>),
    /// "Continue" on the session that the app was closed on.
    Continued,
    /// "Keep as interrupted".
    KeptInterrupted,
    /// "Discard", or its confirmation.
    Discarded,
    /// "Discard" was withdrawn.
    DiscardWithdrawn,
    /// "Take over" in a tab that watches.
    TakeOverAsked,
    /// The lock was taken over; with it the last written record.
    TookOver(Box<SessionSnapshot>),
    /// Another tab has taken the lock; with it the last written record.
    LockLost(Box<SessionSnapshot>),
    /// Another tab runs a session, or has written again.
    SeenElsewhere(Box<SessionSnapshot>),
    /// The other tab's session is over.
    GoneElsewhere,
    /// Records were found that this tab did not write.
    Found(Vec<(SessionId, Entry)>),
    /// The other store knew what is kept once.
    MetaFound(Meta),
    /// The other store knew the draft.
    DraftFound(Draft),
    /// What is wrong with the stores.
    TroubleFound(Trouble),
    /// A live record was written.
    LiveKept(u32, SaveStatus),
    /// A session's revision was written.
    SessionKept(SessionId, u32, SaveStatus),
    /// All that is known was handed to the person as a file: now, or at this unix millisecond, in the file that it was
    /// brought back from.
    BackedUp(Option<i64>),
}
