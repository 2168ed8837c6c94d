//! The languages whose phrases are loaded. Each comes as a file, and stays: going back to it is at once.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use super::intl::IntlFormats;
use crate::{
    domain::language::{LANGUAGES, Language},
    i18n::{Text, formats},
    platform::{device, language_file, page},
};

/// The languages that are loaded, and the one that is not.
pub struct Locales {
    loaded: RefCell<Vec<&'static Text>>,
    /// The language that was wanted last: its file is asked for once, not again and again.
    pub(super) asked: Cell<Option<&'static str>>,
    /// The language whose file has been tried for: if it is not loaded now, it cannot be had.
    pub(super) tried: Cell<Option<&'static str>>,
    /// The language that the browser asks for, as the page's first script has decided it.
    device: &'static Language,
}

impl Locales {
    /// The language that boot has fetched; `None` if it cannot be read.
    pub fn at_start() -> Option<(Self, &'static Text)> {
        let device =
            device::language_tags().find_map(|wish| Language::for_wish(&wish)).unwrap_or(&LANGUAGES[0]);
        let locales =
            Self { loaded: RefCell::default(), asked: Cell::new(None), tried: Cell::new(None), device };
        let text = locales.add(language_file::at_start())?;
        // Boot has tried for the language that the page's first script chose. If it could not be had, the start is no moment
        // to insist.
        let tag = page::language().and_then(|tag| Language::of(&tag)).map(|language| language.tag);
        locales.asked.set(tag);
        locales.tried.set(tag);
        use_formats(text);
        Some((locales, text))
    }

    /// The language that a choice means on this device.
    pub(super) fn wanted(&self, choice: Option<&str>) -> &'static Language {
        choice.and_then(Language::of).unwrap_or(self.device)
    }

    /// The phrases of a language, if they are loaded.
    pub(super) fn find(&self, tag: &str) -> Option<&'static Text> {
        self.loaded.borrow().iter().copied().find(|text| text.tag == tag)
    }

    /// Adds the phrases of a file that was fetched, unless the language is loaded already. Phrases are kept for as long as
    /// the app runs: each language is read once.
    pub(super) fn add(&self, json: Option<String>) -> Option<&'static Text> {
        let text = Text::from_json(Box::leak(json?.into_boxed_str())).ok()?;
        let known = self.find(text.tag);
        known.or_else(|| {
            let text = &*Box::leak(Box::new(text));
            self.loaded.borrow_mut().push(text);
            Some(text)
        })
    }
}

/// Numbers and dates are written as the language writes them.
pub(super) fn use_formats(text: &Text) {
    formats::set(Rc::new(IntlFormats::new(text)));
}
