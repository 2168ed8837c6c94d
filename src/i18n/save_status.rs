//! Whether a session is kept.

use super::read::phrases;

phrases! {
    /// Phrases about where a session is kept.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SaveStatusText {
        /// In both places.
        pub both: &'static str,
        /// In one of the two places.
        pub one: &'static str,
        /// What that means.
        pub one_why: &'static str,
        /// In neither.
        pub nowhere: &'static str,
        /// What that means.
        pub nowhere_why: &'static str,
    }
}
