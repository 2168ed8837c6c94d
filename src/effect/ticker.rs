//! One timer: it is set after every step for the next moment at which something shown changes.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;

/// A timer that is replaced whenever it is set again. Dropping it frees it.
#[derive(Default)]
pub struct Ticker(RefCell<Option<Timeout>>);

impl Ticker {
    /// Calls `tick` once after `ms` milliseconds, and forgets any earlier order.
    pub fn set(&self, ms: Option<u32>, tick: impl FnOnce() + 'static) {
        let timer = ms.map(|ms| Timeout::new(ms, tick));
        self.0.replace(timer);
    }
}
