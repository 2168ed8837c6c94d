//! One timer: it is set after every step for the next moment at which something shown changes.

use std::{cell::RefCell, rc::Rc};

use gloo_timers::callback::Timeout;

/// A timer that is replaced whenever it is set again.
#[derive(Default)]
pub struct Ticker {
    tick: RefCell<Option<Rc<dyn Fn()>>>,
    // Dropped, it is taken back.
    order: RefCell<Option<Timeout>>,
}

impl Ticker {
    /// Says what is to be called; until then the timer stands still.
    pub fn calls(&self, tick: impl Fn() + 'static) {
        self.tick.replace(Some(Rc::new(tick)));
    }

    /// Calls once after `ms` milliseconds, and forgets any earlier order.
    pub fn set(&self, ms: Option<u32>) {
        let tick = self.tick.borrow().clone();
        let order = ms.zip(tick).map(|(ms, tick)| Timeout::new(ms, move || tick()));
        self.order.replace(order);
    }
}
