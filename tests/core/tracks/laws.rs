//! Laws of tracks for any history.

use eased::domain::{leg::Leg, session::Session, spot::TrackId, track::tracks};
use proptest::prelude::*;

use super::{DAY_MS, at, history, id, pinned, session};

/// Days with up to six holds anywhere.
fn days() -> impl Strategy<Value = Vec<Vec<i32>>> {
    prop::collection::vec(prop::collection::vec(0..=100i32, 0..6), 1..20)
}

fn of_days(days: &[Vec<i32>]) -> Vec<Session> {
    (1..).zip(days).map(|(n, places)| at(n, places)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_arrival_changes_nothing(
        (days, shuffled) in days().prop_flat_map(|days| {
            let sessions = of_days(&days);
            (Just(sessions.clone()), Just(sessions).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(tracks(&history(days), Leg::Right), tracks(&history(shuffled), Leg::Right));
    }

    #[test]
    fn every_hold_is_in_one_track_and_none_is_twenty_points_wide(days in days()) {
        let sessions = of_days(&days);
        let tracks = tracks(&history(sessions), Leg::Right);
        let held: u32 = tracks.iter().flat_map(|t| &t.visits).map(|v| v.held_ms / 40_000).sum();
        prop_assert_eq!(usize::try_from(held).ok(), Some(days.iter().map(Vec::len).sum::<usize>()));
        for pair in tracks.windows(2) {
            prop_assert!(pair[0].position < pair[1].position);
        }
        for track in &tracks {
            let first = &track.visits[0];
            prop_assert_eq!(track.id, TrackId { session: first.session, hold: first.hold });
        }
    }

    #[test]
    fn two_places_twenty_points_apart_are_two_tracks(
        top in 0..=80i32, more in 0..20i32, days in days(),
    ) {
        let bottom = (top + 20 + more).min(100);
        let mut sessions = of_days(&days);
        sessions.push(at(100, &[top]));
        sessions.push(at(101, &[bottom]));
        let of = |n| tracks(&history(sessions.clone()), Leg::Right)
            .iter()
            .position(|t| t.visits.iter().any(|v| v.session == id(n)));
        prop_assert!(of(100).is_some() && of(101).is_some());
        prop_assert_ne!(of(100), of(101));
    }

    #[test]
    fn another_session_never_renames_a_track_that_keeps_its_first_hold(
        days in days(), late in prop::collection::vec(0..=100i32, 0..6), day in 0..30u8,
    ) {
        let mut sessions = of_days(&days);
        let before = tracks(&history(sessions.clone()), Leg::Right);
        // Before, among or after the others.
        let mut added = at(200, &late);
        added.start_unix_ms = i64::from(day) * DAY_MS + 1;
        sessions.push(added);
        let after = tracks(&history(sessions), Leg::Right);
        for track in before {
            let first = &track.visits[0];
            let keeps = after.iter().find(|t| (t.visits[0].session, t.visits[0].hold) == (first.session, first.hold));
            prop_assert!(keeps.is_none_or(|t| t.id == track.id));
        }
    }

    #[test]
    fn what_is_adopted_stays_with_its_track(days in days(), later in days(), which in 0..100usize) {
        let mut sessions = of_days(&days);
        let known = tracks(&history(sessions.clone()), Leg::Right);
        prop_assume!(!known.is_empty());
        let track = &known[which % known.len()];
        sessions.push(session(50, vec![pinned(track.position.percent().into(), track.id)]));
        sessions.extend((51..).zip(&later).map(|(n, places)| at(n, places)));
        let after = tracks(&history(sessions), Leg::Right);
        let of = |session| after.iter().position(|t| t.visits.iter().any(|v| v.session == session));
        let named = after.iter().position(|t| {
            t.visits.iter().any(|v| v.session == track.id.session) && t.visits.iter().any(|v| v.session == id(50))
        });
        prop_assert_eq!(named, of(id(50)));
    }
}
