//! Quarantined texts in Settings: viewed, saved and deleted.

use super::files::{MEASURE_BLOCKED, print_blocked_time};
use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, StoredTexts};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::Value;

/// The scenarios of quarantined texts.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "quarantine: thousands of unreadable texts can be viewed, saved and deleted",
            scenario_fn!(quarantined),
        ),
        Scenario::new("quarantine: unreadable texts are accessible at 320x568, dark", scenario_fn!(access))
            .size(320, 568)
            .dark(),
    ]
}

/// Unreadable texts of 200 characters.
fn unreadable(count: usize) -> StoredTexts {
    let text = |n| format!("{:#<200}", format!("garbage {n} "));
    (0..count).map(|n| (format!("eased.q.{}.eased.meta", 1_700_000_000_000 + n), text(n))).collect()
}

/// How many quarantined texts the stores have.
async fn quarantined_counts(ctx: &TestContext) -> Outcome<[usize; 2]> {
    let (local, indexed) = (ctx.page.local_storage().await?, ctx.page.indexed_db().await?);
    Ok([local, indexed].map(|all| all.keys().filter(|key| key.starts_with("eased.q.")).count()))
}

async fn open_with_unreadable(ctx: &TestContext, texts: usize) -> Outcome {
    let (p, url) = (&ctx.page, ctx.site.url());
    // The first start creates the database.
    p.open_app(&url).await?;
    p.add_mark(40).await?;
    p.wait_stored_in_both("eased.draft").await?;
    p.open_without_app(&url).await?;
    let in_both = unreadable(texts);
    p.set_local_storage(&in_both).await?;
    p.put_indexed_db(&in_both).await?;
    p.open_app(&format!("{url}#/settings")).await?;
    // English number format.
    let texts =
        if texts < 1_000 { texts.to_string() } else { format!("{},{:03}", texts / 1_000, texts % 1_000) };
    p.wait_for_text(&[&format!("{texts} stored entries could not be read.")]).await.map(|_| ())
}

const OPEN_DETAILS: &str = "document.querySelectorAll('.quarantined, .quarantined li:first-child details').forEach((one) => one.open = true)";

async fn quarantined(ctx: &mut TestContext) -> Outcome {
    open_with_unreadable(ctx, 5_000).await?;
    let p = &ctx.page;
    p.wait_for(ControlKind::Button, "Export backup").await?;
    p.js(MEASURE_BLOCKED, vec![]).await?;
    // None is lost: a file may have 300 unreadable texts, so the others are combined.
    let (_, file, _) = p.file_from_button("Export backup").await?;
    print_blocked_time(ctx, "5,000 unreadable texts exported").await?;
    let file: Value = serde_json::from_str(&file)?;
    let texts = file["spoilt"].as_array().map_or(0, Vec::len);
    ensure!(texts <= 300, "{texts} texts are in the backup");
    for n in [0, 1, 2_500, 4_999] {
        ensure!(
            file["spoilt"].to_string().contains(&format!("garbage {n} #")),
            "text {n} is not in the backup"
        );
    }
    // Each can be viewed, saved and deleted.
    p.js(OPEN_DETAILS, vec![]).await?;
    p.wait_for_text(&["4,950 more are not shown here."]).await?;
    p.js(OPEN_DETAILS, vec![]).await?;
    p.wait_for_text(&["garbage 0 #"]).await?;
    ctx.take_screenshot("quarantined").await?;
    let (name, text, kind) = p.file_from_button("Save as a file").await?;
    ensure!(name.starts_with("eased-unreadable-") && kind.starts_with("text/plain"), "{name}, {kind}");
    ensure!(text == format!("{:#<200}", "garbage 0 "), "the file has {text}");
    p.press(ControlKind::Button, "Delete").await?;
    p.wait_for_text(&["Delete 1 entry for good?"]).await?;
    ctx.take_screenshot("quarantined-asks").await?;
    p.press_button("Cancel").await?;
    ensure!(quarantined_counts(ctx).await? == [5_000; 2], "it was deleted without confirmation");
    p.press(ControlKind::Button, "Delete").await?;
    p.wait_for_text(&["Delete 1 entry for good?"]).await?;
    p.js("document.querySelector('dialog .sheet-foot button:not(.action)').click()", vec![]).await?;
    wait_until("one to be deleted from both stores", async || {
        Ok((quarantined_counts(ctx).await? == [4_999; 2]).then_some(()))
    })
    .await?;
    p.wait_for_text(&["4,999 stored entries could not be read."]).await?;
    // All others are saved and deleted at once.
    let (name, text, _) = p.file_from_button("Save all as a file").await?;
    let all: Vec<(String, String)> = serde_json::from_str(&text)?;
    ensure!(all.len() == 4_999 && name.rsplit('.').next() == Some("json"), "{} texts in {name}", all.len());
    p.press(ControlKind::Button, "Delete all").await?;
    p.wait_for_text(&["Delete 4,999 entries for good?"]).await?;
    p.js("document.querySelector('dialog .sheet-foot button:not(.action)').click()", vec![]).await?;
    wait_until("all to be deleted from both stores", async || {
        Ok((quarantined_counts(ctx).await? == [0; 2]).then_some(()))
    })
    .await?;
    wait_until("the message about them to disappear", async || {
        Ok((!p.visible_text().await?.contains("could not be read")).then_some(()))
    })
    .await?;
    p.reload_app().await?;
    ensure!(!p.visible_text().await?.contains("could not be read"), "they are back");
    Ok(())
}

async fn access(ctx: &mut TestContext) -> Outcome {
    open_with_unreadable(ctx, 3).await?;
    let p = &ctx.page;
    p.js(OPEN_DETAILS, vec![]).await?;
    p.wait_for(ControlKind::Button, "Delete all").await?;
    p.js(OPEN_DETAILS, vec![]).await?;
    ctx.take_screenshot("quarantined-small").await?;
    p.expect_accessible("Settings with unreadable texts", ctx.settings.axe.as_deref()).await?;
    p.expect_no_horizontal_scroll("Settings with unreadable texts").await?;
    p.press(ControlKind::Button, "Delete all").await?;
    p.wait_for_text(&["Delete 3 entries for good?"]).await?;
    p.expect_accessible("the question before a deletion", ctx.settings.axe.as_deref()).await?;
    p.expect_no_horizontal_scroll("the question before a deletion").await
}
