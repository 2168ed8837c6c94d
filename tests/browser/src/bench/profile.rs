//! `make profile`: CPU profiles by function of the moments that have a performance target, of a build with function
//! names.

use super::chromium::{Metrics, SLOWDOWN, launch_phone};
use super::idle_session::OBSERVED_MS;
use super::long_history::WATCH;
use crate::browser::Browser;
use crate::failure::Outcome;
use crate::page::Phase;
use crate::settings::Settings;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The sampling interval, microseconds.
const INTERVAL_US: u32 = 200;
/// The number of functions in a table.
const MAX_LINES: usize = 14;
/// The maximum length of a function's name in a table.
const MAX_NAME_CHARS: usize = 100;
/// The number of sessions in the long history.
const SESSION_COUNT: u32 = 3_000;
/// The number of marks that are added.
const MARK_COUNT: u8 = 6;

/// Profiles and returns tables in Markdown.
pub async fn measure(settings: &Settings) -> Outcome<String> {
    let mut text = format!("Chromium with the CPU throttled by a factor of {SLOWDOWN}.\n");
    let stage = launch_phone(settings, WATCH).await?;
    let p = &stage.page;
    p.open_app(&stage.site.url()).await?;
    p.wait_offline_ready().await?;
    p.slow_down(SLOWDOWN).await?;
    let start = async || {
        p.reload().await?;
        p.wait_for_timestamp("ready").await?;
        // The work after a start is over when the history is shown.
        p.visit("History").await?;
        p.wait_for_timestamp("history").await?;
        p.visit("Leg").await
    };
    text += &profile_action(p, "start, nothing recorded", start).await?;
    // The coordinates are read before, so that the profile contains only work of the app.
    let mut points = Vec::new();
    for n in 0..MARK_COUNT {
        points.push(p.zone_point(n * 15 + 5).await?);
    }
    let marks = async || {
        for point in &points {
            p.tap(*point).await?;
        }
        Ok(())
    };
    text += &profile_action(p, "six marks", marks).await?;
    p.slow_down(1).await?;
    p.start_session().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.tap_here().await?;
    p.slow_down(SLOWDOWN).await?;
    let rest = async || {
        let rest = "const done = arguments[1]; setTimeout(() => done(true), arguments[0])";
        p.js_async(rest, vec![json!(OBSERVED_MS)]).await.map(|_| ())
    };
    text += &profile_action(p, "twenty seconds of a hold", rest).await?;
    p.slow_down(1).await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    text += &end_of_session(p, "end of the first session").await?;
    p.seed_history(SESSION_COUNT, 1).await?;
    p.slow_down(SLOWDOWN).await?;
    text += &profile_action(p, "start with 3,000 sessions", start).await?;
    p.slow_down(1).await?;
    p.wait_until_idle().await?;
    p.start_session().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    text += &end_of_session(p, "end of a session with 3,000 before it").await?;
    Ok(text)
}

/// Profiles from the tap that ends a session in the roll phase until the "saved" tick is shown. Ends on the leg screen.
async fn end_of_session(p: &Browser, what: &str) -> Outcome<String> {
    p.roll_other_leg().await?;
    p.slow_down(SLOWDOWN).await?;
    let end = async || {
        p.end_session_at_knee().await?;
        p.wait_for_timestamp("saved").await.map(|_| ())
    };
    let text = profile_action(p, what, end).await?;
    p.slow_down(1).await?;
    p.close_summary().await?;
    p.visit("Leg").await?;
    Ok(text)
}

async fn profile_action(p: &Browser, what: &str, act: impl AsyncFn() -> Outcome) -> Outcome<String> {
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
        "Tasks {:.0} ms, of it scripts {:.0}, style {:.0}, layout {:.0}.\n\n| function | self time, ms |\n|---|---|",
        spent("TaskDuration"),
        spent("ScriptDuration"),
        spent("RecalcStyleDuration"),
        spent("LayoutDuration"),
    );
    for (name, ms) in self_times(profile).into_iter().take(MAX_LINES) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "| `{}` | {ms:.1} |", name.chars().take(MAX_NAME_CHARS).collect::<String>());
    }
    text
}

/// The self time of each function in ms, sorted in descending order.
fn self_times(profile: &Value) -> Vec<(String, f64)> {
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
    fn self_time_is_summed_by_name_without_idle_time() {
        let node =
            |id, name| json!({ "id": id, "callFrame": { "functionName": name, "url": "http://x/boot.js" } });
        let profile = json!({
            "nodes": [node(1, "a"), node(2, ""), node(3, "a"), node(4, "(idle)")],
            "samples": [1, 2, 3, 4],
            "timeDeltas": [1_000, 500, 2_000, 90_000],
        });
        let all = self_times(&profile);
        assert_eq!(all, [("a".to_owned(), 3.0), ("(a function of boot.js)".to_owned(), 0.5)]);
    }
}
