//! A store that does not answer: the app continues without it, loses nothing, and starts nothing when the answer comes.

use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, only_sessions, sample_backup};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::json;

/// The scenarios of an unresponsive store.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "unresponsive_storage: export, import and a session work during another page's transaction",
            scenario_fn!(open_transaction),
        ),
        Scenario::new(
            "unresponsive_storage: an import that was closed does not return when the store answers",
            scenario_fn!(closed_import),
        ),
        Scenario::new(
            "unresponsive_storage: an import that does not fit into the other store changes nothing",
            scenario_fn!(no_room),
        ),
        Scenario::new(
            "unresponsive_storage: a session that no store accepts is shown as not saved until one does",
            scenario_fn!(saved_in_no_store),
        ),
        Scenario::new("unresponsive_storage: a session can be taken over", scenario_fn!(taken_over)),
    ]
}

/// Keeps a write transaction open while `window.holds` is true, in a page of the site that is not the app.
const KEEP_TRANSACTION_OPEN: &str = "const done = arguments[arguments.length - 1], ask = indexedDB.open('eased');\
    ask.onerror = () => done(false);\
    ask.onsuccess = () => {\
        const t = ask.result.transaction('kept', 'readwrite'), kept = t.objectStore('kept');\
        window.holds = true;\
        const go = () => { if (holds) kept.get('held').onsuccess = go; };\
        t.oncomplete = () => ask.result.close();\
        kept.get('held').onsuccess = () => { done(true); go(); };\
    };";

/// With `sessionStorage.unresponsive`, the app gets no event that the database is open, until [`ANSWER_REQUESTS`].
pub(super) const DELAY_DATABASE_OPEN: &str = "if (sessionStorage.unresponsive === 'open') { window.late = [];\
    Object.defineProperty(IDBOpenDBRequest.prototype, 'onsuccess',\
        { set(then) { this.addEventListener('success', (e) => { if (sessionStorage.unresponsive) late.push(() => then.call(this, e)); else then.call(this, e); }); } }); }\n";
pub(super) const ANSWER_REQUESTS: &str = "sessionStorage.clear(); late.splice(0).forEach((then) => then())";

pub(super) const INCOMPLETE_FILE: &str = "What only that one has is not in the file";

/// Opens a second window that keeps a transaction open and returns to the app's; returns the handles (app, other).
pub(super) async fn keep_transaction_open(ctx: &TestContext) -> Outcome<(String, String)> {
    let p = &ctx.page;
    let (app, other) = p.second_window(&format!("{}sw.js", ctx.site.url())).await?;
    ensure!(p.js_async(KEEP_TRANSACTION_OPEN, vec![]).await? == true, "the transaction cannot be kept open");
    p.switch_to(&app).await?;
    Ok((app, other))
}

pub(super) async fn end_transaction(ctx: &TestContext, (app, other): &(String, String)) -> Outcome {
    ctx.page.switch_to(other).await?;
    ctx.page.js("window.holds = false", vec![]).await?;
    ctx.page.switch_to(app).await
}

/// Opens the History screen with sample sessions in both stores.
pub(super) async fn open_history_in_both_stores(ctx: &TestContext, count: u32) -> Outcome {
    let p = &ctx.page;
    p.open_app(&format!("{}#/history", ctx.site.url())).await?;
    p.seed_history(count, 1).await?;
    p.wait_for_session_count(count as usize).await?;
    p.wait_for_text(&["Not backed up yet"]).await?;
    p.wait_until_both_stores_agree().await
}

/// The page's own clock, milliseconds.
async fn page_now_ms(ctx: &TestContext) -> Outcome<i64> {
    Ok(ctx.page.js("return Math.round(performance.now())", vec![]).await?.as_i64().unwrap_or_default())
}

pub(super) async fn expect_no_dialog(ctx: &TestContext) -> Outcome {
    let open = ctx.page.js("return document.querySelectorAll('dialog[open]').length", vec![]).await?;
    ensure!(open == 0, "a dialog has opened without input");
    Ok(())
}

async fn open_transaction(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    open_history_in_both_stores(ctx, 5).await?;
    let windows = keep_transaction_open(ctx).await?;
    let before = page_now_ms(ctx).await?;
    let (_, file, _) = p.file_from_button("Export backup").await?;
    let waited_ms = page_now_ms(ctx).await? - before;
    // The app's timeout of five seconds, and time for a busy machine to write and read the file.
    ensure!(waited_ms < 9_000, "the file came after {waited_ms} ms");
    ensure!(file.matches("\"seeded\"").count() == 5, "some data is missing from {file:.200}");
    p.wait_for_text(&[INCOMPLETE_FILE]).await?;
    // It has all sessions, so it counts as a backup.
    p.wait_for_text(&["Last backup: today. Nothing new since."]).await?;
    ctx.take_screenshot("unresponsive-export").await?;
    let (backup, wanted) = sample_backup(100, 3);
    p.choose_file(&backup).await?;
    p.wait_for_text(&["3 sessions are new here."]).await?;
    p.wait_for_text(&["so anything kept only there is not counted here"]).await?;
    p.expect_accessible("an import while a store is unresponsive", ctx.settings.axe.as_deref()).await?;
    p.expect_no_horizontal_scroll("an import while a store is unresponsive").await?;
    ctx.take_screenshot("unresponsive-import").await?;
    p.press_button("Import").await?;
    p.wait_for_text(&["3 sessions could not be saved in both places."]).await?;
    p.press_button("Close").await?;
    p.wait_gone(ControlKind::Button, "Close").await?;
    p.wait_for_session_count(8).await?;
    p.wait_for_text(&["Saved once, no second copy yet"]).await?;
    let local = only_sessions(p.local_storage().await?);
    ensure!(wanted.iter().all(|(key, text)| local.get(key) == Some(text)), "localStorage lacks some of them");
    // A session that ends meanwhile is shown as saved once until the store answers.
    p.visit("Leg").await?;
    p.start_session().await?;
    p.complete_session().await?;
    p.wait_for_text(&["Saved once, no second copy yet"]).await?;
    p.file_from_button("Export backup").await?;
    p.wait_for_text(&[INCOMPLETE_FILE]).await?;
    let caught = p.js("return caught.length", vec![]).await?;
    end_transaction(ctx, &windows).await?;
    p.wait_saved().await?;
    p.close_summary_to_history(9).await?;
    p.wait_until_both_stores_agree().await?;
    ensure!(
        !p.visible_text().await?.contains("Saved once, no second copy yet"),
        "a session is amber though both stores have it"
    );
    ensure!(p.js("return caught.length", vec![]).await? == caught, "a file was saved without input");
    expect_no_dialog(ctx).await
}

async fn closed_import(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    open_history_in_both_stores(ctx, 3).await?;
    let windows = keep_transaction_open(ctx).await?;
    p.choose_file(&sample_backup(100, 2).0).await?;
    p.wait_for_text(&["One moment"]).await?;
    p.press_button("Close").await?;
    p.wait_gone(ControlKind::Button, "Close").await?;
    // When this file has been saved, the import would also have been ready.
    p.file_from_button("Export backup").await?;
    expect_no_dialog(ctx).await?;
    end_transaction(ctx, &windows).await?;
    // Requests are answered in order: once this one is, so are those before it.
    p.visit("Settings").await?;
    p.choose_radio("Dark").await?;
    p.wait_stored_in_both("eased.settings").await?;
    expect_no_dialog(ctx).await?;
    p.visit("History").await?;
    p.wait_for_session_count(3).await
}

/// Fills localStorage except for this number of characters.
const FILL_EXCEPT: &str = "let n = 0;\
    for (let size = 1 << 20; size >= 1; size >>= 1)\
        for (;;) { try { localStorage.setItem('filler.' + n++, 'x'.repeat(size)); } catch { break; } }\
    localStorage.removeItem('filler.last'); let left = arguments[0];\
    for (const key of Object.keys(localStorage).filter((k) => k.startsWith('filler.')).sort((a, b) => localStorage[a].length - localStorage[b].length)) {\
        if (left <= 0) break;\
        const text = localStorage[key], cut = Math.min(left, text.length);\
        localStorage.setItem(key, text.slice(cut)); left -= cut;\
    }\
    return left <= 0";

async fn no_room(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    open_history_in_both_stores(ctx, 3).await?;
    let before = only_sessions(p.local_storage().await?);
    // Room for some of the 40 sessions of about 500 characters each.
    ensure!(p.js(FILL_EXCEPT, vec![json!(5_000)]).await? == true, "the storage was not filled");
    let windows = keep_transaction_open(ctx).await?;
    p.choose_file(&sample_backup(100, 40).0).await?;
    p.wait_for_text(&["40 sessions are new here."]).await?;
    p.press_button("Import").await?;
    p.wait_for_text(&["the other one has no room for all of it"]).await?;
    p.wait_for_text(&["Nothing here has changed."]).await?;
    ctx.take_screenshot("unresponsive-no-room").await?;
    p.press_button("Close").await?;
    p.wait_for_session_count(3).await?;
    ensure!(only_sessions(p.local_storage().await?) == before, "a part of the file was imported");
    end_transaction(ctx, &windows).await?;
    p.visit("Settings").await?;
    p.choose_radio("Dark").await?;
    p.wait_for_text(&["Not backed up yet: 3 sessions"]).await?;
    ensure!(
        only_sessions(p.indexed_db().await?) == before,
        "a part of the file is in the unresponsive store"
    );
    Ok(())
}

/// Access to localStorage throws.
const DENY_LOCAL_STORAGE: &str = "if (sessionStorage.unresponsive) Object.defineProperty(window, 'localStorage',\
    { get() { throw new DOMException('refused by the test', 'SecurityError'); } });\n";

async fn saved_in_no_store(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(&format!("{DENY_LOCAL_STORAGE}{DELAY_DATABASE_OPEN}"))?;
    let p = &ctx.page;
    p.open_without_app(&ctx.site.url()).await?;
    p.js("sessionStorage.unresponsive = 'open'", vec![]).await?;
    p.open_app(&ctx.site.url()).await?;
    p.start_session().await?;
    p.complete_session().await?;
    p.wait_for_text(&["refused to store it"]).await?;
    p.wait_for(ControlKind::Button, "Export backup").await?;
    p.js(ANSWER_REQUESTS, vec![]).await?;
    p.wait_for_text(&["Saved once, no second copy yet"]).await.map(|_| ())
}

async fn taken_over(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_and_ease(&ctx.site.url()).await?;
    let (_, second) = p.second_window(&ctx.site.url()).await?;
    p.wait_ready().await?;
    p.wait_for(ControlKind::Button, "Take over").await?;
    let windows = keep_transaction_open(ctx).await?;
    ensure!(windows.0 == second, "another window is the current one");
    p.press_button("Take over").await?;
    p.wait_for_text(&["One moment"]).await?;
    p.continue_after_take_over().await?;
    p.finish_session().await?;
    p.wait_for_text(&["Saved once, no second copy yet"]).await?;
    end_transaction(ctx, &windows).await?;
    p.wait_saved().await
}
