//! Whether the time to ease of a spot changes: a robust trend test that can be repeated after every session.
//!
//! The Mann-Kendall test only asks, for every pair of sessions, which one took longer, so outliers have little effect.
//! A hold that did not ease is a right-censored observation: the spot would have taken longer than it was held. The
//! variance of Kendall's S is taken over all permutations of the observations (Daniels), which is valid with
//! censoring.
//!
//! Repeating a test after every session makes a false positive more likely. The critical value is therefore higher the
//! fewer sessions there are: on pure noise, tested after each session from the 8th to the 40th, about 4 of 100 tracks
//! reach it (shown in `tests/core/analytics/trend.rs`, which also shows that a halving is detected).

use super::time::DAY_MS;

/// Minimum number of sessions for a verdict.
pub const MIN_SESSIONS: usize = 8;
/// Minimum time from the first to the last session for a verdict, milliseconds.
pub const MIN_SPAN_MS: i64 = 28 * DAY_MS;
/// Maximum number of sessions compared (the newest), so that the verdict describes the current trend and the number
/// of false positives stays limited.
pub const MAX_SESSIONS: usize = 40;
/// Critical value of S² ÷ variance × number of sessions. For 40 sessions this is 2.35 standard deviations, for 10
/// sessions twice as many.
const CRITICAL_VALUE: f64 = 2.35 * 2.35 * 40.0;

/// The time to ease in one session, milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Observation {
    /// The spot eased after this time.
    Exact(u32),
    /// Right-censored: the spot had not eased after this time.
    Censored(u32),
}

/// When the session began, unix milliseconds, and its observation.
pub type DatedObservation = (i64, Observation);

/// The result of the trend test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendVerdict {
    /// Fewer than [`MIN_SESSIONS`] sessions, or less than [`MIN_SPAN_MS`] between the first and the last.
    NotEnoughData,
    /// No significant trend.
    NoClearChange,
    /// The time to ease decreases: milliseconds at the first and at the last session on the fitted line.
    LessTime([u32; 2]),
    /// The time to ease increases: the same two values.
    MoreTime([u32; 2]),
}

/// The verdict on the newest [`MAX_SESSIONS`] observations, which are in order of time. `eased_share_fell`: the spot
/// eased less often in the second half than in the first, so that the exact times would be biased toward short ones.
pub fn trend_verdict(observations: &[DatedObservation], eased_share_fell: bool) -> TrendVerdict {
    let mut test = MannKendallTest::default();
    observations[observations.len().saturating_sub(MAX_SESSIONS)..]
        .iter()
        .for_each(|observation| test.push(*observation));
    test.verdict(eased_share_fell)
}

/// The Mann-Kendall test, updated with one observation at a time.
#[derive(Clone, Debug, Default)]
pub struct MannKendallTest {
    observations: Vec<DatedObservation>,
    /// For each observation: how many of the others took less time, minus how many took longer.
    scores: Vec<i32>,
    /// Kendall's S: in how many pairs the later observation took longer, minus in how many it took less time.
    s: i32,
    /// Number of pairs of which it is known which one took longer.
    comparable_pairs: i32,
}

impl MannKendallTest {
    /// Adds the observation of the next session.
    pub fn push(&mut self, observation: DatedObservation) {
        let mut own_score = 0;
        for (score, (_, other)) in self.scores.iter_mut().zip(&self.observations) {
            let order = compare(observation.1, *other);
            own_score += order;
            *score -= order;
            self.comparable_pairs += order * order;
        }
        self.s += own_score;
        self.scores.push(own_score);
        self.observations.push(observation);
    }

    /// The verdict on the observations so far; see [`trend_verdict`].
    pub fn verdict(&self, eased_share_fell: bool) -> TrendVerdict {
        let (Some(first), Some(last)) = (self.observations.first(), self.observations.last()) else {
            return TrendVerdict::NotEnoughData;
        };
        if self.observations.len() < MIN_SESSIONS || last.0.saturating_sub(first.0) < MIN_SPAN_MS {
            return TrendVerdict::NotEnoughData;
        }
        let is_rising = self.s > 0;
        if !self.is_significant() || (eased_share_fell && !is_rising) {
            return TrendVerdict::NoClearChange;
        }
        // The line and S may disagree if most observations are censored: then there is no clear change.
        match theil_sen_line(&self.observations) {
            Some([from, to]) if is_rising && from < to => TrendVerdict::MoreTime([from, to]),
            Some([from, to]) if !is_rising && from > to => TrendVerdict::LessTime([from, to]),
            _ => TrendVerdict::NoClearChange,
        }
    }

    /// Whether S reaches the critical value.
    fn is_significant(&self) -> bool {
        let score_sum_of_squares: i32 = self.scores.iter().map(|score| score * score).sum();
        let n = f64::from(u32::try_from(self.observations.len()).unwrap_or(u32::MAX));
        // The variance of 2 S, because `score_sum_of_squares` counts ordered pairs.
        let variance = 4.0 / 3.0 * f64::from(score_sum_of_squares - 2 * self.comparable_pairs)
            + 4.0 * f64::from(self.comparable_pairs);
        // Continuity correction: S changes in steps of two.
        let doubled_s = 2.0 * f64::from((self.s.abs() - 1).max(0));
        self.s != 0 && doubled_s * doubled_s * n >= CRITICAL_VALUE * variance
    }
}

/// 1 if `a` certainly took longer, -1 if `b` did, 0 if they are equal or censoring leaves it unknown.
fn compare(a: Observation, b: Observation) -> i32 {
    match (a, b) {
        (Observation::Exact(a), Observation::Exact(b)) => i32::from(a > b) - i32::from(a < b),
        (Observation::Censored(a), Observation::Exact(b)) => i32::from(a >= b),
        (Observation::Exact(a), Observation::Censored(b)) => -i32::from(b >= a),
        (Observation::Censored(_), Observation::Censored(_)) => 0,
    }
}

/// The Theil-Sen line through the logarithms of the exact times: slope is the median of all pairwise slopes, intercept
/// the median of the residuals. Returns its values at the first and the last observation, milliseconds.
fn theil_sen_line(observations: &[DatedObservation]) -> Option<[u32; 2]> {
    let start_unix_ms = observations.first()?.0;
    let exact: Vec<(f64, f64)> = observations
        .iter()
        .filter_map(|(unix_ms, observation)| match observation {
            Observation::Exact(ms) => Some((days(unix_ms - start_unix_ms), f64::from((*ms).max(1)).ln())),
            Observation::Censored(_) => None,
        })
        .collect();
    let mut slopes = Vec::new();
    for (index, later) in exact.iter().enumerate() {
        for earlier in &exact[..index] {
            if later.0 > earlier.0 {
                slopes.push((later.1 - earlier.1) / (later.0 - earlier.0));
            }
        }
    }
    let slope = median(slopes)?;
    let intercept = median(exact.iter().map(|(day, log)| log - slope * day).collect())?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates, as intended"
    )]
    let fitted_ms = |day: f64| (intercept + slope * day).exp().round() as u32;
    Some([fitted_ms(0.0), fitted_ms(days(observations.last()?.0 - start_unix_ms))])
}

/// Converts milliseconds to days.
fn days(ms: i64) -> f64 {
    // Rounded down to minutes, which fit in `u32` and so convert to `f64` without loss.
    f64::from(u32::try_from(ms / 60_000).unwrap_or(0)) / 1_440.0
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    let (low, high) = (values.get(values.len().saturating_sub(1) / 2)?, values.get(values.len() / 2)?);
    Some(f64::midpoint(*low, *high))
}
