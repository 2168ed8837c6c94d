//! Everything the app knows at one moment.

use super::{
    draft::Draft,
    history::{History, SaveStatus},
    leg::Leg,
    live::SessionSnapshot,
    running::Running,
    safety::{Concerns, GateAnswer},
    session::{KneeScore, SessionId},
    settings::Settings,
    spot::Pain,
    time::Now,
    unknown_fields::UnknownFields,
};

/// What is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The diagram.
    #[default]
    Leg,
    /// The running session, or its summary.
    Session,
    /// The finished sessions.
    History,
    /// How to roll.
    Learn,
    /// Choices.
    Settings,
}

/// A wish to start that waits for the safety gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asking {
    /// The session's name, should it begin.
    pub id: SessionId,
    /// What is ticked so far.
    pub ticked: Concerns,
}

/// Whether somebody is on the mat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// Nobody is.
    Idle,
    /// Start was pressed and the safety gate asks.
    Asking(Asking),
    /// A session is under way, or its summary is shown.
    Running(Box<Running>),
    /// The app was closed on a session.
    Found {
        /// What was last written of it.
        live: Box<SessionSnapshot>,
        /// "Discard?" is being asked.
        asks_discard: bool,
    },
    /// Another tab runs a session; this one only watches.
    Elsewhere(Box<SessionSnapshot>),
}

/// What is kept once, beside sessions and settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The last answer to the safety gate.
    pub gate: Option<GateAnswer>,
    /// The welcome was read or skipped.
    pub welcomed: bool,
    /// Unix milliseconds of the last backup.
    pub last_backup_unix_ms: Option<i64>,
    /// The card that offers installing was dismissed.
    pub install_dismissed: bool,
    /// When what asks for a clinician's look was last read, unix milliseconds: it is said once.
    pub prompts_read_unix_ms: Option<i64>,
    /// What a later version of the app added.
    pub unknown: UnknownFields,
}

impl Meta {
    /// What counts at this unix millisecond: what is dated later, by a clock that was ahead, is as if it was never done.
    #[must_use]
    pub fn as_of(&self, now_unix_ms: i64) -> Self {
        let is_past = |unix_ms: &i64| *unix_ms <= now_unix_ms;
        Self {
            gate: self.gate.filter(|gate| is_past(&gate.unix_ms)),
            last_backup_unix_ms: self.last_backup_unix_ms.filter(is_past),
            prompts_read_unix_ms: self.prompts_read_unix_ms.filter(is_past),
            ..self.clone()
        }
    }
}

/// How the knee is, said on the way into a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KneeNow {
    /// 0 to 10.
    pub pain: Pain,
    /// When it was said, unix milliseconds.
    pub unix_ms: i64,
}

impl KneeNow {
    /// After so long it is no score from before the session any more, milliseconds.
    const HOLDS_MS: i64 = 3_600_000;

    /// The score before a session that starts now.
    pub fn before(self, start_unix_ms: i64) -> Option<KneeScore> {
        let ago_ms = start_unix_ms - self.unix_ms;
        let minutes = i32::try_from(ago_ms.div_euclid(60_000)).ok()?;
        (0..=Self::HOLDS_MS).contains(&ago_ms).then_some(KneeScore { pain: self.pain, minutes: -minutes })
    }
}

/// How much of what is stored has been read: only when all of it has, may "there is none" be said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReadStatus {
    /// Not all of it yet.
    #[default]
    Pending,
    /// One of the stores has not answered in time, and may have more.
    Unanswered,
    /// One of the stores cannot be used; what only it has is not known.
    Refused,
    /// All of it.
    Complete,
}

impl ReadStatus {
    /// Whether everything that is stored is known.
    pub const fn is_complete(self) -> bool {
        matches!(self, Self::Complete)
    }

    /// Whether a store is still to answer, and may have more than is known.
    pub const fn is_waiting(self) -> bool {
        matches!(self, Self::Pending | Self::Unanswered)
    }
}

/// What the person has to know about the stores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    /// Values that could not be read and were set aside.
    pub set_aside: u32,
    /// A newer app wrote values that this one cannot read: it leaves them as they are.
    pub newer: bool,
    /// How much has been read.
    pub read: ReadStatus,
}

impl Trouble {
    /// A store has not answered in time, and may have more than is known.
    pub const fn is_silent(self) -> bool {
        matches!(self.read, ReadStatus::Unanswered)
    }
}

/// Everything the app knows at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// What is on the screen.
    pub screen: Screen,
    /// The page "When to get help" lies on top.
    pub red_card: bool,
    /// Choices.
    pub settings: Settings,
    /// What is kept once.
    pub meta: Meta,
    /// Marks not yet rolled.
    pub draft: Draft,
    /// How the knee is before the next session; as long as the app is open.
    pub knee_now: Option<KneeNow>,
    /// The draft that the end of the session cleared, for Undo.
    pub cleared_draft: Option<Draft>,
    /// Finished sessions.
    pub history: History,
    /// Whether somebody is on the mat.
    pub sitting: SessionState,
    /// The session that was left behind and discarded: a slow store may tell of it once more.
    pub discarded: Option<SessionId>,
    /// Where the live record is kept, and which one.
    pub live_kept: (u32, SaveStatus),
    /// What is wrong with the stores.
    pub trouble: Trouble,
    /// Short name of this build, written into every session.
    pub build: &'static str,
    /// The present, for all that is shown of it: the moment of the last event. While a session runs, its ticks move it
    /// once a minute only.
    pub now: Now,
}

impl Model {
    /// A first day: nothing marked, nothing recorded.
    pub fn new(build: &'static str) -> Self {
        Self {
            screen: Screen::Leg,
            red_card: false,
            settings: Settings::default(),
            meta: Meta::default(),
            draft: Draft::empty(Leg::Right),
            knee_now: None,
            cleared_draft: None,
            history: History::default(),
            sitting: SessionState::Idle,
            discarded: None,
            live_kept: (0, SaveStatus::Pending),
            trouble: Trouble::default(),
            build,
            now: Now::default(),
        }
    }

    /// Whether a store may have sessions that are not known: it is still to answer, or it cannot be used and none is known.
    pub fn may_lack_sessions(&self) -> bool {
        let read = self.trouble.read;
        read.is_waiting() || (read == ReadStatus::Refused && self.history.entries().next().is_none())
    }

    /// The running session, if any.
    pub fn running(&self) -> Option<&Running> {
        match &self.sitting {
            SessionState::Running(running) => Some(running),
            SessionState::Idle
            | SessionState::Asking(_)
            | SessionState::Found { .. }
            | SessionState::Elsewhere(_) => None,
        }
    }
}
