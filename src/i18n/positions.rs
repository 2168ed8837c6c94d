//! Positions on the thigh in words.

use super::{Text, formats::join_facts, leg::fifth_index};

impl Text {
    /// The fifth of the thigh that contains a position.
    pub fn thigh_fifth(&self, percent: u8) -> &'static str {
        self.positions.thigh_fifths[fifth_index(percent)]
    }

    /// The distance from the top of the zone: in centimetres if the person's height is known, else in hands.
    pub fn distance_down(&self, percent: u8, cm: Option<u8>) -> String {
        cm.map_or_else(
            || self.positions.hand_distance(percent).to_owned(),
            |cm| self.leg.centimetres_down(cm),
        )
    }

    /// A position in words: the fifth of the thigh and the distance down.
    pub fn position(&self, percent: u8, cm: Option<u8>) -> String {
        join_facts(&[self.thigh_fifth(percent), &self.distance_down(percent, cm)])
    }

    /// A position as the `aria-valuetext` of a range input: words and percent.
    pub fn position_spoken(&self, percent: u8, cm: Option<u8>) -> String {
        self.leg.position_spoken.with_values(&[self.position(percent, cm).as_str().into(), percent.into()])
    }
}
