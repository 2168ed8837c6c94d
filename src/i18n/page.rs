//! Phrases that are shown without the app: start-up errors, manifests, static pages, the service worker's offline page.
//! The Wasm module does not contain them.

use super::reader::phrases;

phrases! {
    /// Phrases that `tools/` writes into `index.html`, the manifests and the worker.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct PageText {
        /// One sentence about the app, for the manifest and search engines.
        pub description: &'static str,
        /// The shortcut in the installed app's menu: opens the leg screen.
        pub shortcut: &'static str,
        /// Label of a screenshot in the manifest: the Leg screen.
        pub screenshot_leg: &'static str,
        /// Label of a screenshot in the manifest: a hold.
        pub screenshot_session: &'static str,
        /// Label of a screenshot in the manifest: the History screen.
        pub screenshot_history: &'static str,
        /// The app panicked.
        pub fail_app_stopped: &'static str,
        /// A file of the app could not be loaded.
        pub fail_part_not_loaded: &'static str,
        /// The browser lacks features that the app needs.
        pub fail_browser_too_old: &'static str,
        /// The browser blocks WebAssembly; how to allow it.
        pub fail_wasm_blocked: &'static str,
        /// JavaScript is switched off.
        pub fail_no_javascript: &'static str,
        /// Follows each of these errors except the last: the data is kept.
        pub fail_data_is_kept: &'static str,
        /// Button.
        pub reload: &'static str,
        /// Button: saves all stored data as a file, unchanged.
        pub save_raw_data: &'static str,
        /// That file could not be created.
        pub save_raw_data_failed: &'static str,
        /// Shown by the service worker if it is offline and files of the app are missing or damaged.
        pub files_missing: &'static str,
        /// On the page for an unknown URL.
        pub page_not_found: &'static str,
        /// Link from that page to the app.
        pub open_app: &'static str,
        /// Heading of the page with all health sentences.
        pub health_title: &'static str,
    }
}

impl PageText {
    /// All phrases with the names that templates use.
    pub const fn phrases(&self) -> [(&'static str, &'static str); 18] {
        [
            ("description", self.description),
            ("shortcut", self.shortcut),
            ("screenshot_leg", self.screenshot_leg),
            ("screenshot_session", self.screenshot_session),
            ("screenshot_history", self.screenshot_history),
            ("fail_app_stopped", self.fail_app_stopped),
            ("fail_part_not_loaded", self.fail_part_not_loaded),
            ("fail_browser_too_old", self.fail_browser_too_old),
            ("fail_wasm_blocked", self.fail_wasm_blocked),
            ("fail_no_javascript", self.fail_no_javascript),
            ("fail_data_is_kept", self.fail_data_is_kept),
            ("reload", self.reload),
            ("save_raw_data", self.save_raw_data),
            ("save_raw_data_failed", self.save_raw_data_failed),
            ("files_missing", self.files_missing),
            ("page_not_found", self.page_not_found),
            ("open_app", self.open_app),
            ("health_title", self.health_title),
        ]
    }
}
