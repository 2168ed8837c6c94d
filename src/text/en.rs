//! English.

mod files;
mod gate;
mod history;
mod hold;
mod kept;
mod learn;
mod leg;
mod mat;
mod safety;
mod session;
mod settings;
mod shell;
mod sound;
mod weeks;
mod welcome;

use super::{ENGLISH, Text};

/// Every phrase.
pub const EN: Text = Text {
    tag: ENGLISH.tag,
    shell: shell::SHELL,
    leg: leg::LEG,
    gate: gate::GATE,
    safety: safety::SAFETY,
    session: session::SESSION,
    mat: mat::MAT,
    hold: hold::HOLD,
    kept: kept::KEPT,
    files: files::FILES,
    history: history::HISTORY,
    learn: learn::LEARN,
    settings: settings::SETTINGS,
    sound: sound::SOUND,
    welcome: welcome::WELCOME,
};
