//! Measures starting the app, ending a session and showing the history with 0, 3,000 and 9,000 stored sessions.
//!
//! Times are compared as ratios, because the machine is noisy; the characters per session are exact. Part of `make
//! bench`; the result never fails a build.

use super::chromium::launch_phone;
use super::measurement::median;
use crate::browser::wait_until;
use crate::failure::Outcome;
use crate::page::Phase;
use crate::settings::Settings;
use crate::test_context::TestContext;
use std::fmt::Write as _;

/// The numbers of sessions; the others are compared with the first. About 9,700 sessions of this kind fill the
/// 5,242,880 characters of Chromium's localStorage.
const SESSION_COUNTS: [u32; 3] = [0, 3_000, 9_000];
/// The target for the ratio of start times.
const TARGET: &str = "1.1 with 3,000 sessions, 1.3 with 9,000";

/// Records when the app handles taps, and how long after the last tap the summary and its "saved" tick are shown.
pub const WATCH: &str = "window.timestamps = {};\
    const note = (name, when) => { if (when && !(name in timestamps)) timestamps[name] = performance.now(); };\
    addEventListener('click', () => { timestamps = { ready: timestamps.ready, tap: performance.now() }; }, true);\
    new MutationObserver(() => {\
        note('ready', 'ready' in document.documentElement.dataset);\
        const summary = document.querySelector('main[data-phase=done]');\
        note('shown', summary);\
        note('saved', summary?.querySelector('.saved-note'));\
        note('history', document.querySelector('main.history'));\
    }).observe(document, { subtree: true, childList: true, attributes: true });";

/// One history with its measurements, in ms.
struct Measured {
    sessions: u32,
    ctx: TestContext,
    characters: f64,
    starts: Vec<f64>,
    /// From navigation to the list of sessions, opened as soon as taps are handled.
    read: Vec<f64>,
    /// From the tap to the list of sessions, when all sessions have been read.
    listed: Vec<f64>,
    shown: Vec<f64>,
    saved: Vec<f64>,
}

/// Measures and returns a table in Markdown.
pub async fn measure(settings: &Settings) -> Outcome<String> {
    let mut histories = Vec::new();
    for sessions in SESSION_COUNTS {
        println!("bench: a history of {sessions} sessions");
        histories.push(prepare(settings, sessions).await?);
    }
    // Alternating, so that other load on the machine affects all of them.
    for turn in 1..=settings.bench_turns {
        println!("bench: turn {turn} of {}", settings.bench_turns);
        for history in &mut histories {
            history.ctx.page.reload_app().await?;
            history.starts.push(history.ctx.page.wait_for_timestamp("ready").await?);
            history.ctx.page.visit("History").await?;
            history.read.push(history.ctx.page.wait_for_timestamp("history").await?);
        }
        for history in &mut histories {
            let p = &history.ctx.page;
            p.visit("Leg").await?;
            p.visit("History").await?;
            history.listed.push(p.wait_for_timestamp("history").await? - p.wait_for_timestamp("tap").await?);
            p.visit("Leg").await?;
            // The work after a start must not be measured with the end of a session.
            p.wait_until_idle().await?;
            p.start_session().await?;
            p.big_tap(Phase::Position, Phase::Roll).await?;
            p.finish_session().await?;
            let tap = p.wait_for_timestamp("tap").await?;
            history.shown.push(p.wait_for_timestamp("shown").await? - tap);
            history.saved.push(p.wait_for_timestamp("saved").await? - tap);
            p.close_summary().await?;
            // The next turn starts on the leg screen.
            p.visit("Leg").await?;
        }
    }
    Ok(table(&histories))
}

async fn prepare(settings: &Settings, sessions: u32) -> Outcome<Measured> {
    let ctx = launch_phone(settings, WATCH).await?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    // The service worker answers from now on.
    p.wait_offline_ready().await?;
    let mut characters = 0.0;
    if sessions > 0 {
        p.seed_history(sessions, 1).await?;
        let count = "let n = 0; for (const [key, text] of Object.entries(localStorage))\
            if (key.startsWith('eased.s.')) n += key.length + text.length;\
            return n";
        characters = p.js(count, vec![]).await?.as_f64().unwrap_or_default() / f64::from(sessions);
        // The number of records that IndexedDB has when both stores are reconciled.
        let counted = "const done = arguments[0], ask = indexedDB.open('eased');\
            ask.onsuccess = () => { const count = ask.result.transaction('kept').objectStore('kept').count();\
                count.onsuccess = () => { ask.result.close(); done(count.result); }; };";
        let both = async || {
            let has = async || {
                let has = p.js_async(counted, vec![]).await?.as_f64().unwrap_or_default();
                Ok((has >= f64::from(sessions)).then_some(()))
            };
            wait_until("both stores to have the history", has).await
        };
        // 9,000 sessions take longer than the timeout of one wait; reloading in between would start again.
        for _ in 0..9 {
            if both().await.is_ok() {
                break;
            }
        }
        both().await?;
    }
    p.reload_app().await?;
    Ok(Measured {
        sessions,
        ctx,
        characters,
        starts: vec![],
        read: vec![],
        listed: vec![],
        shown: vec![],
        saved: vec![],
    })
}

fn table(histories: &[Measured]) -> String {
    let mut text = String::from(
        "| sessions | start | ratio | history, asked for at once | ratio | history, later | ratio | summary shown | ratio | saved | ratio | characters a session |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n",
    );
    let first = &histories[0];
    for history in histories {
        let cell = |values: &[f64], baseline: &[f64]| {
            format!("{:.0} ms | {:.2}", median(values), median(values) / median(baseline))
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} | {:.0} |",
            history.sessions,
            cell(&history.starts, &first.starts),
            cell(&history.read, &first.read),
            cell(&history.listed, &first.listed),
            cell(&history.shown, &first.shown),
            cell(&history.saved, &first.saved),
            history.characters,
        );
    }
    let turns = first.starts.len();
    // Writing to a string cannot fail.
    let _ = writeln!(text, "\nMedians of Chromium, {turns} turns; the aim for the start is {TARGET}.");
    text
}
