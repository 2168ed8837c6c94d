//! Web Locks, which decide which page runs the session.

use crate::browser::{Browser, wait_until};
use crate::failure::Outcome;
use serde_json::Value;

impl Browser {
    /// The number of held locks.
    pub async fn held_lock_count(&self) -> Outcome<Value> {
        let held = "navigator.locks.query().then((locks) => arguments[0](locks.held.length))";
        self.js_async(held, vec![]).await
    }

    /// Waits until one lock is held.
    pub async fn wait_for_lock(&self) -> Outcome {
        wait_until("the lock", async || Ok((self.held_lock_count().await? == 1).then_some(()))).await
    }
}
