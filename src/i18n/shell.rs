//! Phrases of the app shell: the HTML that is shown before the Wasm module runs.

use super::reader::phrases;

phrases! {
    /// Phrases that `tools/` writes into `index.html` and the manifest.
    ///
    /// The app shows the same phrases, so that the layout does not shift when it starts.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct ShellText {
        /// The group of the two radio buttons.
        pub which_leg: &'static str,
        /// Radio button.
        pub left_leg: &'static str,
        /// Radio button.
        pub right_leg: &'static str,
        /// At the edge of the diagram that faces backwards.
        pub back_of_thigh: &'static str,
        /// At the edge of the diagram that faces forwards.
        pub front_of_thigh: &'static str,
        /// Beside the bony part of the hip.
        pub hip_keep_off: &'static str,
        /// Beside the knee.
        pub knee_keep_off: &'static str,
        /// On the diagram at the first use: where to tap.
        pub tap_where_tight: &'static str,
        /// On the diagram at the first use: the upper end of the zone.
        pub roller_starts_here: &'static str,
        /// On the diagram at the first use: the lower end of the zone.
        pub stop_here: &'static str,
        /// Below the diagram while it has no marks.
        pub no_spots_hint: &'static str,
        /// Next to it: the left leg comes first.
        pub left_first: &'static str,
        /// Next to it: the right leg comes first.
        pub right_first: &'static str,
        /// The button that opens the page "When to get help".
        pub safety: &'static str,
        /// The main button.
        pub start: &'static str,
        /// Accessible name of the navigation.
        pub nav_label: &'static str,
        /// Navigation.
        pub nav_leg: &'static str,
        /// Navigation.
        pub nav_history: &'static str,
        /// Navigation.
        pub nav_learn: &'static str,
        /// Navigation.
        pub nav_settings: &'static str,
        /// Navigation: short version for narrow screens.
        pub nav_settings_short: &'static str,
        /// Shown while the lazy part loads.
        pub loading: &'static str,
        /// The lazy part could not be loaded.
        pub screen_not_stored: &'static str,
        /// Button: loads it again.
        pub try_again: &'static str,
    }
}

impl ShellText {
    /// The phrases of the templates, without those of the tabs ([`super::tabs`]), each with its key.
    pub const fn phrases(&self) -> [(&'static str, &'static str); 16] {
        [
            ("which_leg", self.which_leg),
            ("left_leg", self.left_leg),
            ("right_leg", self.right_leg),
            ("back_of_thigh", self.back_of_thigh),
            ("front_of_thigh", self.front_of_thigh),
            ("hip_keep_off", self.hip_keep_off),
            ("knee_keep_off", self.knee_keep_off),
            ("tap_where_tight", self.tap_where_tight),
            ("roller_starts_here", self.roller_starts_here),
            ("stop_here", self.stop_here),
            ("no_spots_hint", self.no_spots_hint),
            ("left_first", self.left_first),
            ("right_first", self.right_first),
            ("safety", self.safety),
            ("start", self.start),
            ("nav_label", self.nav_label),
        ]
    }
}
