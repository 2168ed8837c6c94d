//! A dialog on top of everything: the rest of the page is out of reach until it is closed.

use leptos::{ev, html, prelude::*};

use super::focus::Lent;

/// A modal dialog that is open for as long as it is mounted.
///
/// Whether it is shown is the model's business: Escape only reports through `on_close`, and the caller
/// takes the dialog away. The browser's own `<dialog>` keeps the focus inside; where it came from, it
/// goes back to. It begins at the dialog itself, so that a screen reader starts with its name and the
/// first words, not with a button below them.
#[component]
pub fn Dialog(
    /// Id of the heading inside that names it.
    labelled_by: &'static str,
    /// How it looks.
    class: &'static str,
    /// Escape was pressed.
    on_close: impl Fn() + 'static,
    /// The heading, what it says, and at least one button.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let lent = Lent::new();
    node.on_load(move |dialog| {
        lent.remember(&dialog);
        // It fails only where it is open already.
        dialog.show_modal().ok();
        dialog.focus().ok();
    });
    let cancel = move |event: ev::Event| {
        event.prevent_default();
        on_close();
    };
    view! {
        <dialog node_ref=node class=class tabindex="-1" aria-labelledby=labelled_by on:cancel=cancel>
            {children()}
        </dialog>
    }
}
