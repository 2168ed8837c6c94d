//! A button of the session screen, large and with words that fit.

use leptos::prelude::*;

use super::text_fit;
use crate::{app::context::use_app, domain::Event};

/// A button that dispatches an event. Its words are as large as the longest of them allows; where it stands and how
/// it looks is decided by its classes, in `controls.css`.
#[component]
pub fn Control(
    /// The classes of the button.
    class: &'static str,
    /// Its name.
    words: &'static str,
    /// What happens when it is pressed.
    event: Event,
    /// The keyboard is offered to it first.
    #[prop(optional)]
    takes_focus: bool,
    /// Whether it stands out as the main control of the phase.
    #[prop(optional, into)]
    main: Signal<bool>,
    /// Whether it is pressed, for a button that stays pressed.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
) -> impl IntoView {
    let app = use_app();
    view! {
        <button
            type="button"
            class=class
            class:is-main=move || main.get()
            style=("--ems", text_fit::longest(words))
            data-first=takes_focus.then_some("")
            aria-pressed=move || pressed.map(|pressed| if pressed.get() { "true" } else { "false" })
            on:click=move |_| app.dispatch(event.clone())
        >
            <span>{words}</span>
        </button>
    }
}
