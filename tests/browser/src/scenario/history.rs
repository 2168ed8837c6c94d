//! The list of sessions.

use crate::browser::until;
use crate::failure::{Failure, Outcome, ensure};
use crate::page::Kind;
use crate::pointer::Key;
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::json;

/// Everything about the list.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "history: a session is deleted and brought back, at once and when the app was closed",
            play!(delete),
        ),
        Scenario::new("history: list and detail side by side", play!(side_by_side)).size(1280, 800),
    ]
}

async fn delete(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.short_session().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    p.delete_newest().await?;
    p.wait_listed(0).await?;
    p.button("Undo").await?;
    p.wait_listed(1).await?;
    p.reload_app().await?;
    p.wait_listed(1).await?;
    p.delete_newest().await?;
    p.wait_listed(0).await?;
    p.reload_app().await?;
    p.wait_listed(0).await?;
    ensure!(!p.has(Kind::Button, "Continue").await?, "a deleted session is offered to go on");
    p.wait_for(Kind::Button, "Undo").await?;
    // Deleted is a revision more, not a hole: an old copy must not bring it back.
    let local = p.local().await?;
    ensure!(
        local.iter().any(|(key, text)| key.starts_with("eased.s.") && text.contains("\"deleted\":")),
        "no tombstone in {local:?}"
    );
    p.button("Undo").await?;
    p.wait_listed(1).await?;
    p.reload_app().await?;
    p.wait_listed(1).await
}

/// The open session stands beside the list, and follows its line for the keyboard.
async fn side_by_side(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_history_of(&s.site.url(), 12).await?;
    let titles = "return [...document.querySelectorAll('.sitting-title')].filter((e) => e.checkVisibility()).map((e) => e.textContent)";
    let shown = async || Ok::<Vec<String>, Failure>(serde_json::from_value(p.js(titles, vec![]).await?)?);
    let first = shown().await?;
    ensure!(first.len() == 1, "beside the list: {first:?}");
    p.js("document.querySelectorAll('.sitting > summary')[3].click()", vec![]).await?;
    let next = until("another session beside the list", async || {
        let shown = shown().await?;
        Ok((shown.len() == 1 && shown != first).then_some(shown))
    })
    .await?;
    let places = "const [row, pane] = ['.sitting[open] > summary', '.sitting[open] .sitting-pane'].map((e) => document.querySelector(e).getBoundingClientRect());\
        return [row.right <= pane.left, pane.top < innerHeight / 2, document.querySelectorAll('.sitting[open]').length]";
    let places = p.js(places, vec![]).await?;
    ensure!(places == json!([true, true, 1]), "row and detail stand as {places}");
    s.shot("side by side").await?;
    p.is_very_accessible("list and detail", s.settings.axe.as_deref()).await?;
    // Its own line does not close it, and the keyboard goes from the line into it.
    p.js("const e = document.querySelectorAll('.sitting > summary')[3]; e.click(); e.focus()", vec![])
        .await?;
    ensure!(shown().await? == next, "beside the list: {:?}", shown().await?);
    p.keys(&[Key::Tab]).await?;
    let inside = "return !!document.activeElement.closest('.sitting[open] > .sitting-body')";
    ensure!(p.js(inside, vec![]).await? == true, "the next stop is not in the detail");
    p.delete_newest().await?;
    p.wait_listed(11).await?;
    p.wait_for_focus("Undo").await?;
    p.button("Undo").await?;
    p.wait_listed(12).await?;
    ensure!(shown().await? == next, "brought back, beside the list: {:?}", shown().await?);
    Ok(())
}
