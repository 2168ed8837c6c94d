//! The running session's record: written, read, taken away.

use super::{
    LiveTold, PutTold, Shelves,
    db::{Done, Order},
};
use crate::{
    domain::{history::Kept, live::Live, session::SessionId},
    store::{
        form, heard, keys,
        live::later_live,
        shelf::{Put, Shelf as _, ShelfError},
    },
};

/// What came of writing the live record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LiveSaved {
    /// It is kept here.
    Kept(Kept),
    /// Another tab has taken the session over; this one must only watch from now on.
    LostLock,
}

impl Shelves {
    /// Writes the live record, unless another tab has taken the session over. `told` hears where it is
    /// kept, a second time when that changes.
    pub fn save_live(&self, live: &Live, told: Box<dyn Fn(LiveSaved)>) {
        if self.0.frozen.get() {
            return told(LiveSaved::Kept(Kept::Nowhere));
        }
        let text = form::live::write(live);
        let near = match self.put_near(keys::LIVE, &text) {
            Ok(Put::LostLock) => return told(LiveSaved::LostLock),
            Ok(Put::Kept) => {
                told(LiveSaved::Kept(Kept::One));
                true
            }
            Err(why) => {
                if why == ShelfError::Full {
                    // Not written a second time: its session may be over by then. The next record finds the room.
                    self.make_room(false, text.len(), Box::new(|_| ()));
                }
                false
            }
        };
        let put = move |put| match put {
            Ok(Put::LostLock) => told(LiveSaved::LostLock),
            Ok(Put::Kept) => told(LiveSaved::Kept(if near { Kept::Both } else { Kept::One })),
            Err(_) if near => {}
            Err(_) => told(LiveSaved::Kept(Kept::Nowhere)),
        };
        let put: PutTold = Box::new(put);
        if self.0.asking.get() > 0 {
            self.0.live_waits.replace(Some((live.running.id, text, put)));
        } else {
            self.put_far(keys::LIVE, text, put);
        }
    }

    /// Takes the live record of a session away, once the session itself is kept if it is being written.
    pub fn drop_live(&self, id: SessionId) {
        // Where it stands after all, it is dropped when the session is found to be written.
        if self.0.frozen.get() || self.0.far.is_put_away() {
            return;
        }
        self.0.live_waits.borrow_mut().take_if(|(waiting, ..)| *waiting == id);
        if let Some(writing) = self.0.writing.borrow_mut().iter_mut().find(|w| w.id == id) {
            writing.drop_live = true;
            if writing.near {
                self.drop_near(id);
            }
            return;
        }
        self.drop_near(id);
        self.0.far.order_quietly(Order::DropLive(id));
    }

    /// Tells the running session, from the store that knows more of it, unless it has been written as finished; and
    /// what IndexedDB knows later of all else that there is one of. To be asked before anything is saved: what is saved
    /// next is to be later than that.
    pub fn read_live(&self, told: LiveTold) {
        self.0.asking.set(self.0.asking.get() + 1);
        let this = self.clone();
        let told = move |live, later| {
            told(live, later);
            this.asked();
        };
        let this = self.clone();
        let near = self.near_live();
        let read = move |done: Result<Done, ShelfError>| {
            let reachable = done.is_ok();
            let pile = done.unwrap_or_default().pile();
            let later = this.later(&pile);
            let far = pile.live;
            let mut written = Vec::new();
            let mut prefixes = Vec::new();
            for id in near.iter().chain(&far).map(|live| live.running.id) {
                written.extend(heard::names_of(&this.0.near, id));
                prefixes.push(keys::revisions_of(id));
            }
            if !reachable || prefixes.is_empty() {
                return told(later_live(near, far, &written), later);
            }
            let finished = move |done: Result<Done, ShelfError>| {
                let records = done.unwrap_or_default().pile().revisions;
                written.extend(records.iter().map(|record| record.key));
                told(later_live(near, far, &written), later);
            };
            this.0.far.order(Order::Hand(prefixes), Box::new(finished));
        };
        let names = keys::SINGLE.map(str::to_owned);
        self.0.far.order(Order::Hand(names.into()), Box::new(read));
    }

    /// The far store has told of its record, so that the one that waits may be written over it: what it led up to has
    /// been kept.
    fn asked(&self) {
        self.0.asking.set(self.0.asking.get() - 1);
        if self.0.asking.get() == 0
            && let Some((_, text, told)) = self.0.live_waits.take()
        {
            self.put_far(keys::LIVE, text, told);
        }
    }

    pub(super) fn near_live(&self) -> Option<Box<Live>> {
        let text = self.0.near.get(keys::LIVE).ok().flatten()?;
        form::live::read(&text).whole().map(Box::new)
    }

    pub(super) fn drop_near(&self, id: SessionId) {
        if self.near_live().is_some_and(|live| live.running.id == id) {
            self.0.near.remove(keys::LIVE).ok();
        }
    }
}
