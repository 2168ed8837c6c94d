//! The leg screen: marks by touch and keys, the plan, first-visit hints and names.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::ControlKind;
use crate::pointer::Key;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The scenarios of the leg screen.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("leg: spots are copied to the other leg, and Undo removes them", scenario_fn!(copied)),
        Scenario::new("leg: keys add, rate, move, remove and restore a spot", scenario_fn!(by_keys)),
        Scenario::new("leg: a row that gets another number keeps the focus", scenario_fn!(renumbered)),
        Scenario::new(
            "leg: a tap on the pain scale rates, and a second tap clears the rating",
            scenario_fn!(rated_by_tap),
        ),
        Scenario::new("leg: today's plan is offered while nothing is marked", scenario_fn!(plan_offered)),
        Scenario::new("leg: the first visit shows hints on the plate, once", scenario_fn!(first_use_hints)),
        Scenario::new(
            "leg: the first visit shows hints on the plate at 1280x800",
            scenario_fn!(first_use_hints),
        )
        .size(1280, 800),
        Scenario::new("leg: controls have the expected names, roles and spoken values", scenario_fn!(names)),
    ]
}

async fn copied(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.select_leg("left").await?;
    p.add_mark(25).await?;
    p.add_mark(70).await?;
    p.press_button("Copy to right leg").await?;
    p.wait_for_announcement("2 spots copied to the right leg.").await?;
    ensure!(p.diagram_leg().await? == "left", "the selected leg has changed");
    p.wait_for_text(&["then 2 spots on the right"]).await?;
    p.select_leg("right").await?;
    p.expect_marks(&[25, 70]).await?;
    p.select_leg("left").await?;
    p.press_button("Undo").await?;
    p.wait_for_announcement("Undone.").await?;
    p.expect_marks(&[25, 70]).await?;
    p.select_leg("right").await?;
    p.expect_marks(&[]).await
}

async fn by_keys(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.tab_to("Add spot").await?;
    p.press_keys(&[Key::Enter]).await?;
    p.wait_for_focus("Spot 1 position").await?;
    p.wait_for_announcement("Spot 1 added: middle of the thigh, about two hands down.").await?;
    p.tab_to("Spot 1 pain").await?;
    p.press_keys(&[Key::Up, Key::Up]).await?;
    wait_until("two of ten", async || Ok((p.range_value("Spot 1 pain").await? == 2).then_some(()))).await?;
    p.tab_to("Clear pain of spot 1").await?;
    p.press_keys(&[Key::Enter]).await?;
    p.wait_for_focus("Clear pain of spot 1").await?;
    wait_until("no rating", async || Ok((p.range_value("Spot 1 pain").await? == 0).then_some(()))).await?;
    p.tab_to("Move spot 1 down").await?;
    p.press_keys(&[Key::Enter]).await?;
    p.wait_for_announcement("Spot 1: middle of the thigh, about two hands down.").await?;
    p.wait_for_focus("Move spot 1 down").await?;
    p.tab_to("Add spot").await?;
    p.press_keys(&[Key::Space]).await?;
    p.wait_for_focus("Spot 1 position").await?;
    p.expect_marks(&[27, 55]).await?;
    p.tab_to("Remove spot 1").await?;
    p.press_keys(&[Key::Enter]).await?;
    p.wait_for_announcement("Spot 1 removed.").await?;
    // The row that is now in its place.
    p.wait_for_focus("Remove spot 1").await?;
    p.press_keys(&[Key::Enter]).await?;
    p.wait_for_focus("Add spot").await?;
    p.expect_marks(&[]).await?;
    p.tab_to("Undo").await?;
    p.press_keys(&[Key::Enter]).await?;
    p.expect_marks(&[55]).await?;
    p.press_keys(&[Key::Enter]).await?;
    p.expect_marks(&[27, 55]).await?;
    p.wait_for_focus("Undo").await
}

/// The row of a moved mark passes the other row; keys pressed meanwhile are not lost.
async fn renumbered(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    for percent in [40, 60] {
        p.add_mark(percent).await?;
    }
    p.open_spot(1).await?;
    p.tab_to("Move spot 1 down").await?;
    p.press_keys(&[Key::Enter; 5]).await?;
    p.wait_for_focus("Move spot 2 down").await?;
    p.expect_marks(&[60, 65]).await?;
    p.tab_to("Move spot 2 up").await?;
    p.press_keys(&[Key::Enter; 3]).await?;
    p.wait_for_focus("Move spot 1 up").await?;
    p.expect_marks(&[50, 60]).await?;
    // The marks are renumbered only after the range has lost the focus.
    p.tab_to("Spot 1 position").await?;
    p.press_keys(&[Key::Up; 12]).await?;
    p.wait_for_focus("Spot 1 position").await?;
    p.press_keys(&[Key::Tab]).await?;
    p.wait_for_focus("Spot 2 pain").await?;
    p.expect_marks(&[60, 62]).await
}

async fn rated_by_tap(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.select_leg("right").await?;
    p.add_mark(40).await?;
    for score in [0, 10, 6] {
        p.rate("Spot 1 pain", score).await?;
        let step = "return document.querySelector('.pain-ramp .is-chosen')?.textContent ?? null";
        let chosen = p.js(step, vec![]).await?;
        ensure!(chosen.as_str() == Some(score.to_string().as_str()), "the ramp shows {chosen}");
    }
    ctx.take_screenshot("leg-rated").await?;
    p.tap_scale("Spot 1 pain", 6).await?;
    p.wait_until_true("no rating", "return !document.querySelector('.pain-ramp .is-chosen')").await
}

async fn plan_offered(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.seed_history(9, 1).await?;
    p.wait_for(ControlKind::Button, "Use this plan").await?;
    p.wait_for_text(&["Today: left leg 2 spots, right leg 3"]).await?;
    ctx.take_screenshot("leg-plan").await?;
    p.expect_legible_text("the plan").await?;
    p.expect_large_targets("the plan").await?;
    p.press_button("Use this plan").await?;
    p.wait_gone(ControlKind::Button, "Use this plan").await?;
    p.wait_for_focus("Start").await?;
    p.select_leg("left").await?;
    ensure!(p.marks().await?.len() == 2, "on the left there are {:?}", p.marks().await?);
    p.select_leg("right").await?;
    ensure!(p.marks().await?.len() == 3, "on the right there are {:?}", p.marks().await?);
    p.press_button("Undo").await?;
    p.wait_for(ControlKind::Button, "Use this plan").await
}

async fn first_use_hints(ctx: &mut TestContext) -> Outcome {
    const HINTS_SHOWN: &str = "return !!document.querySelector('#app .first-use-ring')";
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    let (width, height) = p.viewport().await?;
    ensure!(p.js(HINTS_SHOWN, vec![]).await? == true, "the first view shows no hints");
    p.wait_for_text(&["roller starts here"]).await?;
    p.wait_for_text(&["stop here"]).await?;
    ctx.take_screenshot(&format!("leg-taught-{width}x{height}")).await?;
    p.expect_no_overlaps("the teaching").await?;
    p.expect_legible_text("the teaching").await?;
    p.add_mark(40).await?;
    ensure!(p.js(HINTS_SHOWN, vec![]).await? == false, "the hints remain although there is a mark");
    p.press_button("Undo").await?;
    p.wait_until_true("the teaching", HINTS_SHOWN).await?;
    p.press_button("Close").await?;
    p.wait_until_true(
        "the hints to disappear",
        "return !document.querySelector('.first-use-ring, [aria-labelledby=welcome]')",
    )
    .await?;
    ensure!(p.js("return scrollY", vec![]).await? == 0, "the page has not scrolled to its top");
    p.reload_app().await?;
    ensure!(p.js(HINTS_SHOWN, vec![]).await? == false, "the hints are shown again");
    Ok(())
}

async fn names(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.select_leg("right").await?;
    p.add_mark(40).await?;
    p.open_spot(1).await?;
    let computed = p.computed_roles_and_names().await?;
    for (role, name) in [
        ("radio", "Left leg"),
        ("radio", "Right leg"),
        ("button", "Add spot"),
        ("button", "Undo"),
        ("button", "Move spot 1 up"),
        ("button", "Move spot 1 down"),
        ("button", "Remove spot 1"),
        ("slider", "Spot 1 position"),
        ("slider", "Spot 1 pain"),
        ("button", "Spot 1: more"),
        ("button", "Clear pain of spot 1"),
        ("button", "Copy to left leg"),
        ("button", "Show anatomy"),
        ("button", "Whole leg"),
        ("button", "Start"),
    ] {
        ensure!(
            computed.iter().any(|it| it.0 == role && it.1 == name),
            "no {role} \"{name}\" among {computed:?}"
        );
    }
    let (role, name) = p.computed_role_and_name("svg[data-diagram]").await?;
    ensure!(["img", "image"].contains(&role.as_str()), "the diagram is a {role}");
    ensure!(name.starts_with("Right leg") && name.contains("1 spot."), "the diagram is named {name}");
    let spoken =
        "return [...document.querySelectorAll('.spot input')].map((e) => e.getAttribute('aria-valuetext'))";
    let spoken: Vec<String> = serde_json::from_value(p.js(spoken, vec![]).await?)?;
    ensure!(
        spoken == ["middle of the thigh, about a hand and a half down, 40 percent", "no rating"],
        "the ranges say {spoken:?}"
    );
    Ok(())
}
