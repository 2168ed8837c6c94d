//! Browser APIs and network responses that never answer, or answer late: the app says so and loses nothing.

use crate::failure::{Outcome, ensure};
use crate::page::Phase;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The scenarios of an unresponsive browser, except for storage.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "unresponsive_browser: locks, wake lock, file and persist() that never answer are reported",
            scenario_fn!(unanswered_calls),
        ),
        Scenario::new(
            "unresponsive_browser: the program and its lazy part are used when they arrive late",
            scenario_fn!(late_responses),
        ),
        Scenario::new(
            "unresponsive_browser: the app starts without an answer of the service worker",
            scenario_fn!(silent_service_worker),
        ),
    ]
}

/// APIs that never answer. The harness uses none of them.
const NEVER_ANSWER: &str = "const never = () => new Promise(() => {});\
    navigator.locks.request = never;\
    Object.defineProperty(navigator, 'wakeLock', { value: { request: never }, configurable: true });\
    const storage = { persisted: () => Promise.resolve(false), persist: never, estimate: never };\
    Object.defineProperty(navigator, 'storage', { value: storage, configurable: true });\
    Blob.prototype.arrayBuffer = never;\n";

async fn unanswered_calls(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(NEVER_ANSWER)?;
    let p = &ctx.page;
    p.open_app(&format!("{}#/settings", ctx.site.url())).await?;
    p.press_button("Ask the browser to keep it").await?;
    p.wait_for_text(&["The browser has not answered yet."]).await?;
    p.choose_file("anything").await?;
    p.wait_for_text(&["One moment"]).await?;
    p.wait_for_text(&["This browser could not read the file."]).await?;
    p.press_button("Close").await?;
    p.visit("Leg").await?;
    p.start_session().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.tap_here().await?;
    p.ease_hold().await?;
    p.press_button_to("Pause", Phase::Paused).await?;
    p.wait_for_text(&["Set auto-lock to never."]).await?;
    p.resume_to(Phase::Roll).await?;
    p.finish_session().await?;
    p.wait_saved().await
}

/// Delays the responses of the Wasm file and of the lazy part. The page's timeout of 20 s is shortened to 1 s.
const DELAY_RESPONSES: &str = "const wait = window.setTimeout, real = window.fetch; window.goes = {};\
    window.setTimeout = (then, ms, ...rest) => wait(then, ms === 20000 ? 1000 : ms, ...rest);\
    const kept = (name) => new Promise((go) => { goes[name] = go; });\
    const gates = { program: kept('program'), part: kept('part') };\
    window.fetch = async (what, ...more) => {\
        const url = String(what.url ?? what);\
        if (/\\/session_and_history-/.test(url)) await gates.part;\
        else if (/\\.wasm/.test(url)) await gates.program;\
        return real(what, ...more);\
    };\n";

async fn late_responses(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(DELAY_RESPONSES)?;
    let p = &ctx.page;
    p.open(&format!("{}#/history", ctx.site.url())).await?;
    p.wait_for_text(&["A part of the app did not load."]).await?;
    p.js("goes.program()", vec![]).await?;
    p.wait_ready().await?;
    p.wait_for_text(&["is not stored on this phone yet"]).await?;
    ensure!(
        !p.visible_text().await?.contains("did not load"),
        "the app runs, and the page says that it did not load"
    );
    p.js("goes.part()", vec![]).await?;
    p.wait_for_text(&["Nothing here yet"]).await.map(|_| ())
}

const NO_REGISTRATION: &str = "if (sessionStorage.unresponsive)\
    ServiceWorkerContainer.prototype.getRegistration = () => new Promise(() => {});\n";

async fn silent_service_worker(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(NO_REGISTRATION)?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.wait_offline_ready().await?;
    p.js("sessionStorage.unresponsive = 'yes'", vec![]).await?;
    // Not a reload: in Firefox a reload bypasses the service worker.
    p.open_app(&ctx.site.url()).await?;
    p.wait_until_true(
        "a service worker to control the page",
        "return Boolean(navigator.serviceWorker.controller)",
    )
    .await
}
