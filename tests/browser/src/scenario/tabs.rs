//! Two windows of the app on one device.

use crate::failure::{Outcome, ensure};
use crate::page::{Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about a second window.
pub fn all() -> Vec<Scenario> {
    vec![Scenario::new("tabs: the second window only looks, until it takes over", play!(take_over))]
}

async fn take_over(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.here().await?;
    p.ease().await?;
    let (first, second) = p.second_window(&s.site.url()).await?;
    p.ready().await?;
    p.wait_for(Kind::Button, "Take over").await?;
    s.shot("second-window").await?;
    // Looking changes nothing in the first window.
    p.switch_to(&first).await?;
    p.is_in(Phase::Roll).await?;
    p.switch_to(&second).await?;
    p.button("Take over").await?;
    // The rule after a kill: the session comes back, paused or offered.
    p.taken_over().await?;
    p.finish().await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    p.switch_to(&first).await?;
    p.wait_read_only().await?;
    let sessions = p.sessions().await?;
    ensure!(sessions.len() == 1 && sessions[0].holds.len() == 1, "two windows left {sessions:?}");
    Ok(())
}
