//! The languages whose phrases are loaded. Each one is fetched as a file and stays loaded.

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

/// The loaded languages, and the state of the last fetch.
pub struct Locales {
    loaded: RefCell<Vec<&'static Text>>,
    /// The tag that was requested last: a file is not requested again for each event.
    pub(super) last_requested: Cell<Option<&'static str>>,
    /// The tag whose fetch ended last. If its language is not loaded now, the fetch failed.
    pub(super) last_fetched: Cell<Option<&'static str>>,
    /// The best match for the browser's languages.
    browser_language: &'static Language,
}

impl Locales {
    /// Loads the language that the boot script has fetched; `None` if its file is invalid.
    pub fn from_boot() -> Option<(Self, &'static Text)> {
        let browser_language =
            device::language_tags().find_map(|tag| Language::best_match(&tag)).unwrap_or(&LANGUAGES[0]);
        let locales = Self {
            loaded: RefCell::default(),
            last_requested: Cell::new(None),
            last_fetched: Cell::new(None),
            browser_language,
        };
        let text = locales.add_json(language_file::from_boot())?;
        // The boot script has tried to fetch the page's language. If that failed, it is not fetched again at the start.
        let tag = page::language().and_then(|tag| Language::find(&tag)).map(|language| language.tag);
        locales.last_requested.set(tag);
        locales.last_fetched.set(tag);
        use_formats(text);
        Some((locales, text))
    }

    /// The chosen language, or the browser's.
    pub(super) fn language_for(&self, choice: Option<&str>) -> &'static Language {
        choice.and_then(Language::find).unwrap_or(self.browser_language)
    }

    /// The phrases of a language, if they are loaded.
    pub(super) fn find(&self, tag: &str) -> Option<&'static Text> {
        self.loaded.borrow().iter().copied().find(|text| text.tag == tag)
    }

    /// Adds the phrases of a language file, unless the language is loaded already. The memory is leaked: each
    /// language is parsed once and used until the page is closed.
    pub(super) fn add_json(&self, json: Option<String>) -> Option<&'static Text> {
        let text = Text::from_json(Box::leak(json?.into_boxed_str())).ok()?;
        let known = self.find(text.tag);
        known.or_else(|| {
            let text = &*Box::leak(Box::new(text));
            self.loaded.borrow_mut().push(text);
            Some(text)
        })
    }
}

/// Formats numbers and dates as the language does.
pub(super) fn use_formats(text: &Text) {
    formats::set(Rc::new(IntlFormats::new(text)));
}
