//! All phrases that a person reads or hears.
//!
//! Each language has a file `locales/<tag>.json`. The page fetches the file of its language, and [`reader`] reads it into
//! the typed catalogue [`Text`]. A missing phrase or a wrong placeholder makes the whole file invalid; the tests load
//! every file.
//! Numbers, dates and plural categories come from the browser's `Intl` ([`formats`]).

pub mod announcement_text;
pub mod announcements;
pub mod date;
pub mod duration;
pub mod files;
pub mod formats;
pub mod gate;
pub mod health_sentence;
pub mod history;
pub mod hold;
pub mod install;
pub mod learn;
pub mod leg;
#[cfg(not(target_arch = "wasm32"))]
mod locale_files;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
pub mod phrase;
mod positions;
pub mod reader;
pub mod safety;
pub mod save_status;
pub mod session;
pub mod session_screen;
pub mod settings;
pub mod shell;
pub mod sound;
pub mod tabs;
pub mod trends;
pub mod welcome;

use self::reader::{Deferred, ReadErrors, phrases, read_from_json};
#[cfg(not(target_arch = "wasm32"))]
pub use locale_files::{
    TRANSLATOR_KEYS, all, all_pages, by_tag, is_plural, load, read as read_file, shipped, untranslated_lists,
};

phrases! {
    /// All phrases of one language.
    #[derive(Clone, Debug, Default)]
    pub struct Text {
        /// BCP 47 tag, as written in `<html lang>`.
        pub tag: &'static str,
        /// Separates the items of a list without "and".
        pub separator: &'static str,
        /// The app shell: shown before the Wasm module runs.
        pub shell: shell::ShellText,
        /// The leg screen.
        pub leg: leg::LegText,
        /// Positions on the thigh.
        pub positions: leg::PositionText,
        /// The safety gate.
        pub gate: Deferred<gate::GateText>,
        /// The safety page and the notices.
        pub safety: safety::SafetyText,
        /// Announcements, phrases for several parts of a session, and interrupted sessions.
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
        /// The welcome panel.
        pub welcome: welcome::WelcomeText,
    }
}

impl Text {
    /// Reads a language file as the build writes it. Phrases are borrowed from it, so it must not contain escapes.
    ///
    /// # Errors
    /// All errors in the file: invalid JSON, missing phrases, wrong placeholders.
    pub fn from_json(json: &'static str) -> Result<Self, ReadErrors> {
        read_from_json(json)
    }
}

/// Each language is loaded at most once, so the tag identifies it.
impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Text {}
