//! The layout of the leg screen: crowded spots, long words, forced colours and print.

use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::ControlKind;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::Value;

const ONLY_CHROMIUM: &[(Engine, &str)] =
    &[(Engine::Firefox, "its driver emulates no media"), (Engine::WebKit, "its driver emulates no media")];

/// The scenarios of the layout of the leg screen.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "leg_layout: eight crowded spots do not overlap at 390x844",
            scenario_fn!(crowded_spots),
        ),
        Scenario::new(
            "leg_layout: eight crowded spots do not overlap at 320x568",
            scenario_fn!(crowded_spots),
        )
        .size(320, 568),
        Scenario::new(
            "leg_layout: eight crowded spots do not overlap at 844x390",
            scenario_fn!(crowded_spots),
        )
        .size(844, 390),
        Scenario::new(
            "leg_layout: eight crowded spots do not overlap at 1280x800, dark",
            scenario_fn!(crowded_spots),
        )
        .size(1280, 800)
        .dark(),
        Scenario::new(
            "leg_layout: in German at 320x568 Start is uncovered and no text is cut off",
            scenario_fn!(in_german),
        )
        .size(320, 568),
        Scenario::new(
            "leg_layout: forced colours and reduced motion are respected",
            scenario_fn!(forced_colours),
        )
        .skip_in(ONLY_CHROMIUM),
        Scenario::new("leg_layout: the printed page shows the marks and no controls", scenario_fn!(printed))
            .skip_in(ONLY_CHROMIUM),
    ]
}

async fn crowded_spots(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    let (width, height) = p.viewport().await?;
    p.select_leg("right").await?;
    p.expect_large_targets("the empty leg").await?;
    p.add_crowded_marks([50; 8]).await?;
    for (what, places) in [
        ("one place", [50; 8]),
        ("the hip", [0, 0, 1, 2, 3, 4, 5, 6]),
        ("the knee", [93, 94, 95, 96, 98, 99, 100, 100]),
    ] {
        p.call_helper::<Value>("setCrowdedMarks", serde_json::json!([places])).await?;
        p.expect_marks(&places.map(i64::from)).await?;
        p.js("scrollTo(0, 0)", vec![]).await?;
        ctx.take_screenshot(&format!("leg-crowded-{what}-{width}x{height}")).await?;
        p.expect_no_overlaps(&format!("eight spots at {what}")).await?;
    }
    p.expect_large_targets("eight spots").await?;
    p.expect_no_horizontal_scroll("eight spots").await?;
    p.expect_accessible_aaa("eight spots", ctx.settings.axe.as_deref()).await?;
    for view in ["Show anatomy", "Whole leg"] {
        p.press_button(view).await?;
        p.js("scrollTo(0, 0)", vec![]).await?;
        ctx.take_screenshot(&format!("leg-crowded-{view}-{width}x{height}")).await?;
        p.expect_no_overlaps(view).await?;
        p.expect_legible_text(view).await?;
        p.expect_no_horizontal_scroll(view).await?;
    }
    Ok(())
}

async fn in_german(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.visit("Settings").await?;
    p.choose_radio("Deutsch").await?;
    p.press(ControlKind::Control, "Bein").await?;
    p.wait_for(ControlKind::Button, "Neue Stelle").await?;
    for view in ["Anatomie zeigen", "Ganzes Bein"] {
        p.point_of(ControlKind::Button, "Start").await?;
        p.expect_legible_text("the leg in German").await?;
        p.expect_no_overlaps("the leg in German").await?;
        p.expect_no_horizontal_scroll("the leg in German").await?;
        p.expect_large_targets("the leg in German").await?;
        p.press_button(view).await?;
    }
    p.expect_legible_text("the whole leg in German").await
}

async fn forced_colours(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.emulate_media("", &[("forced-colors", "active"), ("prefers-reduced-motion", "reduce")]).await?;
    p.open_app(&ctx.site.url()).await?;
    p.add_mark(30).await?;
    let moving =
        "return document.getAnimations().filter((a) => a.effect.getComputedTiming().endTime > 0).length";
    ensure!(p.js(moving, vec![]).await? == 0, "something moves");
    p.add_mark(70).await?;
    p.tap(p.mark_point(1).await?).await?;
    p.wait_for_focus("Spot 1 position").await?;
    ctx.take_screenshot("leg-forced-colours").await?;
    // The mark differs from the background by its outline, and the active one by another.
    let colours = "const of = (selector) => getComputedStyle(document.querySelector(selector));\
        return [of('.mark-body').fill, of('.mark-body').stroke, of('.is-active-mark > .mark-focus').stroke]";
    let colours: Vec<String> = serde_json::from_value(p.js(colours, vec![]).await?)?;
    ensure!(colours[0] != colours[1] && colours[2] != colours[0], "the mark has {colours:?}");
    p.expect_accessible("forced colours", ctx.settings.axe.as_deref()).await
}

async fn printed(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.add_mark(30).await?;
    p.add_mark(70).await?;
    p.emulate_media("print", &[("prefers-color-scheme", "dark")]).await?;
    p.wait_until_true(
        "no button in print",
        "return [...document.querySelectorAll('button, input, a')].every((e) => !e.checkVisibility())",
    )
    .await?;
    ctx.take_screenshot("leg-on-paper").await?;
    let text = p.visible_text().await?;
    for words in ["Right leg", "30%", "70%", "Pain", "no rating", "Upper thigh", "Lower thigh"] {
        ensure!(
            text.replace(' ', "\u{a0}").contains(&words.replace(' ', "\u{a0}")),
            "{words:?} is not in {text:?}"
        );
    }
    ensure!(!text.contains("Left leg"), "the other leg is named too");
    let background =
        p.js("return getComputedStyle(document.documentElement).backgroundColor", vec![]).await?;
    ensure!(background == "rgb(255, 255, 255)", "the background is {background}");
    Ok(())
}
