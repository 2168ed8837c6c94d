//! The connection to IndexedDB, opened on first use and reopened when it is lost.
//!
//! iOS closes the connection of a background page without an event; the next use then throws.

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

/// Name of the database.
pub const DATABASE: &str = "eased";
/// Name of its only object store, with the same keys and texts as localStorage.
pub const OBJECT_STORE: &str = "kept";
/// Schema version of the database.
const VERSION: u32 = 1;

/// The connection and its state.
#[derive(Default)]
pub struct Connection {
    open: Rc<RefCell<Option<IdbDatabase>>>,
    opening: RefCell<Option<(IdbOpenDbRequest, Promise)>>,
    has_newer_version: Cell<bool>,
    /// The page is in the bfcache: no request is started.
    suspended: Cell<bool>,
}

impl Connection {
    /// Whether a newer app has raised the database's schema version.
    pub fn is_newer(&self) -> bool {
        self.has_newer_version.get()
    }

    /// Whether the page is in the bfcache.
    pub fn is_suspended(&self) -> bool {
        self.suspended.get()
    }

    /// Called when the page enters or leaves the bfcache.
    pub fn set_suspended(&self, suspended: bool) {
        self.suspended.set(suspended);
        if suspended && let Some(database) = self.open.take() {
            database.close();
        }
    }

    /// Runs a request in one transaction and waits for its completion. If it fails for another reason than the quota,
    /// it is repeated once on a new connection. It may never end: another page can
    /// hold a transaction, and some browsers never open the database.
    ///
    /// # Errors
    /// If the quota is exceeded, the database cannot be used, or the page is in the bfcache.
    pub async fn run(&self, request: &DbRequest) -> Result<DbResult, StoreError> {
        let mut is_last = false;
        loop {
            self.require_active()?;
            let database = self.database().await?;
            // Opening takes time: the page may have entered the bfcache meanwhile.
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
        // Callers that wait for the same open request continue in the order of their calls.
        JsFuture::from(opened).await.ok();
        if let Some(open) = self.open.borrow().as_ref() {
            return Ok(open.clone());
        }
        self.opening.take();
        let result = request.result().ok();
        let Some(database) = result.and_then(|r| r.dyn_into::<IdbDatabase>().ok()) else {
            let error = request.error().ok().flatten();
            self.has_newer_version.set(error.is_some_and(|e| e.name() == "VersionError"));
            return Err(StoreError::Refused);
        };
        self.close_on_version_change(&database);
        self.open.replace(Some(database.clone()));
        Ok(database)
    }

    /// The pending open request, and a promise that settles with it.
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
                // If it fails, opening fails.
                database.create_object_store(OBJECT_STORE).ok();
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

    /// Closes the connection on `versionchange`, so that it does not block a tab with a newer app.
    fn close_on_version_change(&self, database: &IdbDatabase) {
        let (open, requested_database) = (self.open.clone(), database.clone());
        let close = Closure::<dyn Fn()>::new(move || {
            requested_database.close();
            open.take_if_same(&requested_database);
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
        let is_same = self.borrow().as_ref() == Some(database);
        if is_same {
            self.take();
        }
    }
}

async fn transact(database: &IdbDatabase, request: &DbRequest) -> Result<DbResult, JsValue> {
    let transaction = begin(database, request.writes())?;
    let ended = JsFuture::from(idb_future::transaction_end(&transaction));
    let store = transaction.object_store(OBJECT_STORE)?;
    match request.run(&store).await {
        Ok(result) => match ended.await {
            Ok(_) => Ok(result),
            Err(event) => Err(transaction.error().map_or(event, JsValue::from)),
        },
        Err(error) => {
            // `abort` throws if it has ended already.
            transaction.abort().ok();
            Err(error)
        }
    }
}

/// Starts a transaction with strict durability: `complete` fires only when the data is on disk.
fn begin(database: &IdbDatabase, writes: bool) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let mode = if writes { "readwrite" } else { "readonly" };
    let database: &IdbDatabaseWithOptions = database.unchecked_ref();
    database.transaction_with_options(OBJECT_STORE, mode, &options)
}
