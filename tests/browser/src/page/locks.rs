//! Web Locks: which page runs the session.

use crate::browser::{Browser, until};
use crate::failure::Outcome;
use serde_json::Value;

impl Browser {
    /// How many locks are held.
    pub async fn locks(&self) -> Outcome<Value> {
        let held = "navigator.locks.query().then((locks) => arguments[0](locks.held.length))";
        self.js_async(held, vec![]).await
    }

    /// Waits until one lock is held.
    pub async fn wait_lock(&self) -> Outcome {
        until("the lock", async || Ok((self.locks().await? == 1).then_some(()))).await
    }
}
