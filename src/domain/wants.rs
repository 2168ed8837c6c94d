//! Standing wishes, read off the model after every step; the shell makes them true or lets them go.

use super::{
    model::{Model, Sitting},
    phase::Phase,
    running::UNDO_MS,
};

/// For how long a paused session keeps the screen awake, milliseconds.
pub const AWAKE_PAUSED_MS: u32 = 600_000;

/// How often one looks whether what was said of the knee is too old, milliseconds.
const KNEE_TICK_MS: u32 = 60_000;

/// What should hold for as long as the model stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wants {
    /// The screen stays on.
    pub awake: bool,
    /// This tab is the one that runs the session.
    pub lock: bool,
    /// Milliseconds after the last event at which something shown changes by itself.
    pub tick_ms: Option<u32>,
}

/// Reads the wishes off the model.
pub fn wants(model: &Model) -> Wants {
    let running = match &model.sitting {
        Sitting::Running(running) => running,
        Sitting::Found { .. } => {
            return Wants { lock: true, ..Wants::default() };
        }
        // How the knee is holds for an hour, and is shown as long.
        Sitting::Idle | Sitting::Asking(_) | Sitting::Elsewhere(_) => {
            return Wants { tick_ms: model.knee_now.map(|_| KNEE_TICK_MS), ..Wants::default() };
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
        Phase::Done => (false, running.can_undo(), None),
    };
    Wants { awake, lock, tick_ms: [change, undo_ends].into_iter().flatten().min() }
}
