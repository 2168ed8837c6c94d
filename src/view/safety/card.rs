//! The red card: the signs that mean help, in the order of haste.

use leptos::prelude::*;

use crate::{
    domain::Event,
    text::{claim::Claim, safety::CardText},
    view::{ctx::ctx, ui::Dialog},
};

/// The red card. It needs nothing but itself: no network, no history.
#[component]
pub fn Card() -> impl IntoView {
    let ctx = ctx();
    let text = move || &ctx.t().safety.card;
    let close = move || ctx.send(Event::RedCard(false));
    view! {
        <Dialog labelled_by="card-title" class="sheet card" on_close=close>
            <h2 id="card-title">
                {move || text().title}
            </h2>
            <section class="signs is-emergency">
                <h3>{move || text().emergency}</h3>
                <Signs of=|card| &card.emergency_signs />
                <p class="signs-do">{move || text().call}</p>
            </section>
            <section class="signs is-same-day">
                <h3>{move || text().same_day}</h3>
                <Signs of=|card| &card.same_day_signs />
            </section>
            <section class="signs">
                <h3>{move || text().clinician}</h3>
                <Signs of=|card| &card.clinician_signs />
            </section>
            <p class="sheet-small">{move || text().not_a_device.text}</p>
            <footer class="sheet-foot">
                <button type="button" class="action" on:click=move |_| close()>
                    {move || ctx.t().safety.close}
                </button>
            </footer>
        </Dialog>
    }
}

#[component]
fn Signs(of: fn(&'static CardText) -> &'static [Claim]) -> impl IntoView {
    let ctx = ctx();
    let signs =
        move || of(&ctx.t().safety.card).iter().map(|sign| view! { <li>{sign.text}</li> }).collect_view();
    view! { <ul>{signs}</ul> }
}
