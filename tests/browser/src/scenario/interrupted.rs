//! A session is complete after an interruption in any phase, by a reload or by a kill of the browser.

use crate::engine::{Engine, LaunchOptions};
use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Ending, Phase};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

const NEEDS_PROFILE: &[(Engine, &str)] = &[(Engine::WebKit, "its driver deletes the profile")];

/// The scenarios of interruptions.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "interrupted: a session reloaded in position, roll and hold is complete",
            scenario_fn!(reloaded_early),
        ),
        Scenario::new(
            "interrupted: a session reloaded in pause, switch and summary is complete",
            scenario_fn!(reloaded_late),
        ),
        Scenario::new(
            "interrupted: a session killed in position, roll and hold is complete",
            scenario_fn!(killed_early),
        )
        .skip_in(NEEDS_PROFILE),
        Scenario::new(
            "interrupted: a session killed in pause, switch and summary is complete",
            scenario_fn!(killed_late),
        )
        .skip_in(NEEDS_PROFILE),
    ]
}

async fn reloaded_early(ctx: &mut TestContext) -> Outcome {
    ctx.page.open_app(&ctx.site.url()).await?;
    interrupt_early_phases(ctx, None).await
}

async fn reloaded_late(ctx: &mut TestContext) -> Outcome {
    ctx.page.open_app(&ctx.site.url()).await?;
    interrupt_late_phases(ctx, None).await
}

async fn killed_early(ctx: &mut TestContext) -> Outcome {
    let launch = open_with_profile(ctx).await?;
    interrupt_early_phases(ctx, Some(&launch)).await
}

async fn killed_late(ctx: &mut TestContext) -> Outcome {
    let launch = open_with_profile(ctx).await?;
    interrupt_late_phases(ctx, Some(&launch)).await
}

/// Opens the app in a browser whose profile survives it.
async fn open_with_profile(ctx: &mut TestContext) -> Outcome<LaunchOptions> {
    let launch = LaunchOptions { profile: Some(ctx.folder("kept")), ..LaunchOptions::default() };
    ctx.restart_browser(&launch).await?;
    ctx.page.open_app(&ctx.site.url()).await?;
    Ok(launch)
}

/// Interrupts the session by a kill of the browser or by a reload, and opens the app again.
async fn interrupt(ctx: &mut TestContext, killed: Option<&LaunchOptions>) -> Outcome {
    match killed {
        None => ctx.page.reload_app().await,
        Some(launch) => {
            // If the browser were killed before the last write is complete, the session would continue from the
            // previous write.
            ctx.page.wait_until_both_stores_agree().await?;
            ctx.page.kill();
            ctx.restart_browser(launch).await?;
            ctx.page.open_app(&ctx.site.url()).await
        }
    }
}

/// Interrupts the session in this phase; it must return paused, and Resume must lead to the phase.
async fn interrupt_and_return(
    ctx: &mut TestContext,
    killed: Option<&LaunchOptions>,
    phase: Phase,
) -> Outcome {
    interrupt(ctx, killed).await?;
    let p = &ctx.page;
    p.wait_for(ControlKind::Button, "Continue").await?;
    p.press_button_to("Continue", Phase::Paused).await?;
    if phase == Phase::Paused { Ok(()) } else { p.press_button_to("Resume", phase).await }
}

async fn interrupt_early_phases(ctx: &mut TestContext, killed: Option<&LaunchOptions>) -> Outcome {
    ctx.page.start_session().await?;
    interrupt_and_return(ctx, killed, Phase::Position).await?;
    ctx.page.big_tap(Phase::Position, Phase::Roll).await?;
    interrupt_and_return(ctx, killed, Phase::Roll).await?;
    ctx.page.tap_here().await?;
    ctx.page.wait_timer(1).await?;
    // An open hold is stored as interrupted, and the same spot is held again.
    interrupt(ctx, killed).await?;
    ctx.page.wait_for(ControlKind::Button, "Continue").await?;
    ctx.page.press_button_to("Continue", Phase::Position).await?;
    ctx.page.big_tap(Phase::Position, Phase::Hold).await?;
    ctx.page.ease_hold().await?;
    ctx.page.finish_session().await?;
    ctx.page.close_summary().await?;
    expect_complete(ctx, &[Ending::Interrupted, Ending::Eased]).await
}

async fn interrupt_late_phases(ctx: &mut TestContext, killed: Option<&LaunchOptions>) -> Outcome {
    ctx.page.start_session().await?;
    ctx.page.big_tap(Phase::Position, Phase::Roll).await?;
    ctx.page.tap_here().await?;
    ctx.page.ease_hold().await?;
    ctx.page.wait_saved().await?;
    ctx.page.press_button_to("Pause", Phase::Paused).await?;
    interrupt_and_return(ctx, killed, Phase::Paused).await?;
    ctx.page.press_button_to("Resume", Phase::Roll).await?;
    ctx.page.press_button_to("At the knee", Phase::Switch).await?;
    interrupt_and_return(ctx, killed, Phase::Switch).await?;
    ctx.page.big_tap(Phase::Switch, Phase::Position).await?;
    ctx.page.big_tap(Phase::Position, Phase::Roll).await?;
    ctx.page.press_button_to("At the knee", Phase::Done).await?;
    ctx.page.wait_for_text(&["Saved"]).await?;
    interrupt(ctx, killed).await?;
    expect_complete(ctx, &[Ending::Eased]).await
}

/// Checks that there is one session with two legs and these endings, and nothing to continue.
async fn expect_complete(ctx: &TestContext, wanted: &[Ending]) -> Outcome {
    let p = &ctx.page;
    p.visit("History").await?;
    p.wait_for_session_count(1).await?;
    ensure!(!p.has(ControlKind::Button, "Continue").await?, "a finished session is offered again");
    let sessions = p.stored_sessions().await?;
    let endings: Vec<_> = sessions[0].holds.iter().map(|hold| hold.ending).collect();
    ensure!(endings == wanted, "holds ended {endings:?}");
    ensure!(sessions[0].passes.len() == 2, "passes are {:?}", sessions[0].passes);
    Ok(())
}
