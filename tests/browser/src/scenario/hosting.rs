//! Static hosting: below a path, and on a server without a content type for WebAssembly.

use crate::failure::{Outcome, ensure};
use crate::runner::{Scenario, scenario_fn};
use crate::site::Site;
use crate::test_context::TestContext;

/// The scenarios of hosting.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("hosting: the app works below a path, also offline", scenario_fn!(below)),
        Scenario::new(
            "hosting: the app works on a server without a content type for WebAssembly",
            scenario_fn!(unknown),
        ),
    ]
}

/// A whole session, also with the server stopped.
async fn works(ctx: &mut TestContext, url: &str) -> Outcome {
    ctx.page.open_app(url).await?;
    ctx.page.wait_offline_ready().await?;
    ctx.page.do_short_session().await?;
    ctx.site.stop();
    ctx.page.open_app(&format!("{url}#/history")).await?;
    ctx.page.wait_for_session_count(1).await?;
    ctx.page.visit("Leg").await?;
    ctx.page.do_short_session().await?;
    ctx.page.visit("History").await?;
    ctx.page.wait_for_session_count(2).await
}

async fn below(ctx: &mut TestContext) -> Outcome {
    ctx.site = Site::start_below(&ctx.settings.dist, "/some/path/")?;
    let url = ctx.site.url();
    ensure!(url.ends_with("/some/path/"), "the site is at {url}");
    works(ctx, &url).await?;
    let scope = "const done = arguments[arguments.length - 1];\
        navigator.serviceWorker.getRegistrations().then((all) => done(all.map((r) => r.scope)));";
    let scopes = ctx.page.js_async(scope, vec![]).await?;
    ensure!(scopes == serde_json::json!([url]), "workers are registered for {scopes}");
    let log = ctx.site.requests();
    let outside = log.iter().find(|request| !request.path.starts_with("/some/path/"));
    ensure!(outside.is_none(), "it requested {outside:?}");
    Ok(())
}

async fn unknown(ctx: &mut TestContext) -> Outcome {
    ctx.site.set_content_type(".wasm", "application/octet-stream");
    let url = ctx.site.url();
    works(ctx, &url).await
}
