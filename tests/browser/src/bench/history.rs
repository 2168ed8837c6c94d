//! What a long history costs: starting the app, ending a session and looking at the history with 0, 3,000 and 9,000
//! sessions, as ratios, since the machine is noisy; and characters per session, exactly. `make bench`. It never gates
//! anything.

use super::chromium::phone;
use super::figure::median;
use crate::browser::until;
use crate::failure::Outcome;
use crate::page::Phase;
use crate::settings::Settings;
use crate::stage::Stage;
use std::fmt::Write as _;

/// Sessions of the histories, the first being what the others are compared with. Some 9,700 of these fill the
/// 5,242,880 characters that Chromium's localStorage takes.
const HISTORIES: [u32; 3] = [0, 3_000, 9_000];
/// The ratio that is aimed at with 3,000 sessions.
const AIM: &str = "1.1 with 3,000 sessions, 1.3 with 9,000";

/// Notes when the app handles taps, and how long after the last tap the summary and its tick are there.
pub const WATCH: &str = "window.noted = {};\
    const note = (name, when) => { if (when && !(name in noted)) noted[name] = performance.now(); };\
    addEventListener('click', () => { noted = { ready: noted.ready, tap: performance.now() }; }, true);\
    new MutationObserver(() => {\
        note('ready', 'ready' in document.documentElement.dataset);\
        const summary = document.querySelector('main[data-phase=done]');\
        note('shown', summary);\
        note('saved', summary?.querySelector('.kept'));\
        note('history', document.querySelector('main.history'));\
    }).observe(document, { subtree: true, childList: true, attributes: true });";

/// One history, and what was measured with it.
struct Measured {
    sessions: u32,
    stage: Stage,
    characters: f64,
    starts: Vec<f64>,
    /// From the address to the list, asked for as soon as taps are handled.
    read: Vec<f64>,
    /// From the tap to the list, when all has been read.
    listed: Vec<f64>,
    shown: Vec<f64>,
    saved: Vec<f64>,
}

/// Measures, and makes a table of it.
pub async fn measure(settings: &Settings) -> Outcome<String> {
    let mut all = Vec::new();
    for sessions in HISTORIES {
        println!("bench: a history of {sessions} sessions");
        all.push(prepared(settings, sessions).await?);
    }
    // In turn, so that what else the machine does meets all of them.
    for turn in 1..=settings.turns {
        println!("bench: turn {turn} of {}", settings.turns);
        for of in &mut all {
            of.stage.page.reload_app().await?;
            of.starts.push(of.stage.page.noted("ready").await?);
            of.stage.page.visit("History").await?;
            of.read.push(of.stage.page.noted("history").await?);
        }
        for of in &mut all {
            let p = &of.stage.page;
            p.visit("Leg").await?;
            p.visit("History").await?;
            of.listed.push(p.noted("history").await? - p.noted("tap").await?);
            p.visit("Leg").await?;
            // A session ends long after the start; what follows a start is not measured with it.
            p.rests().await?;
            p.begin().await?;
            p.big_tap(Phase::Position, Phase::Roll).await?;
            p.finish().await?;
            let tap = p.noted("tap").await?;
            of.shown.push(p.noted("shown").await? - tap);
            of.saved.push(p.noted("saved").await? - tap);
            p.leave().await?;
            // Every start shows the leg.
            p.visit("Leg").await?;
        }
    }
    Ok(table(&all))
}

async fn prepared(settings: &Settings, sessions: u32) -> Outcome<Measured> {
    let stage = phone(settings, WATCH).await?;
    let p = &stage.page;
    p.open_app(&stage.site.url()).await?;
    // The worker answers from now on.
    p.offline_ready().await?;
    let mut characters = 0.0;
    if sessions > 0 {
        p.seed(sessions, 1).await?;
        let count = "let n = 0; for (const [key, text] of Object.entries(localStorage))\
            if (key.startsWith('eased.s.')) n += key.length + text.length;\
            return n";
        characters = p.js(count, vec![]).await?.as_f64().unwrap_or_default() / f64::from(sessions);
        // As many as IndexedDB has when the union is over.
        let counted = "const done = arguments[0], ask = indexedDB.open('eased');\
            ask.onsuccess = () => { const count = ask.result.transaction('kept').objectStore('kept').count();\
                count.onsuccess = () => { ask.result.close(); done(count.result); }; };";
        let both = async || {
            let has = async || {
                let has = p.js_async(counted, vec![]).await?.as_f64().unwrap_or_default();
                Ok((has >= f64::from(sessions)).then_some(()))
            };
            until("both stores to have the history", has).await
        };
        // Nine thousand take longer than any one thing may; a reload in between would begin anew.
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
        stage,
        characters,
        starts: vec![],
        read: vec![],
        listed: vec![],
        shown: vec![],
        saved: vec![],
    })
}

fn table(all: &[Measured]) -> String {
    let mut text = String::from(
        "| sessions | start | ratio | history, asked for at once | ratio | history, later | ratio | summary shown | ratio | saved | ratio | characters a session |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n",
    );
    let first = &all[0];
    for of in all {
        let cell = |mine: &[f64], theirs: &[f64]| {
            format!("{:.0} ms | {:.2}", median(mine), median(mine) / median(theirs))
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} | {:.0} |",
            of.sessions,
            cell(&of.starts, &first.starts),
            cell(&of.read, &first.read),
            cell(&of.listed, &first.listed),
            cell(&of.shown, &first.shown),
            cell(&of.saved, &first.saved),
            of.characters,
        );
    }
    let turns = first.starts.len();
    // As above.
    let _ = writeln!(text, "\nMedians of Chromium, {turns} turns; the aim for the start is {AIM}.");
    text
}
