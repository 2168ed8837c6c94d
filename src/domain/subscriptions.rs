//! Needs that last as long as a state: wake lock, session lock, next tick. They are derived from the model after every
//! update, and the platform layer acquires or releases what changed.

use super::{
    model::{Model, SessionState},
    phase::Phase,
    running::UNDO_MS,
};

/// How long a paused session keeps the screen awake, milliseconds.
pub const AWAKE_PAUSED_MS: u32 = 600_000;

/// How often an expired knee score is checked for, milliseconds.
const KNEE_TICK_MS: u32 = 60_000;

/// How often a tab checks whether the other tab's session still runs, milliseconds.
const WATCH_TICK_MS: u32 = 5_000;

/// What the platform layer must provide while the model stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Subscriptions {
    /// Keep the screen awake.
    pub keep_awake: bool,
    /// Hold the session lock, so that only this tab runs the session.
    pub session_lock: bool,
    /// Milliseconds after the last event until the next tick is due, because something shown changes.
    pub tick_ms: Option<u32>,
}

/// Derives the subscriptions from the model.
pub fn subscriptions(model: &Model) -> Subscriptions {
    let running = match &model.session_state {
        SessionState::Running(running) => running,
        SessionState::Interrupted { snapshot, .. } => {
            let tick_ms = Some(snapshot.ms_until_change(model.now));
            return Subscriptions { session_lock: true, tick_ms, ..Subscriptions::default() };
        }
        SessionState::InOtherTab(_) => {
            return Subscriptions { tick_ms: Some(WATCH_TICK_MS), ..Subscriptions::default() };
        }
        // The knee score is shown until it expires.
        SessionState::Idle | SessionState::GateOpen(_) => {
            return Subscriptions {
                tick_ms: model.knee_rating.map(|_| KNEE_TICK_MS),
                ..Subscriptions::default()
            };
        }
    };
    // The oldest entry expires first, but only the newest one is shown.
    let undo_ends = running.undo.last().map(|u| UNDO_MS.saturating_sub(u.age_ms()) + 1);
    let (awake, lock, change) = match &running.progress.phase {
        Phase::Active(_) => (true, true, running.ms_until_change()),
        Phase::Paused(paused) => {
            let remaining_ms = AWAKE_PAUSED_MS.saturating_sub(paused.paused_ms);
            (remaining_ms > 0, true, (remaining_ms > 0).then_some(remaining_ms))
        }
        // Undo can still restore the session.
        Phase::Done => {
            (false, running.can_undo(), (running.end_notice_ms > 0).then_some(running.end_notice_ms))
        }
    };
    Subscriptions {
        keep_awake: awake,
        session_lock: lock,
        tick_ms: [change, undo_ends].into_iter().flatten().min(),
    }
}
