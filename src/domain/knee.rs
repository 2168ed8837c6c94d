//! How the knee felt before and after the sessions.

use super::{history::History, history_list::local_ms, session::KneeScore, time::DAY_MS};

/// The scores of one session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scores {
    /// When the session began, unix milliseconds.
    pub start_unix_ms: i64,
    /// The same, shifted so that UTC reads as local time.
    pub local_ms: i64,
    /// Before it.
    pub before: Option<KneeScore>,
    /// After it.
    pub after: Option<KneeScore>,
}

/// The sessions that have a score, oldest first.
pub fn scores(history: &History) -> Vec<Scores> {
    let sessions = history.newest_first();
    let given = sessions.iter().rev().filter(|s| s.knee_before.is_some() || s.knee_after.is_some());
    given
        .map(|s| Scores {
            start_unix_ms: s.start_unix_ms,
            local_ms: local_ms(s.start_unix_ms, s.utc_offset_min),
            before: s.knee_before,
            after: s.knee_after,
        })
        .collect()
}

/// The first and the last score from before a session, 0 to 10; nothing where there is one at most. Those from after one
/// are no match for them, nor for each other: some are of the same minute, some of the next day.
pub fn first_and_last(scores: &[Scores]) -> Option<[u8; 2]> {
    let mut before = scores.iter().filter_map(|s| Some(s.before?.pain.score()));
    Some([before.next()?, before.next_back()?])
}

/// Four weeks: a knee that is no better then is a reason to ask (`product.md` section 5).
const WEEKS_MS: i64 = 28 * DAY_MS;
/// Scores within a week are taken together: one bad day is no trend.
const WEEK_MS: i64 = 7 * DAY_MS;
/// Fewer scores say nothing.
const FEWEST: usize = 4;

/// Whether the knee is no better than four weeks before the last of these scores. Only scores from before a
/// session count: afterwards a knee may feel better for a while. A knee that does not hurt need not get better.
pub fn no_better(scores: &[Scores]) -> bool {
    let given: Vec<(i64, u8)> =
        scores.iter().filter_map(|s| Some((s.start_unix_ms, s.before?.pain.score()))).collect();
    let Some((last, _)) = given.last() else { return false };
    let median = |from_ms: i64, to_ms: i64| {
        let within = given.iter().filter(|(at, _)| (from_ms..=to_ms).contains(&(last - at)));
        let mut pains: Vec<u8> = within.map(|(_, pain)| *pain).collect();
        pains.sort_unstable();
        pains.get(pains.len().checked_sub(1)? / 2).copied()
    };
    let lately = given.iter().filter(|(at, _)| last - at <= WEEKS_MS + WEEK_MS).count();
    match (median(WEEKS_MS, WEEKS_MS + WEEK_MS), median(0, WEEK_MS)) {
        (Some(early), Some(late)) => lately >= FEWEST && late > 0 && late >= early,
        _ => false,
    }
}
