//! Hands a text to the person as a file.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::{call, device};

/// Offers `text` for download under `name`. Returns whether the browser took it.
pub fn offer(name: &str, text: &str) -> bool {
    download(name, text).is_ok()
}

fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let parts = Array::of1(&text.into());
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = device::document().ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser reads the address after the click; it may go once this turn is over.
    let revoke = call::hearing(move |_| {
        Url::revoke_object_url(&url).ok();
    });
    call::after(10_000, &revoke);
    Ok(())
}
