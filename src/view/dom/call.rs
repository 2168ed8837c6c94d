//! Closures, each kind behind a trait of its own with one way to call it.
//!
//! A boxed `dyn Fn` also carries the ways of `FnMut` and `FnOnce`, which nobody takes: compiled for every
//! closure of every view they were a tenth of the program.

use web_sys::Event;

use super::{
    element::El,
    region::Els,
    value::{Value, Word},
};

/// Says what is shown now.
pub trait Now {
    /// What is shown now.
    fn now(&self) -> Option<Word>;
}

impl<V: Value, F: Fn() -> V> Now for F {
    fn now(&self) -> Option<Word> {
        self().word()
    }
}

/// Brings one thing on the page up to date.
pub trait Update {
    /// Does it.
    fn update(&mut self);
}

impl<F: FnMut()> Update for F {
    fn update(&mut self) {
        self();
    }
}

/// Answers with yes or no: whether a condition holds, whether a key has changed.
pub trait Asks {
    /// The answer now.
    fn answer(&self) -> bool;
}

impl<F: Fn() -> bool> Asks for F {
    fn answer(&self) -> bool {
        self()
    }
}

/// Makes the elements of a region.
pub trait Makes {
    /// New ones each time.
    fn make(&self) -> Els;
}

impl<E: Into<Els>, F: Fn() -> E> Makes for F {
    fn make(&self) -> Els {
        self().into()
    }
}

/// Names the rows of a list, in their order.
pub trait Names {
    /// The names now.
    fn names(&self) -> Vec<u32>;
}

impl<F: Fn() -> Vec<u32>> Names for F {
    fn names(&self) -> Vec<u32> {
        self()
    }
}

/// Makes a row of a list.
pub trait MakesRow {
    /// The row of this name.
    fn row(&self, name: u32) -> El;
}

impl<F: Fn(u32) -> El> MakesRow for F {
    fn row(&self, name: u32) -> El {
        self(name)
    }
}

/// Hears an event.
pub trait Hears {
    /// It happened.
    fn hear(&self, event: &Event);
}

impl<F: Fn(&Event)> Hears for F {
    fn hear(&self, event: &Event) {
        self(event);
    }
}
