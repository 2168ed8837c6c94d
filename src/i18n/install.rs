//! The way onto the Home Screen.

use super::read::phrases;

phrases! {
    /// Phrases of the card that offers it.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct InstallText {
        /// Heading.
        pub title: &'static str,
        /// What it is good for.
        pub why: &'static str,
        /// Button: the browser asks.
        pub install: &'static str,
        /// Button: the card is not shown again.
        pub not_now: &'static str,
        /// How, by the menu of Firefox on Android.
        pub menu_how: [&'static str; 3],
    }
}
