//! What was shown as saved, and what of it is gone.

use crate::browser::Browser;
use crate::failure::{Outcome, ensure, fail};
use crate::page::Texts;
use serde_json::Value;
use std::collections::BTreeMap;

/// A finished session: its holds, and what was said of it.
#[derive(Debug, Clone, PartialEq)]
struct SaveStatus {
    revision: i64,
    holds: Vec<Value>,
    tag: String,
}

/// Everything that was shown as saved.
#[derive(Debug, Default)]
pub struct Known {
    sessions: BTreeMap<String, SaveStatus>,
    /// Of the running session: its name and its finished holds.
    live: Option<(String, Vec<Value>)>,
}

/// What both stores have together.
struct Stores {
    sessions: BTreeMap<String, SaveStatus>,
    live: Option<(String, Vec<Value>)>,
}

impl Stores {
    async fn read(page: &Browser) -> Outcome<Self> {
        let (near, far) = (page.local().await?, page.indexed().await?);
        let mut stores = Self { sessions: BTreeMap::new(), live: None };
        let mut best = (0, 0);
        for (key, text) in near.iter().chain(&far) {
            if key == "eased.live" {
                let live: Value = serde_json::from_str(text)?;
                let session = &live["session"];
                let order =
                    (session["epoch"].as_i64().unwrap_or_default(), live["seq"].as_i64().unwrap_or_default());
                if stores.live.is_none() || order > best {
                    best = order;
                    stores.live = Some((word(&session["id"]), list(&session["course"]["h"])));
                }
            } else if key.starts_with("eased.s.") {
                let (id, kept) = kept(text)?;
                if stores.sessions.get(&id).is_none_or(|known| known.revision < kept.revision) {
                    stores.sessions.insert(id, kept);
                }
            }
        }
        Ok(stores)
    }
}

fn kept(text: &str) -> Outcome<(String, SaveStatus)> {
    let record: Value = serde_json::from_str(text)?;
    let revision = record["r"].as_i64().unwrap_or_default();
    Ok((word(&record["id"]), SaveStatus { revision, holds: list(&record["h"]), tag: word(&record["t"]) }))
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

impl Known {
    /// The screen shows the tick: what stands there now is promised.
    pub async fn promise(&mut self, page: &Browser) -> Outcome {
        let Stores { sessions, live } = Stores::read(page).await?;
        self.sessions = sessions;
        self.live = live;
        Ok(())
    }

    /// These sessions are promised, too.
    pub fn promise_texts(&mut self, texts: &Texts) -> Outcome {
        for text in texts.values() {
            let (id, kept) = kept(text)?;
            self.sessions.insert(id, kept);
        }
        Ok(())
    }

    /// How many holds are promised.
    pub fn holds(&self) -> usize {
        let running = self.live.as_ref().map_or(0, |(_, holds)| holds.len());
        running + self.sessions.values().map(|kept| kept.holds.len()).sum::<usize>()
    }

    /// How many holds are gone of those that were promised, and how many words.
    pub async fn lost(&self, page: &Browser) -> Outcome<usize> {
        let stores = Stores::read(page).await?;
        let gone =
            |promised: &[Value], found: &[Value]| promised.iter().filter(|h| !found.contains(h)).count();
        let mut lost = 0;
        for (id, promised) in &self.sessions {
            lost += match stores.sessions.get(id) {
                Some(found) if found.revision < promised.revision => promised.holds.len().max(1),
                // What came after the tick may be there or not.
                Some(found) => {
                    gone(&promised.holds, &found.holds)
                        + usize::from(found.revision == promised.revision && found.tag != promised.tag)
                }
                None => promised.holds.len().max(1),
            };
        }
        if let Some((id, promised)) = &self.live {
            let finished = stores.sessions.get(id).map(|kept| &kept.holds);
            let running = stores.live.as_ref().filter(|(known, _)| known == id).map(|(_, holds)| holds);
            lost += gone(promised, finished.or(running).map_or(&[], Vec::as_slice));
        }
        Ok(lost)
    }

    /// Fails when any is.
    pub async fn is_there(&self, page: &Browser) -> Outcome {
        match self.lost(page).await? {
            0 => Ok(()),
            lost => fail!("{lost} of {} holds that were shown as saved are gone", self.holds()),
        }
    }

    /// Fails unless something was promised at all.
    pub fn is_something(&self) -> Outcome {
        ensure!(self.holds() > 0, "nothing was ever shown as saved");
        Ok(())
    }
}
