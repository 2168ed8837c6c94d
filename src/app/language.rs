//! The language that is shown: follows the choice in the settings, and fetches the phrases that are missing.

use wasm_bindgen_futures::spawn_local;

use super::{dispatcher::Dispatcher, locale::use_formats};
use crate::{i18n::Text, platform::language_file};

impl Dispatcher {
    /// Shows the phrases of a choice of language, and returns those that are shown now. Phrases that are not loaded are
    /// fetched; until they arrive, the language stays as it is.
    pub(super) fn follow_language(&self, choice: Option<&str>) -> &'static Text {
        let locales = &self.0.locales;
        let wanted = locales.wanted(choice);
        let shown = self.phrases();
        let found = locales.find(wanted.tag);
        if let Some(text) = found.filter(|text| !std::ptr::eq(*text, shown)) {
            use_formats(text);
            self.0.context.set_text(text);
        }
        let asked = locales.asked.replace(Some(wanted.tag)) == Some(wanted.tag);
        if found.is_none() && !asked {
            self.fetch_language(wanted.tag);
        }
        let is_missing = found.is_none() && locales.tried.get() == Some(wanted.tag);
        self.update_device(|d| d.missing_language = is_missing.then_some(wanted));
        found.unwrap_or(shown)
    }

    /// There is a network again: what is missing may come now.
    pub(super) fn retry_language(&self) {
        if self.device().missing_language.is_some() {
            self.0.locales.asked.set(None);
            self.follow_look();
        }
    }

    fn fetch_language(&self, tag: &'static str) {
        let app = self.clone();
        self.0.locales.tried.set(None);
        spawn_local(async move {
            app.0.locales.add(language_file::fetch(tag).await);
            app.0.locales.tried.set(Some(tag));
            app.follow_look();
        });
    }
}
