//! A dialog on top of everything: the rest of the page is out of reach until it is closed.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement};

use super::focus::Lent;
use crate::view::dom::{El, el, soon};

/// A modal dialog that is open for as long as it is there: named by the heading with the id `labelled_by`,
/// with the heading, what it says and at least one button inside.
///
/// Whether it is shown is the model's business: Escape only reports through `on_close`, and the caller
/// takes the dialog away. The browser's own `<dialog>` keeps the focus inside; where it came from, it
/// goes back to. It begins at the dialog itself, so that a screen reader starts with its name and the
/// first words, not with a button below them.
pub fn dialog(
    labelled_by: &'static str,
    class: &'static str,
    on_close: impl Fn() + 'static,
    inside: impl IntoIterator<Item = El>,
) -> El {
    let lent = Lent::new();
    let dialog = el("dialog")
        .class(class)
        .attr("tabindex", "-1")
        .attr("aria-labelledby", labelled_by)
        .on("cancel", move |event: &Event| {
            event.prevent_default();
            on_close();
        })
        .children(inside);
    let opened = dialog.clone();
    soon(move || {
        lent.remember(&opened);
        // It fails only where it is open already.
        opened.unchecked_ref::<HtmlDialogElement>().show_modal().ok();
        opened.html().focus().ok();
    });
    dialog
}
