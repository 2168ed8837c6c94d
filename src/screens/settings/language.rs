//! The language of the app: its own choice, and what a translation says of itself.

use leptos::prelude::*;

use super::settings_access::change_setting;
use crate::{
    app::context::use_app,
    domain::language::{LANGUAGES, Language},
};

/// Which language: the browser's, or one of those that the app has, each by its own name.
#[component]
pub fn LanguageChoice() -> impl IntoView {
    let app = use_app();
    let language = |language: &'static Language| {
        view! {
            <LanguageRadio tag=Some(language.tag)>
                <b lang=language.tag dir=if language.is_rtl { "rtl" } else { "ltr" }>{language.name}</b>
            </LanguageRadio>
        }
    };
    view! {
        <fieldset class="choice">
            <legend>{app.phrase(|t| t.settings.language)}</legend>
            <LanguageRadio tag=None>
                <b>{app.phrase(|t| t.settings.auto)}</b>
            </LanguageRadio>
            {LANGUAGES.iter().map(language).collect_view()}
        </fieldset>
    }
}

#[component]
fn LanguageRadio(
    /// `None` for the browser's language.
    tag: Option<&'static str>,
    /// Its name.
    children: Children,
) -> impl IntoView {
    let app = use_app();
    view! {
        <label class="pick">
            <input
                type="radio"
                name="language"
                prop:checked=move || app.settings.with(|settings| settings.language.as_deref() == tag)
                on:change=move |_| change_setting(app, |settings| settings.language = tag.map(Into::into))
            />
            <span>{children()}</span>
        </label>
    }
}

/// A translation that no clinician has reviewed says so, and links to the sentences in English.
#[component]
pub fn NotReviewed() -> impl IntoView {
    let app = use_app();
    move || {
        let t = app.text.get().settings.not_reviewed?;
        Some(view! {
            <p class="settings-words">{t.note}</p>
            <a class="settings-link" href=HEALTH_PAGE target="_blank" hreflang="en">{t.link}</a>
        })
    }
}

/// The page with all sentences about health, in English; `eased-tools` writes it.
const HEALTH_PAGE: &str = "health.html";
