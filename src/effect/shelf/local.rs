//! localStorage as a shelf. Every call may throw; an absent or forbidden one refuses.

use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Storage;

use crate::{
    effect::device,
    store::shelf::{Shelf, ShelfError},
};

/// The near store: written at once, read before the first paint.
pub struct Local {
    storage: Option<Storage>,
}

impl Local {
    /// localStorage, or a shelf that refuses where the browser has none or forbids it.
    pub fn open() -> Self {
        let storage = device::local_storage();
        Self { storage }
    }

    /// How many characters the text under a key has, as the browser counts them.
    pub fn length(&self, key: &str) -> u32 {
        let text = self.storage.as_ref().and_then(|storage| Reflect::get(storage, &key.into()).ok());
        text.and_then(|text| text.dyn_into::<JsString>().ok()).map_or(0, |text| text.length())
    }

    fn storage(&self) -> Result<&Storage, ShelfError> {
        self.storage.as_ref().ok_or(ShelfError::Refused)
    }
}

impl Shelf for Local {
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        let storage = self.storage()?;
        let count = storage.length().map_err(|e| why(&e))?;
        let key = |at| storage.key(at).map_err(|e| why(&e)).transpose();
        (0..count).filter_map(key).collect()
    }

    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.storage()?.get_item(key).map_err(|e| why(&e))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        self.storage()?.set_item(key, text).map_err(|e| why(&e))
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.storage()?.remove_item(key).map_err(|e| why(&e))
    }

    /// Without turning the text into Rust's UTF-8 and back, which would change broken UTF-16: garbage too
    /// is kept as it is.
    fn copy(&self, from: &str, to: &str) -> Result<(), ShelfError> {
        let storage = self.storage()?;
        let text = Reflect::get(storage, &from.into()).map_err(|e| why(&e))?;
        if !text.is_string() {
            return Err(ShelfError::Refused);
        }
        Reflect::set(storage, &to.into(), &text).map_err(|e| why(&e))?;
        let copy = Reflect::get(storage, &to.into()).map_err(|e| why(&e))?;
        if copy == text { Ok(()) } else { Err(ShelfError::Refused) }
    }
}

/// What an exception means. The name is the same in every engine; old ones only have the codes.
pub fn why(error: &JsValue) -> ShelfError {
    let get = |name: &str| Reflect::get(error, &name.into()).unwrap_or_default();
    let full = get("name") == "QuotaExceededError" || get("code") == 22 || get("code") == 1014;
    if full { ShelfError::Full } else { ShelfError::Refused }
}
