//! Pause, stop, and "This feels wrong".

use crate::failure::{Outcome, ensure};
use crate::page::{Ending, Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything that ends or halts a session before its time.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("pause: frozen and resumed in a hold, Stop asks, Stop now ends", play!(stop)),
        Scenario::new(
            "pause: This feels wrong ends the hold, shows the red card and keeps the reason",
            play!(wrong),
        ),
        Scenario::new(
            "pause: another screen keeps the session, and Start leads back to it",
            play!(elsewhere),
        ),
    ]
}

async fn stop(s: &mut Stage) -> Outcome {
    s.page.open_and_hold(&s.site.url()).await?;
    let p = &s.page;
    p.wait_seconds(4).await?;
    p.button_to("Pause", Phase::Paused).await?;
    s.shot("paused").await?;
    p.wait_seconds(4).await?;
    let frozen = p.seconds().await?;
    p.page_time(2000).await?;
    let later = p.seconds().await?;
    ensure!(later == frozen, "the pause counted from {frozen} to {later}");
    // Nothing is to be lengthened in a hold that lasts until it eases: "+10 s" belongs to countdowns here.
    for name in ["Turn", "Stop"] {
        p.wait_for(Kind::Button, name).await?;
    }
    p.button_to("Resume", Phase::Hold).await?;
    p.wait_seconds(frozen + 1).await?;

    p.button_to("Pause", Phase::Paused).await?;
    p.button("Stop").await?;
    p.wait_for(Kind::Button, "Stop now").await?;
    p.is_in(Phase::Paused).await?;
    p.resume_to(Phase::Hold).await?;
    p.button_to("Pause", Phase::Paused).await?;
    p.button("Stop").await?;
    p.button_to("Stop now", Phase::Done).await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    let sessions = p.sessions().await?;
    let holds = &sessions[0].holds;
    ensure!(holds.len() == 1 && holds[0].ending == Ending::Stopped, "holds are {holds:?}");
    ensure!(holds[0].reason == "b", "the reason is {:?}", holds[0].reason);
    ensure!(holds[0].paused_ms >= 2000, "the pause is {} ms", holds[0].paused_ms);
    Ok(())
}

async fn wrong(s: &mut Stage) -> Outcome {
    s.page.open_and_hold(&s.site.url()).await?;
    let p = &s.page;
    p.wait_seconds(1).await?;
    p.button_to("This feels wrong", Phase::Paused).await?;
    p.wait_to_read(&["the same day"]).await?;
    s.shot("red-card").await?;
    p.close_dialog().await?;
    let reason = if p.has(Kind::Radio, "Numbness").await? { Kind::Radio } else { Kind::Button };
    p.press(reason, "Numbness").await?;
    // The hold is over: Resume goes on to roll.
    p.button_to("Resume", Phase::Roll).await?;
    p.finish().await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    let sessions = p.sessions().await?;
    let holds = &sessions[0].holds;
    ensure!(holds.len() == 1 && holds[0].ending == Ending::Stopped, "holds are {holds:?}");
    ensure!(holds[0].reason == "n", "the reason is {:?}", holds[0].reason);
    Ok(())
}

async fn elsewhere(s: &mut Stage) -> Outcome {
    s.page.open_and_hold(&s.site.url()).await?;
    let p = &s.page;
    p.js("history.back()", vec![]).await?;
    p.wait_for(Kind::Control, "Back to session").await?;
    p.press(Kind::Control, "Back to session").await?;
    p.wait_phase(Phase::Hold).await
}
