//! How the page is presented: announcements, layout, other media, text spacing, and computed names.

use crate::browser::{Browser, wait_until};
use crate::engine::Engine;
use crate::failure::{Outcome, ensure, fail};
use crate::pointer::Point;
use http::Method;
use serde_json::{Value, json};

impl Browser {
    /// The last text of the live region, which a screen reader announces.
    pub async fn announcement(&self) -> Outcome<String> {
        self.call_helper("announcement", json!([])).await
    }

    /// Waits until the live region has exactly this text.
    pub async fn wait_for_announcement(&self, words: &str) -> Outcome {
        let announced = wait_until(format!("\"{words}\" to be announced"), async || {
            Ok((self.announcement().await? == words).then_some(()))
        })
        .await;
        match announced {
            Ok(()) => Ok(()),
            Err(why) => fail!("{why}; the live region says: {}", self.announcement().await?),
        }
    }

    /// Every URL that the site's pages have requested so far, from Chromium's log, without those of its start page.
    pub async fn network_log(&self) -> Outcome<Vec<String>> {
        let log = self.command(Method::POST, "se/log", Some(json!({ "type": "performance" }))).await?;
        let mut urls = Vec::new();
        for line in log.as_array().into_iter().flatten().filter_map(|line| line["message"].as_str()) {
            let event: Value = serde_json::from_str(line)?;
            let (method, params) = (&event["message"]["method"], &event["message"]["params"]);
            let url = match method.as_str() {
                Some("Network.requestWillBeSent") => &params["request"]["url"],
                Some("Network.webSocketCreated") => &params["url"],
                _ => continue,
            };
            if !params["documentURL"].as_str().is_some_and(|by| by.starts_with("chrome://")) {
                urls.push(url.as_str().unwrap_or_default().to_owned());
            }
        }
        Ok(urls)
    }

    /// Disables JavaScript.
    pub async fn disable_javascript(&self) -> Outcome {
        match self.engine {
            Engine::Chromium => {
                self.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
            }
            Engine::Firefox => {
                let script = "Services.prefs.setBoolPref('javascript.enabled', false)";
                self.js_privileged(script, vec![]).await?;
            }
            Engine::WebKit => fail!("its driver cannot disable JavaScript"),
        }
        Ok(())
    }

    /// The visible text, read by a WebDriver command that needs no script.
    pub async fn text_without_script(&self) -> Outcome<String> {
        let body = json!({ "using": "css selector", "value": "body" });
        let found = self.command(Method::POST, "element", Some(body)).await?;
        let id = found.as_object().and_then(|object| object.values().next()).and_then(Value::as_str);
        let Some(id) = id else { fail!("the page has no body: {found}") };
        let text = self.command(Method::GET, &format!("element/{id}/text"), None).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the control of this name has the focus.
    pub async fn wait_for_focus(&self, name: &str) -> Outcome {
        wait_until(format!("the focus on \"{name}\""), async || {
            let focus: Value = self.call_helper("focus", json!([])).await?;
            ensure!(focus["name"] == name, "the focus is on {}", focus["name"]);
            Ok(Some(()))
        })
        .await
    }

    /// Adds or removes the text spacing of WCAG 1.4.12.
    pub async fn set_text_spacing(&self, spaced: bool) -> Outcome {
        let script = "window.spacing ??= new CSSStyleSheet();\
            spacing.replaceSync('* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important } p { margin-block-end: 2em !important }');\
            const others = document.adoptedStyleSheets.filter((sheet) => sheet !== spacing);\
            document.adoptedStyleSheets = arguments[0] ? [...others, spacing] : others";
        self.js(script, vec![json!(spaced)]).await.map(|_| ())
    }

    /// The centre of a mark on the diagram.
    pub async fn mark_point(&self, number: i64) -> Outcome<Point> {
        let found: Value = self.call_helper("markPoint", json!([number])).await?;
        super::parse_point(&found)
    }

    /// Fails when a control is less than 48 px wide or high.
    pub async fn expect_large_targets(&self, screen: &str) -> Outcome {
        let small: Vec<String> = self.call_helper("smallTargets", json!([])).await?;
        ensure!(small.is_empty(), "{screen} has small controls: {small:?}");
        Ok(())
    }

    /// Fails when mark numbers, mark labels and captions on the plate overlap.
    pub async fn expect_no_overlaps(&self, screen: &str) -> Outcome {
        let overlaps = self.persistent_problems("overlaps").await?;
        ensure!(overlaps.is_empty(), "{screen} has overlapping text: {overlaps:?}");
        Ok(())
    }

    /// Fails when text is cut off or overlaps.
    pub async fn expect_legible_text(&self, screen: &str) -> Outcome {
        let problems = self.persistent_problems("textProblems").await?;
        ensure!(problems.is_empty(), "{screen}: {problems:?}");
        Ok(())
    }

    /// The problems that a helper finds. The page is laid out again a frame after its size has changed, so problems are
    /// reported only when they still exist a second later.
    async fn persistent_problems(&self, helper: &str) -> Outcome<Vec<String>> {
        let found: Vec<String> = self.call_helper(helper, json!([])).await?;
        if found.is_empty() {
            return Ok(found);
        }
        self.wait_page_ms(1_000).await?;
        self.call_helper(helper, json!([])).await
    }

    /// On the session screen, in whole pixels: the height of two digits, and the font sizes of the side, of the phase's
    /// word and of the smallest other text.
    pub async fn session_screen_sizes(&self) -> Outcome<[i64; 4]> {
        self.call_helper("sessionScreenSizes", json!([])).await
    }

    /// Adds eight marks to an empty leg, at these positions.
    pub async fn add_crowded_marks(&self, places: [u8; 8]) -> Outcome {
        for number in 1..=8 {
            self.press_button("Add spot").await?;
            wait_until("one more spot", async || Ok((self.marks().await?.len() == number).then_some(())))
                .await?;
        }
        self.call_helper::<Value>("setCrowdedMarks", json!([places])).await?;
        let mut sorted = places.map(i64::from);
        sorted.sort_unstable();
        self.expect_marks(&sorted).await
    }

    /// Emulates another medium and media features. Chromium only.
    pub async fn emulate_media(&self, medium: &str, preferences: &[(&str, &str)]) -> Outcome {
        let features: Vec<_> =
            preferences.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": medium, "features": features })).await?;
        Ok(())
    }

    /// The role and name of one element, as the engine computes them.
    pub async fn computed_role_and_name(&self, selector: &str) -> Outcome<(String, String)> {
        let body = json!({ "using": "css selector", "value": selector });
        let element = self.command(Method::POST, "element", Some(body)).await?;
        let Some(id) = element.as_object().and_then(|it| it.values().next()).and_then(Value::as_str) else {
            fail!("unexpected element: {element}");
        };
        let role = self.command(Method::GET, &format!("element/{id}/computedrole"), None).await?;
        let name = self.command(Method::GET, &format!("element/{id}/computedlabel"), None).await?;
        Ok((role.as_str().unwrap_or_default().to_owned(), name.as_str().unwrap_or_default().to_owned()))
    }
}
