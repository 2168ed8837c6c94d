//! Both stores as one: what the shell saves goes into localStorage at once and into IndexedDB a moment
//! later, and what it reads is the better of the two.
//!
//! Nothing here fails loudly. What could not be kept is reported as [`Kept::Nowhere`](crate::domain::history::Kept::Nowhere), and from the moment
//! that a newer app's writing is seen, nothing is written at all.

mod bringing;
mod connection;
mod db;
mod local;
mod reading;
mod room;
mod saving;
mod uniting;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use self::{
    db::{Db, Done, Order},
    local::Local,
    saving::Writing,
};
use super::clock;
use crate::{
    domain::live::Live,
    store::{
        form,
        heard::{self, Heard},
        keys,
        live::later_live,
        load::{self, AtHand},
        records::Records,
        shelf::{self, Put, Shelf, ShelfError},
    },
};

pub use self::{
    bringing::{bring, spoilt, used},
    connection::DATABASE,
    reading::{Read, read},
    room::{exported, make_room_when_full, make_some_room},
    saving::LiveSaved,
    uniting::{Found, unite},
};

/// A text that could not be read, after the key under which it stands.
pub type Spoilt = (String, String);

/// Makes room for so many characters in IndexedDB or else in localStorage, then tells whether any could be made.
type MakeRoom = fn(&Shelves, bool, usize, Box<dyn FnOnce(bool)>);

/// Hears what came of a write.
type PutTold = Box<dyn FnOnce(Result<Put, ShelfError>)>;

/// The two stores.
#[derive(Clone)]
pub struct Shelves(Rc<Inner>);

struct Inner {
    near: Local,
    far: Db,
    /// A newer app wrote here: hands off.
    frozen: Cell<bool>,
    /// Sessions that are being written, by how the end of their live record depends on it.
    writing: RefCell<Vec<Writing>>,
    /// What there is one of and still has to go to the far store; only the last text counts.
    waiting: RefCell<[Option<String>; 3]>,
    sending: Cell<bool>,
    /// Number of the last write of what there is one of.
    numbers: Cell<[u32; 3]>,
    /// Makes room in a full store; it comes with the rest of the program.
    make_room: Cell<Option<MakeRoom>>,
    /// What localStorage has been read to hold, until both stores are laid together.
    known: RefCell<Records>,
}

impl Shelves {
    /// Gets hold of the stores. IndexedDB is opened when it is first needed.
    pub fn open() -> Self {
        Self(Rc::new(Inner {
            near: Local::open(),
            far: Db::default(),
            frozen: Cell::new(false),
            writing: RefCell::default(),
            waiting: RefCell::default(),
            sending: Cell::new(false),
            numbers: Cell::default(),
            make_room: Cell::default(),
            known: RefCell::default(),
        }))
    }

    /// Reads from localStorage what the first view needs. A killed browser may have lost its last seconds, so a
    /// live record found here is not offered before [`Shelves::read_live`] was asked.
    pub fn at_hand(&self) -> AtHand {
        let at_hand = load::at_hand(&self.0.near);
        self.0.frozen.set(at_hand.newer);
        at_hand
    }

    /// Tells the running session, from the store that knows more of it, unless it has been written as finished.
    pub fn read_live(&self, told: Box<dyn FnOnce(Option<Box<Live>>)>) {
        let this = self.clone();
        let near = self.near_live();
        let read = move |done: Result<Done, ShelfError>| {
            let reachable = done.is_ok();
            let far = done.unwrap_or_default().pile().live;
            let mut written = Vec::new();
            let mut prefixes = Vec::new();
            for id in near.iter().chain(&far).map(|live| live.running.id) {
                written.extend(heard::names_of(&this.0.near, id));
                prefixes.push(keys::revisions_of(id));
            }
            if !reachable || prefixes.is_empty() {
                return told(later_live(near, far, &written));
            }
            let finished = move |done: Result<Done, ShelfError>| {
                let records = done.unwrap_or_default().pile().revisions;
                written.extend(records.iter().map(|record| record.key));
                told(later_live(near, far, &written));
            };
            this.0.far.order(Order::Hand(prefixes), Box::new(finished));
        };
        self.0.far.order(Order::Hand(vec![keys::LIVE.to_owned()]), Box::new(read));
    }

    /// Another tab wrote: what the key says now, `None` when all was cleared.
    pub fn heard(&self, key: Option<&str>) -> Heard {
        let heard = heard::heard(&self.0.near, key);
        if matches!(heard, Heard::Newer) {
            self.0.frozen.set(true);
        }
        heard
    }

    fn put_near(&self, key: &str, text: &str) -> Result<Put, ShelfError> {
        shelf::put(&self.0.near, key, text, clock::now().unix_ms)
    }

    fn make_room(&self, far: bool, needed: usize, told: Box<dyn FnOnce(bool)>) {
        match self.0.make_room.get() {
            Some(make_room) => make_room(self, far, needed, told),
            None => told(false),
        }
    }

    /// Writes into IndexedDB, a second time if room could be made. The live record never is: its session may be over
    /// by then.
    fn put_far(&self, key: &str, text: String, told: PutTold) {
        if key == keys::LIVE {
            return self.put_far_once(key.to_owned(), text, told);
        }
        let (this, name, same) = (self.clone(), key.to_owned(), text.clone());
        let once_more = move |put| {
            if put != Err(ShelfError::Full) {
                return told(put);
            }
            let own = this.clone();
            let again = move |any| if any { own.put_far_once(name, same, told) } else { told(put) };
            this.make_room(true, 0, Box::new(again));
        };
        self.put_far_once(key.to_owned(), text, Box::new(once_more));
    }

    fn put_far_once(&self, key: String, text: String, told: PutTold) {
        let kept = move |done: Result<Done, ShelfError>| {
            told(done.and_then(|mut done| done.kept.pop().unwrap_or(Err(ShelfError::Refused))));
        };
        self.0.far.order(Order::Keep(vec![(key, text)]), Box::new(kept));
    }

    fn near_live(&self) -> Option<Box<Live>> {
        let text = self.0.near.get(keys::LIVE).ok().flatten()?;
        form::live::read(&text).whole().map(Box::new)
    }
}
