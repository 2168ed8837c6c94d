//! Bindings to browser APIs that `web-sys` lacks, or has only behind `--cfg=web_sys_unstable_apis`: the few members
//! that the app uses. What a browser may lack is an `Option`.

use js_sys::{Function, Object, Promise};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::{IdbDatabase, IdbTransaction, Navigator};

#[wasm_bindgen]
extern "C" {
    /// `Navigator` with Web Locks, Screen Wake Lock, and members that only Safari has.
    #[wasm_bindgen(extends = Navigator)]
    pub type NavigatorExtras;

    /// Web Locks; only in secure contexts.
    #[wasm_bindgen(method, getter)]
    pub fn locks(this: &NavigatorExtras) -> Option<LockManager>;

    /// Screen Wake Lock; only in secure contexts.
    #[wasm_bindgen(method, getter, js_name = wakeLock)]
    pub fn wake_lock(this: &NavigatorExtras) -> Option<WakeLock>;

    /// Audio Session API: how audio interacts with the ring switch and with other apps. Safari only.
    #[wasm_bindgen(method, getter, js_name = audioSession)]
    pub fn audio_session(this: &NavigatorExtras) -> Option<AudioSession>;

    /// Whether the app was started from the Home Screen. Safari on iPhone and iPad only.
    #[wasm_bindgen(method, getter)]
    pub fn standalone(this: &NavigatorExtras) -> Option<bool>;

    /// `LockManager`.
    pub type LockManager;

    /// Requests a lock. `granted` is called with the lock, or with null; the lock is held until the promise that it
    /// returns settles.
    #[wasm_bindgen(method, catch)]
    pub fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Result<Promise, JsValue>;

    /// `WakeLock`.
    pub type WakeLock;

    /// Requests a [`WakeLockSentinel`].
    #[wasm_bindgen(method, catch)]
    pub fn request(this: &WakeLock, kind: &str) -> Result<Promise, JsValue>;

    /// `WakeLockSentinel`.
    pub type WakeLockSentinel;

    /// Whether it was released, by the app or by the browser.
    #[wasm_bindgen(method, getter)]
    pub fn released(this: &WakeLockSentinel) -> bool;

    /// Releases the lock: the screen may turn off again.
    #[wasm_bindgen(method)]
    pub fn release(this: &WakeLockSentinel) -> Promise;

    /// `AudioSession`.
    pub type AudioSession;

    /// "playback", "ambient" and others.
    #[wasm_bindgen(method, setter, js_name = "type")]
    pub fn set_kind(this: &AudioSession, kind: &str);

    /// `IDBDatabase` whose transactions take options.
    #[wasm_bindgen(extends = IdbDatabase)]
    pub type IdbDatabaseWithOptions;

    /// Starts a transaction; `options` may contain `durability`.
    #[wasm_bindgen(method, catch, js_name = transaction)]
    pub fn transaction_with_options(
        this: &IdbDatabaseWithOptions,
        store: &str,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}
