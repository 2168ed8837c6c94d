//! A session that the app was closed on, found again.

use super::{
    phase::{Active, Phase},
    running::Running,
    time::{Now, to_ms},
};

/// For how long Continue is offered, milliseconds after the last written moment.
pub const CONTINUE_MS: i64 = 12 * 3_600_000;

/// What was last written of a session. Everything in it is certain, nothing after it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionSnapshot {
    /// The session as it stood; its `undo` is empty.
    pub running: Running,
    /// When it was written, unix milliseconds.
    pub written_unix_ms: i64,
}

impl SessionSnapshot {
    /// Whether Continue is offered: not after twelve hours. A clock set back makes nothing older.
    pub fn can_continue(&self, now: Now) -> bool {
        now.unix_ms.saturating_sub(self.written_unix_ms) <= CONTINUE_MS
    }

    /// When what is said of its age is another, milliseconds from this moment: a minute more, or too old to continue.
    pub fn next_change_ms(&self, now: Now) -> u32 {
        let age = to_ms(now.unix_ms.saturating_sub(self.written_unix_ms));
        60_001 - age % 60_000
    }

    /// Which of two records of one session is newer: the greater.
    pub const fn order(&self) -> (u32, u32) {
        (self.running.epoch, self.running.seq)
    }

    /// Whether a hold was open.
    pub fn in_hold(&self) -> bool {
        matches!(
            self.running.course.phase,
            Phase::Active(Active::Hold(_))
                | Phase::Paused(super::phase::Paused { from: Active::Hold(_), .. })
        )
    }
}
