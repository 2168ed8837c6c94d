//! The browser's windows: the viewport, a second window, and switching between them.

use crate::browser::{Browser, wait_until};
use crate::engine::Engine;
use crate::failure::Outcome;
use http::Method;
use serde_json::{Value, json};

impl Browser {
    /// Sets the viewport, not the window, and waits until the page has that size.
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
                self.set_window_size(width, height).await?;
                self.js_privileged(script, vec![json!(width), json!(height)]).await?;
            }
            Engine::WebKit => {
                // The window is larger than the page by its toolbar, and resizes asynchronously: it is corrected
                // until the viewport has the wanted size.
                let mut window = (width, height);
                let mut before = (0, 0);
                self.set_window_size(width, height).await?;
                return wait_until(format!("a viewport of {width} by {height}"), async || {
                    let shown = self.viewport().await?;
                    if shown == (width, height) {
                        return Ok(Some(()));
                    }
                    if shown == before {
                        window.0 = (window.0 + width).saturating_sub(shown.0);
                        window.1 = (window.1 + height).saturating_sub(shown.1);
                        self.set_window_size(window.0, window.1).await?;
                        before = (0, 0);
                    } else {
                        before = shown;
                    }
                    Ok(None)
                })
                .await;
            }
        }
        wait_until(format!("a viewport of {width} by {height}"), async || {
            Ok((self.viewport().await? == (width, height)).then_some(()))
        })
        .await
    }

    /// The viewport in CSS pixels.
    pub async fn viewport(&self) -> Outcome<(u32, u32)> {
        Ok(serde_json::from_value(self.js("return [innerWidth, innerHeight]", vec![]).await?)?)
    }

    async fn set_window_size(&self, width: u32, height: u32) -> Outcome<Value> {
        let rect = json!({ "width": width, "height": height, "x": null, "y": null });
        self.command(Method::POST, "window/rect", Some(rect)).await
    }

    /// Runs a script in Firefox's chrome context (its own user interface).
    pub(crate) async fn js_privileged(&self, body: &str, args: Vec<Value>) -> Outcome<Value> {
        let context = async |name: &str| {
            self.command(Method::POST, "moz/context", Some(json!({ "context": name }))).await
        };
        context("chrome").await?;
        let answer = self.js(body, args).await;
        context("content").await?;
        answer
    }

    /// Opens a second window at `url` in the same profile and switches to it; returns the handles (first, second).
    pub async fn second_window(&self, url: &str) -> Outcome<(String, String)> {
        let first = self.get("window").await?;
        let window = self.command(Method::POST, "window/new", Some(json!({ "type": "window" }))).await?;
        let second = window["handle"].as_str().unwrap_or_default().to_owned();
        self.switch_to(&second).await?;
        self.open(url).await?;
        Ok((first, second))
    }

    /// Closes the current window and switches to another one.
    pub async fn close_and_switch_to(&self, handle: &str) -> Outcome {
        self.command(Method::DELETE, "window", None).await?;
        self.switch_to(handle).await
    }

    /// Switches to another window.
    pub async fn switch_to(&self, handle: &str) -> Outcome {
        self.last_phase_step.replace(None);
        self.command(Method::POST, "window", Some(json!({ "handle": handle }))).await?;
        Ok(())
    }
}
