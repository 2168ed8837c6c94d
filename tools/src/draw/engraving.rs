//! The engraver's part: fibres as tapering slivers, and hatching over what is to be kept off.

use super::spline::{Pen, Point, distance, middle};

/// Fibres that run from one line to another.
pub struct Fan {
    /// Where they begin, as a polyline.
    pub start: &'static [Point],
    /// Where they end, matched to `start` by share of length.
    pub end: &'static [Point],
    /// Sideways bend of each fibre, in units, positive to the left of its way.
    pub bend: f64,
    /// How many stand side by side.
    pub count: u32,
    /// Into how many strokes each is cut on its way.
    pub pieces: u32,
    /// Width of the ink where it is widest.
    pub ink: f64,
    /// How unevenly strokes begin and end, as a share of a piece.
    pub ragged: f64,
}

impl Fan {
    /// Cuts the fibres.
    pub fn cut(&self, pen: &mut Pen, seed: u32) {
        let piece = 1.0 / f64::from(self.pieces);
        let mut throw = 0;
        let mut dice = || {
            throw += 1;
            chance(seed, throw)
        };
        for i in 0..self.count {
            let share = (f64::from(i) + 0.5) / f64::from(self.count);
            let (p, q) = (along(self.start, share), along(self.end, share));
            let length = distance(p, q).max(1e-6);
            let normal = ((p.1 - q.1) / length, (q.0 - p.0) / length);
            let half = middle(p, q);
            let handle = (half.0 + normal.0 * self.bend * 2.0, half.1 + normal.1 * self.bend * 2.0);
            // Neighbours are staggered like bricks, so that no row of ends forms a line.
            let stagger = if self.pieces > 1 && i % 2 == 1 { piece / 2.0 } else { 0.0 };
            for k in 0..self.pieces {
                let first = f64::from(k) * piece + stagger;
                let a = first + self.ragged * piece * dice();
                let b = first + piece * (1.0 - self.ragged * dice());
                let (from, to) = (on(p, handle, q, a.min(0.95)), on(p, handle, q, b.min(1.0)));
                let length = distance(from, to);
                if length > 12.0 {
                    // A short stroke is a thin one.
                    let ink = self.ink * (length / 60.0).clamp(0.5, 1.0);
                    pen.sliver(from, to, ink * (0.75 + 0.5 * dice()));
                }
            }
        }
    }
}

/// Parallel strokes, leaning like handwriting, inside an ellipse whose ends are left a little ragged.
pub fn hatch(pen: &mut Pen, centre: Point, radii: Point, gap: f64, lean: f64, seed: u32) {
    // Strokes follow x = c + lean * y; the ellipse cuts each one at the roots of a quadratic.
    let (rx2, ry2) = (radii.0 * radii.0, radii.1 * radii.1);
    let reach = (rx2 + lean * lean * ry2).sqrt();
    let mut offset = -reach + gap / 2.0;
    let mut i = 0;
    while offset < reach {
        let a = lean * lean / rx2 + 1.0 / ry2;
        let b = 2.0 * lean * offset / rx2;
        let c = offset * offset / rx2 - 1.0;
        let root = b * b - 4.0 * a * c;
        if root > 0.0 {
            let cut = |sign: f64| (-b + sign * root.sqrt()) / (2.0 * a) * (1.0 - 0.1 * chance(seed, i));
            let at = |y: f64| (centre.0 + offset + lean * y, centre.1 + y);
            let (y0, y1) = (cut(-1.0), cut(1.0));
            if y1 - y0 > gap {
                pen.line(at(y0), at(y1));
            }
        }
        offset += gap;
        i += 1;
    }
}

/// A point at a share of a polyline's length.
fn along(line: &[Point], share: f64) -> Point {
    let total: f64 = line.windows(2).map(|w| distance(w[0], w[1])).sum();
    let mut left = share * total;
    for w in line.windows(2) {
        let length = distance(w[0], w[1]);
        if left <= length && length > 0.0 {
            let t = left / length;
            return (w[0].0 + (w[1].0 - w[0].0) * t, w[0].1 + (w[1].1 - w[0].1) * t);
        }
        left -= length;
    }
    line[line.len() - 1]
}

/// The point at `t` of a quadratic.
fn on(p: Point, handle: Point, q: Point, t: f64) -> Point {
    let mix = |p: f64, h: f64, q: f64| (1.0 - t) * (1.0 - t) * p + 2.0 * t * (1.0 - t) * h + t * t * q;
    (mix(p.0, handle.0, q.0), mix(p.1, handle.1, q.1))
}

/// A fixed throw of dice, 0 to 1: the same drawing every time.
fn chance(seed: u32, i: u32) -> f64 {
    let mut x = seed.wrapping_mul(0x9E37_79B9) ^ i.wrapping_mul(0x85EB_CA6B).wrapping_add(0x1234_5677);
    x ^= x >> 15;
    x = x.wrapping_mul(0x2C1B_3C6D);
    x ^= x >> 12;
    x = x.wrapping_mul(0x297A_2D39);
    x ^= x >> 15;
    f64::from(x) / f64::from(u32::MAX)
}
