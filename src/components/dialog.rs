//! A modal dialog: the page behind it is inert until it is closed.

use leptos::{ev, html, prelude::*};
use web_sys::HtmlElement;

use super::focus;
use crate::app::context::use_app;

/// A modal dialog that is open while it is mounted, labelled by the heading with the id `labelled_by`.
///
/// The browser's `<dialog>` traps the focus. The focus starts at the dialog itself, so that a screen reader
/// begins with its name and the first text instead of a button below. On unmount the focus returns to where it
/// was.
///
/// The caller owns the open state, which follows every way of closing: Escape, Back, a script, the browser.
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
    /// The heading, the content, and at least one button.
    children: Children,
) -> impl IntoView {
    let dialog = dialog_ref;
    let app = use_app();
    let number = app.page_history().dialog_opened(move || {
        on_close.try_run(());
    });
    let focused_before = StoredValue::new_local(None::<HtmlElement>);
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        focused_before.set_value(focus::focused_element(&dialog));
        // Fails only if the dialog is open already.
        dialog.show_modal().ok();
        dialog.focus().ok();
    });
    on_cleanup(move || {
        app.page_history().dialog_closed(number);
        let Some(before) = focused_before.try_update_value(Option::take).flatten() else { return };
        // One frame later the dialog, and the focus with it, has been removed.
        request_animation_frame(move || {
            if before.is_connected() {
                focus::focus_if_none(&before);
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
                // The caller decides: the dialog may have to stay open while data is being written.
                event.prevent_default();
                on_close.try_run(());
            }
            on:close=move |_| {
                on_close.try_run(());
                // Open it again if the browser closed a dialog that the caller keeps open.
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
