//! Where the keyboard is, and how it gets back there.

use leptos::{
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement},
};

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

/// Remembers who has the focus when the view appears, and gives it back when it goes away.
#[derive(Clone, Copy)]
pub struct Lent(StoredValue<Option<HtmlElement>, LocalStorage>);

impl Lent {
    /// To be called while the view is being made.
    pub fn new() -> Self {
        let before = StoredValue::new_local(None::<HtmlElement>);
        on_cleanup(move || {
            let Some(before) = before.try_update_value(Option::take).flatten() else {
                return;
            };
            // One frame later: what closes now leaves the page first and takes the focus with it.
            request_animation_frame(move || {
                if before.is_connected() {
                    offer(&before);
                }
            });
        });
        Self(before)
    }

    /// To be called when the view is on the page, before it takes the focus.
    pub fn remember(self, near: &Element) {
        self.0.set_value(holder(near));
    }
}
