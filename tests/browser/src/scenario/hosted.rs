//! Any static host will do: below a path, and where nobody has heard of WebAssembly.

use crate::failure::{Outcome, ensure};
use crate::runner::{Scenario, play};
use crate::site::Site;
use crate::stage::Stage;

/// Everything about hosts.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("hosted: below a path, offline as well", play!(below)),
        Scenario::new("hosted: by a server that knows no type for WebAssembly", play!(unknown)),
    ]
}

/// A whole session, also with the server stopped.
async fn works(s: &mut Stage, url: &str) -> Outcome {
    s.page.open_app(url).await?;
    s.page.offline_ready().await?;
    s.page.short_session().await?;
    s.site.stop();
    s.page.open_app(&format!("{url}#/history")).await?;
    s.page.wait_listed(1).await?;
    s.page.visit("Leg").await?;
    s.page.short_session().await?;
    s.page.visit("History").await?;
    s.page.wait_listed(2).await
}

async fn below(s: &mut Stage) -> Outcome {
    s.site = Site::below(&s.settings.dist, "/some/path/")?;
    let url = s.site.url();
    ensure!(url.ends_with("/some/path/"), "the site is at {url}");
    works(s, &url).await?;
    let scope = "const done = arguments[arguments.length - 1];\
        navigator.serviceWorker.getRegistrations().then((all) => done(all.map((r) => r.scope)));";
    let scopes = s.page.js_async(scope, vec![]).await?;
    ensure!(scopes == serde_json::json!([url]), "workers are registered for {scopes}");
    let log = s.site.requests();
    let outside = log.iter().find(|asked| !asked.path.starts_with("/some/path/"));
    ensure!(outside.is_none(), "it asked for {outside:?}");
    Ok(())
}

async fn unknown(s: &mut Stage) -> Outcome {
    s.site.set_type(".wasm", "application/octet-stream");
    let url = s.site.url();
    works(s, &url).await
}
