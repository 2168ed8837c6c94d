//! A large button of the session screen, with a label that fits.

use leptos::prelude::*;

use super::text_width;
use crate::{app::context::use_app, domain::Event};

/// A button that dispatches an event. The font size follows from the longest word of the label; position and
/// colours are set by its classes in `controls.css`.
#[component]
pub fn Control(
    /// The classes of the button.
    class: &'static str,
    /// The label.
    label: &'static str,
    /// The event that is dispatched on click.
    event: Event,
    /// Whether it is the first control to receive the focus.
    #[prop(optional)]
    takes_focus: bool,
    /// Whether it is the main control of the phase.
    #[prop(optional, into)]
    is_main: Signal<bool>,
    /// Whether it is pressed, for a toggle button.
    #[prop(optional, into)]
    is_pressed: Option<Signal<bool>>,
) -> impl IntoView {
    let app = use_app();
    view! {
        <button
            type="button"
            class=class
            class:is-main=move || is_main.get()
            style=("--ems", text_width::longest_word_ems(label))
            data-first=takes_focus.then_some("")
            aria-pressed=move || is_pressed.map(|is_pressed| if is_pressed.get() { "true" } else { "false" })
            on:click=move |_| app.dispatch(event.clone())
        >
            <span>{label}</span>
        </button>
    }
}
