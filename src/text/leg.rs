//! What the leg screen says: the diagram, its list, and the way into a session.
//!
//! Where a phrase depends on a leg, it is a pair: left, then right.

/// Phrases of the leg screen.
#[derive(Debug)]
pub struct LegText {
    /// Which leg the last session began with.
    pub last_first: [&'static str; 2],
    /// How many spots are marked, as a sentence.
    pub marked: fn(usize) -> String,
    /// What that means for the session.
    pub led: fn(usize) -> &'static str,
    /// The order of the legs, when the other one is marked too: index of the first, marks on the other.
    pub order: fn(usize, usize) -> String,
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
    pub position_of: fn(usize) -> String,
    /// Name of the range input of spot N.
    pub pain_of: fn(usize) -> String,
    /// Name of the button that moves spot N toward the hip.
    pub up_of: fn(usize) -> String,
    /// Name of the button that moves spot N toward the knee.
    pub down_of: fn(usize) -> String,
    /// Name of the button that removes spot N.
    pub remove_of: fn(usize) -> String,
    /// Visible on the button that clears the pain.
    pub clear: &'static str,
    /// Name of that button, for spot N.
    pub clear_of: fn(usize) -> String,

    /// Percent, short.
    pub percent: fn(u8) -> String,
    /// Which part of the thigh a percent means.
    pub stretch: fn(u8) -> &'static str,
    /// Centimetres down the zone, short.
    pub down: fn(u8) -> String,
    /// Percent and centimetres beside the finger.
    pub beside_finger: fn(u8, Option<u8>) -> String,
    /// The place as it is spoken: percent, centimetres.
    pub place_spoken: fn(u8, Option<u8>) -> String,
    /// No pain was rated.
    pub not_rated: &'static str,
    /// Pain beside the leg.
    pub pain_fact: fn(u8) -> String,
    /// Pain as it is spoken.
    pub pain_spoken: fn(u8) -> String,

    /// Toggle: names on the diagram.
    pub show_anatomy: &'static str,
    /// Toggle: down to the foot.
    pub whole_leg: &'static str,
    /// Names on the diagram.
    pub structures: Structures,
}

/// Names of what the diagram shows.
#[derive(Debug)]
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
