//! The snapshot of a running session, stored so that the session can be resumed after its tab was closed or killed.

use super::{
    phase::{Active, Phase},
    running::RunningSession,
    time::{Now, saturating_ms},
};

/// How long "Continue" is offered, milliseconds after the snapshot was written.
pub const CONTINUE_OFFERED_MS: i64 = 12 * 3_600_000;

/// A running session as it was written last. What happened after that is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionSnapshot {
    /// The session at that moment, with an empty `undo`.
    pub running: RunningSession,
    /// When it was written, unix milliseconds.
    pub written_unix_ms: i64,
}

impl SessionSnapshot {
    /// Whether "Continue" is offered: for twelve hours. A snapshot from the future (the clock was set back) counts as
    /// new.
    pub fn can_continue(&self, now: Now) -> bool {
        now.unix_ms.saturating_sub(self.written_unix_ms) <= CONTINUE_OFFERED_MS
    }

    /// Milliseconds from `now` until the shown age changes or the snapshot becomes too old to continue.
    pub fn ms_until_change(&self, now: Now) -> u32 {
        let age = saturating_ms(now.unix_ms.saturating_sub(self.written_unix_ms));
        60_001 - age % 60_000
    }

    /// Orders the snapshots of one session: the greater one is newer.
    pub const fn version(&self) -> (u32, u32) {
        (self.running.epoch, self.running.seq)
    }

    /// Whether a hold was in progress, running or paused.
    pub fn has_open_hold(&self) -> bool {
        matches!(
            self.running.progress.phase,
            Phase::Active(Active::Hold(_))
                | Phase::Paused(super::phase::Paused { from: Active::Hold(_), .. })
        )
    }
}
