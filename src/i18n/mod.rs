//! Every phrase a person can read or hear, one constant per language: a missing phrase does not compile.
//!
//! Phrases are grouped by the screen that shows them. Each group is a struct here and a constant in
//! `en/` and `de/`. All of it is data, phrases with gaps too; which phrase fits is chosen in one place for
//! all languages, beside the group's struct. The app carries the first language only: the others are files,
//! written at build time and fetched by who needs them (`pack`).

pub mod claim;
// Not in the app: it would be a second language for everyone to download.
pub mod announcement_text;
pub mod announcements;
#[cfg(not(target_arch = "wasm32"))]
mod de;
pub mod duration;
mod en;
pub mod files;
pub mod gate;
pub mod group;
pub mod history;
pub mod hold;
pub mod install;
pub mod kept;
pub mod learn;
pub mod leg;
pub mod pack;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
pub mod placeholders;
pub mod safety;
pub mod session;
pub mod session_screen;
pub mod settings;
pub mod shell;
pub mod sound;
pub mod weeks;
pub mod welcome;

#[cfg(not(target_arch = "wasm32"))]
pub use de::DE;
pub use en::EN;

/// All phrases of one language.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// BCP 47 tag, as written in `<html lang>`.
    pub tag: &'static str,
    /// What is shown before or without the WebAssembly part.
    pub shell: shell::Shell,
    /// The leg screen.
    pub leg: leg::LegText,
    /// The safety gate.
    pub gate: gate::GateText,
    /// The safety overlays.
    pub safety: safety::SafetyText,
    /// Everything told.
    pub session: session::SessionText,
    /// The session screen.
    pub mat: session_screen::MatText,
    /// A finished hold.
    pub hold: hold::HoldText,
    /// Whether a session is kept.
    pub kept: kept::KeptText,
    /// What is kept elsewhere.
    pub files: files::FilesText,
    /// The History screen.
    pub history: history::HistoryText,
    /// The way onto the Home Screen.
    pub install: install::InstallText,
    /// The Learn screen.
    pub learn: learn::LearnText,
    /// The Settings screen.
    pub settings: settings::SettingsText,
    /// Sound, in Settings and wherever it is checked.
    pub sound: sound::SoundText,
    /// The welcome.
    pub welcome: welcome::WelcomeText,
}

/// A language, known without its phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// BCP 47 tag, as written in `<html lang>`.
    pub tag: &'static str,
    /// Its own name for itself.
    pub own: &'static str,
}

/// The language that the app carries.
pub const ENGLISH: Name = Name { tag: "en", own: "English" };

/// German.
pub const GERMAN: Name = Name { tag: "de", own: "Deutsch" };

/// Every language, the fallback first.
pub const NAMES: [Name; 2] = [ENGLISH, GERMAN];

/// Every language with its phrases, in the order of [`NAMES`].
#[cfg(not(target_arch = "wasm32"))]
pub const LANGUAGES: [&Text; NAMES.len()] = [&EN, &DE];

/// What is shown without the app, in the order of [`NAMES`].
#[cfg(not(target_arch = "wasm32"))]
pub const PAGES: [&page::PageText; NAMES.len()] = [&en::PAGE, &de::PAGE];

impl group::Phrases for Text {
    const COUNT: usize = shell::Shell::COUNT
        + leg::LegText::COUNT
        + gate::GateText::COUNT
        + safety::SafetyText::COUNT
        + session::SessionText::COUNT
        + session_screen::MatText::COUNT
        + hold::HoldText::COUNT
        + kept::KeptText::COUNT
        + files::FilesText::COUNT
        + history::HistoryText::COUNT
        + install::InstallText::COUNT
        + learn::LearnText::COUNT
        + settings::SettingsText::COUNT
        + sound::SoundText::COUNT
        + welcome::WelcomeText::COUNT;

    fn each(&mut self, visit: &mut group::Visit<'_>) {
        let Self {
            tag: _,
            shell,
            leg,
            gate,
            safety,
            session,
            mat,
            hold,
            kept,
            files,
            history,
            install,
            learn,
            settings,
            sound,
            welcome,
        } = self;
        shell.each(visit);
        leg.each(visit);
        gate.each(visit);
        safety.each(visit);
        session.each(visit);
        mat.each(visit);
        hold.each(visit);
        kept.each(visit);
        files.each(visit);
        history.each(visit);
        install.each(visit);
        learn.each(visit);
        settings.each(visit);
        sound.each(visit);
        welcome.each(visit);
    }
}

/// Each language is there once: the tag tells which.
impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Text {}
