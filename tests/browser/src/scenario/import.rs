//! A backup comes back, and what comes with backups: table, reminder, the line that says how old the last one is.

use crate::browser::until;
use crate::failure::{Outcome, ensure, fail};
use crate::page::{Kind, Texts};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::Value;

/// Everything about files.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("import: exported, taken away and imported, the history is the same", play!(same)),
        Scenario::new("import: hostile files are told apart and change nothing", play!(hostile)),
        Scenario::new(
            "import: what was deleted comes back only when asked for, twice is once",
            play!(deleted),
        ),
        Scenario::new("import: table, reminder and the last backup", play!(files)),
        Scenario::new("import: the same result twice is told twice", play!(told_twice)),
        Scenario::new("import: access at 390x844, light", play!(access)),
        Scenario::new("import: access at 320x568, dark", play!(access)).size(320, 568).dark(),
    ]
}

/// The sessions of both stores, and nothing else.
async fn sessions(s: &Stage) -> Outcome<[Texts; 2]> {
    let only = |all: Texts| all.into_iter().filter(|(key, _)| key.starts_with("eased.s.")).collect();
    Ok([only(s.page.local().await?), only(s.page.indexed().await?)])
}

async fn same(s: &mut Stage) -> Outcome {
    let (p, url) = (&s.page, s.site.url());
    p.open_app(&url).await?;
    p.seed(12, 1).await?;
    p.visit("History").await?;
    p.wait_to_read(&["Not backed up yet: 12 sessions."]).await?;
    p.wait_until_both_stores_agree().await?;
    let before = sessions(s).await?;
    let (name, file, _) = p.file_of("Export backup").await?;
    ensure!(
        name.starts_with("eased-backup-20") && name.rsplit('.').next() == Some("json"),
        "it is called {name}"
    );
    p.wait_to_read(&["Last backup: today. Nothing new since."]).await?;
    p.wipe(&url).await?;
    p.open_app(&format!("{url}#/history")).await?;
    p.wait_to_read(&["Nothing here yet"]).await?;
    p.choose_file(&file).await?;
    p.wait_to_read(&["12 sessions are new here."]).await?;
    s.shot("import-preview").await?;
    p.button("Import").await?;
    p.wait_to_read(&["Everything is saved."]).await?;
    p.button("Close").await?;
    p.wait_listed(12).await?;
    p.wait_until_both_stores_agree().await?;
    ensure!(sessions(s).await? == before, "the stores hold something else");
    // Once more: there is nothing to do.
    p.choose_file(&file).await?;
    p.wait_to_read(&["Everything in this file is here already."]).await?;
    p.button("Close").await?;
    p.reload_app().await?;
    p.wait_listed(12).await?;
    ensure!(sessions(s).await? == before, "after a reload the stores hold something else");
    Ok(())
}

async fn hostile(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_history_of(&s.site.url(), 3).await?;
    p.wait_until_both_stores_agree().await?;
    let (_, file, _) = p.file_of("Export backup").await?;
    let before = sessions(s).await?;
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
        ensure!(text != file, "the file for \"{why}\" is as it was");
        p.choose_file(&text).await?;
        p.wait_to_read(&[why]).await?;
        p.wait_to_read(&["Nothing here has changed."]).await?;
        p.button("Close").await?;
        p.wait_gone(Kind::Button, "Close").await?;
    }
    s.shot("import-after-refusals").await?;
    ensure!(sessions(s).await? == before, "something has changed");
    ensure!(p.js("return window.harmed ?? 0", vec![]).await? == 0, "a script of the file has run");
    p.wait_listed(3).await?;
    // The same field still takes a good one.
    p.choose_file(&file).await?;
    p.wait_to_read(&["Everything in this file is here already."]).await.map(|_| ())
}

async fn deleted(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_history_of(&s.site.url(), 2).await?;
    let (_, file, _) = p.file_of("Export backup").await?;
    p.delete_newest().await?;
    p.wait_listed(1).await?;
    p.reload_app().await?;
    p.wait_listed(1).await?;
    p.import(&file).await?;
    p.wait_listed(1).await?;
    p.choose_file(&file).await?;
    p.wait_to_read(&["Bring back 1 session that was deleted here"]).await?;
    let tick = "document.querySelector('dialog input[type=checkbox]').click()";
    p.js(tick, vec![]).await?;
    p.button("Import").await?;
    p.wait_to_read(&["Everything is saved."]).await?;
    p.button("Close").await?;
    p.wait_listed(2).await?;
    let local = p.local().await?;
    ensure!(local.keys().any(|key| key.contains(".3.")), "it is no new revision: {:?}", local.keys());
    let before = sessions(s).await?;
    p.choose_file(&file).await?;
    p.wait_to_read(&["Everything in this file is here already."]).await?;
    p.button("Close").await?;
    ensure!(sessions(s).await? == before, "twice is not as once");
    Ok(())
}

async fn files(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.seed(12, 30).await?;
    p.visit("History").await?;
    p.wait_to_read(&["Time for a backup"]).await?;
    s.shot("backup-due").await?;
    p.file_of("Export backup").await?;
    until("nobody to be asked", async || Ok((!p.text().await?.contains("Time for a backup")).then_some(())))
        .await?;
    p.visit("Settings").await?;
    s.shot("settings-files").await?;
    let (name, table, kind) = p.file_of("Save table (CSV)").await?;
    ensure!(name.rsplit('.').next() == Some("csv") && kind.starts_with("text/csv"), "{name}, {kind}");
    let holds: usize = p.sessions().await?.iter().map(|session| session.holds.len()).sum();
    ensure!(table.starts_with("session,revision,date,"), "it begins with {:.80}", table);
    ensure!(table.matches("\r\n").count() == holds + 1, "{holds} holds in {}", table.matches("\r\n").count());
    let (name, calendar, kind) = p.file_of("Save calendar file").await?;
    ensure!(name.starts_with("eased-reminder-") && kind.starts_with("text/calendar"), "{name}, {kind}");
    for line in ["BEGIN:VALARM", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR", "SUMMARY:Eased"] {
        ensure!(calendar.contains(line), "no {line} in {calendar}");
    }
    ensure!(calendar.contains("T180000\r\n"), "not at six: {calendar}");
    for day in [0, 2, 4] {
        let tick = format!("document.querySelectorAll('.reminder input[type=checkbox]')[{day}].click()");
        p.js(&tick, vec![]).await?;
    }
    p.button("Save calendar file").await?;
    p.wait_to_read(&["Choose at least one day"]).await?;
    // The browser's promise is told, whatever it is.
    let words = p.js("return document.querySelector('.promise').textContent", vec![]).await?;
    let Value::String(words) = words else { fail!("no place for the promise") };
    ensure!(
        words.is_empty() || words.contains("agreed to keep") || words.contains("may delete this data"),
        "it says {words}"
    );
    Ok(())
}

async fn access(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_history_of(&s.site.url(), 4).await?;
    let (_, file, _) = p.file_of("Export backup").await?;
    p.is_accessible("the line of the backup", s.settings.axe.as_deref()).await?;
    p.delete_newest().await?;
    p.wait_listed(3).await?;
    p.choose_file(&file.replace("\"volume\":90", "\"volume\":80")).await?;
    p.wait_to_read(&["Import this backup?"]).await?;
    s.shot("import-asks").await?;
    p.is_accessible("the preview of an import", s.settings.axe.as_deref()).await?;
    p.fits_sideways("the preview of an import").await?;
    p.button("Cancel").await?;
    p.choose_file("garbage").await?;
    p.wait_to_read(&["This file was not imported"]).await?;
    s.shot("import-refused").await?;
    p.is_accessible("a refused file", s.settings.axe.as_deref()).await?;
    p.button("Close").await?;
    p.visit("Settings").await?;
    p.wait_for(Kind::Button, "Save calendar file").await?;
    p.is_accessible("Settings with files", s.settings.axe.as_deref()).await?;
    p.fits_sideways("Settings with files").await
}

async fn told_twice(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_history_of(&s.site.url(), 3).await?;
    p.file_of("Export backup").await?;
    p.wait_to_read(&["File handed over."]).await?;
    let watch = "window.told = []; new MutationObserver(() => told.push(document.querySelector('.backup-told[role=status]').textContent))\
        .observe(document.querySelector('.backup-told[role=status]'), { childList: true, characterData: true, subtree: true });\
        return document.querySelector('.backup-told[role=status]').textContent";
    let first = p.js(watch, vec![]).await?;
    p.file_of("Export backup").await?;
    // The same to the eye, a change to a screen reader.
    until("the result to be told again", async || {
        let told: Vec<String> = serde_json::from_value(p.js("return told", vec![]).await?)?;
        Ok(told
            .last()
            .is_some_and(|last| first.as_str().is_some_and(|first| first.trim() == last.trim()))
            .then_some(()))
    })
    .await
}
