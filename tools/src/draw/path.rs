//! Builds paths from the tables' points and formats them as compact SVG path data.

use std::fmt::Write as _;

use kurbo::{Affine, BezPath, Line, ParamCurve, PathEl, PathSeg, Point, QuadBez, Vec2};

/// A point in a table: x to the front, y down.
pub type Anchor = (f64, f64);

/// A shape in a table: smooth curves through anchors, which meet in corners.
pub type ShapeTable = &'static [&'static [Anchor]];

/// A transformation of each point of a drawing.
pub type PointMap = fn(Point) -> Point;

/// The transformation that changes nothing.
pub fn identity(point: Point) -> Point {
    point
}

/// Steps per plate unit: path data are whole numbers, and half a unit is smaller than a pixel on a phone.
pub const STEPS_PER_UNIT: f64 = 2.0;

/// The cubic spline through all points, closed if the last point is the first. Its curvature is continuous.
///
/// Implemented here, because kurbo fits curves to a given curve but does not interpolate points.
pub fn spline_through(points: &[Point]) -> BezPath {
    let spans: Vec<Vec2> = points.windows(2).map(|w| w[1] - w[0]).collect();
    let count = spans.len();
    let closed = count > 2 && points[0] == points[count];
    let mut slopes = vec![Vec2::ZERO; count + 1];
    // The system is diagonally dominant: 60 Gauss-Seidel sweeps reach the precision of f64.
    for _ in 0..60 {
        for i in 0..=count {
            let before = if i == 0 { closed.then(|| count - 1) } else { Some(i - 1) };
            let after = if i == count { closed.then_some(0) } else { Some(i) };
            let neighbours = [before.map(|span| (span, span)), after.map(|span| (span, span + 1))];
            let (mut sum, mut weight) = (Vec2::ZERO, 0.0);
            for (span, neighbour) in neighbours.into_iter().flatten() {
                // Chord-length parameterisation, so that long and short spans do not distort each other.
                let length = spans[span].hypot();
                sum += (3.0 * spans[span] / length - slopes[neighbour]) / length;
                weight += 2.0 / length;
            }
            slopes[i] = sum / weight;
        }
    }
    let mut path = BezPath::new();
    path.move_to(points[0]);
    for (i, span) in spans.iter().enumerate() {
        let third = span.hypot() / 3.0;
        let (p, q) = (points[i], points[i + 1]);
        path.curve_to(p + slopes[i] * third, q - slopes[i + 1] * third, q);
    }
    path
}

/// A shape's outline, with its anchors transformed.
pub fn outline(shape: ShapeTable, point_map: PointMap) -> BezPath {
    joined_path(shape.iter().map(|run| {
        spline_through(&run.iter().map(|anchor| point_map(Point::from(*anchor))).collect::<Vec<_>>())
    }))
}

/// Joins paths, each of which starts at the end of the previous one.
pub fn joined_path(parts: impl IntoIterator<Item = BezPath>) -> BezPath {
    let mut path = BezPath::new();
    for part in parts {
        let repeated = usize::from(!path.is_empty());
        path.extend(part.into_iter().skip(repeated));
    }
    path
}

/// A path of separate strokes.
pub fn strokes<S: Into<PathSeg>>(segments: impl IntoIterator<Item = S>) -> BezPath {
    let elements = |segment: PathSeg| [PathEl::MoveTo(segment.start()), segment.as_path_el()];
    segments.into_iter().flat_map(|segment| elements(segment.into())).collect()
}

/// The quadratic curves of a table: start, control point and end of each.
pub fn quadratic_curves(table: &[[Anchor; 3]]) -> Vec<QuadBez> {
    table.iter().map(|[begin, handle, end]| QuadBez::new(*begin, *handle, *end)).collect()
}

/// Smallest and largest x of a path at a height.
pub fn width_at(path: &BezPath, y: f64) -> Option<(f64, f64)> {
    let level = Line::new((-1e4, y), (1e4, y));
    let hits = path.segments().flat_map(|segment| segment.intersect_line(level));
    hits.map(|hit| level.eval(hit.line_t).x).fold(None, |width, x| {
        Some(width.map_or((x, x), |(low, high): (f64, f64)| (low.min(x), high.max(x))))
    })
}

/// Path data in whole steps, relative to the last point.
///
/// Implemented here, because `BezPath::to_svg` writes absolute coordinates: with it `leg.svg`, which every first
/// visit loads, has 5,650 bytes with Brotli instead of 4,483.
pub fn data(path: &BezPath, steps: f64) -> String {
    let mut text = String::new();
    let (mut here, mut last) = (Point::ZERO, 'z');
    for element in (Affine::scale(steps) * path).iter() {
        let (mut command, points) = match element {
            PathEl::MoveTo(p) => ('m', vec![p]),
            PathEl::LineTo(p) => ('l', vec![p]),
            PathEl::QuadTo(a, p) => ('q', vec![a, p]),
            PathEl::CurveTo(a, b, p) => ('c', vec![a, b, p]),
            PathEl::ClosePath => ('z', vec![]),
        };
        if command == 'm' && last == 'z' {
            (command, here) = ('M', Point::ZERO);
        }
        if command != last || command == 'm' {
            text.push(command);
            last = command;
        }
        for step in points.iter().map(|point| point.round() - here) {
            for number in [step.x, step.y] {
                let separate = number >= 0.0 && text.ends_with(|c: char| c.is_ascii_digit());
                // Adding zero turns -0 into 0.
                let _ = write!(text, "{}{}", if separate { " " } else { "" }, number + 0.0);
            }
        }
        here = points.last().map_or(here, |point| point.round());
    }
    text
}

/// Writes a `<path>` with its attributes, unless it is empty.
pub fn write_path(out: &mut String, attributes: &str, data: &str) {
    if !data.is_empty() {
        let space = if attributes.is_empty() { "" } else { " " };
        let _ = write!(out, r#"<path{space}{attributes} d="{data}"/>"#);
    }
}

/// Points along a path, 24 to a segment.
#[cfg(test)]
pub fn sample_points(path: &BezPath) -> Vec<Point> {
    path.segments().flat_map(|segment| (0..=24).map(move |k| segment.eval(f64::from(k) / 24.0))).collect()
}
