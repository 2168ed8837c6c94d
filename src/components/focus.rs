//! Where the keyboard is, and how it gets back there.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Gives the focus to the first element inside that the selector names.
pub fn first(inside: &Element, selector: &str) {
    let found = inside.query_selector(selector).ok().flatten();
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        found.focus().ok();
    }
}

/// The element that has the focus; `None` when nothing in particular has it.
pub fn holder(near: &Element) -> Option<HtmlElement> {
    let document = near.owner_document()?;
    let active = document.active_element()?;
    let body = document.body()?;
    if active == *body { None } else { active.dyn_into().ok() }
}

/// Gives the focus to `element` unless something else has it.
pub fn offer(element: &HtmlElement) {
    if holder(element).is_none() {
        element.focus().ok();
    }
}
