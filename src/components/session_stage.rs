//! What the session screen shows: known before the lazy part is loaded that draws it.

use crate::domain::{model::SessionState, phase::Name};

/// What the session screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SessionStage {
    /// A session in progress.
    InProgress,
    /// The first seconds after the end of one: off the roller.
    Farewell,
    /// The summary of a session that is over.
    Summary,
    /// A session that the app was closed on.
    LeftBehind,
    /// A session that another tab runs.
    Elsewhere,
    /// No session.
    Empty,
}

impl SessionStage {
    /// Reads it off the session's state.
    pub fn of(session: &SessionState) -> Self {
        match session {
            SessionState::Running(running) if running.farewell_ms > 0 => Self::Farewell,
            SessionState::Running(running) if running.phase_name() == Name::Done => Self::Summary,
            SessionState::Running(_) => Self::InProgress,
            SessionState::Found { .. } => Self::LeftBehind,
            SessionState::Elsewhere(_) => Self::Elsewhere,
            SessionState::Idle | SessionState::Asking(_) => Self::Empty,
        }
    }
}

/// Whether a session is in progress: its end and its summary are not.
pub fn is_in_progress(session: &SessionState) -> bool {
    SessionStage::of(session) == SessionStage::InProgress
}
