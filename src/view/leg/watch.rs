//! Follows the size of an element, and of the text in it.

use std::rc::Rc;

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::ResizeObserver;

use crate::view::dom::{El, keep, soon};

/// Calls `seen` once what is being made stands on the page, before it is painted, and whenever the size of one
/// of the elements changes.
pub fn watch_size(elements: [&El; 2], seen: Rc<dyn Fn()>) {
    let first = seen.clone();
    soon(move || first());
    let heard = Closure::<dyn Fn()>::new(move || seen());
    let Ok(observer) = ResizeObserver::new(heard.as_ref().unchecked_ref()) else {
        return;
    };
    for element in elements {
        observer.observe(element);
    }
    keep(Watch { observer, _heard: heard });
}

/// The closure lives as long as the observer may call it.
struct Watch {
    observer: ResizeObserver,
    _heard: Closure<dyn Fn()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
