//! Pause, stop, and "This feels wrong".

use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Ending, Phase};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The scenarios of pausing and stopping.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "pause: a hold is frozen and resumed, Stop asks, and Stop now ends the session",
            scenario_fn!(stop),
        ),
        Scenario::new(
            "pause: This feels wrong leads off the roller first, and stores the reason",
            scenario_fn!(felt_wrong_reasons),
        ),
        Scenario::new(
            "pause: another screen keeps the session, and its link leads back",
            scenario_fn!(another_screen),
        ),
    ]
}

async fn stop(ctx: &mut TestContext) -> Outcome {
    ctx.page.open_and_hold(&ctx.site.url()).await?;
    let p = &ctx.page;
    p.wait_timer(4).await?;
    p.press_button_to("Pause", Phase::Paused).await?;
    ctx.take_screenshot("paused").await?;
    p.wait_timer(4).await?;
    let frozen = p.timer_seconds().await?;
    p.wait_page_ms(2000).await?;
    let later = p.timer_seconds().await?;
    ensure!(later == frozen, "the pause counted from {frozen} to {later}");
    // A hold until eased has no "+10 s": that belongs to countdowns.
    for name in ["Turn", "Stop"] {
        p.wait_for(ControlKind::Button, name).await?;
    }
    p.press_button_to("Resume", Phase::Hold).await?;
    p.wait_timer(frozen + 1).await?;

    p.press_button_to("Pause", Phase::Paused).await?;
    p.press_button("Stop").await?;
    p.wait_for(ControlKind::Button, "Stop now").await?;
    p.expect_phase(Phase::Paused).await?;
    p.resume_to(Phase::Hold).await?;
    p.press_button_to("Pause", Phase::Paused).await?;
    p.press_button("Stop").await?;
    p.wait_step_delay().await?;
    p.press_button_to("Stop now", Phase::Done).await?;
    p.close_summary_to_history(1).await?;
    let sessions = p.stored_sessions().await?;
    let holds = &sessions[0].holds;
    ensure!(holds.len() == 1 && holds[0].ending == Ending::Stopped, "holds are {holds:?}");
    ensure!(holds[0].reason == "b", "the reason is {:?}", holds[0].reason);
    ensure!(holds[0].paused_ms >= 2000, "the pause is {} ms", holds[0].paused_ms);
    Ok(())
}

/// Goes through "This feels wrong" with a reason.
async fn go_through_felt_wrong(ctx: &TestContext, reason: &str) -> Outcome {
    let p = &ctx.page;
    p.press_button_to("This feels wrong", Phase::Paused).await?;
    // The first text is about the roller.
    let first = p.js("return document.querySelector('main h1').innerText", vec![]).await?;
    ensure!(first == "Come off the roller", "it begins with {first}");
    for name in ["Resume", "Stop for today", "Carry on"] {
        ensure!(
            !p.has(ControlKind::Button, name).await?,
            "{name} is offered before the person is off the roller"
        );
    }
    p.wait_step_delay().await?;
    p.press_button("I am off").await?;
    p.wait_for_text(&["What was it?"]).await?;
    p.wait_for(ControlKind::Button, "Skip").await?;
    p.wait_step_delay().await?;
    p.press_button(reason).await?;
    p.wait_for(ControlKind::Button, "Next").await?;
    let chosen =
        "return [...document.querySelectorAll('[aria-pressed=true]')].map((e) => e.innerText.trim())";
    let chosen = p.js(chosen, vec![]).await?;
    ensure!(chosen == serde_json::json!([reason]), "selected is {chosen}");
    p.wait_step_delay().await?;
    p.press_button("Next").await?;
    p.wait_for_text(&["the same day"]).await?;
    p.wait_step_delay().await
}

async fn felt_wrong_reasons(ctx: &mut TestContext) -> Outcome {
    ctx.page.open_and_hold(&ctx.site.url()).await?;
    let p = &ctx.page;
    p.wait_timer(1).await?;
    go_through_felt_wrong(ctx, "Sharp pain").await?;
    ctx.take_screenshot("felt-wrong").await?;
    // The hold has ended: the roll continues.
    p.press_button_to("Carry on", Phase::Roll).await?;
    p.wait_input_delay().await?;
    // While rolling, the reason is stored with the pass; after numbness without a spot ahead only the other leg
    // remains.
    go_through_felt_wrong(ctx, "Numbness").await?;
    p.wait_for(ControlKind::Button, "Carry on: other leg").await?;
    p.press_button_to("Stop for today", Phase::Done).await?;
    p.wait_for_text(&["You stopped while rolling"]).await?;
    p.close_summary_to_history(1).await?;
    let sessions = p.stored_sessions().await?;
    let holds = &sessions[0].holds;
    ensure!(holds.len() == 1 && holds[0].ending == Ending::Stopped, "holds are {holds:?}");
    ensure!(holds[0].reason == "p", "the reason is {:?}", holds[0].reason);
    ensure!(sessions[0].felt_wrong == ["n"], "while rolling, the reasons are {:?}", sessions[0].felt_wrong);
    Ok(())
}

async fn another_screen(ctx: &mut TestContext) -> Outcome {
    ctx.page.open_and_hold(&ctx.site.url()).await?;
    let p = &ctx.page;
    p.js("history.back()", vec![]).await?;
    p.wait_for(ControlKind::Control, "Back to session").await?;
    p.press(ControlKind::Control, "Back to session").await?;
    p.wait_phase(Phase::Hold).await
}
