//! What was shown as saved, and how much of it is lost.

use crate::browser::Browser;
use crate::failure::{Outcome, ensure, fail};
use crate::page::StoredTexts;
use serde_json::Value;
use std::collections::BTreeMap;

/// A finished session: its revision, holds and tag.
#[derive(Debug, Clone, PartialEq)]
struct SavedSession {
    revision: i64,
    holds: Vec<Value>,
    tag: String,
}

/// Everything that was shown as saved.
#[derive(Debug, Default)]
pub struct SavedData {
    sessions: BTreeMap<String, SavedSession>,
    /// The running session's id and finished holds.
    snapshot: Option<(String, Vec<Value>)>,
}

/// The combined content of both stores.
struct Stores {
    sessions: BTreeMap<String, SavedSession>,
    snapshot: Option<(String, Vec<Value>)>,
}

impl Stores {
    async fn read(page: &Browser) -> Outcome<Self> {
        let (local, indexed) = (page.local_storage().await?, page.indexed_db().await?);
        let mut stores = Self { sessions: BTreeMap::new(), snapshot: None };
        let mut best = (0, 0);
        for (key, text) in local.iter().chain(&indexed) {
            if key == "eased.live" {
                let snapshot: Value = serde_json::from_str(text)?;
                let session = &snapshot["session"];
                let order = (
                    session["epoch"].as_i64().unwrap_or_default(),
                    snapshot["seq"].as_i64().unwrap_or_default(),
                );
                if stores.snapshot.is_none() || order > best {
                    best = order;
                    stores.snapshot = Some((string(&session["id"]), array(&session["course"]["h"])));
                }
            } else if key.starts_with("eased.s.") {
                let (id, saved) = saved_session(text)?;
                if stores.sessions.get(&id).is_none_or(|known| known.revision < saved.revision) {
                    stores.sessions.insert(id, saved);
                }
            }
        }
        Ok(stores)
    }
}

fn saved_session(text: &str) -> Outcome<(String, SavedSession)> {
    let record: Value = serde_json::from_str(text)?;
    let revision = record["r"].as_i64().unwrap_or_default();
    Ok((
        string(&record["id"]),
        SavedSession { revision, holds: array(&record["h"]), tag: string(&record["t"]) },
    ))
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn array(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

impl SavedData {
    /// Records the stored data: the screen shows it as saved.
    pub async fn record(&mut self, page: &Browser) -> Outcome {
        let Stores { sessions, snapshot } = Stores::read(page).await?;
        self.sessions = sessions;
        self.snapshot = snapshot;
        Ok(())
    }

    /// Records these sessions as saved, too.
    pub fn record_texts(&mut self, texts: &StoredTexts) -> Outcome {
        for text in texts.values() {
            let (id, saved) = saved_session(text)?;
            self.sessions.insert(id, saved);
        }
        Ok(())
    }

    /// How many holds were shown as saved.
    pub fn holds(&self) -> usize {
        let running = self.snapshot.as_ref().map_or(0, |(_, holds)| holds.len());
        running + self.sessions.values().map(|saved| saved.holds.len()).sum::<usize>()
    }

    /// How many of the saved holds and tags are lost.
    pub async fn count_lost(&self, page: &Browser) -> Outcome<usize> {
        let stores = Stores::read(page).await?;
        let missing =
            |recorded: &[Value], found: &[Value]| recorded.iter().filter(|h| !found.contains(h)).count();
        let mut lost = 0;
        for (id, recorded) in &self.sessions {
            lost += match stores.sessions.get(id) {
                Some(found) if found.revision < recorded.revision => recorded.holds.len().max(1),
                // A later revision may be stored or not.
                Some(found) => {
                    missing(&recorded.holds, &found.holds)
                        + usize::from(found.revision == recorded.revision && found.tag != recorded.tag)
                }
                None => recorded.holds.len().max(1),
            };
        }
        if let Some((id, recorded)) = &self.snapshot {
            let finished = stores.sessions.get(id).map(|saved| &saved.holds);
            let running = stores.snapshot.as_ref().filter(|(known, _)| known == id).map(|(_, holds)| holds);
            lost += missing(recorded, finished.or(running).map_or(&[], Vec::as_slice));
        }
        Ok(lost)
    }

    /// Fails when any is lost.
    pub async fn expect_stored(&self, page: &Browser) -> Outcome {
        match self.count_lost(page).await? {
            0 => Ok(()),
            lost => fail!("{lost} of {} holds that were shown as saved are lost", self.holds()),
        }
    }

    /// Fails unless something was shown as saved.
    pub fn expect_any(&self) -> Outcome {
        ensure!(self.holds() > 0, "nothing was shown as saved");
        Ok(())
    }
}
