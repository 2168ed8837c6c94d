//! Back/forward cache: after a visit to another page in the same tab, Back may show the app's page in its earlier
//! state.

use crate::browser::{Browser, wait_until};
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Ending, Phase};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The scenarios of the back/forward cache.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "bfcache: both stores work after a visit to another page, and Back returns to the session",
            scenario_fn!(continued),
        ),
        Scenario::new(
            "bfcache: Back does not resume a session that another page has ended",
            scenario_fn!(ended_elsewhere),
        ),
        Scenario::new(
            "bfcache: Back shows marks that another page has added",
            scenario_fn!(chosen_elsewhere),
        ),
    ]
}

/// Records that the page was restored from the back/forward cache.
const RECORD_RESTORE: &str =
    "addEventListener('pageshow', (e) => { if (e.persisted) sessionStorage.asItWas = 'yes'; });";

/// WebKit is known to restore these pages from the cache: otherwise its runs would test nothing.
async fn expect_restored(p: &Browser) -> Outcome {
    let is_restored = p.js("return sessionStorage.asItWas === 'yes'", vec![]).await? == true;
    ensure!(is_restored || p.engine != Engine::WebKit, "the page was loaded again, not restored");
    Ok(())
}

/// A session with one eased hold, rolling on.
async fn start_session_and_ease(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(RECORD_RESTORE)?;
    let p = &ctx.page;
    p.open_and_ease(&ctx.site.url()).await?;
    p.wait_saved().await
}

async fn continued(ctx: &mut TestContext) -> Outcome {
    start_session_and_ease(ctx).await?;
    let p = &ctx.page;
    p.open_without_app(&ctx.site.url()).await?;
    p.open_app(&ctx.site.url()).await?;
    p.press_button_to("Continue", Phase::Paused).await?;
    p.wait_until_both_stores_agree().await?;
    p.open_without_app(&ctx.site.url()).await?;
    p.back().await?;
    // The browser decides whether the page is restored from the cache or loaded again.
    wait_until("the session again", async || {
        let offers = p.has(ControlKind::Button, "Continue").await?;
        Ok((offers || p.phase().await?.as_deref() == Some(Phase::Paused.as_str())).then_some(()))
    })
    .await?;
    expect_restored(p).await?;
    if p.has(ControlKind::Button, "Continue").await? {
        p.press_button_to("Continue", Phase::Paused).await?;
    }
    p.resume_to(Phase::Roll).await?;
    p.wait_for_lock().await?;
    p.wait_until_both_stores_agree().await?;
    p.finish_session().await?;
    p.close_summary_to_history(1).await
}

async fn ended_elsewhere(ctx: &mut TestContext) -> Outcome {
    start_session_and_ease(ctx).await?;
    let p = &ctx.page;
    p.open_without_app(&ctx.site.url()).await?;
    p.open_app(&ctx.site.url()).await?;
    p.press_button("Keep as interrupted").await?;
    p.visit("History").await?;
    p.wait_for_session_count(1).await?;
    p.wait_until_both_stores_agree().await?;
    let before = p.local_storage().await?;
    // Back over the second page and the file, to the first page.
    while !p.url().await?.ends_with("sw.js") {
        p.back().await?;
    }
    p.back().await?;
    p.wait_ready().await?;
    p.wait_for(ControlKind::Button, "Start").await?;
    expect_restored(p).await?;
    ensure!(
        !p.has(ControlKind::Button, "Continue").await?,
        "a session that another page has kept is offered"
    );
    p.visit("History").await?;
    p.wait_for_session_count(1).await?;
    ensure!(p.local_storage().await?.keys().eq(before.keys()), "the other page's data was overwritten");
    let endings = p.hold_endings().await?;
    ensure!(endings == [Ending::Eased], "holds ended {endings:?}");
    Ok(())
}

async fn chosen_elsewhere(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(RECORD_RESTORE)?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.add_mark(20).await?;
    p.wait_stored_in_both("eased.draft").await?;
    p.open_without_app(&ctx.site.url()).await?;
    p.open_app(&ctx.site.url()).await?;
    p.add_mark(60).await?;
    p.wait_stored_in_both("eased.draft").await?;
    let draft = p.local_storage().await?["eased.draft"].clone();
    for _ in 0..2 {
        p.back().await?;
    }
    p.wait_ready().await?;
    expect_restored(p).await?;
    p.expect_marks(&[20, 60]).await?;
    ensure!(p.local_storage().await?["eased.draft"] == draft, "the other page's mark was overwritten");
    Ok(())
}
