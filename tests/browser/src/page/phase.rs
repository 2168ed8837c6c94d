//! The phase of a session, and how long it has been there.

use crate::browser::{Browser, until};
use crate::failure::{Outcome, fail};
use serde_json::{Value, json};
use std::fmt;

/// A phase of a session, by its attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Get into place.
    Position,
    /// Roll towards the knee.
    Roll,
    /// Stay on the spot.
    Hold,
    /// The other leg.
    Switch,
    /// Frozen.
    Paused,
    /// Summary.
    Done,
}

impl Phase {
    /// The value of `data-phase`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Position => "position",
            Self::Roll => "roll",
            Self::Hold => "hold",
            Self::Switch => "switch",
            Self::Paused => "paused",
            Self::Done => "done",
        }
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A little more than the dead time after a phase change, in ms.
const SETTLED_MS: f64 = 450.0;

impl Browser {
    /// The phase on the screen; nothing outside a session. Notes when a phase, or a step of it, was first seen.
    pub async fn phase(&self) -> Outcome<Option<String>> {
        let state: Value = self.ask("state", json!([])).await?;
        let Some(phase) = state["phase"].as_str().map(str::to_owned) else {
            self.seen.replace(None);
            return Ok(None);
        };
        let now = state["now"].as_f64().unwrap_or_default();
        let step = format!("{phase} {}", state["step"].as_str().unwrap_or_default());
        let mut seen = self.seen.borrow_mut();
        if seen.as_ref().is_none_or(|(known, since)| *known != step || now < *since) {
            *seen = Some((step, now));
        }
        Ok(Some(phase))
    }

    /// Waits for a phase.
    pub async fn wait_phase(&self, phase: Phase) -> Outcome {
        let reached = until(format!("phase {phase}"), async || {
            Ok((self.phase().await?.as_deref() == Some(phase.word())).then_some(()))
        })
        .await;
        match reached {
            Ok(()) => Ok(()),
            Err(why) => fail!("{why}; it is {}", self.phase().await?.as_deref().unwrap_or("no session")),
        }
    }

    /// Fails unless this is the phase.
    pub async fn is_in(&self, phase: Phase) -> Outcome {
        match self.phase().await? {
            Some(now) if now == phase.word() => Ok(()),
            other => fail!("the phase is {} and not {phase}", other.as_deref().unwrap_or("none")),
        }
    }

    /// Waits until touches count again: the page's own clock says the phase, or the step of it, is older than its dead time.
    pub async fn settle(&self) -> Outcome {
        until("the dead time to pass", async || {
            if self.phase().await?.is_none() {
                return Ok(Some(()));
            }
            let state: Value = self.ask("state", json!([])).await?;
            let now = state["now"].as_f64().unwrap_or_default();
            Ok(self.seen.borrow().as_ref().filter(|(_, since)| now - since >= SETTLED_MS).map(|_| ()))
        })
        .await
    }

    /// Waits as long as a button means nothing after what it did before: for steps within one phase.
    pub async fn settle_step(&self) -> Outcome {
        self.page_time(450).await
    }
}
