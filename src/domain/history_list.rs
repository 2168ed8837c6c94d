//! The list of finished sessions: newest first, grouped by month, with recently deleted sessions in their places.

use std::{
    cmp::Reverse,
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use super::{
    history::{History, RevisionBody},
    hold::Ending,
    leg::Leg,
    session::{PassEnd, Session, SessionId, Tag},
    time::{civil_from_days, local_day},
};

pub use super::time::local_ms;

/// The sessions of one calendar month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// Months since January of year 0, in the UTC offsets of the sessions.
    pub number: i64,
    /// A time in this month: unix milliseconds, shifted so that formatting it as UTC gives local time.
    pub local_ms: i64,
    /// Newest first.
    pub sessions: Vec<SessionId>,
}

/// The newest sessions, and how many others there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryList {
    /// Newest first.
    pub months: Vec<Month>,
    /// How many older sessions are left out.
    pub older_count: usize,
    /// How many sessions match the filter in total, without deleted ones.
    pub session_count: usize,
    /// Sessions shown with their UTC offset, in ascending order of ids: another listed session began on the same local
    /// day in another offset, as in the repeated hour when daylight saving time ends, so that local times alone are
    /// ambiguous.
    pub sessions_showing_offset: Vec<SessionId>,
}

/// Which sessions to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SessionFilter {
    /// Only sessions with a pass of this leg.
    pub leg: Option<Leg>,
    /// Only sessions with this tag.
    pub tag: Option<Tag>,
}

impl SessionFilter {
    /// Whether a session matches.
    pub fn matches(self, session: &Session) -> bool {
        self.leg.is_none_or(|leg| session.passes.iter().any(|pass| pass.leg == leg))
            && (self.tag.is_none() || self.tag == session.tag)
    }
}

/// The newest `max_sessions` sessions that match the filter. Sessions deleted at or after `deleted_since_unix_ms` are
/// included, so that they can be restored from the list.
pub fn history_list(
    history: &History,
    filter: SessionFilter,
    deleted_since_unix_ms: i64,
    max_sessions: usize,
) -> HistoryList {
    let mut session_count = 0;
    let mut rows: Vec<(i64, SessionId, i16)> = history
        .entries()
        .filter_map(|(id, entry)| {
            let session = match &entry.body {
                RevisionBody::Full(session) => session,
                RevisionBody::Deleted(unix_ms) if *unix_ms >= deleted_since_unix_ms => {
                    &entry.newest_full.as_ref()?.1
                }
                RevisionBody::Deleted(_) => return None,
                // Its leg and tag are unknown, so only the empty filter matches.
                RevisionBody::Newer(newer) => {
                    let (start_unix_ms, utc_offset_min) = newer.start.unwrap_or_default();
                    return (filter == SessionFilter::default()).then_some((
                        start_unix_ms,
                        id,
                        utc_offset_min,
                    ));
                }
            };
            if !filter.matches(session) {
                return None;
            }
            session_count += usize::from(matches!(entry.body, RevisionBody::Full(_)));
            Some((session.start_unix_ms, id, session.utc_offset_min))
        })
        .collect();
    rows.sort_unstable_by_key(|row| Reverse(*row));
    let older_count = rows.len().saturating_sub(max_sessions);
    rows.truncate(max_sessions);
    let mut months: Vec<Month> = Vec::new();
    for &(start_unix_ms, id, utc_offset_min) in &rows {
        let number = month_number(local_day(start_unix_ms, utc_offset_min));
        // Searches all months: across time zones, a session of the 1st may precede one of the 31st.
        match months.iter_mut().find(|m| m.number == number) {
            Some(month) => month.sessions.push(id),
            None => months.push(Month {
                number,
                local_ms: local_ms(start_unix_ms, utc_offset_min),
                sessions: vec![id],
            }),
        }
    }
    let sessions_showing_offset = sessions_on_days_with_several_offsets(&rows);
    HistoryList { months, older_count, session_count, sessions_showing_offset }
}

/// The sessions on local days on which sessions began in different UTC offsets, in ascending order of ids.
fn sessions_on_days_with_several_offsets(rows: &[(i64, SessionId, i16)]) -> Vec<SessionId> {
    let mut days: Vec<(i64, i16, SessionId)> =
        rows.iter().map(|&(start, id, offset)| (local_day(start, offset), offset, id)).collect();
    days.sort_unstable();
    let days_with_several_offsets =
        days.chunk_by(|a, b| a.0 == b.0).filter(|day| day[0].1 != day[day.len() - 1].1);
    let mut ids: Vec<SessionId> = days_with_several_offsets.flatten().map(|(_, _, id)| *id).collect();
    ids.sort_unstable();
    ids
}

/// How long a deleted session stays in the list, from where it can be restored: 30 days, in milliseconds. Its revisions
/// stay stored.
pub const DELETED_SESSION_LISTED_MS: i64 = 30 * 86_400_000;

/// How many sessions began after this time, unix milliseconds.
pub fn count_started_after(history: &History, unix_ms: i64) -> usize {
    history
        .entries()
        .filter(|(_, e)| matches!(&e.body, RevisionBody::Full(s) if s.start_unix_ms > unix_ms))
        .count()
}

/// The number of holds that eased, and of holds whose ending says whether they eased: timed, stopped and interrupted
/// holds do not.
pub fn count_eased(session: &Session) -> (usize, usize) {
    let count = |matches_ending: fn(Ending) -> bool| {
        session.holds.iter().filter(|h| matches_ending(h.ending)).count()
    };
    (count(|e| e == Ending::Eased), count(|e| matches!(e, Ending::Eased | Ending::MovedOn | Ending::Limit)))
}

/// The outcome of a session as shown in the list: how many of its holds ended in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SessionOutcome {
    /// Holds that eased.
    pub eased: usize,
    /// Holds whose ending says whether they eased; `eased` is a part of these.
    pub assessable: usize,
    /// Holds that lasted their set time.
    pub timed: usize,
    /// Holds that were stopped.
    pub stopped: usize,
    /// Holds that were interrupted.
    pub interrupted: usize,
    /// Why a pass ended early; interrupted takes precedence over stopped. `None` if all passes were completed.
    pub cut_short: Option<PassEnd>,
}

/// The outcome of a session.
pub fn session_outcome(session: &Session) -> SessionOutcome {
    let count = |matches_ending: fn(Ending) -> bool| {
        session.holds.iter().filter(|h| matches_ending(h.ending)).count()
    };
    let has_pass_end = |end: &PassEnd| session.passes.iter().any(|pass| pass.end == Some(*end));
    let (eased, assessable) = count_eased(session);
    SessionOutcome {
        eased,
        assessable,
        timed: count(|e| e == Ending::Timed),
        stopped: count(|e| matches!(e, Ending::Stopped(_))),
        interrupted: count(|e| e == Ending::Interrupted),
        cut_short: [PassEnd::Interrupted, PassEnd::Stopped].into_iter().find(has_pass_end),
    }
}

/// Sessions per week, in tenths, over the [`FREQUENCY_WINDOW_DAYS`] up to `today` (days since 1970); `None` if the
/// first session is more recent than that.
pub fn sessions_per_week_tenths(history: &History, today: i64) -> Option<usize> {
    let days = || history.sessions().map(|s| local_day(s.start_unix_ms, s.utc_offset_min));
    let first_day = today - FREQUENCY_WINDOW_DAYS + 1;
    let session_count = days().filter(|day| (first_day..=today).contains(day)).count();
    let weeks = usize::try_from(FREQUENCY_WINDOW_DAYS / 7).unwrap_or(1);
    days().any(|day| day <= first_day).then_some((session_count * 10 + weeks / 2) / weeks)
}

/// The window of [`sessions_per_week_tenths`]: four weeks, so that the number describes the current habit.
const FREQUENCY_WINDOW_DAYS: i64 = 28;

/// The names of the most recently used rollers, newest first, without duplicates; at most `max_names`.
pub fn recent_rollers(history: &History, max_names: usize) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for session in history.sessions_newest_first() {
        if names.len() < max_names && !session.roller.is_empty() && !names.contains(&session.roller) {
            names.push(session.roller.clone());
        }
    }
    names
}

/// A hash that changes when the sessions change: cheap enough to compute on every tick of a running session, unlike a
/// full comparison. Revisions are immutable, so their ids, numbers and checksums suffice.
/// [`SessionEntry::save_status`] is left out: it does not affect what is shown from a session.
pub fn history_fingerprint(history: &History) -> u64 {
    let mut hasher = DefaultHasher::new();
    for (id, entry) in history.entries() {
        // The full revision of a deleted session may be loaded after its deletion; the session can be restored then.
        let full_rev = entry.newest_full.as_ref().map(|(rev, _)| *rev);
        (id, entry.rev, entry.crc, !matches!(entry.body, RevisionBody::Deleted(_)), full_rev)
            .hash(&mut hasher);
    }
    hasher.finish()
}

/// Months since January of year 0 of a day since 1970, in the Gregorian calendar.
const fn month_number(day: i64) -> i64 {
    let (year, month, _) = civil_from_days(day);
    year * 12 + month - 1
}
