//! Which tab runs the session: one Web Lock, held for as long as it is wanted.
//!
//! Where the browser has no locks, or does not answer, every tab is granted: the epoch inside the stored record still
//! tells them apart.

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
    patience::{PATIENCE_MS, TimedOut, within},
    unstable_api::LockManager,
};

const NAME: &str = "eased.session";

/// Whether the browser has locks.
pub fn has_locks() -> bool {
    lock_manager().is_some()
}

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockAnswer {
    /// This tab holds the lock.
    Granted,
    /// Another tab holds it.
    Refused,
    /// The lock was released, or stolen by this very tab, before the browser answered.
    Withdrawn,
}

type Sender = oneshot::Sender<LockAnswer>;

#[derive(Default)]
enum State {
    #[default]
    Free,
    Requested,
    /// Calling this ends the promise on which the lock hangs.
    Held(Function),
}

#[derive(Default)]
struct Inner {
    state: RefCell<State>,
    /// Number of the last request: an answer to an earlier one is stale.
    request: Cell<u32>,
    /// Who made that request.
    asker: RefCell<Option<Sender>>,
    /// Who asked while it was under way, and hears the same answer.
    others: RefCell<Vec<Sender>>,
    on_lost: RefCell<Option<Rc<dyn Fn()>>>,
}

/// The session's lock.
#[derive(Clone, Default)]
pub struct SessionLock(Rc<Inner>);

impl SessionLock {
    /// Sets what is called when another tab has taken the lock away.
    pub fn on_lost(&self, lost: impl Fn() + 'static) {
        self.0.on_lost.replace(Some(Rc::new(lost)));
    }

    /// Whether this tab holds the lock.
    pub fn is_held(&self) -> bool {
        matches!(*self.0.state.borrow(), State::Held(_))
    }

    /// Whether the lock is neither held nor requested.
    pub fn is_free(&self) -> bool {
        matches!(*self.0.state.borrow(), State::Free)
    }

    /// Lets the lock go.
    pub fn release(&self) {
        self.0.request.set(self.0.request.get() + 1);
        self.0.asker.take();
        self.0.others.take();
        if let State::Held(end) = self.0.state.replace(State::Free) {
            end.call0(&JsValue::NULL).ok();
        }
    }

    /// Requests the lock, or takes it from another tab (`steal`). The request is made at once, whether or not the
    /// answer is awaited.
    ///
    /// While the lock is held or requested, another request is that same one: asked again, the browser would refuse,
    /// because this very tab holds the lock.
    pub fn request(&self, steal: bool) -> impl Future<Output = LockAnswer> + use<> {
        let (sender, answer) = oneshot::channel();
        if steal || self.is_free() {
            self.ask_browser(steal, sender);
        } else if self.is_held() {
            sender.send(LockAnswer::Granted).ok();
        } else {
            self.0.others.borrow_mut().push(sender);
        }
        async move {
            match within(PATIENCE_MS, answer).await {
                Ok(answer) => answer.unwrap_or(LockAnswer::Withdrawn),
                Err(TimedOut) => LockAnswer::Granted,
            }
        }
    }

    fn ask_browser(&self, steal: bool, sender: Sender) {
        let request = self.0.request.get() + 1;
        self.0.request.set(request);
        self.0.asker.replace(Some(sender));
        self.0.state.replace(State::Requested);
        let this = self.clone();
        let granted = Closure::once_into_js(move |lock: JsValue| this.granted(request, &lock));
        let Some(ended) = request_lock(steal, granted.unchecked_ref()) else {
            self.0.state.replace(State::Free);
            self.answer(LockAnswer::Granted);
            return;
        };
        let this = self.clone();
        spawn_local(async move {
            // It rejects when the lock is refused, or stolen by another tab.
            let rejected = JsFuture::from(ended).await.is_err();
            if rejected && this.0.request.get() == request {
                if let State::Held(_) = this.0.state.replace(State::Free) {
                    this.lost();
                } else {
                    this.refused();
                }
            }
        });
    }

    /// The browser has decided; what is returned keeps the lock until it settles.
    fn granted(&self, request: u32, lock: &JsValue) -> JsValue {
        if self.0.request.get() != request {
            return JsValue::UNDEFINED;
        }
        if lock.is_null() {
            self.0.state.replace(State::Free);
            self.refused();
            return JsValue::UNDEFINED;
        }
        let held = Promise::new(&mut |resolve, _| {
            self.0.state.replace(State::Held(resolve));
        });
        self.answer(LockAnswer::Granted);
        held.into()
    }

    /// Another tab holds the lock. If nobody waits for the answer any more, the lock was taken as granted meanwhile.
    fn refused(&self) {
        if !self.answer(LockAnswer::Refused) {
            self.lost();
        }
    }

    fn lost(&self) {
        let lost = self.0.on_lost.borrow().clone();
        if let Some(lost) = lost {
            lost();
        }
    }

    /// Answers whoever waits, and returns whether anybody did.
    fn answer(&self, answer: LockAnswer) -> bool {
        let senders = self.0.asker.take().into_iter().chain(self.0.others.take());
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
    locks.request(NAME, &options, granted).ok()
}
