//! The connection to IndexedDB: opened when first needed, and again when it has died.
//!
//! A page in the background on an iPhone loses its connection without a word; the next use then throws.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::{
    db::{Done, Order},
    local::why,
};
use crate::{
    effect::{call, device, task::Answer},
    store::shelf::ShelfError,
};

/// The database's name.
pub const DATABASE: &str = "eased";
/// Its one object store: the same keys and texts as in localStorage.
pub const STORE: &str = "kept";
/// Version of the database's own form.
const VERSION: u32 = 1;
/// How long opening may take, milliseconds. Some iPhones never answer at all.
const PATIENCE_MS: i32 = 5_000;

/// The way to the far store.
#[derive(Default)]
pub struct Connection {
    open: Rc<RefCell<Option<IdbDatabase>>>,
    opening: RefCell<Option<(IdbOpenDbRequest, Promise)>>,
    newer: Cell<bool>,
    /// The page is put away, and nothing is begun.
    away: Cell<bool>,
}

impl Connection {
    /// A newer app has changed the database's form.
    pub fn is_newer(&self) -> bool {
        self.newer.get()
    }

    /// Whether the page is put away.
    pub fn is_put_away(&self) -> bool {
        self.away.get()
    }

    /// The page is put away, or shown again.
    pub fn put_away(&self, away: bool) {
        self.away.set(away);
        if away && let Some(database) = self.open.take() {
            database.close();
        }
    }

    /// Carries an order out in one transaction; it counts only when the whole transaction has ended well. If it
    /// fails for any reason but room, it is tried once more on a new connection.
    ///
    /// # Errors
    /// When there is no room, the database cannot be used, or the page is put away.
    pub async fn carry_out(&self, order: &Order) -> Result<Done, ShelfError> {
        let mut last = false;
        loop {
            self.is_here()?;
            let database = self.database().await?;
            // Opening takes its time: the page may have been put away.
            self.is_here()?;
            match transact(&database, order).await {
                Ok(done) => return Ok(done),
                Err(error) if last || why(&error) == ShelfError::Full => return Err(why(&error)),
                Err(_) => {
                    database.close();
                    self.open.take_if_same(&database);
                    last = true;
                }
            }
        }
    }

    fn is_here(&self) -> Result<(), ShelfError> {
        if self.away.get() { Err(ShelfError::Refused) } else { Ok(()) }
    }

    async fn database(&self) -> Result<IdbDatabase, ShelfError> {
        if let Some(open) = self.open.borrow().as_ref() {
            return Ok(open.clone());
        }
        let (request, opened) = self.request().ok_or(ShelfError::Refused)?;
        // Whoever waits for the same opening is served in the order of asking.
        let (first, [well, ill]) = Answer::awaited();
        call::after(PATIENCE_MS, &well);
        call::tell(&opened, &well, &ill);
        let failed = first.await.is_err();
        if let Some(open) = self.open.borrow().as_ref() {
            return Ok(open.clone());
        }
        let result = request.result().ok();
        let Some(database) = result.and_then(|r| r.dyn_into::<IdbDatabase>().ok()) else {
            if failed {
                // Only a failed opening is given up; a slow one may still come.
                self.opening.take();
                let error = request.error().ok().flatten();
                self.newer.set(error.is_some_and(|e| e.name() == "VersionError"));
            }
            return Err(ShelfError::Refused);
        };
        self.opening.take();
        self.let_go_when_asked(&database);
        self.open.replace(Some(database.clone()));
        Ok(database)
    }

    fn request(&self) -> Option<(IdbOpenDbRequest, Promise)> {
        if let Some((request, opened)) = self.opening.borrow().as_ref() {
            return Some((request.clone(), opened.clone()));
        }
        let factory = device::window()?.indexed_db().ok()??;
        let request = factory.open_with_u32(DATABASE, VERSION).ok()?;
        let upgrading = request.clone();
        let upgrade = call::hearing(move |_| {
            let database = upgrading.result().ok().and_then(|r| r.dyn_into::<IdbDatabase>().ok());
            if let Some(database) = database {
                // Should it fail, the opening fails.
                database.create_object_store(STORE).ok();
            }
        });
        request.set_onupgradeneeded(Some(&upgrade));
        let opened = Promise::new(&mut |resolve, reject| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&reject));
        });
        self.opening.replace(Some((request.clone(), opened.clone())));
        Some((request, opened))
    }

    /// Another tab with a newer app must not wait for this one.
    fn let_go_when_asked(&self, database: &IdbDatabase) {
        let (open, asked) = (self.open.clone(), database.clone());
        let close = call::hearing(move |_| {
            asked.close();
            open.take_if_same(&asked);
        });
        database.set_onversionchange(Some(&close));
        let (open, lost) = (self.open.clone(), database.clone());
        let closed = call::hearing(move |_| open.take_if_same(&lost));
        database.set_onclose(Some(&closed));
    }
}

trait TakeIfSame {
    fn take_if_same(&self, database: &IdbDatabase);
}

impl TakeIfSame for RefCell<Option<IdbDatabase>> {
    fn take_if_same(&self, database: &IdbDatabase) {
        let same = self.borrow().as_ref() == Some(database);
        if same {
            self.take();
        }
    }
}

async fn transact(database: &IdbDatabase, order: &Order) -> Result<Done, JsValue> {
    let transaction = begin(database, order.writes())?;
    let (ended, [well, ill]) = Answer::awaited();
    transaction.set_oncomplete(Some(&well));
    transaction.set_onabort(Some(&ill));
    let store = transaction.object_store(STORE)?;
    match order.run(&store).await {
        Ok(done) => match ended.await {
            Ok(_) => Ok(done),
            Err(event) => Err(transaction.error().map_or(event, JsValue::from)),
        },
        Err(error) => {
            // It may have ended already.
            transaction.abort().ok();
            Err(error)
        }
    }
}

/// Begins a transaction. A writing one asks the browser to report its end only when it is on the disk;
/// `web-sys` hides that option behind an unstable flag.
fn begin(database: &IdbDatabase, write: bool) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let mode = if write { "readwrite" } else { "readonly" };
    let transaction = begin.call3(database, &STORE.into(), &mode.into(), &options)?;
    transaction.dyn_into()
}

/// The result of a request.
///
/// # Errors
/// The request's own error.
pub async fn answer(request: Result<IdbRequest, JsValue>) -> Result<JsValue, JsValue> {
    let request = request?;
    let (ended, [well, ill]) = Answer::awaited();
    request.set_onsuccess(Some(&well));
    request.set_onerror(Some(&ill));
    match ended.await {
        Ok(_) => request.result(),
        Err(event) => Err(request.error()?.map_or(event, JsValue::from)),
    }
}
