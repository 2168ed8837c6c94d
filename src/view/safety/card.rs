//! The red card: the signs that mean help, in the order of haste.

use leptos::prelude::*;

use crate::{
    domain::Event,
    text::claim::Claim,
    view::{ctx::ctx, ui::Dialog},
};

/// The red card. It needs nothing but itself: no network, no history.
#[component]
pub fn Card() -> impl IntoView {
    let ctx = ctx();
    let t = &ctx.text.get_untracked().safety;
    let card = &t.card;
    let close = move || ctx.send(Event::RedCard(false));
    view! {
        <Dialog labelled_by="card-title" class="sheet card" on_close=close>
            <h2 id="card-title">
                {card.title}
            </h2>
            <section class="signs is-emergency">
                <h3>{card.emergency}</h3>
                {signs(&card.emergency_signs)}
                <p class="signs-do">{card.call}</p>
            </section>
            <section class="signs is-same-day">
                <h3>{card.same_day}</h3>
                {signs(&card.same_day_signs)}
            </section>
            <section class="signs">
                <h3>{card.clinician}</h3>
                {signs(&card.clinician_signs)}
            </section>
            <p class="sheet-small">{card.not_a_device.text}</p>
            <footer class="sheet-foot">
                <button type="button" class="action" on:click=move |_| close()>
                    {t.close}
                </button>
            </footer>
        </Dialog>
    }
}

fn signs(signs: &'static [Claim]) -> impl IntoView {
    let signs = signs.iter().map(|sign| view! { <li>{sign.text}</li> }).collect_view();
    view! { <ul>{signs}</ul> }
}
