//! Maps values to coordinates of a chart. Pure arithmetic without DOM access.

/// A linear scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: f64,
    at: f64,
    per: f64,
}

impl Scale {
    /// Maps two values to two coordinates. If both values are equal, every value is mapped to the middle.
    pub fn new([from, to]: [f64; 2], [start, end]: [f64; 2]) -> Self {
        if to > from {
            Self { from, at: start, per: (end - start) / (to - from) }
        } else {
            Self { from, at: f64::midpoint(start, end), per: 0.0 }
        }
    }

    /// The coordinate of a value.
    pub fn at(self, value: f64) -> f64 {
        self.at + (value - self.from) * self.per
    }
}

/// The grid lines of an axis in seconds: whole minutes from 0 up to at least `longest_s`.
pub fn minutes(longest_s: u32) -> Vec<u32> {
    let top = longest_s.div_ceil(60).max(2);
    let step = top.div_ceil(4).max(1);
    (0..=top.div_ceil(step)).map(|line| line * step * 60).collect()
}
