//! Writes SVG elements as text.

use std::fmt::Write as _;

use crate::{i18n::phrase::escape_markup, screens::leg::coordinates::decimal};

/// A straight line.
pub fn line(svg: &mut String, class: &str, from: [f64; 2], to: [f64; 2]) {
    let ([x1, y1], [x2, y2]) = (from.map(decimal), to.map(decimal));
    push(svg, format_args!("<path class=\"{class}\" d=\"M{x1} {y1}L{x2} {y2}\"/>"));
}

/// A polygon, from its corners.
pub fn polygon(svg: &mut String, class: &str, corners: &[[f64; 2]]) {
    push(svg, format_args!("<path class=\"{class}\" d=\"{}\"/>", polygon_path(corners)));
}

/// The path data of a polygon, from its corners.
pub fn polygon_path(corners: &[[f64; 2]]) -> String {
    let mut path = String::new();
    for (index, corner) in corners.iter().enumerate() {
        let [x, y] = corner.map(decimal);
        path.extend([if index == 0 { "M" } else { "L" }, &x, " ", &y]);
    }
    path + "Z"
}

/// A rectangle, from two opposite corners.
pub fn rect(svg: &mut String, class: &str, from: [f64; 2], to: [f64; 2]) {
    let [x, y] = from.map(decimal);
    let [width, height] = [to[0] - from[0], to[1] - from[1]].map(decimal);
    push(
        svg,
        format_args!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"),
    );
}

/// A circle.
pub fn circle(svg: &mut String, class: &str, center: [f64; 2], radius: f64) {
    let ([x, y], radius) = (center.map(decimal), decimal(radius));
    push(svg, format_args!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"));
}

/// A text; it is escaped.
pub fn text(svg: &mut String, class: &str, at: [f64; 2], words: &str) {
    let [x, y] = at.map(decimal);
    push(svg, format_args!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>", escape_markup(words)));
}

fn push(svg: &mut String, markup: std::fmt::Arguments<'_>) {
    // Writing to a `String` cannot fail.
    svg.write_fmt(markup).ok();
}
