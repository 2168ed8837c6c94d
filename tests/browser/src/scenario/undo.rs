//! Every act can be undone for a while.

use crate::failure::{Outcome, ensure};
use crate::page::{Ending, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about undo in a session.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("undo: after Eased the hold is open again and counts on", play!(eased)),
        Scenario::new(
            "undo: after Here the roll goes on, and from the summary the session does",
            play!(here_and_done),
        ),
    ]
}

async fn eased(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_and_ease(&s.site.url()).await?;
    // What the hold shows first when it is open again.
    let watch = "window.first = null; new MutationObserver(() => {\
        const digits = document.querySelector('[data-phase=hold] [role=timer]'); if (digits) window.first ??= Number(digits.textContent); })\
        .observe(document.documentElement, { childList: true, characterData: true, attributes: true, subtree: true });";
    p.js(watch, vec![]).await?;
    p.button_to("Undo", Phase::Hold).await?;
    let first = p.js("return first", vec![]).await?;
    ensure!(first.as_u64() >= Some(4), "the hold began anew, with {first}");
    let seconds = p.seconds().await?;
    p.wait_seconds(seconds + 1).await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    p.finish().await?;
    p.leave().await?;
    let sessions = p.sessions().await?;
    ensure!(sessions.len() == 1 && sessions[0].holds.len() == 1, "stored as {sessions:?}");
    let hold = &sessions[0].holds[0];
    ensure!(hold.ending == Ending::Eased && hold.held_ms >= 5000, "the hold that was reopened is {hold:?}");
    Ok(())
}

async fn here_and_done(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_and_hold(&s.site.url()).await?;
    p.button_to("Undo", Phase::Roll).await?;
    p.here().await?;
    p.ease().await?;
    p.finish().await?;
    p.button_to("Undo", Phase::Roll).await?;
    p.button_to("At the knee", Phase::Done).await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    let sessions = p.sessions().await?;
    ensure!(sessions[0].holds.len() == 1, "stored as {sessions:?}");
    ensure!(
        sessions[0].revision == 2,
        "after undo from done the session is revision {}",
        sessions[0].revision
    );
    Ok(())
}
