//! Phrases of the page "When to get help" and of the notices.

use super::{
    health_sentence::HealthSentence,
    phrase::{Count, Language, Number, Plural, Template},
    reader::phrases,
};

phrases! {
    /// Phrases of the safety page and the notices.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SafetyText {
        /// Button: closes the page.
        pub close: &'static str,
        /// The page "When to get help".
        pub page: SafetyPageText,
        /// Notices about storage, language and updates.
        pub notices: NoticesText,
    }

    /// The page "When to get help".
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SafetyPageText {
        /// Heading.
        pub title: &'static str,
        /// Group: emergencies.
        pub emergency: &'static str,
        /// What to do in an emergency.
        pub call_now: &'static str,
        /// Link: calls this emergency number.
        pub call_number: Template<Number>,
        /// Signs.
        pub emergency_signs: [HealthSentence; 2],
        /// Group: on the same day.
        pub same_day: &'static str,
        /// Signs.
        pub same_day_signs: [HealthSentence; 6],
        /// Group: soon.
        pub clinician: &'static str,
        /// Signs.
        pub clinician_signs: [HealthSentence; 4],
        /// States that the app is not a medical device.
        pub not_medical_device: HealthSentence,
    }

    /// Notices about storage, language and updates.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct NoticesText {
        /// Accessible name of the region.
        pub region_label: &'static str,
        /// The number of stored values that could not be read and are quarantined.
        pub quarantined: Plural<Count>,
        /// A newer version of the app has stored data here.
        pub newer_version_data: &'static str,
        /// The file of the chosen language could not be fetched.
        pub language_not_stored: Template<Language>,
        /// The number of sessions that could not be stored.
        pub not_saved: Plural<Count>,
        /// Button.
        pub export_backup: &'static str,
        /// A new version is ready.
        pub update_ready: &'static str,
        /// Button.
        pub update_now: &'static str,
    }
}
