//! Tracks: holds at the same place in different sessions are grouped, in whatever order sessions were added.

mod properties;
mod simulated_touches;

use std::sync::Arc;

use eased::domain::{
    draft::Mark,
    history::{History, RevisionBody, SaveStatus, SessionEntry},
    hold::{Ending, Hold},
    leg::{Leg, Position},
    session::{Pass, PassEnd, Session, SessionId},
    spot::{PositionSource, Spot, TrackId},
    track::{Track, recent_tracks, tracks},
    unknown_fields::UnknownFields,
};

use crate::{sample, script::play};

const DAY_MS: i64 = 86_400_000;

/// The id of the session of the n-th day.
pub fn id(n: u8) -> SessionId {
    // Not in order of time, like random ids.
    SessionId::from_random([n.wrapping_mul(77).wrapping_add(31), n, n / 36, 0, 0, 0, 0, 0, 0, 0])
}

fn hold(percent: i32) -> Hold {
    Hold { held_ms: 40_000, ..sample::hold(percent) }
}

/// A session on the n-th day with a pass of the right and one of the left leg; `holds` default to the right leg.
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

/// A session on the n-th day with holds at these positions of the right leg.
fn session_held_at(n: u8, percents: &[i32]) -> Session {
    session(n, percents.iter().copied().map(hold).collect())
}

/// A hold pinned to a track, as after adopting an earlier spot.
fn pinned(percent: i32, track: TrackId) -> Hold {
    Hold { position_source: PositionSource::EarlierSpot, pinned_track: Some(track), ..hold(percent) }
}

/// A history with the first revision of each session.
pub fn history(sessions: impl IntoIterator<Item = Session>) -> History {
    let mut history = History::default();
    for session in sessions {
        let session = Arc::new(session);
        let body = RevisionBody::Full(session.clone());
        let full = Some((1, session.clone()));
        history.merge_entry(
            session.id,
            SessionEntry { rev: 1, crc: 0, body, newest_full: full, save_status: SaveStatus::InBothStores },
        );
    }
    history
}

/// The position of each track of the right leg, and the days on which it was held.
fn positions_and_days(sessions: impl IntoIterator<Item = Session>) -> Vec<(u8, Vec<i64>)> {
    let days = |track: Track| {
        let days = track.sessions.iter().map(|session| session.start_unix_ms / DAY_MS).collect();
        (track.position.percent(), days)
    };
    tracks(&history(sessions), Leg::Right).into_iter().map(days).collect()
}

#[test]
fn holds_at_one_place_are_one_track_with_the_id_of_the_first_hold() {
    let sessions = [session_held_at(1, &[70, 40]), session_held_at(2, &[36]), session_held_at(3, &[44])];
    assert_eq!(positions_and_days(sessions.clone()), [(40, vec![1, 2, 3]), (70, vec![1])]);
    let ids: Vec<TrackId> = tracks(&history(sessions), Leg::Right).iter().map(|t| t.id).collect();
    assert_eq!(ids, [TrackId { session: id(1), hold: 1 }, TrackId { session: id(1), hold: 0 }]);
}

#[test]
fn each_leg_has_separate_tracks() {
    let left = Hold { pass: 1, ..hold(40) };
    let history = history([session(1, vec![hold(42), left]), session_held_at(2, &[43])]);
    let positions = |leg| tracks(&history, leg).iter().map(|t| t.position.percent()).collect::<Vec<_>>();
    assert_eq!(positions(Leg::Right), [43]);
    assert_eq!(positions(Leg::Left), [40]);
}

#[test]
fn a_hold_placed_by_the_pacer_counts_only_once_confirmed() {
    let session_with = |position_source| session(1, vec![Hold { position_source, ..hold(40) }]);
    assert_eq!(positions_and_days([session_with(PositionSource::Estimated)]), []);
    assert_eq!(positions_and_days([session_with(PositionSource::Confirmed)]), [(40, vec![1])]);
}

#[test]
fn two_places_held_in_one_session_stay_two_tracks() {
    let days = |n| session_held_at(n, &[30, 42]);
    assert_eq!(positions_and_days((1..6).map(days)), [(30, vec![1, 2, 3, 4, 5]), (42, vec![1, 2, 3, 4, 5])]);
}

#[test]
fn a_track_session_sums_its_holds_and_has_the_last_ending() {
    let first = Hold { ending: Ending::MovedOn, held_ms: 50_000, ..hold(40) };
    let track_session = |holds| tracks(&history([session(1, holds)]), Leg::Right)[0].sessions[0].clone();
    let eased = track_session(vec![first.clone(), hold(40)]);
    assert_eq!((eased.ending, eased.held_ms, eased.ease_ms), (Ending::Eased, 90_000, Some(90_000)));
    let moved_on = track_session(vec![hold(40), first.clone()]);
    assert_eq!((moved_on.ending, moved_on.held_ms, moved_on.ease_ms), (Ending::MovedOn, 90_000, None));
    let gap = track_session(vec![Hold { gap_ms: 9_000, ..first }, hold(40)]);
    assert_eq!((gap.ending, gap.ease_ms), (Ending::Eased, None));
    assert_eq!(track_session(vec![Hold { edited: true, ..hold(40) }]).ease_ms, None);
    assert_eq!(track_session(vec![Hold { paused_ms: 5_001, ..hold(40) }]).ease_ms, None);
}

#[test]
fn a_pinned_hold_belongs_to_its_track_wherever_it_is() {
    let first = TrackId { session: id(1), hold: 0 };
    let far = session(2, vec![pinned(80, first)]);
    assert_eq!(positions_and_days([session_held_at(1, &[40]), far.clone()]), [(60, vec![1, 2])]);
    // Nearby holds of other sessions do not separate them.
    let others = (3..9).map(|n| session_held_at(n, &[38, 82]));
    let all: Vec<Session> = [session_held_at(1, &[40]), far].into_iter().chain(others).collect();
    assert!(tracks(&history(all), Leg::Right).iter().any(|t| t.id == first && t.sessions.len() == 2));
}

#[test]
fn a_track_keeps_its_id_without_the_session_of_its_first_hold() {
    let first = TrackId { session: id(1), hold: 0 };
    let later =
        [session(2, vec![pinned(40, first)]), session(3, vec![pinned(40, first)]), session_held_at(4, &[43])];
    let tracks = tracks(&history(later), Leg::Right);
    assert_eq!((tracks.len(), tracks[0].id, tracks[0].sessions.len()), (1, first, 3));
}

#[test]
fn a_hold_on_an_adopted_mark_is_pinned_to_its_track() {
    let app = play(
        "earlier spot right 20
         left out left
         0 start
         8 tap
         22 tap
         30 tap
         50 stop
         51 stop now",
    );
    let sessions = app.model.history.sessions_newest_first();
    let hold = &sessions[0].holds[0];
    let track = TrackId { session: SessionId::from_random([200; 10]), hold: 1 };
    assert_eq!((hold.position_source, hold.pinned_track), (PositionSource::EarlierSpot, Some(track)));
    assert_eq!(tracks(&app.model.history, Leg::Right)[0].id, track);
}

#[test]
fn resolving_pins_ends_despite_cycles() {
    let [a, b] = [1, 2].map(|n| TrackId { session: id(n), hold: 0 });
    let circle = [session(1, vec![pinned(40, b)]), session(2, vec![pinned(40, a)])];
    assert_eq!(positions_and_days(circle), [(40, vec![1, 2])]);
}

#[test]
fn recent_tracks_are_those_of_the_last_eight_sessions_newest_first() {
    let planned_positions = |sessions: Vec<Session>| -> Vec<u8> {
        recent_tracks(&history(sessions), Leg::Right).iter().map(|t| t.position.percent()).collect()
    };
    assert_eq!(
        planned_positions(vec![
            session_held_at(1, &[10]),
            session_held_at(2, &[90]),
            session_held_at(3, &[50, 30])
        ]),
        [30, 50, 90, 10]
    );
    assert_eq!(planned_positions(vec![session_held_at(1, &[10, 30, 50, 70, 90])]).len(), 4);
    let rolled = |n| session(n, Vec::new());
    let mut sessions = vec![session_held_at(1, &[10])];
    sessions.extend((2..9).map(rolled));
    assert_eq!(planned_positions(sessions.clone()), [10]);
    sessions.push(rolled(9));
    assert!(planned_positions(sessions).is_empty());
}

#[test]
fn a_track_is_marked_by_a_mark_within_eight_points() {
    let track = &tracks(&history([session_held_at(1, &[40])]), Leg::Right)[0];
    let mark = |percent| {
        let spot = Spot {
            position: Position::clamped(percent),
            position_source: PositionSource::List,
            pinned_track: None,
            pain: None,
        };
        [Mark { id: 1, spot, unknown: UnknownFields::NONE }]
    };
    assert!(track.is_marked(&mark(48)) && track.is_marked(&mark(32)));
    assert!(!track.is_marked(&mark(49)) && !track.is_marked(&[]));
}
