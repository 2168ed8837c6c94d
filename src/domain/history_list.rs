//! The finished sessions as they are read: newest first, month by month, a deleted one still in its place.

use std::{
    cmp::Reverse,
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use super::{
    history::{Body, History},
    hold::Ending,
    leg::Leg,
    session::{PassEnd, Session, SessionId, Tag},
    time::{civil, local_day},
};

pub use super::time::local_ms;

/// The sessions of one calendar month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// Months since January of year 0, by the calendar of the place where the sessions were recorded.
    pub number: i64,
    /// A moment in it: unix milliseconds, shifted so that UTC reads as local time.
    pub local_ms: i64,
    /// Newest first.
    pub sessions: Vec<SessionId>,
}

/// The newest sessions, and how many there are besides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Newest first.
    pub months: Vec<Month>,
    /// How many older ones the listing leaves out.
    pub older: usize,
    /// How many the filter takes in all, deleted ones not counted.
    pub sessions: usize,
    /// Sessions that name their offset, in ascending order: another one that is listed began on the same local day in
    /// another offset, as in the hour that comes twice in autumn, so that the times alone would mislead.
    pub with_offset: Vec<SessionId>,
}

/// Which sessions are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those that rolled this leg.
    pub leg: Option<Leg>,
    /// Only those with this tag.
    pub tag: Option<Tag>,
}

impl Filter {
    /// Whether a session is listed.
    pub fn takes(self, session: &Session) -> bool {
        self.leg.is_none_or(|leg| session.passes.iter().any(|pass| pass.leg == leg))
            && (self.tag.is_none() || self.tag == session.tag)
    }
}

/// The newest `most` sessions that the filter takes. Those deleted since `since_unix_ms` stand where they stood, so that they can
/// be brought back there.
pub fn listing(history: &History, filter: Filter, since_unix_ms: i64, most: usize) -> Listing {
    let mut sessions = 0;
    let mut lines: Vec<(i64, SessionId, i16)> = history
        .entries()
        .filter_map(|(id, entry)| {
            let session = match &entry.body {
                Body::Full(session) => session,
                Body::Deleted(unix_ms) if *unix_ms >= since_unix_ms => &entry.full.as_ref()?.1,
                Body::Deleted(_) => return None,
                // Nothing can be told of it that a filter could ask for.
                Body::Newer(newer) => {
                    let (start_unix_ms, utc_offset_min) = newer.start.unwrap_or_default();
                    return (filter == Filter::default()).then_some((start_unix_ms, id, utc_offset_min));
                }
            };
            if !filter.takes(session) {
                return None;
            }
            sessions += usize::from(matches!(entry.body, Body::Full(_)));
            Some((session.start_unix_ms, id, session.utc_offset_min))
        })
        .collect();
    lines.sort_unstable_by_key(|line| Reverse(*line));
    let older = lines.len().saturating_sub(most);
    lines.truncate(most);
    let mut months: Vec<Month> = Vec::new();
    for &(start_unix_ms, id, utc_offset_min) in &lines {
        let number = month(local_day(start_unix_ms, utc_offset_min));
        // Not only the last one is asked: after a journey the first of a month may come before the 31st.
        match months.iter_mut().find(|m| m.number == number) {
            Some(month) => month.sessions.push(id),
            None => months.push(Month {
                number,
                local_ms: local_ms(start_unix_ms, utc_offset_min),
                sessions: vec![id],
            }),
        }
    }
    Listing { months, older, sessions, with_offset: on_days_of_two_offsets(&lines) }
}

/// The sessions of days on which sessions began in different offsets.
fn on_days_of_two_offsets(lines: &[(i64, SessionId, i16)]) -> Vec<SessionId> {
    let mut days: Vec<(i64, i16, SessionId)> =
        lines.iter().map(|&(start, id, offset)| (local_day(start, offset), offset, id)).collect();
    days.sort_unstable();
    let differing = days.chunk_by(|a, b| a.0 == b.0).filter(|day| day[0].1 != day[day.len() - 1].1);
    let mut ids: Vec<SessionId> = differing.flatten().map(|(_, _, id)| *id).collect();
    ids.sort_unstable();
    ids
}

/// For so long a deleted session can be brought back from its place in the list, milliseconds: 30 days. Its revisions
/// stay, and a backup still brings it back.
pub const DELETED_STAYS_MS: i64 = 30 * 86_400_000;

/// How many sessions began after this unix millisecond.
pub fn begun_after(history: &History, unix_ms: i64) -> usize {
    history.entries().filter(|(_, e)| matches!(&e.body, Body::Full(s) if s.start_unix_ms > unix_ms)).count()
}

/// How many holds eased, of how many that could have told. Fixed seconds, stopped
/// and interrupted holds tell nothing.
pub fn eased_of(session: &Session) -> (usize, usize) {
    let count = |is: fn(Ending) -> bool| session.holds.iter().filter(|h| is(h.ending)).count();
    (count(|e| e == Ending::Eased), count(|e| matches!(e, Ending::Eased | Ending::MovedOn | Ending::Limit)))
}

/// How a session came out, as its line in the list tells it: how many of its holds ended in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Eased.
    pub eased: usize,
    /// Could have told whether they eased: the base of `eased`.
    pub could_tell: usize,
    /// Lasted their fixed seconds.
    pub timed: usize,
    /// Were stopped.
    pub stopped: usize,
    /// Were interrupted.
    pub interrupted: usize,
    /// A leg was not rolled to its end, and why: interrupted before stopped.
    pub cut_short: Option<PassEnd>,
}

/// How a session came out.
pub fn outcome(session: &Session) -> Outcome {
    let count = |is: fn(Ending) -> bool| session.holds.iter().filter(|h| is(h.ending)).count();
    let ended = |end: &PassEnd| session.passes.iter().any(|pass| pass.end == Some(*end));
    let (eased, could_tell) = eased_of(session);
    Outcome {
        eased,
        could_tell,
        timed: count(|e| e == Ending::Timed),
        stopped: count(|e| matches!(e, Ending::Stopped(_))),
        interrupted: count(|e| e == Ending::Interrupted),
        cut_short: [PassEnd::Interrupted, PassEnd::Stopped].into_iter().find(ended),
    }
}

/// Sessions a week, in tenths, over the [`FREQUENCY_DAYS`] days up to today; nothing where the first session is younger
/// than that.
pub fn tenths_a_week(history: &History, today: i64) -> Option<usize> {
    let days = || history.sessions().map(|s| local_day(s.start_unix_ms, s.utc_offset_min));
    let from = today - FREQUENCY_DAYS + 1;
    let counted = days().filter(|day| (from..=today).contains(day)).count();
    let weeks = usize::try_from(FREQUENCY_DAYS / 7).unwrap_or(1);
    days().any(|day| day <= from).then_some((counted * 10 + weeks / 2) / weeks)
}

/// Four weeks: how often somebody rolls now, and not years ago.
const FREQUENCY_DAYS: i64 = 28;

/// The names of the rollers that were used, the last one first, each once; so many at most.
pub fn recent_rollers(history: &History, most: usize) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for session in history.newest_first() {
        if names.len() < most && !session.roller.is_empty() && !names.contains(&session.roller) {
            names.push(session.roller.clone());
        }
    }
    names
}

/// A number that changes when the history does: cheap enough for every tick of a running session, where
/// comparing all of it is not. Revisions never change, so what they say need not be looked at; nor does where
/// they are kept, which the stores tell a while after a start and which changes nothing that is read off them.
pub fn print(history: &History) -> u64 {
    let mut hasher = DefaultHasher::new();
    for (id, entry) in history.entries() {
        // A deleted session may be found after the word that it is deleted, and can be brought back then.
        let full_rev = entry.full.as_ref().map(|(rev, _)| *rev);
        (id, entry.rev, entry.crc, !matches!(entry.body, Body::Deleted(_)), full_rev).hash(&mut hasher);
    }
    hasher.finish()
}

/// Months since January of year 0 for a day since 1970, in the Gregorian calendar.
const fn month(day: i64) -> i64 {
    let (year, month, _) = civil(day);
    year * 12 + month - 1
}
