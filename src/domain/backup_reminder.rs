//! The backup reminder: how old the last backup is, and when to remind the person to make another.

use super::{
    history::History,
    model::ReadStatus,
    time::{Moment, Now, local_day},
};

/// The reminder is due from this many sessions since the last backup.
const SESSIONS_UNTIL_DUE: usize = 10;
/// The reminder is due from this many days since the last backup, if there are newer sessions.
const DAYS_UNTIL_DUE: usize = 14;

/// The age of the last backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupReminder {
    /// Calendar days since the last backup; `None` if there is none.
    pub days_since_backup: Option<usize>,
    /// Sessions that ended since the last backup; all sessions if there is none.
    pub sessions_since_backup: usize,
    /// Whether to remind the person.
    pub is_due: bool,
}

impl BackupReminder {
    /// Whether the age is certain enough to show. That there is no backup, or no new session since, is known only after
    /// all stored data has been read.
    pub const fn is_known(&self, read: ReadStatus) -> bool {
        read.is_complete() || (self.days_since_backup.is_some() && self.sessions_since_backup > 0)
    }

    /// Whether to remind the person, and the age is certain.
    pub const fn is_known_to_be_due(&self, read: ReadStatus) -> bool {
        self.is_due && self.is_known(read)
    }
}

/// The age of the last backup at `now`. Days are calendar days, each moment in its own UTC offset. The reminder is
/// never due while a session is in progress, in this tab or in another.
///
/// A timestamp in the future comes from a clock that was ahead. A backup with such a timestamp does not count; sessions
/// with one never make the reminder due, because they would do so forever.
pub fn backup_reminder(
    last_backup: Option<Moment>,
    history: &History,
    in_session: bool,
    now: Now,
) -> BackupReminder {
    let today = now.local_day();
    let days_since = |day: i64| usize::try_from(today.saturating_sub(day)).unwrap_or(0);
    let last_backup = last_backup.filter(|last| last.unix_ms <= now.unix_ms);
    let (mut sessions_since_backup, mut future_sessions, mut oldest_day) = (0, 0, today);
    for session in history.sessions() {
        if session.end_unix_ms > now.unix_ms {
            future_sessions += 1;
        } else if last_backup.is_none_or(|last| session.end_unix_ms > last.unix_ms) {
            sessions_since_backup += 1;
            oldest_day = oldest_day.min(local_day(session.start_unix_ms, session.utc_offset_min));
        }
    }
    let days_since_backup = last_backup.map(|last| days_since(last.local_day()));
    // Without any backup, the oldest session counts.
    let is_old = days_since_backup.unwrap_or(days_since(oldest_day)) >= DAYS_UNTIL_DUE;
    let is_due =
        !in_session && (sessions_since_backup >= SESSIONS_UNTIL_DUE || (sessions_since_backup > 0 && is_old));
    let sessions_since_backup =
        if last_backup.is_none() { sessions_since_backup + future_sessions } else { sessions_since_backup };
    BackupReminder { days_since_backup, sessions_since_backup, is_due }
}
