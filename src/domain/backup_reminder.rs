//! The backup reminder: how old the last backup is, and when to ask for one.

use super::{
    history::History,
    model::ReadStatus,
    time::{Moment, Now, local_day},
};

/// So many sessions since the last backup ask for one.
const SESSIONS: usize = 10;
/// So many days ask for one, if there is anything new.
const DAYS: usize = 14;

/// The last backup, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupReminder {
    /// Days since it was made, by the person's calendar; `None` where there is none.
    pub days: Option<usize>,
    /// Sessions that ended since then; where there is none, all sessions.
    pub since: usize,
    /// It is time for one.
    pub is_due: bool,
}

impl BackupReminder {
    /// Whether it can be told: that there is no backup, or nothing new since, only where everything stored has been read.
    pub const fn is_known(&self, read: ReadStatus) -> bool {
        read.is_complete() || (self.days.is_some() && self.since > 0)
    }

    /// Whether it is time for a backup, as far as is known.
    pub const fn is_known_to_be_due(&self, read: ReadStatus) -> bool {
        self.is_due && self.is_known(read)
    }
}

/// How old the last backup is at this moment. Days are counted by the calendar, each moment in its own offset. Nobody is
/// asked while a session is in progress, here or in another tab.
///
/// What is dated later than now comes from a clock that was ahead: such a backup is as if it was never made, and such
/// sessions ask for none, since they would do so for ever.
pub fn backup_reminder(
    last_backup: Option<Moment>,
    history: &History,
    in_session: bool,
    now: Now,
) -> BackupReminder {
    let today = now.local_day();
    let days_since = |day: i64| usize::try_from(today.saturating_sub(day)).unwrap_or(0);
    let last_backup = last_backup.filter(|last| last.unix_ms <= now.unix_ms);
    let (mut since, mut later, mut oldest) = (0, 0, today);
    for session in history.sessions() {
        if session.end_unix_ms > now.unix_ms {
            later += 1;
        } else if last_backup.is_none_or(|last| session.end_unix_ms > last.unix_ms) {
            since += 1;
            oldest = oldest.min(local_day(session.start_unix_ms, session.utc_offset_min));
        }
    }
    let days = last_backup.map(|last| days_since(last.local_day()));
    // Where there never was a backup, it is the first session that waits.
    let is_old = days.unwrap_or(days_since(oldest)) >= DAYS;
    let is_due = !in_session && (since >= SESSIONS || (since > 0 && is_old));
    let since = if last_backup.is_none() { since + later } else { since };
    BackupReminder { days, since, is_due }
}
