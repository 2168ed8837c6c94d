//! A modal dialog: the page beneath is out of reach until it is closed.

use leptos::{ev, html, prelude::*};
use web_sys::HtmlElement;

use super::focus;
use crate::app::context::use_app;

/// A modal dialog that is open for as long as it is mounted, named by the heading with the id `labelled_by`.
///
/// The browser's own `<dialog>` keeps the focus inside. It starts at the dialog itself, so that a screen reader begins
/// with its name and the first words, not with a button below them. When the dialog goes away, the focus returns to
/// where it was.
///
/// Whether it is mounted is the caller's state, which follows every way of closing: Escape, the browser's Back, a script, the
/// browser itself.
#[component]
pub fn Dialog(
    /// The id of the heading inside.
    labelled_by: &'static str,
    /// The classes of the `<dialog>`.
    class: &'static str,
    /// Called when the dialog was closed or is asked to close; the caller then unmounts it.
    #[prop(into)]
    on_close: UnsyncCallback<()>,
    /// For callers that move the focus back to the dialog when its content changes.
    #[prop(optional)]
    dialog_ref: NodeRef<html::Dialog>,
    /// The heading, what is said, and at least one button.
    children: Children,
) -> impl IntoView {
    let dialog = dialog_ref;
    let app = use_app();
    let number = app.page_history().opened(move || {
        on_close.try_run(());
    });
    let focused_before = StoredValue::new_local(None::<HtmlElement>);
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        focused_before.set_value(focus::holder(&dialog));
        // It fails only where the dialog is open already.
        dialog.show_modal().ok();
        dialog.focus().ok();
    });
    on_cleanup(move || {
        app.page_history().closed(number);
        let Some(before) = focused_before.try_update_value(Option::take).flatten() else { return };
        // One frame later the dialog has left the page, and has taken the focus with it.
        request_animation_frame(move || {
            if before.is_connected() {
                focus::offer(&before);
            }
        });
    });
    view! {
        <dialog
            class=class
            tabindex="-1"
            aria-labelledby=labelled_by
            node_ref=dialog
            on:cancel=move |event: ev::Event| {
                // The caller decides: it may have to stay open while something is being written.
                event.prevent_default();
                on_close.try_run(());
            }
            on:close=move |_| {
                on_close.try_run(());
                // The browser has closed what the caller keeps open.
                request_animation_frame(move || {
                    if let Some(dialog) = dialog.try_get_untracked().flatten().filter(|d| !d.open()) {
                        dialog.show_modal().ok();
                    }
                });
            }
        >
            {children()}
        </dialog>
    }
}
