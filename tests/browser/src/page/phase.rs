//! The phase of the session, and for how long it has been shown.

use crate::browser::{Browser, wait_until};
use crate::failure::{Outcome, fail};
use serde_json::{Value, json};
use std::fmt;

/// A phase of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Getting into place.
    Position,
    /// Rolling towards the knee.
    Roll,
    /// Staying on a spot.
    Hold,
    /// Changing to the other leg.
    Switch,
    /// Paused.
    Paused,
    /// The summary.
    Done,
}

impl Phase {
    /// The value of `data-phase`.
    pub fn as_str(self) -> &'static str {
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
        f.write_str(self.as_str())
    }
}

/// A little more than the 400 ms after a phase change in which the app ignores touches, ms.
const INPUT_DELAY_MS: f64 = 450.0;

impl Browser {
    /// The phase on the screen; `None` outside a session. Records when a phase, or a step of it, was first seen.
    pub async fn phase(&self) -> Outcome<Option<String>> {
        let state: Value = self.call_helper("state", json!([])).await?;
        let Some(phase) = state["phase"].as_str().map(str::to_owned) else {
            self.last_phase_step.replace(None);
            return Ok(None);
        };
        let now = state["now"].as_f64().unwrap_or_default();
        let step = format!("{phase} {}", state["step"].as_str().unwrap_or_default());
        let mut last_step = self.last_phase_step.borrow_mut();
        if last_step.as_ref().is_none_or(|(known, since)| *known != step || now < *since) {
            *last_step = Some((step, now));
        }
        Ok(Some(phase))
    }

    /// Waits for a phase.
    pub async fn wait_phase(&self, phase: Phase) -> Outcome {
        let reached = wait_until(format!("phase {phase}"), async || {
            Ok((self.phase().await?.as_deref() == Some(phase.as_str())).then_some(()))
        })
        .await;
        match reached {
            Ok(()) => Ok(()),
            Err(why) => {
                fail!("{why}; the phase is {}", self.phase().await?.as_deref().unwrap_or("no session"))
            }
        }
    }

    /// Fails unless this is the phase.
    pub async fn expect_phase(&self, phase: Phase) -> Outcome {
        match self.phase().await? {
            Some(now) if now == phase.as_str() => Ok(()),
            other => fail!("the phase is {} and not {phase}", other.as_deref().unwrap_or("none")),
        }
    }

    /// Waits until the app accepts touches: by the page's clock, the phase or step is older than the input delay.
    pub async fn wait_input_delay(&self) -> Outcome {
        wait_until("the input delay to pass", async || {
            if self.phase().await?.is_none() {
                return Ok(Some(()));
            }
            let state: Value = self.call_helper("state", json!([])).await?;
            let now = state["now"].as_f64().unwrap_or_default();
            Ok(self
                .last_phase_step
                .borrow()
                .as_ref()
                .filter(|(_, since)| now - since >= INPUT_DELAY_MS)
                .map(|_| ()))
        })
        .await
    }

    /// Waits as long as a button is ignored after another press within the same phase.
    pub async fn wait_step_delay(&self) -> Outcome {
        self.wait_page_ms(450).await
    }
}
