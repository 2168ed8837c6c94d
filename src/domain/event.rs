//! Everything that can happen to the app, in the past tense: the input of [`update`](super::update()).

use super::{
    draft::Draft,
    history::{SaveStatus, SessionEntry},
    hold::{Ending, StopReason},
    leg::{Leg, Position},
    model::{Meta, StorageHealth},
    safety::Concern,
    screen::Screen,
    session::{SessionId, Sport, Tag},
    session_snapshot::SessionSnapshot,
    settings::Settings,
    spot::{Pain, PositionSource, TrackId},
};

/// The button with which the person left the safety gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GateButton {
    /// "None of these".
    NoneOfThese,
    /// "I have asked": a clinician allowed it.
    ClinicianAsked,
    /// Start with the leg that is not left out.
    OtherLeg,
    /// Close without starting.
    Closed,
}

/// A change on the leg screen. Marks are named by [`Mark::id`](super::draft::Mark::id).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkEvent {
    /// The leg to look at was chosen.
    LegChosen(Leg),
    /// The thigh was tapped, at thousandths of a percent down the zone. The height may lie outside the zone.
    Tapped(i32),
    /// "Add spot" was pressed.
    Added,
    /// A spot of an earlier session was marked.
    EarlierSpotAdopted(Position, TrackId),
    /// A mark's position changed and may change further: each step of a drag, or `input` of a slider.
    PositionInput(u32, Position, PositionSource),
    /// The control of a position lost focus or was released.
    PositionEditEnded,
    /// A mark got its final position: the end of a drag, or a button.
    PositionCommitted(u32, Position, PositionSource),
    /// Pain was rated or cleared.
    Rated(u32, Option<Pain>),
    /// A mark was removed.
    Removed(u32),
    /// The spots of the chosen leg were copied to the other leg.
    Copied,
    /// "Undo" on the leg screen was pressed.
    Undone,
}

/// A change to a finished session. Holds are named by their index in the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A hold's position.
    Position(usize, Position),
    /// A hold's ending.
    Ending(usize, Ending),
    /// "All places right": every position that the pacer guessed is confirmed.
    PositionsConfirmed,
    /// When, relative to a workout.
    Tag(Option<Tag>),
    /// Which kind of workout.
    Sport(Option<Sport>),
    /// The knee score after the session.
    KneeAfter(Option<Pain>),
    /// A hold's pain at press.
    PainAtPress(usize, Option<Pain>),
    /// A hold's pain at ease.
    PainAtEase(usize, Option<Pain>),
    /// The person's name for the roller.
    Roller(String),
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Time passed.
    Ticked,
    /// The page was hidden, or is about to be unloaded.
    PageHidden,
    /// The page became visible.
    PageShown,
    /// The person opened a screen.
    Navigated(Screen),
    /// Something changed on the leg screen.
    Mark(MarkEvent),
    /// Today's plan was adopted; carries the draft with its spots.
    PlanAdopted(Draft),
    /// The knee was rated before a session, or the rating was cleared.
    KneeRated(Option<Pain>),
    /// "Start" was pressed; carries the id for the session that may begin.
    StartPressed(SessionId),
    /// A concern was ticked (`true`) or cleared in the safety gate.
    ConcernTicked(Concern, bool),
    /// The safety gate was answered.
    GateAnswered(GateButton),
    /// The big tap, with a pointer: a touch anywhere on the session screen.
    BigTapped {
        /// When the pointer went down, by the monotonic clock.
        down_mono_ms: i64,
        /// A second pointer was down.
        is_multi_touch: bool,
    },
    /// The big tap without a pointer: by key, or by assistive technology.
    BigTappedByKey,
    /// "Move on".
    MovedOn,
    /// "At the knee".
    AtKnee,
    /// "Too much?".
    TooMuchPressed,
    /// "This feels wrong".
    FeltWrong,
    /// The person has come off the roller after "This feels wrong".
    CameOffRoller,
    /// The reason for "This feels wrong".
    ReasonGiven(StopReason),
    /// The question for the reason was closed, with or without a reason.
    ReasonStepFinished,
    /// "Stop for today" after "This feels wrong".
    StoppedForToday,
    /// "Carry on" after "This feels wrong".
    CarriedOn,
    /// The pain of the open hold was rated, or the last rating was cleared.
    HoldPainRated(Option<Pain>),
    /// Pain at ease of the last finished hold was rated or cleared.
    PainAtEaseRated(Option<Pain>),
    /// "Pause" or Escape.
    Paused,
    /// "Resume".
    Resumed,
    /// "Stop", which asks for confirmation.
    StopPressed,
    /// Escape or "Resume" while "Stop now?" is shown.
    StopCancelled,
    /// "Stop now".
    StopConfirmed,
    /// "+10 s".
    TenSecondsAdded,
    /// "Undo" in a session.
    Undone,
    /// The session screen was rotated by 90 degrees for the current leg.
    LayoutRotated,
    /// "Done" in the summary.
    SummaryClosed,
    /// The safety page "When to get help" was opened (`true`) or closed.
    SafetyPageToggled(bool),
    /// A finished session was changed.
    SessionEdited(SessionId, Edit),
    /// A finished session was deleted.
    SessionDeleted(SessionId),
    /// A deleted session was brought back.
    SessionUndeleted(SessionId),
    /// The welcome was finished or skipped.
    WelcomeFinished,
    /// The card that offers to install the app was dismissed.
    InstallCardDismissed,
    /// The advice to see a clinician, which comes from the history, was read.
    ReferralRead,
    /// Imported sessions gave a new reason for the advice to see a clinician, so it counts as unread.
    ReferralMarkedUnread,
    /// The settings were changed in this tab.
    SettingsChanged(Settings),
    /// The settings were changed and stored by another tab.
    SettingsFound(Settings),
    /// A snapshot of a session that was not finished was found in a store.
    SnapshotFound(Box<SessionSnapshot>),
    /// "Continue" on the interrupted session.
    InterruptedContinued,
    /// "Keep as interrupted".
    InterruptedKept,
    /// "Discard", or its confirmation.
    DiscardPressed,
    /// The confirmation of "Discard" was cancelled.
    DiscardCancelled,
    /// "Take over" in a tab that shows another tab's session.
    TakeOverPressed,
    /// This tab took over the session lock; carries the last stored snapshot.
    LockTakenOver(Box<SessionSnapshot>),
    /// Another tab took the session lock; carries the last stored snapshot.
    LockLost(Box<SessionSnapshot>),
    /// Another tab runs a session and stored this snapshot of it.
    OtherTabSnapshotSeen(Box<SessionSnapshot>),
    /// The other tab's session is over.
    OtherTabEnded,
    /// Session records that this tab did not write were found.
    SessionsFound(Vec<(SessionId, SessionEntry)>),
    /// The slower store had a newer [`Meta`].
    MetaFound(Meta),
    /// The slower store had a newer draft.
    DraftFound(Draft),
    /// The health of the stored data changed.
    StorageHealthChanged(StorageHealth),
    /// The snapshot with this sequence number was written, or could not be.
    SnapshotSaved(u32, SaveStatus),
    /// This revision of a session was written, or could not be.
    SessionSaved(SessionId, u32, SaveStatus),
    /// A backup file with all sessions exists. `None`: it was made now. `Some`: a backup was imported that was made at
    /// this moment, unix milliseconds.
    BackedUp(Option<i64>),
}
