//! The cross in the corner of what lies on top.

use leptos::prelude::*;

use crate::app::context::use_app;

/// Closes what lies on top.
#[component]
pub fn CloseButton(
    /// Called when it is pressed.
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
