//! Standing wishes, read off the model after every step; the shell makes them true or lets them go.

use super::{
    model::{Model, SessionState},
    phase::Phase,
    running::UNDO_MS,
};

/// For how long a paused session keeps the screen awake, milliseconds.
pub const AWAKE_PAUSED_MS: u32 = 600_000;

/// How often one looks whether what was said of the knee is too old, milliseconds.
const KNEE_TICK_MS: u32 = 60_000;

/// How often a tab that watches looks whether the session still runs in another one, milliseconds.
const WATCH_TICK_MS: u32 = 5_000;

/// What should hold for as long as the model stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Subscriptions {
    /// The screen stays on.
    pub awake: bool,
    /// This tab is the one that runs the session.
    pub lock: bool,
    /// Milliseconds after the last event at which something shown changes by itself.
    pub tick_ms: Option<u32>,
}

/// Reads the wishes off the model.
pub fn subscriptions(model: &Model) -> Subscriptions {
    let running = match &model.sitting {
        SessionState::Running(running) => running,
        SessionState::Found { live, .. } => {
            let tick_ms = Some(live.next_change_ms(model.now));
            return Subscriptions { lock: true, tick_ms, ..Subscriptions::default() };
        }
        SessionState::Elsewhere(_) => {
            return Subscriptions { tick_ms: Some(WATCH_TICK_MS), ..Subscriptions::default() };
        }
        // How the knee is holds for an hour, and is shown as long.
        SessionState::Idle | SessionState::Asking(_) => {
            return Subscriptions {
                tick_ms: model.knee_now.map(|_| KNEE_TICK_MS),
                ..Subscriptions::default()
            };
        }
    };
    // The oldest undo ends first, but only the newest is shown.
    let undo_ends = running.undo.last().map(|u| UNDO_MS.saturating_sub(u.age_ms()) + 1);
    let (awake, lock, change) = match &running.course.phase {
        Phase::Active(_) => (true, true, running.next_change_ms()),
        Phase::Paused(paused) => {
            let left = AWAKE_PAUSED_MS.saturating_sub(paused.paused_ms);
            (left > 0, true, (left > 0).then_some(left))
        }
        // Only Undo can still lead back into the session.
        Phase::Done => (false, running.can_undo(), (running.farewell_ms > 0).then_some(running.farewell_ms)),
    };
    Subscriptions { awake, lock, tick_ms: [change, undo_ends].into_iter().flatten().min() }
}
