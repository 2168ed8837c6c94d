//! Phrases of the Leg screen: the diagram, the list of spots, and the start of a session.
//!
//! A phrase that depends on a leg is an array: left, then right.

use super::{
    formats::{self, Unit, join_facts},
    phrase::{Count, Distance, LeftAndCount, Pain, Place, PlaceAndPercent, Plural, Spot, Template},
    reader::phrases,
};
use crate::domain::{effect::DistanceHint, leg::Position};

phrases! {
    /// Phrases of the leg screen.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct LegText {
        /// Which leg the last session began with.
        pub last_first_leg: [&'static str; 2],
        /// How many spots are marked, as a sentence.
        pub marked_spots: Plural<Count>,
        /// What the marked spots mean for the session.
        pub marked_spots_note: Plural<Count>,
        /// The order of the legs if both have marks: by the first leg, with the number of marks on the other.
        pub leg_order: [Plural<Count>; 2],
        /// Today's plan on one leg only: left, then right.
        pub plan_one_leg: [Plural<Count>; 2],
        /// Today's plan on both legs: the phrase for the left leg, and the number of spots on the right.
        pub plan_both_legs: Template<LeftAndCount>,
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
        /// Visible label of the range input of the position.
        pub position_label: &'static str,
        /// Visible label of the range input of the pain.
        pub pain_label: &'static str,
        /// Name of the button that shows more controls of spot N.
        pub spot_more: Template<Spot>,
        /// Name of the position input of spot N.
        pub spot_position: Template<Spot>,
        /// Name of the pain input of spot N.
        pub spot_pain: Template<Spot>,
        /// Name of the button that moves spot N toward the hip.
        pub move_spot_up: Template<Spot>,
        /// Name of the button that moves spot N toward the knee.
        pub move_spot_down: Template<Spot>,
        /// Name of the button that removes spot N.
        pub remove_spot: Template<Spot>,
        /// Name of the button that clears the pain of spot N.
        pub clear_spot_pain: Template<Spot>,
        /// Heading of the spots of the last sessions.
        pub earlier_spots: &'static str,
        /// Button: adds an earlier spot, with its position in words.
        pub add_earlier_spot: Template<Place>,

        /// The fifths of the thigh as one word each, for labels beside the diagram.
        pub thigh_fifths: [&'static str; 5],
        /// Distance from the top of the zone.
        pub distance_down: Template<Distance>,
        /// A position as `aria-valuetext`: words and percent, so that every step sounds different.
        pub position_spoken: Template<PlaceAndPercent>,
        /// No pain was rated.
        pub not_rated: &'static str,
        /// Pain, for labels beside the diagram.
        pub pain_short: Template<Pain>,
        /// Pain as `aria-valuetext`.
        pub pain_spoken: Template<Pain>,

        /// Button: copies the spots to the other leg, by target leg.
        pub copy_to_leg: [&'static str; 2],
        /// Toggle button: shows the anatomical names on the diagram.
        pub show_anatomy: &'static str,
        /// Toggle button: shows the whole leg.
        pub whole_leg: &'static str,
        /// Anatomical names on the diagram.
        pub structures: StructureNames,
    }

    /// Positions on the thigh in words.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct PositionText {
        /// The fifths of the thigh, from the hip to the knee.
        pub thigh_fifths: [&'static str; 5],
        /// The distance from the top of the zone, indexed by [`DistanceHint`].
        pub hand_distances: [&'static str; 7],
    }

    /// Anatomical names on the diagram.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct StructureNames {
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
        pub iliotibial_band: &'static str,
        /// The kneecap.
        pub patella: &'static str,
        /// The bony point where the iliotibial band ends.
        pub gerdys_tubercle: &'static str,
    }
}

impl LegText {
    /// Today's plan in words, from the number of spots on the left and on the right leg; `None` without spots.
    pub fn plan_summary(&self, spots: [usize; 2]) -> Option<String> {
        match spots {
            [0, 0] => None,
            [left, 0] => Some(self.plan_one_leg[0].for_count(left)),
            [0, right] => Some(self.plan_one_leg[1].for_count(right)),
            [left, right] => Some(
                self.plan_both_legs
                    .with_values(&[self.plan_one_leg[0].for_count(left).as_str().into(), right.into()]),
            ),
        }
    }

    /// The fifth of the thigh that contains a position, as one word.
    pub fn fifth(&self, percent: u8) -> &'static str {
        self.thigh_fifths[fifth_index(percent)]
    }

    /// The distance from the top of the zone in centimetres.
    pub fn centimetres_down(&self, cm: u8) -> String {
        self.distance_down.with_text(&formats::current().unit(cm.into(), Unit::Centimetre))
    }
}

impl PositionText {
    /// A position in words.
    pub fn position(&self, position: Position) -> String {
        let percent = position.percent();
        join_facts(&[self.thigh_fifths[fifth_index(percent)], self.hand_distance(percent)])
    }

    pub(super) fn hand_distance(&self, percent: u8) -> &'static str {
        self.hand_distances[DistanceHint::of_points(percent) as usize]
    }
}

pub(super) fn fifth_index(percent: u8) -> usize {
    Position::clamped(percent.into()).fifth()
}

/// A position in percent, for tables and print.
pub fn percent(percent: u8) -> String {
    formats::current().percent(percent.into())
}
