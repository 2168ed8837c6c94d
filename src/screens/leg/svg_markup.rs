//! SVG markup for the diagram, built from numbers and phrases without browser APIs.

use std::fmt::Display;

use super::{
    coordinates::{self, decimal},
    crop::Crop,
    layout::{DiagramSize, Layout, MARK_RADIUS_PX, MarkLayout},
    mark_text,
    plate::{KEEP_OFF, STRUCTURE_LABELS, StructureLabel},
};
use crate::{
    domain::leg::{Leg, Position, ZoneEnd},
    i18n::{leg::LegText, phrase::escape_markup},
};

/// Distance between a leader line and what it connects, pixels.
const LEADER_GAP_PX: f64 = 5.0;
/// Length of the horizontal part of a leader line in the margin, pixels.
const LEVEL_LENGTH_PX: f64 = 14.0;
/// Distance between a leader line and the label of a structure, plate units.
const LABEL_GAP: f64 = 8.0;
/// How much further out a letter is placed than a word, at the back and in front, plate units: clear of marks
/// in the side lanes.
const LETTER_OFFSETS: [f64; 2] = [40.0, 75.0];
/// Space for the words in front, plate units.
const LABEL_SPACE: f64 = 182.0;
/// Width of the longest of them, in line heights.
const LONGEST_LABEL_LINES: f64 = 6.2;

/// How the structures are labelled on the plate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelStyle {
    /// Words at the ends of the leader lines.
    Words,
    /// Letters at the ends of the leader lines, with a key below the plate.
    Letters,
}

impl LabelStyle {
    /// Words if they fit at this size of the plate and of the text, otherwise letters.
    pub fn for_size(size: DiagramSize) -> Self {
        if LABEL_SPACE * size.px_per_unit < LONGEST_LABEL_LINES * size.line_height_px {
            Self::Letters
        } else {
            Self::Words
        }
    }
}

/// The numbers in the margin of the whole leg, whose dots are too small for them, each with a leader line to
/// its dot.
pub fn margin_numbers(layout: &Layout) -> String {
    let number = |mark_layout: &MarkLayout| {
        let Some([x, y]) = mark_layout.number_position else { return String::new() };
        let front = coordinates::front_direction(layout.leg);
        let end = [x - front * LEADER_GAP_PX, y];
        // Horizontal from the number, then straight to the dot.
        let bend = [end[0] - front * LEVEL_LENGTH_PX, y];
        let line = attribute(
            "d",
            format!("M{}L{}L{}", path_point(end), path_point(bend), path_point(mark_layout.center)),
        );
        let attributes = attribute("x", decimal(x)) + &attribute("y", decimal(y));
        let class = if layout.leg == Leg::Left { "margin-number is-left" } else { "margin-number" };
        format!(
            r#"<path class="leader"{line}/><text class="{class}"{attributes}>{}</text>"#,
            mark_layout.number
        )
    };
    layout.marks.iter().map(number).collect()
}

/// What is drawn below the mark discs, so that it covers no number: leader lines from moved marks to their
/// anchors, and the labels beside the leg.
pub fn mark_labels(layout: &Layout, text: &LegText, height_cm: Option<u8>) -> String {
    if layout.input.crop == Crop::Whole {
        return margin_numbers(layout);
    }
    let anchor_leaders = layout.marks.iter().map(anchor_leader);
    let with_labels = layout.marks.iter().filter(|_| layout.label_lines > 0);
    anchor_leaders
        .chain(with_labels.map(|mark_layout| mark_label(layout, mark_layout, text, height_cm)))
        .collect()
}

/// The circles of a mark, bottom to top: class, and difference to the radius of the mark in pixels.
pub const MARK_CIRCLES: [(&str, f64); 4] =
    [("mark-focus-halo", 6.0), ("mark-focus", 5.0), ("mark-halo", 2.0), ("mark-body", -1.0)];

/// Earlier spots as dashed rings, which differ from marks.
pub fn earlier_spot_rings(positions: &[Position], middle: impl Fn(&Position) -> [f64; 2]) -> String {
    let ring = |position: &Position| {
        let circle = center_attributes(middle(position));
        let (percent, r) = (position.percent(), decimal(MARK_RADIUS_PX - 3.0));
        format!(
            r#"<g data-ring="{percent}"><circle class="ring-halo"{circle} r="{r}"/><circle class="ring-line"{circle} r="{r}"/></g>"#
        )
    };
    positions.iter().map(ring).collect()
}

/// Highlights a keep-off area after a tap on it. `taps` makes each tap a new element, so that the animation
/// restarts.
pub fn keep_off_flash(end: ZoneEnd, taps: u32) -> String {
    let [x, y, rx, ry] = match end {
        ZoneEnd::Hip => KEEP_OFF[0],
        ZoneEnd::Knee => KEEP_OFF[1],
    }
    .map(decimal);
    format!(r#"<ellipse class="keep-off" data-taps="{taps}" cx="{x}" cy="{y}" rx="{rx}" ry="{ry}"/>"#)
}

/// The leader lines from the structures to their labels.
pub fn structure_leaders(label_style: LabelStyle, leg: Leg) -> String {
    STRUCTURE_LABELS.iter().map(|name| structure_leader(name, label_style, leg)).collect()
}

/// The x of the inner end of a structure label, on the right leg.
pub fn label_x(name: &StructureLabel, label_style: LabelStyle) -> f64 {
    let [back, front] = if label_style == LabelStyle::Letters { LETTER_OFFSETS } else { [0.0; 2] };
    name.text_anchor[0] + if name.is_in_front { front } else { -back }
}

/// An SVG `transform` that translates to a point.
pub fn translate(attributes: [f64; 2]) -> String {
    format!("translate({})", path_point(attributes))
}

/// A leader line from a moved mark to its anchor.
fn anchor_leader(mark_layout: &MarkLayout) -> String {
    let line = line_path(mark_layout.anchor, mark_layout.center);
    let circle = center_attributes(mark_layout.anchor);
    format!(r#"<path class="leader"{line}/><circle class="mark-anchor"{circle} r="4"/>"#)
}

/// The pain and the place of a mark, with a leader line to the mark.
fn mark_label(layout: &Layout, mark_layout: &MarkLayout, text: &LegText, height_cm: Option<u8>) -> String {
    let MarkLayout { id, spot, .. } = mark_layout;
    let has_both = layout.label_lines > 1 && spot.pain.is_some();
    let mut class = String::from("mark-label");
    if has_both {
        class.push_str(" is-both");
    }
    if layout.leg == Leg::Left {
        class.push_str(" is-left");
    }
    let class = attribute("class", class);
    let front = coordinates::front_direction(layout.leg);
    let end = [layout.labels_x - front * LEADER_GAP_PX, mark_layout.label_y];
    let [dx, dy] = [end[0] - mark_layout.center[0], end[1] - mark_layout.center[1]];
    // The line starts at the edge of the disc.
    let fraction = (MARK_RADIUS_PX + LEADER_GAP_PX) / (dx * dx + dy * dy).sqrt();
    let line = line_path([mark_layout.center[0] + dx * fraction, mark_layout.center[1] + dy * fraction], end);
    let attributes = attribute("x", decimal(layout.labels_x)) + &attribute("y", decimal(mark_layout.label_y));
    let pain = spot.pain.map(|pain| text.pain_short.with_number(pain.score()));
    let place = (has_both || spot.pain.is_none()).then(|| mark_text::place(text, spot, height_cm));
    let [pain, place] = [pain, place].map(|words| escape_markup(&words.unwrap_or_default()));
    format!(
        r#"<g{class} data-label-of="{id}"><path class="leader"{line}/><text class="mark-label-pain"{attributes}>{pain}</text><text class="mark-label-place"{attributes}>{place}</text></g>"#
    )
}

fn structure_leader(name: &StructureLabel, label_style: LabelStyle, leg: Leg) -> String {
    let gap = if name.is_in_front { -LABEL_GAP } else { LABEL_GAP };
    let on_side = |[x, y]: [f64; 2]| [coordinates::x_on_leg(leg, x), y];
    let [dot, bend] = [name.target, name.leader_bend].map(on_side);
    // Horizontal from the label, with one bend to the structure.
    let start = on_side([label_x(name, label_style) + gap, name.text_anchor[1]]);
    let line = attribute("d", format!("M{}L{}L{}", path_point(start), path_point(bend), path_point(dot)));
    let circle = center_attributes(dot);
    format!(r#"<path class="structure-leader"{line}/><circle class="structure-dot"{circle} r="3.5"/>"#)
}

/// The `d` attribute of a straight line.
fn line_path(from: [f64; 2], to: [f64; 2]) -> String {
    attribute("d", format!("M{}L{}", path_point(from), path_point(to)))
}

/// The `cx` and `cy` attributes of a circle.
fn center_attributes([x, y]: [f64; 2]) -> String {
    attribute("cx", decimal(x)) + &attribute("cy", decimal(y))
}

fn path_point([x, y]: [f64; 2]) -> String {
    format!("{} {}", decimal(x), decimal(y))
}

fn attribute(name: &str, value: impl Display) -> String {
    format!(r#" {name}="{value}""#)
}
