//! Helpers for the keyboard focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Focuses the first descendant that matches the selector.
pub fn focus_first(inside: &Element, selector: &str) {
    let found = inside.query_selector(selector).ok().flatten();
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        found.focus().ok();
    }
}

/// The focused element; `None` if it is the body.
pub fn focused_element(near: &Element) -> Option<HtmlElement> {
    let document = near.owner_document()?;
    let active = document.active_element()?;
    let body = document.body()?;
    if active == *body { None } else { active.dyn_into().ok() }
}

/// Focuses `element` unless another element has the focus.
pub fn focus_if_none(element: &HtmlElement) {
    if focused_element(element).is_none() {
        element.focus().ok();
    }
}
