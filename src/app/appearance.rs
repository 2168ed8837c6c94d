//! The language, text direction and theme of the page: follows the settings, and fetches phrases that are not loaded.

use wasm_bindgen_futures::spawn_local;

use super::{dispatcher::Dispatcher, locale::use_formats, sound::check_voice};
use crate::{
    domain::{Model, model::SessionState, phase::Phase, screen::Screen},
    i18n::{Text, formats},
    platform::{language_file, page},
};

/// Applies the language and the theme of the settings: to the attributes of the `html` element, which the style
/// sheets and screen readers use, and to the phrases that are shown.
pub(super) fn update(app: &Dispatcher) {
    let (language, theme, is_in_session) =
        app.read(|m| (m.settings.language.clone(), m.settings.theme, is_in_session(m)));
    let text = update_language(app, language.as_deref());
    let appearance = Some((text.tag, theme, is_in_session));
    let previous = app.0.appearance.replace(appearance);
    if previous != appearance {
        page::set_appearance(text.tag, formats::current().is_rtl(), is_in_session, theme);
        if previous.is_some() {
            check_voice(app);
        }
    }
}

/// Fetches the missing phrases of the chosen language again.
pub(super) fn retry_language(app: &Dispatcher) {
    if app.status().missing_language.is_some() {
        app.0.locales.last_requested.set(None);
        update(app);
    }
}

/// Shows the phrases of the chosen language, and returns the phrases that are shown now. Phrases that are not loaded
/// are fetched; until they arrive, the language does not change.
fn update_language(app: &Dispatcher, choice: Option<&str>) -> &'static Text {
    let locales = &app.0.locales;
    let language = locales.language_for(choice);
    let shown = app.text();
    let loaded = locales.find(language.tag);
    if let Some(text) = loaded.filter(|text| !std::ptr::eq(*text, shown)) {
        use_formats(text);
        app.0.context.set_text(text);
    }
    let is_requested = locales.last_requested.replace(Some(language.tag)) == Some(language.tag);
    if loaded.is_none() && !is_requested {
        fetch_language(app, language.tag);
    }
    let is_missing = loaded.is_none() && locales.last_fetched.get() == Some(language.tag);
    app.update_status(|status| status.missing_language = is_missing.then_some(language));
    loaded.unwrap_or(shown)
}

fn fetch_language(app: &Dispatcher, tag: &'static str) {
    let app = app.clone();
    app.0.locales.last_fetched.set(None);
    spawn_local(async move {
        app.0.locales.add_json(language_file::fetch(tag).await);
        app.0.locales.last_fetched.set(Some(tag));
        update(&app);
    });
}

/// Whether the screen shows a session in progress, which always uses the dark theme.
fn is_in_session(model: &Model) -> bool {
    let is_in_progress = match &model.session_state {
        SessionState::Running(running) => running.progress.phase != Phase::Done,
        SessionState::Idle
        | SessionState::GateOpen(_)
        | SessionState::Interrupted { .. }
        | SessionState::InOtherTab(_) => false,
    };
    is_in_progress && model.screen == Screen::Session
}
