//! The screens that have a tab, and how a person opens them.

use super::ControlKind;
use crate::browser::{Browser, wait_until};
use crate::failure::{Outcome, fail};
use eased::domain::screen::Screen;
use eased::i18n::{
    self, Text,
    tabs::{ShellPhrase, Tab, tab, tabs},
};

/// The names of the screens that have a tab, in English, in the order of the tabs.
pub fn screen_names() -> impl Iterator<Item = &'static str> {
    tabs().map(|(_, tab)| english_name(tab))
}

/// [`screen_names`] without the leg screen: those of the lazy part.
pub fn lazy_screen_names() -> impl Iterator<Item = &'static str> {
    tabs().filter(|(screen, _)| *screen != Screen::Leg).map(|(_, tab)| english_name(tab))
}

fn english_name(tab: Tab) -> &'static str {
    (tab.name.select)(&i18n::all()[0].shell)
}

impl Browser {
    /// Opens a screen by its tab, in English.
    pub async fn visit(&self, name: &str) -> Outcome {
        let Some((screen, _)) = tabs().find(|(_, tab)| english_name(*tab) == name) else {
            fail!("unknown screen {name}; there are {:?}", screen_names().collect::<Vec<_>>());
        };
        self.visit_in(&i18n::all()[0], screen).await
    }

    /// Opens a screen by its tab, in a language.
    pub async fn visit_in(&self, text: &Text, screen: Screen) -> Outcome {
        let Some(tab) = tab(screen) else {
            fail!("{screen:?} has no tab");
        };
        // Helpers find names in which no-break spaces are spaces.
        let label = |phrase: ShellPhrase| (phrase.select)(&text.shell).replace('\u{a0}', " ");
        // The short label replaces the name in a narrow window.
        let mut shown = label(tab.name);
        if let Some(short) = tab.short.map(label)
            && self.has(ControlKind::Control, &short).await?
        {
            shown = short;
        }
        self.press(ControlKind::Control, &shown).await?;
        let hash = screen.address();
        wait_until(format!("the address to end with {hash}"), async || {
            let url = self.url().await?;
            let at = url.split_once('#').map_or("#/".to_owned(), |(_, at)| format!("#{at}"));
            Ok((at == hash).then_some(()))
        })
        .await
    }
}
