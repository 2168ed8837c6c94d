//! The moments at which the browser is killed, and the steps that lead to each from any state of the app.

use super::saved::SavedData;
use crate::browser::wait_until;
use crate::engine::LaunchOptions;
use crate::failure::{Outcome, fail};
use crate::page::{ControlKind, sample_backup};
use crate::test_context::TestContext;
use std::time::Duration;

/// Number of sessions in one import: more than fit into one transaction.
const IMPORTED: u32 = 130;
/// The tags that the edits set alternately.
const TAGS: [&str; 3] = ["Before a workout", "After a workout", "Rest day"];

/// A moment at which the browser is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A hold is running.
    Hold,
    /// A hold has just been shown as saved.
    Tick,
    /// The finished session is being edited.
    Edit,
    /// A backup is being imported.
    Import,
}

impl Moment {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Hold, Self::Tick, Self::Edit, Self::Import];
}

/// A person whose browser is killed repeatedly.
#[derive(Debug, Default)]
pub struct Person {
    /// What was shown as saved.
    pub saved: SavedData,
    kills: u32,
}

fn launch(ctx: &TestContext) -> LaunchOptions {
    LaunchOptions { profile: Some(ctx.folder("kept")), ..LaunchOptions::default() }
}

impl Person {
    /// Opens the app in a profile that survives the browser.
    pub async fn start(ctx: &mut TestContext) -> Outcome<Self> {
        open(ctx).await?;
        Ok(Self::default())
    }

    /// Goes to a moment and waits for `after`; kills the browser, opens the app again, and returns how many holds are
    /// lost.
    pub async fn kill_at(
        &mut self,
        ctx: &mut TestContext,
        moment: Moment,
        after: Duration,
    ) -> Outcome<usize> {
        self.kills += 1;
        match moment {
            Moment::Hold => {
                // An interrupted hold is held again. Some are ended, so that there are saved holds that could be lost.
                if self.saved.holds() == 0 || self.kills.is_multiple_of(3) {
                    self.ease(ctx).await?;
                }
                self.reach_hold(ctx).await?;
            }
            Moment::Tick => self.ease(ctx).await?,
            Moment::Edit => self.edit(ctx).await?,
            Moment::Import => self.import(ctx).await?,
        }
        // The delay itself is tested: there is no event to wait for.
        tokio::time::sleep(after).await;
        ctx.page.kill();
        open(ctx).await?;
        self.saved.count_lost(&ctx.page).await
    }

    /// From any state to a hold that eased and is shown as saved.
    async fn ease(&mut self, ctx: &TestContext) -> Outcome {
        self.reach_hold(ctx).await?;
        ctx.page.ease_hold().await?;
        ctx.page.wait_saved().await?;
        self.saved.record(&ctx.page).await
    }

    /// From any state to a hold.
    async fn reach_hold(&self, ctx: &TestContext) -> Outcome {
        let reached = self.try_to_reach_hold(ctx).await;
        // A slow store may report an interrupted session just when "Start" is tapped.
        if reached.is_err() && ctx.page.has(ControlKind::Button, "Continue").await? {
            return self.try_to_reach_hold(ctx).await;
        }
        reached
    }

    async fn try_to_reach_hold(&self, ctx: &TestContext) -> Outcome {
        let p = &ctx.page;
        wait_until("a hold", async || {
            let phase = p.phase().await?;
            match phase.as_deref() {
                Some("hold") => return Ok(Some(())),
                Some("paused") => p.press_button("Resume").await?,
                Some("roll") => p.tap_here().await?,
                Some("done") => p.close_summary().await?,
                Some(_) => {
                    p.wait_input_delay().await?;
                    if let Some(point) = p.big_tap_points().await?.first() {
                        p.tap(*point).await?;
                    }
                }
                None if p.has(ControlKind::Button, "Continue").await? => {
                    p.press_button("Continue").await?;
                    wait_until("the session to continue", async || Ok(p.phase().await?.map(|_| ()))).await?;
                }
                None if p.has(ControlKind::Button, "Start").await? => p.start_session().await?,
                None => p.visit("Leg").await?,
            }
            Ok(None)
        })
        .await
    }

    /// From any state to an edit of a finished session: in the summary the first time, then on the History screen.
    async fn edit(&mut self, ctx: &TestContext) -> Outcome {
        let p = &ctx.page;
        let in_session = p.phase().await?.is_some() || p.has(ControlKind::Button, "Continue").await?;
        if in_session || self.saved.holds() == 0 {
            self.reach_hold(ctx).await?;
            p.ease_hold().await?;
            self.reach_summary(ctx).await?;
        } else {
            p.visit("History").await?;
            p.press_button("Correct this session").await?;
        }
        p.wait_for_text(&["Saved"]).await?;
        self.saved.record(p).await?;
        let tag = TAGS[self.kills as usize % TAGS.len()];
        p.choose_option("When was it?", tag).await?;
        if self.kills.is_multiple_of(2) {
            // Every other time the edit is shown as saved before the kill.
            p.wait_for_text(&["Saved"]).await?;
            self.saved.record(p).await?;
        }
        Ok(())
    }

    async fn reach_summary(&self, ctx: &TestContext) -> Outcome {
        let p = &ctx.page;
        wait_until("the summary", async || {
            match p.phase().await?.as_deref() {
                Some("done") => return Ok(Some(())),
                Some("roll") => p.press_button("At the knee").await?,
                Some(_) => {
                    p.wait_input_delay().await?;
                    if let Some(point) = p.big_tap_points().await?.first() {
                        p.tap(*point).await?;
                    }
                }
                None => fail!("the session is gone"),
            }
            Ok(None)
        })
        .await
    }

    /// From any state to an import that has started.
    async fn import(&mut self, ctx: &TestContext) -> Outcome {
        let p = &ctx.page;
        if p.has(ControlKind::Button, "Continue").await? {
            p.press_button("Keep as interrupted").await?;
            p.wait_gone(ControlKind::Button, "Keep as interrupted").await?;
        }
        p.visit("History").await?;
        if self.saved.holds() > 0 {
            p.wait_for_text(&["Saved"]).await?;
            self.saved.record(p).await?;
        }
        let (file, texts) = sample_backup(self.kills * IMPORTED, IMPORTED);
        p.choose_file(&file).await?;
        p.wait_for_text(&["Import this backup?"]).await?;
        p.press_button("Import").await?;
        if self.kills.is_multiple_of(2) {
            p.wait_for_text(&["Everything is saved."]).await?;
            self.saved.record_texts(&texts)?;
        }
        Ok(())
    }
}

async fn open(ctx: &mut TestContext) -> Outcome {
    ctx.restart_browser(&launch(ctx)).await?;
    ctx.page.open_app(&ctx.site.url()).await?;
    // The lazy part has loaded, and an interrupted session would be offered.
    ctx.page.wait_for(ControlKind::Control, "Safety").await
}
