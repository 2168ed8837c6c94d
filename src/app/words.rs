//! Which language is spoken: the app carries the first, the others come as files.

use std::cell::{Cell, RefCell};

use super::App;
use crate::{
    domain::settings::Language,
    effect::{device, words},
    text::{EN, ENGLISH, GERMAN, NAMES, Text},
    view::ctx,
};

/// The languages that are here, and the one that is not.
pub struct Words {
    /// Each came as a file, and stays: going back to it is at once.
    packs: RefCell<Vec<&'static Text>>,
    /// The language that was wanted last: its file is asked for once, not again and again.
    asked: Cell<Option<&'static str>>,
    /// The language whose file has been tried for: if it is not here now, it cannot be had.
    tried: Cell<Option<&'static str>>,
    /// What "as the device says" means, as the page's first script has decided it.
    device: &'static str,
}

impl Words {
    /// What is here before anything is shown: boot has fetched the page's own language.
    pub fn here(language: Language) -> Self {
        let wishes = device::languages();
        let known = |wish: &String| NAMES.iter().find(|name| name.tag == *wish);
        let words = Self {
            packs: RefCell::default(),
            asked: Cell::new(None),
            tried: Cell::new(None),
            device: wishes.iter().find_map(known).unwrap_or(&ENGLISH).tag,
        };
        words.take(words::own());
        // If it could not be had, the start is no moment to insist.
        let tag = Some(words.wanted(language));
        words.asked.set(tag);
        words.tried.set(tag);
        words
    }

    /// The phrases for a choice of language; the first language's if the right ones are not here.
    pub fn now(&self, language: Language) -> &'static Text {
        self.find(self.wanted(language)).unwrap_or(&EN)
    }

    fn wanted(&self, language: Language) -> &'static str {
        match language {
            Language::Auto => self.device,
            Language::English => ENGLISH.tag,
            Language::German => GERMAN.tag,
        }
    }

    fn find(&self, tag: &str) -> Option<&'static Text> {
        if tag == EN.tag {
            return Some(&EN);
        }
        self.packs.borrow().iter().copied().find(|text| text.tag == tag)
    }

    fn take(&self, pack: Option<String>) {
        let text = pack.and_then(|pack| Text::from_pack(&pack));
        if let Some(text) = text.filter(|text| self.find(text.tag).is_none()) {
            self.packs.borrow_mut().push(Box::leak(Box::new(text)));
        }
    }
}

impl App {
    /// The phrases to show for a choice of language. If they are not here, they are asked for, and until they
    /// come it is those that are shown now.
    pub(super) fn text(&self, language: Language) -> &'static Text {
        let words = &self.0.words;
        let tag = words.wanted(language);
        let shown = ctx().words();
        let found = words.find(tag);
        if let Some(text) = found.filter(|text| *text != shown) {
            ctx().set_words(text);
        }
        let asked = words.asked.replace(Some(tag)) == Some(tag);
        if found.is_none() && !asked {
            self.fetch_words(tag);
        }
        let missing = found.is_none() && words.tried.get() == Some(tag);
        ctx().note(&|d| d.words_missing = missing);
        found.unwrap_or(shown)
    }

    /// There is a network again: what is missing may come now.
    pub(super) fn words_again(&self) {
        if ctx().device().words_missing {
            self.0.words.asked.set(None);
            self.follow_look();
        }
    }

    fn fetch_words(&self, tag: &'static str) {
        let app = self.clone();
        self.0.words.tried.set(None);
        words::fetch(tag, move |pack| {
            app.0.words.take(pack);
            app.0.words.tried.set(Some(tag));
            app.follow_look();
        });
    }
}
