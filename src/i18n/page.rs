//! What is shown without the app: the page's failures, manifests, static pages, what the service worker says. The Wasm module
//! has none of it.

use super::read::phrases;

phrases! {
    /// Phrases that `tools/` writes into `index.html`, the manifests and the worker.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct PageText {
        /// One sentence that says what the app is, for the manifest and search engines.
        pub description: &'static str,
        /// The shortcut in the installed app's menu: opens the leg screen.
        pub shortcut: &'static str,
        /// Names a picture of the app in the manifest: the leg screen.
        pub shot_leg: &'static str,
        /// Likewise: a hold under way.
        pub shot_session: &'static str,
        /// Likewise: the history.
        pub shot_history: &'static str,
        /// The running app stopped.
        pub fail_panic: &'static str,
        /// A part of the app did not arrive.
        pub fail_load: &'static str,
        /// The browser lacks what the app is made with.
        pub fail_old: &'static str,
        /// The browser has no WebAssembly, on purpose: how to allow it.
        pub fail_blocked: &'static str,
        /// Scripts are switched off.
        pub fail_script: &'static str,
        /// Said after each of those but the last: what became of the data.
        pub fail_safe: &'static str,
        /// Button.
        pub reload: &'static str,
        /// Button: saves everything stored as a file, as it is.
        pub save_raw: &'static str,
        /// Said when that file could not be made.
        pub save_raw_failed: &'static str,
        /// The page itself is neither stored whole nor to be had: all that is shown then, by the worker.
        pub lost: &'static str,
        /// On the page for an unknown address.
        pub not_found: &'static str,
        /// The link from there.
        pub open_app: &'static str,
        /// Heading of the page with all sentences about health.
        pub health_title: &'static str,
    }
}

impl PageText {
    /// Every phrase under the name that the templates use for it.
    pub const fn phrases(&self) -> [(&'static str, &'static str); 18] {
        [
            ("description", self.description),
            ("shortcut", self.shortcut),
            ("shot_leg", self.shot_leg),
            ("shot_session", self.shot_session),
            ("shot_history", self.shot_history),
            ("fail_panic", self.fail_panic),
            ("fail_load", self.fail_load),
            ("fail_old", self.fail_old),
            ("fail_blocked", self.fail_blocked),
            ("fail_script", self.fail_script),
            ("fail_safe", self.fail_safe),
            ("reload", self.reload),
            ("save_raw", self.save_raw),
            ("save_raw_failed", self.save_raw_failed),
            ("lost", self.lost),
            ("not_found", self.not_found),
            ("open_app", self.open_app),
            ("health_title", self.health_title),
        ]
    }
}
