//! A reload in the middle of a hold.

use crate::browser::until;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::{Ending, Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about a session that was torn.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("reload mid-hold: Continue, and the same spot is held again", play!(go_on)),
        Scenario::new("reload mid-hold: Continue before the second store has answered", play!(go_on_at_once)),
        Scenario::new(
            "reload mid-hold: what a slow store tells in the next session is kept as interrupted",
            play!(told_too_late),
        ),
        Scenario::new("reload mid-hold: nothing moves under the finger that continues", play!(still)).not_in(
            &[
                (Engine::Firefox, "it does not tell what moved"),
                (Engine::WebKit, "it does not tell what moved"),
            ],
        ),
        Scenario::new("reload mid-hold: Keep as interrupted", play!(keep)),
        Scenario::new("reload mid-hold: Discard", play!(discard)),
    ]
}

/// Once `sessionStorage` says so, IndexedDB is slow: what waits for it to open hears of it by [`ANSWERS`], and the app's
/// patience of five seconds does not end before a slow driver gets there.
const SLOW: &str = "if (sessionStorage.slow) { window.late = []; const wait = setTimeout;\
    window.setTimeout = (then, ms, ...rest) => ms === 5000 ? 0 : wait(then, ms, ...rest);\
    Object.defineProperty(IDBOpenDBRequest.prototype, 'onsuccess',\
        { set(then) { this.addEventListener('success', (e) => late.push(() => then.call(this, e))); } }); }";
const ANSWERS: &str = "late.splice(0).forEach((then) => then())";

/// One eased hold, then torn in the second one.
async fn torn(s: &Stage) -> Outcome {
    let p = &s.page;
    p.open_and_ease(&s.site.url()).await?;
    p.here().await?;
    p.wait_seconds(4).await?;
    p.reload_app().await?;
    for offer in ["Continue", "Keep as interrupted", "Discard"] {
        p.wait_for(Kind::Button, offer).await?;
    }
    s.shot("torn").await
}

async fn go_on(s: &mut Stage) -> Outcome {
    torn(s).await?;
    let p = &s.page;
    p.button_to("Continue", Phase::Position).await?;
    p.big_tap(Phase::Position, Phase::Hold).await?;
    p.ease().await?;
    p.finish().await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    p.wait_to_read(&["interrupted"]).await?;
    let endings = p.endings().await?;
    ensure!(endings == [Ending::Eased, Ending::Interrupted, Ending::Eased], "holds ended {endings:?}");
    let holds = &p.sessions().await?[0].holds;
    ensure!(holds[1].position == holds[2].position, "another spot was held: {holds:?}");
    Ok(())
}

/// What the session is read from first offers it; the other store, which may know more, is slow on a busy phone. Its
/// answer must not make the app take its own lock for another tab's.
async fn go_on_at_once(s: &mut Stage) -> Outcome {
    s.use_script(SLOW)?;
    let p = &s.page;
    p.open_and_hold(&s.site.url()).await?;
    p.wait_seconds(1).await?;
    p.js("sessionStorage.slow = 'yes'", vec![]).await?;
    p.reload_app().await?;
    p.until_true("the store to be opened", "return late.length > 0").await?;
    p.button_to("Continue", Phase::Position).await?;
    p.wait_lock().await?;
    p.js(ANSWERS, vec![]).await?;
    p.big_tap(Phase::Position, Phase::Hold).await?;
    p.ease().await?;
    p.wait_saved_tick().await?;
    let held = p.locks().await?;
    ensure!(held == 1, "{held} locks are held");
    Ok(())
}

/// What was left behind is known to the slow store alone, as after a kill, and its answer comes when the next session is
/// under way.
async fn told_too_late(s: &mut Stage) -> Outcome {
    s.use_script(SLOW)?;
    let (p, url) = (&s.page, s.site.url());
    p.open_and_ease(&url).await?;
    p.wait_saved_tick().await?;
    p.wait_until_both_stores_agree().await?;
    // A file of the site without the app, so that nothing writes the record once more.
    p.open_bare(&url).await?;
    p.js("localStorage.removeItem('eased.live'); sessionStorage.slow = 'yes'", vec![]).await?;
    p.open_app(&url).await?;
    p.until_true("the store to be opened", "return late.length > 0").await?;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.js(ANSWERS, vec![]).await?;
    until("the session that was left behind", async || Ok((p.sessions().await?.len() == 1).then_some(())))
        .await?;
    ensure!(p.endings().await? == [Ending::Eased], "holds ended {:?}", p.endings().await?);
    p.finish().await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(2).await?;
    // From now on it is as quick as ever.
    p.js("sessionStorage.clear()", vec![]).await?;
    p.reload_app().await?;
    p.wait_listed(2).await?;
    p.wait_until_both_stores_agree().await?;
    ensure!(!p.has(Kind::Button, "Continue").await?, "a session that was kept is offered again");
    let (local, indexed) = (p.local().await?, p.indexed().await?);
    let aside = local.keys().chain(indexed.keys()).filter(|key| key.starts_with("eased.q.")).count();
    ensure!(aside == 0, "a record that was kept as a session was set aside too");
    Ok(())
}

async fn still(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_and_hold(&s.site.url()).await?;
    p.wait_seconds(1).await?;
    p.reload_app().await?;
    p.wait_for(Kind::Button, "Continue").await?;
    p.until_true("the lazy part", "return document.documentElement.dataset.part === 'loaded'").await?;
    p.until_true("the second store", "return document.documentElement.dataset.offline === 'ready'").await?;
    let moved = "const done = arguments[0]; new PerformanceObserver((list) => done(list.getEntries().flatMap((e) => e.sources.map((s) =>\
            `${s.node?.className || s.node?.nodeName} ${JSON.stringify(s.previousRect)} ${JSON.stringify(s.currentRect)}`))))\
        .observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done([]), 500);";
    let moved = p.js_async(moved, vec![]).await?;
    ensure!(moved == serde_json::json!([]), "moved: {moved}");
    Ok(())
}

async fn keep(s: &mut Stage) -> Outcome {
    torn(s).await?;
    let p = &s.page;
    p.button("Keep as interrupted").await?;
    p.wait_gone(Kind::Button, "Keep as interrupted").await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    p.wait_to_read(&["interrupted"]).await?;
    p.reload_app().await?;
    p.wait_listed(1).await?;
    ensure!(!p.has(Kind::Button, "Continue").await?, "a session that was kept is offered again");
    let endings = p.endings().await?;
    ensure!(endings == [Ending::Eased, Ending::Interrupted], "holds ended {endings:?}");
    Ok(())
}

async fn discard(s: &mut Stage) -> Outcome {
    torn(s).await?;
    let p = &s.page;
    p.button("Discard").await?;
    // Asked once: the same word confirms.
    if p.has(Kind::Button, "Discard").await? {
        p.button("Discard").await?;
    }
    p.wait_gone(Kind::Button, "Continue").await?;
    p.visit("History").await?;
    p.wait_listed(0).await?;
    p.reload_app().await?;
    p.wait_listed(0).await?;
    ensure!(!p.has(Kind::Button, "Continue").await?, "a session that was discarded is offered again");
    ensure!(p.sessions().await?.is_empty(), "a session that was discarded is stored");
    Ok(())
}
