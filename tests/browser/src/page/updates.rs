//! What changes in the document while something happens.

use crate::browser::Browser;
use crate::failure::Outcome;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What has changed in the document since [`Browser::watch_updates`].
#[derive(Debug, Deserialize)]
pub struct Updates {
    /// How many changes there were inside each of the selectors.
    pub inside: BTreeMap<String, u32>,
    /// Each change that is inside none of them.
    pub outside: Vec<String>,
}

impl Browser {
    /// Counts from now on what changes in the document, inside each of these selectors and outside of them.
    pub async fn watch_updates(&self, allowed: &[&str]) -> Outcome {
        self.ask::<Value>("watchUpdates", json!([allowed])).await.map(|_| ())
    }

    /// What has changed since then.
    pub async fn updates(&self) -> Outcome<Updates> {
        self.ask("updates", json!([])).await
    }
}
