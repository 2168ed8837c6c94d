//! Clocks: holds are measured correctly when the clock changes or the page is hidden or frozen; and the wake lock.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::{Ending, Phase};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::json;

/// Makes the page's clocks adjustable, both or the wall clock alone, and records the wake lock.
const ADJUSTABLE_CLOCKS: &str = "(() => {\
    const real = performance.now.bind(performance), RealDate = Date; let mono = 0, wall = 0;\
    performance.now = () => real() + mono;\
    window.Date = class extends RealDate {\
        constructor(...given) { given.length ? super(...given) : super(RealDate.now() + wall); }\
        static now() { return RealDate.now() + wall; } };\
    window.clocks = { both: (ms) => { mono += ms; wall += ms; }, wall: (ms) => { wall += ms; } };\
    window.wakes = [];\
    const request = () => { const lock = new EventTarget(); lock.released = false; wakes.push('on');\
        lock.release = () => { if (!lock.released) { lock.released = true; wakes.push('off'); lock.dispatchEvent(new Event('release')); } return Promise.resolve(); };\
        window.lock = lock; return Promise.resolve(lock); };\
    Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });\
})();";

/// Clock scenarios.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "clock: a change of the system clock changes no hold",
            scenario_fn!(wall_clock_changes),
        ),
        Scenario::new("clock: a hold keeps counting while the page is hidden", scenario_fn!(hidden_page)),
        Scenario::new("clock: a hold records the time of a frozen page as a gap", scenario_fn!(frozen_page)),
        Scenario::new(
            "clock: the wake lock is held in a session and released after ten minutes of pause",
            scenario_fn!(wake_lock),
        ),
        Scenario::new(
            "clock: every second shown matches the page's monotonic clock",
            scenario_fn!(displayed_seconds),
        ),
    ]
}

async fn wall_clock_changes(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(ADJUSTABLE_CLOCKS)?;
    ctx.page.open_and_hold(&ctx.site.url()).await?;
    let p = &ctx.page;
    p.wait_timer(2).await?;
    for moved_ms in [3_600_000_i64, -90_000_000, 86_400_000] {
        let [before, from_ms] = seconds_at(ctx).await?;
        p.js("clocks.wall(arguments[0])", vec![json!(moved_ms)]).await?;
        p.wait_until_true(
            "another second",
            &format!("return Number(document.querySelector('[role=timer]').textContent) !== {before}"),
        )
        .await?;
        let [after, saturating_ms] = seconds_at(ctx).await?;
        let gone = after - before;
        ensure!(
            (0.0..=(saturating_ms - from_ms) / 1_000.0 + 2.0).contains(&gone),
            "the clock moved by {moved_ms} ms: {before} s became {after} s"
        );
    }
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    p.finish_session().await?;
    p.close_summary().await?;
    let holds = &p.stored_sessions().await?[0].holds;
    ensure!(holds.len() == 1 && holds[0].ending == Ending::Eased && holds[0].gap_ms == 0, "{holds:?}");
    ensure!((3_000..60_000).contains(&holds[0].held_ms), "{holds:?}");
    Ok(())
}

/// The seconds that are shown, and `performance.now()`, which is not changed here.
async fn seconds_at(ctx: &TestContext) -> Outcome<[f64; 2]> {
    let both = "return [Number(document.querySelector('[role=timer]').textContent), performance.now()]";
    Ok(serde_json::from_value(ctx.page.js(both, vec![]).await?)?)
}

async fn hidden_page(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(
        "let away = false; window.look = (to) => { away = to; document.dispatchEvent(new Event('visibilitychange')); };\
         Object.defineProperty(document, 'visibilityState', { get: () => away ? 'hidden' : 'visible' });\
         Object.defineProperty(document, 'hidden', { get: () => away });",
    )?;
    ctx.page.open_and_hold(&ctx.site.url()).await?;
    let p = &ctx.page;
    p.wait_timer(1).await?;
    p.js("look(true)", vec![]).await?;
    // Stored immediately, because a hidden page may be closed without notice.
    p.wait_until_true("the snapshot", "return (localStorage['eased.live'] ?? '').includes('\"hold\"')")
        .await?;
    p.wait_timer(4).await?;
    p.js("look(false)", vec![]).await?;
    p.expect_phase(Phase::Hold).await?;
    p.ease_hold().await?;
    p.finish_session().await?;
    p.close_summary().await?;
    let holds = &p.stored_sessions().await?[0].holds;
    ensure!(holds[0].ending == Ending::Eased && holds[0].gap_ms == 0, "{holds:?}");
    Ok(())
}

/// Blocks the main thread, as when a browser freezes a page.
async fn frozen_page(ctx: &mut TestContext) -> Outcome {
    ctx.page.open_and_hold(&ctx.site.url()).await?;
    let p = &ctx.page;
    p.wait_timer(2).await?;
    p.js("const end = performance.now() + 7_000; while (performance.now() < end) {}", vec![]).await?;
    p.wait_timer(9).await?;
    p.expect_phase(Phase::Hold).await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    p.finish_session().await?;
    p.close_summary().await?;
    let holds = &p.stored_sessions().await?[0].holds;
    let [hold] = &holds[..] else { crate::failure::fail!("holds are {holds:?}") };
    ensure!(hold.ending == Ending::Eased && hold.held_ms >= 9_000, "{hold:?}");
    ensure!(hold.gap_ms >= 5_000 && hold.gap_ms <= hold.held_ms, "the gap is {hold:?}");
    Ok(())
}

async fn wake_lock(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(ADJUSTABLE_CLOCKS)?;
    let p = &ctx.page;
    let wakes = async |wanted: &[&str]| {
        let found = wait_until(format!("the wake lock to be {wanted:?}"), async || {
            let wakes: Vec<String> = serde_json::from_value(p.js("return wakes", vec![]).await?)?;
            Ok((wakes == wanted).then_some(()))
        });
        found.await
    };
    p.open_app(&ctx.site.url()).await?;
    p.visit("History").await?;
    p.visit("Leg").await?;
    wakes(&[]).await?;
    p.start_session().await?;
    wakes(&["on"]).await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.tap_here().await?;
    p.ease_hold().await?;
    p.press_button_to("Pause", Phase::Paused).await?;
    p.wait_page_ms(1_500).await?;
    wakes(&["on"]).await?;
    // After ten minutes of pause the lock is released.
    p.js("clocks.both(600_000); document.dispatchEvent(new Event('visibilitychange'))", vec![]).await?;
    wakes(&["on", "off"]).await?;
    p.press_button_to("Resume", Phase::Roll).await?;
    wakes(&["on", "off", "on"]).await?;
    // The system releases it when the page is hidden; it is requested again when the page is visible.
    p.js("lock.release()", vec![]).await?;
    p.js("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await?;
    wakes(&["on", "off", "on", "off", "on"]).await?;
    p.finish_session_by_keys().await?;
    wakes(&["on", "off", "on", "off", "on", "off"]).await
}

async fn displayed_seconds(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_and_roll(&ctx.site.url()).await?;
    // The hold starts with the last tap.
    let watch = "window.shown = []; window.tapped = 0;\
        addEventListener('pointerup', () => { window.tapped = Math.round(performance.now()); }, true);\
        new MutationObserver(() => { const d = document.querySelector('[data-phase=hold] [role=timer]'); if (!d) return;\
            const second = Number(d.textContent); if (shown.at(-1)?.[0] !== second) shown.push([second, Math.round(performance.now())]); })\
            .observe(document.documentElement, { childList: true, characterData: true, attributes: true, subtree: true });";
    p.js(watch, vec![]).await?;
    p.tap_here().await?;
    p.wait_timer(16).await?;
    let shown: Vec<(i64, i64)> = serde_json::from_value(p.js("return shown", vec![]).await?)?;
    let tapped = p.js("return tapped", vec![]).await?.as_i64().unwrap_or_default();
    ensure!(tapped > 0, "nothing was tapped");
    for (second, at_ms) in &shown {
        let late_ms = at_ms - tapped - second * 1_000;
        // A busy machine may show a second late, never early, and never a wrong one.
        ensure!((-100..5_000).contains(&late_ms), "{second} came {late_ms} ms late: {tapped}, {shown:?}");
    }
    ensure!(shown.len() >= 8, "only {shown:?} were shown");
    Ok(())
}
