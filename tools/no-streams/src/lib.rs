//! An empty stand-in for `wasm-streams`: the part of it that leptos' server functions name.
//!
//! Eased has no server and calls none of this. But the real crate hands JavaScript classes of its own to
//! the page, and no linker may drop what is handed out: without the stand-in every visitor would fetch
//! them, their promises and their glue.

use std::{
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;
use wasm_bindgen::{JsCast, JsValue};

/// A stream that has ended.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Keeps the browser's stream for [`ReadableStream::into_raw`].
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Lets the items go: there is nobody to send them to.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// The browser's stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Nothing.
    pub fn into_stream(self) -> IntoStream<'static> {
        IntoStream(PhantomData)
    }
}

/// No items.
#[derive(Debug)]
pub struct IntoStream<'reader>(PhantomData<&'reader ()>);

impl Stream for IntoStream<'_> {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
