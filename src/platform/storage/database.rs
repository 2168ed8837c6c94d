//! IndexedDB with the same keys and texts as localStorage: asynchronous, but durable once reported as written.

use std::{cell::Cell, future::Future, pin::Pin, rc::Rc};

use futures_channel::oneshot;
use wasm_bindgen_futures::spawn_local;

use super::{
    connection::Connection,
    db_request::{DbRequest, DbResult},
};
use crate::{
    platform::timeout::{BROWSER_TIMEOUT_MS, TimedOut, with_timeout},
    storage::key_value_store::StoreError,
};

/// A boxed future.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T>>>;
/// The future result of a request.
pub type DbFuture = BoxFuture<Result<DbResult, StoreError>>;

/// The database. Clones share it.
#[derive(Clone, Default)]
pub struct Database {
    connection: Rc<Connection>,
    /// A request has timed out, and none has completed since.
    has_timed_out: Rc<Cell<bool>>,
}

impl Database {
    /// Whether a newer app has raised the database's schema version.
    pub fn is_newer(&self) -> bool {
        self.connection.is_newer()
    }

    /// Whether the page is in the bfcache.
    pub fn is_suspended(&self) -> bool {
        self.connection.is_suspended()
    }

    /// Called when the page enters or leaves the bfcache.
    pub fn set_suspended(&self, suspended: bool) {
        self.connection.set_suspended(suspended);
    }

    /// Runs a request; after an error nothing has changed. The result may never come: use
    /// [`Database::run_with_timeout`] or [`Database::with_timeout`] if the person waits.
    ///
    /// Requests start in the order of the calls, whether or not the result is awaited, so a write precedes a later
    /// removal.
    pub fn run(&self, request: DbRequest) -> DbFuture {
        let (sender, result) = oneshot::channel();
        let this = self.clone();
        // Tasks start in the order in which they are spawned.
        spawn_local(async move {
            let result = this.connection.run(&request).await;
            this.has_timed_out.set(false);
            // The receiver may have been dropped.
            sender.send(result).ok();
        });
        Box::pin(async move { result.await.unwrap_or(Err(StoreError::Refused)) })
    }

    /// As [`Database::run`], for at most [`BROWSER_TIMEOUT_MS`]: then the result is [`StoreError::Refused`]. The
    /// request stays queued and runs when the database answers.
    pub fn run_with_timeout(
        &self,
        request: DbRequest,
    ) -> impl Future<Output = Result<DbResult, StoreError>> + use<> {
        let (this, mut result) = (self.clone(), self.run(request));
        async move { this.with_timeout(&mut result).await.unwrap_or(Err(StoreError::Refused)) }
    }

    /// Waits for the result of a request for at most [`BROWSER_TIMEOUT_MS`], and not at all while an earlier one has
    /// timed out. The result can be awaited again.
    ///
    /// # Errors
    /// [`TimedOut`] after the timeout.
    pub async fn with_timeout<T>(&self, result: &mut BoxFuture<T>) -> Result<T, TimedOut> {
        let timeout_ms = if self.has_timed_out.get() { 0 } else { BROWSER_TIMEOUT_MS };
        let result = with_timeout(timeout_ms, result).await;
        if result.is_err() {
            self.has_timed_out.set(true);
        }
        result
    }

    /// Waits for the full timeout again, although requests have timed out.
    pub fn reset_timeout(&self) {
        self.has_timed_out.set(false);
    }

    /// Runs a request without waiting. If it fails, the next start or reconciliation repeats it.
    pub fn run_in_background(&self, request: DbRequest) {
        drop(self.run(request));
    }
}
