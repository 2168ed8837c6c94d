//! The rest of the program: what comes after its first part, which alone starts the app.

use wasm_bindgen::JsValue;

use super::{call, page};

/// Has the rest fetched and put in its place, once however often this is asked. `then` is told whether it is
/// here.
pub fn fetch(then: impl Fn(bool) + 'static) {
    let told = call::hearing(move |here| then(here.is_truthy()));
    let asked = page::boot_function("easedRest").and_then(|f| f.call1(&JsValue::NULL, &told).ok());
    if asked.is_none() {
        told.call1(&JsValue::NULL, &false.into()).ok();
    }
}
