//! Timers: one that is set after every step for the next moment at which something shown changes, and one that runs on.

use std::{cell::RefCell, rc::Rc};

use gloo_timers::callback::{Interval, Timeout};

/// Milliseconds of a minute.
const MINUTE_MS: u32 = 60_000;

/// Calls once a minute for as long as the page lives: what is shown of the present does not grow old.
pub fn every_minute(tick: impl Fn() + 'static) {
    Interval::new(MINUTE_MS, tick).forget();
}

/// A timer that is replaced whenever it is set again.
#[derive(Default)]
pub struct Ticker {
    tick: RefCell<Option<Rc<dyn Fn()>>>,
    // Dropped, it is taken back.
    order: RefCell<Option<Timeout>>,
}

impl Ticker {
    /// Sets what is called; until then the timer stands still.
    pub fn on_tick(&self, tick: impl Fn() + 'static) {
        self.tick.replace(Some(Rc::new(tick)));
    }

    /// Calls once after `ms` milliseconds, and forgets any earlier order.
    pub fn set(&self, ms: Option<u32>) {
        let tick = self.tick.borrow().clone();
        let order = ms.zip(tick).map(|(ms, tick)| Timeout::new(ms, move || tick()));
        self.order.replace(order);
    }
}
