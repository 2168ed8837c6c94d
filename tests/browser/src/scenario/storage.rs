//! Storage that is blocked or full: the app works and says what is not kept.

use crate::failure::{Outcome, ensure};
use crate::page::Kind;
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
    p.wait_to_read(&["not kept", "did not take it"]).await?;
    s.shot("not-kept").await?;
    let names = p.names(Kind::Button).await?;
    ensure!(names.iter().any(|name| name == "Export backup"), "no file is offered, only {names:?}");
    p.leave().await?;
    // As long as the page lives, so does the session.
    p.visit("History").await?;
    p.wait_listed(1).await
}

async fn full(s: &mut Stage) -> Outcome {
    let p = &s.page;
    // A file of the site without the app: its storage is the app's.
    p.open(&format!("{}sw.js", s.site.url())).await?;
    let fill = "let n = 0;\
        for (let size = 1 << 20; size >= 1; size >>= 1)\
            for (;;) { try { localStorage.setItem('filler.' + n++, 'x'.repeat(size)); } catch { break; } }\
        return localStorage.length > 0";
    ensure!(p.js(fill, vec![]).await? == true, "the storage was not filled");
    p.open_app(&s.site.url()).await?;
    p.mark(40).await?;
    p.begin().await?;
    p.roll_through().await?;
    p.wait_to_read(&["one place"]).await?;
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
