//! The list of sessions, and sessions that were torn.

use super::{Kind, Phase};
use crate::browser::{Browser, until};
use crate::failure::{Outcome, fail};
use serde_json::json;

impl Browser {
    /// Opens the app, gives it so many sessions, the newest of yesterday, and goes to their list.
    pub async fn open_history_of(&self, url: &str, sessions: u32) -> Outcome {
        self.open_app(url).await?;
        self.seed(sessions, 1).await?;
        self.visit("History").await?;
        self.wait_listed(sessions.try_into().unwrap_or(usize::MAX)).await
    }

    /// Waits until the history lists so many sessions: one line each, which opens.
    pub async fn wait_listed(&self, count: usize) -> Outcome {
        let listed = until(format!("{count} listed sessions"), async || {
            let screen = self.js("return location.hash", vec![]).await?;
            if screen != "#/history" {
                fail!("the screen is {screen}");
            }
            Ok((self.ask::<usize>("listed", json!([])).await? == count).then_some(()))
        })
        .await;
        match listed {
            Ok(()) => Ok(()),
            Err(why) => fail!("{why}; it reads: {}", self.text().await?),
        }
    }

    /// Deletes the newest session, whose line is open from the start.
    pub async fn delete_newest(&self) -> Outcome {
        self.button("Delete session").await
    }

    /// Follows what is offered after "Take over" until the leg is being rolled.
    pub async fn taken_over(&self) -> Outcome {
        until("the session to roll in this window", async || {
            match self.phase().await?.as_deref() {
                Some("roll") if !self.has(Kind::Button, "Take over").await? => return Ok(Some(())),
                Some("paused") => self.button("Resume").await?,
                Some("position") => self.big_tap(Phase::Position, Phase::Roll).await?,
                _ if self.has(Kind::Button, "Continue").await? => self.button("Continue").await?,
                _ => {}
            }
            Ok(None)
        })
        .await
    }

    /// Waits until this window only looks.
    pub async fn wait_read_only(&self) -> Outcome {
        until("this window to be read-only", async || {
            let names: Vec<String> = self.ask("names", json!(["button"])).await?;
            let acts = ["Pause", "At the knee", "Here", "Eased", "Done"];
            Ok((!names.iter().any(|name| acts.contains(&name.as_str()))).then_some(()))
        })
        .await
    }
}
