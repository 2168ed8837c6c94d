//! What goes into a backup beside the history, and what a backup brings: that goes into both stores as everything does
//! that one of them misses.

use super::{
    Shelves, Spoilt,
    db::{Done, Order},
    uniting::{Found, unite},
};
use crate::{
    domain::history::History,
    store::{
        keys,
        load::Pile,
        records::Records,
        shelf::{Shelf as _, ShelfError},
    },
};

/// Takes in revisions, and texts that could not be read where they come from, under the names that they are set
/// aside by. Then tells what both stores know, and where it is kept.
///
/// The texts go to IndexedDB, so that localStorage has room for the sessions; only if they cannot be kept there, to
/// localStorage.
pub fn bring(shelves: &Shelves, history: History, aside: Vec<Spoilt>, found: Box<dyn FnOnce(Found)>) {
    if aside.is_empty() || shelves.0.frozen.get() {
        return unite(shelves, history, found);
    }
    let this = shelves.clone();
    let texts = aside.clone();
    let told = move |done: Result<Done, ShelfError>| {
        if done.is_err() {
            for (key, text) in &texts {
                this.put_near(key, text).ok();
            }
        }
        unite(&this, history, found);
    };
    shelves.0.far.order(Order::Keep(aside), Box::new(told));
}

/// Tells every text that could not be read, with the key under which it stands, for the backup. What is not
/// a text at all is left out.
pub fn spoilt(shelves: &Shelves, told: Box<dyn FnOnce(Vec<Spoilt>)>) {
    let this = shelves.clone();
    let read = move |done: Result<Done, ShelfError>| {
        let near = Pile::of(&this.0.near, &Records::default());
        let mut all = Vec::new();
        for key in near.spoilt {
            let text = this.0.near.get(&key).ok().flatten();
            all.push((key, text));
        }
        all.extend(near.aside);
        all.extend(done.unwrap_or_default().texts);
        let mut found: Vec<Spoilt> = Vec::new();
        for (key, text) in all {
            if let Some(text) = text
                && !found.iter().any(|(known, same)| *known == key && *same == text)
            {
                found.push((key, text));
            }
        }
        told(found);
    };
    shelves.0.far.order(Order::Hand(vec![keys::ASIDE.to_owned()]), Box::new(read));
}

/// How many characters of localStorage are used, whoever uses them.
pub fn used(shelves: &Shelves) -> u32 {
    let near = &shelves.0.near;
    let keys = near.keys().unwrap_or_default();
    let of_key = |key: &String| near.length(key).saturating_add(u32::try_from(key.len()).unwrap_or(u32::MAX));
    keys.iter().map(of_key).fold(0, u32::saturating_add)
}
