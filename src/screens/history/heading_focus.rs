//! The focus on the heading of the screen, for when the control that had it goes away.

use web_sys::Element;

use crate::components::focus;

/// Gives the focus to the heading of the screen.
pub fn focus_heading(near: &Element) {
    if let Some(page) = near.owner_document().and_then(|document| document.document_element()) {
        focus::first(&page, "h1[tabindex]");
    }
}
