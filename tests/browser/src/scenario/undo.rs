//! Undo in a session.

use crate::failure::{Outcome, ensure};
use crate::page::{Ending, Phase};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The scenarios of undo.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("undo: after Eased the hold is open again and keeps counting", scenario_fn!(eased)),
        Scenario::new(
            "undo: after Here the roll continues, and from the summary the session does",
            scenario_fn!(here_and_done),
        ),
    ]
}

async fn eased(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_and_ease(&ctx.site.url()).await?;
    // The first second that the reopened hold shows.
    let watch = "window.first = null; new MutationObserver(() => {\
        const digits = document.querySelector('[data-phase=hold] [role=timer]'); if (digits) window.first ??= Number(digits.textContent); })\
        .observe(document.documentElement, { childList: true, characterData: true, attributes: true, subtree: true });";
    p.js(watch, vec![]).await?;
    p.press_button_to("Undo", Phase::Hold).await?;
    let first = p.js("return first", vec![]).await?;
    ensure!(first.as_u64() >= Some(4), "the hold started again at {first}");
    let seconds = p.timer_seconds().await?;
    p.wait_timer(seconds + 1).await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    p.finish_session().await?;
    p.close_summary().await?;
    let sessions = p.stored_sessions().await?;
    ensure!(sessions.len() == 1 && sessions[0].holds.len() == 1, "stored as {sessions:?}");
    let hold = &sessions[0].holds[0];
    ensure!(hold.ending == Ending::Eased && hold.held_ms >= 5000, "the hold that was reopened is {hold:?}");
    Ok(())
}

async fn here_and_done(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_and_hold(&ctx.site.url()).await?;
    p.press_button_to("Undo", Phase::Roll).await?;
    p.tap_here().await?;
    p.ease_hold().await?;
    p.finish_session().await?;
    p.press_button_to("Undo", Phase::Roll).await?;
    p.press_button_to("At the knee", Phase::Done).await?;
    p.close_summary_to_history(1).await?;
    let sessions = p.stored_sessions().await?;
    ensure!(sessions[0].holds.len() == 1, "stored as {sessions:?}");
    ensure!(
        sessions[0].revision == 2,
        "after undo from done the session is revision {}",
        sessions[0].revision
    );
    Ok(())
}
