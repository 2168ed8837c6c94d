//! The language that is shown: follows the choice in the settings, and fetches the phrases that are missing.

use wasm_bindgen_futures::spawn_local;

use super::dispatcher::Dispatcher;
use crate::{domain::settings::Language, i18n::Text, platform::words};

impl Dispatcher {
    /// Shows the phrases of a choice of language, and returns those that are shown now. Phrases that are not here are
    /// fetched; until they arrive, the language stays as it is.
    pub(super) fn follow_language(&self, language: Language) -> &'static Text {
        let locales = &self.0.locales;
        let tag = locales.wanted(language);
        let shown = self.phrases();
        let found = locales.find(tag);
        if let Some(text) = found.filter(|text| !std::ptr::eq(*text, shown)) {
            self.0.context.set_text(text);
        }
        let asked = locales.asked.replace(Some(tag)) == Some(tag);
        if found.is_none() && !asked {
            self.fetch_language(tag);
        }
        let missing = found.is_none() && locales.tried.get() == Some(tag);
        self.update_device(|d| d.words_missing = missing);
        found.unwrap_or(shown)
    }

    /// There is a network again: what is missing may come now.
    pub(super) fn retry_language(&self) {
        if self.device().words_missing {
            self.0.locales.asked.set(None);
            self.follow_look();
        }
    }

    fn fetch_language(&self, tag: &'static str) {
        let app = self.clone();
        self.0.locales.tried.set(None);
        spawn_local(async move {
            app.0.locales.take(words::fetch(tag).await);
            app.0.locales.tried.set(Some(tag));
            app.follow_look();
        });
    }
}
