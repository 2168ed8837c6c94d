//! German.

mod files;
mod gate;
mod history;
mod hold;
mod install;
mod kept;
mod learn;
mod leg;
mod page;
mod safety;
mod session;
mod session_screen;
mod settings;
mod shell;
mod sound;
mod weeks;
mod welcome;

pub use self::page::PAGE;
use super::{GERMAN, Text};

/// Every phrase.
pub const DE: Text = Text {
    tag: GERMAN.tag,
    shell: shell::SHELL,
    leg: leg::LEG,
    gate: gate::GATE,
    safety: safety::SAFETY,
    session: session::SESSION,
    mat: session_screen::MAT,
    hold: hold::HOLD,
    kept: kept::KEPT,
    files: files::FILES,
    history: history::HISTORY,
    install: install::INSTALL,
    learn: learn::LEARN,
    settings: settings::SETTINGS,
    sound: sound::SOUND,
    welcome: welcome::WELCOME,
};
