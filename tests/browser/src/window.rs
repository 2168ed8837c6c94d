//! The browser's windows: how large their page is, and a second one.

use crate::browser::{Browser, until};
use crate::engine::Engine;
use crate::failure::Outcome;
use http::Method;
use serde_json::{Value, json};

impl Browser {
    /// Sets the viewport, not the window, and waits until the page has it.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Outcome {
        match self.engine {
            Engine::Chromium => {
                let size =
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.cdp("Emulation.setDeviceMetricsOverride", size).await?;
            }
            Engine::Firefox => {
                // A Firefox window is never narrower than 500 px, but the part that shows the page can be.
                let script = "const [w, h] = arguments, style = gBrowser.selectedBrowser.style;\
                    for (const [side, px] of [['width', w], ['height', h]])\
                        for (const edge of ['', 'min-', 'max-']) style.setProperty(edge + side, px + 'px');";
                self.rect(width, height).await?;
                self.as_chrome(script, vec![json!(width), json!(height)]).await?;
            }
            Engine::WebKit => {
                // What the window has beside the page is its toolbar. It follows a little later: its size is looked at
                // until it is the one that is wanted.
                let mut window = (width, height);
                let mut before = (0, 0);
                self.rect(width, height).await?;
                return until(format!("a viewport of {width} by {height}"), async || {
                    let shown = self.viewport().await?;
                    if shown == (width, height) {
                        return Ok(Some(()));
                    }
                    if shown == before {
                        window.0 = (window.0 + width).saturating_sub(shown.0);
                        window.1 = (window.1 + height).saturating_sub(shown.1);
                        self.rect(window.0, window.1).await?;
                        before = (0, 0);
                    } else {
                        before = shown;
                    }
                    Ok(None)
                })
                .await;
            }
        }
        until(format!("a viewport of {width} by {height}"), async || {
            Ok((self.viewport().await? == (width, height)).then_some(()))
        })
        .await
    }

    /// The viewport in CSS pixels.
    pub async fn viewport(&self) -> Outcome<(u32, u32)> {
        Ok(serde_json::from_value(self.js("return [innerWidth, innerHeight]", vec![]).await?)?)
    }

    async fn rect(&self, width: u32, height: u32) -> Outcome<Value> {
        let rect = json!({ "width": width, "height": height, "x": null, "y": null });
        self.command(Method::POST, "window/rect", Some(rect)).await
    }

    /// Runs a script in Firefox's own window.
    pub(crate) async fn as_chrome(&self, body: &str, args: Vec<Value>) -> Outcome<Value> {
        let context = async |name: &str| {
            self.command(Method::POST, "moz/context", Some(json!({ "context": name }))).await
        };
        context("chrome").await?;
        let answer = self.js(body, args).await;
        context("content").await?;
        answer
    }

    /// Opens a second window at `url` in the same profile and moves to it; gives back the handles (first, second).
    pub async fn second_window(&self, url: &str) -> Outcome<(String, String)> {
        let first = self.get("window").await?;
        let made = self.command(Method::POST, "window/new", Some(json!({ "type": "window" }))).await?;
        let second = made["handle"].as_str().unwrap_or_default().to_owned();
        self.switch_to(&second).await?;
        self.open(url).await?;
        Ok((first, second))
    }

    /// Closes the window that is looked at, and moves to another one.
    pub async fn close_for(&self, handle: &str) -> Outcome {
        self.command(Method::DELETE, "window", None).await?;
        self.switch_to(handle).await
    }

    /// Moves to another window.
    pub async fn switch_to(&self, handle: &str) -> Outcome {
        self.seen.replace(None);
        self.command(Method::POST, "window", Some(json!({ "handle": handle }))).await?;
        Ok(())
    }
}
