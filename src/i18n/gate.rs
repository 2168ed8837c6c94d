//! Phrases of the safety gate: its questions and the advice that follows from an answer.

use super::{
    health_sentence::HealthSentence,
    phrase::{Count, Plural},
    reader::phrases,
};

phrases! {
    /// The safety gate.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct GateText {
        /// Heading.
        pub title: &'static str,
        /// Under the heading.
        pub question: &'static str,
        /// Group.
        pub do_not_roll: &'static str,
        /// Group.
        pub do_not_roll_there: &'static str,
        /// Group.
        pub ask_clinician_first: &'static str,
        /// Group.
        pub side_of_hip: &'static str,
        /// Labels of the checkboxes, in the order of `Concern::ALL`; the last two are the left and right side.
        pub concerns: [HealthSentence; 13],
        /// Advice for a suspected blood clot with chest pain or breathlessness.
        pub clot_emergency: HealthSentence,
        /// Advice for a suspected blood clot, broken bone or infection.
        pub get_help_today: HealthSentence,
        /// Advice for an open wound.
        pub keep_off_wound: HealthSentence,
        /// The gate will ask again at the next start.
        pub will_ask_again: &'static str,
        /// Advice for the group "Ask a clinician first".
        pub ask_clinician: HealthSentence,
        /// Advice for side-of-hip pain, by leg: left, then right.
        pub skip_leg: [HealthSentence; 2],
        /// The reason for skipping a leg.
        pub skip_leg_reason: HealthSentence,
        /// Advice for side-of-hip pain on both sides.
        pub skip_both_legs: HealthSentence,
        /// What has better support than rolling.
        pub alternatives: HealthSentence,
        /// Button: the number of questions that have not been in view; scrolls to the next ones.
        pub more_to_read: Plural<Count>,
        /// Button.
        pub none_of_these: &'static str,
        /// Button.
        pub i_have_asked: &'static str,
        /// Button: starts with this leg only: left, then right.
        pub continue_with_leg: [&'static str; 2],
    }
}
