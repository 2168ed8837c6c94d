//! Storage that throws, is denied, full or deleted: the app works and says what is not saved.

use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, StoredTexts, only_sessions};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// Every method of both stores throws, as in a browser that blocks site data.
const THROW_ON_USE: &str = "for (const name of ['getItem', 'setItem', 'removeItem', 'clear', 'key'])\n\
    Storage.prototype[name] = () => { throw new DOMException('blocked by the test', 'SecurityError'); };\n\
    Object.defineProperty(Storage.prototype, 'length', { get() { throw new DOMException('blocked by the test', 'SecurityError'); } });\n\
    IDBFactory.prototype.open = IDBFactory.prototype.deleteDatabase = () => { throw new DOMException('blocked by the test', 'SecurityError'); };\n";

/// Access to both stores throws, as in a browser that denies site data.
const THROW_ON_ACCESS: &str = "for (const name of ['localStorage', 'indexedDB'])\n\
    Object.defineProperty(window, name, { get() { throw new DOMException('denied by the test', 'SecurityError'); } });\n";

/// The scenarios of storage errors.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "storage_errors: when both stores throw, a session is shown as not saved and offered as a file",
            scenario_fn!(throws),
        ),
        Scenario::new(
            "storage_errors: when access is denied, a session is shown as not saved and offered as a file",
            scenario_fn!(denied),
        ),
        Scenario::new(
            "storage_errors: when localStorage is full, a session is saved in IndexedDB",
            scenario_fn!(full),
        ),
        Scenario::new(
            "storage_errors: when either store is deleted or refuses, nothing is lost",
            scenario_fn!(each_store_in_turn),
        ),
        Scenario::new(
            "storage_errors: when quarantined copies fill localStorage, only those also in IndexedDB go",
            scenario_fn!(copies),
        ),
    ]
}

async fn throws(ctx: &mut TestContext) -> Outcome {
    without_storage(ctx, THROW_ON_USE).await
}

async fn denied(ctx: &mut TestContext) -> Outcome {
    without_storage(ctx, THROW_ON_ACCESS).await
}

async fn without_storage(ctx: &mut TestContext, script: &str) -> Outcome {
    ctx.add_page_script(script)?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.add_mark(40).await?;
    p.start_session().await?;
    p.complete_session().await?;
    p.wait_for_text(&["Not saved", "refused to store it"]).await?;
    ctx.take_screenshot("not-kept").await?;
    let names = p.control_names(ControlKind::Button).await?;
    ensure!(names.iter().any(|name| name == "Export backup"), "no file is offered, only {names:?}");
    p.close_summary().await?;
    // The session exists as long as the page is open.
    p.visit("History").await?;
    p.wait_for_session_count(1).await
}

/// Fills the rest of localStorage with data of another app.
const FILL: &str = "let n = 0;\
    for (let size = 1 << 20; size >= 1; size >>= 1)\
        for (;;) { try { localStorage.setItem('filler.' + n++, 'x'.repeat(size)); } catch { break; } }\
    return localStorage.length > 0";

async fn full(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    // A file of the site without the app shares the app's storage.
    p.open_without_app(&ctx.site.url()).await?;
    ensure!(p.js(FILL, vec![]).await? == true, "the storage was not filled");
    p.open_app(&ctx.site.url()).await?;
    p.add_mark(40).await?;
    p.start_session().await?;
    p.complete_session().await?;
    p.wait_for_text(&["Saved once"]).await?;
    ctx.take_screenshot("full").await?;
    p.close_summary_to_history(1).await?;
    p.reload_app().await?;
    p.wait_for_session_count(1).await?;
    let fillers = p
        .js("return Object.keys(localStorage).filter((key) => key.startsWith('filler.')).length > 0", vec![])
        .await?;
    ensure!(fillers == true, "another program's data was removed");
    Ok(())
}

/// Five quarantined copies in localStorage, and those in IndexedDB: three are identical, number 1 has another text
/// under the same key, and number 3 is missing and is not copied, since its text has a replacement character.
fn quarantined_copies() -> [StoredTexts; 2] {
    let key = |n: u32| format!("eased.q.170000000000{n}.eased.meta");
    let text =
        |n: u32| format!("{:#<12000}", format!("garbage {n} {}", if n == 3 { "\u{fffd}" } else { "" }));
    let local = (0..5).map(|n| (key(n), text(n))).collect();
    let mut indexed: StoredTexts = [0, 2, 4].map(|n| (key(n), text(n))).into();
    indexed.insert(key(1), "something else".into());
    [local, indexed]
}

async fn copies(ctx: &mut TestContext) -> Outcome {
    let (p, url) = (&ctx.page, ctx.site.url());
    // The first start creates the database.
    p.open_app(&url).await?;
    p.add_mark(40).await?;
    p.wait_stored_in_both("eased.draft").await?;
    p.open_without_app(&url).await?;
    let [local, indexed] = quarantined_copies();
    p.set_local_storage(&local).await?;
    p.put_indexed_db(&indexed).await?;
    ensure!(p.js(FILL, vec![]).await? == true, "the storage was not filled");
    let fillers = "return Object.keys(localStorage).filter((key) => key.startsWith('filler.')).length";
    let others = p.js(fillers, vec![]).await?;
    p.open_app(&url).await?;
    p.start_session().await?;
    p.complete_session().await?;
    p.wait_for_text(&["Saved"]).await?;
    p.close_summary_to_history(1).await?;
    ctx.take_screenshot("crowded").await?;
    p.wait_for_text(&["about 100% of the storage"]).await?;
    p.wait_until_both_stores_agree().await?;
    let (local, indexed) = (p.local_storage().await?, p.indexed_db().await?);
    let key = |n: usize| format!("eased.q.170000000000{n}.eased.meta");
    let stored_copies =
        |texts: &StoredTexts| (0..5).filter(|n| texts.contains_key(&key(*n))).collect::<Vec<_>>();
    ensure!(stored_copies(&local) == [1, 3, 4], "of the copies localStorage has {:?}", stored_copies(&local));
    for n in [0, 2] {
        let text = indexed.get(&key(n)).map_or("", String::as_str);
        ensure!(text.starts_with(&format!("garbage {n}")), "copy {n} was deleted: {text:.20}");
    }
    ensure!(local[&key(1)].starts_with("garbage 1"), "the only copy was changed: {:.20}", local[&key(1)]);
    ensure!(p.js(fillers, vec![]).await? == others, "another program's data was removed");
    Ok(())
}

/// One of the stores throws while `sessionStorage.refuses` names it.
const REFUSE_STORE: &str = "const refuse = () => { throw new DOMException('refused by the test', 'SecurityError'); };\
    if (sessionStorage.refuses === 'indexed') IDBFactory.prototype.open = refuse;\
    if (sessionStorage.refuses === 'local') Object.defineProperty(window, 'localStorage', { get: refuse });";

/// Deletes one of the stores, from a file of the site that is not the app.
const DELETE_STORE: &str = "const [which, done] = arguments;\
    if (which === 'local') { localStorage.clear(); return done(true); }\
    const ask = indexedDB.deleteDatabase('eased');\
    ask.onsuccess = () => done(true);\
    ask.onerror = () => done(false);";

async fn each_store_in_turn(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(REFUSE_STORE)?;
    let (p, url) = (&ctx.page, ctx.site.url());
    let history = format!("{url}#/history");
    let elsewhere = format!("{url}sw.js");
    p.open_app(&history).await?;
    p.seed_history(5, 1).await?;
    p.wait_for_session_count(5).await?;
    p.wait_until_both_stores_agree().await?;
    let before = only_sessions(p.local_storage().await?);
    for store in ["local", "indexed"] {
        p.open(&elsewhere).await?;
        ensure!(p.js_async(DELETE_STORE, vec![store.into()]).await? == true, "{store} cannot be deleted");
        p.open_app(&history).await?;
        p.wait_for_session_count(5).await?;
        p.wait_until_both_stores_agree().await?;
        ensure!(
            only_sessions(p.local_storage().await?) == before,
            "without {store}, localStorage has other data"
        );
        ensure!(only_sessions(p.indexed_db().await?) == before, "without {store}, IndexedDB has other data");
    }
    for (count, store) in [(5, "indexed"), (6, "local")] {
        p.js("sessionStorage.refuses = arguments[0]", vec![store.into()]).await?;
        p.reload_app().await?;
        p.wait_for_session_count(count).await?;
        p.visit("Leg").await?;
        p.start_session().await?;
        p.complete_session().await?;
        p.wait_for_text(&["Saved once"]).await?;
        p.close_summary_to_history(count + 1).await?;
        p.js("delete sessionStorage.refuses", vec![]).await?;
        p.reload_app().await?;
        p.wait_for_session_count(count + 1).await?;
        p.wait_until_both_stores_agree().await?;
        ensure!(
            only_sessions(p.local_storage().await?).len() == count + 1,
            "the data that {store} refused is missing"
        );
    }
    Ok(())
}
