//! Both stores laid side by side: what is true, and what each of them misses.
//!
//! localStorage ("near") is written at once but may lose its last seconds when the browser is killed;
//! IndexedDB ("far") loses nothing that it reported as written, but may refuse. So neither is believed
//! alone.

use super::{
    keys::RevisionKey,
    live::later_live,
    load::{self, Pile, Single, Singles, Stood},
    records::{self, Records},
};
use crate::domain::{
    history::{Entry, History},
    live::Live,
    model::Trouble,
    session::SessionId,
};

/// A text that a store misses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Where to write it.
    pub key: String,
    /// What to write.
    pub text: String,
    /// Its place among the records, if it is one.
    at: Option<usize>,
}

/// Both stores and the memory of the running app, laid together.
#[derive(Debug)]
pub struct Union {
    /// What the near store misses. Empty when a newer app wrote in either.
    pub near: Vec<Missing>,
    /// What the far store misses.
    pub far: Vec<Missing>,
    /// Later values than the near store's.
    pub later: Singles,
    /// The running session, the better known of the two, unless it has been written as finished.
    pub live: Option<Box<Live>>,
    /// What has to be told.
    pub trouble: Trouble,
    records: Records,
}

impl Union {
    /// Lays them together.
    pub fn of(near: Pile, far: Pile, memory: &History) -> Self {
        let trouble = trouble(&near, &far);
        let mut all = near.revisions;
        all.extend(far.revisions);
        all.extend(records::unwritten(memory));
        let written: Vec<RevisionKey> = all.iter().map(|record| record.key).collect();
        let mut union = Self {
            near: Vec::new(),
            far: Vec::new(),
            later: Singles::default(),
            live: later_live(near.live, far.live, &written),
            trouble,
            records: Records::of(all),
        };
        if !trouble.newer {
            union.near = union.missing(false);
            union.far = union.missing(true);
        }
        // What was set aside is kept in the far store too, where there is room. Broken UTF-16 has been
        // changed by reading it: such a copy would not be one.
        for (key, text) in near.aside {
            let there = far.aside.iter().any(|(known, _)| *known == key);
            if let Some(text) = text.filter(|text| !there && !text.contains('\u{fffd}')) {
                union.miss(true, &key, text);
            }
        }
        for (single, (near, far)) in Single::ALL.into_iter().zip(near.singles.into_iter().zip(far.singles)) {
            union.lay_single(single.key(), near, far);
        }
        union
    }

    /// Takes note that a text that was missed stands in its store now.
    pub fn stands(&mut self, missing: &Missing, far: bool) {
        if let Some(at) = missing.at {
            self.records.stands(at, far);
        }
    }

    /// The names of what a store may let go, after what [`Union::stands`]. None when a newer app wrote.
    pub fn superseded(&self, far: bool) -> Vec<String> {
        if self.trouble.newer { Vec::new() } else { self.records.superseded(far) }
    }

    /// What the history reads, each with where it is kept after what [`Union::stands`].
    pub fn entries(&self) -> Vec<(SessionId, Entry)> {
        self.records.entries(records::Record::kept)
    }

    fn missing(&self, far: bool) -> Vec<Missing> {
        let mut found = Vec::new();
        for at in self.records.missing(far) {
            if let Some(record) = self.records.get(at) {
                let (key, text) = (record.key.to_text(), record.text.clone());
                found.push(Missing { key, text, at: Some(at) });
            }
        }
        found
    }

    fn miss(&mut self, far: bool, key: &str, text: String) {
        if !self.trouble.newer {
            let store = if far { &mut self.far } else { &mut self.near };
            store.push(Missing { key: key.to_owned(), text, at: None });
        }
    }

    /// Of two values the one with the higher number, if it is the far one; the other store is to get it.
    fn lay_single(&mut self, key: &str, near: Option<Stood>, far: Option<Stood>) {
        match (near, far) {
            // At a tie two tabs wrote different things; the near one is what the person sees.
            (Some(near), far) if far.as_ref().is_none_or(|f| f.number <= near.number) => {
                if far.is_none_or(|far| far.text != near.text) {
                    self.miss(true, key, near.text);
                }
            }
            (_, Some(far)) => {
                self.miss(false, key, far.text);
                self.later.put(far.item);
            }
            (_, None) => {}
        }
    }
}

/// What has to be told of both; what was set aside in both counts once.
fn trouble(near: &Pile, far: &Pile) -> Trouble {
    let (of_near, of_far) = (load::trouble(near), load::trouble(far));
    let twice = near.aside.iter().filter(|(key, _)| far.aside.iter().any(|(known, _)| known == key));
    let twice = u32::try_from(twice.count()).unwrap_or(u32::MAX);
    Trouble {
        set_aside: of_near.set_aside.saturating_add(of_far.set_aside).saturating_sub(twice),
        newer: of_near.newer || of_far.newer,
    }
}
