//! IndexedDB's requests and transactions as futures.
//!
//! With `web-sys` instead of a crate. `idb` 0.6.5 has no way to ask for strict durability.
//! `indexed_db_futures` 0.6.4 has one, but its `Transaction::commit` drops the transaction's error when the browser
//! aborts it: a full disk, which some engines report only then, could not be distinguished from other failures. It
//! would also add 50 crates, including tokio and seven procedural macros.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbRequest, IdbTransaction};

/// The result of a request.
///
/// Inside a transaction, await only such results: a promise settled by an IndexedDB event continues in a microtask of
/// that event, while the transaction is still active.
///
/// # Errors
/// The request's own error.
pub async fn result(request: Result<IdbRequest, JsValue>) -> Result<JsValue, JsValue> {
    let request = request?;
    let ended = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(ended).await {
        Ok(_) => request.result(),
        Err(event) => Err(request.error()?.map_or(event, JsValue::from)),
    }
}

/// A promise that settles when a transaction completes or aborts. Call it before the first request.
pub fn transaction_end(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}
