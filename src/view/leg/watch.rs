//! Follows the size of an element, and of the text in it.

use leptos::{
    html::{Div, Span},
    prelude::*,
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys::{HtmlElement, ResizeObserver},
};

/// Calls `seen` once the element stands on the page, before it is painted, and whenever its size changes,
/// or that of a word in it.
pub fn watch_size(node: NodeRef<Div>, word: NodeRef<Span>, seen: impl Fn(&HtmlElement) + Clone + 'static) {
    node.on_load(move |element| {
        let element: HtmlElement = element.clone().unchecked_into();
        seen(&element);
        let watched = element.clone();
        let heard = Closure::<dyn Fn()>::new(move || seen(&watched));
        let Ok(observer) = ResizeObserver::new(heard.as_ref().unchecked_ref()) else {
            return;
        };
        observer.observe(&element);
        if let Some(word) = word.get_untracked() {
            observer.observe(&word);
        }
        // The closure lives as long as the observer may call it.
        let held = StoredValue::new_local((observer, heard));
        on_cleanup(move || {
            held.try_with_value(|(observer, _)| observer.disconnect());
        });
    });
}
