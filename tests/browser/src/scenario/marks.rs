//! Marks on the diagram before a session.

use crate::failure::{Outcome, ensure, fail};
use crate::page::{ControlKind, Phase};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The scenarios of marks.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "marks: two spots tapped at known heights are kept after a reload, for each leg",
            scenario_fn!(two_spots),
        ),
        Scenario::new(
            "marks: an earlier spot is a ring that one tap adds, on the leg and in the list",
            scenario_fn!(earlier_spot),
        ),
        Scenario::new(
            "marks: Undo and Remove delete a mark, and Add spot uses the largest gap",
            scenario_fn!(undo_and_remove),
        ),
    ]
}

async fn two_spots(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.select_leg("left").await?;
    // The lower one first: numbers follow the position, not the order of taps.
    p.add_mark(70).await?;
    p.add_mark(25).await?;
    p.expect_marks(&[25, 70]).await?;
    ctx.take_screenshot("leg-marked").await?;
    p.reload_app().await?;
    p.select_leg("left").await?;
    p.expect_marks(&[25, 70]).await?;

    p.select_leg("right").await?;
    p.expect_marks(&[]).await?;
    p.add_mark(40).await?;
    p.add_mark(90).await?;
    p.expect_marks(&[40, 90]).await?;
    p.reload_app().await?;
    p.select_leg("right").await?;
    p.expect_marks(&[40, 90]).await?;
    p.select_leg("left").await?;
    p.expect_marks(&[25, 70]).await
}

async fn earlier_spot(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.select_leg("left").await?;
    ensure!(p.rings().await?.is_empty(), "rings before the first session: {:?}", p.rings().await?);
    p.add_mark(8).await?;
    let held = p.marks().await?[0].position;
    p.start_session().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    // Within 8 points of a mark, "Here" refers to the mark.
    p.wait_page_ms(1_200).await?;
    p.tap_here().await?;
    p.ease_hold().await?;
    p.finish_session().await?;
    p.close_summary().await?;

    p.visit("Leg").await?;
    p.select_leg("right").await?;
    ensure!(p.rings().await?.is_empty(), "rings of the other leg: {:?}", p.rings().await?);
    p.select_leg("left").await?;
    p.expect_marks(&[]).await?;
    p.expect_rings(&[held]).await?;
    ctx.take_screenshot("leg-ring").await?;
    p.expect_accessible("leg with a ring", ctx.settings.axe.as_deref()).await?;
    // Tapped beside its centre: the mark takes the ring's position, not the tap's.
    p.add_mark(12).await?;
    p.expect_marks(&[held]).await?;
    p.expect_rings(&[]).await?;
    let draft = p.local_storage().await?.remove("eased.draft").unwrap_or_default();
    ensure!(draft.contains(&format!("{{\"x\":{held},\"w\":\"r\",\"k\":\"")), "the draft is {draft}");
    p.press_button("Undo").await?;
    p.expect_marks(&[]).await?;
    p.expect_rings(&[held]).await?;

    // The position in words: the fifth of the thigh, and how far down.
    let buttons = p.control_names(ControlKind::Button).await?;
    let Some(earlier) = buttons.iter().find(|name| name.starts_with("Add earlier spot, top of the thigh, "))
    else {
        fail!("no earlier spot among {buttons:?}");
    };
    p.press_button(earlier).await?;
    p.expect_marks(&[held]).await?;
    p.expect_rings(&[]).await?;
    p.press_button("Undo").await?;
    p.expect_marks(&[]).await
}

async fn undo_and_remove(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.add_mark(30).await?;
    p.add_mark(60).await?;
    p.press_button("Undo").await?;
    p.expect_marks(&[30]).await?;
    p.add_mark(80).await?;
    p.open_spot(1).await?;
    p.press_button("Remove spot 1").await?;
    p.expect_marks(&[80]).await?;
    p.press_button("Add spot").await?;
    // The middle of the largest gap, which is above the mark.
    p.expect_marks(&[40, 80]).await?;
    let marks = p.marks().await?;
    ensure!(
        p.has(ControlKind::Button, "Spot 2: more").await?,
        "marks are {marks:?} and the second has no more controls"
    );
    Ok(())
}
