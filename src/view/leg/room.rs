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
            // Not `clamp`: its panic message alone would bring in how the standard library writes fractions.
            heights.push(mean(pool).max(highest).min(lowest) + above);
            above += pitch;
        }
    }
    Some(heights)
}

/// The lanes beside the band, in the order in which they fill. There is more room at the back.
const LANES: [i8; 5] = [0, 1, -1, -2, 2];

/// How far each mark steps aside so that its number can be read: 0 is the middle of the band, 1 one mark
/// to the front, -1 one to the back. Marks are `size` wide; `first` is placed before all others, so that
/// the one in hand stays where it is.
pub fn lanes(heights: &[f64], size: f64, first: Option<usize>) -> Vec<i8> {
    let mut lanes: Vec<Option<i8>> = vec![None; heights.len()];
    let order = first.into_iter().chain((0..heights.len()).filter(|i| Some(*i) != first));
    for mark in order.filter(|i| *i < heights.len()) {
        // The distance to the nearest mark that is in the lane already.
        let free = |lane: i8| {
            let taken = lanes.iter().zip(heights).filter(|(l, _)| **l == Some(lane));
            taken.map(|(_, height)| (height - heights[mark]).abs()).fold(f64::INFINITY, f64::min)
        };
        let lane = LANES.into_iter().find(|lane| free(*lane) >= size);
        // Where every lane is taken, numbers overlap: the roomiest one.
        let roomiest = || LANES.into_iter().max_by(|a, b| free(*a).total_cmp(&free(*b)));
        lanes[mark] = lane.or_else(roomiest);
    }
    lanes.into_iter().map(Option::unwrap_or_default).collect()
}

fn mean((sum, count): (f64, usize)) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "never more than a handful")]
    let count = count as f64;
    sum / count
}
