//! The device and its browser: their properties, and access to the browser's global objects.

#![expect(clippy::disallowed_methods, reason = "the global objects are accessed only here")]

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, HtmlElement, Navigator, Storage, Window};

use super::{clock, unstable_api::NavigatorExtras};
use crate::domain::{emergency, session::SessionId};

/// The window.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The `html` element.
pub fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// The navigator.
pub fn navigator() -> Option<Navigator> {
    window().map(|w| w.navigator())
}

/// The navigator, with members that `web-sys` lacks.
pub(super) fn navigator_extras() -> Option<NavigatorExtras> {
    navigator().map(JsCast::unchecked_into)
}

/// localStorage; `None` if the page may not use it.
pub fn local_storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// Whether the page is hidden.
pub fn is_hidden() -> bool {
    document().is_some_and(|d| d.hidden())
}

/// The emergency number of the region that the browser's languages and time zone determine; `None` if it is not
/// certain.
pub fn emergency_number() -> Option<&'static str> {
    let tags: Vec<String> = language_tags().collect();
    let zone = clock::time_zone_name();
    emergency::emergency_number(tags.iter().map(String::as_str), zone.as_deref())
}

/// The browser's preferred languages (`navigator.languages`), the most preferred first.
pub fn language_tags() -> impl Iterator<Item = String> {
    let tags = navigator().map(|n| n.languages()).unwrap_or_default();
    tags.into_iter().filter_map(|tag: JsValue| tag.as_string())
}

/// Whether this is a browser on an iPhone or iPad and not the installed app. The two have separate storage.
pub fn is_ios_browser() -> bool {
    // Only Safari on iPhone and iPad has this property.
    navigator_extras().and_then(|navigator| navigator.standalone()) == Some(false)
}

/// A new random id for a session.
pub fn new_session_id() -> SessionId {
    let mut bytes = [0u8; 10];
    let random = window()
        .and_then(|w| w.crypto().ok())
        .and_then(|c| c.get_random_values_with_u8_array(&mut bytes).ok());
    if random.is_none() {
        // Without `crypto` the clock is enough: ids have to be unique, not secret.
        let now = super::clock::now();
        let seed = now.unix_ms.to_le_bytes().into_iter().chain(now.mono_ms.to_le_bytes());
        for (byte, seed) in bytes.iter_mut().zip(seed) {
            *byte ^= seed;
        }
    }
    SessionId::from_random(bytes)
}

/// Runs a function in a microtask: after the current task's code, before the browser paints.
pub fn queue_microtask(function: impl FnOnce() + 'static) {
    spawn_local(async move { function() });
}
