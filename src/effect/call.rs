//! How the browser calls back: one kind of closure for all, since every kind is glue of its own in the
//! wasm and in its JavaScript.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};

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

/// Hears once what a promise comes to.
pub fn settled(promise: Promise, then: Box<dyn FnOnce(Result<JsValue, JsValue>)>) {
    spawn_local(async move { then(JsFuture::from(promise).await) });
}

/// Calls a function after some milliseconds, once. `None` where there is no timer.
pub fn after(ms: i32, call: &Function) -> Option<()> {
    device::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(call, ms).ok()?;
    Some(())
}
