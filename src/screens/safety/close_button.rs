//! The close button in the corner of a dialog.

use leptos::prelude::*;

use crate::app::context::use_app;

/// Closes a dialog.
#[component]
pub fn CloseButton(
    /// Called on click.
    #[prop(into)]
    on_close: UnsyncCallback<()>,
) -> impl IntoView {
    let close = use_app().text.get_untracked().safety.close;
    view! {
        <button
            type="button"
            class="icon is-remove sheet-close"
            aria-label=close
            on:click=move |_| { on_close.try_run(()); }
        ></button>
    }
}
