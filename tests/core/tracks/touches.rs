//! Tracks of people who miss, as people do.

use eased::domain::{
    leg::Leg,
    session::Session,
    track::{Track, tracks},
};

use super::{at, history, id};

/// How far people of an age miss, in points down the zone: on average 1.9 mm (young) and 3.4 mm (67 to 81
/// years) in any direction, which is 4 and 7 points where the thigh is drawn 520 pixels high. The error
/// along the leg then has this standard deviation: the mean distance is the root of half pi times it.
const MISSES: [(&str, f64); 2] = [("young", 4.0 / 1.2533), ("old", 7.0 / 1.2533)];

/// Numbers that are the same in every run.
struct Chance(u64);

impl Chance {
    /// From 0 to 1: the upper bits of a linear congruential generator (Knuth's MMIX).
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 32).unwrap_or(u32::MAX)) / f64::from(u32::MAX)
    }

    /// A touch of a place: normally spread, by the sum of twelve.
    #[allow(clippy::cast_possible_truncation, reason = "at most a hundred")]
    fn touch(&mut self, place: i32, spread: f64) -> i32 {
        let error = (0..12).map(|_| self.unit()).sum::<f64>() - 6.0;
        place + (error * spread).round() as i32
    }
}

/// Which track holds the day's hold at this place in its session: two on one track have the name of the first.
fn track_of(tracks: &[Track], day: u8, hold: u8) -> Option<usize> {
    let of =
        |hold| tracks.iter().position(|t| t.visits.iter().any(|v| v.session == id(day) && v.hold == hold));
    of(hold).or_else(|| of(0))
}

/// The track with most of these holds.
fn home(tracks: &[Track], days: std::ops::Range<u8>, hold: u8) -> Option<usize> {
    let of: Vec<_> = days.filter_map(|day| track_of(tracks, day, hold)).collect();
    of.iter().copied().max_by_key(|track| of.iter().filter(|t| *t == track).count())
}

#[test]
fn a_place_met_again_joins_its_track_nine_times_out_of_ten() {
    for (who, spread) in MISSES {
        let mut chance = Chance(7);
        let (mut joined, mut met) = (0, 0);
        for _ in 0..60 {
            let touched: Vec<Session> = (0..20).map(|n| at(n, &[chance.touch(50, spread)])).collect();
            for day in 1..20 {
                let tracks = tracks(&history(touched[..=usize::from(day)].to_vec()), Leg::Right);
                met += 1;
                joined += i32::from(track_of(&tracks, day, 0) == home(&tracks, 0..day, 0));
            }
        }
        println!("{who}: {joined} of {met}");
        assert!(joined * 10 >= met * 9, "{who}: {joined} of {met}");
    }
}

#[test]
fn places_twenty_points_apart_keep_their_own_tracks_however_people_miss() {
    for (who, spread) in MISSES {
        let mut chance = Chance(7);
        let mut merged = 0;
        for _ in 0..200 {
            let day = |n| at(n, &[chance.touch(40, spread), chance.touch(60, spread)]);
            let tracks = tracks(&history((0..10).map(day)), Leg::Right);
            merged += i32::from(home(&tracks, 0..10, 0) == home(&tracks, 0..10, 1));
        }
        println!("{who}: {merged} of 200");
        // Two who miss by more than 10 toward each other touch the same place.
        assert!(merged <= 6, "{who}: {merged} of 200 have most holds of both in one track");
    }
}
