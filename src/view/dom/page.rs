//! The page that elements are made for.

#![expect(clippy::disallowed_methods, reason = "elements and turns are the page's")]

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, Window};

thread_local! {
    static PAGE: (Window, Document) = found();
}

// Views exist nowhere but on a page: what is not there cannot be missed.
fn found() -> (Window, Document) {
    let window = web_sys::window().unwrap_or_else(|| JsValue::NULL.unchecked_into());
    let document = window.document().unwrap_or_else(|| JsValue::NULL.unchecked_into());
    (window, document)
}

/// The page's window, asked for once.
pub(super) fn window() -> Window {
    PAGE.with(|(window, _)| window.clone())
}

/// Its document.
pub(super) fn document() -> Document {
    PAGE.with(|(_, document)| document.clone())
}
