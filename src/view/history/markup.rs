//! Small pieces of SVG as text.

use super::super::leg::decimal::decimal;

/// An attribute that is a number.
pub fn number(svg: &mut String, name: &str, number: f64) {
    svg.extend([" ", name, "=\"", &decimal(number), "\""]);
}

/// A straight line.
pub fn line(svg: &mut String, class: &str, from: [f64; 2], to: [f64; 2]) {
    svg.extend(["<path class=\"", class, "\" d=\"M"]);
    for (at, between) in [(from[0], " "), (from[1], "L"), (to[0], " "), (to[1], "\"/>")] {
        svg.extend([&decimal(at), between]);
    }
}

/// A rectangle by two corners.
pub fn block(svg: &mut String, class: &str, from: [f64; 2], to: [f64; 2]) {
    svg.extend(["<rect class=\"", class, "\""]);
    number(svg, "x", from[0]);
    number(svg, "y", from[1]);
    number(svg, "width", to[0] - from[0]);
    number(svg, "height", to[1] - from[1]);
    svg.push_str("/>");
}

/// A circle.
pub fn dot(svg: &mut String, class: &str, [x, y]: [f64; 2], radius: f64) {
    svg.extend(["<circle class=\"", class, "\""]);
    number(svg, "cx", x);
    number(svg, "cy", y);
    number(svg, "r", radius);
    svg.push_str("/>");
}

/// Words; ours and the browser's dates hold nothing that markup is made of.
pub fn words(svg: &mut String, class: &str, [x, y]: [f64; 2], words: &str) {
    svg.extend(["<text class=\"", class, "\""]);
    number(svg, "x", x);
    number(svg, "y", y);
    svg.extend([">", words, "</text>"]);
}
