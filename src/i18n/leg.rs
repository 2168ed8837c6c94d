//! What the leg screen says: the diagram, its list, and the way into a session.
//!
//! Where a phrase depends on a leg, it is a pair: left, then right.

use super::{
    group::phrases,
    placeholders::{Count, Fill},
};
use crate::domain::{effect::DistanceHint, leg::Position};

phrases! {
    /// Phrases of the leg screen.
    pub struct LegText {
        /// Which leg the last session began with.
        pub last_first: [&'static str; 2],
        /// How many spots are marked, as a sentence.
        pub marked: Count,
        /// What that means for the session.
        pub led: Count,
        /// The order of the legs, when the other one is marked too: by the first leg, for so many marks on the other.
        pub order: [Count; 2],
        /// Today's plan on one leg only: left, then right.
        pub plan: [Count; 2],
        /// Today's plan on both legs: what is said of the left one, spots on the right.
        pub plan_both: Fill,
        /// Button: marks the planned spots.
        pub use_plan: &'static str,
        /// The main button while a session runs.
        pub back_to_session: &'static str,

        /// Heading of the list.
        pub spots: &'static str,
        /// Button.
        pub add_spot: &'static str,
        /// Button.
        pub undo: &'static str,
        /// Visible beside the range input of the place.
        pub place: &'static str,
        /// Visible beside the range input of the pain.
        pub pain: &'static str,
        /// Name of the button that shows the rest of the controls of spot N.
        pub more_of: Fill,
        /// Name of the range input of spot N.
        pub position_of: Fill,
        /// Name of the range input of spot N.
        pub pain_of: Fill,
        /// Name of the button that moves spot N toward the hip.
        pub up_of: Fill,
        /// Name of the button that moves spot N toward the knee.
        pub down_of: Fill,
        /// Name of the button that removes spot N.
        pub remove_of: Fill,
        /// Name of the button that clears the pain of spot N.
        pub clear_of: Fill,
        /// Heading of the spots of the last sessions.
        pub earlier: &'static str,
        /// Name of the button that adds one of them: what stands on it, its place in words.
        pub add_earlier: Fill,

        /// Places in words.
        pub places: PlaceText,
        /// The fifths of the thigh in a word each, for beside the leg.
        pub fifths: [&'static str; 5],
        /// Centimetres down the zone, short.
        pub down: Fill,
        /// The place as a range speaks it, where every step has to be heard: words, percent.
        pub place_and_percent: Fill,
        /// No pain was rated.
        pub not_rated: &'static str,
        /// Pain beside the leg.
        pub pain_fact: Fill,
        /// Pain as it is spoken.
        pub pain_spoken: Fill,

        /// Button: the spots go to the other leg too; by that leg.
        pub copy_to: [&'static str; 2],
        /// Toggle: names on the diagram.
        pub show_anatomy: &'static str,
        /// Toggle: down to the foot.
        pub whole_leg: &'static str,
        /// Names on the diagram.
        pub structures: Structures,
    }

    /// Places on the thigh in words.
    pub struct PlaceText {
        /// The fifths of the thigh, from the hip to the knee.
        pub stretches: [&'static str; 5],
        /// How far down, as [`DistanceHint`] counts.
        pub hands: [&'static str; 7],
    }

    /// Names of what the diagram shows.
    pub struct Structures {
        /// Muscle.
        pub gluteus_medius: &'static str,
        /// Muscle.
        pub gluteus_maximus: &'static str,
        /// The bony part of the hip.
        pub trochanter: &'static str,
        /// Muscle.
        pub biceps_femoris: &'static str,
        /// Bone.
        pub fibular_head: &'static str,
        /// Muscle.
        pub tensor_fasciae_latae: &'static str,
        /// Muscle.
        pub rectus_femoris: &'static str,
        /// Muscle.
        pub vastus_lateralis: &'static str,
        /// The iliotibial band.
        pub band: &'static str,
        /// The kneecap.
        pub patella: &'static str,
        /// Where the band ends.
        pub gerdys_tubercle: &'static str,
    }
}

impl LegText {
    /// Today's plan in words, for so many spots on the left and on the right leg; `None` where there are none.
    pub fn plan_words(&self, spots: [usize; 2]) -> Option<String> {
        match spots {
            [0, 0] => None,
            [left, 0] => Some(self.plan[0].of(left)),
            [0, right] => Some(self.plan[1].of(right)),
            [left, right] => {
                Some(self.plan_both.with(&[self.plan[0].of(left).as_str().into(), right.into()]))
            }
        }
    }

    /// Which fifth of the thigh a percent means.
    pub fn stretch(&self, percent: u8) -> &'static str {
        self.places.stretches[fifth(percent)]
    }

    /// Which fifth of the thigh a percent means, in a word.
    pub fn fifth(&self, percent: u8) -> &'static str {
        self.fifths[fifth(percent)]
    }

    /// How far down: in centimetres where the person's height is known, else in hands.
    pub fn measure(&self, percent: u8, cm: Option<u8>) -> String {
        cm.map_or_else(|| self.places.hands(percent).to_owned(), |cm| self.down.n(cm))
    }

    /// A place in words: which fifth, and how far down.
    pub fn place(&self, percent: u8, cm: Option<u8>) -> String {
        [self.stretch(percent), ", ", &self.measure(percent, cm)].concat()
    }

    /// The place as a range speaks it.
    pub fn place_spoken(&self, percent: u8, cm: Option<u8>) -> String {
        self.place_and_percent.with(&[self.place(percent, cm).as_str().into(), percent.into()])
    }
}

impl PlaceText {
    /// A place in words.
    pub fn place(&self, position: Position) -> String {
        let percent = position.percent();
        [self.stretches[fifth(percent)], ", ", self.hands(percent)].concat()
    }

    fn hands(&self, percent: u8) -> &'static str {
        self.hands[DistanceHint::of_points(percent) as usize]
    }
}

fn fifth(percent: u8) -> usize {
    Position::clamped(percent.into()).fifth()
}

/// Percent, short, for tables and paper: reads the same in every language we have.
pub fn percent(at: u8) -> String {
    Fill("{0}\u{a0}%").n(at)
}
