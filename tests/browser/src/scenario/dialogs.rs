//! An open dialog is an entry of the browser's history: Back closes only the dialog, and it can be opened again.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Phase};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The scenarios of dialogs.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "dialogs: Back closes the safety page and stays on the screen",
            scenario_fn!(safety_page),
        ),
        Scenario::new("dialogs: Back closes the gate, and no session starts", scenario_fn!(gate)),
        Scenario::new(
            "dialogs: Back closes the import preview, and Forward does not reopen it",
            scenario_fn!(import_preview),
        ),
        Scenario::new(
            "dialogs: Back in a session closes the safety page and shows the session",
            scenario_fn!(in_session),
        ),
        Scenario::new(
            "dialogs: a dialog that the browser has closed can be opened again",
            scenario_fn!(closed_by_browser),
        ),
        Scenario::new(
            "dialogs: a session replaces the gate's history entry, and Back leads to the leg",
            scenario_fn!(gate_replaced),
        ),
    ]
}

/// Waits until a dialog is open, or none is.
pub async fn expect_dialog(ctx: &TestContext, wanted: bool) -> Outcome {
    wait_until(format!("a dialog to be open: {wanted}"), async || {
        let open = ctx.page.js("return document.querySelector('dialog:modal') !== null", vec![]).await?;
        Ok((open == wanted).then_some(()))
    })
    .await
}

async fn expect_hash(ctx: &TestContext, hash: &str) -> Outcome {
    wait_until(format!("the address {hash}"), async || {
        let at = ctx.page.js("return location.hash || '#/'", vec![]).await?;
        Ok((at == hash).then_some(()))
    })
    .await
}

/// Waits until the current history entry belongs to no dialog.
async fn wait_dialog_entry_left(ctx: &TestContext) -> Outcome {
    ctx.page
        .wait_until_true("the history entry of the dialog to be left", "return history.state === null")
        .await
}

async fn safety_page(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.visit("History").await?;
    for _ in 0..2 {
        p.press_button("Safety").await?;
        expect_dialog(ctx, true).await?;
        p.js("history.back()", vec![]).await?;
        expect_dialog(ctx, false).await?;
        expect_hash(ctx, "#/history").await?;
    }
    // Closed by its button, its entry is removed.
    p.press_button("Safety").await?;
    expect_dialog(ctx, true).await?;
    p.press_button("Close").await?;
    expect_dialog(ctx, false).await?;
    wait_dialog_entry_left(ctx).await?;
    p.js("history.back()", vec![]).await?;
    expect_hash(ctx, "#/").await?;
    expect_dialog(ctx, false).await?;
    // A reload with an open dialog closes it.
    p.press_button("Safety").await?;
    expect_dialog(ctx, true).await?;
    p.reload_app().await?;
    expect_dialog(ctx, false).await?;
    p.press_button("Safety").await?;
    expect_dialog(ctx, true).await
}

async fn gate(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&format!("{}#/history", ctx.site.url())).await?;
    p.visit("Leg").await?;
    p.press_button("Start").await?;
    p.wait_for_text(&["more to read"]).await?;
    p.js("history.back()", vec![]).await?;
    expect_dialog(ctx, false).await?;
    expect_hash(ctx, "#/").await?;
    ensure!(p.phase().await?.is_none(), "a session began");
    // Going back two entries at once also closes the dialog.
    p.press_button("Start").await?;
    p.wait_for_text(&["more to read"]).await?;
    p.js("history.go(-2)", vec![]).await?;
    expect_hash(ctx, "#/history").await?;
    expect_dialog(ctx, false).await?;
    p.visit("Leg").await?;
    expect_dialog(ctx, false).await
}

async fn import_preview(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_history_with(&ctx.site.url(), 3).await?;
    let (_, file, _) = p.file_from_button("Export backup").await?;
    p.choose_file(&file).await?;
    expect_dialog(ctx, true).await?;
    p.wait_for_text(&["Everything in this file is here already."]).await?;
    p.js("history.back()", vec![]).await?;
    expect_dialog(ctx, false).await?;
    expect_hash(ctx, "#/history").await?;
    p.js("history.forward()", vec![]).await?;
    wait_dialog_entry_left(ctx).await?;
    expect_dialog(ctx, false).await?;
    p.choose_file(&file).await?;
    expect_dialog(ctx, true).await?;
    p.press_button("Close").await?;
    expect_dialog(ctx, false).await
}

async fn in_session(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_and_roll(&ctx.site.url()).await?;
    p.press_button_to("Pause", Phase::Paused).await?;
    p.press_button("Safety").await?;
    expect_dialog(ctx, true).await?;
    p.js("history.back()", vec![]).await?;
    expect_dialog(ctx, false).await?;
    expect_hash(ctx, "#/session").await?;
    p.expect_phase(Phase::Paused).await?;
    p.resume_to(Phase::Roll).await
}

async fn closed_by_browser(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    for _ in 0..2 {
        for button in ["Safety", "Start"] {
            p.press_button(button).await?;
            expect_dialog(ctx, true).await?;
            p.js("document.querySelector('dialog[open]').close()", vec![]).await?;
            expect_dialog(ctx, false).await?;
            wait_dialog_entry_left(ctx).await?;
        }
    }
    p.visit("History").await?;
    for _ in 0..2 {
        p.choose_file("no backup").await?;
        p.wait_for_text(&["not a backup of Eased"]).await?;
        p.js("document.querySelector('dialog[open]').close()", vec![]).await?;
        expect_dialog(ctx, false).await?;
        wait_dialog_entry_left(ctx).await?;
    }
    p.visit("Leg").await?;
    p.start_session().await
}

async fn gate_replaced(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.start_session().await?;
    p.js("history.back()", vec![]).await?;
    expect_hash(ctx, "#/").await?;
    expect_dialog(ctx, false).await?;
    p.wait_for(ControlKind::Control, "Back to session").await
}
