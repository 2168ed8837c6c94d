//! Nothing piles up: what twenty sessions leave behind is what two leave.

use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::{Value, json};

/// Counts the timers that are set and the nodes of sound that are alive.
const COUNTED: &str = "(() => {\
    window.timers = new Set(); window.sounds = [];\
    const set = setTimeout.bind(window), clear = clearTimeout.bind(window);\
    window.setTimeout = (call, ...more) => { const id = set((...given) => { timers.delete(id); call(...given); }, ...more); timers.add(id); return id; };\
    window.clearTimeout = (id) => { timers.delete(id); clear(id); };\
    for (const make of ['createOscillator', 'createGain']) {\
        const real = BaseAudioContext.prototype[make];\
        BaseAudioContext.prototype[make] = function () { const node = real.call(this); sounds.push(new WeakRef(node)); return node; };\
    }\
    window.contexts = []; const Real = AudioContext;\
    window.AudioContext = class extends Real { constructor() { super(); contexts.push(new WeakRef(this)); } };\
})();";

/// One session without a hold, by buttons and keys: no earlier spot is shown more afterwards.
const SESSION: &str = "const done = arguments[0]; (async () => {\
    const wait = async (is) => { for (let left = 900; !is(); left--) { if (!left) throw is; await new Promise((then) => requestAnimationFrame(then)); } };\
    const button = (name) => [...document.querySelectorAll('button')].find((b) => b.textContent.trim() === name && b.checkVisibility());\
    const press = async (name) => { await wait(() => button(name)); button(name).click(); };\
    const phase = (name) => wait(() => document.querySelector('[data-phase]')?.dataset.phase === name);\
    const settle = () => new Promise((then) => { const from = performance.now(); const look = () => performance.now() - from > 450 ? then() : requestAnimationFrame(look); look(); });\
    const key = async () => { await settle(); dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown' })); };\
    await press('Start');\
    await wait(() => document.querySelector('[data-phase]') || button('None of these'));\
    button('None of these')?.click();\
    await phase('position'); await key(); await phase('roll'); await press('At the knee');\
    await phase('switch'); await key(); await phase('position'); await key(); await phase('roll'); await press('At the knee');\
    await phase('done'); await press('Done'); await wait(() => !document.querySelector('[data-phase]'));\
    location.hash = '#/'; await wait(() => button('Start'));\
})().then(() => done(''), (why) => done(String(why)));";

/// Everything that could pile up.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("leaks: what twenty sessions leave behind is what two leave", play!(leaks))
            .not_in(&[(Engine::Firefox, "it does not tell"), (Engine::WebKit, "it does not tell")]),
    ]
}

async fn leaks(s: &mut Stage) -> Outcome {
    s.use_script(COUNTED)?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.offline_ready().await?;
    let mut after = Vec::new();
    for session in 1..=20 {
        let why = p.js_async(SESSION, vec![]).await?;
        ensure!(why == "", "session {session}: {why}");
        if session == 2 || session == 20 {
            after.push(left(s).await?);
        }
    }
    let [two, twenty] = &after[..] else { crate::failure::fail!("{after:?}") };
    for what in ["nodes", "listeners", "timers", "contexts", "sounds"] {
        ensure!(
            twenty[what].as_i64() <= two[what].as_i64(),
            "{what}: after two sessions {two}, after twenty {twenty}"
        );
    }
    let heap = |of: &Value| of["heap"].as_i64().unwrap_or_default();
    let grown = heap(twenty) * 100 / heap(two).max(1);
    ensure!(grown <= 105, "the heap is {grown} %: after two sessions {two}, after twenty {twenty}");
    Ok(())
}

/// What is there when all that nobody needs has gone.
async fn left(s: &Stage) -> Outcome<Value> {
    let p = &s.page;
    // A tone rings out in two seconds; what happens next lets the sound go.
    p.page_time(2_500).await?;
    p.visit("History").await?;
    p.visit("Leg").await?;
    for _ in 0..2 {
        p.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let dom = p.cdp("Memory.getDOMCounters", json!({})).await?;
    let heap = p.cdp("Runtime.getHeapUsage", json!({})).await?;
    let own = "return [timers.size, contexts.filter((context) => context.deref()).length, sounds.filter((node) => node.deref()).length]";
    let own = p.js(own, vec![]).await?;
    Ok(json!({
        "nodes": dom["nodes"], "listeners": dom["jsEventListeners"], "heap": heap["usedSize"].as_f64().map(f64::round),
        "timers": own[0], "contexts": own[1], "sounds": own[2],
    }))
}
