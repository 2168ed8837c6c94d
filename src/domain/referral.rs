//! Reasons in the history to see a clinician. Each is shown until the person has read it.

use super::{
    ease_statistics::has_eased,
    history::History,
    knee_scores,
    leg::{Leg, Position},
    track::{Track, tracks},
};

/// Number of most recent sessions of a track that are considered.
const SESSIONS_CONSIDERED: usize = 5;
/// A track that did not ease in this many of them is a reason.
const MIN_NOT_EASED: usize = 4;

/// A reason to see a clinician.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referral {
    /// A spot did not ease in [`MIN_NOT_EASED`] of its last [`SESSIONS_CONSIDERED`] sessions.
    NotEased(Leg, Position),
    /// The knee has not improved in four weeks.
    Knee,
}

/// The referrals that arose after the person last read one, at `read_unix_ms`.
///
/// A timestamp in the future comes from a clock that was ahead. A `read_unix_ms` in the future is ignored; a referral
/// that arose in a session dated in the future is shown until one is read, and again once that time has passed.
pub fn referrals(history: &History, read_unix_ms: Option<i64>, now_unix_ms: i64) -> Vec<Referral> {
    let read_unix_ms = read_unix_ms.filter(|read| *read <= now_unix_ms);
    let is_unread = |since: i64| read_unix_ms.is_none_or(|read| read < since && since <= now_unix_ms);
    let is_new = |since: Option<i64>| since.is_some_and(is_unread);
    let mut referrals = Vec::new();
    for leg in Leg::BOTH {
        for track in tracks(history, leg) {
            if is_new(not_eased_since(&track)) {
                referrals.push(Referral::NotEased(leg, track.position));
            }
        }
    }
    let scores = knee_scores::knee_scores(history);
    let has_not_improved = |count: usize| knee_scores::has_not_improved(&scores[..count]);
    if is_new(since(scores.len(), has_not_improved).map(|index| scores[index].start_unix_ms)) {
        referrals.push(Referral::Knee);
    }
    referrals
}

/// Whether the history after an import has a new referral that [`referrals`] would not return, because it arose before
/// `read_unix_ms`. `read_unix_ms` should be cleared then: better to show a referral twice than never.
pub fn has_hidden_new_referral(
    before: &History,
    after: &History,
    read_unix_ms: Option<i64>,
    now_unix_ms: i64,
) -> bool {
    let all_before = referrals(before, None, now_unix_ms);
    let shown_after = referrals(after, read_unix_ms, now_unix_ms);
    let all_after = referrals(after, None, now_unix_ms);
    all_after.iter().any(|referral| !all_before.contains(referral) && !shown_after.contains(referral))
}

/// The start, in unix milliseconds, of the session with which [`Referral::NotEased`] arose; `None` if it does not
/// apply.
fn not_eased_since(track: &Track) -> Option<i64> {
    let outcomes: Vec<(i64, bool)> =
        track.sessions.iter().filter_map(|s| Some((s.start_unix_ms, has_eased(s.ending)?))).collect();
    let is_not_easing = |count: usize| {
        let last = &outcomes[count.saturating_sub(SESSIONS_CONSIDERED)..count];
        last.iter().filter(|(_, eased)| !eased).count() >= MIN_NOT_EASED
    };
    since(outcomes.len(), is_not_easing).map(|index| outcomes[index].0)
}

/// The index of the item since which the condition has held without a break; `None` if it does not hold for all items.
/// `holds(n)` is the condition on the first `n` items.
fn since(items: usize, holds: impl Fn(usize) -> bool) -> Option<usize> {
    (1..=items).rev().take_while(|count| holds(*count)).last().map(|count| count - 1)
}
