//! What was made together lives, follows and goes together.

use std::{
    any::Any,
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::untrack;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, EventTarget};

use super::{
    call::{Hears, Makes, Update},
    effect::{Effect, after},
    element::El,
    page::window,
};

thread_local! {
    /// The regions that are being made, the innermost last.
    static MAKING: RefCell<Vec<Making>> = const { RefCell::new(Vec::new()) };
}

/// What a region that is being made will be.
#[derive(Default)]
struct Making {
    updates: Vec<Box<dyn Update>>,
    kept: Vec<Box<dyn Any>>,
}

/// Elements side by side, or none.
#[derive(Default)]
pub struct Els(Vec<El>);

impl Els {
    pub(super) fn each(&self) -> impl Iterator<Item = &El> {
        self.0.iter()
    }

    pub(super) fn drain(&mut self) -> impl Iterator<Item = El> {
        self.0.drain(..)
    }
}

impl From<El> for Els {
    fn from(el: El) -> Self {
        Self(vec![el])
    }
}

impl From<Option<El>> for Els {
    fn from(el: Option<El>) -> Self {
        Self(el.into_iter().collect())
    }
}

impl From<Vec<El>> for Els {
    fn from(els: Vec<El>) -> Self {
        Self(els)
    }
}

impl<const N: usize> From<[El; N]> for Els {
    fn from(els: [El; N]) -> Self {
        Self(els.into())
    }
}

impl IntoIterator for Els {
    type Item = El;
    type IntoIter = std::vec::IntoIter<El>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Makes a view inside an element of the page, for as long as the page lives.
pub fn mount(inside: Element, make: impl FnOnce(El) + 'static) {
    let region = Region::default();
    let once = Cell::new(Some((make, inside)));
    region.make(&|| {
        if let Some((make, inside)) = once.take() {
            make(El::from(inside));
        }
        Els::default()
    });
    std::mem::forget(region);
}

/// Keeps a thing for as long as the region that is being made; outside of any, for good.
pub fn keep(thing: impl Any) {
    let thing: Box<dyn Any> = Box::new(thing);
    MAKING.with_borrow_mut(|making| match making.last_mut() {
        Some(region) => region.kept.push(thing),
        None => std::mem::forget(thing),
    });
}

/// Hears an event of a target until what comes back is dropped.
#[must_use = "dropped at once, it hears nothing"]
pub fn listen(target: &EventTarget, name: &'static str, heard: impl Fn(&Event) + 'static) -> Listener {
    hear(target, name, Box::new(heard))
}

// One copy, whatever is heard.
fn hear(target: &EventTarget, name: &'static str, heard: Box<dyn Hears>) -> Listener {
    let heard: Closure<dyn FnMut(Event)> = Closure::new(move |event| heard.hear(&event));
    target.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref()).ok();
    Listener { target: target.clone(), name, heard }
}

/// An ear on a target.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    heard: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.target.remove_event_listener_with_callback(self.name, self.heard.as_ref().unchecked_ref()).ok();
    }
}

/// When what is being made stands on the page, and before it is painted; never if it is gone again by then,
/// and its signals with it.
pub fn soon(then: impl FnOnce() + 'static) {
    let mut then: Box<dyn FnOnce()> = Box::new(then);
    // Nothing is being made when an event is heard.
    if MAKING.with_borrow(|making| !making.is_empty()) {
        let there = Rc::new(());
        let still_there = Rc::downgrade(&there);
        keep(there);
        then = Box::new(move || {
            if still_there.strong_count() > 0 {
                then();
            }
        });
    }
    after(then);
}

/// In the next frame, whatever is still there then: only elements may be touched, no signals of a region.
pub fn frame_later(then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    window().request_animation_frame(then.unchecked_ref()).ok();
}

/// Runs when the region is made and whenever a signal of it changes.
pub fn follow(update: impl Update + 'static) {
    keep_true(Box::new(update));
}

// One copy, whatever follows.
fn keep_true(update: Box<dyn Update>) {
    MAKING.with_borrow_mut(|making| {
        if let Some(region) = making.last_mut() {
            region.updates.push(update);
        }
    });
}

/// What was made together: all that it keeps, its effect too.
#[derive(Default)]
pub(super) struct Region(RefCell<Vec<Box<dyn Any>>>);

impl Region {
    /// Ends what was made here: it follows and hears nothing any more. Its elements are the caller's to
    /// remove, afterwards: one that has the focus would otherwise still be heard losing it.
    pub(super) fn end(&self) {
        drop(self.0.take());
    }

    /// Makes something where nothing is, or where it has ended.
    pub(super) fn make(&self, build: &dyn Makes) -> Els {
        untrack(|| self.follow(build))
    }

    fn follow(&self, build: &dyn Makes) -> Els {
        MAKING.with_borrow_mut(|making| making.push(Making::default()));
        let els = build.make();
        let Making { updates, mut kept } = MAKING.with_borrow_mut(Vec::pop).unwrap_or_default();
        if !updates.is_empty() {
            kept.push(Box::new(Effect::new(updates)));
        }
        self.0.replace(kept);
        els
    }
}

/// An inner region ends with the outer one.
pub(super) struct Ends(pub(super) Rc<Region>);

impl Drop for Ends {
    fn drop(&mut self) {
        self.0.end();
    }
}
