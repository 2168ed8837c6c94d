//! The page "When to get help": the signs that mean help, the most urgent first.

use leptos::prelude::*;

use crate::{app::context::use_app, components::dialog::Dialog, domain::Event, i18n::claim::Claim};

/// The page "When to get help". It needs no network and no stored data.
#[component]
pub fn SafetyPage() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().safety;
    let card = &t.card;
    let close = move || app.dispatch(Event::RedCard(false));
    view! {
        <Dialog labelled_by="card-title" class="sheet card" on_close=move |()| close()>
            <h2 id="card-title">{card.title}</h2>
            <section class="signs is-emergency">
                <SignList title=card.emergency signs=&card.emergency_signs/>
                <p class="signs-do">{card.call}</p>
            </section>
            <section class="signs is-same-day">
                <SignList title=card.same_day signs=&card.same_day_signs/>
            </section>
            <section class="signs">
                <SignList title=card.clinician signs=&card.clinician_signs/>
            </section>
            <p class="sheet-small">{card.not_a_device.text}</p>
            <footer class="sheet-foot">
                <button type="button" class="action" on:click=move |_| close()>{t.close}</button>
            </footer>
        </Dialog>
    }
}

/// A heading and the signs under it.
#[component]
pub fn SignList(title: &'static str, signs: &'static [Claim]) -> impl IntoView {
    view! {
        <h3>{title}</h3>
        <ul>{signs.iter().map(|sign| view! { <li>{sign.text}</li> }).collect_view()}</ul>
    }
}
