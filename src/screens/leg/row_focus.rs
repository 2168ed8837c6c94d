//! Focus of the controls in a row, which has to survive reordering of the rows.

use leptos::prelude::*;
use web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::components::focus;

/// Moves the focus to an element.
pub fn focus_element(element: &HtmlElement) {
    element.focus().ok();
}

/// Moves the focus to a range input without scrolling.
pub fn focus_without_scroll(range: &HtmlElement) {
    // Forces layout: WebKit scrolls to an element that has just become visible and has no layout yet.
    range.get_bounding_client_rect();
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    range.focus_with_options(&options).ok();
}

/// Moves the focus to a range input and scrolls its row into view by the shortest distance.
pub fn focus_and_scroll(range: &HtmlElement) {
    focus_without_scroll(range);
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    if let Ok(Some(row)) = range.closest("li") {
        row.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Restores the focus to an element after a reorder. Renumbering moves rows, and browsers blur an element that
/// is moved in the DOM. `give` runs in a microtask, after the DOM update and before paint, and again one frame
/// later for later moves.
pub fn restore_focus_after_move(element: HtmlElement, give: fn(&HtmlElement)) {
    let restore_focus = move || {
        if element.is_connected() && focus::focused_element(&element).is_none() {
            give(&element);
        }
    };
    queue_microtask(restore_focus.clone());
    request_animation_frame(restore_focus);
}
