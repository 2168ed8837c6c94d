//! Keeps the screen on while that is wanted.

use std::{cell::RefCell, rc::Rc};

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{
    device,
    patience::{PATIENCE_MS, notice_if_late},
    unstable_api::WakeLockSentinel,
};

#[derive(Default)]
struct State {
    wanted: bool,
    requested: bool,
    /// The browser said no while the page was seen: it is asked again when the page comes back, not every second.
    refused: bool,
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
    /// Sets what is called when the screen may go dark although it is wanted on, and when it may not any more.
    pub fn on_change(&self, may_sleep: impl Fn(bool) + 'static) {
        self.on_change.replace(Some(Rc::new(may_sleep)));
    }

    /// Requests the wake lock, or lets it go.
    pub fn set_wanted(&self, wanted: bool) {
        let mut state = self.state.borrow_mut();
        state.wanted = wanted;
        if !wanted || device::is_hidden() {
            state.refused = false;
        }
        if !wanted {
            if let Some(sentinel) = state.sentinel.take() {
                release(&sentinel);
            }
            return;
        }
        // A lock that the browser let go when the page was hidden is requested again.
        let held = state.sentinel.as_ref().is_some_and(|sentinel| !sentinel.released());
        if held || state.requested || state.refused || device::is_hidden() {
            return;
        }
        let Some(requested) = request() else {
            state.refused = true;
            drop(state);
            return self.changed(true);
        };
        state.requested = true;
        let this = self.clone();
        spawn_local(async move {
            let requested = JsFuture::from(requested);
            let answer = notice_if_late(PATIENCE_MS, requested, || this.unanswered()).await;
            this.answered(answer.ok().map(JsCast::unchecked_into));
        });
    }

    /// Until it is granted, the screen may go dark.
    fn unanswered(&self) {
        if self.state.borrow().wanted && !device::is_hidden() {
            self.changed(true);
        }
    }

    fn answered(&self, answer: Option<WakeLockSentinel>) {
        let mut state = self.state.borrow_mut();
        state.requested = false;
        match answer {
            // It may not be wanted any more.
            Some(sentinel) if !state.wanted => return release(&sentinel),
            Some(sentinel) => state.sentinel = Some(sentinel),
            // Hidden pages are always refused; they ask again when they are seen.
            None if device::is_hidden() => return,
            None => state.refused = true,
        }
        let refused = state.refused;
        drop(state);
        self.changed(refused);
    }

    fn changed(&self, may_sleep: bool) {
        let on_change = self.on_change.borrow().clone();
        if let Some(on_change) = on_change {
            on_change(may_sleep);
        }
    }
}

fn request() -> Option<Promise> {
    device::navigator_extras()?.wake_lock()?.request("screen").ok()
}

fn release(sentinel: &WakeLockSentinel) {
    // Nobody needs the answer; awaited, a rejection is not reported as unhandled.
    let released = sentinel.release();
    spawn_local(async move { drop(JsFuture::from(released).await) });
}
