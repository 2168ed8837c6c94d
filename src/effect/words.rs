//! The words of languages that the app does not carry: files that the boot script fetches.

use wasm_bindgen::JsValue;

use super::{call, page};

/// The file of the page's own language, which boot has fetched beside the app; `None` where there is none or
/// it could not be had.
pub fn own() -> Option<String> {
    page::global("easedOwnWords")?.as_string()
}

/// Fetches the file of a language, and keeps it for when there is no network. `then` is told what it says;
/// `None` if it cannot be had.
pub fn fetch(tag: &str, then: impl Fn(Option<String>) + 'static) {
    let told = call::hearing(move |words| then(words.as_string()));
    let asked =
        page::boot_function("easedWords").and_then(|f| f.call2(&JsValue::NULL, &tag.into(), &told).ok());
    if asked.is_none() {
        told.call0(&JsValue::NULL).ok();
    }
}
