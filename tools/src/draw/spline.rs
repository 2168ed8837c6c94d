//! Smooth curves through a few points, and their shortest way of being written.

use std::fmt::Write as _;

/// A place on the plate: x to the front, y down, 1000 units from trochanter tip to floor.
pub type Point = (f64, f64);

/// One cubic Bezier.
#[derive(Clone, Copy, Debug)]
pub struct Cubic {
    /// Where it begins.
    pub from: Point,
    /// First handle.
    pub a: Point,
    /// Second handle.
    pub b: Point,
    /// Where it ends.
    pub to: Point,
}

impl Cubic {
    /// The point at `t`, 0 to 1.
    pub fn at(&self, t: f64) -> Point {
        let s = 1.0 - t;
        let (w0, w1, w2, w3) = (s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t);
        (
            w0 * self.from.0 + w1 * self.a.0 + w2 * self.b.0 + w3 * self.to.0,
            w0 * self.from.1 + w1 * self.a.1 + w2 * self.b.1 + w3 * self.to.1,
        )
    }
}

/// The fair curve through all points: curvature runs on without a jump. It closes when the last point is the first.
pub fn through(points: &[Point]) -> Vec<Cubic> {
    let last = points.len() - 1;
    let closed = last > 2 && points[0] == points[last];
    // Chord lengths as parameters keep long and short spans from pulling at each other.
    let spans: Vec<f64> = points.windows(2).map(|w| distance(w[0], w[1]).max(1e-6)).collect();
    let mut slopes: Vec<Point> = (0..=last)
        .map(|i| {
            let (p, q) = (points[i.saturating_sub(1)], points[(i + 1).min(last)]);
            let d = distance(p, q).max(1e-6);
            ((q.0 - p.0) / d, (q.1 - p.1) / d)
        })
        .collect();
    // The system is diagonally dominant: a few dozen sweeps settle it far below a hundredth of a unit.
    for _ in 0..60 {
        for i in 0..=last {
            slopes[i] = if closed && (i == 0 || i == last) {
                inner(
                    [points[last - 1], points[0], points[1]],
                    [spans[last - 1], spans[0]],
                    [slopes[last - 1], slopes[1]],
                )
            } else if i == 0 {
                end(points[0], points[1], spans[0], slopes[1])
            } else if i == last {
                end(points[last - 1], points[last], spans[last - 1], slopes[last - 1])
            } else {
                inner(
                    [points[i - 1], points[i], points[i + 1]],
                    [spans[i - 1], spans[i]],
                    [slopes[i - 1], slopes[i + 1]],
                )
            };
        }
    }
    (0..last)
        .map(|i| {
            let (p, q, third) = (points[i], points[i + 1], spans[i] / 3.0);
            Cubic {
                from: p,
                a: (p.0 + slopes[i].0 * third, p.1 + slopes[i].1 * third),
                b: (q.0 - slopes[i + 1].0 * third, q.1 - slopes[i + 1].1 * third),
                to: q,
            }
        })
        .collect()
}

/// Several smooth runs, one after the other: corners where they meet.
pub fn runs(runs: &[&[Point]]) -> Vec<Cubic> {
    runs.iter().flat_map(|run| through(run)).collect()
}

/// The points of a curve, `per` to a segment.
pub fn sampled(curve: &[Cubic], per: u32) -> Vec<Point> {
    let mut points: Vec<Point> =
        curve.iter().flat_map(|c| (0..per).map(move |k| c.at(f64::from(k) / f64::from(per)))).collect();
    points.extend(curve.last().map(|c| c.to));
    points
}

/// Where a polyline crosses a height: its smallest and largest x there.
pub fn width_at(points: &[Point], y: f64) -> Option<(f64, f64)> {
    let mut found: Option<(f64, f64)> = None;
    for w in points.windows(2) {
        let (p, q) = (w[0], w[1]);
        if (p.1 - y) * (q.1 - y) <= 0.0 && (q.1 - p.1).abs() > f64::EPSILON {
            let x = p.0 + (q.0 - p.0) * (y - p.1) / (q.1 - p.1);
            found = Some(found.map_or((x, x), |(low, high)| (low.min(x), high.max(x))));
        }
    }
    found
}

/// The point half way.
pub fn middle(p: Point, q: Point) -> Point {
    (f64::midpoint(p.0, q.0), f64::midpoint(p.1, q.1))
}

/// Distance between two points.
pub fn distance(p: Point, q: Point) -> f64 {
    (p.0 - q.0).hypot(p.1 - q.1)
}

/// Steps to a plate unit: path data are whole numbers, and a half unit is finer than a phone's pixel.
pub const FINE: f64 = 2.0;

/// Writes path data in whole steps and relative to the last point, which is what stays small.
pub struct Pen {
    text: String,
    here: (i64, i64),
    last_command: char,
    /// Steps to a unit.
    steps: f64,
    /// Where a point goes before it is written.
    posture: Posture,
}

/// A way to bend a whole drawing: where each of its points goes.
pub type Posture = fn(Point) -> Point;

impl Default for Pen {
    fn default() -> Self {
        Self::posed(FINE, |point| point)
    }
}

impl Pen {
    /// A pen for another scale, so many steps to a unit, that bends what it draws.
    pub fn posed(steps: f64, posture: Posture) -> Self {
        Self { text: String::new(), here: (0, 0), last_command: ' ', steps, posture }
    }

    /// A curve of its own, closed with a straight line if asked.
    pub fn curve(&mut self, curve: &[Cubic], close: bool) {
        let Some(first) = curve.first() else { return };
        self.move_to(first.from);
        for c in curve {
            self.step('c', &[c.a, c.b, c.to]);
        }
        if close {
            self.close();
        }
    }

    /// A straight stroke.
    pub fn line(&mut self, from: Point, to: Point) {
        self.move_to(from);
        self.step('l', &[to]);
    }

    /// A stroke with one bend: begin, handle, end.
    pub fn bent(&mut self, [from, handle, to]: [Point; 3]) {
        self.move_to(from);
        self.step('q', &[handle, to]);
    }

    /// A sliver for filling: pointed at both ends and bellied to the left of its way, as a graver cuts it.
    /// Its other edge is the chord that filling closes it with; a straight back costs nothing to write.
    pub fn sliver(&mut self, from: Point, to: Point, belly: f64) {
        let length = distance(from, to).max(1e-6);
        let half = middle(from, to);
        let bend = (
            half.0 + (to.1 - from.1) / length * belly * 2.0,
            half.1 - (to.0 - from.0) / length * belly * 2.0,
        );
        self.bent([from, bend, to]);
    }

    /// Ends a closed figure.
    pub fn close(&mut self) {
        self.text.push('z');
        self.last_command = 'z';
    }

    /// The path data.
    pub fn finish(self) -> String {
        self.text
    }

    fn move_to(&mut self, to: Point) {
        if self.text.is_empty() || self.text.ends_with('z') {
            self.text.push('M');
            self.here = self.rounded(to);
            let (x, y) = self.here;
            self.numbers(&[x, y]);
        } else {
            let to = self.rounded(to);
            self.text.push('m');
            self.numbers(&[to.0 - self.here.0, to.1 - self.here.1]);
            self.here = to;
        }
        self.last_command = 'm';
    }

    fn step(&mut self, command: char, points: &[Point]) {
        if self.last_command != command {
            self.text.push(command);
            self.last_command = command;
        }
        let mut numbers = Vec::new();
        let mut to = self.here;
        for point in points {
            to = self.rounded(*point);
            numbers.extend([to.0 - self.here.0, to.1 - self.here.1]);
        }
        self.here = to;
        self.numbers(&numbers);
    }

    #[expect(clippy::cast_possible_truncation, reason = "plate coordinates are a few thousand at most")]
    fn rounded(&self, p: Point) -> (i64, i64) {
        let p = (self.posture)(p);
        ((p.0 * self.steps).round() as i64, (p.1 * self.steps).round() as i64)
    }

    fn numbers(&mut self, numbers: &[i64]) {
        for n in numbers {
            let glued = *n < 0 || self.text.ends_with(|c: char| c.is_ascii_alphabetic());
            let _ = write!(self.text, "{}{n}", if glued { "" } else { " " });
        }
    }
}

/// The slope at `here` that keeps the curvature of the spans before and after it equal.
fn inner(points: [Point; 3], spans: [f64; 2], slopes: [Point; 2]) -> Point {
    let solve = |along: fn(Point) -> f64| {
        let [before, here, after] = points.map(along);
        let [slope_before, slope_after] = slopes.map(along);
        let pull = 3.0 * ((here - before) / spans[0].powi(2) + (after - here) / spans[1].powi(2));
        (pull - slope_before / spans[0] - slope_after / spans[1]) / (2.0 / spans[0] + 2.0 / spans[1])
    };
    (solve(|p| p.0), solve(|p| p.1))
}

/// The slope at an open end, where curvature fades to nothing.
fn end(p: Point, q: Point, h: f64, neighbour: Point) -> Point {
    let solve = |p: f64, q: f64, n: f64| (3.0 * (q - p) / h - n) / 2.0;
    (solve(p.0, q.0, neighbour.0), solve(p.1, q.1, neighbour.1))
}
