//! Keeps the screen on while it is wished.
//!
//! By names, since `web-sys` hides the API behind an unstable flag.

use std::{cell::RefCell, rc::Rc};

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};

use super::{call, device};

#[derive(Default)]
struct State {
    wished: bool,
    asking: bool,
    /// The browser said no while the page was seen: it is asked again when the page comes back, not every second.
    refused: bool,
    sentinel: Option<JsValue>,
}

/// The wish for a screen that stays on.
#[derive(Clone, Default)]
pub struct WakeLock(Rc<RefCell<State>>);

impl WakeLock {
    /// Makes the wish true or lets it go; `refused` hears whether the screen may now go dark.
    pub fn wish(&self, wished: bool, refused: Box<dyn Fn(bool)>) {
        let mut state = self.0.borrow_mut();
        state.wished = wished;
        if !wished || device::is_hidden() {
            state.refused = false;
        }
        if !wished {
            if let Some(sentinel) = state.sentinel.take() {
                release(&sentinel);
            }
            return;
        }
        // A lock that the browser let go when the page was hidden is asked for again.
        let held = state.sentinel.as_ref().is_some_and(|s| !is_released(s));
        if held || state.asking || state.refused || device::is_hidden() {
            return;
        }
        let Some(asked) = request() else {
            state.refused = true;
            drop(state);
            refused(true);
            return;
        };
        state.asking = true;
        drop(state);
        let shared = self.clone();
        let answered = move |answer: Result<JsValue, JsValue>| {
            let mut state = shared.0.borrow_mut();
            state.asking = false;
            match answer {
                // The wish may have gone while the browser thought about it.
                Ok(sentinel) if state.wished => {
                    state.sentinel = Some(sentinel);
                    drop(state);
                    refused(false);
                }
                Ok(sentinel) => release(&sentinel),
                // Hidden pages are always refused; they ask again when they are seen.
                Err(_) if device::is_hidden() => {}
                Err(_) => {
                    state.refused = true;
                    drop(state);
                    refused(true);
                }
            }
        };
        call::settled(&asked, Box::new(answered));
    }
}

fn request() -> Option<Promise> {
    let wake_lock = call::get(&device::navigator()?.into(), "wakeLock");
    call::method(&wake_lock, "request", &"screen".into())?.dyn_into().ok()
}

fn is_released(sentinel: &JsValue) -> bool {
    call::get(sentinel, "released").is_truthy()
}

fn release(sentinel: &JsValue) {
    // It answers with a promise that nobody needs.
    call::method(sentinel, "release", &JsValue::UNDEFINED);
}
