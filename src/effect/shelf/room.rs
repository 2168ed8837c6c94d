//! A store is full: copies that are safe elsewhere go. It comes with the rest of the program.

use std::cell::{Cell, RefCell};

use super::{
    Shelves, Spoilt,
    db::{Done, Order},
};
use crate::store::{
    keys,
    room::{self, Copy},
    shelf::{Shelf as _, ShelfError},
};

thread_local! {
    /// Texts that a backup has taken along since the app was opened.
    static EXPORTED: RefCell<Vec<Copy>> = RefCell::default();
    /// How often room was made in localStorage.
    static MADE: Cell<u32> = const { Cell::new(0) };
}

/// From now on room is made where there is none.
pub fn make_room_when_full(shelves: &Shelves) {
    shelves.0.make_room.set(Some(make_room));
}

/// A backup with these texts was taken: their copies may go when there is no room.
pub fn exported(texts: &[Spoilt]) {
    let copies = texts.iter().map(|(key, text)| (key.clone(), Some(text.clone())));
    EXPORTED.replace(copies.collect());
}

/// Makes some room in both stores, then tells whether any could be made.
pub fn make_some_room(shelves: &Shelves, told: Box<dyn FnOnce(bool)>) {
    let this = shelves.clone();
    let then_near = move |far| make_room(&this, false, 0, Box::new(move |near| told(near || far)));
    make_room(shelves, true, 0, Box::new(then_near));
}

/// Makes room for so many characters in one of the stores, then tells whether any copy went. In IndexedDB only what was
/// exported goes: it is the last that has it.
fn make_room(shelves: &Shelves, far: bool, needed: usize, told: Box<dyn FnOnce(bool)>) {
    if shelves.0.frozen.get() {
        return told(false);
    }
    let this = shelves.clone();
    let made = MADE.get();
    let read = move |done: Result<Done, ShelfError>| {
        let mut safe = EXPORTED.with_borrow(Vec::clone);
        let in_far = done.unwrap_or_default().texts;
        if far {
            let gone = room::spare(&in_far, &safe, needed);
            let any = !gone.is_empty();
            return this.0.far.order(Order::Remove(gone), Box::new(move |done| told(any && done.is_ok())));
        }
        if MADE.get() != made {
            // Several writes found none at once, and the first that asked made enough.
            return told(true);
        }
        safe.extend(in_far);
        let gone = room::spare(&near_aside(&this), &safe, needed);
        for key in &gone {
            this.0.near.remove(key).ok();
        }
        MADE.set(made.wrapping_add(1));
        told(!gone.is_empty());
    };
    shelves.0.far.order(Order::Hand(vec![keys::ASIDE.to_owned()]), Box::new(read));
}

fn near_aside(shelves: &Shelves) -> Vec<Copy> {
    let near = &shelves.0.near;
    let keys = near.keys().unwrap_or_default();
    let aside = keys.into_iter().filter(|key| key.starts_with(keys::ASIDE));
    aside.map(|key| (near.get(&key).ok().flatten(), key)).map(|(text, key)| (key, text)).collect()
}
