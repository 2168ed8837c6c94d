//! Sessions that only a store has which does not answer: they are unread, and no screen says that there is none.

use super::silent::{ANSWERS, IN_PART, UNOPENED, hold, let_go, no_dialog, with_sessions};
use crate::failure::{Outcome, ensure};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::json;

/// Everything about what is unread.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "silent store: sessions behind a transaction that another page keeps open are unread, not none",
            play!(unread_behind_a_transaction),
        ),
        Scenario::new(
            "silent store: sessions of a database that never opens are unread, not none",
            play!(unread_unopened),
        ),
    ]
}

/// Notes whether it was ever claimed that there is nothing.
const CLAIMS: &str = "window.claims = [];\
    new MutationObserver(() => { const text = document.getElementById('app')?.textContent ?? '';\
        for (const claim of ['Nothing here yet', 'New here?', 'Not backed up yet', 'Nothing new since', 'No hold was stopped'])\
            if (text.includes(claim) && !claims.includes(claim)) claims.push(claim);\
    }).observe(document, { subtree: true, childList: true, characterData: true });\n";

const READING: &str = "Still reading your data";
const UNREAD: &str = "Some of your data can’t be read right now";
const BACKUP_UNREAD: &str = "Last backup: can’t be read right now.";

async fn unread_behind_a_transaction(s: &mut Stage) -> Outcome {
    s.use_script(CLAIMS)?;
    with_sessions(s, 5).await?;
    let p = &s.page;
    p.open_bare(&s.site.url()).await?;
    p.js("localStorage.clear()", vec![]).await?;
    let windows = hold(s).await?;
    unread(s).await?;
    let_go(s, &windows).await?;
    read(s).await
}

async fn unread_unopened(s: &mut Stage) -> Outcome {
    s.use_script(&format!("{CLAIMS}{UNOPENED}"))?;
    with_sessions(s, 5).await?;
    let p = &s.page;
    p.open_bare(&s.site.url()).await?;
    p.js("localStorage.clear(); sessionStorage.silent = 'open'", vec![]).await?;
    unread(s).await?;
    p.js(ANSWERS, vec![]).await?;
    read(s).await
}

/// The app is opened where only the silent store has sessions: no screen says that there is none.
async fn unread(s: &Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&format!("{}#/history", s.site.url())).await?;
    p.wait_to_read(&[READING]).await?;
    p.wait_to_read(&[UNREAD]).await?;
    p.is_accessible("sessions that are unread", s.settings.axe.as_deref()).await?;
    p.fits_sideways("sessions that are unread").await?;
    s.shot("silent-unread").await?;
    p.button("Try again").await?;
    p.wait_to_read(&[READING]).await?;
    p.wait_to_read(&[UNREAD]).await?;
    p.visit("Settings").await?;
    p.wait_to_read(&[BACKUP_UNREAD]).await?;
    let (_, table, _) = p.file_of("Save table (CSV)").await?;
    ensure!(table.matches("\r\n").count() == 1, "no session is known, and the table is {table}");
    p.wait_to_read(&[IN_PART]).await?;
    p.file_of("Export backup").await?;
    p.wait_to_read(&[IN_PART]).await?;
    // A file without what is unread is no backup.
    p.wait_to_read(&[BACKUP_UNREAD]).await?;
    p.visit("Leg").await?;
    p.mark(40).await?;
    p.begin().await?;
    p.roll_through().await?;
    p.wait_to_read(&["Saved once, no second copy yet"]).await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    p.wait_to_read(&[UNREAD]).await?;
    s.shot("silent-unread-and-one").await?;
    p.radio("Over weeks").await?;
    p.js("window.print = () => { window.printed = true; }", vec![]).await?;
    p.button("Print for a clinician").await?;
    p.until_true("the page to be printed", "return window.printed === true").await?;
    let paper = "return document.querySelector('.clinician').textContent\
        .includes('Some stored sessions could not be read when this page was made.')";
    ensure!(p.js(paper, vec![]).await? == true, "the page for a clinician seems to be whole");
    let claims = p.js("return claims", vec![]).await?;
    ensure!(claims == json!([]), "it was said: {claims}");
    Ok(())
}

/// The store answers, and everything is there without a touch.
async fn read(s: &Stage) -> Outcome {
    let p = &s.page;
    p.wait_to_read(&["6 sessions"]).await?;
    ensure!(!p.text().await?.contains(UNREAD), "it is still said that something is unread");
    p.wait_until_both_stores_agree().await?;
    p.reload_app().await?;
    p.wait_listed(6).await?;
    // The mark was rolled; the backup from before was none.
    p.wait_to_read(&["Not backed up yet: 6 sessions"]).await?;
    ensure!(
        !p.text().await?.contains("Saved once, no second copy yet"),
        "a session is amber though both stores have it"
    );
    no_dialog(s).await
}
