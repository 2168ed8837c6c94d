//! Today's spots, read off the history: a proposal with a reason for each, never an order.

use std::cmp::Reverse;

use super::{
    ease::{eased_or_not, quarter},
    history::History,
    leg::{Leg, Position},
    phase::CAP_MS,
    spot::{Placed, Spot, TrackId},
    track::{Track, Visit, tracks},
};

/// Most spots that a plan has on a leg (`product.md` section 5: dose).
const MOST: usize = 4;
/// Sessions of a leg, or of a spot, that are looked back on.
const LATELY: usize = 5;
/// A spot that did not ease in so many of them is there for that reason.
const OFTEN_UNEASED: usize = 2;

/// Why a spot is in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It did not ease in so many of its last sessions; of how many.
    NotEased(usize, usize),
    /// Of the leg's planned spots it takes longest to ease.
    Longest,
    /// It was held in so many of the leg's last sessions; of how many.
    Held(usize, usize),
}

/// A planned spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Which track.
    pub track: TrackId,
    /// Where.
    pub position: Position,
    /// Why.
    pub why: Why,
    /// How long it will take: the median of its last times, milliseconds; the cap where none is known.
    pub expected_ms: u32,
}

impl Planned {
    /// As a mark.
    pub const fn spot(&self) -> Spot {
        Spot { position: self.position, placed: Placed::Plan, track: Some(self.track), pain: None }
    }
}

/// The plan of a leg: at most four spots, those that were held most often lately, from the hip to the knee.
pub fn plan(history: &History, leg: Leg) -> Vec<Planned> {
    let mut sessions = history.newest_first();
    sessions.retain(|session| session.passes.iter().any(|pass| pass.leg == leg));
    sessions.truncate(LATELY);
    let (Some(last), Some(first)) = (sessions.first(), sessions.last()) else { return Vec::new() };
    let held_since =
        |track: &Track, unix_ms| track.visits.iter().filter(|v| v.start_unix_ms >= unix_ms).count();
    let mut found: Vec<(usize, Planned)> = tracks(history, leg)
        .iter()
        .map(|track| (held_since(track, first.start_unix_ms), held_since(track, last.start_unix_ms), track))
        // Met once and not again it may have been nothing.
        .filter(|(held, held_last, _)| held + held_last > 1)
        .map(|(held, _, track)| (held, planned(track, Why::Held(held, sessions.len()))))
        .collect();
    found.sort_by_key(|(held, planned)| Reverse((*held, planned.expected_ms)));
    found.truncate(MOST);
    let mut plan: Vec<Planned> = found.into_iter().map(|(_, planned)| planned).collect();
    plan.sort_by_key(|planned| planned.position);
    let longest = plan.iter().map(|p| p.expected_ms).max();
    let mut those = plan.iter_mut().filter(|p| Some(p.expected_ms) == longest);
    if let (Some(one), None) = (those.next(), those.next())
        && let Why::Held(..) = one.why
        && plan.len() > 1
    {
        // Borrowed anew: which one it was is known by its time.
        plan.iter_mut().filter(|p| Some(p.expected_ms) == longest).for_each(|p| p.why = Why::Longest);
    }
    plan
}

/// The plan of both legs as marks: left, then right.
pub fn planned_spots(history: &History) -> [Vec<Spot>; 2] {
    Leg::BOTH.map(|leg| plan(history, leg).iter().map(Planned::spot).collect())
}

/// A spot of the plan; there for this reason unless it often did not ease.
fn planned(track: &Track, why: Why) -> Planned {
    let told = |visit: &&Visit| eased_or_not(visit.ending).is_some();
    let last: Vec<&Visit> = track.visits.iter().rev().filter(told).take(LATELY).collect();
    let uneased = last.iter().filter(|visit| eased_or_not(visit.ending) == Some(false)).count();
    Planned {
        track: track.id,
        position: track.position,
        why: if uneased >= OFTEN_UNEASED { Why::NotEased(uneased, last.len()) } else { why },
        expected_ms: expected_ms(&last),
    }
}

/// The median of the times to ease among these, milliseconds, and never past the cap; the cap where none is known, after
/// which it is enough for a spot.
fn expected_ms(visits: &[&Visit]) -> u32 {
    let mut times: Vec<u32> = visits.iter().filter_map(|visit| visit.ease_ms).collect();
    times.sort_unstable();
    quarter(&times, 2).unwrap_or(CAP_MS).min(CAP_MS)
}
