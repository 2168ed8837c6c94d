//! What in the history asks for a clinician's look: said once, not every time (`product.md` section 5).

use super::{
    ease::eased_or_not,
    history::History,
    knee,
    leg::{Leg, Position},
    track::{Track, tracks},
};

/// A track's last sessions that are looked at.
const LAST: usize = 5;
/// Not eased in so many of them.
const MANY: usize = 4;

/// A reason to see a clinician.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// A spot did not ease in four of its last five sessions.
    NotEased(Leg, Position),
    /// The knee is no better than four weeks ago.
    Knee,
}

/// The prompts that have come up since the person last read one, at that unix millisecond.
///
/// What is dated later than now comes from a clock that was ahead: such a reading is as if it had not been, and what
/// came up in such a session is said until anything is read, and once more when its moment has come.
pub fn prompts(history: &History, read_unix_ms: Option<i64>, now_unix_ms: i64) -> Vec<Prompt> {
    let read_unix_ms = read_unix_ms.filter(|read| *read <= now_unix_ms);
    let is_unread = |since: i64| read_unix_ms.is_none_or(|read| read < since && since <= now_unix_ms);
    let new = |since: Option<i64>| since.is_some_and(is_unread);
    let mut prompts = Vec::new();
    for leg in Leg::BOTH {
        for track in tracks(history, leg) {
            if new(not_eased_since(&track)) {
                prompts.push(Prompt::NotEased(leg, track.position));
            }
        }
    }
    let scores = knee::scores(history);
    let no_better = |count: usize| knee::no_better(&scores[..count]);
    if new(since(scores.len(), no_better).map(|at| scores[at].start_unix_ms)) {
        prompts.push(Prompt::Knee);
    }
    prompts
}

/// Whether sessions that were brought, perhaps older than what was read, ask for what nobody was told: it would not be
/// said, because it began before the reading. Then better twice than never.
pub fn came_up(before: &History, after: &History, read_unix_ms: Option<i64>, now_unix_ms: i64) -> bool {
    let asked = prompts(before, None, now_unix_ms);
    let said = prompts(after, read_unix_ms, now_unix_ms);
    prompts(after, None, now_unix_ms).iter().any(|prompt| !asked.contains(prompt) && !said.contains(prompt))
}

/// The start of the session since which the track has not eased in four of its last five.
fn not_eased_since(track: &Track) -> Option<i64> {
    let told: Vec<(i64, bool)> =
        track.visits.iter().filter_map(|v| Some((v.start_unix_ms, eased_or_not(v.ending)?))).collect();
    let holds = |count: usize| {
        let last = &told[count.saturating_sub(LAST)..count];
        last.iter().filter(|(_, eased)| !eased).count() >= MANY
    };
    since(told.len(), holds).map(|at| told[at].0)
}

/// The index of the item with which a condition on the items up to it came to hold, if it holds for all of them.
fn since(items: usize, holds: impl Fn(usize) -> bool) -> Option<usize> {
    (1..=items).rev().take_while(|count| holds(*count)).last().map(|count| count - 1)
}
