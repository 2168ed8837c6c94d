//! Phrases that offer to add the app to the Home Screen.

use super::reader::phrases;

phrases! {
    /// Phrases of the install card.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct InstallText {
        /// Heading.
        pub title: &'static str,
        /// The benefits.
        pub why: &'static str,
        /// Button: opens the browser's install prompt.
        pub install: &'static str,
        /// Button: hides the card permanently.
        pub not_now: &'static str,
        /// The steps in the menu of Firefox on Android.
        pub menu_steps: [&'static str; 3],
    }
}
