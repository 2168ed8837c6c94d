//! The connection to IndexedDB: opened when first needed, and again when it has died.
//!
//! A page in the background on an iPhone loses its connection without a word; the next use then throws.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbTransaction};

use super::{
    db_request::{DbRequest, DbResult},
    idb_future,
    local_storage::store_error,
};
use crate::{
    platform::{device, unstable_api::IdbDatabaseWithOptions},
    storage::key_value_store::StoreError,
};

/// The database's name.
pub const DATABASE: &str = "eased";
/// Its one object store: the same keys and texts as in localStorage.
pub const STORE: &str = "kept";
/// Version of the database's own form.
const VERSION: u32 = 1;

/// The connection, and how it stands with opening it.
#[derive(Default)]
pub struct Connection {
    open: Rc<RefCell<Option<IdbDatabase>>>,
    opening: RefCell<Option<(IdbOpenDbRequest, Promise)>>,
    newer: Cell<bool>,
    /// The page is in the back/forward cache, and nothing is begun.
    suspended: Cell<bool>,
}

impl Connection {
    /// A newer app has changed the database's form.
    pub fn is_newer(&self) -> bool {
        self.newer.get()
    }

    /// Whether the page is in the back/forward cache.
    pub fn is_suspended(&self) -> bool {
        self.suspended.get()
    }

    /// The page goes into the back/forward cache, or comes out of it.
    pub fn set_suspended(&self, suspended: bool) {
        self.suspended.set(suspended);
        if suspended && let Some(database) = self.open.take() {
            database.close();
        }
    }

    /// Carries out a request in one transaction; it counts only when the whole transaction has ended well. If it
    /// fails for any reason but room, it is tried once more on a new connection. It may never end: another page can hold a
    /// transaction, and some browsers never open the database.
    ///
    /// # Errors
    /// When there is no room, the database cannot be used, or the page is in the back/forward cache.
    pub async fn run(&self, request: &DbRequest) -> Result<DbResult, StoreError> {
        let mut is_last = false;
        loop {
            self.require_active()?;
            let database = self.database().await?;
            // Opening takes its time: the page may have gone meanwhile.
            self.require_active()?;
            match transact(&database, request).await {
                Ok(result) => return Ok(result),
                Err(error) if is_last || store_error(&error) == StoreError::Full => {
                    return Err(store_error(&error));
                }
                Err(_) => {
                    database.close();
                    self.open.take_if_same(&database);
                    is_last = true;
                }
            }
        }
    }

    fn require_active(&self) -> Result<(), StoreError> {
        if self.suspended.get() { Err(StoreError::Refused) } else { Ok(()) }
    }

    async fn database(&self) -> Result<IdbDatabase, StoreError> {
        if let Some(open) = self.open.borrow().as_ref() {
            return Ok(open.clone());
        }
        let (request, opened) = self.open_request().ok_or(StoreError::Refused)?;
        // Whoever waits for the same opening is served in the order of asking, however late it comes.
        JsFuture::from(opened).await.ok();
        if let Some(open) = self.open.borrow().as_ref() {
            return Ok(open.clone());
        }
        self.opening.take();
        let result = request.result().ok();
        let Some(database) = result.and_then(|r| r.dyn_into::<IdbDatabase>().ok()) else {
            let error = request.error().ok().flatten();
            self.newer.set(error.is_some_and(|e| e.name() == "VersionError"));
            return Err(StoreError::Refused);
        };
        self.close_when_asked(&database);
        self.open.replace(Some(database.clone()));
        Ok(database)
    }

    /// The request to open the database, and the promise of its end.
    fn open_request(&self) -> Option<(IdbOpenDbRequest, Promise)> {
        if let Some((request, opened)) = self.opening.borrow().as_ref() {
            return Some((request.clone(), opened.clone()));
        }
        let factory = device::window()?.indexed_db().ok()??;
        let request = factory.open_with_u32(DATABASE, VERSION).ok()?;
        let upgrading = request.clone();
        let upgrade = Closure::once_into_js(move || {
            let database = upgrading.result().ok().and_then(|r| r.dyn_into::<IdbDatabase>().ok());
            if let Some(database) = database {
                // Should it fail, the opening fails.
                database.create_object_store(STORE).ok();
            }
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let opened = Promise::new(&mut |resolve, reject| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&reject));
        });
        self.opening.replace(Some((request.clone(), opened.clone())));
        Some((request, opened))
    }

    /// Another tab with a newer app must not wait for this one.
    fn close_when_asked(&self, database: &IdbDatabase) {
        let (open, asked) = (self.open.clone(), database.clone());
        let close = Closure::<dyn Fn()>::new(move || {
            asked.close();
            open.take_if_same(&asked);
        });
        database.set_onversionchange(Some(close.into_js_value().unchecked_ref()));
        let (open, lost) = (self.open.clone(), database.clone());
        let closed = Closure::<dyn Fn()>::new(move || open.take_if_same(&lost));
        database.set_onclose(Some(closed.into_js_value().unchecked_ref()));
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

async fn transact(database: &IdbDatabase, request: &DbRequest) -> Result<DbResult, JsValue> {
    let transaction = begin(database, request.writes())?;
    let ended = JsFuture::from(idb_future::transaction_end(&transaction));
    let store = transaction.object_store(STORE)?;
    match request.run(&store).await {
        Ok(result) => match ended.await {
            Ok(_) => Ok(result),
            Err(event) => Err(transaction.error().map_or(event, JsValue::from)),
        },
        Err(error) => {
            // It may have ended already.
            transaction.abort().ok();
            Err(error)
        }
    }
}

/// Begins a transaction. A writing one asks the browser to report its end only when it is on the disk.
fn begin(database: &IdbDatabase, writes: bool) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let mode = if writes { "readwrite" } else { "readonly" };
    let database: &IdbDatabaseWithOptions = database.unchecked_ref();
    database.transaction_with_options(STORE, mode, &options)
}
