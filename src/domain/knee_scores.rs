//! The knee scores of the history, and whether they improve.

use super::{history::History, history_list::local_ms, session::KneeScore, time::DAY_MS};

/// The knee scores of one session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionKneeScores {
    /// When the session began, unix milliseconds.
    pub start_unix_ms: i64,
    /// The same, shifted so that formatting it as UTC gives local time.
    pub local_ms: i64,
    /// The score before the session.
    pub before: Option<KneeScore>,
    /// The score after the session.
    pub after: Option<KneeScore>,
}

/// The sessions with at least one knee score, oldest first.
pub fn knee_scores(history: &History) -> Vec<SessionKneeScores> {
    let sessions = history.sessions_newest_first();
    let sessions_with_score =
        sessions.iter().rev().filter(|s| s.knee_before.is_some() || s.knee_after.is_some());
    sessions_with_score
        .map(|s| SessionKneeScores {
            start_unix_ms: s.start_unix_ms,
            local_ms: local_ms(s.start_unix_ms, s.utc_offset_min),
            before: s.knee_before,
            after: s.knee_after,
        })
        .collect()
}

/// The first and the last score given before a session, 0 to 10; `None` with fewer than two. Scores given after a
/// session are not comparable: some are of the same minute, some of the next day.
pub fn first_and_last_before(scores: &[SessionKneeScores]) -> Option<[u8; 2]> {
    let mut before = scores.iter().filter_map(|s| Some(s.before?.pain.score()));
    Some([before.next()?, before.next_back()?])
}

/// A knee that has not improved in four weeks is a reason to suggest a clinician.
const COMPARED_AFTER_MS: i64 = 28 * DAY_MS;
/// The medians are taken over one week, so that a single bad day does not count as a trend.
const WINDOW_MS: i64 = 7 * DAY_MS;
/// Minimum number of scores in the compared five weeks.
const MIN_SCORES: usize = 4;

/// Whether the knee hurts at least as much in the week up to the last score as four weeks earlier. Only scores given
/// before a session count, because a knee may feel better for a while after one. `false` if the knee does not hurt.
pub fn has_not_improved(scores: &[SessionKneeScores]) -> bool {
    let before: Vec<(i64, u8)> =
        scores.iter().filter_map(|s| Some((s.start_unix_ms, s.before?.pain.score()))).collect();
    let Some((last_unix_ms, _)) = before.last() else { return false };
    let median = |min_age_ms: i64, max_age_ms: i64| {
        let in_window = before
            .iter()
            .filter(|(unix_ms, _)| (min_age_ms..=max_age_ms).contains(&(last_unix_ms - unix_ms)));
        let mut pains: Vec<u8> = in_window.map(|(_, pain)| *pain).collect();
        pains.sort_unstable();
        pains.get(pains.len().checked_sub(1)? / 2).copied()
    };
    let max_age_ms = COMPARED_AFTER_MS + WINDOW_MS;
    let recent_count = before.iter().filter(|(unix_ms, _)| last_unix_ms - unix_ms <= max_age_ms).count();
    match (median(COMPARED_AFTER_MS, max_age_ms), median(0, WINDOW_MS)) {
        (Some(early), Some(late)) => recent_count >= MIN_SCORES && late > 0 && late >= early,
        _ => false,
    }
}
