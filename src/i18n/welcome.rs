//! The first words: what this is and where the data lives.

use super::read::phrases;

phrases! {
    /// Phrases of the welcome.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct WelcomeText {
        /// Heading, and the button that leads to it.
        pub title: &'static str,
        /// What the app does, in one sentence.
        pub what: &'static str,
        /// Where the data lives.
        pub data: &'static str,
        /// Heading on iPhone and iPad, and the button that leads to it.
        pub ios: &'static str,
        /// Why.
        pub ios_why: &'static str,
        /// How.
        pub ios_how: [&'static str; 3],
        /// The way to the Learn screen.
        pub learn: &'static str,
        /// Everything needed without a network is stored: said once.
        pub offline: &'static str,
        /// Button: read, or not wanted.
        pub done: &'static str,
    }
}
