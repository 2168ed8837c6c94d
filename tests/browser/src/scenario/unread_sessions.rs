//! Sessions that are only in a store that does not answer: they are shown as unread, and no screen says that there
//! are none.

use super::unresponsive_storage::{
    ANSWER_REQUESTS, DELAY_DATABASE_OPEN, INCOMPLETE_FILE, end_transaction, expect_no_dialog,
    keep_transaction_open, open_history_in_both_stores,
};
use crate::failure::{Outcome, ensure};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::json;

/// The scenarios of unread sessions.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "unread_sessions: sessions behind another page's transaction are unread, not absent",
            scenario_fn!(unread_behind_a_transaction),
        ),
        Scenario::new(
            "unread_sessions: sessions of a database that never opens are unread, not absent",
            scenario_fn!(unread_unopened),
        ),
    ]
}

/// Records every text that claims that there are no data.
const RECORD_CLAIMS: &str = "window.claims = [];\
    new MutationObserver(() => { const text = document.getElementById('app')?.textContent ?? '';\
        for (const claim of ['Nothing here yet', 'New here?', 'Not backed up yet', 'Nothing new since', 'No hold was stopped'])\
            if (text.includes(claim) && !claims.includes(claim)) claims.push(claim);\
    }).observe(document, { subtree: true, childList: true, characterData: true });\n";

const READING: &str = "Still reading your data";
const UNREAD: &str = "Some of your data can’t be read right now";
const BACKUP_UNREAD: &str = "Last backup: can’t be read right now.";

async fn unread_behind_a_transaction(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(RECORD_CLAIMS)?;
    open_history_in_both_stores(ctx, 5).await?;
    let p = &ctx.page;
    p.open_without_app(&ctx.site.url()).await?;
    p.js("localStorage.clear()", vec![]).await?;
    let windows = keep_transaction_open(ctx).await?;
    expect_unread(ctx).await?;
    end_transaction(ctx, &windows).await?;
    expect_read(ctx).await
}

async fn unread_unopened(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(&format!("{RECORD_CLAIMS}{DELAY_DATABASE_OPEN}"))?;
    open_history_in_both_stores(ctx, 5).await?;
    let p = &ctx.page;
    p.open_without_app(&ctx.site.url()).await?;
    p.js("localStorage.clear(); sessionStorage.unresponsive = 'open'", vec![]).await?;
    expect_unread(ctx).await?;
    p.js(ANSWER_REQUESTS, vec![]).await?;
    expect_read(ctx).await
}

/// Opens the app where only the unresponsive store has sessions: no screen may say that there are none.
async fn expect_unread(ctx: &TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&format!("{}#/history", ctx.site.url())).await?;
    p.wait_for_text(&[READING]).await?;
    p.wait_for_text(&[UNREAD]).await?;
    p.expect_accessible("sessions that are unread", ctx.settings.axe.as_deref()).await?;
    p.expect_no_horizontal_scroll("sessions that are unread").await?;
    ctx.take_screenshot("unresponsive-unread").await?;
    p.press_button("Try again").await?;
    p.wait_for_text(&[READING]).await?;
    p.wait_for_text(&[UNREAD]).await?;
    p.visit("Settings").await?;
    p.wait_for_text(&[BACKUP_UNREAD]).await?;
    let (_, table, _) = p.file_from_button("Save table (CSV)").await?;
    ensure!(table.matches("\r\n").count() == 1, "no session is known, and the table is {table}");
    p.wait_for_text(&[INCOMPLETE_FILE]).await?;
    p.file_from_button("Export backup").await?;
    p.wait_for_text(&[INCOMPLETE_FILE]).await?;
    // A file without the unread sessions does not count as a backup.
    p.wait_for_text(&[BACKUP_UNREAD]).await?;
    p.visit("Leg").await?;
    p.add_mark(40).await?;
    p.start_session().await?;
    p.complete_session().await?;
    p.wait_for_text(&["Saved once, no second copy yet"]).await?;
    p.close_summary_to_history(1).await?;
    p.wait_for_text(&[UNREAD]).await?;
    ctx.take_screenshot("unresponsive-unread-and-one").await?;
    p.choose_radio("Over weeks").await?;
    p.js("window.print = () => { window.printed = true; }", vec![]).await?;
    p.press_button("Print for a clinician").await?;
    p.wait_until_true("the report to be printed", "return window.printed === true").await?;
    let paper = "return document.querySelector('.report').textContent\
        .includes('Some stored sessions could not be read when this page was made.')";
    ensure!(p.js(paper, vec![]).await? == true, "the report claims to be complete");
    let claims = p.js("return claims", vec![]).await?;
    ensure!(claims == json!([]), "the page claimed: {claims}");
    Ok(())
}

/// The store answers, and everything is shown without input.
async fn expect_read(ctx: &TestContext) -> Outcome {
    let p = &ctx.page;
    p.wait_for_text(&["6 sessions"]).await?;
    ensure!(!p.visible_text().await?.contains(UNREAD), "data is still shown as unread");
    p.wait_until_both_stores_agree().await?;
    p.reload_app().await?;
    p.wait_for_session_count(6).await?;
    // The incomplete file did not count as a backup.
    p.wait_for_text(&["Not backed up yet: 6 sessions"]).await?;
    ensure!(
        !p.visible_text().await?.contains("Saved once, no second copy yet"),
        "a session is amber though both stores have it"
    );
    expect_no_dialog(ctx).await
}
