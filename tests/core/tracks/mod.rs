//! Tracks: the same place met again is found again, whatever the order in which sessions arrive.

mod laws;
mod touches;

use std::sync::Arc;

use eased::domain::{
    draft::Mark,
    history::{Body, Entry, History, SaveStatus},
    hold::{Ending, Hold},
    leg::{Leg, Position},
    session::{Pass, PassEnd, Session, SessionId},
    spot::{Placed, Spot, TrackId},
    track::{Track, recent, tracks},
    unknown_fields::UnknownFields,
};

use crate::{sample, script::play};

const DAY_MS: i64 = 86_400_000;

pub fn id(n: u8) -> SessionId {
    // Not in the order of time, as with random names.
    SessionId::from_random([n.wrapping_mul(77).wrapping_add(31), n, n / 36, 0, 0, 0, 0, 0, 0, 0])
}

fn hold(percent: i32) -> Hold {
    Hold { held_ms: 40_000, ..sample::hold(percent) }
}

/// A session of the right leg, on the n-th day.
pub fn session(n: u8, holds: Vec<Hold>) -> Session {
    let pass = |leg| Pass { active_ms: 60_000, end: Some(PassEnd::Knee), ..sample::pass(leg) };
    Session {
        start_unix_ms: i64::from(n) * DAY_MS,
        end_unix_ms: i64::from(n) * DAY_MS + 600_000,
        passes: vec![pass(Leg::Right), pass(Leg::Left)],
        holds,
        ..sample::session(id(n))
    }
}

fn at(n: u8, places: &[i32]) -> Session {
    session(n, places.iter().copied().map(hold).collect())
}

fn pinned(percent: i32, track: TrackId) -> Hold {
    Hold { placed: Placed::Ring, track: Some(track), ..hold(percent) }
}

pub fn history(sessions: impl IntoIterator<Item = Session>) -> History {
    let mut history = History::default();
    for session in sessions {
        let session = Arc::new(session);
        let body = Body::Full(session.clone());
        let full = Some((1, session.clone()));
        history.merge(session.id, Entry { rev: 1, crc: 0, body, full, kept: SaveStatus::Both });
    }
    history
}

/// Position, and the days it was held, of every track.
fn told(sessions: impl IntoIterator<Item = Session>) -> Vec<(u8, Vec<i64>)> {
    let days = |track: Track| {
        let days = track.visits.iter().map(|visit| visit.start_unix_ms / DAY_MS).collect();
        (track.position.percent(), days)
    };
    tracks(&history(sessions), Leg::Right).into_iter().map(days).collect()
}

#[test]
fn a_place_met_again_is_one_track_named_after_its_first_hold() {
    let sessions = [at(1, &[70, 40]), at(2, &[36]), at(3, &[44])];
    assert_eq!(told(sessions.clone()), [(40, vec![1, 2, 3]), (70, vec![1])]);
    let ids: Vec<TrackId> = tracks(&history(sessions), Leg::Right).iter().map(|t| t.id).collect();
    assert_eq!(ids, [TrackId { session: id(1), hold: 1 }, TrackId { session: id(1), hold: 0 }]);
}

#[test]
fn the_other_leg_has_tracks_of_its_own() {
    let left = Hold { pass: 1, ..hold(40) };
    let history = history([session(1, vec![hold(42), left]), at(2, &[43])]);
    let positions = |leg| tracks(&history, leg).iter().map(|t| t.position.percent()).collect::<Vec<_>>();
    assert_eq!(positions(Leg::Right), [43]);
    assert_eq!(positions(Leg::Left), [40]);
}

#[test]
fn what_the_pacer_guessed_takes_no_part_until_it_is_called_right() {
    let guessed = |placed| session(1, vec![Hold { placed, ..hold(40) }]);
    assert_eq!(told([guessed(Placed::Paced)]), []);
    assert_eq!(told([guessed(Placed::Confirmed)]), [(40, vec![1])]);
}

#[test]
fn two_places_told_apart_in_a_session_stay_two() {
    let days = |n| at(n, &[30, 42]);
    assert_eq!(told((1..6).map(days)), [(30, vec![1, 2, 3, 4, 5]), (42, vec![1, 2, 3, 4, 5])]);
}

#[test]
fn one_value_per_session_sums_the_holds_and_the_last_ending_counts() {
    let first = Hold { ending: Ending::MovedOn, held_ms: 50_000, ..hold(40) };
    let visit = |holds| tracks(&history([session(1, holds)]), Leg::Right)[0].visits[0].clone();
    let eased = visit(vec![first.clone(), hold(40)]);
    assert_eq!((eased.ending, eased.held_ms, eased.ease_ms), (Ending::Eased, 90_000, Some(90_000)));
    let moved_on = visit(vec![hold(40), first.clone()]);
    assert_eq!((moved_on.ending, moved_on.held_ms, moved_on.ease_ms), (Ending::MovedOn, 90_000, None));
    let gap = visit(vec![Hold { gap_ms: 9_000, ..first }, hold(40)]);
    assert_eq!((gap.ending, gap.ease_ms), (Ending::Eased, None));
    assert_eq!(visit(vec![Hold { edited: true, ..hold(40) }]).ease_ms, None);
    assert_eq!(visit(vec![Hold { paused_ms: 5_001, ..hold(40) }]).ease_ms, None);
}

#[test]
fn a_pinned_hold_belongs_to_its_track_wherever_it_lies() {
    let first = TrackId { session: id(1), hold: 0 };
    let far = session(2, vec![pinned(80, first)]);
    assert_eq!(told([at(1, &[40]), far.clone()]), [(60, vec![1, 2])]);
    // Nearby holds of other days do not part them.
    let others = (3..9).map(|n| at(n, &[38, 82]));
    let all: Vec<Session> = [at(1, &[40]), far].into_iter().chain(others).collect();
    assert!(tracks(&history(all), Leg::Right).iter().any(|t| t.id == first && t.visits.len() == 2));
}

#[test]
fn a_track_keeps_its_name_when_the_session_it_is_named_after_is_gone() {
    let first = TrackId { session: id(1), hold: 0 };
    let later = [session(2, vec![pinned(40, first)]), session(3, vec![pinned(40, first)]), at(4, &[43])];
    let tracks = tracks(&history(later), Leg::Right);
    assert_eq!((tracks.len(), tracks[0].id, tracks[0].visits.len()), (1, first, 3));
}

#[test]
fn a_hold_on_an_adopted_mark_is_kept_pinned() {
    let world = play(
        "ring right 20
         left out left
         0 start
         8 tap
         22 tap
         30 tap
         50 stop
         51 stop now",
    );
    let kept = world.model.history.newest_first();
    let hold = &kept[0].holds[0];
    let track = TrackId { session: SessionId::from_random([200; 10]), hold: 1 };
    assert_eq!((hold.placed, hold.track), (Placed::Ring, Some(track)));
    assert_eq!(tracks(&world.model.history, Leg::Right)[0].id, track);
}

#[test]
fn pins_that_lead_in_circles_come_to_an_end() {
    let [a, b] = [1, 2].map(|n| TrackId { session: id(n), hold: 0 });
    let circle = [session(1, vec![pinned(40, b)]), session(2, vec![pinned(40, a)])];
    assert_eq!(told(circle), [(40, vec![1, 2])]);
}

#[test]
fn earlier_spots_are_those_of_the_last_eight_sessions_latest_first() {
    let places = |sessions: Vec<Session>| -> Vec<u8> {
        recent(&history(sessions), Leg::Right).iter().map(|t| t.position.percent()).collect()
    };
    assert_eq!(places(vec![at(1, &[10]), at(2, &[90]), at(3, &[50, 30])]), [30, 50, 90, 10]);
    assert_eq!(places(vec![at(1, &[10, 30, 50, 70, 90])]).len(), 4);
    let rolled = |n| session(n, Vec::new());
    let mut sessions = vec![at(1, &[10])];
    sessions.extend((2..9).map(rolled));
    assert_eq!(places(sessions.clone()), [10]);
    sessions.push(rolled(9));
    assert!(places(sessions).is_empty());
}

#[test]
fn an_earlier_spot_is_marked_by_a_mark_within_eight_points() {
    let track = &tracks(&history([at(1, &[40])]), Leg::Right)[0];
    let mark = |percent| {
        let spot =
            Spot { position: Position::clamped(percent), placed: Placed::List, track: None, pain: None };
        [Mark { id: 1, spot, unknown: UnknownFields::NONE }]
    };
    assert!(track.is_marked(&mark(48)) && track.is_marked(&mark(32)));
    assert!(!track.is_marked(&mark(49)) && !track.is_marked(&[]));
}
