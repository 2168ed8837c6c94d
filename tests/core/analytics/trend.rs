//! The trend test: its false positive rate on noise, and its power on a spot whose time to ease decreases.

use eased::domain::trend::{
    DatedObservation, MannKendallTest,
    Observation::{Censored, Exact},
    TrendVerdict, trend_verdict,
};

use super::{DAY_MS, random::RandomNumbers};

/// Day-to-day variation: the standard deviation of the logarithms of the times.
const LOG_STANDARD_DEVIATION: f64 = 0.35;

/// Simulated observations every four days, so that the eighth is four weeks after the first. `seconds` is the median of
/// the n-th session. Observations are censored at 120 s.
fn simulated_observations(random: &mut RandomNumbers, seconds: impl Fn(u32) -> f64) -> Vec<DatedObservation> {
    let observe = |n: u32| {
        let ms = seconds(n) * 1_000.0 * (LOG_STANDARD_DEVIATION * random.normal()).exp();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes at most")]
        let observation = if ms < 120_000.0 { Exact(ms as u32) } else { Censored(120_000) };
        (i64::from(n) * 4 * DAY_MS, observation)
    };
    (0..40).map(observe).collect()
}

/// The share of simulated tracks for which `matches` is true of the verdict after any session.
fn share_of_tracks(
    tracks: u32,
    seconds: impl Fn(u32) -> f64 + Copy,
    matches: impl Fn(TrendVerdict) -> bool,
) -> f64 {
    let mut random = RandomNumbers(1);
    let matching = (0..tracks).filter(|_| {
        let mut test = MannKendallTest::default();
        simulated_observations(&mut random, seconds).into_iter().any(|observation| {
            test.push(observation);
            matches(test.verdict(false))
        })
    });
    f64::from(u32::try_from(matching.count()).expect("few")) / f64::from(tracks)
}

fn is_clear(verdict: TrendVerdict) -> bool {
    matches!(verdict, TrendVerdict::LessTime(_) | TrendVerdict::MoreTime(_))
}

#[test]
fn at_most_five_of_a_hundred_tracks_of_noise_have_a_clear_change() {
    let share = share_of_tracks(5_000, |_| 45.0, is_clear);
    println!("45 s, rarely censored: {share:.3}");
    assert!(share <= 0.05, "{share}");
    // Half of the observations are censored.
    let share = share_of_tracks(5_000, |_| 120.0, is_clear);
    println!("120 s, half of them censored: {share:.3}");
    assert!(share <= 0.05, "{share}");
}

#[test]
fn a_lasting_halving_is_detected() {
    let halving = |n: u32| 60.0 * 0.5_f64.powf(f64::from(n.min(19)) / 19.0);
    let detected_share = share_of_tracks(2_000, halving, |v| matches!(v, TrendVerdict::LessTime(_)));
    let mut random = RandomNumbers(2);
    let clear_at_end = (0..200)
        .filter(|_| is_clear(trend_verdict(&simulated_observations(&mut random, halving), false)))
        .count();
    println!("detected by session 40: {detected_share:.3}; at session 40: {clear_at_end} of 200");
    assert!(detected_share >= 0.8, "{detected_share}");
    // Once detected, the trend stays significant in most tracks.
    assert!(clear_at_end >= 140, "{clear_at_end}");
}

/// Exact observations, given as days and seconds.
fn exact_observations(days: &[(i64, u32)]) -> Vec<DatedObservation> {
    days.iter().map(|(day, seconds)| (day * DAY_MS, Exact(seconds * 1_000))).collect()
}

#[test]
fn a_verdict_needs_eight_sessions_and_four_weeks() {
    let steady = |n: i64, days: i64| exact_observations(&(0..n).map(|i| (i * days, 40)).collect::<Vec<_>>());
    assert_eq!(trend_verdict(&[], false), TrendVerdict::NotEnoughData);
    assert_eq!(trend_verdict(&steady(7, 10), false), TrendVerdict::NotEnoughData);
    assert_eq!(trend_verdict(&steady(20, 1), false), TrendVerdict::NotEnoughData);
    assert_eq!(trend_verdict(&steady(8, 4), false), TrendVerdict::NoClearChange);
    assert_eq!(trend_verdict(&steady(29, 1), false), TrendVerdict::NoClearChange);
}

#[test]
fn the_fitted_line_gives_the_change_in_milliseconds() {
    let falling: Vec<_> = (0..16).map(|n| (n * 4, 90 - 4 * u32::try_from(n).expect("few"))).collect();
    let TrendVerdict::LessTime([from, to]) = trend_verdict(&exact_observations(&falling), false) else {
        panic!("not less")
    };
    assert!((85_000..110_000).contains(&from) && (25_000..40_000).contains(&to), "{from} {to}");
    let rising: Vec<_> = falling.iter().map(|(day, s)| (64 - day, *s)).rev().collect();
    assert!(
        matches!(trend_verdict(&exact_observations(&rising), false), TrendVerdict::MoreTime([from, to]) if from < to)
    );
}

#[test]
fn there_is_no_less_time_if_the_eased_share_fell() {
    let falling: Vec<_> = (0..16).map(|n| (n * 4, 90 - 4 * u32::try_from(n).expect("few"))).collect();
    assert_eq!(trend_verdict(&exact_observations(&falling), true), TrendVerdict::NoClearChange);
    let rising: Vec<_> = falling.iter().map(|(day, s)| (64 - day, *s)).rev().collect();
    assert!(matches!(trend_verdict(&exact_observations(&rising), true), TrendVerdict::MoreTime(_)));
}

#[test]
fn holds_that_did_not_ease_count_as_censored() {
    // First censored at 120 s, then exact and decreasing.
    let mut observations: Vec<DatedObservation> =
        (0..6).map(|n| (n * 4 * DAY_MS, Censored(120_000))).collect();
    observations.extend(exact_observations(
        &(6..18).map(|n| (n * 4, 80 - 3 * u32::try_from(n).expect("few"))).collect::<Vec<_>>(),
    ));
    assert!(matches!(trend_verdict(&observations, false), TrendVerdict::LessTime(_)));
    // All censored after a few seconds: nothing is known.
    let censored: Vec<DatedObservation> =
        (0..30).map(|n| (i64::from(n) * 4 * DAY_MS, Censored(5_000 + 1_000 * (30 - n)))).collect();
    assert_eq!(trend_verdict(&censored, false), TrendVerdict::NoClearChange);
}

#[test]
fn the_newest_forty_sessions_count() {
    let mut days: Vec<(i64, u32)> = (0..20).map(|n| (n, 110 - 3 * u32::try_from(n).expect("few"))).collect();
    days.extend((20..100).map(|n| (n, 50 + u32::try_from(n % 3).expect("few"))));
    assert_eq!(trend_verdict(&exact_observations(&days), false), TrendVerdict::NoClearChange);
}
