//! The page "When to get help": the signs that mean help, the most urgent first.

use leptos::prelude::*;

use super::close_button::CloseButton;
use crate::{app::context::use_app, components::dialog::Dialog, domain::Event, i18n::claim::Claim};

/// The page "When to get help". It needs no network and no stored data.
#[component]
pub fn SafetyPage() -> impl IntoView {
    let app = use_app();
    let card = &app.text.get_untracked().safety.help;
    let close = move || app.dispatch(Event::RedCard(false));
    view! {
        <Dialog labelled_by="card-title" class="sheet card" on_close=move |()| close()>
            <header class="sheet-head">
                <h2 id="card-title">{card.title}</h2>
                <CloseButton on_close=move |()| close()/>
            </header>
            <HelpSigns/>
            <p class="sheet-small">{card.not_a_device.text}</p>
        </Dialog>
    }
}

/// The signs that mean help, and what to do, the most urgent first.
#[component]
pub fn HelpSigns() -> impl IntoView {
    let card = &use_app().text.get_untracked().safety.help;
    view! {
        <section class="signs is-emergency">
            <SignList title=card.emergency signs=&card.emergency_signs/>
            <p class="signs-do">{card.call}</p>
            <CallLink/>
        </section>
        <section class="signs is-same-day">
            <SignList title=card.same_day signs=&card.same_day_signs/>
        </section>
        <section class="signs">
            <SignList title=card.clinician signs=&card.clinician_signs/>
        </section>
    }
}

/// A link that calls the emergency number, where the region of the browser tells it for certain.
#[component]
pub fn CallLink() -> impl IntoView {
    let app = use_app();
    let card = &app.text.get_untracked().safety.help;
    app.emergency_number().map(|number| {
        view! { <a class="button call" href=["tel:", number].concat()>{card.call_number.words(number)}</a> }
    })
}

/// A heading and the signs under it.
#[component]
pub fn SignList(title: &'static str, signs: &'static [Claim]) -> impl IntoView {
    view! {
        <h3>{title}</h3>
        <ul>{signs.iter().map(|sign| view! { <li>{sign.text}</li> }).collect_view()}</ul>
    }
}
