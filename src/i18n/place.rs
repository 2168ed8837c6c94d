//! A place on the thigh in words.

use super::{Text, formats::facts, leg::fifth};

impl Text {
    /// Which fifth of the thigh a percent means.
    pub fn stretch(&self, percent: u8) -> &'static str {
        self.places.stretches[fifth(percent)]
    }

    /// How far down: in centimetres where the person's height is known, else in hands.
    pub fn measure(&self, percent: u8, cm: Option<u8>) -> String {
        cm.map_or_else(|| self.places.hands(percent).to_owned(), |cm| self.leg.distance(cm))
    }

    /// A place in words: which fifth, and how far down.
    pub fn place(&self, percent: u8, cm: Option<u8>) -> String {
        facts(&[self.stretch(percent), &self.measure(percent, cm)])
    }

    /// The place as a range input speaks it.
    pub fn place_spoken(&self, percent: u8, cm: Option<u8>) -> String {
        self.leg.place_and_percent.with(&[self.place(percent, cm).as_str().into(), percent.into()])
    }
}
