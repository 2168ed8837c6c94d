//! From values to places on a drawing: pure arithmetic, which knows no page.

/// A straight scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: f64,
    at: f64,
    per: f64,
}

impl Scale {
    /// These two values lie at these two places; if both values are one, it lies in the middle.
    pub fn new([from, to]: [f64; 2], [start, end]: [f64; 2]) -> Self {
        if to > from {
            Self { from, at: start, per: (end - start) / (to - from) }
        } else {
            Self { from, at: f64::midpoint(start, end), per: 0.0 }
        }
    }

    /// Where a value lies.
    pub fn at(self, value: f64) -> f64 {
        self.at + (value - self.from) * self.per
    }
}

/// The lines of an axis of seconds: from nought up to what holds this many, a minute or more apart.
pub fn minutes(longest_s: u32) -> Vec<u32> {
    let top = longest_s.div_ceil(60).max(2);
    let step = top.div_ceil(4).max(1);
    (0..=top.div_ceil(step)).map(|line| line * step * 60).collect()
}
