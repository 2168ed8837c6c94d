//! Memory leaks: twenty sessions keep no more nodes, listeners, timers and audio nodes than one.

use crate::browser::wait_until;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::{Value, json};

/// Counts pending timers and living audio nodes. `navigator.vibrate` is replaced: without a user gesture the browser
/// logs an error for each call and keeps it in memory.
const COUNT_OBJECTS: &str = "(() => {\
    navigator.vibrate = () => true;\
    window.timers = new Set(); window.sounds = [];\
    const set = setTimeout.bind(window), clear = clearTimeout.bind(window);\
    window.setTimeout = (call, ...more) => { const id = set((...given) => { timers.delete(id); call(...given); }, ...more); timers.add(id); return id; };\
    window.clearTimeout = (id) => { timers.delete(id); clear(id); };\
    for (const make of ['createOscillator', 'createGain']) {\
        const real = BaseAudioContext.prototype[make];\
        BaseAudioContext.prototype[make] = function () { const node = real.call(this); sounds = sounds.filter((one) => one.deref()); sounds.push(new WeakRef(node)); return node; };\
    }\
    window.contexts = []; const Real = AudioContext;\
    window.AudioContext = class extends Real { constructor() { super(); contexts.push(new WeakRef(this)); } };\
})();";

/// One session without a hold, by buttons and keys: afterwards there is no additional earlier spot.
const RUN_SESSION: &str = "window.oneSession = (done) => { (async () => {\
    const wait = async (is) => { for (let left = 900; !is(); left--) { if (!left) throw is; await new Promise((then) => requestAnimationFrame(then)); } };\
    const button = (name) => [...document.querySelectorAll('button')].find((b) => b.textContent.trim().split(':')[0] === name && b.checkVisibility());\
    const press = async (name) => { await wait(() => button(name)); button(name).click(); };\
    const phase = (name) => wait(() => document.querySelector('[data-phase]')?.dataset.phase === name);\
    const settle = () => new Promise((then) => { const from = performance.now(); const look = () => performance.now() - from > 450 ? then() : requestAnimationFrame(look); look(); });\
    const key = async () => { await settle(); dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown' })); };\
    await press('Start');\
    await wait(() => { if (!document.querySelector('[data-phase]')) document.querySelector('dialog .action')?.click(); return document.querySelector('[data-phase]'); });\
    await phase('position'); await key(); await phase('roll'); await settle(); await press('At the knee');\
    await phase('switch'); await key(); await phase('position'); await key(); await phase('roll'); await settle(); await press('At the knee');\
    await phase('done'); await press('Done'); await wait(() => !document.querySelector('[data-phase]'));\
    location.hash = '#/'; await wait(() => button('Start'));\
})().then(() => done(''), (why) => done(String(why))); };";

/// The scenarios of leaks.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "memory_leaks: twenty sessions keep no more nodes, listeners and timers than one",
            scenario_fn!(leaks),
        )
        .skip_in(&[
            (Engine::Firefox, "it does not report this"),
            (Engine::WebKit, "it does not report this"),
        ]),
    ]
}

async fn leaks(ctx: &mut TestContext) -> Outcome {
    // Added to the page once: a script sent by the driver each time would add to the heap.
    ctx.add_page_script(&[COUNT_OBJECTS, RUN_SESSION].concat())?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.wait_offline_ready().await?;
    let mut after = Vec::new();
    for session in 1..=20 {
        let why = p.js_async("oneSession(arguments[0])", vec![]).await?;
        ensure!(why == "", "session {session}: {why}");
        if [1, 2, 20].contains(&session) {
            after.push(object_counts(ctx).await?);
        }
    }
    let [one, two, twenty] = &mut after[..] else { crate::failure::fail!("{after:?}") };
    let count = |of: &Value, what: &str| match of[what].as_i64() {
        Some(count) => Ok(count),
        None => Err(crate::failure::Failure(format!("no count of {what} in {of}"))),
    };
    // The audio clock may lag on a busy machine; its nodes are released when it has caught up.
    let more = wait_until("no more than after one session", async || {
        let mut more = Vec::new();
        for what in ["nodes", "listeners", "timers", "contexts", "sounds"] {
            if count(twenty, what)? > count(one, what)? {
                more.push(what);
            }
        }
        if more.is_empty() {
            return Ok(Some(()));
        }
        *twenty = object_counts(ctx).await?;
        Ok(None)
    });
    if let Err(why) = more.await {
        crate::failure::fail!("{why}: after one {one}, after twenty {twenty}");
    }
    let grown = count(twenty, "heap")? * 100 / count(two, "heap")?;
    // The aim is 5 %. Heap snapshots after two and twenty sessions, without a driver, differ by 4 %: compiled code
    // and the browser's performance timeline.
    ensure!(grown <= 110, "the heap is {grown} %: after two sessions {two}, after twenty {twenty}");
    Ok(())
}

/// The counts after garbage collection.
async fn object_counts(ctx: &TestContext) -> Outcome<Value> {
    let p = &ctx.page;
    // A tone ends within two seconds; the next event closes the audio context.
    p.wait_page_ms(2_500).await?;
    p.visit("History").await?;
    p.visit("Leg").await?;
    for _ in 0..2 {
        p.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let dom = p.cdp("Memory.getDOMCounters", json!({})).await?;
    // The value has a fraction.
    let heap = p.cdp("Runtime.getHeapUsage", json!({})).await?["usedSize"].to_string();
    let heap: i64 = heap.split('.').next().and_then(|whole| whole.parse().ok()).unwrap_or(-1);
    let counts = "return [timers.size, contexts.filter((context) => context.deref()).length, sounds.filter((node) => node.deref()).length]";
    let counts = p.js(counts, vec![]).await?;
    Ok(json!({
        "nodes": dom["nodes"], "listeners": dom["jsEventListeners"], "heap": heap,
        "timers": counts[0], "contexts": counts[1], "sounds": counts[2],
    }))
}
