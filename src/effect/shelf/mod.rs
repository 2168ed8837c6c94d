//! Both stores as one: what the shell saves goes into localStorage at once and into IndexedDB a moment
//! later, and what it reads is the better of the two.
//!
//! Nothing here fails loudly. What could not be kept is reported as [`Kept::Nowhere`](crate::domain::history::Kept::Nowhere), and from the moment
//! that a newer app's writing is seen, nothing is written at all.

mod connection;
mod db;
mod local;
mod saving;
mod uniting;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use self::{db::Db, local::Local, saving::Writing};
use super::clock;
use crate::{
    domain::live::Live,
    store::{
        form,
        heard::{self, Heard},
        keys,
        load::{self, Loaded, Pile},
        shelf::{self, Put, Shelf, ShelfError},
        union,
    },
};

pub use self::{connection::DATABASE, saving::LiveSaved, uniting::Found};

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
}

/// What there is one of.
#[derive(Clone, Copy)]
enum Single {
    Draft,
    Settings,
    Meta,
}

impl Single {
    const ALL: [Self; 3] = [Self::Draft, Self::Settings, Self::Meta];

    const fn key(self) -> &'static str {
        match self {
            Self::Draft => keys::DRAFT,
            Self::Settings => keys::SETTINGS,
            Self::Meta => keys::META,
        }
    }
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
        }))
    }

    /// Reads localStorage, before the first paint. A killed browser may have lost its last seconds, so a
    /// live record found here is not offered before [`Shelves::read_live`] was asked.
    pub fn load_now(&self) -> Loaded {
        let loaded = load::load(&self.0.near, clock::now().unix_ms);
        self.0.frozen.set(loaded.trouble.newer);
        loaded
    }

    /// The running session, from the store that knows more of it, unless it has been written as finished.
    pub async fn read_live(&self) -> Option<Box<Live>> {
        let near = self.near_live();
        let far = self.0.far.live().await;
        let reachable = far.is_ok();
        let far = far.ok().flatten();
        let mut written = Vec::new();
        for id in near.iter().chain(&far).map(|live| live.running.id) {
            written.extend(heard::revisions_of(&self.0.near, id).iter().map(|record| record.key));
            if reachable {
                let records = self.0.far.revisions_of(id).await.unwrap_or_default();
                written.extend(records.iter().map(|record| record.key));
            }
        }
        union::later_live(near, far, &written)
    }

    /// Another tab wrote: what the key says now, `None` when all was cleared.
    pub fn heard(&self, key: Option<&str>) -> Heard {
        let heard = heard::heard(&self.0.near, key);
        if heard == Heard::Newer {
            self.0.frozen.set(true);
        }
        heard
    }

    /// Every text that could not be read, with the key under which it stands, for the backup. What is not
    /// a text at all is left out.
    pub async fn spoilt(&self) -> Vec<(String, String)> {
        let near = Pile::of(&self.0.near).unwrap_or_default();
        let far = self.0.far.all().await.unwrap_or_default();
        let mut found: Vec<(String, String)> = Vec::new();
        let in_place = near.spoilt.into_iter().map(|key| {
            let text = self.0.near.get(&key).ok().flatten();
            (key, text)
        });
        for (key, text) in in_place.chain(near.aside).chain(far.aside) {
            if let Some(text) = text
                && !found.iter().any(|(known, same)| *known == key && *same == text)
            {
                found.push((key, text));
            }
        }
        found
    }

    fn put_near(&self, key: &str, text: &str) -> Result<Put, ShelfError> {
        shelf::put(&self.0.near, key, text, clock::now().unix_ms)
    }

    async fn put_far(&self, key: String, text: String) -> Result<Put, ShelfError> {
        let mut kept = self.0.far.keep(vec![(key, text)]).await?;
        kept.pop().unwrap_or(Err(ShelfError::Refused))
    }

    fn near_live(&self) -> Option<Box<Live>> {
        let text = self.0.near.get(keys::LIVE).ok().flatten()?;
        form::live::read(&text).whole().map(Box::new)
    }
}
