//! Where the keyboard is, and how it gets back there.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::view::dom::{frame_later, keep};

/// Gives the focus to the first element inside that the selector names.
pub fn first(inside: &Element, selector: &str) {
    let found = inside.query_selector(selector).ok().flatten();
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        found.focus().ok();
    }
}

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
#[derive(Clone)]
pub struct Lent(Rc<Before>);

struct Before(Cell<Option<HtmlElement>>);

impl Lent {
    /// To be called while the view is being made.
    pub fn new() -> Self {
        let lent = Self(Rc::new(Before(Cell::new(None))));
        keep(lent.clone());
        lent
    }

    /// To be called when the view is on the page, before it takes the focus.
    pub fn remember(self, near: &Element) {
        self.0.0.set(holder(near));
    }
}

impl Drop for Before {
    fn drop(&mut self) {
        let Some(before) = self.0.take() else { return };
        // One frame later: what closes now leaves the page first and takes the focus with it.
        frame_later(move || {
            if before.is_connected() {
                offer(&before);
            }
        });
    }
}
