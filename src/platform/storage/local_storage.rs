//! localStorage as a key-value store. Calls may throw; a missing or forbidden localStorage refuses.

use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DomException, Storage};

use crate::{
    platform::device,
    storage::key_value_store::{KeyValueStore, StoreError},
};

/// localStorage, or a store that refuses.
pub struct LocalStorage {
    storage: Option<Storage>,
}

impl LocalStorage {
    /// Opens localStorage. If the browser has none or forbids it, all calls refuse.
    pub fn open() -> Self {
        let storage = device::local_storage();
        Self { storage }
    }

    /// The length of a text in UTF-16 code units. `Reflect` avoids copying the text to Wasm memory.
    pub fn length(&self, key: &str) -> u32 {
        let text = self.storage.as_ref().and_then(|storage| Reflect::get(storage, &key.into()).ok());
        text.and_then(|text| text.dyn_into::<JsString>().ok()).map_or(0, |text| text.length())
    }

    fn storage(&self) -> Result<&Storage, StoreError> {
        self.storage.as_ref().ok_or(StoreError::Refused)
    }
}

impl KeyValueStore for LocalStorage {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = self.storage()?;
        let count = storage.length().map_err(|e| store_error(&e))?;
        let key = |at| storage.key(at).map_err(|e| store_error(&e)).transpose();
        (0..count).filter_map(key).collect()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.storage()?.get_item(key).map_err(|e| store_error(&e))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.storage()?.set_item(key, text).map_err(|e| store_error(&e))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.storage()?.remove_item(key).map_err(|e| store_error(&e))
    }

    /// Copies without converting to UTF-8, which would replace unpaired surrogates.
    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let storage = self.storage()?;
        let text = Reflect::get(storage, &from.into()).map_err(|e| store_error(&e))?;
        if !text.is_string() {
            return Err(StoreError::Refused);
        }
        Reflect::set(storage, &to.into(), &text).map_err(|e| store_error(&e))?;
        let copy = Reflect::get(storage, &to.into()).map_err(|e| store_error(&e))?;
        if copy == text { Ok(()) } else { Err(StoreError::Refused) }
    }
}

/// Converts an exception. `NS_ERROR_DOM_QUOTA_REACHED` is Firefox's error for a full localStorage.
pub fn store_error(error: &JsValue) -> StoreError {
    let name = error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
    let is_full = ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"].contains(&name.as_str());
    if is_full { StoreError::Full } else { StoreError::Refused }
}
