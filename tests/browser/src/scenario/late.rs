//! Answers of the browser and of the network that never come, or come late: a word says so, and nothing is lost.

use crate::failure::{Outcome, ensure};
use crate::page::Phase;
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about late answers, but for the stores.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "silent browser: locks, wake lock, the chosen file and the promise never answer, and a word says so",
            play!(browser),
        ),
        Scenario::new("silent network: the program and its part come late and are taken in", play!(network)),
        Scenario::new("silent worker: the app begins without its answer", play!(worker)),
    ]
}

/// Nothing of this ever answers. What the harness itself reads is not called so.
const NEVER: &str = "const never = () => new Promise(() => {});\
    navigator.locks.request = never;\
    Object.defineProperty(navigator, 'wakeLock', { value: { request: never }, configurable: true });\
    const storage = { persisted: () => Promise.resolve(false), persist: never, estimate: never };\
    Object.defineProperty(navigator, 'storage', { value: storage, configurable: true });\
    Blob.prototype.arrayBuffer = never;\n";

async fn browser(s: &mut Stage) -> Outcome {
    s.use_script(NEVER)?;
    let p = &s.page;
    p.open_app(&format!("{}#/settings", s.site.url())).await?;
    p.button("Ask the browser to keep it").await?;
    p.wait_to_read(&["The browser has not answered yet."]).await?;
    p.choose_file("anything").await?;
    p.wait_to_read(&["One moment"]).await?;
    p.wait_to_read(&["This browser could not read the file."]).await?;
    p.button("Close").await?;
    p.visit("Leg").await?;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.here().await?;
    p.ease().await?;
    p.button_to("Pause", Phase::Paused).await?;
    p.wait_to_read(&["Set auto-lock to never."]).await?;
    p.resume_to(Phase::Roll).await?;
    p.finish().await?;
    p.wait_saved_tick().await
}

/// Answers of the server are kept back: the program's, then the part's. The page's patience with the network is short.
const LATE: &str = "const wait = window.setTimeout, real = window.fetch; window.goes = {};\
    window.setTimeout = (then, ms, ...rest) => wait(then, ms === 20000 ? 1000 : ms, ...rest);\
    const kept = (name) => new Promise((go) => { goes[name] = go; });\
    const gates = { program: kept('program'), part: kept('part') };\
    window.fetch = async (what, ...more) => {\
        const url = String(what.url ?? what);\
        if (/\\/session_and_history-/.test(url)) await gates.part;\
        else if (/\\.wasm/.test(url)) await gates.program;\
        return real(what, ...more);\
    };\n";

async fn network(s: &mut Stage) -> Outcome {
    s.use_script(LATE)?;
    let p = &s.page;
    p.open(&format!("{}#/history", s.site.url())).await?;
    p.wait_to_read(&["A part of the app did not load."]).await?;
    p.js("goes.program()", vec![]).await?;
    p.ready().await?;
    p.wait_to_read(&["is not stored on this phone yet"]).await?;
    ensure!(!p.text().await?.contains("did not load"), "the app runs, and is said to be missing");
    p.js("goes.part()", vec![]).await?;
    p.wait_to_read(&["Nothing here yet"]).await.map(|_| ())
}

const NO_REGISTRATION: &str = "if (sessionStorage.silent)\
    ServiceWorkerContainer.prototype.getRegistration = () => new Promise(() => {});\n";

async fn worker(s: &mut Stage) -> Outcome {
    s.use_script(NO_REGISTRATION)?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.offline_ready().await?;
    p.js("sessionStorage.silent = 'yes'", vec![]).await?;
    // Not a reload, which Firefox forces past the worker.
    p.open_app(&s.site.url()).await?;
    p.until_true("a worker to answer for the page", "return Boolean(navigator.serviceWorker.controller)")
        .await
}
