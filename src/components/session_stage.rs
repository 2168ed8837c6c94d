//! The stages of the session screen, needed before the lazy part that renders them is loaded.

use crate::domain::{model::SessionState, phase::PhaseName};

/// The view that the session screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SessionStage {
    /// A session in progress.
    InProgress,
    /// The first seconds after its end: off the roller.
    EndNotice,
    /// The summary of a finished session.
    Summary,
    /// An interrupted session.
    Interrupted,
    /// A session in another tab.
    OtherTab,
    /// No session.
    NoSession,
}

impl SessionStage {
    /// The stage for the session's state.
    pub fn of(state: &SessionState) -> Self {
        match state {
            SessionState::Running(running) if running.end_notice_ms > 0 => Self::EndNotice,
            SessionState::Running(running) if running.phase_name() == PhaseName::Done => Self::Summary,
            SessionState::Running(_) => Self::InProgress,
            SessionState::Interrupted { .. } => Self::Interrupted,
            SessionState::InOtherTab(_) => Self::OtherTab,
            SessionState::Idle | SessionState::GateOpen(_) => Self::NoSession,
        }
    }
}

/// Whether a session is in progress; its end and its summary do not count.
pub fn is_in_progress(state: &SessionState) -> bool {
    SessionStage::of(state) == SessionStage::InProgress
}
