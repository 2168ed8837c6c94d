//! How the browser calls back: one kind of closure for all, since every kind is glue of its own in the
//! wasm and in its JavaScript.

use std::{cell::Cell, rc::Rc};

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};

use super::device;

/// What is called, perhaps within itself; what it returns goes back to the browser.
pub type Call = Box<dyn Fn(JsValue) -> JsValue>;

/// A function for the browser, which frees it when nothing there refers to it any more.
pub fn function(call: Call) -> Function {
    Closure::wrap(call).into_js_value().unchecked_into()
}

/// A function for the browser that returns nothing.
pub fn hearing(heard: impl Fn(JsValue) + 'static) -> Function {
    function(Box::new(move |value| {
        heard(value);
        JsValue::UNDEFINED
    }))
}

/// What something comes to: its value, or what went wrong.
pub type End = Result<JsValue, JsValue>;

#[wasm_bindgen]
extern "C" {
    // js-sys wants closures of its own kind here.
    type Thenable;

    #[wasm_bindgen(method)]
    fn then(this: &Thenable, well: &Function, ill: &Function) -> JsValue;
}

type Then = Box<dyn FnOnce(End)>;

/// Two functions for the browser: for a good end, and for a bad one. The first call of either is heard.
pub fn ends(then: Then) -> [Function; 2] {
    let well = Rc::new(Cell::new(Some(then)));
    let ill = well.clone();
    let tell = |then: &Cell<Option<Then>>, end| {
        if let Some(then) = then.take() {
            then(end);
        }
    };
    [hearing(move |value| tell(&well, Ok(value))), hearing(move |error| tell(&ill, Err(error)))]
}

/// Has a promise call one of two functions.
pub fn tell(promise: &Promise, well: &Function, ill: &Function) {
    promise.unchecked_ref::<Thenable>().then(well, ill);
}

/// Hears once what a promise comes to.
pub fn settled(promise: &Promise, then: Then) {
    let [well, ill] = ends(then);
    tell(promise, &well, &ill);
}

/// A property of something; undefined where there is none.
pub fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// Calls a method by its name, where there is one, for features that not every browser has.
pub fn method(of: &JsValue, name: &str, with: &JsValue) -> Option<JsValue> {
    get(of, name).dyn_into::<Function>().ok()?.call1(of, with).ok()
}

/// Calls a function after some milliseconds, once. `None` where there is no timer.
pub fn after(ms: i32, call: &Function) -> Option<()> {
    device::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(call, ms).ok()?;
    Some(())
}
