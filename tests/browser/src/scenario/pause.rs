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
            "pause: This feels wrong leads off the roller first, and keeps the reason of hold and roll",
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
    p.settle_step().await?;
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

/// "This feels wrong": each step, with a reason.
async fn wrong_with(s: &Stage, reason: &str) -> Outcome {
    let p = &s.page;
    p.button_to("This feels wrong", Phase::Paused).await?;
    // What is read first is about the roller.
    let first = p.js("return document.querySelector('main h1').innerText", vec![]).await?;
    ensure!(first == "Come off the roller", "it begins with {first}");
    for name in ["Resume", "Stop for today", "Carry on"] {
        ensure!(!p.has(Kind::Button, name).await?, "{name} is offered before the person is off the roller");
    }
    p.settle_step().await?;
    p.button("I am off").await?;
    p.wait_to_read(&["What was it?"]).await?;
    p.wait_for(Kind::Button, "Skip").await?;
    p.settle_step().await?;
    p.button(reason).await?;
    p.wait_for(Kind::Button, "Next").await?;
    let chosen =
        "return [...document.querySelectorAll('[aria-pressed=true]')].map((e) => e.innerText.trim())";
    let chosen = p.js(chosen, vec![]).await?;
    ensure!(chosen == serde_json::json!([reason]), "chosen is {chosen}");
    p.settle_step().await?;
    p.button("Next").await?;
    p.wait_to_read(&["the same day"]).await?;
    p.settle_step().await
}

async fn wrong(s: &mut Stage) -> Outcome {
    s.page.open_and_hold(&s.site.url()).await?;
    let p = &s.page;
    p.wait_seconds(1).await?;
    wrong_with(s, "Sharp pain").await?;
    s.shot("felt-wrong").await?;
    // The hold is over: on goes the roll.
    p.button_to("Carry on", Phase::Roll).await?;
    p.settle().await?;
    // In a roll the pass keeps the reason; after numbness without a spot ahead only the other leg is left.
    wrong_with(s, "Numbness").await?;
    p.wait_for(Kind::Button, "Carry on: other leg").await?;
    p.button_to("Stop for today", Phase::Done).await?;
    p.wait_to_read(&["You stopped while rolling"]).await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    let sessions = p.sessions().await?;
    let holds = &sessions[0].holds;
    ensure!(holds.len() == 1 && holds[0].ending == Ending::Stopped, "holds are {holds:?}");
    ensure!(holds[0].reason == "p", "the reason is {:?}", holds[0].reason);
    ensure!(sessions[0].felt_wrong == ["n"], "in the roll it was {:?}", sessions[0].felt_wrong);
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
