//! Text at 200 % by the browser's setting: every screen can be read and used.

use crate::engine::Engine;
use crate::failure::{Failure, Outcome, ensure};
use crate::page::{ControlKind, Phase, lazy_screen_names};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// Media queries in `rem` use the browser's text size, which this driver cannot set.
const NOT_IN_WEBKIT: &[(Engine, &str)] = &[(Engine::WebKit, "its driver cannot set the text size")];

/// The scenarios of large text, one for each viewport.
pub fn all() -> Vec<Scenario> {
    let at = |name, width, height| {
        Scenario::new(name, scenario_fn!(every_screen)).size(width, height).double_text()
    };
    vec![
        at("large_text: every screen fits with text at 200 % at 390x844", 390, 844),
        at("large_text: every screen fits with text at 200 % at 320x568", 320, 568),
        at("large_text: every screen fits with text at 200 % at 844x390", 844, 390).skip_in(NOT_IN_WEBKIT),
        at("large_text: every screen fits with text at 200 % at 1280x800", 1280, 800).skip_in(NOT_IN_WEBKIT),
    ]
}

/// Checks the current screen. Problems are collected and reported at the end, since one cause often affects several
/// screens.
async fn check_screen(ctx: &TestContext, wrong: &mut Vec<Failure>, what: &str) -> Outcome {
    let p = &ctx.page;
    let (width, height) = p.viewport().await?;
    ctx.take_screenshot(&format!("large-text-{what}-{width}x{height}")).await?;
    wrong.extend(p.expect_no_horizontal_scroll(what).await.err());
    wrong.extend(p.expect_legible_text(what).await.err());
    Ok(())
}

async fn every_screen(ctx: &mut TestContext) -> Outcome {
    let mut wrong = Vec::new();
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    if p.engine == Engine::WebKit {
        // The nearest that the driver allows: only media queries in `rem` are not affected.
        p.js("document.documentElement.style.fontSize = '200%'", vec![]).await?;
    }
    let size = p.js("return getComputedStyle(document.documentElement).fontSize", vec![]).await?;
    ensure!(size == "32px", "the text size is {size}");
    check_screen(ctx, &mut wrong, "leg").await?;
    p.select_leg("right").await?;
    p.add_mark(30).await?;
    p.add_mark(70).await?;
    p.open_spot(1).await?;
    p.tab_to("Spot 1 pain").await?;
    p.press_keys(&[crate::pointer::Key::Up]).await?;
    p.wait_for(ControlKind::Button, "Clear pain of spot 1").await?;
    check_screen(ctx, &mut wrong, "leg with marks").await?;
    wrong.extend(p.expect_large_targets("leg with marks").await.err());
    wrong.extend(p.expect_no_overlaps("leg with marks").await.err());
    p.js("scrollTo(0, 0)", vec![]).await?;
    check_screen(ctx, &mut wrong, "leg from the top").await?;
    for view in ["Show anatomy", "Whole leg"] {
        p.press_button(view).await?;
        p.js("scrollTo(0, 0)", vec![]).await?;
        check_screen(ctx, &mut wrong, view).await?;
        wrong.extend(p.expect_no_overlaps(view).await.err());
        p.press_button(view).await?;
    }
    for screen in lazy_screen_names() {
        p.visit(screen).await?;
        check_screen(ctx, &mut wrong, &screen.to_lowercase()).await?;
    }
    p.press_button("Safety").await?;
    p.wait_for_text(&["the same day"]).await?;
    check_screen(ctx, &mut wrong, "safety").await?;
    p.close_dialog().await?;
    p.visit("Leg").await?;
    p.press_button("Start").await?;
    p.wait_for_text(&["more to read"]).await?;
    check_screen(ctx, &mut wrong, "gate").await?;
    p.scroll_gate_to_end().await?;
    check_screen(ctx, &mut wrong, "gate at its end").await?;
    session(ctx, &mut wrong).await?;
    let wrong: Vec<_> = wrong.into_iter().map(|why| why.0).collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n      "));
    Ok(())
}

async fn session(ctx: &TestContext, wrong: &mut Vec<Failure>) -> Outcome {
    let p = &ctx.page;
    p.press_button("None of these").await?;
    p.wait_session_started().await?;
    check_screen(ctx, wrong, "position").await?;
    // The countdown may have run out meanwhile.
    if p.phase().await?.as_deref() == Some(Phase::Position.as_str()) {
        p.big_tap(Phase::Position, Phase::Roll).await?;
    }
    p.wait_phase(Phase::Roll).await?;
    check_screen(ctx, wrong, "roll").await?;
    p.tap_here().await?;
    p.press_button("Too much?").await?;
    check_screen(ctx, wrong, "hold").await?;
    p.ease_hold().await?;
    p.press_button_to("Pause", Phase::Paused).await?;
    check_screen(ctx, wrong, "paused").await?;
    p.resume_to(Phase::Roll).await?;
    p.press_button_to("This feels wrong", Phase::Paused).await?;
    check_screen(ctx, wrong, "off the roller").await?;
    p.press_button("I am off").await?;
    p.wait_for(ControlKind::Button, "Skip").await?;
    check_screen(ctx, wrong, "what felt wrong").await?;
    p.press_button("Skip").await?;
    p.wait_for_text(&["the same day"]).await?;
    check_screen(ctx, wrong, "what to do then").await?;
    p.press_button_to("Carry on", Phase::Roll).await?;
    p.finish_session().await?;
    p.wait_for(ControlKind::Button, "Done").await?;
    check_screen(ctx, wrong, "summary").await?;
    p.close_summary_to_history(1).await?;
    check_screen(ctx, wrong, "history with a session").await
}
