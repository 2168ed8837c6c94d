//! Tracks: groups of holds at the same place of a leg in different sessions.
//!
//! Tracks are not stored but computed from the holds, so that the result does not depend on the order in which sessions
//! were added, and a hold that is edited or deleted needs no further update.

use std::{cmp::Reverse, sync::Arc};

use super::{
    draft::Mark,
    history::History,
    hold::{Ending, Hold},
    leg::{Leg, Position},
    running::SAME_SPOT_PERCENT,
    session::{Session, SessionId},
    spot::{PositionSource, TrackId},
};

/// Maximum distance between the top and the bottom hold of a track, in points (percent of the zone): each hold is
/// within [`SAME_SPOT_PERCENT`] of the middle, because people miss a place by 4 to 7. Holds 20 points apart are never in one
/// track.
const MAX_TRACK_HEIGHT_POINTS: usize = 2 * SAME_SPOT_PERCENT as usize;
/// Number of positions: 0 to 100 percent.
const POSITION_COUNT: usize = 101;
/// A track is offered as an earlier spot if it was held in at least one of this many last sessions of its leg.
const RECENT_SESSIONS: usize = 8;
/// Maximum number of earlier spots offered on a leg.
const MAX_EARLIER_SPOTS: usize = 4;
/// Maximum number of pins followed from one track to another: an imported file may contain cycles.
const MAX_PINS_FOLLOWED: usize = 8;

/// The holds at one place of a leg over the sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// The id of its earliest hold, or of the track that this hold is pinned to.
    pub id: TrackId,
    /// Which leg.
    pub leg: Leg,
    /// The median of the positions of its holds.
    pub position: Position,
    /// Its sessions, oldest first; never empty.
    pub sessions: Vec<TrackSession>,
}

/// The holds of a track in one session, combined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackSession {
    /// The session.
    pub session_id: SessionId,
    /// When the session began, unix milliseconds.
    pub start_unix_ms: i64,
    /// Index in the session of its first hold on the track.
    pub first_hold: u8,
    /// How the last hold ended.
    pub ending: Ending,
    /// Held time of all holds together, milliseconds.
    pub held_ms: u32,
    /// The same, if the spot eased after this time.
    pub ease_ms: Option<u32>,
    /// The same, if the spot did not ease in this time: a right-censored observation.
    pub censored_ms: Option<u32>,
}

/// The tracks of a leg, from the hip to the knee.
pub fn tracks(history: &History, leg: Leg) -> Vec<Track> {
    let sessions = history.sessions_newest_first();
    let mut holds = holds_of_leg(history, &sessions, leg);
    align_pinned_holds(&mut holds);
    let windows = assign_windows(&holds);
    let mut tracks = Vec::new();
    for window in (0..=Position::BOTTOM.percent()).filter(|top| windows[usize::from(*top)] == *top) {
        let in_window: Vec<&TrackHold> =
            holds.iter().filter(|h| windows[usize::from(h.position.percent())] == window).collect();
        tracks.extend(track(leg, &in_window));
    }
    tracks
}

/// The recent tracks of a leg, which are offered as earlier spots; the most recently held first.
pub fn recent_tracks(history: &History, leg: Leg) -> Vec<Track> {
    let mut sessions = history.sessions_newest_first();
    sessions.retain(|session| session.passes.iter().any(|pass| pass.leg == leg));
    let since = sessions.get(RECENT_SESSIONS - 1).map_or(i64::MIN, |session| session.start_unix_ms);
    let mut recent_tracks = tracks(history, leg);
    recent_tracks.retain(|track| track.last_unix_ms() >= since);
    recent_tracks.sort_by_key(|track| Reverse(track.last_unix_ms()));
    recent_tracks.truncate(MAX_EARLIER_SPOTS);
    recent_tracks
}

impl Track {
    /// Whether there is a mark within [`SAME_SPOT_PERCENT`] of this track.
    pub fn is_marked(&self, marks: &[Mark]) -> bool {
        marks.iter().any(|mark| mark.spot.position.distance(self.position) <= SAME_SPOT_PERCENT)
    }

    fn last_unix_ms(&self) -> i64 {
        self.sessions.last().map_or(i64::MIN, |session| session.start_unix_ms)
    }
}

/// A hold to be assigned to a track.
struct TrackHold<'a> {
    session: &'a Session,
    hold: &'a Hold,
    /// The id of a track that begins with this hold.
    own_id: TrackId,
    /// The track that it is pinned to, otherwise `own_id`.
    track_id: TrackId,
    /// The position that assigns it to a track; differs from `hold.position` for pinned holds.
    position: Position,
}

/// The holds of a leg, oldest first, without those whose position is an estimate of the pacer.
fn holds_of_leg<'a>(history: &History, newest_first: &'a [Arc<Session>], leg: Leg) -> Vec<TrackHold<'a>> {
    let mut holds = Vec::new();
    for session in newest_first.iter().rev() {
        for (index, hold) in (0..=u8::MAX).zip(&session.holds) {
            let pass = session.passes.get(usize::from(hold.pass));
            if hold.position_source != PositionSource::Estimated && pass.is_some_and(|pass| pass.leg == leg) {
                let own_id = TrackId { session: session.id, hold: index };
                let track_id = hold.pinned_track.map_or(own_id, |track| resolve_pins(history, track));
                holds.push(TrackHold { session, hold, own_id, track_id, position: hold.position });
            }
        }
    }
    holds
}

/// Follows pins: the hold that gives a track its id may itself be pinned to another track.
fn resolve_pins(history: &History, mut track: TrackId) -> TrackId {
    for _ in 0..MAX_PINS_FOLLOWED {
        let first_hold = history.session(track.session).and_then(|s| s.holds.get(usize::from(track.hold)));
        match first_hold.and_then(|hold| hold.pinned_track) {
            Some(next) => track = next,
            None => break,
        }
    }
    track
}

/// Moves a hold and all holds pinned to it to the median of their positions. They then stay in one track, whatever
/// other holds are nearby, even if the session of the first hold is deleted.
fn align_pinned_holds(holds: &mut [TrackHold]) {
    let mut aligned: Vec<TrackId> = Vec::new();
    for index in 0..holds.len() {
        let track_id = holds[index].track_id;
        if holds[index].hold.pinned_track.is_some() && !aligned.contains(&track_id) {
            aligned.push(track_id);
            let median = median_position(holds.iter().filter(|h| h.track_id == track_id));
            for hold in holds.iter_mut().filter(|h| h.track_id == track_id) {
                hold.position = median;
            }
        }
    }
}

/// Assigns the positions to windows: for each position, the top of its window (`u8::MAX` without one). The window with
/// the most holds is taken first, in case of a tie the narrowest, then the topmost; then the next one among the
/// remaining positions.
///
/// Clustering the holds in order of time would be worse: the first hold has an error too, so a later one may be more
/// than 8 points away and still mean the same place. On simulated touches, that loses one hold in five.
fn assign_windows(holds: &[TrackHold]) -> [u8; POSITION_COUNT] {
    let mut hold_counts = [0u32; POSITION_COUNT];
    // The bottom of a window that begins at each position. Two places held in the same session stay in two windows.
    let mut max_bottom: [usize; POSITION_COUNT] =
        std::array::from_fn(|top| (top + MAX_TRACK_HEIGHT_POINTS).min(POSITION_COUNT - 1));
    for session_holds in holds.chunk_by(|a, b| a.own_id.session == b.own_id.session) {
        for hold in session_holds {
            let top = usize::from(hold.position.percent());
            hold_counts[top] += 1;
            for other in session_holds {
                let below = usize::from(other.position.percent());
                if below > top + usize::from(SAME_SPOT_PERCENT) {
                    max_bottom[top] = max_bottom[top].min(below - 1);
                }
            }
        }
    }
    for top in (1..POSITION_COUNT).rev() {
        max_bottom[top - 1] = max_bottom[top - 1].min(max_bottom[top]);
    }
    let mut windows = [u8::MAX; POSITION_COUNT];
    while let Some((top, bottom)) = fullest_window(&hold_counts, &max_bottom, &windows) {
        windows[top..=bottom].fill(u8::try_from(top).unwrap_or(0));
    }
    windows
}

/// The window with the most holds among the positions that are not in a window.
fn fullest_window(
    hold_counts: &[u32; POSITION_COUNT],
    max_bottom: &[usize; POSITION_COUNT],
    windows: &[u8; POSITION_COUNT],
) -> Option<(usize, usize)> {
    let is_free = |percent: &usize| windows[*percent] == u8::MAX;
    let mut best = (0, None);
    for top in (0..POSITION_COUNT).filter(|top| hold_counts[*top] > 0) {
        let mut count = 0;
        for bottom in (top..=max_bottom[top]).take_while(is_free) {
            count += hold_counts[bottom];
            // Of windows with equally many holds, prefer the narrowest.
            let is_narrower =
                best.1.is_none_or(|(best_top, best_bottom)| bottom - top < best_bottom - best_top);
            if count > best.0 || (count == best.0 && count > 0 && is_narrower) {
                best = (count, Some((top, bottom)));
            }
        }
    }
    best.1
}

/// The track of these holds, oldest first.
fn track(leg: Leg, holds: &[&TrackHold]) -> Option<Track> {
    let sessions =
        holds.chunk_by(|a, b| a.own_id.session == b.own_id.session).filter_map(track_session).collect();
    Some(Track {
        id: holds.first()?.track_id,
        leg,
        position: median_position(holds.iter().copied()),
        sessions,
    })
}

/// Combines these holds of one session, which are in order of time.
fn track_session(holds: &[&TrackHold]) -> Option<TrackSession> {
    let (first, last) = (holds.first()?, holds.last()?);
    let held_ms = holds.iter().fold(0u32, |sum, h| sum.saturating_add(h.hold.held_ms));
    let undisturbed = holds.iter().all(|m| m.hold.is_undisturbed());
    let is_censored = matches!(last.hold.ending, Ending::MovedOn | Ending::Limit) && !last.hold.edited;
    Some(TrackSession {
        session_id: first.own_id.session,
        start_unix_ms: first.session.start_unix_ms,
        first_hold: first.own_id.hold,
        ending: last.hold.ending,
        held_ms,
        ease_ms: (undisturbed && last.hold.is_eased_unedited()).then_some(held_ms),
        censored_ms: (undisturbed && is_censored).then_some(held_ms),
    })
}

/// The median position of holds, rounded toward the knee; computed by counting instead of sorting.
fn median_position<'a>(holds: impl Iterator<Item = &'a TrackHold<'a>>) -> Position {
    let (mut hold_counts, mut total) = ([0u32; POSITION_COUNT], 0);
    for hold in holds {
        hold_counts[usize::from(hold.hold.position.percent())] += 1;
        total += 1;
    }
    // The position of the n-th hold, from the hip.
    let nth = |n: u32| {
        let mut cumulative = 0;
        let positions_above = hold_counts.iter().take_while(|count| {
            cumulative += **count;
            cumulative <= n
        });
        i32::try_from(positions_above.count()).unwrap_or(0)
    };
    Position::clamped((nth(u32::saturating_sub(total, 1) / 2) + nth(total / 2) + 1) / 2)
}
