//! What is drawn upon the plate, as markup: knows no page, only numbers and phrases.

use super::{
    decimal::decimal,
    facts,
    layout::{Layout, Placed, RADIUS, Size},
    place,
    plate::{NAMES, Name},
};
use crate::{
    domain::digits::digits,
    domain::leg::{Leg, Position},
    text::leg::LegText,
};

/// Distance between a leader line and what it joins, pixels.
const AIR: f64 = 5.0;
/// Distance between a line and the name of a structure, plate units.
const NAME_AIR: f64 = 8.0;
/// How much further out a letter stands than a word would begin, at the back and in front, plate units: clear of
/// marks that have stepped aside.
const LETTER_OUT: [f64; 2] = [40.0, 75.0];
/// Room for the words in front, in plate units.
const WORDS_WIDTH: f64 = 182.0;
/// What the longest of them take, in line heights.
const WORDS_LINES: f64 = 6.2;

/// How the structures are named on the plate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// In words at the lines' ends.
    Words,
    /// By letters there, with a key below.
    Letters,
}

impl Naming {
    /// Words where the plate is large enough for them and the person's text small enough.
    pub fn fitting(size: Size) -> Self {
        if WORDS_WIDTH * size.scale < WORDS_LINES * size.line { Self::Letters } else { Self::Words }
    }
}

/// What lies below the marks, so that no number is covered: the lines of those that have stepped aside to
/// their places, and the facts beside the leg.
pub fn beside(layout: &Layout, text: &LegText, height_cm: Option<u8>) -> String {
    let mut svg = String::new();
    for placed in &layout.marks {
        home(&mut svg, placed);
    }
    if layout.lines > 0 {
        for placed in &layout.marks {
            fact(&mut svg, layout, placed, text, height_cm);
        }
    }
    svg
}

/// The disc of a mark, without its number.
pub fn disc() -> String {
    let mut svg = String::new();
    for (open, beyond) in [
        (r#"<circle class="mark-focus-halo""#, 6.0),
        (r#"<circle class="mark-focus""#, 5.0),
        (r#"<circle class="mark-halo""#, 2.0),
        (r#"<circle class="mark-body""#, -1.0),
    ] {
        svg.push_str(open);
        number(&mut svg, " r=\"", RADIUS + beyond);
        svg.push_str("/>");
    }
    svg
}

/// Earlier spots: rings that a mark would fill, dashed so that nobody takes them for one.
pub fn rings(places: &[Position], middle: impl Fn(&Position) -> [f64; 2]) -> String {
    let mut svg = String::new();
    for place in places {
        let [x, y] = middle(place);
        svg.push_str(r#"<g data-ring=""#);
        svg.push_str(&digits(place.percent()));
        svg.push_str(r#"">"#);
        for open in [r#"<circle class="ring-halo""#, r#"<circle class="ring-line""#] {
            svg.push_str(open);
            number(&mut svg, " cx=\"", x);
            number(&mut svg, " cy=\"", y);
            number(&mut svg, " r=\"", RADIUS - 3.0);
            svg.push_str("/>");
        }
        svg.push_str("</g>");
    }
    svg
}

/// The lines from the structures to their names.
pub fn leaders(naming: Naming, leg: Leg) -> String {
    let mut svg = String::new();
    for name in &NAMES {
        leader(&mut svg, name, naming, leg);
    }
    svg
}

/// Where the words or the letter of a name begin in front, or end at the back: an x of the right leg.
pub fn end(name: &Name, naming: Naming) -> f64 {
    let [back, front] = if naming == Naming::Letters { LETTER_OUT } else { [0.0; 2] };
    name.text[0] + if name.front { front } else { -back }
}

/// A place as a transformation.
pub fn translated(at: [f64; 2]) -> String {
    let mut moved = String::from("translate(");
    point(&mut moved, at);
    moved.push(')');
    moved
}

/// A mark that has stepped aside keeps a line to its place.
fn home(svg: &mut String, placed: &Placed) {
    svg.push_str(r#"<path class="leader""#);
    line(svg, placed.home, placed.at);
    svg.push_str(r#"/><circle class="mark-home""#);
    number(svg, " cx=\"", placed.home[0]);
    number(svg, " cy=\"", placed.home[1]);
    svg.push_str(r#" r="4"/>"#);
}

/// How much it hurts and how far down it is, with a line to its mark.
fn fact(svg: &mut String, layout: &Layout, placed: &Placed, text: &LegText, height_cm: Option<u8>) {
    let spot = &placed.mark.spot;
    let both = layout.lines > 1 && spot.pain.is_some();
    svg.push_str(r#"<g class="fact"#);
    if both {
        svg.push_str(" is-both");
    }
    if layout.leg == Leg::Left {
        svg.push_str(" is-left");
    }
    svg.push_str(r#"" data-facts=""#);
    svg.push_str(&digits(placed.mark.id));
    svg.push_str(r#""><path class="leader""#);
    let ahead = place::forward(layout.leg);
    let end = [layout.facts_x - ahead * AIR, placed.facts_y];
    let [dx, dy] = [end[0] - placed.at[0], end[1] - placed.at[1]];
    // From the edge of the disc.
    let share = (RADIUS + AIR) / (dx * dx + dy * dy).sqrt();
    line(svg, [placed.at[0] + dx * share, placed.at[1] + dy * share], end);
    svg.push_str("/>");
    let at = [layout.facts_x, placed.facts_y];
    let pain = spot.pain.map(|pain| text.pain_fact.n(pain.score()));
    words(svg, r#"<text class="fact-pain""#, at, pain);
    let place = (both || spot.pain.is_none()).then(|| facts::place(text, spot, height_cm));
    words(svg, r#"<text class="fact-place""#, at, place);
    svg.push_str("</g>");
}

fn words(svg: &mut String, open: &str, at: [f64; 2], words: Option<String>) {
    svg.push_str(open);
    number(svg, " x=\"", at[0]);
    number(svg, " y=\"", at[1]);
    svg.push('>');
    escaped(svg, &words.unwrap_or_default());
    svg.push_str("</text>");
}

fn leader(svg: &mut String, name: &Name, naming: Naming, leg: Leg) {
    let back = if name.front { -NAME_AIR } else { NAME_AIR };
    let dot = [place::on_side(leg, name.dot[0]), name.dot[1]];
    svg.push_str(r#"<path class="name-line""#);
    line(svg, dot, [place::on_side(leg, end(name, naming) + back), name.text[1]]);
    svg.push_str(r#"/><circle class="name-dot""#);
    number(svg, " cx=\"", dot[0]);
    number(svg, " cy=\"", dot[1]);
    svg.push_str(r#" r="3.5"/>"#);
}

/// A path along one straight line.
fn line(svg: &mut String, from: [f64; 2], to: [f64; 2]) {
    svg.push_str(" d=\"M");
    point(svg, from);
    svg.push('L');
    point(svg, to);
    svg.push('"');
}

fn point(svg: &mut String, [x, y]: [f64; 2]) {
    svg.push_str(&decimal(x));
    svg.push(' ');
    svg.push_str(&decimal(y));
}

/// An attribute, opened by its name.
fn number(svg: &mut String, open: &str, number: f64) {
    svg.push_str(open);
    svg.push_str(&decimal(number));
    svg.push('"');
}

/// A phrase, which may hold what markup is made of.
fn escaped(svg: &mut String, phrase: &str) {
    for c in phrase.chars() {
        match c {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            c => svg.push(c),
        }
    }
}
