//! Screen Wake Lock: keeps the screen on while the app requests it.

use std::{cell::RefCell, rc::Rc};

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{
    device,
    timeout::{BROWSER_TIMEOUT_MS, call_if_late},
    unstable_api::WakeLockSentinel,
};

#[derive(Default)]
struct State {
    is_wanted: bool,
    is_requested: bool,
    /// The browser refused while the page was visible. It is asked again when the page becomes visible again, not
    /// with each tick.
    is_refused: bool,
    sentinel: Option<WakeLockSentinel>,
}

type OnChange = Rc<dyn Fn(bool)>;

/// The screen's wake lock.
#[derive(Clone, Default)]
pub struct WakeLock {
    state: Rc<RefCell<State>>,
    on_change: Rc<RefCell<Option<OnChange>>>,
}

impl WakeLock {
    /// Sets the function that is called with whether the screen may turn off although it should stay on.
    pub fn on_change(&self, callback: impl Fn(bool) + 'static) {
        self.on_change.replace(Some(Rc::new(callback)));
    }

    /// Requests or releases the wake lock.
    pub fn set_wanted(&self, is_wanted: bool) {
        let mut state = self.state.borrow_mut();
        state.is_wanted = is_wanted;
        if !is_wanted || device::is_hidden() {
            state.is_refused = false;
        }
        if !is_wanted {
            if let Some(sentinel) = state.sentinel.take() {
                release(&sentinel);
            }
            return;
        }
        // The browser releases the lock when the page is hidden; then it is requested again.
        let is_held = state.sentinel.as_ref().is_some_and(|sentinel| !sentinel.released());
        if is_held || state.is_requested || state.is_refused || device::is_hidden() {
            return;
        }
        let Some(promise) = request() else {
            state.is_refused = true;
            drop(state);
            return self.notify(true);
        };
        state.is_requested = true;
        let this = self.clone();
        spawn_local(async move {
            let promise = JsFuture::from(promise);
            let answer = call_if_late(BROWSER_TIMEOUT_MS, promise, || this.on_late()).await;
            this.on_answer(answer.ok().map(JsCast::unchecked_into));
        });
    }

    /// The browser has not answered in time: until it grants the lock, the screen may turn off.
    fn on_late(&self) {
        if self.state.borrow().is_wanted && !device::is_hidden() {
            self.notify(true);
        }
    }

    fn on_answer(&self, answer: Option<WakeLockSentinel>) {
        let mut state = self.state.borrow_mut();
        state.is_requested = false;
        match answer {
            // It may no longer be requested.
            Some(sentinel) if !state.is_wanted => return release(&sentinel),
            Some(sentinel) => state.sentinel = Some(sentinel),
            // A hidden page is always refused; it asks again when it is visible.
            None if device::is_hidden() => return,
            None => state.is_refused = true,
        }
        let is_refused = state.is_refused;
        drop(state);
        self.notify(is_refused);
    }

    fn notify(&self, may_sleep: bool) {
        let callback = self.on_change.borrow().clone();
        if let Some(callback) = callback {
            callback(may_sleep);
        }
    }
}

fn request() -> Option<Promise> {
    device::navigator_extras()?.wake_lock()?.request("screen").ok()
}

fn release(sentinel: &WakeLockSentinel) {
    // Awaited only so that a rejection is not reported as unhandled.
    let released = sentinel.release();
    spawn_local(async move { drop(JsFuture::from(released).await) });
}
