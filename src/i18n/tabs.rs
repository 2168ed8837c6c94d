//! The tabs of the navigation: which screens have one, and its label. The app and the build (`index.html`) use them.

use super::shell::ShellText;
use crate::domain::screen::Screen;

/// The label of a tab.
#[derive(Clone, Copy, Debug)]
pub struct Tab {
    /// The name of the screen.
    pub name: ShellPhrase,
    /// An abbreviation for narrow windows, where the name needs one.
    pub short: Option<ShellPhrase>,
}

/// One of the phrases of [`ShellText`].
#[derive(Clone, Copy, Debug)]
pub struct ShellPhrase {
    /// Its key in the language files, with which templates refer to it.
    pub key: &'static str,
    /// Selects it in a language.
    pub select: fn(&ShellText) -> &'static str,
}

macro_rules! shell_phrase {
    ($key:ident) => {
        ShellPhrase { key: stringify!($key), select: |t| t.$key }
    };
}

/// The tab of a screen; `None` for a screen without a tab.
pub const fn tab(screen: Screen) -> Option<Tab> {
    match screen {
        Screen::Leg => Some(Tab { name: shell_phrase!(nav_leg), short: None }),
        Screen::Session => None,
        Screen::History => Some(Tab { name: shell_phrase!(nav_history), short: None }),
        Screen::Learn => Some(Tab { name: shell_phrase!(nav_learn), short: None }),
        Screen::Settings => {
            Some(Tab { name: shell_phrase!(nav_settings), short: Some(shell_phrase!(nav_settings_short)) })
        }
    }
}

/// The screens that have a tab, in the order of the tabs, each with its tab.
pub fn tabs() -> impl Iterator<Item = (Screen, Tab)> {
    Screen::ALL.iter().filter_map(|screen| Some((*screen, tab(*screen)?)))
}
