//! Properties of tracks for any history.

use eased::domain::{leg::Leg, session::Session, spot::TrackId, track::tracks};
use proptest::prelude::*;

use super::{DAY_MS, history, id, pinned, session, session_held_at};

/// For each day, the positions of up to five holds.
fn days() -> impl Strategy<Value = Vec<Vec<i32>>> {
    prop::collection::vec(prop::collection::vec(0..=100i32, 0..6), 1..20)
}

fn sessions_of(days: &[Vec<i32>]) -> Vec<Session> {
    (1..).zip(days).map(|(n, positions)| session_held_at(n, positions)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_in_which_sessions_are_added_changes_nothing(
        (days, shuffled) in days().prop_flat_map(|days| {
            let sessions = sessions_of(&days);
            (Just(sessions.clone()), Just(sessions).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(tracks(&history(days), Leg::Right), tracks(&history(shuffled), Leg::Right));
    }

    #[test]
    fn every_hold_is_in_exactly_one_track(days in days()) {
        let sessions = sessions_of(&days);
        let tracks = tracks(&history(sessions), Leg::Right);
        let held: u32 = tracks.iter().flat_map(|t| &t.sessions).map(|v| v.held_ms / 40_000).sum();
        prop_assert_eq!(usize::try_from(held).ok(), Some(days.iter().map(Vec::len).sum::<usize>()));
        for pair in tracks.windows(2) {
            prop_assert!(pair[0].position < pair[1].position);
        }
        for track in &tracks {
            let first = &track.sessions[0];
            prop_assert_eq!(track.id, TrackId { session: first.session_id, hold: first.first_hold });
        }
    }

    #[test]
    fn holds_twenty_points_apart_are_in_two_tracks(
        top in 0..=80i32, extra_points in 0..20i32, days in days(),
    ) {
        let bottom = (top + 20 + extra_points).min(100);
        let mut sessions = sessions_of(&days);
        sessions.push(session_held_at(100, &[top]));
        sessions.push(session_held_at(101, &[bottom]));
        let track_of = |n| tracks(&history(sessions.clone()), Leg::Right)
            .iter()
            .position(|t| t.sessions.iter().any(|v| v.session_id == id(n)));
        prop_assert!(track_of(100).is_some() && track_of(101).is_some());
        prop_assert_ne!(track_of(100), track_of(101));
    }

    #[test]
    fn another_session_never_changes_the_id_of_a_track_that_keeps_its_first_hold(
        days in days(), late in prop::collection::vec(0..=100i32, 0..6), day in 0..30u8,
    ) {
        let mut sessions = sessions_of(&days);
        let before = tracks(&history(sessions.clone()), Leg::Right);
        // The added session is before, among or after the others.
        let mut added = session_held_at(200, &late);
        added.start_unix_ms = i64::from(day) * DAY_MS + 1;
        sessions.push(added);
        let after = tracks(&history(sessions), Leg::Right);
        for track in before {
            let first = &track.sessions[0];
            let continued = after.iter().find(|t| (t.sessions[0].session_id, t.sessions[0].first_hold) == (first.session_id, first.first_hold));
            prop_assert!(continued.is_none_or(|t| t.id == track.id));
        }
    }

    #[test]
    fn a_pinned_hold_stays_with_its_track(days in days(), later in days(), which in 0..100usize) {
        let mut sessions = sessions_of(&days);
        let known = tracks(&history(sessions.clone()), Leg::Right);
        prop_assume!(!known.is_empty());
        let track = &known[which % known.len()];
        sessions.push(session(50, vec![pinned(track.position.percent().into(), track.id)]));
        sessions.extend((51..).zip(&later).map(|(n, positions)| session_held_at(n, positions)));
        let after = tracks(&history(sessions), Leg::Right);
        let track_of = |session| after.iter().position(|t| t.sessions.iter().any(|v| v.session_id == session));
        let named = after.iter().position(|t| {
            t.sessions.iter().any(|v| v.session_id == track.id.session) && t.sessions.iter().any(|v| v.session_id == id(50))
        });
        prop_assert_eq!(named, track_of(id(50)));
    }
}
