//! The session lock: the tab that runs the session holds a Web Lock.
//!
//! If the browser has no Web Locks, or does not answer, every request is granted: the epoch in the stored snapshot
//! still distinguishes the tabs.

use std::{
    cell::{Cell, RefCell},
    future::Future,
    rc::Rc,
};

use futures_channel::oneshot;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{
    device,
    timeout::{BROWSER_TIMEOUT_MS, TimedOut, with_timeout},
    unstable_api::LockManager,
};

/// The name of the Web Lock.
const LOCK_NAME: &str = "eased.session";

/// Whether the browser has Web Locks.
pub fn has_locks() -> bool {
    lock_manager().is_some()
}

/// The answer to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockAnswer {
    /// This tab holds the lock.
    Granted,
    /// Another tab holds it.
    Refused,
    /// This tab released the lock, or requested to steal it, before the browser answered.
    Withdrawn,
}

type Sender = oneshot::Sender<LockAnswer>;

#[derive(Default)]
enum State {
    #[default]
    Free,
    Requested,
    /// Calling the function resolves the promise that holds the lock.
    Held(Function),
}

#[derive(Default)]
struct Inner {
    state: RefCell<State>,
    /// The number of the last request: answers to earlier ones are ignored.
    request_number: Cell<u32>,
    /// Receives the answer to that request.
    requester: RefCell<Option<Sender>>,
    /// Receive the same answer: requests that were made while it was pending.
    waiting: RefCell<Vec<Sender>>,
    on_lost: RefCell<Option<Rc<dyn Fn()>>>,
}

/// The session lock. Clones share the same state.
#[derive(Clone, Default)]
pub struct SessionLock(Rc<Inner>);

impl SessionLock {
    /// Sets the function that is called when another tab has stolen the lock.
    pub fn on_lost(&self, callback: impl Fn() + 'static) {
        self.0.on_lost.replace(Some(Rc::new(callback)));
    }

    /// Whether this tab holds the lock.
    pub fn is_held(&self) -> bool {
        matches!(*self.0.state.borrow(), State::Held(_))
    }

    /// Whether the lock is neither held nor requested.
    pub fn is_free(&self) -> bool {
        matches!(*self.0.state.borrow(), State::Free)
    }

    /// Releases the lock, and withdraws a pending request.
    pub fn release(&self) {
        self.0.request_number.set(self.0.request_number.get() + 1);
        self.0.requester.take();
        self.0.waiting.take();
        if let State::Held(resolve) = self.0.state.replace(State::Free) {
            resolve.call0(&JsValue::NULL).ok();
        }
    }

    /// Requests the lock, or steals it from another tab. The request is made immediately, even if the answer is not
    /// awaited.
    ///
    /// While the lock is held or requested, another request shares its answer: the browser would refuse it, because
    /// this tab holds the lock.
    pub fn request(&self, steal: bool) -> impl Future<Output = LockAnswer> + use<> {
        let (sender, answer) = oneshot::channel();
        if steal || self.is_free() {
            self.ask_browser(steal, sender);
        } else if self.is_held() {
            sender.send(LockAnswer::Granted).ok();
        } else {
            self.0.waiting.borrow_mut().push(sender);
        }
        async move {
            match with_timeout(BROWSER_TIMEOUT_MS, answer).await {
                Ok(answer) => answer.unwrap_or(LockAnswer::Withdrawn),
                Err(TimedOut) => LockAnswer::Granted,
            }
        }
    }

    fn ask_browser(&self, steal: bool, sender: Sender) {
        let request = self.0.request_number.get() + 1;
        self.0.request_number.set(request);
        self.0.requester.replace(Some(sender));
        self.0.state.replace(State::Requested);
        let this = self.clone();
        let granted = Closure::once_into_js(move |lock: JsValue| this.on_answer(request, &lock));
        let Some(ended) = request_lock(steal, granted.unchecked_ref()) else {
            self.0.state.replace(State::Free);
            self.send_answer(LockAnswer::Granted);
            return;
        };
        let this = self.clone();
        spawn_local(async move {
            // The promise rejects if the request fails, or if another tab steals the lock.
            let is_rejected = JsFuture::from(ended).await.is_err();
            if is_rejected && this.0.request_number.get() == request {
                if let State::Held(_) = this.0.state.replace(State::Free) {
                    this.notify_lost();
                } else {
                    this.on_refused();
                }
            }
        });
    }

    /// The browser's answer: the lock, or null. The returned promise holds the lock until it settles.
    fn on_answer(&self, request: u32, lock: &JsValue) -> JsValue {
        if self.0.request_number.get() != request {
            return JsValue::UNDEFINED;
        }
        if lock.is_null() {
            self.0.state.replace(State::Free);
            self.on_refused();
            return JsValue::UNDEFINED;
        }
        let held = Promise::new(&mut |resolve, _| {
            self.0.state.replace(State::Held(resolve));
        });
        self.send_answer(LockAnswer::Granted);
        held.into()
    }

    /// Another tab holds the lock. If the request has timed out meanwhile, it counted as granted, and the lock is
    /// lost now.
    fn on_refused(&self) {
        if !self.send_answer(LockAnswer::Refused) {
            self.notify_lost();
        }
    }

    fn notify_lost(&self) {
        let callback = self.0.on_lost.borrow().clone();
        if let Some(callback) = callback {
            callback();
        }
    }

    /// Sends the answer to all receivers, and returns whether there was one.
    fn send_answer(&self, answer: LockAnswer) -> bool {
        let senders = self.0.requester.take().into_iter().chain(self.0.waiting.take());
        senders.filter_map(|sender| sender.send(answer).ok()).count() > 0
    }
}

fn lock_manager() -> Option<LockManager> {
    device::navigator_extras()?.locks()
}

fn request_lock(steal: bool, granted: &Function) -> Option<Promise> {
    let locks = lock_manager()?;
    let options = Object::new();
    let option = if steal { "steal" } else { "ifAvailable" };
    Reflect::set(&options, &option.into(), &JsValue::TRUE).ok()?;
    locks.request(LOCK_NAME, &options, granted).ok()
}
