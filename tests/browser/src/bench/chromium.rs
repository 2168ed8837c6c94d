//! What Chromium's own instruments say about a page, and how it is made as slow as a cheap phone.

use crate::browser::{Browser, until};
use crate::engine::{Engine, Launch};
use crate::failure::{Outcome, fail};
use crate::settings::Settings;
use crate::stage::Stage;
use serde_json::{Value, json};
use std::cell::Cell;
use std::time::Duration;

/// Times slower than this machine's processor: Lighthouse's mobile run takes the same.
pub const SLOWDOWN: u32 = 4;

/// For so long a page that is at rest does next to nothing.
const REST: Duration = Duration::from_millis(500);

/// A new Chromium of a phone's size with a new profile, in which `script` runs before every page.
pub async fn phone(settings: &Settings, script: &str) -> Outcome<Stage> {
    let stage = Stage::set(Engine::Chromium, settings, &Launch::default()).await?;
    stage.page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
    Ok(stage)
}

impl Browser {
    /// From now on the processor is so many times slower; 1 is its own speed.
    pub async fn slow_down(&self, times: u32) -> Outcome {
        self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await.map(|_| ())
    }

    /// From now on the network is as slow as Lighthouse's "slow 4G": 562.5 ms to an answer, 1.44 Mbit/s down, 675 kbit/s
    /// up (its figures for throttling by the browser, which count the way of a request several times).
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

    /// One of the browser's own counters, for instance `TaskDuration` in seconds.
    pub async fn metrics(&self) -> Outcome<Metrics> {
        self.cdp("Performance.enable", json!({})).await?;
        Ok(Metrics(self.cdp("Performance.getMetrics", json!({})).await?))
    }

    /// Waits until the page is at rest: what follows a start, the laying together of both stores, is over.
    pub async fn rests(&self) -> Outcome {
        let before = Cell::new(self.metrics().await?.get("TaskDuration"));
        until("the page to be at rest", async || {
            tokio::time::sleep(REST).await;
            let now = self.metrics().await?.get("TaskDuration");
            Ok((now - before.replace(now) < REST.as_secs_f64() / 20.0).then_some(()))
        })
        .await
    }

    /// The number that the page's script has noted under this name, once it has.
    pub async fn noted(&self, name: &str) -> Outcome<f64> {
        let noted = until(format!("the moment of {name}"), async || {
            Ok(self.js("return window.noted?.[arguments[0]] ?? null", vec![json!(name)]).await?.as_f64())
        });
        match noted.await {
            Ok(ms) => Ok(ms),
            Err(why) => fail!("{why}"),
        }
    }
}

/// The counters at one moment.
pub struct Metrics(Value);

impl Metrics {
    /// A counter by its name; not a number if there is none of it.
    pub fn get(&self, name: &str) -> f64 {
        let named = |one: &&Value| one["name"] == name;
        self.0["metrics"]
            .as_array()
            .into_iter()
            .flatten()
            .find(named)
            .map_or(f64::NAN, |one| one["value"].as_f64().unwrap_or(f64::NAN))
    }
}
