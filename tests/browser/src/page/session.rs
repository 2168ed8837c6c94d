//! The session screen: phases, the big tap, and the ways through a session.

use super::{Kind, Phase, place};
use crate::browser::{Browser, until};
use crate::failure::{Outcome, ensure};
use crate::pointer::{Key, Place};
use serde_json::{Value, json};

impl Browser {
    /// The leg of the session.
    pub async fn session_leg(&self) -> Outcome<String> {
        Ok(self.ask::<Option<String>>("leg", json!([])).await?.unwrap_or_default())
    }

    /// Places that belong to the whole-screen button: the digits first, then others far from them.
    pub async fn big_tap_places(&self) -> Outcome<Vec<Place>> {
        let places: Vec<Value> = self.ask("bigTapPlaces", json!([])).await?;
        places.iter().map(place).collect()
    }

    /// Waits for a phase, or for the one that it leads to by itself when its countdown has run out: then there is nothing
    /// left to do, and the answer is no.
    async fn is_to_end(&self, from: Phase, to: Phase) -> Outcome<bool> {
        let counts_down = matches!(from, Phase::Position | Phase::Switch);
        if !counts_down {
            self.wait_phase(from).await?;
            return Ok(true);
        }
        let found = until(format!("phase {from}, or {to} after it"), async || {
            let now = self.phase().await?;
            Ok(now.filter(|now| [from.word(), to.word()].contains(&now.as_str())))
        });
        Ok(found.await? == from.word())
    }

    /// The big tap, on the digits.
    pub async fn big_tap(&self, from: Phase, to: Phase) -> Outcome {
        if !self.is_to_end(from, to).await? {
            return Ok(());
        }
        self.settle().await?;
        let digits = until(format!("a place that takes the big tap in {from}"), async || {
            let places = self.big_tap_places().await?;
            ensure!(
                !places.is_empty(),
                "the phase is {}; it reads: {}",
                self.phase().await?.as_deref().unwrap_or("none"),
                self.text().await?
            );
            Ok(places.first().copied())
        })
        .await?;
        if self.went_by_itself(to).await? {
            return Ok(());
        }
        self.tap(digits).await?;
        self.wait_phase(to).await
    }

    /// A countdown ends by itself on a machine that is busy enough; the tap would then mean the next phase.
    async fn went_by_itself(&self, to: Phase) -> Outcome<bool> {
        Ok(self.phase().await?.as_deref() == Some(to.word()))
    }

    /// The big tap by a key.
    pub async fn big_key(&self, key: Key, from: Phase, to: Phase) -> Outcome {
        if !self.is_to_end(from, to).await? {
            return Ok(());
        }
        self.settle().await?;
        if self.went_by_itself(to).await? {
            return Ok(());
        }
        self.keys(&[key]).await?;
        self.wait_phase(to).await
    }

    /// Presses a button of the session screen and waits for the phase it leads to.
    pub async fn button_to(&self, name: &str, to: Phase) -> Outcome {
        self.button(name).await?;
        self.wait_phase(to).await
    }

    /// Start, the safety gate with "None of these", and every optional question skipped.
    pub async fn begin(&self) -> Outcome {
        self.button("Start").await?;
        self.begun().await
    }

    /// Waits for the session to begin; answers what is asked on the way.
    pub async fn begun(&self) -> Outcome {
        until("the session to begin", async || {
            if self.phase().await?.is_some() {
                return Ok(Some(()));
            }
            if self.gate_leads_on().await?.is_some() {
                self.read_gate().await?;
            }
            for step in ["None of these", "Skip"] {
                if self.has(Kind::Button, step).await? {
                    self.button(step).await?;
                }
            }
            Ok(None)
        })
        .await
    }

    /// Whether the screen says that the finished hold is saved in both places.
    pub async fn shows_saved_tick(&self) -> Outcome<bool> {
        let script =
            "return [...document.querySelectorAll('main p')].some((p) => p.textContent.trim() === 'Saved')";
        Ok(self.js(script, vec![]).await? == true)
    }

    /// Waits until it does.
    pub async fn wait_saved_tick(&self) -> Outcome {
        until("the saved tick", async || Ok(self.shows_saved_tick().await?.then_some(()))).await
    }

    /// "Resume", twice where the first answers "Stop now?" only.
    pub async fn resume_to(&self, to: Phase) -> Outcome {
        self.settle_step().await?;
        self.button("Resume").await?;
        self.wait_gone(Kind::Button, "Stop now").await?;
        self.settle_step().await?;
        if self.phase().await?.as_deref() == Some(Phase::Paused.word())
            && self.has(Kind::Button, "Resume").await?
        {
            self.button("Resume").await?;
        }
        self.wait_phase(to).await
    }

    /// Rolls at once and stays on a spot found there.
    pub async fn here(&self) -> Outcome {
        self.big_tap(Phase::Roll, Phase::Hold).await
    }

    /// Opens the app and goes straight to a hold, on a spot found at once.
    pub async fn open_and_hold(&self, url: &str) -> Outcome {
        self.open_app(url).await?;
        self.begin().await?;
        self.big_tap(Phase::Position, Phase::Roll).await?;
        self.here().await
    }

    /// The same, and stays there until the spot has eased: the first leg is rolled on.
    pub async fn open_and_ease(&self, url: &str) -> Outcome {
        self.open_and_hold(url).await?;
        self.ease().await
    }

    /// Stays until the hold counts, then taps "Eased".
    pub async fn ease(&self) -> Outcome {
        self.wait_phase(Phase::Hold).await?;
        self.wait_seconds(4).await?;
        self.big_tap(Phase::Hold, Phase::Roll).await
    }

    /// Waits until the roller moves on after a hold that eased or reached its limit, and a press counts again.
    pub async fn rest_ends(&self) -> Outcome {
        self.until_true("the roller to move on", "return !document.querySelector('.session.is-resting')")
            .await?;
        self.settle_step().await
    }

    /// From position on the first leg: one eased hold there, the other leg rolled only, to the summary.
    pub async fn roll_through(&self) -> Outcome {
        self.big_tap(Phase::Position, Phase::Roll).await?;
        self.here().await?;
        self.ease().await?;
        self.finish().await
    }

    /// From roll on the first leg to the summary, without another hold.
    pub async fn finish(&self) -> Outcome {
        self.roll_the_other_leg().await?;
        self.end_at_the_knee().await?;
        self.wait_for(Kind::Button, "Done").await
    }

    /// From rolling the first leg to rolling the other.
    pub async fn roll_the_other_leg(&self) -> Outcome {
        self.button_to("At the knee", Phase::Switch).await?;
        self.big_tap(Phase::Switch, Phase::Position).await?;
        self.big_tap(Phase::Position, Phase::Roll).await
    }

    /// The tap that ends the session, while the other leg is rolled.
    pub async fn end_at_the_knee(&self) -> Outcome {
        self.button_to("At the knee", Phase::Done).await
    }

    /// The same without a finger: where the page's clock was moved, touches seem to be of another time.
    pub async fn finish_by_keys(&self) -> Outcome {
        self.button_to("At the knee", Phase::Switch).await?;
        self.big_key(Key::Space, Phase::Switch, Phase::Position).await?;
        self.big_key(Key::Space, Phase::Position, Phase::Roll).await?;
        self.button_to("At the knee", Phase::Done).await
    }

    /// "Done" in the summary.
    pub async fn leave(&self) -> Outcome {
        self.button("Done").await?;
        until("the summary to close", async || Ok(self.phase().await?.is_none().then_some(()))).await
    }

    /// One spot marked at this height, a whole short session, and every screen.
    pub async fn tour(&self, percent: u8) -> Outcome {
        self.mark(percent).await?;
        self.short_session().await?;
        for screen in ["History", "Learn", "Settings", "Leg"] {
            self.visit(screen).await?;
        }
        Ok(())
    }

    /// A whole short session with one eased hold, from the leg screen back out of the summary.
    pub async fn short_session(&self) -> Outcome {
        self.begin().await?;
        self.roll_through().await?;
        self.leave().await
    }
}
