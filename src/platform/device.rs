//! The device and its browser: what they are, and a few handles that everyone here needs.

#![expect(
    clippy::disallowed_methods,
    reason = "the browser's objects are fetched here, so that nobody else needs to"
)]

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

/// The navigator, with what `web-sys` has not.
pub(super) fn navigator_extras() -> Option<NavigatorExtras> {
    navigator().map(JsCast::unchecked_into)
}

/// The browser's localStorage, where the page may use it.
pub fn local_storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// Whether the page is hidden.
pub fn is_hidden() -> bool {
    document().is_some_and(|d| d.hidden())
}

/// What to call in an emergency in the region that the browser's languages name, where that is known for certain.
pub fn emergency_number() -> Option<&'static str> {
    let tags: Vec<String> = language_tags().collect();
    let zone = clock::time_zone_name();
    emergency::emergency_number(tags.iter().map(String::as_str), zone.as_deref())
}

/// The languages that the browser asks for, the first one first.
pub fn language_tags() -> impl Iterator<Item = String> {
    let tags = navigator().map(|n| n.languages()).unwrap_or_default();
    tags.into_iter().filter_map(|tag: JsValue| tag.as_string())
}

/// Whether this is an iPhone's or iPad's browser and not the app on its Home Screen: the two keep
/// separate storage.
pub fn is_ios_browser() -> bool {
    // Only Apple's mobile browsers have the property at all, so it also names the family.
    navigator_extras().and_then(|navigator| navigator.standalone()) == Some(false)
}

/// A new random name for a session.
pub fn new_session_id() -> SessionId {
    let mut bytes = [0u8; 10];
    let random = window()
        .and_then(|w| w.crypto().ok())
        .and_then(|c| c.get_random_values_with_u8_array(&mut bytes).ok());
    if random.is_none() {
        // Without a source of randomness the clock must do: names need to differ, not to be secret.
        let now = super::clock::now();
        let seed = now.unix_ms.to_le_bytes().into_iter().chain(now.mono_ms.to_le_bytes());
        for (byte, seed) in bytes.iter_mut().zip(seed) {
            *byte ^= seed;
        }
    }
    SessionId::from_random(bytes)
}

/// Runs something once the present turn of the browser is over, before it paints.
pub fn after_this_turn(then: impl FnOnce() + 'static) {
    spawn_local(async move { then() });
}
