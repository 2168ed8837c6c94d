//! What is drawn on the diagram, as markup of numbers and phrases: it needs no browser.

use std::fmt::Display;

use super::{
    coordinates::{self, decimal},
    crop::Crop,
    facts,
    layout::{Layout, Placed, RADIUS, Size},
    plate::{KEEP_OFF, NAMES, Name},
};
use crate::{
    domain::leg::{Leg, Position, ZoneEnd},
    i18n::{leg::LegText, phrase::escaped},
};

/// Distance between a leader line and what it joins, pixels.
const AIR: f64 = 5.0;
/// How far a line in the margin runs level, pixels.
const MARGIN_LEVEL: f64 = 14.0;
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

/// The numbers in the margin of a leg that is too small for them, each with a line to its dot.
pub fn margin_numbers(layout: &Layout) -> String {
    let number = |placed: &Placed| {
        let Some([x, y]) = placed.number_at else { return String::new() };
        let ahead = coordinates::forward(layout.leg);
        let end = [x - ahead * AIR, y];
        // Level from the number, then straight to the dot.
        let bend = [end[0] - ahead * MARGIN_LEVEL, y];
        let line = attribute("d", format!("M{}L{}L{}", point(end), point(bend), point(placed.at)));
        let at = attribute("x", decimal(x)) + &attribute("y", decimal(y));
        let class = if layout.leg == Leg::Left { "margin-number is-left" } else { "margin-number" };
        format!(r#"<path class="leader"{line}/><text class="{class}"{at}>{}</text>"#, placed.number)
    };
    layout.marks.iter().map(number).collect()
}

/// What lies below the marks, so that no number is covered: the lines of those that have stepped aside to
/// their places, and the facts beside the leg.
pub fn beside(layout: &Layout, text: &LegText, height_cm: Option<u8>) -> String {
    if layout.given.crop == Crop::Whole {
        return margin_numbers(layout);
    }
    let homes = layout.marks.iter().map(home);
    let with_facts = layout.marks.iter().filter(|_| layout.lines > 0);
    homes.chain(with_facts.map(|placed| fact(layout, placed, text, height_cm))).collect()
}

/// The circles that make the disc of a mark: class and how far each reaches beyond its radius, the lowest first.
pub const DISC: [(&str, f64); 4] =
    [("mark-focus-halo", 6.0), ("mark-focus", 5.0), ("mark-halo", 2.0), ("mark-body", -1.0)];

/// Earlier spots: rings that a mark would fill, dashed so that nobody takes them for one.
pub fn rings(places: &[Position], middle: impl Fn(&Position) -> [f64; 2]) -> String {
    let ring = |place: &Position| {
        let circle = circle(middle(place));
        let (percent, r) = (place.percent(), decimal(RADIUS - 3.0));
        format!(
            r#"<g data-ring="{percent}"><circle class="ring-halo"{circle} r="{r}"/><circle class="ring-line"{circle} r="{r}"/></g>"#
        )
    };
    places.iter().map(ring).collect()
}

/// The part of the leg that is kept off, lit up after a tap there; `taps` tells one tap from the next.
pub fn keep_off(end: ZoneEnd, taps: u32) -> String {
    let [x, y, rx, ry] = match end {
        ZoneEnd::Hip => KEEP_OFF[0],
        ZoneEnd::Knee => KEEP_OFF[1],
    }
    .map(decimal);
    format!(r#"<ellipse class="keep-off" data-taps="{taps}" cx="{x}" cy="{y}" rx="{rx}" ry="{ry}"/>"#)
}

/// The lines from the structures to their names.
pub fn leaders(naming: Naming, leg: Leg) -> String {
    NAMES.iter().map(|name| leader(name, naming, leg)).collect()
}

/// Where the words or the letter of a name begin in front, or end at the back: an x of the right leg.
pub fn end(name: &Name, naming: Naming) -> f64 {
    let [back, front] = if naming == Naming::Letters { LETTER_OUT } else { [0.0; 2] };
    name.text[0] + if name.front { front } else { -back }
}

/// A place as a transformation.
pub fn translated(at: [f64; 2]) -> String {
    format!("translate({})", point(at))
}

/// A mark that has stepped aside keeps a line to its place.
fn home(placed: &Placed) -> String {
    let line = line(placed.home, placed.at);
    let circle = circle(placed.home);
    format!(r#"<path class="leader"{line}/><circle class="mark-home"{circle} r="4"/>"#)
}

/// How much it hurts and how far down it is, with a line to its mark.
fn fact(layout: &Layout, placed: &Placed, text: &LegText, height_cm: Option<u8>) -> String {
    let Placed { id, spot, .. } = placed;
    let has_both = layout.lines > 1 && spot.pain.is_some();
    let mut class = String::from("fact");
    if has_both {
        class.push_str(" is-both");
    }
    if layout.leg == Leg::Left {
        class.push_str(" is-left");
    }
    let class = attribute("class", class);
    let ahead = coordinates::forward(layout.leg);
    let end = [layout.facts_x - ahead * AIR, placed.facts_y];
    let [dx, dy] = [end[0] - placed.at[0], end[1] - placed.at[1]];
    // From the edge of the disc.
    let share = (RADIUS + AIR) / (dx * dx + dy * dy).sqrt();
    let line = line([placed.at[0] + dx * share, placed.at[1] + dy * share], end);
    let at = attribute("x", decimal(layout.facts_x)) + &attribute("y", decimal(placed.facts_y));
    let pain = spot.pain.map(|pain| text.pain_fact.n(pain.score()));
    let place = (has_both || spot.pain.is_none()).then(|| facts::place(text, spot, height_cm));
    let [pain, place] = [pain, place].map(|words| escaped(&words.unwrap_or_default()));
    format!(
        r#"<g{class} data-facts="{id}"><path class="leader"{line}/><text class="fact-pain"{at}>{pain}</text><text class="fact-place"{at}>{place}</text></g>"#
    )
}

fn leader(name: &Name, naming: Naming, leg: Leg) -> String {
    let back = if name.front { -NAME_AIR } else { NAME_AIR };
    let on_side = |[x, y]: [f64; 2]| [coordinates::on_side(leg, x), y];
    let [dot, bend] = [name.dot, name.bend].map(on_side);
    // Level from the name, with one bend to the structure.
    let begin = on_side([end(name, naming) + back, name.text[1]]);
    let line = attribute("d", format!("M{}L{}L{}", point(begin), point(bend), point(dot)));
    let circle = circle(dot);
    format!(r#"<path class="name-line"{line}/><circle class="name-dot"{circle} r="3.5"/>"#)
}

/// The attribute of a path along one straight line.
fn line(from: [f64; 2], to: [f64; 2]) -> String {
    attribute("d", format!("M{}L{}", point(from), point(to)))
}

/// The attributes of a circle's middle.
fn circle([x, y]: [f64; 2]) -> String {
    attribute("cx", decimal(x)) + &attribute("cy", decimal(y))
}

fn point([x, y]: [f64; 2]) -> String {
    format!("{} {}", decimal(x), decimal(y))
}

fn attribute(name: &str, value: impl Display) -> String {
    format!(r#" {name}="{value}""#)
}
