//! Where the time goes: Chromium's own profile of the moments that have a figure to reach. `make profile`, of a program
//! that has kept the names of its functions.

use super::chromium::{Metrics, SLOWDOWN, phone};
use super::history::WATCH;
use super::mat::WATCHED_MS;
use crate::browser::Browser;
use crate::failure::Outcome;
use crate::page::Phase;
use crate::settings::Settings;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How often is looked, microseconds.
const INTERVAL_US: u32 = 200;
/// Lines of a table.
const LINES: usize = 14;
/// Characters of a function's name.
const NAME: usize = 100;
/// Sessions of the long history.
const SESSIONS: u32 = 3_000;
/// Marks that are made.
const MARKS: u8 = 6;

/// Profiles, and makes tables of it.
pub async fn measure(settings: &Settings) -> Outcome<String> {
    let mut text = format!("Chromium at {SLOWDOWN} times the machine's own pace.\n");
    let stage = phone(settings, WATCH).await?;
    let p = &stage.page;
    p.open_app(&stage.site.url()).await?;
    p.offline_ready().await?;
    p.slow_down(SLOWDOWN).await?;
    let start = async || {
        p.reload().await?;
        p.noted("ready").await?;
        // All that follows the first view is over when the history can be seen.
        p.visit("History").await?;
        p.noted("history").await?;
        p.visit("Leg").await
    };
    text += &profiled(p, "start, nothing recorded", start).await?;
    // Nothing is asked in between, so that all that is found is the app's.
    let mut places = Vec::new();
    for n in 0..MARKS {
        places.push(p.zone_place(n * 15 + 5).await?);
    }
    let marks = async || {
        for place in &places {
            p.tap(*place).await?;
        }
        Ok(())
    };
    text += &profiled(p, "six marks", marks).await?;
    p.slow_down(1).await?;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.here().await?;
    p.slow_down(SLOWDOWN).await?;
    let rest = async || {
        let rest = "const done = arguments[1]; setTimeout(() => done(true), arguments[0])";
        p.js_async(rest, vec![json!(WATCHED_MS)]).await.map(|_| ())
    };
    text += &profiled(p, "twenty seconds of a hold", rest).await?;
    p.slow_down(1).await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    text += &end_of_session(p, "end of the first session").await?;
    p.seed(SESSIONS, 1).await?;
    p.slow_down(SLOWDOWN).await?;
    text += &profiled(p, "start with 3,000 sessions", start).await?;
    p.slow_down(1).await?;
    p.rests().await?;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    text += &end_of_session(p, "end of a session with 3,000 before it").await?;
    Ok(text)
}

/// From the tap that ends a session that rolls until the tick is there; the leg is shown after it.
async fn end_of_session(p: &Browser, what: &str) -> Outcome<String> {
    p.roll_the_other_leg().await?;
    p.slow_down(SLOWDOWN).await?;
    let end = async || {
        p.end_at_the_knee().await?;
        p.noted("saved").await.map(|_| ())
    };
    let text = profiled(p, what, end).await?;
    p.slow_down(1).await?;
    p.leave().await?;
    p.visit("Leg").await?;
    Ok(text)
}

async fn profiled(p: &Browser, what: &str, act: impl AsyncFn() -> Outcome) -> Outcome<String> {
    println!("profile: {what}");
    p.cdp("Profiler.enable", json!({})).await?;
    p.cdp("Profiler.setSamplingInterval", json!({ "interval": INTERVAL_US })).await?;
    let before = p.metrics().await?;
    p.cdp("Profiler.start", json!({})).await?;
    act().await?;
    let profile = p.cdp("Profiler.stop", json!({})).await?;
    let after = p.metrics().await?;
    Ok(table(what, &profile["profile"], &before, &after))
}

fn table(what: &str, profile: &Value, before: &Metrics, after: &Metrics) -> String {
    let mut text = format!("\n## {what}\n\n");
    let spent = |name| (after.get(name) - before.get(name)) * 1_000.0;
    // Writing to a string cannot fail.
    let _ = writeln!(
        text,
        "Tasks {:.0} ms, of it scripts {:.0}, style {:.0}, layout {:.0}.\n\n| function | own time, ms |\n|---|---|",
        spent("TaskDuration"),
        spent("ScriptDuration"),
        spent("RecalcStyleDuration"),
        spent("LayoutDuration"),
    );
    for (name, ms) in own_times(profile).into_iter().take(LINES) {
        // As above.
        let _ = writeln!(text, "| `{}` | {ms:.1} |", name.chars().take(NAME).collect::<String>());
    }
    text
}

/// The time in each function itself, the longest first.
fn own_times(profile: &Value) -> Vec<(String, f64)> {
    let list = |name: &str| profile[name].as_array().cloned().unwrap_or_default();
    let name = |node: &Value| {
        let call = &node["callFrame"];
        let name = call["functionName"].as_str().unwrap_or_default();
        let file = call["url"].as_str().and_then(|url| url.rsplit('/').next()).unwrap_or_default();
        if name.is_empty() { format!("(a function of {file})") } else { name.to_owned() }
    };
    let names: BTreeMap<u64, String> =
        list("nodes").iter().filter_map(|node| Some((node["id"].as_u64()?, name(node)))).collect();
    let mut spent: BTreeMap<&str, f64> = BTreeMap::new();
    for (sample, delta) in list("samples").iter().zip(list("timeDeltas")) {
        if let Some(name) = sample.as_u64().and_then(|id| names.get(&id)).filter(|name| *name != "(idle)") {
            *spent.entry(name).or_default() += delta.as_f64().unwrap_or_default() / 1_000.0;
        }
    }
    let mut all: Vec<(String, f64)> = spent.into_iter().map(|(name, ms)| (name.to_owned(), ms)).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_time_is_summed_by_name_and_idle_is_none() {
        let node =
            |id, name| json!({ "id": id, "callFrame": { "functionName": name, "url": "http://x/boot.js" } });
        let profile = json!({
            "nodes": [node(1, "a"), node(2, ""), node(3, "a"), node(4, "(idle)")],
            "samples": [1, 2, 3, 4],
            "timeDeltas": [1_000, 500, 2_000, 90_000],
        });
        let all = own_times(&profile);
        assert_eq!(all, [("a".to_owned(), 3.0), ("(a function of boot.js)".to_owned(), 0.5)]);
    }
}
