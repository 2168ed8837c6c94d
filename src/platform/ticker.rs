//! Timers: one that is rescheduled after each event, and one that fires every minute.

use std::{cell::RefCell, rc::Rc};

use gloo_timers::callback::{Interval, Timeout};

/// One minute in milliseconds.
const MINUTE_MS: u32 = 60_000;

/// Calls `tick` once a minute for the lifetime of the page, so that the times that are shown stay current.
pub fn every_minute(tick: impl Fn() + 'static) {
    Interval::new(MINUTE_MS, tick).forget();
}

/// A timer that fires once; scheduling it again replaces the previous schedule.
#[derive(Default)]
pub struct Ticker {
    tick: RefCell<Option<Rc<dyn Fn()>>>,
    // Dropping it cancels the timer.
    timeout: RefCell<Option<Timeout>>,
}

impl Ticker {
    /// Sets the function to call. Until then, the timer does nothing.
    pub fn on_tick(&self, tick: impl Fn() + 'static) {
        self.tick.replace(Some(Rc::new(tick)));
    }

    /// Calls the function once after `ms` milliseconds, and cancels the previous schedule. `None` only cancels.
    pub fn schedule(&self, ms: Option<u32>) {
        let tick = self.tick.borrow().clone();
        let timeout = ms.zip(tick).map(|(ms, tick)| Timeout::new(ms, move || tick()));
        self.timeout.replace(timeout);
    }
}
