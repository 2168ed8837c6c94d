//! The lazy part has not loaded: whatever needs it says so and waits.

use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Phase, lazy_screen_names};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The page cannot load the lazy part until `window.partMayCome` is set.
const REFUSE_PART: &str = "const real = window.fetch;\n\
    window.fetch = (what, ...more) => /\\/session_and_history-/.test(what.url ?? what) && !window.partMayCome\n\
        ? Promise.reject(new TypeError('no part'))\n\
        : real(what, ...more);\n";

/// The scenarios of the lazy part.
pub fn all() -> Vec<Scenario> {
    vec![Scenario::new(
        "lazy_part: what needs it before it has loaded says so, waits and loses nothing",
        scenario_fn!(without),
    )]
}

const NOT_AVAILABLE: &[&str] = &["is not stored on this phone yet"];

async fn without(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(REFUSE_PART)?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    // Everything that works without it: marks, undo, and the views of the plate.
    p.add_mark(30).await?;
    p.add_mark(60).await?;
    for name in ["Undo", "Show anatomy", "Whole leg"] {
        p.press_button(name).await?;
    }
    p.select_leg("left").await?;
    p.select_leg("right").await?;
    // The other screens say that they are not available, and the app continues.
    for screen in lazy_screen_names().chain(["History"]) {
        p.visit(screen).await?;
        p.wait_for_text(NOT_AVAILABLE).await?;
    }
    ctx.take_screenshot("not-here").await?;
    // So does the gate, which must come before a session; it can be closed and opened again.
    p.visit("Leg").await?;
    p.press_button("Start").await?;
    p.wait_for_text(NOT_AVAILABLE).await?;
    ctx.take_screenshot("gate-not-here").await?;
    p.press_button("Close").await?;
    p.press_button("Start").await?;
    p.wait_for_text(NOT_AVAILABLE).await?;
    p.js("window.partMayCome = true", vec![]).await?;
    p.press_button("Try again").await?;
    p.wait_session_started().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.tap_here().await?;
    p.ease_hold().await?;
    p.tap_here().await?;
    p.wait_timer(1).await?;
    // Reloaded without the lazy part, the interrupted session is offered and waits.
    p.reload_app().await?;
    p.visit("Leg").await?;
    p.wait_for(ControlKind::Button, "Continue").await?;
    p.press_button("Continue").await?;
    p.wait_for_text(NOT_AVAILABLE).await?;
    ctx.take_screenshot("session-not-here").await?;
    // The session is not running meanwhile.
    p.press_button("Close").await?;
    p.wait_for(ControlKind::Button, "Continue").await?;
    p.press_button("Continue").await?;
    p.js("window.partMayCome = true", vec![]).await?;
    p.press_button("Try again").await?;
    p.big_tap(Phase::Position, Phase::Hold).await?;
    p.ease_hold().await?;
    p.finish_session().await?;
    p.close_summary().await?;
    let sessions = p.stored_sessions().await?;
    ensure!(sessions[0].holds.len() == 3, "stored as {:?}", sessions[0]);
    Ok(())
}
