//! How the controls of a row get the focus, and how they keep it when rows move.

use leptos::prelude::*;
use web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::components::focus;

/// Gives an element the focus.
pub fn take_focus(element: &HtmlElement) {
    element.focus().ok();
}

/// Gives a range the focus without scrolling.
pub fn focus_without_scroll(range: &HtmlElement) {
    // WebKit scrolls all the same to what has just been shown and not laid out yet.
    range.get_bounding_client_rect();
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    range.focus_with_options(&options).ok();
}

/// Gives a range the focus and scrolls its row into view by the shortest way.
pub fn focus_and_scroll(range: &HtmlElement) {
    focus_without_scroll(range);
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    if let Ok(Some(row)) = range.closest("li") {
        row.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Keeps the focus on an element. Renumbering moves rows, and the browser takes the focus from what is moved: it is given
/// back by `give` when the list is up to date and before it is painted; and a frame later, for what is moved afterwards.
pub fn keep_focus(element: HtmlElement, give: fn(&HtmlElement)) {
    let give_back = move || {
        if element.is_connected() && focus::holder(&element).is_none() {
            give(&element);
        }
    };
    queue_microtask(give_back.clone());
    request_animation_frame(give_back);
}
