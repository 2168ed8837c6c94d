//! Layout of marks, leader lines and labels for a plate of a given size, in pixels from its top left corner.

use super::{
    coordinates,
    crop::Crop,
    label_layout::{self, Lane},
};
use crate::domain::{
    draft::{Draft, Mark},
    leg::{Leg, Position},
    spot::Spot,
};

/// Radius of a mark, pixels.
pub const MARK_RADIUS_PX: f64 = 17.0;
/// A tap within this distance of the center hits a mark, pixels: a 48 px target.
pub const HIT_RADIUS_PX: f64 = 24.0;
/// Inner edge of the mark labels, plate units: in front of every front edge.
const LABELS_X: f64 = 340.0;
/// Lower limit of the mark labels, as a fraction of the plate's height.
const LABELS_BOTTOM_SHARE: f64 = 0.925;
/// Distance between the centers of two neighbouring lanes, pixels.
const LANE_WIDTH_PX: f64 = 2.0 * MARK_RADIUS_PX + 4.0;
/// Lane offsets in the order in which lanes are filled. In front only one lane fits before the labels.
const LANE_OFFSETS: [i8; 4] = [0, 1, -1, -2];
/// Top of the caption about the knee, which the last lane would cover, as a fraction of the plate's height.
const KNEE_TEXT_TOP_SHARE: f64 = 0.78;
/// Stroke width of a dot on each side, pixels.
const DOT_STROKE_PX: f64 = 2.0;
/// Height of a number in the margin, in line heights.
const NUMBER_HEIGHT_LINES: f64 = 1.3;
/// Width of a mark label, in line heights.
const LABEL_WIDTH_LINES: f64 = 3.6;

/// The rendered size of the plate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DiagramSize {
    /// CSS pixels per plate unit.
    pub px_per_unit: f64,
    /// Line height of the small text, CSS pixels.
    pub line_height_px: f64,
}

/// The inputs of the layout besides the marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayoutInput {
    /// The visible part of the leg.
    pub crop: Crop,
    /// The rendered size.
    pub size: DiagramSize,
    /// The mark that is selected or dragged: it stays at its anchor.
    pub active_mark: Option<u32>,
}

/// The layout of the plate.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The leg.
    pub leg: Leg,
    /// The inputs that it was computed from.
    pub input: LayoutInput,
    /// The marks in the order of their numbers.
    pub marks: Vec<MarkLayout>,
    /// The inner edge of the labels: their start on the right leg, their end on the left leg.
    pub labels_x: f64,
    /// Lines per mark label: 2, 1, or 0 if labels do not fit.
    pub label_lines: u8,
}

/// A mark on the plate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarkLayout {
    /// The id of the mark in the draft.
    pub id: u32,
    /// The spot.
    pub spot: Spot,
    /// The number of the mark.
    pub number: usize,
    /// The center of the disc.
    pub center: [f64; 2],
    /// The center of the band at the position of the mark. The disc may be moved away from it to avoid
    /// overlaps.
    pub anchor: [f64; 2],
    /// Radius of the disc.
    pub radius: f64,
    /// Position of the number if it is outside of the disc: start on the right leg, end on the left leg;
    /// vertical center.
    pub number_position: Option<[f64; 2]>,
    /// Vertical center of the label.
    pub label_y: f64,
}

impl Layout {
    /// Lays out the marks of the selected leg.
    pub fn new(draft: &Draft, input: LayoutInput) -> Self {
        let LayoutInput { crop, size, active_mark } = input;
        let leg = draft.leg;
        let marks = draft.marks(leg);
        // Numbers are not updated while a mark is dragged, so the rank by height is computed here.
        let ranks: Vec<usize> = (0..marks.len()).map(|index| rank(marks, index)).collect();
        let mut heights = vec![0.0; marks.len()];
        for (mark, &rank) in marks.iter().zip(&ranks) {
            heights[rank] = band_center(leg, mark.spot.position, crop, size)[1];
        }
        let first = marks.iter().position(|mark| Some(mark.id) == active_mark).map(|index| ranks[index]);
        let top = band_center(leg, Position::TOP, crop, size)[1] - 2.0 * MARK_RADIUS_PX;
        let is_whole = crop == Crop::Whole;
        let lane_positions = if is_whole {
            heights.iter().map(|height| (0, *height)).collect()
        } else {
            label_layout::assign_lanes(&heights, 2.0 * MARK_RADIUS_PX, first, top, &lanes_for(crop, size))
        };
        let (label_lines, label_centers) = mark_label_heights(&heights, crop, size);
        let numbers = margin_heights(&heights, crop, size);
        let labels_x = (coordinates::x_on_leg(leg, LABELS_X) - crop.bounds()[0]) * size.px_per_unit;
        let mark_layout = |(index, mark): (usize, &Mark)| {
            let anchor = band_center(leg, mark.spot.position, crop, size);
            let rank = ranks[index];
            let (lane, height) = lane_positions[rank];
            MarkLayout {
                id: mark.id,
                spot: mark.spot,
                number: index + 1,
                center: [
                    anchor[0] + f64::from(lane) * LANE_WIDTH_PX * coordinates::front_direction(leg),
                    height,
                ],
                anchor,
                radius: if is_whole { dot_radius(mark.spot.position, size) } else { MARK_RADIUS_PX },
                number_position: is_whole.then(|| [labels_x, numbers[rank]]),
                label_y: label_centers[rank],
            }
        };
        Self { leg, input, marks: marks.iter().enumerate().map(mark_layout).collect(), labels_x, label_lines }
    }

    /// Whether computing the layout again would give the same result.
    pub fn is_current_for(&self, draft: &Draft, input: LayoutInput) -> bool {
        let marks = draft.marks(draft.leg);
        self.leg == draft.leg
            && self.input == input
            && self.marks.len() == marks.len()
            && self
                .marks
                .iter()
                .zip(marks)
                .all(|(mark_layout, mark)| mark_layout.id == mark.id && mark_layout.spot == mark.spot)
    }

    /// Finds a mark by its id.
    pub fn mark(&self, id: u32) -> Option<&MarkLayout> {
        self.marks.iter().find(|m| m.id == id)
    }

    /// The mark nearest to a point, within the hit radius.
    pub fn hit_test(&self, point: [f64; 2]) -> Option<&MarkLayout> {
        let distance = |m: &MarkLayout| distance(m.center, point);
        self.marks
            .iter()
            .filter(|m| distance(m) <= HIT_RADIUS_PX)
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }
}

/// Radius of a dot on the whole leg: the dot with its stroke is as wide as the band.
fn dot_radius(position: Position, size: DiagramSize) -> f64 {
    coordinates::band_width(position) * size.px_per_unit / 2.0 - DOT_STROKE_PX
}

/// Vertical centers of the numbers in the margin of the whole leg.
fn margin_heights(heights: &[f64], crop: Crop, size: DiagramSize) -> Vec<f64> {
    let lower = crop.bounds()[3] * size.px_per_unit;
    label_layout::spread(heights, size.line_height_px * NUMBER_HEIGHT_LINES, 0.0, lower)
        .unwrap_or_else(|| heights.to_vec())
}

/// The available lanes. The last one is used only without structure labels at the back, and ends above the
/// caption about the knee.
fn lanes_for(crop: Crop, size: DiagramSize) -> Vec<Lane> {
    let below_zone = band_center(Leg::Right, Position::BOTTOM, crop, size)[1] + 2.0 * MARK_RADIUS_PX;
    let knee_caption_top = crop.bounds()[3] * size.px_per_unit * KNEE_TEXT_TOP_SHARE - LANE_WIDTH_PX / 2.0;
    let lanes = LANE_OFFSETS.into_iter().filter(|offset| *offset > -2 || crop == Crop::Thigh);
    lanes
        .map(|offset| Lane { offset, bottom: if offset < -1 { knee_caption_top } else { below_zone } })
        .collect()
}

/// The number of marks above this one.
fn rank(marks: &[Mark], index: usize) -> usize {
    let sort_key = |index: usize| (marks[index].spot.position, index);
    (0..marks.len()).filter(|other| sort_key(*other) < sort_key(index)).count()
}

/// The center of the band at a position, pixels.
pub fn band_center(leg: Leg, position: Position, crop: Crop, size: DiagramSize) -> [f64; 2] {
    let [left, top, ..] = crop.bounds();
    [
        (coordinates::band_center_x(leg, position) - left) * size.px_per_unit,
        (coordinates::position_y(position) - top) * size.px_per_unit,
    ]
}

/// The number of label lines that fit, and the vertical centers of the labels.
fn mark_label_heights(heights: &[f64], crop: Crop, size: DiagramSize) -> (u8, Vec<f64>) {
    let [left, top, width, height] = crop.bounds();
    let is_wide_enough =
        (left + width - LABELS_X) * size.px_per_unit > LABEL_WIDTH_LINES * size.line_height_px;
    // Structure labels occupy the sides of the plate that shows them.
    if is_wide_enough && crop == Crop::Thigh {
        for lines in [2, 1] {
            let label = f64::from(lines) * size.line_height_px;
            // The caption about the hip is above the zone, the caption "front" at the bottom edge.
            let upper =
                (coordinates::position_y(Position::TOP) - top) * size.px_per_unit - size.line_height_px / 4.0;
            let lower = height * size.px_per_unit * LABELS_BOTTOM_SHARE;
            if let Some(label_centers) = label_layout::spread(heights, label, upper, lower) {
                return (lines, label_centers);
            }
        }
    }
    (0, heights.to_vec())
}

/// Distance between two points, pixels.
pub fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    let [x, y] = [a[0] - b[0], a[1] - b[1]];
    (x * x + y * y).sqrt()
}
