//! Draws muscle fibres as tapering strokes, and hatching over the keep-off areas.

use kurbo::common::solve_quadratic;
use kurbo::{Line, ParamCurve, Point, QuadBez, Vec2};

use super::path::Anchor;

/// Fibres that run from one line to another.
pub struct Fan {
    /// The line on which fibres start, as a polyline.
    pub start: &'static [Anchor],
    /// The line on which fibres end; points at the same share of both lengths belong together.
    pub end: &'static [Anchor],
    /// The sideways bend of each fibre, in plate units.
    pub bend: f64,
    /// The number of fibres side by side.
    pub count: u32,
    /// The number of strokes per fibre.
    pub pieces: u32,
    /// The maximum width of a stroke.
    pub width: f64,
    /// The random variation of both ends of a stroke, as a share of the stroke's length.
    pub jitter: f64,
}

/// The strokes of several fans.
pub fn fibre_strokes(fans: &[Fan]) -> Vec<QuadBez> {
    (1..).zip(fans).flat_map(|(seed, fan)| fan.strokes(seed)).collect()
}

impl Fan {
    fn strokes(&self, seed: u32) -> Vec<QuadBez> {
        let piece = 1.0 / f64::from(self.pieces);
        let mut draws = 0;
        let mut random = || {
            draws += 1;
            pseudo_random(seed, draws)
        };
        let mut strokes = Vec::new();
        for i in 0..self.count {
            let share = (f64::from(i) + 0.5) / f64::from(self.count);
            let (p, q) = (along(self.start, share), along(self.end, share));
            let fibre = QuadBez::new(p, p.midpoint(q) + normal(p, q) * self.bend * 2.0, q);
            // Strokes of neighbouring fibres are staggered, so that their ends do not form a line.
            let stagger = if self.pieces > 1 && i % 2 == 1 { piece / 2.0 } else { 0.0 };
            for k in 0..self.pieces {
                let first = f64::from(k) * piece + stagger;
                let a = first + self.jitter * piece * random();
                let b = first + piece * (1.0 - self.jitter * random());
                let (from, to) = (fibre.eval(a.min(0.95)), fibre.eval(b.min(1.0)));
                let length = from.distance(to);
                if length > 12.0 {
                    // Shorter strokes are thinner.
                    let width = self.width * (length / 60.0).clamp(0.5, 1.0) * (0.75 + 0.5 * random());
                    // The stroke is the filled area between this curve and its chord, which SVG closes implicitly.
                    strokes.push(QuadBez::new(from, from.midpoint(to) - normal(from, to) * width * 2.0, to));
                }
            }
        }
        strokes
    }
}

/// Parallel slanting strokes inside an ellipse, with slightly random ends.
pub fn hatch(centre: Point, radii: Vec2, gap: f64, lean: f64, seed: u32) -> Vec<Line> {
    // A stroke is on the line x = offset + lean * y, relative to the centre.
    let (rx2, ry2) = (radii.x * radii.x, radii.y * radii.y);
    let reach = (rx2 + lean * lean * ry2).sqrt();
    let offsets = (0..).map(|i| (i, -reach + gap * (f64::from(i) + 0.5))).take_while(|(_, x)| *x < reach);
    let stroke = |(i, offset): (u32, f64)| {
        let shorter = 1.0 - 0.1 * pseudo_random(seed, i);
        let at = |y: f64| centre + Vec2::new(offset + lean * y, y);
        let ends = solve_quadratic(
            offset * offset / rx2 - 1.0,
            2.0 * lean * offset / rx2,
            lean * lean / rx2 + 1.0 / ry2,
        );
        match ends[..] {
            [top, bottom] if (bottom - top) * shorter > gap => {
                Some(Line::new(at(top * shorter), at(bottom * shorter)))
            }
            _ => None,
        }
    };
    offsets.filter_map(stroke).collect()
}

/// The unit vector perpendicular to the line between two points.
fn normal(p: Point, q: Point) -> Vec2 {
    (q - p).normalize().turn_90()
}

/// The point at a share (0 to 1) of a polyline's length.
fn along(line: &[Anchor], share: f64) -> Point {
    let spans = || line.windows(2).map(|w| Line::new(w[0], w[1]));
    let mut remaining = share * spans().map(Line::length).sum::<f64>();
    for span in spans() {
        if remaining <= span.length() {
            return span.eval(remaining / span.length());
        }
        remaining -= span.length();
    }
    line[line.len() - 1].into()
}

/// A fixed pseudo-random number from 0 to 1, so that the drawing is the same every time.
fn pseudo_random(seed: u32, index: u32) -> f64 {
    let mut x = seed.wrapping_mul(0x9E37_79B9) ^ index.wrapping_mul(0x85EB_CA6B).wrapping_add(0x1234_5677);
    x ^= x >> 15;
    x = x.wrapping_mul(0x2C1B_3C6D);
    x ^= x >> 12;
    x = x.wrapping_mul(0x297A_2D39);
    x ^= x >> 15;
    f64::from(x) / f64::from(u32::MAX)
}
