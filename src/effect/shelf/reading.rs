//! The sessions of localStorage, read a few at a time: there may be thousands, and somebody may be tapping.

use super::Shelves;
use crate::{
    domain::{history::Entry, model::Trouble, session::SessionId},
    effect::{
        clock,
        task::{self, Turn},
    },
    store::{
        load::{self, Loaded, Pile, Single},
        shelf::Shelf as _,
    },
};

/// What localStorage told.
pub struct Read {
    /// The sessions, none of them known to be in both stores.
    pub entries: Vec<(SessionId, Entry)>,
    /// Whether there are marks, or were.
    pub has_draft: bool,
    /// What has to be told.
    pub trouble: Trouble,
}

/// Reads everything, then tells.
pub fn read(shelves: &Shelves, told: Box<dyn FnOnce(Read)>) {
    let shelves = shelves.clone();
    task::begin(async move {
        let near = &shelves.0.near;
        let mut pile = Pile::default();
        let mut turn = Turn::begins();
        for key in near.keys().unwrap_or_default() {
            pile.take(near, key);
            turn.ends_when_long().await;
        }
        // What could not be read may have been written anew since.
        for key in std::mem::take(&mut pile.spoilt) {
            pile.take(near, key);
        }
        pile.newer |= shelves.0.frozen.get();
        let Loaded { entries, records, trouble } = load::load(near, pile, clock::now().unix_ms);
        if trouble.newer {
            shelves.0.frozen.set(true);
        }
        shelves.0.known.replace(records);
        let has_draft = shelves.near_number(Single::Draft).is_some();
        told(Read { entries, has_draft, trouble });
    });
}
