//! Both stores as one: what the shell saves goes into localStorage at once and into IndexedDB a moment
//! later, and what it reads is the better of the two.
//!
//! Sessions of a newer app are seen when the sessions are read, which is after the first view: until then draft and choices
//! are written as ever, and never over anything of a newer app's.
//!
//! Nothing here fails loudly. What could not be kept is reported as [`Kept::Nowhere`](crate::domain::history::Kept::Nowhere), and from the moment
//! that a newer app's writing is seen, nothing is written at all.

mod away;
mod bringing;
mod connection;
mod db;
mod live;
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
    domain::{live::Live, session::SessionId},
    store::{
        heard::{self, Heard},
        keys,
        load::{self, AtHand, Pile, Single, Singles},
        records::Records,
        shelf::{self, Put, Shelf, ShelfError},
    },
};

pub use self::{
    away::Glance,
    bringing::{bring, spoilt, used},
    connection::DATABASE,
    live::LiveSaved,
    reading::{Read, read},
    room::{exported, make_room_when_full, make_some_room},
    uniting::{Found, unite},
};

/// A text that could not be read, after the key under which it stands.
pub type Spoilt = (String, String);

/// Makes room for so many characters in IndexedDB or else in localStorage, then tells whether any could be made.
type MakeRoom = fn(&Shelves, bool, usize, Box<dyn FnOnce(bool)>);

/// Hears of the running session, and what the far store has later than the near one.
type LiveTold = Box<dyn FnOnce(Option<Box<Live>>, Singles)>;

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
    /// How often each of these was saved since the app was opened.
    saves: Cell<[u32; 3]>,
    /// Makes room in a full store; it comes with the rest of the program.
    make_room: Cell<Option<MakeRoom>>,
    /// How many are waiting for what the far store knows of the running session.
    asking: Cell<u32>,
    /// A record that must not be written over the far one before that is known.
    live_waits: RefCell<Option<(SessionId, String, PutTold)>>,
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
            saves: Cell::default(),
            make_room: Cell::default(),
            asking: Cell::default(),
            live_waits: RefCell::default(),
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

    /// What the far store has later than the near one, and nobody has changed here yet.
    fn later(&self, far: &Pile) -> Singles {
        if far.newer {
            self.0.frozen.set(true);
        }
        self.take_numbers(far);
        let mut later = Singles::default();
        for (single, stood) in Single::ALL.into_iter().zip(&far.singles) {
            if let Some(stood) = stood
                && self.0.saves.get()[single as usize] == 0
                && self.near_number(single).is_none_or(|near| near < stood.number)
            {
                later.put(stood.item.clone());
            }
        }
        later
    }

    /// What is written next is to be later than what the far store has.
    fn take_numbers(&self, far: &Pile) {
        let mut numbers = self.0.numbers.get();
        for (last, found) in numbers.iter_mut().zip(&far.singles) {
            *last = (*last).max(found.as_ref().map_or(0, |found| found.number));
        }
        self.0.numbers.set(numbers);
    }

    /// The number of the write of what stands in the near store.
    fn near_number(&self, single: Single) -> Option<u32> {
        let text = self.0.near.get(single.key()).ok().flatten()?;
        saving::number(single.key(), &text)
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
}
