//! Every phrase that a person reads or hears.
//!
//! A language is the file `locales/<tag>.json`: the build ships it, the page fetches its own, and `read` reads it with serde into
//! [`Text`], the one typed catalogue. A phrase that is missing or has wrong placeholders makes the whole file unreadable;
//! the tests load every file. Numbers, dates and plural categories come from the browser's `Intl` ([`formats`]).

pub mod announcement_text;
pub mod announcements;
pub mod claim;
pub mod date;
pub mod duration;
pub mod files;
pub mod formats;
pub mod gate;
pub mod history;
pub mod hold;
pub mod install;
pub mod learn;
pub mod leg;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
pub mod phrase;
mod place;
pub mod read;
pub mod safety;
pub mod save_status;
pub mod session;
pub mod session_screen;
pub mod settings;
pub mod shell;
pub mod sound;
#[cfg(not(target_arch = "wasm32"))]
mod source_files;
pub mod weeks;
pub mod welcome;

use self::read::{Deferred, Faults, phrases, read_whole};
#[cfg(not(target_arch = "wasm32"))]
pub use source_files::{FOR_TRANSLATORS, all, is_plural, load, of, pages, read as read_file, shipped};

phrases! {
    /// All phrases of one language.
    #[derive(Clone, Debug, Default)]
    pub struct Text {
        /// BCP 47 tag, as written in `<html lang>`.
        pub tag: &'static str,
        /// What stands between facts that follow one another.
        pub separator: &'static str,
        /// What is shown before the Wasm module runs.
        pub shell: shell::Shell,
        /// The leg screen.
        pub leg: leg::LegText,
        /// Places on the thigh.
        pub places: leg::PlaceText,
        /// The safety gate.
        pub gate: Deferred<gate::GateText>,
        /// The safety page, and the notices.
        pub safety: safety::SafetyText,
        /// What is announced, and sessions that were left behind.
        pub session: session::SessionText,
        /// The session screen.
        pub session_screen: Deferred<session_screen::SessionScreenText>,
        /// A finished hold.
        pub hold: Deferred<hold::HoldText>,
        /// Whether a session is stored.
        pub save_status: Deferred<save_status::SaveStatusText>,
        /// Backups and other files.
        pub files: Deferred<files::FilesText>,
        /// The History screen.
        pub history: Deferred<history::HistoryText>,
        /// How to add the app to the Home Screen.
        pub install: Deferred<install::InstallText>,
        /// The Learn screen.
        pub learn: Deferred<learn::LearnText>,
        /// The Settings screen.
        pub settings: Deferred<settings::SettingsText>,
        /// Sound, in Settings and wherever it is checked.
        pub sound: sound::SoundText,
        /// The welcome.
        pub welcome: welcome::WelcomeText,
    }
}

impl Text {
    /// Reads a language file as the build ships it. Phrases are borrowed from it, so none of them may need an escape.
    ///
    /// # Errors
    /// What is wrong with it, if it is no language file, or one whose phrases or placeholders are others.
    pub fn from_json(json: &'static str) -> Result<Self, Faults> {
        read_whole(json)
    }
}

/// Each language is there once: the tag tells which.
impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Text {}
