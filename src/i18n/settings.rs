//! The choices, and what the app says about itself.

use super::{
    claim::Claim,
    phrase::{Setting, Size, Template, VersionAndBuild},
    read::phrases,
};

phrases! {
    /// Phrases of the Settings screen.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SettingsText {
        /// Heading: how a session runs.
        pub session: &'static str,
        /// Group: how a hold ends.
        pub advance: &'static str,
        /// Choice.
        pub until_eased: &'static str,
        /// What it means.
        pub until_eased_note: &'static str,
        /// Choice.
        pub timed: &'static str,
        /// What it means.
        pub timed_note: &'static str,
        /// Slider: seconds on each spot.
        pub hold_seconds: &'static str,
        /// Slider: seconds for the whole zone.
        pub pacer: &'static str,
        /// What it means.
        pub pacer_note: &'static str,
        /// Button beside a slider: fewer of what is named.
        pub less: Template<Setting>,
        /// Button beside a slider: more of what is named.
        pub more: Template<Setting>,
        /// Field: height in centimetres.
        pub height: &'static str,
        /// What it is good for.
        pub height_note: &'static str,
        /// What was typed is no height that we can use.
        pub height_wrong: &'static str,
        /// Heading: how the app looks and speaks.
        pub look: &'static str,
        /// Group.
        pub language: &'static str,
        /// The language that was chosen is not here yet and cannot be fetched now.
        pub needs_network: &'static str,
        /// A translation that no clinician has reviewed yet says so.
        pub not_reviewed: Option<NotReviewedText>,
        /// Choice: as the device says; for language and theme.
        pub auto: &'static str,
        /// Group.
        pub theme: &'static str,
        /// Choice.
        pub light: &'static str,
        /// Choice.
        pub dark: &'static str,
        /// Heading: what is stored.
        pub data: &'static str,
        /// What no app can prevent.
        pub data_loss: &'static str,
        /// Heading.
        pub about: &'static str,
        /// Not a medical device.
        pub medical: Claim,
        /// Two sentences.
        pub privacy: &'static str,
        /// Everything needed offline is stored.
        pub offline: &'static str,
        /// It is not, or not yet.
        pub not_offline: &'static str,
        /// How much room it takes, in megabytes.
        pub space: Template<Size>,
        /// Which version this is, and which build.
        pub version: Template<VersionAndBuild>,
    }

    /// What a translation says of its health sentences.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct NotReviewedText {
        /// That they were not reviewed.
        pub note: &'static str,
        /// The link to them in English.
        pub link: &'static str,
    }
}
