//! Another page in the same tab, and the way back: the browser may put the app's page away whole and show it again as it was.

use crate::browser::{Browser, until};
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::{Ending, Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about a page that was put away.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "away: after another page both stores serve, and the way back leads into the session",
            play!(left),
        ),
        Scenario::new(
            "away: what another page has ended is not gone on with on the way back",
            play!(ended_elsewhere),
        ),
        Scenario::new("away: what another page has chosen holds on the way back", play!(chosen_elsewhere)),
    ]
}

/// Tells afterwards whether the page was shown as it was, not loaded.
const WATCH: &str =
    "addEventListener('pageshow', (e) => { if (e.persisted) sessionStorage.asItWas = 'yes'; });";

/// WebKit is known to show a page as it was, so that these scenarios are about that.
async fn was_as_it_was(p: &Browser) -> Outcome {
    let as_it_was = p.js("return sessionStorage.asItWas === 'yes'", vec![]).await? == true;
    ensure!(as_it_was || p.engine != Engine::WebKit, "the page was loaded anew");
    Ok(())
}

/// A session with one eased hold, rolling on.
async fn session(s: &mut Stage) -> Outcome {
    s.use_script(WATCH)?;
    let p = &s.page;
    p.open_and_ease(&s.site.url()).await?;
    p.wait_saved_tick().await
}

async fn left(s: &mut Stage) -> Outcome {
    session(s).await?;
    let p = &s.page;
    p.open_bare(&s.site.url()).await?;
    p.open_app(&s.site.url()).await?;
    p.button_to("Continue", Phase::Paused).await?;
    p.wait_until_both_stores_agree().await?;
    p.open_bare(&s.site.url()).await?;
    p.back().await?;
    // Shown again as it was, or loaded anew: the browser decides.
    until("the session again", async || {
        let offers = p.has(Kind::Button, "Continue").await?;
        Ok((offers || p.phase().await?.as_deref() == Some(Phase::Paused.word())).then_some(()))
    })
    .await?;
    was_as_it_was(p).await?;
    if p.has(Kind::Button, "Continue").await? {
        p.button_to("Continue", Phase::Paused).await?;
    }
    p.resume_to(Phase::Roll).await?;
    p.wait_lock().await?;
    p.wait_until_both_stores_agree().await?;
    p.finish().await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await
}

async fn ended_elsewhere(s: &mut Stage) -> Outcome {
    session(s).await?;
    let p = &s.page;
    p.open_bare(&s.site.url()).await?;
    p.open_app(&s.site.url()).await?;
    p.button("Keep as interrupted").await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    p.wait_until_both_stores_agree().await?;
    let before = p.local().await?;
    // Over the file and what was opened after it, to the page that was left first.
    while !p.url().await?.ends_with("sw.js") {
        p.back().await?;
    }
    p.back().await?;
    p.ready().await?;
    p.wait_for(Kind::Button, "Start").await?;
    was_as_it_was(p).await?;
    ensure!(!p.has(Kind::Button, "Continue").await?, "a session that was kept elsewhere is offered");
    p.visit("History").await?;
    p.wait_listed(1).await?;
    ensure!(p.local().await?.keys().eq(before.keys()), "something was written over what the other page kept");
    let endings = p.endings().await?;
    ensure!(endings == [Ending::Eased], "holds ended {endings:?}");
    Ok(())
}

async fn chosen_elsewhere(s: &mut Stage) -> Outcome {
    s.use_script(WATCH)?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.mark(20).await?;
    p.wait_kept("eased.draft").await?;
    p.open_bare(&s.site.url()).await?;
    p.open_app(&s.site.url()).await?;
    p.mark(60).await?;
    p.wait_kept("eased.draft").await?;
    let draft = p.local().await?["eased.draft"].clone();
    for _ in 0..2 {
        p.back().await?;
    }
    p.ready().await?;
    was_as_it_was(p).await?;
    p.shows_marks(&[20, 60]).await?;
    ensure!(p.local().await?["eased.draft"] == draft, "the other page's mark was written over");
    Ok(())
}
