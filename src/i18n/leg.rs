//! What the leg screen says: the diagram, its list, and the way into a session.
//!
//! Where a phrase depends on a leg, it is a pair: left, then right.

use super::{
    group::phrases,
    placeholders::{Count, Fill},
};

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
        /// Visible on the button that clears the pain.
        pub clear: &'static str,
        /// Name of that button, for spot N.
        pub clear_of: Fill,
        /// Heading of the spots of the last sessions.
        pub earlier: &'static str,
        /// Name of the button that adds one of them: what stands on it, its percent and part of the thigh.
        pub add_earlier: Fill,

        /// Parts of the thigh, from the hip to the knee.
        pub stretches: [&'static str; 5],
        /// Centimetres down the zone, short.
        pub down: Fill,
        /// Percent and centimetres beside the finger.
        pub percent_and_cm: Fill,
        /// The place as it is spoken: percent.
        pub percent_spoken: Fill,
        /// The place as it is spoken: percent, centimetres.
        pub percent_and_cm_spoken: Fill,
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
    /// Which part of the thigh a percent means.
    pub const fn stretch(&self, percent: u8) -> &'static str {
        let [top, upper, middle, lower, bottom] = self.stretches;
        match percent {
            0..=10 => top,
            11..=35 => upper,
            36..=64 => middle,
            65..=89 => lower,
            90.. => bottom,
        }
    }

    /// Percent and centimetres beside the finger.
    pub fn beside_finger(&self, at: u8, cm: Option<u8>) -> String {
        cm.map_or_else(|| percent(at), |cm| self.percent_and_cm.with(&[at.into(), cm.into()]))
    }

    /// The place as it is spoken: percent, centimetres.
    pub fn place_spoken(&self, at: u8, cm: Option<u8>) -> String {
        match cm {
            Some(cm) => self.percent_and_cm_spoken.with(&[at.into(), cm.into()]),
            None => self.percent_spoken.n(at),
        }
    }
}

/// Percent, short: reads the same in every language we have.
pub fn percent(at: u8) -> String {
    Fill("{0}\u{a0}%").n(at)
}
