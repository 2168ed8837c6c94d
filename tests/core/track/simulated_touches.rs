//! Tracks of simulated touches with a realistic pointing error.

use eased::domain::{
    leg::Leg,
    session::Session,
    track::{Track, tracks},
};

use super::{history, id, session_held_at};

/// The standard deviation of the touch error along the leg, in points of the zone, by age. The mean distance from the
/// target is 1.9 mm (young) and 3.4 mm (67 to 81 years), which is 4 and 7 points if the thigh is drawn 520 pixels high.
/// The mean of a two-dimensional normal error is the standard deviation times √(π/2) = 1.2533.
const TOUCH_ERRORS: [(&str, f64); 2] = [("young", 4.0 / 1.2533), ("old", 7.0 / 1.2533)];

/// Pseudorandom numbers that are the same in every run.
struct RandomNumbers(u64);

impl RandomNumbers {
    /// A uniformly distributed number from 0 to 1: the upper bits of a linear congruential generator (Knuth's MMIX).
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 32).unwrap_or(u32::MAX)) / f64::from(u32::MAX)
    }

    /// A touch aimed at `place`, with an approximately normal error: the sum of twelve uniform numbers.
    #[allow(clippy::cast_possible_truncation, reason = "at most a hundred")]
    fn touch(&mut self, place: i32, deviation: f64) -> i32 {
        let error = (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0;
        place + (error * deviation).round() as i32
    }
}

/// The index of the track with the hold of this index on this day. Two holds of a session on one track share one `TrackSession`,
/// which has the index of the first.
fn track_of(tracks: &[Track], day: u8, hold: u8) -> Option<usize> {
    let track_with = |hold| {
        tracks.iter().position(|t| t.sessions.iter().any(|v| v.session_id == id(day) && v.first_hold == hold))
    };
    track_with(hold).or_else(|| track_with(0))
}

/// The index of the track with most of these holds.
fn majority_track(tracks: &[Track], days: std::ops::Range<u8>, hold: u8) -> Option<usize> {
    let indices: Vec<_> = days.filter_map(|day| track_of(tracks, day, hold)).collect();
    indices.iter().copied().max_by_key(|track| indices.iter().filter(|t| *t == track).count())
}

#[test]
fn nine_of_ten_touches_of_a_place_join_its_track() {
    for (age, deviation) in TOUCH_ERRORS {
        let mut random = RandomNumbers(7);
        let (mut joined, mut total) = (0, 0);
        for _ in 0..60 {
            let touched: Vec<Session> =
                (0..20).map(|n| session_held_at(n, &[random.touch(50, deviation)])).collect();
            for day in 1..20 {
                let tracks = tracks(&history(touched[..=usize::from(day)].to_vec()), Leg::Right);
                total += 1;
                joined += i32::from(track_of(&tracks, day, 0) == majority_track(&tracks, 0..day, 0));
            }
        }
        println!("{age}: {joined} of {total}");
        assert!(joined * 10 >= total * 9, "{age}: {joined} of {total}");
    }
}

#[test]
fn places_twenty_points_apart_stay_in_separate_tracks() {
    for (age, deviation) in TOUCH_ERRORS {
        let mut random = RandomNumbers(7);
        let mut merged = 0;
        for _ in 0..200 {
            let day = |n| session_held_at(n, &[random.touch(40, deviation), random.touch(60, deviation)]);
            let tracks = tracks(&history((0..10).map(day)), Leg::Right);
            merged += i32::from(majority_track(&tracks, 0..10, 0) == majority_track(&tracks, 0..10, 1));
        }
        println!("{age}: {merged} of 200");
        // Errors of more than 10 points toward each other make two touches indistinguishable.
        assert!(merged <= 6, "{age}: {merged} of 200 have most holds of both in one track");
    }
}
