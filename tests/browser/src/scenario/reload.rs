//! A reload during a hold, and what is offered after it.

use crate::browser::wait_until;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Ending, Phase};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The scenarios of a reload.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("reload: Continue leads back to the same spot", scenario_fn!(continue_hold)),
        Scenario::new(
            "reload: Continue works before the second store has answered",
            scenario_fn!(continue_before_second_store),
        ),
        Scenario::new(
            "reload: a session that a slow store delivers during the next one is kept as interrupted",
            scenario_fn!(late_interrupted_session),
        ),
        Scenario::new(
            "reload: the layout does not shift while Continue is offered",
            scenario_fn!(no_layout_shift),
        )
        .skip_in(&[
            (Engine::Firefox, "it does not report layout shifts"),
            (Engine::WebKit, "it does not report layout shifts"),
        ]),
        Scenario::new("reload: Keep as interrupted stores the session", scenario_fn!(keep)),
        Scenario::new("reload: Discard deletes the session", scenario_fn!(discard)),
    ]
}

/// With `sessionStorage.slow`, IndexedDB is slow to open: its callers are called back by [`ANSWER_REQUESTS`]. The
/// app's timeout of five seconds is disabled, since a slow driver may need longer.
const SLOW_INDEXED_DB: &str = "if (sessionStorage.slow) { window.late = []; const wait = setTimeout;\
    window.setTimeout = (then, ms, ...rest) => ms === 5000 ? 0 : wait(then, ms, ...rest);\
    Object.defineProperty(IDBOpenDBRequest.prototype, 'onsuccess',\
        { set(then) { this.addEventListener('success', (e) => late.push(() => then.call(this, e))); } }); }";
const ANSWER_REQUESTS: &str = "late.splice(0).forEach((then) => then())";

/// One eased hold, then a reload during the second one.
async fn reload_in_second_hold(ctx: &TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_and_ease(&ctx.site.url()).await?;
    p.tap_here().await?;
    p.wait_timer(4).await?;
    p.reload_app().await?;
    for offer in ["Continue", "Keep as interrupted", "Discard"] {
        p.wait_for(ControlKind::Button, offer).await?;
    }
    ctx.take_screenshot("interrupted").await
}

async fn continue_hold(ctx: &mut TestContext) -> Outcome {
    reload_in_second_hold(ctx).await?;
    let p = &ctx.page;
    p.press_button_to("Continue", Phase::Position).await?;
    p.big_tap(Phase::Position, Phase::Hold).await?;
    p.ease_hold().await?;
    p.finish_session().await?;
    p.close_summary_to_history(1).await?;
    p.wait_for_text(&["interrupted"]).await?;
    let endings = p.hold_endings().await?;
    ensure!(endings == [Ending::Eased, Ending::Interrupted, Ending::Eased], "holds ended {endings:?}");
    let holds = &p.stored_sessions().await?[0].holds;
    ensure!(holds[1].position == holds[2].position, "another spot was held: {holds:?}");
    Ok(())
}

/// The session is offered from the store that answers first; the other store, which may have more, is slow on a busy
/// phone. Its answer must not make the app take its own lock for another tab's.
async fn continue_before_second_store(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(SLOW_INDEXED_DB)?;
    let p = &ctx.page;
    p.open_and_hold(&ctx.site.url()).await?;
    p.wait_timer(1).await?;
    p.js("sessionStorage.slow = 'yes'", vec![]).await?;
    p.reload_app().await?;
    p.wait_until_true("the store to be opened", "return late.length > 0").await?;
    p.press_button_to("Continue", Phase::Position).await?;
    p.wait_for_lock().await?;
    p.js(ANSWER_REQUESTS, vec![]).await?;
    p.big_tap(Phase::Position, Phase::Hold).await?;
    p.ease_hold().await?;
    p.wait_saved().await?;
    let held = p.held_lock_count().await?;
    ensure!(held == 1, "{held} locks are held");
    Ok(())
}

/// The interrupted session is only in the slow store, as after a kill, and the store answers during the next session.
async fn late_interrupted_session(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(SLOW_INDEXED_DB)?;
    let (p, url) = (&ctx.page, ctx.site.url());
    p.open_and_ease(&url).await?;
    p.wait_saved().await?;
    p.wait_until_both_stores_agree().await?;
    // On a file of the site without the app, so that nothing writes the record again.
    p.open_without_app(&url).await?;
    p.js("localStorage.removeItem('eased.live'); sessionStorage.slow = 'yes'", vec![]).await?;
    p.open_app(&url).await?;
    p.wait_until_true("the store to be opened", "return late.length > 0").await?;
    p.start_session().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.js(ANSWER_REQUESTS, vec![]).await?;
    wait_until("the interrupted session", async || Ok((p.stored_sessions().await?.len() == 1).then_some(())))
        .await?;
    ensure!(p.hold_endings().await? == [Ending::Eased], "holds ended {:?}", p.hold_endings().await?);
    p.finish_session().await?;
    p.close_summary_to_history(2).await?;
    // From now on the store answers immediately.
    p.js("sessionStorage.clear()", vec![]).await?;
    p.reload_app().await?;
    p.wait_for_session_count(2).await?;
    p.wait_until_both_stores_agree().await?;
    ensure!(!p.has(ControlKind::Button, "Continue").await?, "a session that was kept is offered again");
    let (local, indexed) = (p.local_storage().await?, p.indexed_db().await?);
    let quarantined = local.keys().chain(indexed.keys()).filter(|key| key.starts_with("eased.q.")).count();
    ensure!(quarantined == 0, "a record that was kept as a session was also quarantined");
    Ok(())
}

async fn no_layout_shift(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_and_hold(&ctx.site.url()).await?;
    p.wait_timer(1).await?;
    p.reload_app().await?;
    p.wait_for(ControlKind::Button, "Continue").await?;
    p.wait_until_true("the lazy part", "return document.documentElement.dataset.part === 'loaded'").await?;
    p.wait_until_true("the second store", "return document.documentElement.dataset.offline === 'ready'")
        .await?;
    let moved = "const done = arguments[0]; new PerformanceObserver((list) => done(list.getEntries().flatMap((e) => e.sources.map((s) =>\
            `${s.node?.className || s.node?.nodeName} ${JSON.stringify(s.previousRect)} ${JSON.stringify(s.currentRect)}`))))\
        .observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done([]), 500);";
    let moved = p.js_async(moved, vec![]).await?;
    ensure!(moved == serde_json::json!([]), "moved: {moved}");
    Ok(())
}

async fn keep(ctx: &mut TestContext) -> Outcome {
    reload_in_second_hold(ctx).await?;
    let p = &ctx.page;
    p.press_button("Keep as interrupted").await?;
    p.wait_gone(ControlKind::Button, "Keep as interrupted").await?;
    p.visit("History").await?;
    p.wait_for_session_count(1).await?;
    p.wait_for_text(&["interrupted"]).await?;
    p.reload_app().await?;
    p.wait_for_session_count(1).await?;
    ensure!(!p.has(ControlKind::Button, "Continue").await?, "a session that was kept is offered again");
    let endings = p.hold_endings().await?;
    ensure!(endings == [Ending::Eased, Ending::Interrupted], "holds ended {endings:?}");
    Ok(())
}

async fn discard(ctx: &mut TestContext) -> Outcome {
    reload_in_second_hold(ctx).await?;
    let p = &ctx.page;
    p.press_button("Discard").await?;
    // The confirmation has the same text.
    if p.has(ControlKind::Button, "Discard").await? {
        p.press_button("Discard").await?;
    }
    p.wait_gone(ControlKind::Button, "Continue").await?;
    p.visit("History").await?;
    p.wait_for_session_count(0).await?;
    p.reload_app().await?;
    p.wait_for_session_count(0).await?;
    ensure!(!p.has(ControlKind::Button, "Continue").await?, "a session that was discarded is offered again");
    ensure!(p.stored_sessions().await?.is_empty(), "a session that was discarded is stored");
    Ok(())
}
