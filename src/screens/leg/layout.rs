//! Where marks, leader lines and facts stand on a plate of a given size, in pixels from its corner.

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
pub const RADIUS: f64 = 17.0;
/// Within this distance of its middle a tap means the mark, pixels: a target of 48.
pub const REACH: f64 = 24.0;
/// Where the facts begin, in plate units: in front of every front edge.
const FACTS_X: f64 = 340.0;
/// Share of the plate's height at which they end.
const FACTS_END: f64 = 0.925;
/// Two marks that overlap stand side by side at this distance, pixels.
const LANE: f64 = 2.0 * RADIUS + 4.0;
/// The lanes in the order in which they fill. In front there is room for one before the facts begin.
const LANES: [i8; 4] = [0, 1, -1, -2];
/// Share of the plate's height at which the words about the knee begin, which the last lane would cover.
const KNEE_WORDS: f64 = 0.78;
/// What the edge of a dot takes on each side, pixels.
const DOT_EDGE: f64 = 2.0;
/// Height of a number in the margin, in line heights.
const NUMBER_LINES: f64 = 1.3;
/// Room that a line of facts needs, in line heights.
const FACTS_WIDTH: f64 = 3.6;

/// How large the plate has come out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Pixels per plate unit.
    pub scale: f64,
    /// Height of a line of small text, pixels.
    pub line: f64,
}

/// What a plate is laid out for, besides the marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Given {
    /// How much of the leg is shown.
    pub crop: Crop,
    /// How large it is.
    pub size: Size,
    /// The mark that keeps its place.
    pub in_hand: Option<u32>,
}

/// What is shown on the plate.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The leg.
    pub leg: Leg,
    /// What it is laid out for.
    pub given: Given,
    /// The marks in the order of their numbers.
    pub marks: Vec<Placed>,
    /// Where the facts begin, or end on the left leg.
    pub facts_x: f64,
    /// Lines of facts per mark: 2, 1, or 0 where there is no room.
    pub lines: u8,
}

/// A mark on the plate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Name of the mark within the draft.
    pub id: u32,
    /// Its spot.
    pub spot: Spot,
    /// Its number.
    pub number: usize,
    /// Its middle.
    pub at: [f64; 2],
    /// Its place: the middle of the band at its height, which it may have stepped aside from.
    pub home: [f64; 2],
    /// Radius of its disc.
    pub radius: f64,
    /// Where its number stands, if not in the disc: begins, or ends on the left leg; the middle of its height.
    pub number_at: Option<[f64; 2]>,
    /// Height of the middle of its facts.
    pub facts_y: f64,
}

impl Layout {
    /// Lays out the marks of the leg that is looked at; the one in hand keeps its place.
    pub fn new(draft: &Draft, given: Given) -> Self {
        let Given { crop, size, in_hand } = given;
        let leg = draft.leg;
        let marks = draft.marks(leg);
        // While a mark is moved the numbers wait, so the order here is by height.
        let ranks: Vec<usize> = (0..marks.len()).map(|at| rank(marks, at)).collect();
        let mut heights = vec![0.0; marks.len()];
        for (mark, &rank) in marks.iter().zip(&ranks) {
            heights[rank] = middle(leg, mark.spot.position, crop, size)[1];
        }
        let first = marks.iter().position(|mark| Some(mark.id) == in_hand).map(|at| ranks[at]);
        let top = middle(leg, Position::TOP, crop, size)[1] - 2.0 * RADIUS;
        let is_whole = crop == Crop::Whole;
        let stand = if is_whole {
            heights.iter().map(|height| (0, *height)).collect()
        } else {
            label_layout::aside(&heights, 2.0 * RADIUS, first, top, &columns(crop, size))
        };
        let (lines, facts) = facts_beside(&heights, crop, size);
        let numbers = margin_heights(&heights, crop, size);
        let facts_x = (coordinates::on_side(leg, FACTS_X) - crop.frame()[0]) * size.scale;
        let placed = |(at, mark): (usize, &Mark)| {
            let home = middle(leg, mark.spot.position, crop, size);
            let rank = ranks[at];
            let (lane, height) = stand[rank];
            Placed {
                id: mark.id,
                spot: mark.spot,
                number: at + 1,
                at: [home[0] + f64::from(lane) * LANE * coordinates::forward(leg), height],
                home,
                radius: if is_whole { dot_radius(mark.spot.position, size) } else { RADIUS },
                number_at: is_whole.then(|| [facts_x, numbers[rank]]),
                facts_y: facts[rank],
            }
        };
        Self { leg, given, marks: marks.iter().enumerate().map(placed).collect(), facts_x, lines }
    }

    /// Whether it would come out the same now.
    pub fn holds(&self, draft: &Draft, given: Given) -> bool {
        let marks = draft.marks(draft.leg);
        self.leg == draft.leg
            && self.given == given
            && self.marks.len() == marks.len()
            && self
                .marks
                .iter()
                .zip(marks)
                .all(|(placed, mark)| placed.id == mark.id && placed.spot == mark.spot)
    }

    /// A mark by its name.
    pub fn get(&self, id: u32) -> Option<&Placed> {
        self.marks.iter().find(|m| m.id == id)
    }

    /// The mark that a tap here means.
    pub fn hit(&self, at: [f64; 2]) -> Option<&Placed> {
        let distance = |m: &Placed| distance(m.at, at);
        self.marks.iter().filter(|m| distance(m) <= REACH).min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }
}

/// Radius of a dot on the whole leg: the band there is as wide as the dot with its edge.
fn dot_radius(position: Position, size: Size) -> f64 {
    coordinates::band_width(position) * size.scale / 2.0 - DOT_EDGE
}

/// Heights of the numbers in the margin of the whole leg.
fn margin_heights(heights: &[f64], crop: Crop, size: Size) -> Vec<f64> {
    let lower = crop.frame()[3] * size.scale;
    label_layout::spread(heights, size.line * NUMBER_LINES, 0.0, lower).unwrap_or_else(|| heights.to_vec())
}

/// The lanes that there are: the last one only where no names stand at the back, and not beside the words
/// about the knee.
fn columns(crop: Crop, size: Size) -> Vec<Lane> {
    let below = middle(Leg::Right, Position::BOTTOM, crop, size)[1] + 2.0 * RADIUS;
    let words = crop.frame()[3] * size.scale * KNEE_WORDS - LANE / 2.0;
    let lanes = LANES.into_iter().filter(|lane| *lane > -2 || crop == Crop::Thigh);
    lanes.map(|aside| Lane { aside, bottom: if aside < -1 { words } else { below } }).collect()
}

/// How many marks are above this one.
fn rank(marks: &[Mark], at: usize) -> usize {
    let place = |at: usize| (marks[at].spot.position, at);
    (0..marks.len()).filter(|other| place(*other) < place(at)).count()
}

/// A position on the plate.
pub fn middle(leg: Leg, position: Position, crop: Crop, size: Size) -> [f64; 2] {
    let [left, top, ..] = crop.frame();
    [(coordinates::x(leg, position) - left) * size.scale, (coordinates::y(position) - top) * size.scale]
}

/// As many lines as fit, and their heights.
fn facts_beside(heights: &[f64], crop: Crop, size: Size) -> (u8, Vec<f64>) {
    let [left, top, width, height] = crop.frame();
    let wide_enough = (left + width - FACTS_X) * size.scale > FACTS_WIDTH * size.line;
    // Names take the sides of the plate that carries them.
    if wide_enough && crop == Crop::Thigh {
        for lines in [2, 1] {
            let label = f64::from(lines) * size.line;
            // The words about the hip stand above the zone, the word "front" at the lower edge.
            let upper = (coordinates::y(Position::TOP) - top) * size.scale - size.line / 4.0;
            let lower = height * size.scale * FACTS_END;
            if let Some(facts) = label_layout::spread(heights, label, upper, lower) {
                return (lines, facts);
            }
        }
    }
    (0, heights.to_vec())
}

/// How far two places are apart, in pixels.
pub fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    let [x, y] = [a[0] - b[0], a[1] - b[1]];
    (x * x + y * y).sqrt()
}
