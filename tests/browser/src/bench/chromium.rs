//! Chromium's performance counters, and emulation of a slow phone through the DevTools protocol.

use crate::browser::{Browser, wait_until};
use crate::engine::{Engine, LaunchOptions};
use crate::failure::{Outcome, fail};
use crate::settings::Settings;
use crate::test_context::TestContext;
use serde_json::{Value, json};
use std::cell::Cell;
use std::time::Duration;

/// The CPU throttling factor, the same as in Lighthouse's mobile configuration.
pub const SLOWDOWN: u32 = 4;

/// The interval in which an idle page does almost nothing.
const IDLE_INTERVAL: Duration = Duration::from_millis(500);

/// Starts Chromium with a phone's viewport and a new profile; `script` runs before every page's own scripts.
pub async fn launch_phone(settings: &Settings, script: &str) -> Outcome<TestContext> {
    let stage = TestContext::start(Engine::Chromium, settings, &LaunchOptions::default()).await?;
    stage.page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
    Ok(stage)
}

impl Browser {
    /// Throttles the CPU by this factor from now on; 1 is full speed.
    pub async fn slow_down(&self, times: u32) -> Outcome {
        self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await.map(|_| ())
    }

    /// Emulates Lighthouse's "slow 4G" from now on: 562.5 ms latency, 1.44 Mbit/s down, 675 kbit/s up. These are its
    /// values for throttling by the browser, where the latency stands for several round trips.
    pub async fn slow_network(&self) -> Outcome {
        self.cdp("Network.enable", json!({})).await?;
        let conditions = json!({
            "offline": false,
            "latency": 562.5,
            "downloadThroughput": 1_474_560 / 8,
            "uploadThroughput": 675_000 / 8,
        });
        self.cdp("Network.emulateNetworkConditions", conditions).await.map(|_| ())
    }

    /// The browser's performance counters, for instance `TaskDuration` in seconds.
    pub async fn metrics(&self) -> Outcome<Metrics> {
        self.cdp("Performance.enable", json!({})).await?;
        Ok(Metrics(self.cdp("Performance.getMetrics", json!({})).await?))
    }

    /// Waits until the page is idle: the work after a start, such as reconciling both stores, is over.
    pub async fn wait_until_idle(&self) -> Outcome {
        let before = Cell::new(self.metrics().await?.get("TaskDuration"));
        wait_until("the page to be idle", async || {
            tokio::time::sleep(IDLE_INTERVAL).await;
            let now = self.metrics().await?.get("TaskDuration");
            Ok((now - before.replace(now) < IDLE_INTERVAL.as_secs_f64() / 20.0).then_some(()))
        })
        .await
    }

    /// Waits until the page's script has recorded a timestamp under this name. Returns it, in ms.
    pub async fn wait_for_timestamp(&self, name: &str) -> Outcome<f64> {
        let timestamp = wait_until(format!("the timestamp of {name}"), async || {
            Ok(self.js("return window.timestamps?.[arguments[0]] ?? null", vec![json!(name)]).await?.as_f64())
        });
        match timestamp.await {
            Ok(ms) => Ok(ms),
            Err(why) => fail!("{why}"),
        }
    }
}

/// The performance counters at one moment.
pub struct Metrics(Value);

impl Metrics {
    /// The counter with this name, or NaN.
    pub fn get(&self, name: &str) -> f64 {
        let has_name = |one: &&Value| one["name"] == name;
        self.0["metrics"]
            .as_array()
            .into_iter()
            .flatten()
            .find(has_name)
            .map_or(f64::NAN, |one| one["value"].as_f64().unwrap_or(f64::NAN))
    }
}
