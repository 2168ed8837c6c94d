//! The second copy of the history: how old the last backup is, and when to ask for one.

use super::{
    history::Body,
    model::{Model, Sitting},
    time::{DAY_MS, local_day},
};

/// So many sessions since the last backup ask for one.
const SESSIONS: usize = 10;
/// So many days ask for one, if there is anything new.
const DAYS: i64 = 14;

/// The last backup, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecondCopy {
    /// Days since it was made, by the person's calendar; `None` where there is none.
    pub days: Option<usize>,
    /// Sessions that ended since then.
    pub since: usize,
    /// It is time for one.
    pub is_due: bool,
}

/// What is known of it, seen from when the app was opened. Nobody is asked during a session.
pub fn second_copy(model: &Model) -> SecondCopy {
    let last = model.meta.last_backup_unix_ms;
    let now = model.opened;
    let (mut since, mut oldest) = (0, now.unix_ms);
    for (_, entry) in model.history.entries() {
        if let Body::Full(session) = &entry.body
            && last.is_none_or(|last| session.end_unix_ms > last)
        {
            since += 1;
            oldest = oldest.min(session.start_unix_ms);
        }
    }
    let days = last.map(|last| {
        let days = now.local_day() - local_day(last, now.utc_offset_min);
        usize::try_from(days.max(0)).unwrap_or(usize::MAX)
    });
    // Where there never was a backup, it is the first session that waits.
    let waits_since = last.unwrap_or(oldest);
    let is_old = now.unix_ms.saturating_sub(waits_since) >= DAYS * DAY_MS;
    let in_session = matches!(model.sitting, Sitting::Running(_) | Sitting::Elsewhere(_));
    let is_due = !in_session && (since >= SESSIONS || (since > 0 && is_old));
    SecondCopy { days, since, is_due }
}
