//! The plan: a suggestion of today's spots, derived from the history, with a reason for each.

use std::cmp::Reverse;

use super::{
    ease_statistics::{has_eased, quartile},
    history::History,
    hold_cue::HoldCue,
    leg::{Leg, Position},
    spot::{PositionSource, Spot, TrackId},
    track::{Track, TrackSession, tracks},
};

/// Maximum number of planned spots on each leg.
const MAX_SPOTS: usize = 4;
/// Number of most recent sessions of a leg, or of a spot, that are considered.
const RECENT_SESSIONS: usize = 5;
/// A spot that did not ease in this many of its recent sessions has the reason [`PlanReason::NotEased`].
const MIN_NOT_EASED: usize = 2;

/// Why a spot is in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanReason {
    /// It did not ease in the first number of its recent sessions, out of the second number.
    NotEased(usize, usize),
    /// It takes longest to ease of the leg's planned spots.
    Longest,
    /// It was held in the first number of the leg's recent sessions, out of the second number.
    Held(usize, usize),
}

/// A planned spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedSpot {
    /// Its track.
    pub track: TrackId,
    /// Its position.
    pub position: Position,
    /// Why it is in the plan.
    pub reason: PlanReason,
    /// The expected time to ease, milliseconds: the median of its recent times, at most the cap; the cap if there are
    /// none.
    pub expected_ms: u32,
}

impl PlannedSpot {
    /// The spot to mark on the leg.
    pub const fn to_spot(&self) -> Spot {
        Spot {
            position: self.position,
            position_source: PositionSource::Plan,
            pinned_track: Some(self.track),
            pain: None,
        }
    }
}

/// The plan of a leg: the spots held most often in its recent sessions, from the hip to the knee; at most
/// [`MAX_SPOTS`].
pub fn plan(history: &History, leg: Leg) -> Vec<PlannedSpot> {
    let mut sessions = history.sessions_newest_first();
    sessions.retain(|session| session.passes.iter().any(|pass| pass.leg == leg));
    sessions.truncate(RECENT_SESSIONS);
    let (Some(last), Some(first)) = (sessions.first(), sessions.last()) else { return Vec::new() };
    let held_since = |track: &Track, unix_ms| {
        track.sessions.iter().filter(|session| session.start_unix_ms >= unix_ms).count()
    };
    let mut candidates: Vec<(usize, PlannedSpot)> = tracks(history, leg)
        .iter()
        .map(|track| (held_since(track, first.start_unix_ms), held_since(track, last.start_unix_ms), track))
        // Leaves out spots that were held only once, unless in the newest session.
        .filter(|(session_count, newest_count, _)| session_count + newest_count > 1)
        .map(|(session_count, _, track)| {
            (session_count, planned_spot(track, PlanReason::Held(session_count, sessions.len())))
        })
        .collect();
    candidates.sort_by_key(|(session_count, spot)| Reverse((*session_count, spot.expected_ms)));
    candidates.truncate(MAX_SPOTS);
    let mut plan: Vec<PlannedSpot> = candidates.into_iter().map(|(_, spot)| spot).collect();
    plan.sort_by_key(|spot| spot.position);
    let longest_ms = plan.iter().map(|p| p.expected_ms).max();
    let mut longest_spots = plan.iter_mut().filter(|p| Some(p.expected_ms) == longest_ms);
    if let (Some(longest_spot), None) = (longest_spots.next(), longest_spots.next())
        && let PlanReason::Held(..) = longest_spot.reason
        && plan.len() > 1
    {
        // The iterator above borrows `plan`, so the spot is looked up again by its time.
        plan.iter_mut()
            .filter(|p| Some(p.expected_ms) == longest_ms)
            .for_each(|p| p.reason = PlanReason::Longest);
    }
    plan
}

/// The planned spots of the left and the right leg.
pub fn planned_spots(history: &History) -> [Vec<Spot>; 2] {
    Leg::BOTH.map(|leg| plan(history, leg).iter().map(PlannedSpot::to_spot).collect())
}

/// The planned spot of a track, with `reason` unless [`PlanReason::NotEased`] applies.
fn planned_spot(track: &Track, reason: PlanReason) -> PlannedSpot {
    let has_known_outcome = |session: &&TrackSession| has_eased(session.ending).is_some();
    let last: Vec<&TrackSession> =
        track.sessions.iter().rev().filter(has_known_outcome).take(RECENT_SESSIONS).collect();
    let not_eased = last.iter().filter(|session| has_eased(session.ending) == Some(false)).count();
    PlannedSpot {
        track: track.id,
        position: track.position,
        reason: if not_eased >= MIN_NOT_EASED { PlanReason::NotEased(not_eased, last.len()) } else { reason },
        expected_ms: expected_ms(&last),
    }
}

/// The median of the sessions' times to ease, milliseconds; at most the cap, and the cap if there are none.
fn expected_ms(sessions: &[&TrackSession]) -> u32 {
    let mut times: Vec<u32> = sessions.iter().filter_map(|session| session.ease_ms).collect();
    times.sort_unstable();
    let cap_ms = HoldCue::Cap.at_ms();
    quartile(&times, 2).unwrap_or(cap_ms).min(cap_ms)
}
