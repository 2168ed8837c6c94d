//! IndexedDB as a store of the same keys and texts as localStorage: slower, but what it reports as written is on the disk.

use std::{cell::Cell, future::Future, pin::Pin, rc::Rc};

use futures_channel::oneshot;
use wasm_bindgen_futures::spawn_local;

use super::{
    connection::Connection,
    db_request::{DbRequest, DbResult},
};
use crate::{
    platform::patience::{PATIENCE_MS, TimedOut, within},
    storage::key_value_store::StoreError,
};

/// What comes of a request, some time.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T>>>;
/// What comes of a request to the database, some time.
pub type DbFuture = BoxFuture<Result<DbResult, StoreError>>;

/// The database. A clone is the same one.
#[derive(Clone, Default)]
pub struct Database {
    connection: Rc<Connection>,
    /// It has let somebody wait in vain, and has not answered since.
    silent: Rc<Cell<bool>>,
}

impl Database {
    /// A newer app has changed the database's form.
    pub fn is_newer(&self) -> bool {
        self.connection.is_newer()
    }

    /// Whether the page is in the back/forward cache.
    pub fn is_suspended(&self) -> bool {
        self.connection.is_suspended()
    }

    /// The page goes into the back/forward cache, or comes out of it.
    pub fn set_suspended(&self, suspended: bool) {
        self.connection.set_suspended(suspended);
    }

    /// Carries out a request; an error says that nothing has changed. The result may never come: whoever waits for it on a
    /// person's behalf uses [`Database::ask`] or [`Database::within_patience`].
    ///
    /// Requests begin in the order in which this is called, whether or not the result is awaited: what is removed was
    /// written before, and a copy is made of what stood there before a write.
    pub fn run(&self, request: DbRequest) -> DbFuture {
        let (sender, result) = oneshot::channel();
        let this = self.clone();
        // Tasks begin in the order in which they are spawned.
        spawn_local(async move {
            let result = this.connection.run(&request).await;
            this.silent.set(false);
            // Nobody may be waiting for it.
            sender.send(result).ok();
        });
        Box::pin(async move { result.await.unwrap_or(Err(StoreError::Refused)) })
    }

    /// As [`Database::run`], for at most [`PATIENCE_MS`]: a database that has not answered by then counts as one that
    /// refuses. What was requested is carried out whenever it comes round to it.
    pub fn ask(&self, request: DbRequest) -> impl Future<Output = Result<DbResult, StoreError>> + use<> {
        let (this, mut result) = (self.clone(), self.run(request));
        async move { this.within_patience(&mut result).await.unwrap_or(Err(StoreError::Refused)) }
    }

    /// Waits for what comes of a request for at most [`PATIENCE_MS`], and not at all while an earlier one has been waited
    /// for in vain. It can be awaited again afterwards.
    ///
    /// # Errors
    /// [`TimedOut`] when it has not come by then.
    pub async fn within_patience<T>(&self, result: &mut BoxFuture<T>) -> Result<T, TimedOut> {
        let patience_ms = if self.silent.get() { 0 } else { PATIENCE_MS };
        let waited = within(patience_ms, result).await;
        if waited.is_err() {
            self.silent.set(true);
        }
        waited
    }

    /// Waits with full patience once more, whatever was waited for in vain before.
    pub fn forget_silence(&self) {
        self.silent.set(false);
    }

    /// Carries out a request whose result nobody waits for. Should it fail, all is as before, and the next
    /// start or repair finds it so.
    pub fn run_in_background(&self, request: DbRequest) {
        drop(self.run(request));
    }
}
