//! A value that views follow.

use std::{cell::Cell, rc::Rc};

use leptos::prelude::{ArcTrigger, Notify as _};

use super::effect::track;

/// A value that views follow. A clone is the same one.
///
/// One trigger of Leptos' beside a cell: its signals hold a lock and guards, compiled anew for each type.
pub struct Seen<T>(Rc<(Cell<T>, ArcTrigger)>);

impl<T> Clone for Seen<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Copy> Seen<T> {
    /// What it is at first.
    pub fn new(value: T) -> Self {
        Self(Rc::new((Cell::new(value), ArcTrigger::new())))
    }

    /// What it is; a closure that a view follows, follows it.
    pub fn get(&self) -> T {
        track(&self.0.1);
        self.0.0.get()
    }

    /// What it is now.
    pub fn peek(&self) -> T {
        self.0.0.get()
    }

    /// Makes it something else.
    pub fn set(&self, value: T) {
        self.0.0.set(value);
        self.0.1.notify();
    }
}
