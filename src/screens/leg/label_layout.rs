//! Placement of marks and labels without overlaps: pure geometry in pixels.

/// Minimum distance between two labels, pixels.
const LABEL_GAP_PX: f64 = 3.0;

/// Vertical centers of labels that are placed beside `wanted` heights without overlapping.
///
/// `wanted` and the result are sorted from top to bottom. Each label is `size` high and stays between `top` and
/// `bottom`; the sum of squared displacements is minimal. `None` if the labels do not fit.
pub fn spread(wanted: &[f64], size: f64, top: f64, bottom: f64) -> Option<Vec<f64>> {
    let pitch = size + LABEL_GAP_PX;
    // Subtracting the height of the labels above turns "no overlap" into "non-decreasing". The nearest
    // non-decreasing sequence is found by the pool adjacent violators algorithm.
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
            // Not `clamp`: its panic message would link the float formatting of the standard library.
            heights.push(mean(pool).max(highest).min(lowest) + above);
            above += pitch;
        }
    }
    Some(heights)
}

/// A column of marks.
#[derive(Clone, Copy, Debug)]
pub struct Lane {
    /// Offset from the center of the band in marks: positive toward the front, negative toward the back.
    pub offset: i8,
    /// The largest y at which a mark may be placed, pixels.
    pub bottom: f64,
}

/// Lane offset and y of each mark, so that every number is readable.
///
/// Marks are `size` high. Lanes are filled in their order. A mark keeps its height while any lane has room
/// there; otherwise it moves up or down as little as possible, but not above `top`. The mark `first` is placed
/// before all others, so that it stays where it is.
pub fn assign_lanes(
    heights: &[f64],
    size: f64,
    first: Option<usize>,
    top: f64,
    lanes: &[Lane],
) -> Vec<(i8, f64)> {
    let mut label_positions: Vec<Option<(i8, f64)>> = vec![None; heights.len()];
    let order = first.into_iter().chain((0..heights.len()).filter(|i| Some(*i) != first));
    for mark in order.filter(|i| *i < heights.len()) {
        let preferred_height = heights[mark];
        let mut best = (f64::INFINITY, (0, preferred_height));
        for lane in lanes {
            let occupied: Vec<f64> = label_positions
                .iter()
                .flatten()
                .filter(|(offset, _)| *offset == lane.offset)
                .map(|(_, height)| *height)
                .collect();
            // Candidates nearest to the wanted height: the height itself, and directly above or below each mark
            // in the lane.
            let adjacent = occupied.iter().flat_map(|height| [height - size, height + size]);
            for height in [preferred_height, preferred_height.min(lane.bottom)].into_iter().chain(adjacent) {
                let is_free = occupied.iter().all(|other| (other - height).abs() >= size - 1e-6);
                let distance = (height - preferred_height).abs();
                if is_free && distance < best.0 && height >= top && height <= lane.bottom {
                    best = (distance, (lane.offset, height));
                }
            }
        }
        label_positions[mark] = Some(best.1);
    }
    label_positions.into_iter().map(Option::unwrap_or_default).collect()
}

fn mean((sum, count): (f64, usize)) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "never more than a handful")]
    let count = count as f64;
    sum / count
}
