//! Counts which parts of the document change.

use crate::browser::Browser;
use crate::failure::Outcome;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What has changed in the document since [`Browser::watch_dom_updates`].
#[derive(Debug, Deserialize)]
pub struct DomUpdates {
    /// The number of changes inside each of the selectors.
    pub inside: BTreeMap<String, u32>,
    /// Each change outside of all of them.
    pub outside: Vec<String>,
}

impl Browser {
    /// Counts changes of the document from now on, inside each of these selectors and outside of them.
    pub async fn watch_dom_updates(&self, allowed: &[&str]) -> Outcome {
        self.call_helper::<Value>("watchUpdates", json!([allowed])).await.map(|_| ())
    }

    /// The changes since then.
    pub async fn dom_updates(&self) -> Outcome<DomUpdates> {
        self.call_helper("updates", json!([])).await
    }
}
