//! Storage that is blocked or full: the app works and says what is not kept.

use crate::failure::{Outcome, ensure};
use crate::page::{Kind, Texts};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Every use of either store throws, as in a browser that blocks site data late.
const THROWS: &str = "for (const name of ['getItem', 'setItem', 'removeItem', 'clear', 'key'])\n\
    Storage.prototype[name] = () => { throw new DOMException('blocked by the test', 'SecurityError'); };\n\
    Object.defineProperty(Storage.prototype, 'length', { get() { throw new DOMException('blocked by the test', 'SecurityError'); } });\n\
    IDBFactory.prototype.open = IDBFactory.prototype.deleteDatabase = () => { throw new DOMException('blocked by the test', 'SecurityError'); };\n";

/// The stores cannot even be named, as in a browser that blocks site data from the start.
const DENIED: &str = "for (const name of ['localStorage', 'indexedDB'])\n\
    Object.defineProperty(window, name, { get() { throw new DOMException('denied by the test', 'SecurityError'); } });\n";

/// Everything about stores that do not take what they are given.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "storage that throws: a session is done, said to be not kept, and offered as a file",
            play!(throws),
        ),
        Scenario::new(
            "storage that is denied: a session is done, said to be not kept, and offered as a file",
            play!(denied),
        ),
        Scenario::new("storage that is full: a session is done and kept in the other place", play!(full)),
        Scenario::new("storage: either store is taken away or refuses, and nothing is lost", play!(in_turn)),
        Scenario::new(
            "storage that is full of copies: those that are safe go, no other does, and a session has its tick",
            play!(copies),
        ),
    ]
}

async fn throws(s: &mut Stage) -> Outcome {
    without_storage(s, THROWS).await
}

async fn denied(s: &mut Stage) -> Outcome {
    without_storage(s, DENIED).await
}

async fn without_storage(s: &mut Stage, script: &str) -> Outcome {
    s.use_script(script)?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.mark(40).await?;
    p.begin().await?;
    p.roll_through().await?;
    p.wait_to_read(&["Not saved", "refused to store it"]).await?;
    s.shot("not-kept").await?;
    let names = p.names(Kind::Button).await?;
    ensure!(names.iter().any(|name| name == "Export backup"), "no file is offered, only {names:?}");
    p.leave().await?;
    // As long as the page lives, so does the session.
    p.visit("History").await?;
    p.wait_listed(1).await
}

/// Fills what is left of localStorage with another program's data.
const FILL: &str = "let n = 0;\
    for (let size = 1 << 20; size >= 1; size >>= 1)\
        for (;;) { try { localStorage.setItem('filler.' + n++, 'x'.repeat(size)); } catch { break; } }\
    return localStorage.length > 0";

async fn full(s: &mut Stage) -> Outcome {
    let p = &s.page;
    // A file of the site without the app: its storage is the app's.
    p.open_bare(&s.site.url()).await?;
    ensure!(p.js(FILL, vec![]).await? == true, "the storage was not filled");
    p.open_app(&s.site.url()).await?;
    p.mark(40).await?;
    p.begin().await?;
    p.roll_through().await?;
    p.wait_to_read(&["Saved once"]).await?;
    s.shot("full").await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    p.reload_app().await?;
    p.wait_listed(1).await?;
    let fillers = p
        .js("return Object.keys(localStorage).filter((key) => key.startsWith('filler.')).length > 0", vec![])
        .await?;
    ensure!(fillers == true, "another program's data was removed");
    Ok(())
}

/// Five set-aside copies of localStorage, and those of IndexedDB: three word for word, number 1 only by its name, number 3
/// not at all, nor will it be: its text seems broken.
fn set_aside_copies() -> [Texts; 2] {
    let key = |n: u32| format!("eased.q.170000000000{n}.eased.meta");
    let text =
        |n: u32| format!("{:#<12000}", format!("garbage {n} {}", if n == 3 { "\u{fffd}" } else { "" }));
    let local = (0..5).map(|n| (key(n), text(n))).collect();
    let mut indexed: Texts = [0, 2, 4].map(|n| (key(n), text(n))).into();
    indexed.insert(key(1), "something else".into());
    [local, indexed]
}

async fn copies(s: &mut Stage) -> Outcome {
    let (p, url) = (&s.page, s.site.url());
    // The first start makes the database.
    p.open_app(&url).await?;
    p.mark(40).await?;
    p.wait_kept("eased.draft").await?;
    p.open_bare(&url).await?;
    let [local, indexed] = set_aside_copies();
    p.spoil_local(&local).await?;
    p.put_indexed(&indexed).await?;
    ensure!(p.js(FILL, vec![]).await? == true, "the storage was not filled");
    let fillers = "return Object.keys(localStorage).filter((key) => key.startsWith('filler.')).length";
    let others = p.js(fillers, vec![]).await?;
    p.open_app(&url).await?;
    p.begin().await?;
    p.roll_through().await?;
    p.wait_to_read(&["Saved"]).await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    s.shot("crowded").await?;
    p.wait_to_read(&["about 100% of the storage"]).await?;
    p.wait_until_both_stores_agree().await?;
    let (local, indexed) = (p.local().await?, p.indexed().await?);
    let key = |n: usize| format!("eased.q.170000000000{n}.eased.meta");
    let kept = |of: &Texts| (0..5).filter(|n| of.contains_key(&key(*n))).collect::<Vec<_>>();
    ensure!(kept(&local) == [1, 3, 4], "of the copies localStorage has {:?}", kept(&local));
    for n in [0, 2] {
        let text = indexed.get(&key(n)).map_or("", String::as_str);
        ensure!(text.starts_with(&format!("garbage {n}")), "copy {n} is gone: {text:.20}");
    }
    ensure!(local[&key(1)].starts_with("garbage 1"), "the only copy was changed: {:.20}", local[&key(1)]);
    ensure!(p.js(fillers, vec![]).await? == others, "another program's data was removed");
    Ok(())
}

/// One of the stores refuses for as long as the window's own note says so.
const REFUSES: &str = "const refuse = () => { throw new DOMException('refused by the test', 'SecurityError'); };\
    if (sessionStorage.refuses === 'indexed') IDBFactory.prototype.open = refuse;\
    if (sessionStorage.refuses === 'local') Object.defineProperty(window, 'localStorage', { get: refuse });";

/// Takes one of the stores away, from a file of the site that is not the app.
const TAKE_AWAY: &str = "const [which, done] = arguments;\
    if (which === 'local') { localStorage.clear(); return done(true); }\
    const ask = indexedDB.deleteDatabase('eased');\
    ask.onsuccess = () => done(true);\
    ask.onerror = () => done(false);";

async fn in_turn(s: &mut Stage) -> Outcome {
    s.use_script(REFUSES)?;
    let (p, url) = (&s.page, s.site.url());
    let history = format!("{url}#/history");
    let elsewhere = format!("{url}sw.js");
    let only =
        |all: Texts| -> Texts { all.into_iter().filter(|(key, _)| key.starts_with("eased.s.")).collect() };
    p.open_app(&history).await?;
    p.seed(5, 1).await?;
    p.wait_listed(5).await?;
    p.wait_until_both_stores_agree().await?;
    let before = only(p.local().await?);
    for store in ["local", "indexed"] {
        p.open(&elsewhere).await?;
        ensure!(p.js_async(TAKE_AWAY, vec![store.into()]).await? == true, "{store} cannot be taken away");
        p.open_app(&history).await?;
        p.wait_listed(5).await?;
        p.wait_until_both_stores_agree().await?;
        ensure!(only(p.local().await?) == before, "without {store} localStorage has something else");
        ensure!(only(p.indexed().await?) == before, "without {store} IndexedDB has something else");
    }
    for (count, store) in [(5, "indexed"), (6, "local")] {
        p.js("sessionStorage.refuses = arguments[0]", vec![store.into()]).await?;
        p.reload_app().await?;
        p.wait_listed(count).await?;
        p.visit("Leg").await?;
        p.begin().await?;
        p.roll_through().await?;
        p.wait_to_read(&["Saved once"]).await?;
        p.leave().await?;
        p.visit("History").await?;
        p.wait_listed(count + 1).await?;
        p.js("delete sessionStorage.refuses", vec![]).await?;
        p.reload_app().await?;
        p.wait_listed(count + 1).await?;
        p.wait_until_both_stores_agree().await?;
        ensure!(only(p.local().await?).len() == count + 1, "what {store} refused is not there");
    }
    Ok(())
}
