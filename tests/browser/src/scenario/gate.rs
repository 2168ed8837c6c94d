//! The safety gate, which can be answered only after all of it has been in view, and the safety page.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::ControlKind;
use crate::pointer::Key;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::json;

/// The scenarios of the gate and the safety page.
pub fn all() -> Vec<Scenario> {
    let read = |name, width, height| Scenario::new(name, scenario_fn!(scrolled_to_end)).size(width, height);
    vec![
        read("gate: it can be answered only after its end has been in view, at 390x844", 390, 844),
        read("gate: it can be answered only after its end has been in view, at 320x568", 320, 568),
        read("gate: it can be answered only after its end has been in view, at 844x390", 844, 390),
        Scenario::new("gate: a ticked box stays in view", scenario_fn!(ticked_box_in_view)).size(320, 568),
        Scenario::new(
            "gate: the region's emergency number can be called, and none is guessed",
            scenario_fn!(emergency_number),
        ),
    ]
}

async fn scrolled_to_end(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    let (width, height) = p.viewport().await?;
    p.press_button("Start").await?;
    p.wait_for_text(&["more to read"]).await?;
    let first = p.js("return document.querySelector('dialog legend').textContent", vec![]).await?;
    ensure!(first == "Does the side of your hip hurt when you lie on it?", "the first question is {first}");
    ctx.take_screenshot(&format!("gate-begin-{width}x{height}")).await?;
    let mut presses = 0;
    while let Some(button) = p.gate_scroll_button().await? {
        ensure!(!p.has(ControlKind::Button, "None of these").await?, "it can be answered before it was read");
        ensure!(presses < 9, "after {presses} presses it says {button:?}");
        p.press_button(&button).await?;
        presses += 1;
        p.wait_page_ms(300).await?;
    }
    ensure!(presses > 0, "the end was in view from the start");
    let last = "const last = [...document.querySelectorAll('.checkbox-row')].at(-1).getBoundingClientRect();\
        return last.bottom <= document.querySelector('.sheet-foot').getBoundingClientRect().top + 1";
    ensure!(p.js(last, vec![]).await? == true, "the last question is not in view");
    ctx.take_screenshot(&format!("gate-end-{width}x{height}")).await?;
    p.expect_legible_text("the gate").await?;
    p.expect_large_targets("the gate").await?;
    p.expect_accessible("the gate", ctx.settings.axe.as_deref()).await?;
    p.wait_page_ms(700).await?;
    p.wait_session_started().await
}

async fn ticked_box_in_view(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.press_button("Start").await?;
    p.wait_for_text(&["more to read"]).await?;
    // The lowest visible box, which the growing footer would cover.
    let tick = "const foot = document.querySelector('.sheet-foot').getBoundingClientRect().top;\
        const seen = [...document.querySelectorAll('.checkbox-row')].filter((e) => e.getBoundingClientRect().bottom <= foot);\
        window.ticked = seen.at(-1); ticked.querySelector('input').click()";
    p.js(tick, vec![]).await?;
    p.wait_for_text(&["Do not roll", "Ask a clinician before you roll"]).await?;
    let seen = "const foot = document.querySelector('.sheet-foot').getBoundingClientRect().top;\
        return ticked.getBoundingClientRect().bottom <= foot && ticked.querySelector('input').checked";
    p.wait_until_true("the ticked box to be in view", seen).await?;
    ctx.take_screenshot("gate-ticked").await?;
    // The close button and the Escape key close the gate.
    p.close_dialog().await?;
    p.press_button("Start").await?;
    p.wait_for_text(&["Before you roll"]).await?;
    p.press_keys(&[Key::Escape]).await?;
    p.wait_until_true("the gate to close", "return !document.querySelector('dialog')").await
}

async fn emergency_number(ctx: &mut TestContext) -> Outcome {
    for (languages, number) in
        [("['de-AT', 'de']", Some("112")), ("['en-US']", Some("911")), ("['en']", None)]
    {
        ctx.add_page_script(&format!(
            "Object.defineProperty(navigator, 'languages', {{ value: {languages} }});"
        ))?;
        let p = &ctx.page;
        p.open_app(&ctx.site.url()).await?;
        p.press_button(if languages.contains("de") { "Sicherheit" } else { "Safety" }).await?;
        p.wait_for_text(&["same day", "selben Tag"]).await?;
        let shown = "return document.querySelector('.is-emergency a')?.getAttribute('href') ?? null";
        let wanted = number.map_or(json!(null), |number| json!(["tel:", number].concat()));
        wait_until(format!("a way to call {number:?}"), async || {
            let shown = p.js(shown, vec![]).await?;
            ensure!(shown == wanted, "it calls {shown}");
            Ok(Some(()))
        })
        .await?;
        ctx.take_screenshot(&format!("safety-{}", number.unwrap_or("none"))).await?;
        p.expect_large_targets("the safety page").await?;
    }
    Ok(())
}
