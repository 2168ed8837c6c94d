//! The stores of a page that is put away whole, in the browser's back/forward cache.

use super::Shelves;
use crate::store::{keys, shelf::Shelf as _};

/// What tells whether localStorage is as it was: its keys, and the texts under those that are written again and again.
#[derive(PartialEq, Eq)]
pub struct Glance {
    keys: Vec<String>,
    texts: [Option<String>; 4],
}

impl Shelves {
    /// From now on nothing is done in IndexedDB: a transaction that is open when the page is put away ends no more, and
    /// in WebKit every other page of the app would wait for it. What is written stands in localStorage alone.
    pub fn put_away(&self) {
        self.0.far.put_away(true);
    }

    /// The page is shown again.
    pub fn take_up(&self) {
        self.0.far.put_away(false);
    }

    /// What localStorage looks like now.
    pub fn glance(&self) -> Glance {
        let near = &self.0.near;
        Glance {
            keys: near.keys().unwrap_or_default(),
            texts: keys::SINGLE.map(|key| near.get(key).ok().flatten()),
        }
    }
}
