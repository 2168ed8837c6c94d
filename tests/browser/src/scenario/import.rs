//! Import of backups, the other files (CSV table, calendar reminder), and the age of the last backup.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure, fail};
use crate::page::ControlKind;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::Value;

/// The scenarios of import and export.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "import: a history that was exported, wiped and imported is the same",
            scenario_fn!(round_trip),
        ),
        Scenario::new(
            "import: invalid files are refused with a reason and change nothing",
            scenario_fn!(invalid_files),
        ),
        Scenario::new(
            "import: deleted sessions return only on request, and a second import changes nothing",
            scenario_fn!(deleted),
        ),
        Scenario::new(
            "import: table and reminder are saved, and the age of the last backup is shown",
            scenario_fn!(files),
        ),
        Scenario::new("import: the same result twice is announced twice", scenario_fn!(announced_twice)),
        Scenario::new("import: accessible at 390x844, light", scenario_fn!(access)),
        Scenario::new("import: accessible at 320x568, dark", scenario_fn!(access)).size(320, 568).dark(),
    ]
}

async fn round_trip(ctx: &mut TestContext) -> Outcome {
    let (p, url) = (&ctx.page, ctx.site.url());
    p.open_app(&url).await?;
    p.seed_history(12, 1).await?;
    p.visit("History").await?;
    p.wait_for_text(&["Not backed up yet: 12 sessions."]).await?;
    p.wait_until_both_stores_agree().await?;
    let before = p.session_records().await?;
    let (name, file, _) = p.file_from_button("Export backup").await?;
    ensure!(
        name.starts_with("eased-backup-20") && name.rsplit('.').next() == Some("json"),
        "the file is named {name}"
    );
    p.wait_for_text(&["Last backup: today. Nothing new since."]).await?;
    p.delete_stores(&url).await?;
    p.open_app(&format!("{url}#/history")).await?;
    p.wait_for_text(&["Nothing here yet"]).await?;
    p.choose_file(&file).await?;
    p.wait_for_text(&["12 sessions are new here."]).await?;
    ctx.take_screenshot("import-preview").await?;
    p.press_button("Import").await?;
    p.wait_for_text(&["Everything is saved."]).await?;
    p.press_button("Close").await?;
    p.wait_for_session_count(12).await?;
    p.wait_until_both_stores_agree().await?;
    ensure!(p.session_records().await? == before, "the stores have other data");
    // A second import has nothing to do.
    p.choose_file(&file).await?;
    p.wait_for_text(&["Everything in this file is here already."]).await?;
    p.press_button("Close").await?;
    p.reload_app().await?;
    p.wait_for_session_count(12).await?;
    ensure!(p.session_records().await? == before, "after a reload the stores have other data");
    Ok(())
}

async fn invalid_files(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_history_with(&ctx.site.url(), 3).await?;
    p.wait_until_both_stores_agree().await?;
    let (_, file, _) = p.file_from_button("Export backup").await?;
    let before = p.session_records().await?;
    let markup = "<img src=x onerror='window.harmed=1'>";
    let deep = "[".repeat(100_000);
    let cases = [
        ("garbage \u{fffd}".to_owned(), "not a backup of Eased"),
        (String::new(), "not a backup of Eased"),
        (markup.to_owned(), "not a backup of Eased"),
        (file[..file.len() / 2].to_owned(), "damaged or cut off"),
        (deep.clone(), "nested deeper"),
        (file.replace("\"live\":null", &format!("\"live\":{deep}")), "nested deeper"),
        (file.replace("\"version\":1", "\"version\":2"), "Update the app"),
        (file.replacen("\"seeded\"", &format!("\"{markup}\""), 1), "Session 1 of the file cannot be read"),
        (file.replace("\"volume\":90", "\"volume\":900"), "The settings cannot be read"),
        (" ".repeat((20 << 20) + 1), "larger than 20 MB"),
    ];
    for (text, why) in cases {
        ensure!(text != file, "the file for \"{why}\" was not changed");
        p.choose_file(&text).await?;
        p.wait_for_text(&[why]).await?;
        p.wait_for_text(&["Nothing here has changed."]).await?;
        p.press_button("Close").await?;
        p.wait_gone(ControlKind::Button, "Close").await?;
    }
    ctx.take_screenshot("import-after-refusals").await?;
    ensure!(p.session_records().await? == before, "something has changed");
    ensure!(p.js("return window.harmed ?? 0", vec![]).await? == 0, "a script in the file has run");
    p.wait_for_session_count(3).await?;
    // The same field still accepts a valid file.
    p.choose_file(&file).await?;
    p.wait_for_text(&["Everything in this file is here already."]).await.map(|_| ())
}

async fn deleted(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_history_with(&ctx.site.url(), 2).await?;
    let (_, file, _) = p.file_from_button("Export backup").await?;
    p.delete_newest_session().await?;
    p.wait_for_session_count(1).await?;
    p.reload_app().await?;
    p.wait_for_session_count(1).await?;
    p.import_file(&file).await?;
    p.wait_for_session_count(1).await?;
    p.choose_file(&file).await?;
    p.wait_for_text(&["Bring back 1 session that was deleted here"]).await?;
    let tick = "document.querySelector('dialog input[type=checkbox]').click()";
    p.js(tick, vec![]).await?;
    p.press_button("Import").await?;
    p.wait_for_text(&["Everything is saved."]).await?;
    p.press_button("Close").await?;
    p.wait_for_session_count(2).await?;
    let local = p.local_storage().await?;
    ensure!(local.keys().any(|key| key.contains(".3.")), "it is not a new revision: {:?}", local.keys());
    let before = p.session_records().await?;
    p.choose_file(&file).await?;
    p.wait_for_text(&["Everything in this file is here already."]).await?;
    p.press_button("Close").await?;
    ensure!(p.session_records().await? == before, "importing twice differs from importing once");
    Ok(())
}

async fn files(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.seed_history(12, 30).await?;
    p.visit("History").await?;
    p.wait_for_text(&["Time for a backup"]).await?;
    ctx.take_screenshot("backup-due").await?;
    p.file_from_button("Export backup").await?;
    wait_until("the backup reminder to disappear", async || {
        Ok((!p.visible_text().await?.contains("Time for a backup")).then_some(()))
    })
    .await?;
    p.visit("Settings").await?;
    ctx.take_screenshot("settings-files").await?;
    let (name, table, kind) = p.file_from_button("Save table (CSV)").await?;
    ensure!(name.rsplit('.').next() == Some("csv") && kind.starts_with("text/csv"), "{name}, {kind}");
    let holds: usize = p.stored_sessions().await?.iter().map(|session| session.holds.len()).sum();
    ensure!(table.starts_with("session,revision,date,"), "it begins with {:.80}", table);
    ensure!(table.matches("\r\n").count() == holds + 1, "{holds} holds in {}", table.matches("\r\n").count());
    let (name, calendar, kind) = p.file_from_button("Save calendar file").await?;
    ensure!(name.starts_with("eased-reminder-") && kind.starts_with("text/calendar"), "{name}, {kind}");
    for line in ["BEGIN:VALARM", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR", "SUMMARY:Eased"] {
        ensure!(calendar.contains(line), "no {line} in {calendar}");
    }
    ensure!(calendar.contains("T180000\r\n"), "not at 18:00: {calendar}");
    for day in [0, 2, 4] {
        let tick = format!("document.querySelectorAll('.reminder input[type=checkbox]')[{day}].click()");
        p.js(&tick, vec![]).await?;
    }
    p.press_button("Save calendar file").await?;
    p.wait_for_text(&["Choose at least one day"]).await?;
    // The result of `navigator.storage.persist()` is shown, whatever it is.
    let words = p.js("return document.querySelector('.persistence').textContent", vec![]).await?;
    let Value::String(words) = words else { fail!("no element for the result of persist()") };
    ensure!(
        words.is_empty() || words.contains("agreed to keep") || words.contains("may delete this data"),
        "it says {words}"
    );
    Ok(())
}

async fn access(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_history_with(&ctx.site.url(), 4).await?;
    let (_, file, _) = p.file_from_button("Export backup").await?;
    p.expect_accessible("the backup line", ctx.settings.axe.as_deref()).await?;
    p.delete_newest_session().await?;
    p.wait_for_session_count(3).await?;
    p.choose_file(&file.replace("\"volume\":90", "\"volume\":80")).await?;
    p.wait_for_text(&["Import this backup?"]).await?;
    ctx.take_screenshot("import-asks").await?;
    p.expect_accessible("the preview of an import", ctx.settings.axe.as_deref()).await?;
    p.expect_no_horizontal_scroll("the preview of an import").await?;
    p.press_button("Cancel").await?;
    p.choose_file("garbage").await?;
    p.wait_for_text(&["This file was not imported"]).await?;
    ctx.take_screenshot("import-refused").await?;
    p.expect_accessible("a refused file", ctx.settings.axe.as_deref()).await?;
    p.press_button("Close").await?;
    p.visit("Settings").await?;
    p.wait_for(ControlKind::Button, "Save calendar file").await?;
    p.expect_accessible("Settings with files", ctx.settings.axe.as_deref()).await?;
    p.expect_no_horizontal_scroll("Settings with files").await
}

async fn announced_twice(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_history_with(&ctx.site.url(), 3).await?;
    p.file_from_button("Export backup").await?;
    p.wait_for_text(&["File handed over."]).await?;
    let watch = "window.announcements = []; new MutationObserver(() => announcements.push(document.querySelector('.backup-status[role=status]').textContent))\
        .observe(document.querySelector('.backup-status[role=status]'), { childList: true, characterData: true, subtree: true });\
        return document.querySelector('.backup-status[role=status]').textContent";
    let first = p.js(watch, vec![]).await?;
    p.file_from_button("Export backup").await?;
    // The text looks the same, but changes, so that a screen reader announces it again.
    wait_until("the result to be announced again", async || {
        let announced: Vec<String> = serde_json::from_value(p.js("return announcements", vec![]).await?)?;
        Ok(announced
            .last()
            .is_some_and(|last| first.as_str().is_some_and(|first| first.trim() == last.trim()))
            .then_some(()))
    })
    .await
}
