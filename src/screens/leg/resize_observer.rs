//! A `ResizeObserver` bound to the current reactive owner.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};

/// Calls `on_resize` whenever the size of one of the elements changes, until the current owner is cleaned up.
///
/// `leptos_use::use_resize_observer` is not used: the dependency would be added for these few lines only.
pub fn observe_size(elements: [&Element; 2], on_resize: impl Fn() + 'static) {
    let callback = Closure::<dyn Fn()>::new(on_resize);
    let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else {
        return;
    };
    for element in elements {
        observer.observe(element);
    }
    // The closure has to live as long as the observer may call it.
    let observation = StoredValue::new_local(Some((observer, callback)));
    on_cleanup(move || {
        if let Some((observer, _callback)) = observation.try_update_value(Option::take).flatten() {
            observer.disconnect();
        }
    });
}
