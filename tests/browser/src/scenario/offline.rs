//! The app without a network.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::lazy_screen_names;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The scenarios of being offline.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("offline: a session is done and stored without a server", scenario_fn!(session)),
        Scenario::new(
            "offline: a second visit requests only the service worker and optional files",
            scenario_fn!(second_visit),
        ),
    ]
}

async fn session(ctx: &mut TestContext) -> Outcome {
    ctx.page.open_app(&ctx.site.url()).await?;
    ctx.page.wait_offline_ready().await?;
    ctx.site.stop();
    let (p, url) = (&ctx.page, ctx.site.url());
    p.open_app(&url).await?;
    p.do_short_session().await?;
    for screen in lazy_screen_names().chain(["History"]) {
        p.visit(screen).await?;
    }
    p.wait_for_session_count(1).await?;
    p.open_app(&format!("{url}#/history")).await?;
    p.open_app(&url).await?;
    p.visit("History").await?;
    p.wait_for_session_count(1).await?;
    // With the network again, the history is the same.
    ctx.site.restart()?;
    ctx.page.open_app(&ctx.site.url()).await?;
    ctx.page.visit("History").await?;
    ctx.page.wait_for_session_count(1).await
}

async fn second_visit(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.wait_offline_ready().await?;
    let before = ctx.site.requests();
    let missing: Vec<_> = before.iter().filter(|request| request.status >= 400).collect();
    ensure!(missing.is_empty(), "the site requests missing files: {missing:?}");
    // The service worker does not control the first visit, but the next one. Opened, not reloaded: in Firefox a reload
    // bypasses it. Optional files are fetched now, each once.
    p.open_app(&ctx.site.url()).await?;
    p.wait_offline_ready().await?;
    let mut more = Vec::new();
    wait_until("the service worker to fetch the optional files", async || {
        more = ctx.site.requests().split_off(before.len()).into_iter().map(|request| request.path).collect();
        more.retain(|path: &String| !path.ends_with("/sw.js"));
        Ok((!more.is_empty()).then_some(()))
    })
    .await?;
    more.sort();
    // Language files are fetched only when chosen.
    let is_extra = |path: &String| path.contains("/pose.svg");
    ensure!(more.iter().all(is_extra), "opened again, it requested {more:?}");
    ensure!(more.windows(2).all(|two| two[0] != two[1]), "opened again, it requested a file twice: {more:?}");
    Ok(())
}
