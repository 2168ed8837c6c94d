//! Measures a session without input: CPU time, timer and frame callbacks, nodes, listeners and memory.

use super::chromium::{Metrics, SLOWDOWN, launch_phone};
use super::measurement::Measurement;
use crate::browser::Browser;
use crate::failure::Outcome;
use crate::page::Phase;
use crate::settings::Settings;
use serde_json::json;

/// The duration of an observation, ms.
pub const OBSERVED_MS: u32 = 20_000;
/// The duration of an observation, seconds.
const OBSERVED_S: f64 = 20.0;

/// Counts the callbacks that the page has requested: timers and animation frames.
const WATCH: &str = "window.callbacks = 0;\
    for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame']) {\
        const real = window[name];\
        window[name] = (then, ...rest) => real.call(window, (...args) => { callbacks += 1; return then(...args); }, ...rest);\
    }";

/// The baseline: a page with nothing but a CSS animation.
const ANIMATION_ONLY: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Baseline</title><style>\
    i{position:fixed;inset:20%;border:9px solid;animation:a 20s linear infinite}@keyframes a{to{opacity:.9}}</style><i></i>";

/// Measures a hold and a roll, and a CSS animation as the baseline.
pub async fn measure(settings: &Settings) -> Outcome<Vec<Measurement>> {
    let animation = launch_phone(settings, WATCH).await?;
    animation.page.open(&format!("data:text/html,{}", ANIMATION_ONLY.replace('#', "%23"))).await?;
    let (baseline, _, _) = observe(&animation.page).await?;

    let stage = launch_phone(settings, WATCH).await?;
    let p = &stage.page;
    p.open_app(&stage.site.url()).await?;
    p.wait_offline_ready().await?;
    p.start_session().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    let (roll, roll_callbacks, _) = observe(p).await?;
    p.tap_here().await?;
    let (hold, hold_callbacks, end) = observe(p).await?;
    let count = |name, value: f64, target| Measurement { name, app: vec![value], baseline: vec![], target };
    Ok(vec![
        Measurement {
            name: "processor in a hold at 4x, % of one core (baseline: an animation)",
            app: vec![hold],
            baseline: vec![baseline],
            target: "2 %",
        },
        Measurement {
            name: "processor while rolling at 4x, % of one core (baseline: an animation)",
            app: vec![roll],
            baseline: vec![baseline],
            target: "",
        },
        count("timers and frames a second in a hold", hold_callbacks, "1"),
        count("timers and frames a second while rolling", roll_callbacks, ""),
        count("nodes in a hold", end.get("Nodes"), ""),
        count("listeners in a hold", end.get("JSEventListeners"), ""),
        count("JavaScript heap in a hold, MB", end.get("JSHeapUsedSize") / 1e6, ""),
    ])
}

/// Observes the page: CPU time in percent of one core, callbacks per second, and the counters at the end.
async fn observe(p: &Browser) -> Outcome<(f64, f64, Metrics)> {
    p.slow_down(SLOWDOWN).await?;
    // The work of the preceding tap is over by then.
    p.wait_page_ms(1_000).await?;
    let callbacks = async || {
        Ok::<_, crate::failure::Failure>(p.js("return callbacks", vec![]).await?.as_f64().unwrap_or(f64::NAN))
    };
    let (calls, before) = (callbacks().await?, p.metrics().await?);
    // One timer in the page, because polling would itself be measured.
    let rest = "const done = arguments[1]; setTimeout(() => done(true), arguments[0])";
    p.js_async(rest, vec![json!(OBSERVED_MS)]).await?;
    let after = p.metrics().await?;
    // Without the callback of this timer.
    let calls = callbacks().await? - calls - 1.0;
    p.slow_down(1).await?;
    let busy = after.get("TaskDuration") - before.get("TaskDuration");
    Ok((busy / OBSERVED_S * 100.0, calls / OBSERVED_S, after))
}
