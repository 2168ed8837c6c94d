//! Every phrase a person can read or hear, one constant per language: a missing phrase does not compile.
//!
//! Phrases are grouped by the screen that shows them. Each group is a struct here and a constant in
//! `en/` and `de/`. Plurals and numbers are functions, so that each language orders its own words.

pub mod claim;
mod de;
mod en;
pub mod history;
pub mod learn;
pub mod leg;
pub mod safety;
pub mod session;
pub mod settings;
pub mod shell;
pub mod welcome;

pub use de::DE;
pub use en::EN;

/// All phrases of one language.
#[derive(Debug)]
pub struct Text {
    /// BCP 47 tag, as written in `<html lang>`.
    pub tag: &'static str,
    /// The language's own name for itself.
    pub own_name: &'static str,
    /// What is shown before or without the WebAssembly part.
    pub shell: shell::Shell,
    /// The leg screen.
    pub leg: leg::LegText,
    /// The safety overlays.
    pub safety: safety::SafetyText,
    /// The session screen, and everything told.
    pub session: session::SessionText,
    /// The History screen.
    pub history: history::HistoryText,
    /// The Learn screen.
    pub learn: learn::LearnText,
    /// The Settings screen.
    pub settings: settings::SettingsText,
    /// The welcome.
    pub welcome: welcome::WelcomeText,
}

/// Every language, the fallback first.
pub const LANGUAGES: [&Text; 2] = [&EN, &DE];

/// One constant per language: the tag tells which.
impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Text {}
