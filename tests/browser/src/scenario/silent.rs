//! A store that does not answer: nobody waits for ever, nothing is lost, and nothing starts by itself when the answer comes.

use crate::failure::{Outcome, ensure};
use crate::page::{Kind, Texts, backup_of};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::json;

/// Everything about a store that does not answer.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "silent store: export, import and a session while another page keeps a transaction open",
            play!(held),
        ),
        Scenario::new(
            "silent store: an import that was closed does not come back when the store answers",
            play!(closed),
        ),
        Scenario::new(
            "silent store: an import that does not fit into the other store changes nothing",
            play!(no_room),
        ),
        Scenario::new(
            "silent store: what neither store has taken is said to be not kept, until the silent one takes it",
            play!(nowhere),
        ),
        Scenario::new("silent store: a session is taken over all the same", play!(taken_over)),
    ]
}

/// Keeps a write transaction open for as long as `holds` says, from a page of the site that is not the app.
const HOLD: &str = "const done = arguments[arguments.length - 1], ask = indexedDB.open('eased');\
    ask.onerror = () => done(false);\
    ask.onsuccess = () => {\
        const t = ask.result.transaction('kept', 'readwrite'), kept = t.objectStore('kept');\
        window.holds = true;\
        const go = () => { if (holds) kept.get('held').onsuccess = go; };\
        t.oncomplete = () => ask.result.close();\
        kept.get('held').onsuccess = () => { done(true); go(); };\
    };";

/// Once `sessionStorage` says so, the app does not hear that the database is open, until [`ANSWERS`].
pub(super) const UNOPENED: &str = "if (sessionStorage.silent === 'open') { window.late = [];\
    Object.defineProperty(IDBOpenDBRequest.prototype, 'onsuccess',\
        { set(then) { this.addEventListener('success', (e) => { if (sessionStorage.silent) late.push(() => then.call(this, e)); else then.call(this, e); }); } }); }\n";
pub(super) const ANSWERS: &str = "sessionStorage.clear(); late.splice(0).forEach((then) => then())";

pub(super) const IN_PART: &str = "What only that one has is not in the file";

/// A second window that keeps the transaction open; gives back the handles (app, other). The app's window is looked at.
pub(super) async fn hold(s: &Stage) -> Outcome<(String, String)> {
    let p = &s.page;
    let (app, other) = p.second_window(&format!("{}sw.js", s.site.url())).await?;
    ensure!(p.js_async(HOLD, vec![]).await? == true, "the transaction cannot be kept open");
    p.switch_to(&app).await?;
    Ok((app, other))
}

pub(super) async fn let_go(s: &Stage, (app, other): &(String, String)) -> Outcome {
    s.page.switch_to(other).await?;
    s.page.js("window.holds = false", vec![]).await?;
    s.page.switch_to(app).await
}

/// Opens History with so many sessions, which both stores have.
pub(super) async fn with_sessions(s: &Stage, count: u32) -> Outcome {
    let p = &s.page;
    p.open_app(&format!("{}#/history", s.site.url())).await?;
    p.seed(count, 1).await?;
    p.wait_listed(count as usize).await?;
    p.wait_to_read(&["Not backed up yet"]).await?;
    p.wait_until_both_stores_agree().await
}

fn sessions(texts: Texts) -> Texts {
    texts.into_iter().filter(|(key, _)| key.starts_with("eased.s.")).collect()
}

/// The page's own clock, milliseconds.
async fn now(s: &Stage) -> Outcome<i64> {
    Ok(s.page.js("return Math.round(performance.now())", vec![]).await?.as_i64().unwrap_or_default())
}

pub(super) async fn no_dialog(s: &Stage) -> Outcome {
    let open = s.page.js("return document.querySelectorAll('dialog[open]').length", vec![]).await?;
    ensure!(open == 0, "a dialog has come by itself");
    Ok(())
}

async fn held(s: &mut Stage) -> Outcome {
    let p = &s.page;
    with_sessions(s, 5).await?;
    let windows = hold(s).await?;
    let before = now(s).await?;
    let (_, file, _) = p.file_of("Export backup").await?;
    let waited_ms = now(s).await? - before;
    // Five seconds, and what a busy machine needs to make the file and to see it.
    ensure!(waited_ms < 9_000, "the file came after {waited_ms} ms");
    ensure!(file.matches("\"seeded\"").count() == 5, "not all that is here is in {file:.200}");
    p.wait_to_read(&[IN_PART]).await?;
    // All sessions are in it: it is a backup.
    p.wait_to_read(&["Last backup: today. Nothing new since."]).await?;
    s.shot("silent-export").await?;
    let (backup, wanted) = backup_of(100, 3);
    p.choose_file(&backup).await?;
    p.wait_to_read(&["3 sessions are new here."]).await?;
    p.wait_to_read(&["so anything kept only there is not counted here"]).await?;
    p.is_accessible("an import while a store is silent", s.settings.axe.as_deref()).await?;
    p.fits_sideways("an import while a store is silent").await?;
    s.shot("silent-import").await?;
    p.button("Import").await?;
    p.wait_to_read(&["3 sessions could not be saved in both places."]).await?;
    p.button("Close").await?;
    p.wait_gone(Kind::Button, "Close").await?;
    p.wait_listed(8).await?;
    p.wait_to_read(&["Saved once, no second copy yet"]).await?;
    let local = sessions(p.local().await?);
    ensure!(wanted.iter().all(|(key, text)| local.get(key) == Some(text)), "localStorage lacks some of them");
    // A session meanwhile is amber until the store answers.
    p.visit("Leg").await?;
    p.begin().await?;
    p.roll_through().await?;
    p.wait_to_read(&["Saved once, no second copy yet"]).await?;
    p.file_of("Export backup").await?;
    p.wait_to_read(&[IN_PART]).await?;
    let caught = p.js("return caught.length", vec![]).await?;
    let_go(s, &windows).await?;
    p.wait_saved_tick().await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(9).await?;
    p.wait_until_both_stores_agree().await?;
    ensure!(
        !p.text().await?.contains("Saved once, no second copy yet"),
        "a session is amber though both stores have it"
    );
    ensure!(p.js("return caught.length", vec![]).await? == caught, "a file has come by itself");
    no_dialog(s).await
}

async fn closed(s: &mut Stage) -> Outcome {
    let p = &s.page;
    with_sessions(s, 3).await?;
    let windows = hold(s).await?;
    p.choose_file(&backup_of(100, 2).0).await?;
    p.wait_to_read(&["One moment"]).await?;
    p.button("Close").await?;
    p.wait_gone(Kind::Button, "Close").await?;
    // When this file comes, the import would have come as well.
    p.file_of("Export backup").await?;
    no_dialog(s).await?;
    let_go(s, &windows).await?;
    // A request that is answered comes after those before it.
    p.visit("Settings").await?;
    p.radio("Dark").await?;
    p.wait_kept("eased.settings").await?;
    no_dialog(s).await?;
    p.visit("History").await?;
    p.wait_listed(3).await
}

/// Fills localStorage up to so many characters, which are left.
const FILL_BUT: &str = "let n = 0;\
    for (let size = 1 << 20; size >= 1; size >>= 1)\
        for (;;) { try { localStorage.setItem('filler.' + n++, 'x'.repeat(size)); } catch { break; } }\
    localStorage.removeItem('filler.last'); let left = arguments[0];\
    for (const key of Object.keys(localStorage).filter((k) => k.startsWith('filler.')).sort((a, b) => localStorage[a].length - localStorage[b].length)) {\
        if (left <= 0) break;\
        const text = localStorage[key], cut = Math.min(left, text.length);\
        localStorage.setItem(key, text.slice(cut)); left -= cut;\
    }\
    return left <= 0";

async fn no_room(s: &mut Stage) -> Outcome {
    let p = &s.page;
    with_sessions(s, 3).await?;
    let before = sessions(p.local().await?);
    // Room for some of the 40 sessions of about 500 characters each.
    ensure!(p.js(FILL_BUT, vec![json!(5_000)]).await? == true, "the storage was not filled");
    let windows = hold(s).await?;
    p.choose_file(&backup_of(100, 40).0).await?;
    p.wait_to_read(&["40 sessions are new here."]).await?;
    p.button("Import").await?;
    p.wait_to_read(&["the other one has no room for all of it"]).await?;
    p.wait_to_read(&["Nothing here has changed."]).await?;
    s.shot("silent-no-room").await?;
    p.button("Close").await?;
    p.wait_listed(3).await?;
    ensure!(sessions(p.local().await?) == before, "a part of the file is there");
    let_go(s, &windows).await?;
    p.visit("Settings").await?;
    p.radio("Dark").await?;
    p.wait_to_read(&["Not backed up yet: 3 sessions"]).await?;
    ensure!(sessions(p.indexed().await?) == before, "a part of the file has come into the silent store");
    Ok(())
}

/// The other store cannot be named at all.
const NO_LOCAL: &str = "if (sessionStorage.silent) Object.defineProperty(window, 'localStorage',\
    { get() { throw new DOMException('refused by the test', 'SecurityError'); } });\n";

async fn nowhere(s: &mut Stage) -> Outcome {
    s.use_script(&format!("{NO_LOCAL}{UNOPENED}"))?;
    let p = &s.page;
    p.open_bare(&s.site.url()).await?;
    p.js("sessionStorage.silent = 'open'", vec![]).await?;
    p.open_app(&s.site.url()).await?;
    p.begin().await?;
    p.roll_through().await?;
    p.wait_to_read(&["refused to store it"]).await?;
    p.wait_for(Kind::Button, "Export backup").await?;
    p.js(ANSWERS, vec![]).await?;
    p.wait_to_read(&["Saved once, no second copy yet"]).await.map(|_| ())
}

async fn taken_over(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_and_ease(&s.site.url()).await?;
    let (_, second) = p.second_window(&s.site.url()).await?;
    p.ready().await?;
    p.wait_for(Kind::Button, "Take over").await?;
    let windows = hold(s).await?;
    ensure!(windows.0 == second, "another window is looked at");
    p.button("Take over").await?;
    p.wait_to_read(&["One moment"]).await?;
    p.taken_over().await?;
    p.finish().await?;
    p.wait_to_read(&["Saved once, no second copy yet"]).await?;
    let_go(s, &windows).await?;
    p.wait_saved_tick().await
}
