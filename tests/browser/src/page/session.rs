//! The session screen: the big tap, and steps through a session.

use super::{ControlKind, Phase, lazy_screen_names, parse_point};
use crate::browser::{Browser, wait_until};
use crate::failure::{Outcome, ensure};
use crate::pointer::{Key, Point};
use serde_json::{Value, json};

impl Browser {
    /// The current leg of the session.
    pub async fn session_leg(&self) -> Outcome<String> {
        Ok(self.call_helper::<Option<String>>("leg", json!([])).await?.unwrap_or_default())
    }

    /// Points where the whole-screen button is hit: the digits first, then others far from them.
    pub async fn big_tap_points(&self) -> Outcome<Vec<Point>> {
        let places: Vec<Value> = self.call_helper("bigTapPoints", json!([])).await?;
        places.iter().map(parse_point).collect()
    }

    /// Waits for a phase, or for the next one when the countdown between them has run out; true when the phase itself
    /// is still shown and has to be ended.
    async fn wait_phase_or_next(&self, from: Phase, to: Phase) -> Outcome<bool> {
        let counts_down = matches!(from, Phase::Position | Phase::Switch);
        if !counts_down {
            self.wait_phase(from).await?;
            return Ok(true);
        }
        let found = wait_until(format!("phase {from}, or {to} after it"), async || {
            let now = self.phase().await?;
            Ok(now.filter(|now| [from.as_str(), to.as_str()].contains(&now.as_str())))
        });
        Ok(found.await? == from.as_str())
    }

    /// Ends a phase by the big tap on the digits.
    pub async fn big_tap(&self, from: Phase, to: Phase) -> Outcome {
        if !self.wait_phase_or_next(from, to).await? {
            return Ok(());
        }
        self.wait_input_delay().await?;
        let digits = wait_until(format!("a point where a touch is the big tap in {from}"), async || {
            let places = self.big_tap_points().await?;
            ensure!(
                !places.is_empty(),
                "the phase is {}; it reads: {}",
                self.phase().await?.as_deref().unwrap_or("none"),
                self.visible_text().await?
            );
            Ok(places.first().copied())
        })
        .await?;
        if self.has_advanced(to).await? {
            return Ok(());
        }
        self.tap(digits).await?;
        self.wait_phase(to).await
    }

    /// Whether the countdown has ended the phase meanwhile, as on a busy machine: a tap would end the next phase.
    async fn has_advanced(&self, to: Phase) -> Outcome<bool> {
        Ok(self.phase().await?.as_deref() == Some(to.as_str()))
    }

    /// Ends a phase by a key that is the big tap.
    pub async fn big_tap_by_key(&self, key: Key, from: Phase, to: Phase) -> Outcome {
        if !self.wait_phase_or_next(from, to).await? {
            return Ok(());
        }
        self.wait_input_delay().await?;
        if self.has_advanced(to).await? {
            return Ok(());
        }
        self.press_keys(&[key]).await?;
        self.wait_phase(to).await
    }

    /// Presses a button of the session screen and waits for the phase it leads to.
    pub async fn press_button_to(&self, name: &str, to: Phase) -> Outcome {
        self.press_button(name).await?;
        self.wait_phase(to).await
    }

    /// Presses Start, answers the safety gate with "None of these" and skips optional questions.
    pub async fn start_session(&self) -> Outcome {
        self.press_button("Start").await?;
        self.wait_session_started().await
    }

    /// Waits until the session has started; answers the gate and optional questions.
    pub async fn wait_session_started(&self) -> Outcome {
        wait_until("the session to begin", async || {
            if self.phase().await?.is_some() {
                return Ok(Some(()));
            }
            if self.gate_scroll_button().await?.is_some() {
                self.scroll_gate_to_end().await?;
            }
            for step in ["None of these", "Skip"] {
                if self.has(ControlKind::Button, step).await? {
                    self.press_button(step).await?;
                }
            }
            Ok(None)
        })
        .await
    }

    /// Whether the screen says that the finished hold is saved in both stores.
    pub async fn shows_saved(&self) -> Outcome<bool> {
        let script =
            "return [...document.querySelectorAll('main p')].some((p) => p.textContent.trim() === 'Saved')";
        Ok(self.js(script, vec![]).await? == true)
    }

    /// Waits until the screen says so.
    pub async fn wait_saved(&self) -> Outcome {
        wait_until("the saved tick", async || Ok(self.shows_saved().await?.then_some(()))).await
    }

    /// Presses Resume, a second time when the first press only answers "Stop now?".
    pub async fn resume_to(&self, to: Phase) -> Outcome {
        self.wait_step_delay().await?;
        self.press_button("Resume").await?;
        self.wait_gone(ControlKind::Button, "Stop now").await?;
        self.wait_step_delay().await?;
        if self.phase().await?.as_deref() == Some(Phase::Paused.as_str())
            && self.has(ControlKind::Button, "Resume").await?
        {
            self.press_button("Resume").await?;
        }
        self.wait_phase(to).await
    }

    /// Taps "Here" while rolling: a hold starts.
    pub async fn tap_here(&self) -> Outcome {
        self.big_tap(Phase::Roll, Phase::Hold).await
    }

    /// Opens the app and starts a session, until the first leg is rolled.
    pub async fn open_and_roll(&self, url: &str) -> Outcome {
        self.open_app(url).await?;
        self.start_session().await?;
        self.big_tap(Phase::Position, Phase::Roll).await
    }

    /// The same, and starts a hold.
    pub async fn open_and_hold(&self, url: &str) -> Outcome {
        self.open_and_roll(url).await?;
        self.tap_here().await
    }

    /// The same, and ends the hold as eased: the first leg is in the phase roll.
    pub async fn open_and_ease(&self, url: &str) -> Outcome {
        self.open_and_hold(url).await?;
        self.ease_hold().await
    }

    /// Waits until the hold is long enough to count, then taps "Eased".
    pub async fn ease_hold(&self) -> Outcome {
        self.wait_phase(Phase::Hold).await?;
        self.wait_timer(4).await?;
        self.big_tap(Phase::Hold, Phase::Roll).await
    }

    /// Waits until the pacer moves on after a hold, and presses are accepted again.
    pub async fn wait_rest_end(&self) -> Outcome {
        self.wait_until_true(
            "the roller to move on",
            "return !document.querySelector('.session.is-resting')",
        )
        .await?;
        self.wait_step_delay().await
    }

    /// From position on the first leg to the summary: one eased hold there, and the other leg without a hold.
    pub async fn complete_session(&self) -> Outcome {
        self.big_tap(Phase::Position, Phase::Roll).await?;
        self.tap_here().await?;
        self.ease_hold().await?;
        self.finish_session().await
    }

    /// From roll on the first leg to the summary, without another hold.
    pub async fn finish_session(&self) -> Outcome {
        self.roll_other_leg().await?;
        self.end_session_at_knee().await?;
        self.wait_for(ControlKind::Button, "Done").await
    }

    /// From rolling the first leg to rolling the other.
    pub async fn roll_other_leg(&self) -> Outcome {
        self.press_button_to("At the knee", Phase::Switch).await?;
        self.big_tap(Phase::Switch, Phase::Position).await?;
        self.big_tap(Phase::Position, Phase::Roll).await
    }

    /// Ends the session while the second leg is rolled.
    pub async fn end_session_at_knee(&self) -> Outcome {
        self.press_button_to("At the knee", Phase::Done).await
    }

    /// The same with keys: where the page's clock was changed, touch timestamps are wrong.
    pub async fn finish_session_by_keys(&self) -> Outcome {
        self.press_button_to("At the knee", Phase::Switch).await?;
        self.big_tap_by_key(Key::Space, Phase::Switch, Phase::Position).await?;
        self.big_tap_by_key(Key::Space, Phase::Position, Phase::Roll).await?;
        self.press_button_to("At the knee", Phase::Done).await
    }

    /// "Done" in the summary.
    pub async fn close_summary(&self) -> Outcome {
        self.press_button("Done").await?;
        wait_until("the summary to close", async || Ok(self.phase().await?.is_none().then_some(()))).await
    }

    /// Closes the summary, opens the History screen and waits until it lists this number of sessions.
    pub async fn close_summary_to_history(&self, sessions: usize) -> Outcome {
        self.close_summary().await?;
        self.visit("History").await?;
        self.wait_for_session_count(sessions).await
    }

    /// Adds a mark at this position, does a short session, and visits every screen.
    pub async fn visit_every_screen(&self, percent: u8) -> Outcome {
        self.add_mark(percent).await?;
        self.do_short_session().await?;
        for screen in lazy_screen_names().chain(["Leg"]) {
            self.visit(screen).await?;
        }
        Ok(())
    }

    /// A short session with one eased hold, from the leg screen until the summary is closed.
    pub async fn do_short_session(&self) -> Outcome {
        self.start_session().await?;
        self.complete_session().await?;
        self.close_summary().await
    }
}
