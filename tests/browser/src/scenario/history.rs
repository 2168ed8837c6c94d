//! The list of sessions on the History screen.

use crate::browser::wait_until;
use crate::failure::{Failure, Outcome, ensure};
use crate::page::ControlKind;
use crate::pointer::Key;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::json;

/// The scenarios of the list.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "history: a deleted session can be restored, at once and after the app was closed",
            scenario_fn!(delete),
        ),
        Scenario::new(
            "history: list and detail are side by side on a wide screen",
            scenario_fn!(side_by_side),
        )
        .size(1280, 800),
    ]
}

async fn delete(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.do_short_session().await?;
    p.visit("History").await?;
    p.wait_for_session_count(1).await?;
    p.delete_newest_session().await?;
    p.wait_for_session_count(0).await?;
    p.press_button("Undo").await?;
    p.wait_for_session_count(1).await?;
    p.reload_app().await?;
    p.wait_for_session_count(1).await?;
    p.delete_newest_session().await?;
    p.wait_for_session_count(0).await?;
    p.reload_app().await?;
    p.wait_for_session_count(0).await?;
    ensure!(!p.has(ControlKind::Button, "Continue").await?, "a deleted session can be continued");
    p.wait_for(ControlKind::Button, "Undo").await?;
    // A deletion is stored as a new revision (tombstone), so that an old copy cannot restore the session.
    let local = p.local_storage().await?;
    ensure!(
        local.iter().any(|(key, text)| key.starts_with("eased.s.") && text.contains("\"deleted\":")),
        "no tombstone in {local:?}"
    );
    p.press_button("Undo").await?;
    p.wait_for_session_count(1).await?;
    p.reload_app().await?;
    p.wait_for_session_count(1).await
}

/// The open session is beside the list, and follows its entry in the tab order.
async fn side_by_side(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_history_with(&ctx.site.url(), 12).await?;
    let titles = "return [...document.querySelectorAll('.session-title')].filter((e) => e.checkVisibility()).map((e) => e.textContent)";
    let shown = async || Ok::<Vec<String>, Failure>(serde_json::from_value(p.js(titles, vec![]).await?)?);
    let first = shown().await?;
    ensure!(first.len() == 1, "beside the list: {first:?}");
    p.js("document.querySelectorAll('.session-row > summary')[3].click()", vec![]).await?;
    let next = wait_until("another session beside the list", async || {
        let shown = shown().await?;
        Ok((shown.len() == 1 && shown != first).then_some(shown))
    })
    .await?;
    let places = "const [row, pane] = ['.session-row[open] > summary', '.session-row[open] .session-pane'].map((e) => document.querySelector(e).getBoundingClientRect());\
        return [row.right <= pane.left, pane.top < innerHeight / 2, document.querySelectorAll('.session-row[open]').length]";
    let places = p.js(places, vec![]).await?;
    ensure!(places == json!([true, true, 1]), "row and detail are placed as {places}");
    ctx.take_screenshot("side by side").await?;
    p.expect_accessible_aaa("list and detail", ctx.settings.axe.as_deref()).await?;
    // A click on its own entry does not close it, and Tab moves from the entry into it.
    p.js("const e = document.querySelectorAll('.session-row > summary')[3]; e.click(); e.focus()", vec![])
        .await?;
    ensure!(shown().await? == next, "beside the list: {:?}", shown().await?);
    p.press_keys(&[Key::Tab]).await?;
    let inside = "return !!document.activeElement.closest('.session-row[open] > .session-details')";
    ensure!(p.js(inside, vec![]).await? == true, "the next stop is not in the detail");
    p.delete_newest_session().await?;
    p.wait_for_session_count(11).await?;
    p.wait_for_focus("Undo").await?;
    p.press_button("Undo").await?;
    p.wait_for_session_count(12).await?;
    ensure!(shown().await? == next, "brought back, beside the list: {:?}", shown().await?);
    Ok(())
}
