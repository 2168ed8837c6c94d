//! Both stores laid side by side: what is true, and what each of them misses.
//!
//! localStorage ("local") is written at once but may lose its last seconds when the browser is killed;
//! IndexedDB ("database") loses nothing that it reported as written, but may refuse. So neither is believed
//! alone.

use std::collections::HashSet;

use super::{
    item::Single,
    keys::RevisionKey,
    live::later_live,
    load::{self, Singles, Stood, StoreContents},
    records::{self, Records},
};
use crate::domain::{
    history::{Entry, History},
    live::SessionSnapshot,
    model::{ReadStatus, Trouble},
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
    /// What localStorage misses.
    pub local: Vec<Missing>,
    /// What the database misses.
    pub database: Vec<Missing>,
    /// Later values than localStorage's.
    pub later: Singles,
    /// The running session, the better known of the two, unless it has been written as finished.
    pub live: Option<Box<SessionSnapshot>>,
    /// What the person has to be told of the stores.
    pub trouble: Trouble,
    records: Records,
}

impl Union {
    /// Lays them together.
    pub fn of(local: StoreContents, database: StoreContents, memory: &History) -> Self {
        let trouble = trouble(&local, &database);
        let mut all = local.revisions;
        all.extend(database.revisions);
        all.extend(records::unwritten(memory));
        let written: Vec<RevisionKey> = all.iter().map(|record| record.key).collect();
        let mut union = Self {
            local: Vec::new(),
            database: Vec::new(),
            later: Singles::default(),
            live: later_live(local.live, database.live, &written),
            trouble,
            records: Records::of(all),
        };
        union.local = union.missing(false);
        union.database = union.missing(true);
        // What was set aside is kept in the database too, where there is room. Broken UTF-16 has been
        // changed by reading it: such a copy would not be one.
        let there: HashSet<String> = database.aside.into_iter().map(|(key, _)| key).collect();
        for (key, text) in local.aside {
            if let Some(text) = text.filter(|text| !there.contains(&key) && !text.contains('\u{fffd}')) {
                union.miss(true, &key, text);
            }
        }
        for (single, (local, database)) in
            Single::ALL.into_iter().zip(local.singles.into_iter().zip(database.singles))
        {
            union.lay_single(single.key(), local, database);
        }
        union
    }

    /// Takes note that a text that was missed stands in its store now.
    pub fn stands(&mut self, missing: &Missing, database: bool) {
        if let Some(at) = missing.at {
            self.records.stands(at, database);
        }
    }

    /// The names of what a store may let go, after what [`Union::stands`].
    pub fn superseded(&self, database: bool) -> Vec<String> {
        self.records.superseded(database)
    }

    /// What the history reads, each with where it is kept after what [`Union::stands`].
    pub fn entries(&self) -> Vec<(SessionId, Entry)> {
        self.records.entries(records::Record::kept)
    }

    fn missing(&self, database: bool) -> Vec<Missing> {
        let mut found = Vec::new();
        for at in self.records.missing(database) {
            if let Some(record) = self.records.get(at) {
                let (key, text) = (record.key.to_text(), record.text.clone());
                found.push(Missing { key, text, at: Some(at) });
            }
        }
        found
    }

    fn miss(&mut self, database: bool, key: &str, text: String) {
        let store = if database { &mut self.database } else { &mut self.local };
        store.push(Missing { key: key.to_owned(), text, at: None });
    }

    /// Of two values the one with the higher number, if it is the database's; the other store is to get it.
    fn lay_single(&mut self, key: &str, local: Option<Stood>, database: Option<Stood>) {
        match (local, database) {
            // At a tie two tabs wrote different things; localStorage's is what the person sees.
            (Some(local), database) if database.as_ref().is_none_or(|f| f.number <= local.number) => {
                if database.is_none_or(|database| database.text != local.text) {
                    self.miss(true, key, local.text);
                }
            }
            (_, Some(database)) => {
                self.miss(false, key, database.text);
                self.later.put(database.item);
            }
            (_, None) => {}
        }
    }
}

/// What has to be told of both; what was set aside in both counts once. Whether both could be read, whoever did it knows.
fn trouble(local: &StoreContents, database: &StoreContents) -> Trouble {
    let (of_local, of_database) = (load::trouble(local), load::trouble(database));
    let there: HashSet<&String> = database.aside.iter().map(|(key, _)| key).collect();
    let twice = local.aside.iter().filter(|(key, _)| there.contains(key));
    let twice = u32::try_from(twice.count()).unwrap_or(u32::MAX);
    Trouble {
        set_aside: of_local.set_aside.saturating_add(of_database.set_aside).saturating_sub(twice),
        newer: of_local.newer || of_database.newer,
        read: ReadStatus::Pending,
    }
}
