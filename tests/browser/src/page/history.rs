//! The list of sessions, and a session in two windows.

use super::{ControlKind, Phase};
use crate::browser::{Browser, wait_until};
use crate::failure::{Outcome, fail};
use serde_json::json;

impl Browser {
    /// Opens the app with sample sessions, the newest of yesterday, and goes to the History screen.
    pub async fn open_history_with(&self, url: &str, sessions: u32) -> Outcome {
        self.open_app(url).await?;
        self.seed_history(sessions, 1).await?;
        self.visit("History").await?;
        self.wait_for_session_count(sessions.try_into().unwrap_or(usize::MAX)).await
    }

    /// Waits until the History screen lists this number of sessions.
    pub async fn wait_for_session_count(&self, count: usize) -> Outcome {
        let listed = wait_until(format!("{count} listed sessions"), async || {
            let screen = self.js("return location.hash", vec![]).await?;
            if screen != "#/history" {
                fail!("the screen is {screen}");
            }
            Ok((self.call_helper::<usize>("sessionCount", json!([])).await? == count).then_some(()))
        })
        .await;
        match listed {
            Ok(()) => Ok(()),
            Err(why) => fail!("{why}; it reads: {}", self.visible_text().await?),
        }
    }

    /// Deletes the newest session, whose entry is open initially.
    pub async fn delete_newest_session(&self) -> Outcome {
        self.press_button("Delete session").await
    }

    /// Presses what is offered after "Take over" until the session is in the phase roll.
    pub async fn continue_after_take_over(&self) -> Outcome {
        wait_until("the session to reach the phase roll in this window", async || {
            match self.phase().await?.as_deref() {
                Some("roll") if !self.has(ControlKind::Button, "Take over").await? => return Ok(Some(())),
                Some("paused") => self.press_button("Resume").await?,
                Some("position") => self.big_tap(Phase::Position, Phase::Roll).await?,
                _ if self.has(ControlKind::Button, "Continue").await? => {
                    self.press_button("Continue").await?;
                }
                _ => {}
            }
            Ok(None)
        })
        .await
    }

    /// Waits until this window is read-only.
    pub async fn wait_read_only(&self) -> Outcome {
        wait_until("this window to be read-only", async || {
            let names: Vec<String> = self.call_helper("names", json!(["button"])).await?;
            let acts = ["Pause", "At the knee", "Here", "Eased", "Done"];
            Ok((!names.iter().any(|name| acts.contains(&name.as_str()))).then_some(()))
        })
        .await
    }
}
