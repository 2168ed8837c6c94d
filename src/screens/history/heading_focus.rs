//! Moves the focus to the heading of the screen, before the focused control is removed.

use web_sys::Element;

use crate::components::focus;

/// Moves the focus to the heading of the screen.
pub fn focus_heading(near: &Element) {
    if let Some(page) = near.owner_document().and_then(|document| document.document_element()) {
        focus::focus_first(&page, "h1[tabindex]");
    }
}
