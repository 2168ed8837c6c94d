//! Accessibility: every screen and phase passes axe-core and is not wider than the viewport, and controls have the
//! expected computed names.

use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Phase, lazy_screen_names, screen_names};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::json;

/// The scenarios of accessibility.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "accessibility: screens, gate, every phase and the safety page at 390x844, light",
            scenario_fn!(screens_and_session),
        ),
        Scenario::new(
            "accessibility: screens, gate, every phase and the safety page at 320x568, dark",
            scenario_fn!(screens_and_session),
        )
        .size(320, 568)
        .dark(),
        Scenario::new("accessibility: screens at 320x568, light", scenario_fn!(screens)).size(320, 568),
        Scenario::new("accessibility: screens at 390x844, dark", scenario_fn!(screens)).dark(),
        Scenario::new("accessibility: screens at 1280x800, light", scenario_fn!(screens)).size(1280, 800),
        Scenario::new(
            "accessibility: controls have the expected computed roles and names",
            scenario_fn!(names),
        ),
    ]
}

/// Checks the current screen.
async fn check_screen(ctx: &TestContext, what: &str) -> Outcome {
    let p = &ctx.page;
    let (width, _) = p.viewport().await?;
    let theme = if p.js("return matchMedia('(prefers-color-scheme: dark)').matches", vec![]).await? == true {
        "dark"
    } else {
        "light"
    };
    ctx.take_screenshot(&format!("{what}-{width}-{theme}")).await?;
    p.expect_no_horizontal_scroll(what).await?;
    p.expect_accessible(what, ctx.settings.axe.as_deref()).await
}

async fn screens(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    check_screen(ctx, "leg").await?;
    p.add_mark(30).await?;
    p.add_mark(70).await?;
    p.open_spot(1).await?;
    check_screen(ctx, "leg with marks").await?;
    for screen in lazy_screen_names() {
        p.visit(screen).await?;
        check_screen(ctx, &screen.to_lowercase()).await?;
    }
    p.press_button("Safety").await?;
    p.wait_for_text(&["the same day"]).await?;
    check_screen(ctx, "safety").await
}

async fn screens_and_session(ctx: &mut TestContext) -> Outcome {
    screens(ctx).await?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.press_button("Start").await?;
    p.wait_for_text(&["more to read", "None of these"]).await?;
    check_screen(ctx, "gate").await?;
    p.scroll_gate_to_end().await?;
    p.press_button("None of these").await?;
    p.wait_session_started().await?;
    check_screen(ctx, "position").await?;
    // The countdown may have run out meanwhile.
    if p.phase().await?.as_deref() == Some(Phase::Position.as_str()) {
        p.big_tap(Phase::Position, Phase::Roll).await?;
    }
    p.wait_phase(Phase::Roll).await?;
    check_screen(ctx, "roll").await?;
    p.tap_here().await?;
    p.press_button("Too much?").await?;
    check_screen(ctx, "hold").await?;
    p.ease_hold().await?;
    check_screen(ctx, "roll after a hold").await?;
    p.press_button_to("Pause", Phase::Paused).await?;
    check_screen(ctx, "paused").await?;
    p.wait_input_delay().await?;
    p.press_button("Stop").await?;
    p.wait_for(ControlKind::Button, "Stop now").await?;
    check_screen(ctx, "stop asked").await?;
    p.resume_to(Phase::Roll).await?;
    p.press_button_to("This feels wrong", Phase::Paused).await?;
    check_screen(ctx, "this feels wrong").await?;
    p.press_button("I am off").await?;
    p.wait_for(ControlKind::Button, "Skip").await?;
    check_screen(ctx, "what felt wrong").await?;
    p.press_button("Skip").await?;
    p.wait_for_text(&["the same day"]).await?;
    check_screen(ctx, "after what felt wrong").await?;
    p.press_button_to("Carry on", Phase::Roll).await?;
    p.wait_input_delay().await?;
    p.press_button_to("At the knee", Phase::Switch).await?;
    check_screen(ctx, "switch").await?;
    if p.phase().await?.as_deref() == Some(Phase::Switch.as_str()) {
        p.big_tap(Phase::Switch, Phase::Position).await?;
    }
    p.wait_phase(Phase::Position).await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.wait_input_delay().await?;
    p.press_button_to("At the knee", Phase::Done).await?;
    check_screen(ctx, "off the roller").await?;
    p.wait_for(ControlKind::Button, "Done").await?;
    check_screen(ctx, "done").await?;
    p.close_summary_to_history(1).await?;
    check_screen(ctx, "history with a session").await
}

async fn names(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.add_mark(50).await?;
    p.open_spot(1).await?;
    let wanted = [
        ("radio", "Left leg"),
        ("radio", "Right leg"),
        ("button", "Add spot"),
        ("button", "Undo"),
        ("button", "Start"),
        ("button", "Safety"),
        ("button", "Remove spot 1"),
        ("slider", "Spot 1 position"),
        ("slider", "Spot 1 pain"),
    ];
    let tabs = screen_names().map(|name| ("link", name));
    let controls = p.computed_roles_and_names().await?;
    for (role, name) in wanted.into_iter().chain(tabs) {
        let found = controls.iter().any(|(r, n)| n == name && (r == role || role == "link" && r == "button"));
        ensure!(found, "no {role} is named {name:?}; there are {}", json!(controls));
    }
    // The diagram is one image with a name, and nothing in it can be focused.
    let picture = "const d = document.querySelector('svg[data-diagram]'); const text = d.getAttribute('aria-label') || d.getAttribute('aria-labelledby') || d.querySelector('title')?.textContent;\
        return [document.querySelectorAll('svg[data-diagram]').length, d.getAttribute('role'), !!text, d.querySelectorAll('a, button, input, [tabindex]').length]";
    let picture = p.js(picture, vec![]).await?;
    ensure!(picture == json!([1, "img", true, 0]), "the diagram is {picture}");
    Ok(())
}
