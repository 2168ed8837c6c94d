//! Writing: at once into localStorage, a moment later into IndexedDB, and word of where it is kept.

use super::{
    Shelves,
    db::{Done, Order},
};
use crate::{
    domain::{
        draft::Draft,
        history::Kept,
        model::Meta,
        session::{Session, SessionId},
        settings::Settings,
    },
    effect::call,
    store::{
        form::{session, single},
        keys::{self, RevisionKey},
        load::{self, Single},
        records::Records,
        shelf::{Put, Shelf, ShelfError},
    },
};

/// How long the far store waits for what the near one has already, milliseconds.
const SOON_MS: i32 = 100;

/// A session that is being written.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    pub(super) id: SessionId,
    under_way: u32,
    pub(super) near: bool,
    /// The live record may go once the session is kept.
    pub(super) drop_live: bool,
}

impl Shelves {
    /// Writes a revision of a session. `told` hears where it is kept, a second time when that changes.
    pub fn save_session(&self, rev: u32, session: &Session, told: Box<dyn Fn(Kept)>) {
        let (key, text) = session::write(rev, session);
        self.save_revision(key, text, told);
    }

    /// Writes that a session was deleted; as [`Shelves::save_session`].
    pub fn save_tombstone(&self, id: SessionId, rev: u32, unix_ms: i64, told: Box<dyn Fn(Kept)>) {
        let (key, text) = session::write_tombstone(id, rev, unix_ms);
        self.save_revision(key, text, told);
    }

    /// Writes the draft.
    pub fn save_draft(&self, draft: &Draft) {
        self.save_single(Single::Draft, &|number| single::write_draft(number, draft));
    }

    /// Writes the settings.
    pub fn save_settings(&self, settings: &Settings) {
        self.save_single(Single::Settings, &|number| single::write_settings(number, settings));
    }

    /// Writes what is kept once.
    pub fn save_meta(&self, meta: &Meta) {
        self.save_single(Single::Meta, &|number| single::write_meta(number, meta));
    }

    fn save_revision(&self, key: RevisionKey, text: String, told: Box<dyn Fn(Kept)>) {
        if self.0.frozen.get() {
            return told(Kept::Nowhere);
        }
        // Its live record must stay until it is kept, however long that takes.
        self.begins(key.id);
        let put = self.put_near(&key.to_text(), &text);
        if put != Err(ShelfError::Full) {
            return self.save_far(key, text, put.is_ok(), told);
        }
        let (this, needed) = (self.clone(), text.len());
        let again = move |_| {
            let near = this.put_near(&key.to_text(), &text).is_ok();
            this.save_far(key, text, near, told);
        };
        self.make_room(false, needed, Box::new(again));
    }

    /// The second half of a revision's way.
    fn save_far(&self, key: RevisionKey, text: String, near: bool, told: Box<dyn Fn(Kept)>) {
        if near {
            self.stands_near(key.id);
            told(Kept::One);
        }
        let this = self.clone();
        let put = move |put: Result<Put, ShelfError>| {
            let far = put.is_ok();
            match (near, far) {
                (true, true) => told(Kept::Both),
                (false, true) => told(Kept::One),
                (true, false) => {}
                (false, false) => told(Kept::Nowhere),
            }
            this.ended(key.id, far);
            if near && far {
                this.let_go_superseded(key.id);
            }
        };
        self.put_far(&key.to_text(), text, Box::new(put));
    }

    fn begins(&self, id: SessionId) {
        let mut all = self.0.writing.borrow_mut();
        if let Some(writing) = all.iter_mut().find(|w| w.id == id) {
            writing.under_way += 1;
            writing.near = false;
        } else {
            all.push(Writing { id, under_way: 1, near: false, drop_live: false });
        }
    }

    fn stands_near(&self, id: SessionId) {
        if let Some(writing) = self.0.writing.borrow_mut().iter_mut().find(|w| w.id == id) {
            writing.near = true;
        }
    }

    /// A session's write has ended: its live record may be waiting for that.
    fn ended(&self, id: SessionId, far: bool) {
        let drop_live = {
            let mut all = self.0.writing.borrow_mut();
            let Some(at) = all.iter().position(|w| w.id == id) else {
                return;
            };
            all[at].under_way = all[at].under_way.saturating_sub(1);
            let drop_live = all[at].drop_live;
            if all[at].under_way == 0 {
                all.swap_remove(at);
            }
            drop_live
        };
        if far && drop_live {
            self.drop_near(id);
            self.0.far.order_quietly(Order::DropLive(id));
        }
    }

    /// Removes a session's older revisions where both stores have the newer one.
    fn let_go_superseded(&self, id: SessionId) {
        let this = self.clone();
        let read = move |done: Result<Done, ShelfError>| {
            let Ok(done) = done else { return };
            let mut records = done.pile().revisions;
            // By their names, since listing all of localStorage takes long where there are thousands. What stands only
            // there, the next start copies first.
            for record in &mut records {
                let near = this.0.near.get(&record.key.to_text());
                record.near = near.is_ok_and(|text| text.as_ref() == Some(&record.text));
            }
            let records = Records::of(records);
            this.remove(&records.superseded(false), records.superseded(true));
        };
        self.0.far.order(Order::Hand(vec![keys::revisions_of(id)]), Box::new(read));
    }

    pub(super) fn remove(&self, near: &[String], far: Vec<String>) {
        for key in near {
            self.0.near.remove(key).ok();
        }
        if !far.is_empty() {
            self.0.far.order_quietly(Order::Remove(far));
        }
    }

    fn save_single(&self, single: Single, write: &dyn Fn(u32) -> String) {
        if self.0.frozen.get() {
            return;
        }
        let key = single.key();
        let stored = self.0.near.get(key).ok().flatten();
        let stored_number = stored.as_deref().and_then(|text| number(key, text));
        // Another tab's change, taken over here, is not written back to it.
        if stored.is_some() && stored == stored_number.map(write) {
            return;
        }
        let mut numbers = self.0.numbers.get();
        let number = numbers[single as usize].max(stored_number.unwrap_or(0)).saturating_add(1);
        numbers[single as usize] = number;
        self.0.numbers.set(numbers);
        let mut saves = self.0.saves.get();
        saves[single as usize] += 1;
        self.0.saves.set(saves);
        let text = write(number);
        if self.put_near(key, &text) == Err(ShelfError::Full) {
            // Not written a second time: something later may have been by then. The next start brings it over.
            self.make_room(false, text.len(), Box::new(|_| ()));
        }
        self.0.waiting.borrow_mut()[single as usize] = Some(text);
        self.send();
    }

    /// Sends what waits to the far store a moment later, when the tap that made it has been painted, and one
    /// transaction at a time: a mark being dragged makes many texts of which only the last matters.
    fn send(&self) {
        if self.0.sending.replace(true) {
            return;
        }
        let this = self.clone();
        let due = call::hearing(move |_| this.send_now());
        if call::after(SOON_MS, &due).is_none() {
            self.send_now();
        }
    }

    fn send_now(&self) {
        let texts = self.take_waiting();
        if self.0.frozen.get() {
            return self.0.sending.set(false);
        }
        let this = self.clone();
        let sent = move |_| {
            this.0.sending.set(false);
            if this.0.waiting.borrow().iter().any(Option::is_some) {
                this.send();
            }
        };
        self.0.far.order(Order::Keep(texts), Box::new(sent));
    }

    fn take_waiting(&self) -> Vec<(String, String)> {
        let mut waiting = self.0.waiting.borrow_mut();
        let take = |single: Single| Some((single.key().to_owned(), waiting[single as usize].take()?));
        Single::ALL.into_iter().filter_map(take).collect()
    }
}

/// The number of the write that made a text.
pub(super) fn number(key: &str, text: &str) -> Option<u32> {
    load::read(key, text)?.whole()?.single().map(|(_, number)| number)
}
