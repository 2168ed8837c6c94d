//! What the page "When to get help" and the notices say. A health sentence is a [`Claim`].

use super::{
    claim::Claim,
    phrase::{Count, Language, Number, Plural, Template},
    read::phrases,
};

phrases! {
    /// Phrases of the safety overlays.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SafetyText {
        /// Button: closes what lies on top.
        pub close: &'static str,
        /// The page "When to get help".
        pub help: HelpText,
        /// What the person has to know about the stores.
        pub notices: NoticesText,
    }

    /// The page "When to get help".
    #[derive(Clone, Copy, Debug, Default)]
    pub struct HelpText {
        /// Its heading.
        pub title: &'static str,
        /// Group: at once.
        pub emergency: &'static str,
        /// What to do at once.
        pub call: &'static str,
        /// Link: calls this emergency number.
        pub call_number: Template<Number>,
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
    #[derive(Clone, Copy, Debug, Default)]
    pub struct NoticesText {
        /// Names the region.
        pub region: &'static str,
        /// This many values could not be read.
        pub set_aside: Plural<Count>,
        /// A newer app wrote here.
        pub newer: &'static str,
        /// The chosen language could not be fetched.
        pub language_missing: Template<Language>,
        /// This many sessions are kept nowhere.
        pub not_kept: Plural<Count>,
        /// Button.
        pub export_backup: &'static str,
        /// A new version waits.
        pub update_waits: &'static str,
        /// Button.
        pub update: &'static str,
    }
}
