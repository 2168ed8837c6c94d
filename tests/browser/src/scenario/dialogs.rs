//! An open dialog is an entry of the browser's history: Back closes it and nothing else. However it is closed, it opens again.

use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::page::{Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about dialogs.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("dialogs: Back closes the safety page and stays on the screen", play!(safety_page)),
        Scenario::new("dialogs: Back closes the gate, and no session begins", play!(gate)),
        Scenario::new(
            "dialogs: Back closes the import preview, and Forward does not bring it again",
            play!(preview),
        ),
        Scenario::new(
            "dialogs: Back in a session closes the safety page and the session is seen",
            play!(in_session),
        ),
        Scenario::new("dialogs: one that the browser closes opens again each time", play!(closed_by_browser)),
        Scenario::new(
            "dialogs: a session begins in the place of the gate, and Back leads to the leg",
            play!(no_way_back),
        ),
    ]
}

/// Waits until a dialog is open, or none is.
pub async fn is_open(s: &Stage, wanted: bool) -> Outcome {
    until(format!("a dialog to be open: {wanted}"), async || {
        let open = s.page.js("return document.querySelector('dialog:modal') !== null", vec![]).await?;
        Ok((open == wanted).then_some(()))
    })
    .await
}

async fn is_at(s: &Stage, hash: &str) -> Outcome {
    until(format!("the address {hash}"), async || {
        let at = s.page.js("return location.hash || '#/'", vec![]).await?;
        Ok((at == hash).then_some(()))
    })
    .await
}

/// Waits until the page stands on an entry that belongs to no dialog.
async fn entry_is_left(s: &Stage) -> Outcome {
    s.page.until_true("the entry of the dialog to be left", "return history.state === null").await
}

async fn safety_page(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.visit("History").await?;
    for _ in 0..2 {
        p.button("Safety").await?;
        is_open(s, true).await?;
        p.js("history.back()", vec![]).await?;
        is_open(s, false).await?;
        is_at(s, "#/history").await?;
    }
    // Closed otherwise, its entry goes with it.
    p.button("Safety").await?;
    is_open(s, true).await?;
    p.button("Close").await?;
    is_open(s, false).await?;
    entry_is_left(s).await?;
    p.js("history.back()", vec![]).await?;
    is_at(s, "#/").await?;
    is_open(s, false).await?;
    // Forward to where a dialog was, and a page that is loaded anew on it.
    p.button("Safety").await?;
    is_open(s, true).await?;
    p.reload_app().await?;
    is_open(s, false).await?;
    p.button("Safety").await?;
    is_open(s, true).await
}

async fn gate(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&format!("{}#/history", s.site.url())).await?;
    p.visit("Leg").await?;
    p.button("Start").await?;
    p.wait_to_read(&["more to read"]).await?;
    p.js("history.back()", vec![]).await?;
    is_open(s, false).await?;
    is_at(s, "#/").await?;
    ensure!(p.phase().await?.is_none(), "a session began");
    // Over more than one entry at once: what lay on top of the screen goes with it.
    p.button("Start").await?;
    p.wait_to_read(&["more to read"]).await?;
    p.js("history.go(-2)", vec![]).await?;
    is_at(s, "#/history").await?;
    is_open(s, false).await?;
    p.visit("Leg").await?;
    is_open(s, false).await
}

async fn preview(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_history_of(&s.site.url(), 3).await?;
    let (_, file, _) = p.file_of("Export backup").await?;
    p.choose_file(&file).await?;
    is_open(s, true).await?;
    p.wait_to_read(&["Everything in this file is here already."]).await?;
    p.js("history.back()", vec![]).await?;
    is_open(s, false).await?;
    is_at(s, "#/history").await?;
    p.js("history.forward()", vec![]).await?;
    entry_is_left(s).await?;
    is_open(s, false).await?;
    p.choose_file(&file).await?;
    is_open(s, true).await?;
    p.button("Close").await?;
    is_open(s, false).await
}

async fn in_session(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.button_to("Pause", Phase::Paused).await?;
    p.button("Safety").await?;
    is_open(s, true).await?;
    p.js("history.back()", vec![]).await?;
    is_open(s, false).await?;
    is_at(s, "#/session").await?;
    p.is_in(Phase::Paused).await?;
    p.resume_to(Phase::Roll).await
}

async fn closed_by_browser(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    for _ in 0..2 {
        for button in ["Safety", "Start"] {
            p.button(button).await?;
            is_open(s, true).await?;
            p.js("document.querySelector('dialog[open]').close()", vec![]).await?;
            is_open(s, false).await?;
            entry_is_left(s).await?;
        }
    }
    p.visit("History").await?;
    for _ in 0..2 {
        p.choose_file("no backup").await?;
        p.wait_to_read(&["not a backup of Eased"]).await?;
        p.js("document.querySelector('dialog[open]').close()", vec![]).await?;
        is_open(s, false).await?;
        entry_is_left(s).await?;
    }
    p.visit("Leg").await?;
    p.begin().await
}

async fn no_way_back(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.begin().await?;
    p.js("history.back()", vec![]).await?;
    is_at(s, "#/").await?;
    is_open(s, false).await?;
    p.wait_for(Kind::Control, "Back to session").await
}
