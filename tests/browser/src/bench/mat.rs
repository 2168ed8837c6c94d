//! What a session costs while nothing is pressed: processor time, how often the page wakes, and what it holds.

use super::chromium::{Metrics, SLOWDOWN, phone};
use super::figure::Figure;
use crate::browser::Browser;
use crate::failure::Outcome;
use crate::page::Phase;
use crate::settings::Settings;
use serde_json::json;

/// How long is watched, ms of the page's clock.
pub const WATCHED_MS: u32 = 20_000;
/// The same in seconds.
const WATCHED_S: f64 = 20.0;

/// Counts the calls that the page has asked for: timers and frames.
const WATCH: &str = "window.wakes = 0;\
    for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame']) {\
        const real = window[name];\
        window[name] = (then, ...rest) => real.call(window, (...told) => { wakes += 1; return then(...told); }, ...rest);\
    }";

/// A page with nothing on it but an animation of its style sheet: what a ring costs that only turns.
const STILL: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Floor</title><style>\
    i{position:fixed;inset:20%;border:9px solid;animation:a 20s linear infinite}@keyframes a{to{opacity:.9}}</style><i></i>";

/// Measures a hold and a roll beside an animation.
pub async fn measure(settings: &Settings) -> Outcome<Vec<Figure>> {
    let still = phone(settings, WATCH).await?;
    still.page.open(&format!("data:text/html,{}", STILL.replace('#', "%23"))).await?;
    let (floor, _, _) = watched(&still.page).await?;

    let stage = phone(settings, WATCH).await?;
    let p = &stage.page;
    p.open_app(&stage.site.url()).await?;
    p.offline_ready().await?;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    let (roll, roll_wakes, _) = watched(p).await?;
    p.here().await?;
    let (hold, hold_wakes, end) = watched(p).await?;
    let one = |name, value: f64, aim| Figure { name, ours: vec![value], floor: vec![], aim };
    Ok(vec![
        Figure {
            name: "processor in a hold at 4x, % of one core (floor: an animation)",
            ours: vec![hold],
            floor: vec![floor],
            aim: "2 %",
        },
        Figure {
            name: "processor while rolling at 4x, % of one core (floor: an animation)",
            ours: vec![roll],
            floor: vec![floor],
            aim: "",
        },
        one("timers and frames a second in a hold", hold_wakes, "1"),
        one("timers and frames a second while rolling", roll_wakes, ""),
        one("nodes in a hold", end.get("Nodes"), ""),
        one("listeners in a hold", end.get("JSEventListeners"), ""),
        one("JavaScript heap in a hold, MB", end.get("JSHeapUsedSize") / 1e6, ""),
    ])
}

/// Percent of one core, calls a second, and the counters at the end.
async fn watched(p: &Browser) -> Outcome<(f64, f64, Metrics)> {
    p.slow_down(SLOWDOWN).await?;
    // Whatever has just begun is over by then.
    p.page_time(1_000).await?;
    let wakes = async || {
        Ok::<_, crate::failure::Failure>(p.js("return wakes", vec![]).await?.as_f64().unwrap_or(f64::NAN))
    };
    let (calls, before) = (wakes().await?, p.metrics().await?);
    // One wait in the page: asking again and again would be what is measured.
    let rest = "const done = arguments[1]; setTimeout(() => done(true), arguments[0])";
    p.js_async(rest, vec![json!(WATCHED_MS)]).await?;
    let after = p.metrics().await?;
    // The one that waited is not the app's.
    let calls = wakes().await? - calls - 1.0;
    p.slow_down(1).await?;
    let busy = after.get("TaskDuration") - before.get("TaskDuration");
    Ok((busy / WATCHED_S * 100.0, calls / WATCHED_S, after))
}
