//! What the leg screen says: the diagram, its list, and the way into a session.
//!
//! Where a phrase depends on a leg, it is a pair: left, then right.

use super::{
    formats::{self, Unit, facts},
    phrase::{Count, Distance, LeftAndCount, Pain, Place, PlaceAndPercent, Plural, Spot, Template},
    read::phrases,
};
use crate::domain::{effect::DistanceHint, leg::Position};

phrases! {
    /// Phrases of the leg screen.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct LegText {
        /// Which leg the last session began with.
        pub last_first: [&'static str; 2],
        /// How many spots are marked, as a sentence.
        pub marked: Plural<Count>,
        /// What that means for the session.
        pub led: Plural<Count>,
        /// The order of the legs, when the other one is marked too: by the first leg, for so many marks on the other.
        pub order: [Plural<Count>; 2],
        /// Today's plan on one leg only: left, then right.
        pub plan: [Plural<Count>; 2],
        /// Today's plan on both legs: what is said of the left one, spots on the right.
        pub plan_both: Template<LeftAndCount>,
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
        pub more_of: Template<Spot>,
        /// Name of the range input of spot N.
        pub position_of: Template<Spot>,
        /// Name of the range input of spot N.
        pub pain_of: Template<Spot>,
        /// Name of the button that moves spot N toward the hip.
        pub up_of: Template<Spot>,
        /// Name of the button that moves spot N toward the knee.
        pub down_of: Template<Spot>,
        /// Name of the button that removes spot N.
        pub remove_of: Template<Spot>,
        /// Name of the button that clears the pain of spot N.
        pub clear_of: Template<Spot>,
        /// Heading of the spots of the last sessions.
        pub earlier: &'static str,
        /// Name of the button that adds one of them: what stands on it, its place in words.
        pub add_earlier: Template<Place>,

        /// The fifths of the thigh in a word each, for beside the leg.
        pub fifths: [&'static str; 5],
        /// Centimetres down the zone, short.
        pub down: Template<Distance>,
        /// The place as a range speaks it, where every step has to be heard: words, percent.
        pub place_and_percent: Template<PlaceAndPercent>,
        /// No pain was rated.
        pub not_rated: &'static str,
        /// Pain beside the leg.
        pub pain_fact: Template<Pain>,
        /// Pain as it is spoken.
        pub pain_spoken: Template<Pain>,

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
    #[derive(Clone, Copy, Debug, Default)]
    pub struct PlaceText {
        /// The fifths of the thigh, from the hip to the knee.
        pub stretches: [&'static str; 5],
        /// How far down, as [`DistanceHint`] counts.
        pub hands: [&'static str; 7],
    }

    /// Names of what the diagram shows.
    #[derive(Clone, Copy, Debug, Default)]
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

    /// Which fifth of the thigh a percent means, in a word.
    pub fn fifth(&self, percent: u8) -> &'static str {
        self.fifths[fifth(percent)]
    }

    /// How far down in centimetres.
    pub fn distance(&self, cm: u8) -> String {
        self.down.words(&formats::current().unit(cm.into(), Unit::Centimetre))
    }
}

impl PlaceText {
    /// A place in words.
    pub fn place(&self, position: Position) -> String {
        let percent = position.percent();
        facts(&[self.stretches[fifth(percent)], self.hands(percent)])
    }

    pub(super) fn hands(&self, percent: u8) -> &'static str {
        self.hands[DistanceHint::of_points(percent) as usize]
    }
}

pub(super) fn fifth(percent: u8) -> usize {
    Position::clamped(percent.into()).fifth()
}

/// Percent, short, for tables and paper.
pub fn percent(at: u8) -> String {
    formats::current().percent(at.into())
}
