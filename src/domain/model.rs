//! The model: the whole state of the app.

use super::{
    draft::Draft,
    history::{History, SaveStatus},
    leg::Leg,
    running::RunningSession,
    safety::{Concerns, GateAnswer},
    screen::Screen,
    session::{KneeScore, SessionId},
    session_snapshot::SessionSnapshot,
    settings::Settings,
    spot::Pain,
    time::Now,
    unknown_fields::UnknownFields,
};

/// A session that will start once the safety gate has been answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PendingStart {
    /// The id for the session.
    pub id: SessionId,
    /// The concerns ticked so far.
    pub ticked: Concerns,
}

/// Whether there is a session, and in which state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// There is none.
    Idle,
    /// "Start" was pressed and the safety gate is open.
    GateOpen(PendingStart),
    /// A session is in progress, or its summary is shown.
    Running(Box<RunningSession>),
    /// A session was found that the app did not finish, because its tab was closed or killed.
    Interrupted {
        /// Its last stored snapshot.
        snapshot: Box<SessionSnapshot>,
        /// Whether the confirmation of "Discard" is shown.
        is_confirming_discard: bool,
    },
    /// Another tab runs a session; this tab only shows its last known snapshot.
    InOtherTab(Box<SessionSnapshot>),
}

/// Facts that exist once, stored separately from sessions and settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The last answer to the safety gate.
    pub gate: Option<GateAnswer>,
    /// Whether the welcome was finished or skipped.
    pub welcomed: bool,
    /// When the last backup was made, unix milliseconds.
    pub last_backup_unix_ms: Option<i64>,
    /// Whether the card that offers to install the app was dismissed.
    pub install_dismissed: bool,
    /// When the advice to see a clinician was last read, unix milliseconds. It is shown again only for a new reason.
    pub referral_read_unix_ms: Option<i64>,
    /// Fields that a later version of the app added.
    pub unknown: UnknownFields,
}

impl Meta {
    /// The facts that apply at this unix millisecond. Whatever is dated later comes from a clock that was ahead and is
    /// left out.
    #[must_use]
    pub fn as_of(&self, now_unix_ms: i64) -> Self {
        let is_past = |unix_ms: &i64| *unix_ms <= now_unix_ms;
        Self {
            gate: self.gate.filter(|gate| is_past(&gate.unix_ms)),
            last_backup_unix_ms: self.last_backup_unix_ms.filter(is_past),
            referral_read_unix_ms: self.referral_read_unix_ms.filter(is_past),
            ..self.clone()
        }
    }
}

/// A knee score given before a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KneeRating {
    /// 0 to 10.
    pub pain: Pain,
    /// When it was given, unix milliseconds.
    pub unix_ms: i64,
}

impl KneeRating {
    /// How long it is valid as the score before a session, milliseconds.
    const VALID_FOR_MS: i64 = 3_600_000;

    /// The knee score before a session that starts at this moment; `None` if it is too old.
    pub fn score_before(self, start_unix_ms: i64) -> Option<KneeScore> {
        let ago_ms = start_unix_ms - self.unix_ms;
        let minutes = i32::try_from(ago_ms.div_euclid(60_000)).ok()?;
        (0..=Self::VALID_FOR_MS).contains(&ago_ms).then_some(KneeScore { pain: self.pain, minutes: -minutes })
    }
}

/// How much of the stored data has been read. "No sessions yet" may be shown only once all of it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReadStatus {
    /// Not all of it yet.
    #[default]
    Pending,
    /// One of the stores has not answered in time and may hold more.
    Unanswered,
    /// One of the stores cannot be used; what only it holds is unknown.
    Refused,
    /// All of it.
    Complete,
}

impl ReadStatus {
    /// Whether everything that is stored has been read.
    pub const fn is_complete(self) -> bool {
        matches!(self, Self::Complete)
    }

    /// Whether a store has yet to answer and may hold more.
    pub const fn is_waiting(self) -> bool {
        matches!(self, Self::Pending | Self::Unanswered)
    }
}

/// The health of the stored data, as far as the person must know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StorageHealth {
    /// Number of quarantined values.
    pub quarantined: u32,
    /// A newer app wrote values that this one cannot read: it leaves them as they are.
    pub has_newer: bool,
    /// How much has been read.
    pub read: ReadStatus,
}

impl StorageHealth {
    /// A store has not answered in time, and may have more than is known.
    pub const fn is_unanswered(self) -> bool {
        matches!(self.read, ReadStatus::Unanswered)
    }
}

/// The whole state of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// The current screen.
    pub screen: Screen,
    /// Whether the safety page "When to get help" is open on top of the screen.
    pub safety_page_open: bool,
    /// The settings.
    pub settings: Settings,
    /// Facts that exist once.
    pub meta: Meta,
    /// The marks that have not been rolled yet.
    pub draft: Draft,
    /// The knee score for the next session. It is not stored.
    pub knee_rating: Option<KneeRating>,
    /// The draft that the end of the session cleared, kept for Undo.
    pub cleared_draft: Option<Draft>,
    /// Finished sessions.
    pub history: History,
    /// The session, if there is one, and its state.
    pub session_state: SessionState,
    /// The interrupted session that was discarded: a slow store may report it again.
    pub discarded_session: Option<SessionId>,
    /// The sequence number of the last saved snapshot, and where it is stored.
    pub snapshot_save_status: (u32, SaveStatus),
    /// What is wrong with the stores.
    pub storage_health: StorageHealth,
    /// Build id of this version, written into every session.
    pub build: &'static str,
    /// The current time for everything that shows ages and dates: the moment of the last event. During a session, ticks
    /// update it only once a minute, so that a tick does not wake everything that depends on it.
    pub now: Now,
}

impl Model {
    /// The model of a new installation: no marks, no sessions.
    pub fn new(build: &'static str) -> Self {
        Self {
            screen: Screen::Leg,
            safety_page_open: false,
            settings: Settings::default(),
            meta: Meta::default(),
            draft: Draft::empty(Leg::Right),
            knee_rating: None,
            cleared_draft: None,
            history: History::default(),
            session_state: SessionState::Idle,
            discarded_session: None,
            snapshot_save_status: (0, SaveStatus::Pending),
            storage_health: StorageHealth::default(),
            build,
            now: Now::default(),
        }
    }

    /// Whether a store may hold sessions that have not been read: it has yet to answer, or it cannot be used and no
    /// session is known.
    pub fn may_have_unread_sessions(&self) -> bool {
        let read = self.storage_health.read;
        read.is_waiting() || (read == ReadStatus::Refused && self.history.entries().next().is_none())
    }

    /// The running session, if any, also while its summary is shown.
    pub fn running(&self) -> Option<&RunningSession> {
        match &self.session_state {
            SessionState::Running(running) => Some(running),
            SessionState::Idle
            | SessionState::GateOpen(_)
            | SessionState::Interrupted { .. }
            | SessionState::InOtherTab(_) => None,
        }
    }
}
