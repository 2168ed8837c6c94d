//! Frequent updates change only the affected DOM nodes.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::ControlKind;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The digits of the timer.
const TIMER: &str = "[role=timer]";
/// The ring around them.
const RING: &str = ".hold-ring";

/// The second of two marks that are far apart: its row, its disc, its drag handle and its label.
const SECOND_MARK: [&str; 4] = [
    ".spots ol > .spot:nth-child(2)",
    "[data-diagram] [data-spot='2']",
    ".drag-handle ~ .drag-handle",
    ".dragged-mark-label",
];
/// The labels beside the leg and their lines are laid out together.
const FACTS: [&str; 3] = [".mark-label", ".leader", ".mark-anchor"];
/// The summary of the marks, the live region, and the buttons above the list, which may be disabled.
const WORDS: [&str; 3] = ["#leg-summary", "[role=status]", ".spots-actions button"];

/// The scenarios of frequent updates.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "dom_updates: a second of a hold changes only the digits and the ring",
            scenario_fn!(tick),
        ),
        Scenario::new(
            "dom_updates: a tap on the leg changes only its row, its mark and the texts",
            scenario_fn!(mark),
        ),
        Scenario::new(
            "dom_updates: a typed height stays when another setting changes",
            scenario_fn!(typed_height),
        ),
    ]
}

async fn tick(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_and_hold(&ctx.site.url()).await?;
    // Both change the page on their own after a while.
    p.wait_offline_ready().await?;
    p.wait_gone(ControlKind::Button, "Undo").await?;
    let from = p.timer_seconds().await?;
    p.watch_dom_updates(&[TIMER, RING]).await?;
    p.wait_timer(from + 4).await?;
    let seen = p.dom_updates().await?;
    let ticks = p.timer_seconds().await? - from;
    ensure!(seen.outside.is_empty(), "{ticks} ticks changed {:?}", seen.outside);
    for (what, count) in &seen.inside {
        ensure!((3..=ticks).contains(count), "{ticks} ticks changed {what} {count} times");
    }
    Ok(())
}

async fn mark(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.wait_offline_ready().await?;
    p.add_mark(30).await?;
    p.expect_marks(&[30]).await?;
    let allowed = [&SECOND_MARK[..], &FACTS, &WORDS].concat();
    p.watch_dom_updates(&allowed).await?;
    p.add_mark(70).await?;
    p.expect_marks(&[30, 70]).await?;
    wait_until("the summary to be updated", async || {
        Ok(p.visible_text().await?.contains("2 spots").then_some(()))
    })
    .await?;
    let seen = p.dom_updates().await?;
    ensure!(seen.outside.is_empty(), "a mark changed {:?}", seen.outside);
    Ok(())
}

async fn typed_height(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.visit("Settings").await?;
    p.wait_for(ControlKind::Radio, "Dark").await?;
    p.js(
        "const field = document.getElementById('height'); field.value = 'abc'; \
         for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));",
        vec![],
    )
    .await?;
    p.wait_until_true(
        "the height is refused",
        "return document.getElementById('height').ariaInvalid === 'true'",
    )
    .await?;
    p.choose_radio("Dark").await?;
    p.wait_until_true("the colours change", "return document.documentElement.dataset.theme === 'dark'")
        .await?;
    let typed = p.js("return document.getElementById('height').value", vec![]).await?;
    ensure!(typed == "abc", "the typed text has become {typed}");
    Ok(())
}
