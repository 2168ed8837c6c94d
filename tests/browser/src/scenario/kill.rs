//! The browser is killed in the middle of a hold: what showed its saved tick is there afterwards.

use crate::engine::{Engine, Launch};
use crate::failure::{Outcome, ensure};
use crate::page::{Ending, Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about being killed.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "kill: a hold with its saved tick survives SIGKILL, and the session goes on",
            play!(killed),
        )
        .not_in(&[(Engine::WebKit, "its profile under automation is thrown away")]),
    ]
}

async fn killed(s: &mut Stage) -> Outcome {
    let launch = Launch { profile: Some(s.folder("kept")), ..Launch::default() };
    s.another_browser(&launch).await?;
    let url = s.site.url();
    let p = &s.page;
    p.open_app(&url).await?;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.here().await?;
    p.ease().await?;
    // Only what was promised on the screen is checked; the kill comes in the hold that follows.
    p.wait_saved_tick().await?;
    p.here().await?;
    s.page.kill();

    s.another_browser(&launch).await?;
    let p = &s.page;
    p.open_app(&url).await?;
    p.wait_for(Kind::Button, "Continue").await?;
    p.button("Keep as interrupted").await?;
    p.wait_gone(Kind::Button, "Keep as interrupted").await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    let sessions = p.sessions().await?;
    let holds = &sessions[0].holds;
    ensure!(!holds.is_empty() && holds[0].ending == Ending::Eased, "after the kill there is {holds:?}");
    ensure!(holds[0].held_ms >= 3000, "the finished hold lost seconds: {holds:?}");
    Ok(())
}
