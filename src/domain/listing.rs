//! The finished sessions as they are read: newest first, month by month, a deleted one still in its place.

use std::cmp::Reverse;

use super::{
    history::{Body, History},
    hold::Ending,
    leg::Leg,
    order::sort_long_by_key,
    session::{Session, SessionId, Tag},
    time::{civil, local_day},
};

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
            };
            if !filter.takes(session) {
                return None;
            }
            sessions += usize::from(matches!(entry.body, Body::Full(_)));
            Some((session.start_unix_ms, id, session.utc_offset_min))
        })
        .collect();
    sort_long_by_key(&mut lines, |line| Reverse(*line));
    let older = lines.len().saturating_sub(most);
    let mut months: Vec<Month> = Vec::new();
    for (start_unix_ms, id, utc_offset_min) in lines.into_iter().take(most) {
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
    Listing { months, older, sessions }
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

/// A number that changes when the history does: cheap enough for every tick of a running session, where
/// comparing all of it is not. Revisions never change, so what they say need not be looked at; nor does where
/// they are kept, which the stores tell a while after a start and which changes nothing that is read off them.
pub fn print(history: &History) -> u64 {
    // FNV-1a: a few bytes of code, and nobody makes up sessions so that two histories look the same.
    let mut print: u64 = 0xcbf2_9ce4_8422_2325;
    let mut take = |part: u32| print = (print ^ u64::from(part)).wrapping_mul(0x0100_0000_01b3);
    for (id, entry) in history.entries() {
        for byte in id.as_str().bytes() {
            take(u32::from(byte));
        }
        take(entry.rev);
        take(entry.crc);
        take(u32::from(matches!(entry.body, Body::Full(_))));
        // A deleted session may be found after the word that it is deleted, and can be brought back then.
        take(entry.full.as_ref().map_or(0, |(rev, _)| *rev));
    }
    print
}

/// Unix milliseconds, shifted so that UTC reads as local time.
pub fn local_ms(unix_ms: i64, utc_offset_min: i16) -> i64 {
    unix_ms + i64::from(utc_offset_min) * 60_000
}

/// Months since January of year 0 for a day since 1970, in the Gregorian calendar.
const fn month(day: i64) -> i64 {
    let (year, month, _) = civil(day);
    year * 12 + month - 1
}
