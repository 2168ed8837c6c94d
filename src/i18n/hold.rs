//! Phrases about a finished hold, for the History screen and the session summary.

use super::{
    phrase::{Pain, Template},
    reader::phrases,
};
use crate::domain::hold::{Ending, Hold, StopReason};

pub use super::duration::seconds;

phrases! {
    /// Phrases about finished holds.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct HoldText {
        /// How it ended.
        pub endings: EndingsText,
        /// The position was estimated by the pacer.
        pub place_estimated: &'static str,
        /// The person changed the ending later.
        pub edited: &'static str,
        /// Pain when the hold ended.
        pub pain_at_ease: Template<Pain>,
        /// A leg without holds.
        pub no_holds: &'static str,
    }

    /// How a hold ended.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct EndingsText {
        /// It eased.
        pub eased: &'static str,
        /// Moved on.
        pub moved_on: &'static str,
        /// At the limit.
        pub limit: &'static str,
        /// After the set time of a timed hold.
        pub timed: &'static str,
        /// Stopped without a reason.
        pub felt_wrong: &'static str,
        /// Stopped for sharp pain.
        pub sharp_pain: &'static str,
        /// Stopped for numbness.
        pub numbness: &'static str,
        /// Stopped for tingling.
        pub tingling: &'static str,
        /// Stopped for something else.
        pub other_reason: &'static str,
        /// Stopped with the Stop button.
        pub stop_button: &'static str,
        /// Interrupted, so the ending is unknown.
        pub interrupted: &'static str,
    }
}

impl HoldText {
    /// The phrase for an ending.
    pub const fn ending(&self, ending: Ending) -> &'static str {
        let words = &self.endings;
        match ending {
            Ending::Eased => words.eased,
            Ending::MovedOn => words.moved_on,
            Ending::Limit => words.limit,
            Ending::Timed => words.timed,
            Ending::Stopped(None) => words.felt_wrong,
            Ending::Stopped(Some(StopReason::Sharp)) => words.sharp_pain,
            Ending::Stopped(Some(StopReason::Numb)) => words.numbness,
            Ending::Stopped(Some(StopReason::Tingling)) => words.tingling,
            Ending::Stopped(Some(StopReason::Other)) => words.other_reason,
            Ending::Stopped(Some(StopReason::StopButton)) => words.stop_button,
            Ending::Interrupted => words.interrupted,
        }
    }
}

/// The time of a hold in whole seconds, rounded down as the session counts them.
pub fn held_seconds(hold: &Hold) -> String {
    seconds(hold.held_ms / 1_000)
}
