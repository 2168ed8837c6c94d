//! Which tab runs the session: one Web Lock, held for as long as it is wished.
//!
//! Through `Reflect`, since `web-sys` hides the API behind an unstable flag. Where the browser has no
//! locks, every tab is granted: the epoch inside the stored record still tells them apart.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{call, device};

const NAME: &str = "eased.session";

/// What became of a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// This tab holds the lock.
    Granted,
    /// Another tab holds it.
    Refused,
    /// Another tab took it away.
    Lost,
}

/// Who hears the answer.
type Asker = Rc<dyn Fn(Answer)>;

#[derive(Default)]
enum State {
    #[default]
    Free,
    Asking,
    /// Calling this ends the promise on which the lock hangs.
    Held(Function),
}

/// The session's lock.
#[derive(Clone, Default)]
pub struct Lock {
    state: Rc<RefCell<State>>,
    /// Not more than one request counts: an answer to an earlier one is stale.
    turn: Rc<RefCell<u32>>,
    /// Who asked while it was asked for, and hears the same answer.
    others: Rc<RefCell<Vec<Asker>>>,
}

impl Lock {
    /// Whether this tab holds the lock.
    pub fn is_held(&self) -> bool {
        matches!(*self.state.borrow(), State::Held(_))
    }

    /// Whether nothing is held or under way.
    pub fn is_free(&self) -> bool {
        matches!(*self.state.borrow(), State::Free)
    }

    /// Lets the lock go.
    pub fn release(&self) {
        *self.turn.borrow_mut() += 1;
        self.others.take();
        if let State::Held(end) = self.state.replace(State::Free) {
            end.call0(&JsValue::NULL).ok();
        }
    }

    /// Asks for the lock, or takes it (`steal`); `answer` hears what came of it, and later if it is lost.
    ///
    /// While it is held or asked for, another wish is that same one: asked again, the browser would refuse, because this
    /// very tab holds the lock. Whoever asked first hears that it is lost.
    pub fn request(&self, steal: bool, answer: Asker) {
        if !steal && self.is_held() {
            return answer(Answer::Granted);
        }
        if !steal && !self.is_free() {
            return self.others.borrow_mut().push(answer);
        }
        let turn = {
            let mut turn = self.turn.borrow_mut();
            *turn += 1;
            *turn
        };
        self.state.replace(State::Asking);
        let granted = {
            let (this, answer) = (self.clone(), answer.clone());
            call::function(Box::new(move |lock| this.granted(turn, &lock, answer.as_ref())))
        };
        let Some(request) = ask(steal, &granted) else {
            self.state.replace(State::Free);
            return self.tell(answer.as_ref(), Answer::Granted);
        };
        let this = self.clone();
        let ended = move |end: Result<JsValue, JsValue>| {
            let current = *this.turn.borrow() == turn;
            if end.is_err() && current {
                let was_held = matches!(this.state.replace(State::Free), State::Held(_));
                this.tell(answer.as_ref(), if was_held { Answer::Lost } else { Answer::Refused });
            }
        };
        call::settled(&request, Box::new(ended));
    }

    fn granted(&self, turn: u32, lock: &JsValue, answer: &dyn Fn(Answer)) -> JsValue {
        let current = *self.turn.borrow() == turn;
        if lock.is_null() || !current {
            if current {
                self.state.replace(State::Free);
                self.tell(answer, Answer::Refused);
            }
            return JsValue::UNDEFINED;
        }
        let state = self.state.clone();
        // The lock lasts as long as this promise.
        let held = Promise::new(&mut |resolve, _| {
            state.replace(State::Held(resolve));
        });
        self.tell(answer, Answer::Granted);
        held.into()
    }

    fn tell(&self, first: &dyn Fn(Answer), what: Answer) {
        first(what);
        for other in self.others.take() {
            other(what);
        }
    }
}

fn ask(steal: bool, granted: &JsValue) -> Option<Promise> {
    let navigator = device::navigator()?;
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    let option = if steal { "steal" } else { "ifAvailable" };
    Reflect::set(&options, &option.into(), &JsValue::TRUE).ok()?;
    request.call3(&locks, &NAME.into(), &options, granted).ok()?.dyn_into().ok()
}
