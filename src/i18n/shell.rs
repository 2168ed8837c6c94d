//! What is shown before the WebAssembly part, and by it.

use super::read::phrases;

phrases! {
    /// Phrases that `tools/` writes into `index.html` and the manifest.
    ///
    /// The app itself uses those that both show, so that nothing moves when it takes over.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Shell {
        /// The group of the two radio buttons.
        pub which_leg: &'static str,
        /// Radio button.
        pub left_leg: &'static str,
        /// Radio button.
        pub right_leg: &'static str,
        /// At the edge of the diagram that faces backwards.
        pub back: &'static str,
        /// At the edge of the diagram that faces forwards.
        pub front: &'static str,
        /// Beside the bony part of the hip.
        pub hip_keep_off: &'static str,
        /// Beside the knee.
        pub knee_keep_off: &'static str,
        /// On the diagram at the first opening: where a finger may go.
        pub tap_where: &'static str,
        /// There: at the upper end of the zone.
        pub starts_here: &'static str,
        /// There: at the lower end of the zone.
        pub stop_here: &'static str,
        /// Under the diagram while it carries no marks.
        pub no_spots: &'static str,
        /// Beside it, when only the leg that is looked at counts.
        pub left_first: &'static str,
        /// See above.
        pub right_first: &'static str,
        /// The button that opens the page "When to get help".
        pub safety: &'static str,
        /// The main button.
        pub start: &'static str,
        /// The name of the navigation.
        pub nav: &'static str,
        /// Navigation.
        pub nav_leg: &'static str,
        /// Navigation.
        pub nav_history: &'static str,
        /// Navigation.
        pub nav_learn: &'static str,
        /// Navigation.
        pub nav_settings: &'static str,
        /// The same where there is no room for it.
        pub nav_settings_short: &'static str,
        /// While a screen arrives that is no part of the app's beginning.
        pub coming: &'static str,
        /// It could not be had.
        pub not_here: &'static str,
        /// Button under that.
        pub try_again: &'static str,
    }
}

impl Shell {
    /// Every phrase under the name that the templates use for it.
    pub const fn phrases(&self) -> [(&'static str, &'static str); 21] {
        [
            ("which_leg", self.which_leg),
            ("left_leg", self.left_leg),
            ("right_leg", self.right_leg),
            ("back", self.back),
            ("front", self.front),
            ("hip_keep_off", self.hip_keep_off),
            ("knee_keep_off", self.knee_keep_off),
            ("tap_where", self.tap_where),
            ("starts_here", self.starts_here),
            ("stop_here", self.stop_here),
            ("no_spots", self.no_spots),
            ("left_first", self.left_first),
            ("right_first", self.right_first),
            ("safety", self.safety),
            ("start", self.start),
            ("nav", self.nav),
            ("nav_leg", self.nav_leg),
            ("nav_history", self.nav_history),
            ("nav_learn", self.nav_learn),
            ("nav_settings", self.nav_settings),
            ("nav_settings_short", self.nav_settings_short),
        ]
    }
}
