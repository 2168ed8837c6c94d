//! Phrases of the Settings screen.

use super::{
    health_sentence::HealthSentence,
    phrase::{Setting, Size, Template, VersionAndBuild},
    reader::phrases,
};

phrases! {
    /// Phrases of the Settings screen.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SettingsText {
        /// Heading of the session settings.
        pub session: &'static str,
        /// Radio group: when a hold ends.
        pub advance: &'static str,
        /// Choice.
        pub until_eased: &'static str,
        /// Explains it.
        pub until_eased_note: &'static str,
        /// Choice.
        pub timed: &'static str,
        /// Explains it.
        pub timed_note: &'static str,
        /// Slider: seconds on each spot.
        pub hold_seconds: &'static str,
        /// Slider: seconds from the top to the bottom of the zone.
        pub pacer_seconds: &'static str,
        /// Explains it.
        pub pacer_seconds_note: &'static str,
        /// Button of a slider: decreases the named setting.
        pub decrease: Template<Setting>,
        /// Button of a slider: increases the named setting.
        pub increase: Template<Setting>,
        /// Field: height in centimetres.
        pub height: &'static str,
        /// Explains what the height is used for.
        pub height_note: &'static str,
        /// The input is not a valid height.
        pub height_invalid: &'static str,
        /// Heading: language and colours.
        pub appearance: &'static str,
        /// Group.
        pub language: &'static str,
        /// The chosen language is not stored and cannot be fetched now.
        pub language_needs_network: &'static str,
        /// Shown in translations that no clinician has reviewed.
        pub not_reviewed: Option<NotReviewedText>,
        /// Option for language and theme: follow the device.
        pub auto: &'static str,
        /// Group.
        pub theme: &'static str,
        /// Choice.
        pub light: &'static str,
        /// Choice.
        pub dark: &'static str,
        /// Heading of the section about stored data.
        pub data: &'static str,
        /// How data can be lost that no app can prevent.
        pub data_loss: &'static str,
        /// Heading.
        pub about: &'static str,
        /// Not a medical device.
        pub not_medical_device: HealthSentence,
        /// Privacy statement.
        pub privacy: &'static str,
        /// Everything needed offline is stored.
        pub offline_ready: &'static str,
        /// Not everything needed offline is stored yet.
        pub offline_not_ready: &'static str,
        /// Storage used, in megabytes.
        pub space_used: Template<Size>,
        /// Version and build.
        pub version: Template<VersionAndBuild>,
    }

    /// Says that the health sentences of a translation have not been reviewed.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct NotReviewedText {
        /// The statement.
        pub note: &'static str,
        /// Link to the English health sentences.
        pub link: &'static str,
    }
}
