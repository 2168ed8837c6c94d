//! Phrases of the welcome panel: what the app is and where the data is stored.

use super::reader::phrases;

phrases! {
    /// Phrases of the welcome panel.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct WelcomeText {
        /// Heading, and the button that opens the panel.
        pub title: &'static str,
        /// What the app does, in one sentence.
        pub what_it_does: &'static str,
        /// Where the data is stored.
        pub where_data_lives: &'static str,
        /// Heading on iPhone and iPad, and the button that opens the panel.
        pub ios_title: &'static str,
        /// Why to add the app to the Home Screen first.
        pub ios_why: &'static str,
        /// The steps.
        pub ios_steps: [&'static str; 3],
        /// Link to the Learn screen.
        pub learn: &'static str,
        /// Shown once when everything needed offline is stored.
        pub offline_ready: &'static str,
        /// Button: closes the panel.
        pub close: &'static str,
    }
}
