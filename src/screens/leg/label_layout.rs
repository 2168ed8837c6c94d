//! Room for the marks and for the facts beside the leg: numbers only, in pixels, knows nothing of pages.

/// Distance kept between two lines of facts, pixels.
const GAP: f64 = 3.0;

/// Heights of the middles of labels that stand beside `wanted` heights and never overlap.
///
/// `wanted` goes from top to bottom, and so does the answer: every label is `size` high, stays between
/// `top` and `bottom`, and all together are moved as little as possible (least squares). `None` when
/// they do not fit.
pub fn spread(wanted: &[f64], size: f64, top: f64, bottom: f64) -> Option<Vec<f64>> {
    let pitch = size + GAP;
    // Without the room that the labels above take, "no overlap" is "does not fall": the nearest
    // sequence that does not fall pools neighbours that are out of order into their mean.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    let mut taken = 0.0;
    for &height in wanted {
        let mut pool = (height - taken, 1);
        while let Some(&(sum, count)) = pools.last()
            && mean((sum, count)) > mean(pool)
        {
            pools.pop();
            pool = (pool.0 + sum, pool.1 + count);
        }
        pools.push(pool);
        taken += pitch;
    }
    let lowest = bottom - size / 2.0 - (taken - pitch).max(0.0);
    let highest = top + size / 2.0;
    if lowest < highest {
        return None;
    }
    let mut heights = Vec::with_capacity(wanted.len());
    let mut above = 0.0;
    for pool in pools {
        for _ in 0..pool.1 {
            // Not `clamp`, whose panic message would bring in how the standard library writes fractions.
            heights.push(mean(pool).max(highest).min(lowest) + above);
            above += pitch;
        }
    }
    Some(heights)
}

/// A column of marks.
#[derive(Clone, Copy, Debug)]
pub struct Lane {
    /// How many marks it is away from the middle of the band: to the front, or below zero to the back.
    pub aside: i8,
    /// The lowest height at which a mark may stand in it, pixels.
    pub bottom: f64,
}

/// Where each mark stands so that every number can be read: its lane and its height.
///
/// Marks are `size` high; the lanes fill in their order. A mark keeps its height while any lane has room there;
/// else it moves up or down as little as it can, not above `top`. `first` is placed before all others, so that
/// the one in hand stays where it is.
pub fn aside(heights: &[f64], size: f64, first: Option<usize>, top: f64, lanes: &[Lane]) -> Vec<(i8, f64)> {
    let mut placed: Vec<Option<(i8, f64)>> = vec![None; heights.len()];
    let order = first.into_iter().chain((0..heights.len()).filter(|i| Some(*i) != first));
    for mark in order.filter(|i| *i < heights.len()) {
        let home = heights[mark];
        let mut best = (f64::INFINITY, (0, home));
        for lane in lanes {
            let taken: Vec<f64> =
                placed.iter().flatten().filter(|(aside, _)| *aside == lane.aside).map(|it| it.1).collect();
            // Nearest to home is home itself, or right above or below one that is in the way.
            let beside = taken.iter().flat_map(|height| [height - size, height + size]);
            for height in [home, home.min(lane.bottom)].into_iter().chain(beside) {
                let free = taken.iter().all(|other| (other - height).abs() >= size - 1e-6);
                let moved = (height - home).abs();
                if free && moved < best.0 && height >= top && height <= lane.bottom {
                    best = (moved, (lane.aside, height));
                }
            }
        }
        placed[mark] = Some(best.1);
    }
    placed.into_iter().map(Option::unwrap_or_default).collect()
}

fn mean((sum, count): (f64, usize)) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "never more than a handful")]
    let count = count as f64;
    sum / count
}
