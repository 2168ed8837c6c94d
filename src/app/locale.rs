//! The languages whose phrases are loaded: English is part of the program, the others come as files.

use std::cell::{Cell, RefCell};

use crate::{
    domain::settings::Language,
    i18n::{EN, ENGLISH, GERMAN, NAMES, Text},
    platform::{device, words},
};

/// The languages that are here, and the one that is not.
pub struct Locales {
    /// Each came as a file, and stays: going back to it is at once.
    packs: RefCell<Vec<&'static Text>>,
    /// The language that was wanted last: its file is asked for once, not again and again.
    pub(super) asked: Cell<Option<&'static str>>,
    /// The language whose file has been tried for: if it is not here now, it cannot be had.
    pub(super) tried: Cell<Option<&'static str>>,
    /// What "as the device says" means, as the page's first script has decided it.
    device: &'static str,
}

impl Locales {
    /// What is here before anything is shown: boot has fetched the page's own language.
    pub fn here(language: Language) -> Self {
        let wishes = device::languages();
        let known = |wish: &String| NAMES.iter().find(|name| name.tag == *wish);
        let locales = Self {
            packs: RefCell::default(),
            asked: Cell::new(None),
            tried: Cell::new(None),
            device: wishes.iter().find_map(known).unwrap_or(&ENGLISH).tag,
        };
        locales.take(words::own());
        // If it could not be had, the start is no moment to insist.
        let tag = Some(locales.wanted(language));
        locales.asked.set(tag);
        locales.tried.set(tag);
        locales
    }

    /// The phrases for a choice of language; the first language's if the right ones are not here.
    pub fn now(&self, language: Language) -> &'static Text {
        self.find(self.wanted(language)).unwrap_or(&EN)
    }

    /// The tag of the language that a choice means on this device.
    pub(super) fn wanted(&self, language: Language) -> &'static str {
        match language {
            Language::Auto => self.device,
            Language::English => ENGLISH.tag,
            Language::German => GERMAN.tag,
        }
    }

    /// The phrases of a language, if they are here.
    pub(super) fn find(&self, tag: &str) -> Option<&'static Text> {
        if tag == EN.tag {
            return Some(&EN);
        }
        self.packs.borrow().iter().copied().find(|text| text.tag == tag)
    }

    /// Adds the phrases of a file that was fetched, unless the language is here already.
    pub(super) fn take(&self, pack: Option<String>) {
        let text = pack.and_then(|pack| Text::from_pack(&pack));
        if let Some(text) = text.filter(|text| self.find(text.tag).is_none()) {
            self.packs.borrow_mut().push(Box::leak(Box::new(text)));
        }
    }
}
