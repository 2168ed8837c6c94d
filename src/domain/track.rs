//! Tracks: the same place met again in other sessions.
//!
//! Nothing of this is kept. A track is read off the holds, so that it comes out the same in whatever order
//! sessions have arrived, and a hold that is corrected or deleted simply stands elsewhere or nowhere.

use std::{cmp::Reverse, sync::Arc};

use super::{
    draft::Mark,
    history::History,
    hold::{Ending, Hold},
    leg::{Leg, Position},
    running::NEAR,
    session::{Session, SessionId},
    spot::{Placed, TrackId},
};

/// Between the upmost and the lowest hold of a track lie at most so many points: each is within 8 of its
/// middle, since people miss a place by 4 to 7. Places 20 points apart are never one.
const WIDTH: usize = 2 * NEAR as usize;
/// Whole percents in the zone.
const PLACES: usize = 101;
/// An earlier spot is offered while it was held in so many last sessions of its leg.
const RECENT: usize = 8;
/// Most earlier spots that are offered on a leg.
const MOST_EARLIER: usize = 4;
/// Pins that lead from one track to another are followed so far: an imported file may lead in circles.
const MOST_PINS: usize = 8;

/// One place over the sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Its name: that of its earliest hold, or what that one was pinned to.
    pub id: TrackId,
    /// Which leg.
    pub leg: Leg,
    /// The median of where it was held.
    pub position: Position,
    /// Its sessions, oldest first; never empty.
    pub visits: Vec<Visit>,
}

/// A track in one session: several holds are one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The session.
    pub session: SessionId,
    /// When it began, unix milliseconds.
    pub start_unix_ms: i64,
    /// Its first hold on the track, from 0.
    pub hold: u8,
    /// How the last hold ended.
    pub ending: Ending,
    /// Time held, all holds together.
    pub held_ms: u32,
    /// The same, where it is the time that the spot took to ease.
    pub ease_ms: Option<u32>,
    /// The same, where it did not ease in that time: it would have taken longer.
    pub longer_ms: Option<u32>,
}

/// The tracks of a leg, from the hip to the knee.
pub fn tracks(history: &History, leg: Leg) -> Vec<Track> {
    let sessions = history.newest_first();
    let mut met = met(history, &sessions, leg);
    stand_together(&mut met);
    let windows = windows(&met);
    let mut tracks = Vec::new();
    for name in (0..=Position::BOTTOM.percent()).filter(|top| windows[usize::from(*top)] == *top) {
        let of: Vec<&Met> = met.iter().filter(|m| windows[usize::from(m.at.percent())] == name).collect();
        tracks.extend(track(leg, &of));
    }
    tracks
}

/// The tracks of a leg that were held lately, those held last first.
pub fn recent(history: &History, leg: Leg) -> Vec<Track> {
    let mut sessions = history.newest_first();
    sessions.retain(|session| session.passes.iter().any(|pass| pass.leg == leg));
    let since = sessions.get(RECENT - 1).map_or(i64::MIN, |session| session.start_unix_ms);
    let mut recent = tracks(history, leg);
    recent.retain(|track| track.last_unix_ms() >= since);
    recent.sort_by_key(|track| Reverse(track.last_unix_ms()));
    recent.truncate(MOST_EARLIER);
    recent
}

impl Track {
    /// Whether a mark stands where this track is.
    pub fn is_marked(&self, marks: &[Mark]) -> bool {
        marks.iter().any(|mark| mark.spot.position.distance(self.position) <= NEAR)
    }

    fn last_unix_ms(&self) -> i64 {
        self.visits.last().map_or(i64::MIN, |visit| visit.start_unix_ms)
    }
}

/// A hold that takes part.
struct Met<'a> {
    session: &'a Session,
    hold: &'a Hold,
    name: TrackId,
    /// What it is pinned to, or its own name.
    root: TrackId,
    /// Where it counts.
    at: Position,
}

/// The holds of a leg, oldest first. What the pacer guessed takes no part.
fn met<'a>(history: &History, newest_first: &'a [Arc<Session>], leg: Leg) -> Vec<Met<'a>> {
    let mut all = Vec::new();
    for session in newest_first.iter().rev() {
        for (index, hold) in (0..=u8::MAX).zip(&session.holds) {
            let pass = session.passes.get(usize::from(hold.pass));
            if hold.placed != Placed::Paced && pass.is_some_and(|pass| pass.leg == leg) {
                let name = TrackId { session: session.id, hold: index };
                let root = hold.track.map_or(name, |track| root(history, track));
                all.push(Met { session, hold, name, root, at: hold.position });
            }
        }
    }
    all
}

/// What a track that was pinned is part of: the hold that it is named after may have been pinned itself.
fn root(history: &History, mut track: TrackId) -> TrackId {
    for _ in 0..MOST_PINS {
        let named = history.session(track.session).and_then(|s| s.holds.get(usize::from(track.hold)));
        match named.and_then(|hold| hold.track) {
            Some(next) => track = next,
            None => break,
        }
    }
    track
}

/// A hold and all that were pinned to it count at one place, the median of theirs: so they stay together
/// whatever else is held nearby, and even when the session that they are named after is gone.
fn stand_together(met: &mut [Met]) {
    let mut done: Vec<TrackId> = Vec::new();
    for at in 0..met.len() {
        let root = met[at].root;
        if met[at].hold.track.is_some() && !done.contains(&root) {
            done.push(root);
            let middle = median(met.iter().filter(|m| m.root == root));
            for met in met.iter_mut().filter(|m| m.root == root) {
                met.at = middle;
            }
        }
    }
}

/// For every place the name of its window. The window with the most holds is taken first, of equal ones the
/// narrowest, then the upmost; then the next among the places that are left.
///
/// Not joined one by one as the sessions come: the first one missed its place as well, and a later one then
/// may be 8 points from it and still mean the same. Measured on simulated touches, that loses one in five.
fn windows(met: &[Met]) -> [u8; PLACES] {
    let mut held = [0u32; PLACES];
    // The lowest place of a window that begins here: two places that were told apart within a session are two.
    let mut lowest: [usize; PLACES] = std::array::from_fn(|top| (top + WIDTH).min(PLACES - 1));
    for session in met.chunk_by(|a, b| a.name.session == b.name.session) {
        for met in session {
            let top = usize::from(met.at.percent());
            held[top] += 1;
            for other in session {
                let below = usize::from(other.at.percent());
                if below > top + usize::from(NEAR) {
                    lowest[top] = lowest[top].min(below - 1);
                }
            }
        }
    }
    for top in (1..PLACES).rev() {
        lowest[top - 1] = lowest[top - 1].min(lowest[top]);
    }
    let mut windows = [u8::MAX; PLACES];
    while let Some((top, bottom)) = fullest(&held, &lowest, &windows) {
        windows[top..=bottom].fill(u8::try_from(top).unwrap_or(0));
    }
    windows
}

/// The window with the most holds among the places that are in none.
fn fullest(held: &[u32; PLACES], lowest: &[usize; PLACES], windows: &[u8; PLACES]) -> Option<(usize, usize)> {
    let free = |place: &usize| windows[*place] == u8::MAX;
    let mut best = (0, None);
    for top in (0..PLACES).filter(|top| held[*top] > 0) {
        let mut count = 0;
        for bottom in (top..=lowest[top]).take_while(free) {
            count += held[bottom];
            // A place where nothing is held makes it no fuller.
            let narrow = best.1.is_none_or(|(top_of, bottom_of)| bottom - top < bottom_of - top_of);
            if count > best.0 || (count == best.0 && count > 0 && narrow) {
                best = (count, Some((top, bottom)));
            }
        }
    }
    best.1
}

/// The track of these holds, oldest first.
fn track(leg: Leg, of: &[&Met]) -> Option<Track> {
    let visits = of.chunk_by(|a, b| a.name.session == b.name.session).filter_map(visit).collect();
    Some(Track { id: of.first()?.root, leg, position: median(of.iter().copied()), visits })
}

fn visit(of: &[&Met]) -> Option<Visit> {
    let (first, last) = (of.first()?, of.last()?);
    let held_ms = of.iter().fold(0u32, |sum, m| sum.saturating_add(m.hold.held_ms));
    let undisturbed = of.iter().all(|m| m.hold.undisturbed());
    let longer = matches!(last.hold.ending, Ending::MovedOn | Ending::Limit) && !last.hold.edited;
    Some(Visit {
        session: first.name.session,
        start_unix_ms: first.session.start_unix_ms,
        hold: first.name.hold,
        ending: last.hold.ending,
        held_ms,
        ease_ms: (undisturbed && last.hold.told_easing()).then_some(held_ms),
        longer_ms: (undisturbed && longer).then_some(held_ms),
    })
}

/// The median of where holds are, rounded toward the knee. Counted, not sorted: there are 101 places only.
fn median<'a>(of: impl Iterator<Item = &'a Met<'a>>) -> Position {
    let (mut held, mut all) = ([0u32; PLACES], 0);
    for met in of {
        held[usize::from(met.hold.position.percent())] += 1;
        all += 1;
    }
    // The place of the n-th hold, from the hip.
    let nth = |n: u32| {
        let mut above = 0;
        let places = held.iter().take_while(|here| {
            above += **here;
            above <= n
        });
        i32::try_from(places.count()).unwrap_or(0)
    };
    Position::clamped((nth(u32::saturating_sub(all, 1) / 2) + nth(all / 2) + 1) / 2)
}
