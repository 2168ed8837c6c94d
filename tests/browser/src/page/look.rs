//! How the page looks to other eyes and ears: what was told, other media, larger text.

use crate::browser::{Browser, until};
use crate::engine::Engine;
use crate::failure::{Outcome, ensure, fail};
use crate::pointer::Place;
use http::Method;
use serde_json::{Value, json};

impl Browser {
    /// What was last told to a screen reader.
    pub async fn heard(&self) -> Outcome<String> {
        self.ask("heard", json!([])).await
    }

    /// Waits until a screen reader was told exactly this.
    pub async fn wait_to_hear(&self, words: &str) -> Outcome {
        let heard = until(format!("\"{words}\" to be heard"), async || {
            Ok((self.heard().await? == words).then_some(()))
        })
        .await;
        match heard {
            Ok(()) => Ok(()),
            Err(why) => fail!("{why}; it says: {}", self.heard().await?),
        }
    }

    /// Every address that our pages have asked for so far, as Chromium logs it: not what its own first page asks for.
    pub async fn network_log(&self) -> Outcome<Vec<String>> {
        let log = self.command(Method::POST, "se/log", Some(json!({ "type": "performance" }))).await?;
        let mut asked = Vec::new();
        for line in log.as_array().into_iter().flatten().filter_map(|line| line["message"].as_str()) {
            let event: Value = serde_json::from_str(line)?;
            let (method, params) = (&event["message"]["method"], &event["message"]["params"]);
            let url = match method.as_str() {
                Some("Network.requestWillBeSent") => &params["request"]["url"],
                Some("Network.webSocketCreated") => &params["url"],
                _ => continue,
            };
            if !params["documentURL"].as_str().is_some_and(|by| by.starts_with("chrome://")) {
                asked.push(url.as_str().unwrap_or_default().to_owned());
            }
        }
        Ok(asked)
    }

    /// No page runs scripts from now on.
    pub async fn switch_scripts_off(&self) -> Outcome {
        match self.engine {
            Engine::Chromium => {
                self.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
            }
            Engine::Firefox => {
                let script = "Services.prefs.setBoolPref('javascript.enabled', false)";
                self.as_chrome(script, vec![]).await?;
            }
            Engine::WebKit => fail!("it cannot be told"),
        }
        Ok(())
    }

    /// All that can be read, asked in a way that needs no script of the page.
    pub async fn plain_text(&self) -> Outcome<String> {
        let body = json!({ "using": "css selector", "value": "body" });
        let found = self.command(Method::POST, "element", Some(body)).await?;
        let id = found.as_object().and_then(|object| object.values().next()).and_then(Value::as_str);
        let Some(id) = id else { fail!("the page has no body: {found}") };
        let text = self.command(Method::GET, &format!("element/{id}/text"), None).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the control of this name has the focus.
    pub async fn wait_for_focus(&self, name: &str) -> Outcome {
        until(format!("the focus on \"{name}\""), async || {
            let focus: Value = self.ask("focus", json!([])).await?;
            ensure!(focus["name"] == name, "it is on {}", focus["name"]);
            Ok(Some(()))
        })
        .await
    }

    /// Text with the spacing of WCAG 1.4.12, or as it was.
    pub async fn space_text(&self, spaced: bool) -> Outcome {
        let script = "window.spacing ??= new CSSStyleSheet();\
            spacing.replaceSync('* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important } p { margin-block-end: 2em !important }');\
            const others = document.adoptedStyleSheets.filter((sheet) => sheet !== spacing);\
            document.adoptedStyleSheets = arguments[0] ? [...others, spacing] : others";
        self.js(script, vec![json!(spaced)]).await.map(|_| ())
    }

    /// Where the finger goes for a mark on the diagram.
    pub async fn mark_place(&self, number: i64) -> Outcome<Place> {
        let found: Value = self.ask("markPlace", json!([number])).await?;
        super::place(&found)
    }

    /// Fails when a control is less than 48 pixels wide or high.
    pub async fn has_large_targets(&self, screen: &str) -> Outcome {
        let small: Vec<String> = self.ask("small", json!([])).await?;
        ensure!(small.is_empty(), "{screen} has small controls: {small:?}");
        Ok(())
    }

    /// Fails when numbers, facts and words on the plate cover each other.
    pub async fn has_no_overlaps(&self, screen: &str) -> Outcome {
        let overlaps = self.none_stay("overlaps").await?;
        ensure!(overlaps.is_empty(), "{screen} has {overlaps:?} over each other");
        Ok(())
    }

    /// Fails when words are cut off or lie over each other.
    pub async fn has_clear_words(&self, screen: &str) -> Outcome {
        let jumbled = self.none_stay("jumbled").await?;
        ensure!(jumbled.is_empty(), "{screen}: {jumbled:?}");
        Ok(())
    }

    /// What a helper of the page finds wrong. The page lays itself out a frame after its size has changed: what is wrong
    /// for that long is looked at again.
    async fn none_stay(&self, helper: &str) -> Outcome<Vec<String>> {
        let found: Vec<String> = self.ask(helper, json!([])).await?;
        if found.is_empty() {
            return Ok(found);
        }
        self.page_time(1_000).await?;
        self.ask(helper, json!([])).await
    }

    /// On the session screen, in whole pixels: the height of two digits, and the sizes of the side, of the phase's word
    /// and of the smallest of the other words.
    pub async fn mat_sizes(&self) -> Outcome<[i64; 4]> {
        self.ask("sizes", json!([])).await
    }

    /// Eight marks on an empty leg, at these places.
    pub async fn crowd(&self, places: [u8; 8]) -> Outcome {
        for number in 1..=8 {
            self.button("Add spot").await?;
            until("one spot more", async || Ok((self.marks().await?.len() == number).then_some(()))).await?;
        }
        self.ask::<Value>("crowd", json!([places])).await?;
        let mut sorted = places.map(i64::from);
        sorted.sort_unstable();
        self.shows_marks(&sorted).await
    }

    /// The page as on another medium, or for a person with these preferences. Chromium only.
    pub async fn emulate(&self, medium: &str, preferences: &[(&str, &str)]) -> Outcome {
        let features: Vec<_> =
            preferences.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": medium, "features": features })).await?;
        Ok(())
    }

    /// Role and name of one element, as the engine computes them.
    pub async fn told(&self, selector: &str) -> Outcome<(String, String)> {
        let body = json!({ "using": "css selector", "value": selector });
        let element = self.command(Method::POST, "element", Some(body)).await?;
        let Some(id) = element.as_object().and_then(|it| it.values().next()).and_then(Value::as_str) else {
            fail!("an element came as {element}");
        };
        let role = self.command(Method::GET, &format!("element/{id}/computedrole"), None).await?;
        let name = self.command(Method::GET, &format!("element/{id}/computedlabel"), None).await?;
        Ok((role.as_str().unwrap_or_default().to_owned(), name.as_str().unwrap_or_default().to_owned()))
    }
}
