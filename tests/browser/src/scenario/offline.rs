//! Without a network.

use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about being offline.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("offline: opened again without a server, a session is done and kept", play!(session)),
        Scenario::new(
            "offline: once stored, opening it asks the server for nothing but the worker",
            play!(quiet),
        ),
    ]
}

async fn session(s: &mut Stage) -> Outcome {
    s.page.open_app(&s.site.url()).await?;
    s.page.offline_ready().await?;
    s.site.stop();
    let (p, url) = (&s.page, s.site.url());
    p.open_app(&url).await?;
    p.short_session().await?;
    for screen in ["Learn", "Settings", "History"] {
        p.visit(screen).await?;
    }
    p.wait_listed(1).await?;
    p.open_app(&format!("{url}#/history")).await?;
    p.open_app(&url).await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    // Back at the network, the same history.
    s.site.start_again()?;
    s.page.open_app(&s.site.url()).await?;
    s.page.visit("History").await?;
    s.page.wait_listed(1).await
}

async fn quiet(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.offline_ready().await?;
    let before = s.site.requests();
    let missing: Vec<_> = before.iter().filter(|request| request.status >= 400).collect();
    ensure!(missing.is_empty(), "the site asks for what is not there: {missing:?}");
    // A first visit is not under the worker yet; the next one is. Opened, not reloaded: Firefox forces the reload.
    // What only some people need is fetched now, each file once.
    p.open_app(&s.site.url()).await?;
    p.offline_ready().await?;
    let mut more = Vec::new();
    until("the worker to fetch the extras", async || {
        more = s.site.requests().split_off(before.len()).into_iter().map(|request| request.path).collect();
        more.retain(|path: &String| !path.ends_with("/sw.js"));
        Ok((!more.is_empty()).then_some(()))
    })
    .await?;
    more.sort();
    // Other languages are for those who chose them.
    let is_extra = |path: &String| path.contains("/pose.svg");
    ensure!(more.iter().all(is_extra), "opened again, it asked for {more:?}");
    ensure!(more.windows(2).all(|two| two[0] != two[1]), "opened again, it asked twice: {more:?}");
    Ok(())
}
