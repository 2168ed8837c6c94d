//! The list of sessions.

use crate::failure::{Outcome, ensure};
use crate::page::Kind;
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about the list.
pub fn all() -> Vec<Scenario> {
    vec![Scenario::new(
        "history: a session is deleted and brought back, at once and when the app was closed",
        play!(delete),
    )]
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
