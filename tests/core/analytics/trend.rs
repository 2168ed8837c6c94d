//! The one test: what it takes to be called clear, on chance alone and on a spot that really needs less time.

use eased::domain::trend::{
    Dot,
    Told::{Longer, Took},
    Trend, Verdict, verdict,
};

use super::{DAY_MS, chance::Chance};

/// How much times differ from day to day: the standard deviation of their logarithms.
const SPREAD: f64 = 0.35;

/// A session every four days, so that four weeks are over with the eighth; `seconds` is the median of a day. A hold
/// that has not eased after 120 s ends there.
fn dots(chance: &mut Chance, seconds: impl Fn(u32) -> f64) -> Vec<Dot> {
    let one = |n: u32| {
        let ms = seconds(n) * 1_000.0 * (SPREAD * chance.normal()).exp();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes at most")]
        let told = if ms < 120_000.0 { Took(ms as u32) } else { Longer(120_000) };
        (i64::from(n) * 4 * DAY_MS, told)
    };
    (0..40).map(one).collect()
}

/// The share of so many tracks that are called so after any session.
fn ever(tracks: u32, seconds: impl Fn(u32) -> f64 + Copy, is: impl Fn(Verdict) -> bool) -> f64 {
    let mut chance = Chance(1);
    let found = (0..tracks).filter(|_| {
        let mut trend = Trend::default();
        dots(&mut chance, seconds).into_iter().any(|dot| {
            trend.push(dot);
            is(trend.verdict(false))
        })
    });
    f64::from(u32::try_from(found.count()).expect("few")) / f64::from(tracks)
}

fn clear(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Less(_) | Verdict::More(_))
}

#[test]
fn noise_is_called_clear_in_five_of_a_hundred_tracks_at_most() {
    let share = ever(5_000, |_| 45.0, clear);
    println!("45 s, never longer than the limit: {share:.3}");
    assert!(share <= 0.05, "{share}");
    // Half of the holds end at the limit.
    let share = ever(5_000, |_| 120.0, clear);
    println!("120 s, half of them at the limit: {share:.3}");
    assert!(share <= 0.05, "{share}");
}

#[test]
fn a_halving_that_stays_is_found() {
    let halving = |n: u32| 60.0 * 0.5_f64.powf(f64::from(n.min(19)) / 19.0);
    let found = ever(2_000, halving, |v| matches!(v, Verdict::Less(_)));
    let mut chance = Chance(2);
    let last = (0..200).filter(|_| clear(verdict(&dots(&mut chance, halving), false))).count();
    println!("found by session 40: {found:.3}; said at session 40: {last} of 200");
    assert!(found >= 0.8, "{found}");
    // Once found, it is not gone again in most.
    assert!(last >= 140, "{last}");
}

/// Days and seconds.
fn took(days: &[(i64, u32)]) -> Vec<Dot> {
    days.iter().map(|(day, seconds)| (day * DAY_MS, Took(seconds * 1_000))).collect()
}

#[test]
fn eight_sessions_and_four_weeks_are_needed() {
    let steady = |n: i64, days: i64| took(&(0..n).map(|i| (i * days, 40)).collect::<Vec<_>>());
    assert_eq!(verdict(&[], false), Verdict::NotYet);
    assert_eq!(verdict(&steady(7, 10), false), Verdict::NotYet);
    assert_eq!(verdict(&steady(20, 1), false), Verdict::NotYet);
    assert_eq!(verdict(&steady(8, 4), false), Verdict::NoChange);
    assert_eq!(verdict(&steady(29, 1), false), Verdict::NoChange);
}

#[test]
fn the_line_tells_how_much() {
    let falling: Vec<_> = (0..16).map(|n| (n * 4, 90 - 4 * u32::try_from(n).expect("few"))).collect();
    let Verdict::Less([from, to]) = verdict(&took(&falling), false) else { panic!("not less") };
    assert!((85_000..110_000).contains(&from) && (25_000..40_000).contains(&to), "{from} {to}");
    let rising: Vec<_> = falling.iter().map(|(day, s)| (64 - day, *s)).rev().collect();
    assert!(matches!(verdict(&took(&rising), false), Verdict::More([from, to]) if from < to));
}

#[test]
fn less_time_is_not_said_where_it_eased_less_often() {
    let falling: Vec<_> = (0..16).map(|n| (n * 4, 90 - 4 * u32::try_from(n).expect("few"))).collect();
    assert_eq!(verdict(&took(&falling), true), Verdict::NoChange);
    let rising: Vec<_> = falling.iter().map(|(day, s)| (64 - day, *s)).rev().collect();
    assert!(matches!(verdict(&took(&rising), true), Verdict::More(_)));
}

#[test]
fn holds_that_did_not_ease_count_as_longer_and_no_more() {
    // At first it did not ease within 120 s, then sooner and sooner.
    let mut dots: Vec<Dot> = (0..6).map(|n| (n * 4 * DAY_MS, Longer(120_000))).collect();
    dots.extend(took(&(6..18).map(|n| (n * 4, 80 - 3 * u32::try_from(n).expect("few"))).collect::<Vec<_>>()));
    assert!(matches!(verdict(&dots, false), Verdict::Less(_)));
    // Left after a few seconds each time: nobody knows.
    let left: Vec<Dot> =
        (0..30).map(|n| (i64::from(n) * 4 * DAY_MS, Longer(5_000 + 1_000 * (30 - n)))).collect();
    assert_eq!(verdict(&left, false), Verdict::NoChange);
}

#[test]
fn the_newest_forty_sessions_count() {
    let mut days: Vec<(i64, u32)> = (0..20).map(|n| (n, 110 - 3 * u32::try_from(n).expect("few"))).collect();
    days.extend((20..100).map(|n| (n, 50 + u32::try_from(n % 3).expect("few"))));
    assert_eq!(verdict(&took(&days), false), Verdict::NoChange);
}
