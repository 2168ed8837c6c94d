//! What the safety gate asks, and what follows from an answer. A health sentence is a [`Claim`].

use super::{
    claim::Claim,
    phrase::{Count, Plural},
    read::phrases,
};

phrases! {
    /// The safety gate.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct GateText {
        /// Heading.
        pub title: &'static str,
        /// Under the heading.
        pub lead: &'static str,
        /// Group.
        pub do_not_roll: &'static str,
        /// Group.
        pub not_there: &'static str,
        /// Group.
        pub clinician_first: &'static str,
        /// Group.
        pub side_of_hip: &'static str,
        /// Beside the checkboxes, in the order of `Concern::ALL`; the last two are the left and right side.
        pub concerns: [Claim; 13],
        /// When a clot is suspected.
        pub clot_emergency: Claim,
        /// What follows from a suspected clot, a broken bone, an infection.
        pub help_today: Claim,
        /// What follows from an open wound.
        pub keep_off_wound: Claim,
        /// That the questions come again.
        pub asked_again: &'static str,
        /// What follows from the second group.
        pub ask_first: Claim,
        /// What follows for this leg: left, then right.
        pub left_out: [Claim; 2],
        /// Why.
        pub left_out_why: Claim,
        /// What follows when both sides hurt.
        pub no_leg_left: Claim,
        /// What has support instead.
        pub instead: Claim,
        /// Button: so many questions have not been in view yet; leads to the next ones.
        pub more_to_read: Plural<Count>,
        /// Button.
        pub none_of_these: &'static str,
        /// Button.
        pub i_have_asked: &'static str,
        /// Button: begins with this leg alone: left, then right.
        pub other_leg: [&'static str; 2],
    }
}
