//! The safety page "When to get help": the signs that need help, most urgent first.

use leptos::prelude::*;

use super::close_button::CloseButton;
use crate::{
    app::context::use_app, components::dialog::Dialog, domain::Event, i18n::health_sentence::HealthSentence,
};

/// The safety page. It needs neither the network nor stored data.
#[component]
pub fn SafetyPage() -> impl IntoView {
    let app = use_app();
    let text = &app.text.get_untracked().safety.page;
    let close = move || app.dispatch(Event::SafetyPageToggled(false));
    view! {
        <Dialog labelled_by="safety-page-title" class="sheet safety-page" on_close=move |()| close()>
            <header class="sheet-head">
                <h2 id="safety-page-title">{text.title}</h2>
                <CloseButton on_close=move |()| close()/>
            </header>
            <HelpSigns/>
            <p class="sheet-small">{text.not_medical_device.text}</p>
        </Dialog>
    }
}

/// The signs that need help and what to do, most urgent first.
#[component]
pub fn HelpSigns() -> impl IntoView {
    let text = &use_app().text.get_untracked().safety.page;
    view! {
        <section class="signs is-emergency">
            <SignList title=text.emergency signs=&text.emergency_signs/>
            <p class="signs-action">{text.call_now}</p>
            <CallLink/>
        </section>
        <section class="signs is-same-day">
            <SignList title=text.same_day signs=&text.same_day_signs/>
        </section>
        <section class="signs">
            <SignList title=text.clinician signs=&text.clinician_signs/>
        </section>
    }
}

/// A link that calls the emergency number, if the region of the browser determines it.
#[component]
pub fn CallLink() -> impl IntoView {
    let app = use_app();
    let text = &app.text.get_untracked().safety.page;
    app.emergency_number().map(|number| {
        view! { <a class="button call-link" href=["tel:", number].concat()>{text.call_number.with_text(number)}</a> }
    })
}

/// A heading and a list of signs.
#[component]
pub fn SignList(
    /// The heading.
    title: &'static str,
    /// The signs.
    signs: &'static [HealthSentence],
) -> impl IntoView {
    view! {
        <h3>{title}</h3>
        <ul>{signs.iter().map(|sign| view! { <li>{sign.text}</li> }).collect_view()}</ul>
    }
}
