//! The moments at which the browser is killed, and the way to each from wherever the app stands.

use super::known::Known;
use crate::browser::until;
use crate::engine::Launch;
use crate::failure::{Outcome, fail};
use crate::page::{Kind, backup_of};
use crate::stage::Stage;
use std::time::Duration;

/// So many sessions are imported at a time: more than go into one transaction.
const IMPORTED: u32 = 130;
/// What is said in turn of the last session.
const TAGS: [&str; 3] = ["Before a workout", "After a workout", "Rest day"];

/// A moment with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A hold is running.
    Hold,
    /// The last hold has just been shown as saved.
    Tick,
    /// Something is said of the finished session.
    Edit,
    /// A backup is being taken in.
    Import,
}

impl Moment {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Hold, Self::Tick, Self::Edit, Self::Import];
}

/// A person whose browser dies again and again.
#[derive(Debug, Default)]
pub struct Person {
    /// What was shown as saved.
    pub known: Known,
    kills: u32,
}

fn launch(s: &Stage) -> Launch {
    Launch { profile: Some(s.folder("kept")), ..Launch::default() }
}

impl Person {
    /// Opens the app in a profile that outlives the browser.
    pub async fn begin(s: &mut Stage) -> Outcome<Self> {
        open(s).await?;
        Ok(Self::default())
    }

    /// Goes to a moment, and a little further; kills the browser, opens the app again, and tells how many holds are lost.
    pub async fn killed(&mut self, s: &mut Stage, moment: Moment, after: Duration) -> Outcome<usize> {
        self.kills += 1;
        match moment {
            Moment::Hold => {
                // What was torn before is held again, and shown as saved now and then: holds to be lost.
                if self.known.holds() == 0 || self.kills.is_multiple_of(3) {
                    self.ease(s).await?;
                }
                self.reach_hold(s).await?;
            }
            Moment::Tick => self.ease(s).await?,
            Moment::Edit => self.edit(s).await?,
            Moment::Import => self.import(s).await?,
        }
        // The time itself is the subject: nothing is waited for that would tell of an event.
        tokio::time::sleep(after).await;
        s.page.kill();
        open(s).await?;
        self.known.lost(&s.page).await
    }

    /// From wherever to a hold that eased and is shown as saved.
    async fn ease(&mut self, s: &Stage) -> Outcome {
        self.reach_hold(s).await?;
        s.page.ease().await?;
        s.page.wait_saved_tick().await?;
        self.known.promise(&s.page).await
    }

    /// From wherever to a hold.
    async fn reach_hold(&self, s: &Stage) -> Outcome {
        let reached = self.go_on_to_hold(s).await;
        // A slow store may tell of a session that was left behind just when a finger goes for "Start".
        if reached.is_err() && s.page.has(Kind::Button, "Continue").await? {
            return self.go_on_to_hold(s).await;
        }
        reached
    }

    async fn go_on_to_hold(&self, s: &Stage) -> Outcome {
        let p = &s.page;
        until("a hold", async || {
            let phase = p.phase().await?;
            match phase.as_deref() {
                Some("hold") => return Ok(Some(())),
                Some("paused") => p.button("Resume").await?,
                Some("roll") => p.here().await?,
                Some("done") => p.leave().await?,
                Some(_) => {
                    p.settle().await?;
                    if let Some(place) = p.big_tap_places().await?.first() {
                        p.tap(*place).await?;
                    }
                }
                None if p.has(Kind::Button, "Continue").await? => {
                    p.button("Continue").await?;
                    until("the session to go on", async || Ok(p.phase().await?.map(|_| ()))).await?;
                }
                None if p.has(Kind::Button, "Start").await? => p.begin().await?,
                None => p.visit("Leg").await?,
            }
            Ok(None)
        })
        .await
    }

    /// To a finished session, and something is said of it: in the summary the first time, then in the history.
    async fn edit(&mut self, s: &Stage) -> Outcome {
        let p = &s.page;
        let in_session = p.phase().await?.is_some() || p.has(Kind::Button, "Continue").await?;
        if in_session || self.known.holds() == 0 {
            self.reach_hold(s).await?;
            p.ease().await?;
            self.reach_summary(s).await?;
        } else {
            p.visit("History").await?;
            p.button("Correct this session").await?;
        }
        p.wait_to_read(&["Saved"]).await?;
        self.known.promise(p).await?;
        let tag = TAGS[self.kills as usize % TAGS.len()];
        p.choose("When was it?", tag).await?;
        if self.kills.is_multiple_of(2) {
            // Every other time what was said is shown as saved before the kill.
            p.wait_to_read(&["Saved"]).await?;
            self.known.promise(p).await?;
        }
        Ok(())
    }

    async fn reach_summary(&self, s: &Stage) -> Outcome {
        let p = &s.page;
        until("the summary", async || {
            match p.phase().await?.as_deref() {
                Some("done") => return Ok(Some(())),
                Some("roll") => p.button("At the knee").await?,
                Some(_) => {
                    p.settle().await?;
                    if let Some(place) = p.big_tap_places().await?.first() {
                        p.tap(*place).await?;
                    }
                }
                None => fail!("the session is gone"),
            }
            Ok(None)
        })
        .await
    }

    /// To an import that has begun.
    async fn import(&mut self, s: &Stage) -> Outcome {
        let p = &s.page;
        if p.has(Kind::Button, "Continue").await? {
            p.button("Keep as interrupted").await?;
            p.wait_gone(Kind::Button, "Keep as interrupted").await?;
        }
        p.visit("History").await?;
        if self.known.holds() > 0 {
            p.wait_to_read(&["Saved"]).await?;
            self.known.promise(p).await?;
        }
        let (file, texts) = backup_of(self.kills * IMPORTED, IMPORTED);
        p.choose_file(&file).await?;
        p.wait_to_read(&["Import this backup?"]).await?;
        p.button("Import").await?;
        if self.kills.is_multiple_of(2) {
            p.wait_to_read(&["Everything is saved."]).await?;
            self.known.promise_texts(&texts)?;
        }
        Ok(())
    }
}

async fn open(s: &mut Stage) -> Outcome {
    s.another_browser(&launch(s)).await?;
    s.page.open_app(&s.site.url()).await?;
    // The rest of the program, and what was left behind: only then can anything be said of either.
    s.page.wait_for(Kind::Control, "Safety").await
}
