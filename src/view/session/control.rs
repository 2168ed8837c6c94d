//! A button of the session screen, large and with words that fit.

use leptos::prelude::*;

use super::fit;
use crate::{domain::Event, text::session::SessionText, view::ctx::ctx};

/// Finds what is written on a button.
pub type Words = fn(&SessionText) -> &'static str;

/// A button that says what happened. Its words are as large as the longest of them allows.
#[component]
pub fn Control(
    /// Where it stands and how it looks, in `controls.css`.
    #[prop(default = "")]
    class: &'static str,
    /// What is written on it.
    words: Words,
    /// What it means.
    event: Event,
    /// It stands out.
    #[prop(default = false.into(), into)]
    main: Signal<bool>,
    /// The keyboard is offered to it first.
    #[prop(optional)]
    first: bool,
    /// Whether it is pressed in, for those that stay so.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
) -> impl IntoView {
    let ctx = ctx();
    let words = move || words(&ctx.t().session);
    let ems = move || fit::longest(words());
    view! {
        <button
            type="button"
            class=class
            class:control=true
            class:is-main=main
            style=("--ems", ems)
            data-first=first.then_some("")
            aria-pressed=move || pressed.map(|pressed| pressed.get().to_string())
            on:click=move |_| ctx.send(event.clone())
        >
            <span>{words}</span>
        </button>
    }
}
