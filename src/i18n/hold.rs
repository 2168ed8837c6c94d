//! A finished hold: how long it was and how it ended. History and summary say the same.

use super::{
    phrase::{Pain, Template},
    read::phrases,
};
use crate::domain::hold::{Ending, Hold, Reason};

pub use super::duration::seconds;

phrases! {
    /// Phrases about finished holds.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct HoldText {
        /// How it ended.
        pub endings: Endings,
        /// The place is the pacer's guess.
        pub guessed: &'static str,
        /// The ending was changed afterwards.
        pub edited: &'static str,
        /// Pain when the hold ended.
        pub pain_ease: Template<Pain>,
        /// A leg without holds.
        pub none: &'static str,
    }

    /// How a hold ended.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Endings {
        /// It eased.
        pub eased: &'static str,
        /// Moved on.
        pub moved_on: &'static str,
        /// At the limit.
        pub limit: &'static str,
        /// After its fixed seconds.
        pub timed: &'static str,
        /// Stopped without a reason.
        pub wrong: &'static str,
        /// Stopped for sharp pain.
        pub sharp: &'static str,
        /// Stopped for numbness.
        pub numb: &'static str,
        /// Stopped for tingling.
        pub tingling: &'static str,
        /// Stopped for something else.
        pub other: &'static str,
        /// Stopped with the Stop button.
        pub stop_button: &'static str,
        /// Nobody knows.
        pub interrupted: &'static str,
    }
}

impl HoldText {
    /// How a hold ended.
    pub const fn ending(&self, ending: Ending) -> &'static str {
        let words = &self.endings;
        match ending {
            Ending::Eased => words.eased,
            Ending::MovedOn => words.moved_on,
            Ending::Limit => words.limit,
            Ending::Timed => words.timed,
            Ending::Stopped(None) => words.wrong,
            Ending::Stopped(Some(Reason::Sharp)) => words.sharp,
            Ending::Stopped(Some(Reason::Numb)) => words.numb,
            Ending::Stopped(Some(Reason::Tingling)) => words.tingling,
            Ending::Stopped(Some(Reason::Other)) => words.other,
            Ending::Stopped(Some(Reason::StopButton)) => words.stop_button,
            Ending::Interrupted => words.interrupted,
        }
    }
}

/// A hold's milliseconds as whole seconds, as the session counted them.
pub fn held(hold: &Hold) -> String {
    seconds(hold.held_ms / 1_000)
}
