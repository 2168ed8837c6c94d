//! What the safety gate, the red card and the notices say. A health sentence is a [`Claim`].

use super::{claim::Claim, fill::Count, group::phrases};

phrases! {
    /// Phrases of the safety overlays.
    pub struct SafetyText {
        /// Button: closes what lies on top.
        pub close: &'static str,
        /// The safety gate.
        pub gate: GateText,
        /// The red card.
        pub card: CardText,
        /// What the person has to know about the stores.
        pub notices: NoticesText,
    }

    /// The safety gate.
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
        /// Button.
        pub none_of_these: &'static str,
        /// Button.
        pub i_have_asked: &'static str,
        /// Button: begins with this leg alone: left, then right.
        pub other_leg: [&'static str; 2],
    }

    /// The red card.
    pub struct CardText {
        /// The button that opens it, and its heading.
        pub title: &'static str,
        /// Group: at once.
        pub emergency: &'static str,
        /// What to do at once.
        pub call: &'static str,
        /// Signs.
        pub emergency_signs: [Claim; 2],
        /// Group: on the same day.
        pub same_day: &'static str,
        /// Signs.
        pub same_day_signs: [Claim; 6],
        /// Group: soon.
        pub clinician: &'static str,
        /// Signs.
        pub clinician_signs: [Claim; 4],
        /// What the app is not.
        pub not_a_device: Claim,
    }

    /// What the person has to know about the stores.
    pub struct NoticesText {
        /// Names the region.
        pub region: &'static str,
        /// This many values could not be read.
        pub set_aside: Count,
        /// A newer app wrote here.
        pub newer: &'static str,
        /// This many sessions are kept nowhere.
        pub not_kept: Count,
        /// Button.
        pub export_backup: &'static str,
        /// A new version waits.
        pub update_waits: &'static str,
        /// Button.
        pub update: &'static str,
    }
}
