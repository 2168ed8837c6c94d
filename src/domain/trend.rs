//! Whether a spot needs less time than it did: one robust test, made for being looked at after every session.
//!
//! Mann and Kendall's: of every two sessions it asks only which took longer, so that one odd day counts little. A
//! hold that did not ease took longer than it was held, and says nothing beside a longer one. How unlikely the sum
//! is comes from all orders in which the same sessions might have come (Daniels' variance of Kendall's sum), which
//! holds with such half-known times, too.
//!
//! Whoever looks after every session will sooner or later see chance look like change. So the bar stands higher the
//! fewer sessions there are: on pure noise, looked at from session 8 to 40, it is reached in some 4 of 100 tracks
//! (`tests/it/trend` proves it, and that a halving is found).

use super::time::DAY_MS;

/// Fewer sessions say nothing.
pub const FEWEST: usize = 8;
/// Nor do sessions of less than four weeks, milliseconds.
pub const SHORTEST_MS: i64 = 28 * DAY_MS;
/// Most sessions that are compared: the newest. So it tells of now, and looking on for years stays as it is at 40.
pub const MOST: usize = 40;
/// The bar: the squared sum over its variance, times the number of sessions. At 40 it is 2.35 standard deviations,
/// at 10 twice as many.
const BAR: f64 = 2.35 * 2.35 * 40.0;

/// What a session tells about the time to ease, milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// It eased after so long.
    Took(u32),
    /// After so long it had not eased.
    Longer(u32),
}

/// When, unix milliseconds, and what was told.
pub type Dot = (i64, Told);

/// What can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Under [`FEWEST`] sessions or [`SHORTEST_MS`].
    NotYet,
    /// Nothing that chance does not bring as well.
    NoChange,
    /// Less time: milliseconds at the first and at the last session, along a line through all.
    Less([u32; 2]),
    /// More time, likewise.
    More([u32; 2]),
}

/// The verdict on a track, from its sessions in the order of time; of more than [`MOST`] the newest count.
/// `share_fell` says that it eased less often than before: then short times are those of the good days only.
pub fn verdict(dots: &[Dot], share_fell: bool) -> Verdict {
    let mut trend = Trend::default();
    dots[dots.len().saturating_sub(MOST)..].iter().for_each(|dot| trend.push(*dot));
    trend.verdict(share_fell)
}

/// Sessions compared with each other, one after another.
#[derive(Clone, Debug, Default)]
pub struct Trend {
    dots: Vec<Dot>,
    /// For each: how many of the others took less, minus how many took longer.
    above: Vec<i32>,
    /// In how many pairs the later one took longer, minus in how many it took less.
    sum: i32,
    /// How many pairs could be compared.
    pairs: i32,
}

impl Trend {
    /// The next session.
    pub fn push(&mut self, dot: Dot) {
        let mut of_this = 0;
        for (above, (_, other)) in self.above.iter_mut().zip(&self.dots) {
            let order = compare(dot.1, *other);
            of_this += order;
            *above -= order;
            self.pairs += order * order;
        }
        self.sum += of_this;
        self.above.push(of_this);
        self.dots.push(dot);
    }

    /// What can be said now.
    pub fn verdict(&self, share_fell: bool) -> Verdict {
        let (Some(first), Some(last)) = (self.dots.first(), self.dots.last()) else { return Verdict::NotYet };
        if self.dots.len() < FEWEST || last.0.saturating_sub(first.0) < SHORTEST_MS {
            return Verdict::NotYet;
        }
        let rises = self.sum > 0;
        if !self.is_clear() || (share_fell && !rises) {
            return Verdict::NoChange;
        }
        // The line and the sum may disagree where most holds did not ease: then nothing is clear.
        match line(&self.dots) {
            Some([from, to]) if rises && from < to => Verdict::More([from, to]),
            Some([from, to]) if !rises && from > to => Verdict::Less([from, to]),
            _ => Verdict::NoChange,
        }
    }

    /// Whether chance alone would hardly bring such a sum.
    fn is_clear(&self) -> bool {
        let squares: i32 = self.above.iter().map(|above| above * above).sum();
        let n = f64::from(u32::try_from(self.dots.len()).unwrap_or(u32::MAX));
        // Of twice the sum, since the squares are over ordered pairs.
        let variance = 4.0 / 3.0 * f64::from(squares - 2 * self.pairs) + 4.0 * f64::from(self.pairs);
        // A sum moves in steps of two; half of one belongs to the neighbour.
        let doubled = 2.0 * f64::from((self.sum.abs() - 1).max(0));
        self.sum != 0 && doubled * doubled * n >= BAR * variance
    }
}

/// 1 where the first surely took longer, -1 where the second did, 0 where nobody can know.
fn compare(a: Told, b: Told) -> i32 {
    match (a, b) {
        (Told::Took(a), Told::Took(b)) => i32::from(a > b) - i32::from(a < b),
        (Told::Longer(a), Told::Took(b)) => i32::from(a >= b),
        (Told::Took(a), Told::Longer(b)) => -i32::from(b >= a),
        (Told::Longer(_), Told::Longer(_)) => 0,
    }
}

/// Theil and Sen's line through the logarithms of the times that are known: the median of all slopes between two
/// of them, at the median height. Its ends, in milliseconds, at the first and the last dot.
fn line(dots: &[Dot]) -> Option<[u32; 2]> {
    let begin = dots.first()?.0;
    let known: Vec<(f64, f64)> = dots
        .iter()
        .filter_map(|(at, told)| match told {
            Told::Took(ms) => Some((days(at - begin), f64::from((*ms).max(1)).ln())),
            Told::Longer(_) => None,
        })
        .collect();
    let mut slopes = Vec::new();
    for (at, later) in known.iter().enumerate() {
        for earlier in &known[..at] {
            if later.0 > earlier.0 {
                slopes.push((later.1 - earlier.1) / (later.0 - earlier.0));
            }
        }
    }
    let slope = median(slopes)?;
    let height = median(known.iter().map(|(day, log)| log - slope * day).collect())?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates, which is what is wanted"
    )]
    let at = |day: f64| (height + slope * day).exp().round() as u32;
    Some([at(0.0), at(days(dots.last()?.0 - begin))])
}

fn days(ms: i64) -> f64 {
    // Minutes: as exact as needed, and 8,000 years fit.
    f64::from(u32::try_from(ms / 60_000).unwrap_or(0)) / 1_440.0
}

fn median(mut of: Vec<f64>) -> Option<f64> {
    of.sort_unstable_by(f64::total_cmp);
    let (low, high) = (of.get(of.len().saturating_sub(1) / 2)?, of.get(of.len() / 2)?);
    Some(f64::midpoint(*low, *high))
}
