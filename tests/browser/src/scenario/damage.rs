//! What the worker has stored is damaged: it is fetched anew, or the page says what to do.

use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::page::Kind;
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about damaged files.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("damage: a stored file that is damaged or gone is fetched anew", play!(mended)),
        Scenario::new("damage: without a network the page says what to do, and then does it", play!(said)),
    ]
}

const GARBAGE: &str = "garbage(";

/// The addresses of a page's own files end so.
async fn names(s: &Stage) -> Outcome<Vec<String>> {
    let script =
        "return performance.getEntriesByType('resource').map((e) => e.name.slice(e.name.lastIndexOf('/')))";
    Ok(serde_json::from_value(s.page.js(script, vec![]).await?)?)
}

async fn stored(s: &Stage) -> Outcome<Vec<String>> {
    s.page.open_app(&s.site.url()).await?;
    s.page.offline_ready().await?;
    s.page.open_app(&s.site.url()).await?;
    s.page.offline_ready().await?;
    names(s).await
}

/// The name that begins and ends so.
fn named<'a>(names: &'a [String], begin: &str, end: &str) -> &'a str {
    names.iter().find(|name| name.starts_with(begin) && name.ends_with(end)).map_or("", String::as_str)
}

async fn mended(s: &mut Stage) -> Outcome {
    s.site.forbid_keeping();
    let names = stored(s).await?;
    let (p, url) = (&s.page, s.site.url());
    let [wasm, glue] = ["wasm", "js"].map(|end| named(&names, "/eased-", end));
    let (part, boot) = (named(&names, "/session_and_history-", "wasm"), named(&names, "/boot-", "js"));
    // The page itself, the program, its lazy part and the scripts.
    for name in ["/", wasm, glue, part, boot] {
        for text in [Some(GARBAGE), None] {
            p.spoil_stored(name, text).await?;
            p.open(&url).await?;
            p.until_true(
                "the app or a word",
                "const { ready, fail } = document.documentElement.dataset; return !!(ready || fail)",
            )
            .await?;
            // Where the script that begins the app is damaged, only the page's own button is left. A browser that
            // still has the file elsewhere does not notice.
            let fails = p.has(Kind::Button, "Reload").await?;
            ensure!(!fails || name == boot, "with {name} as {text:?} it reads: {}", p.text().await?);
            if fails {
                p.button("Reload").await?;
            }
            p.ready().await?;
            p.visit("History").await?;
            p.wait_to_read(&["Nothing here yet"]).await?;
            p.offline_ready().await?;
            ensure!(!p.is_stored_as(name, GARBAGE).await?, "{name} is still damaged");
            // Never twice within ten seconds: what comes next is another day.
            p.js("sessionStorage.clear()", vec![]).await?;
        }
    }
    Ok(())
}

async fn said(s: &mut Stage) -> Outcome {
    s.site.forbid_keeping();
    s.page.open_app(&s.site.url()).await?;
    s.page.short_session().await?;
    let names = stored(s).await?;
    let url = s.site.url();
    s.page.spoil_stored(named(&names, "/eased-", "wasm"), Some(GARBAGE)).await?;
    s.site.stop();
    s.page.open(&url).await?;
    s.page.wait_to_read(&["A part of the app did not load."]).await?;
    s.page.wait_to_read(&["What was saved is still on this device."]).await?;
    s.shot("damaged").await?;
    let (_, raw, _) = s.page.file_of("Save raw data as a file").await?;
    ensure!(raw.contains("eased.s."), "the raw data is {raw}");
    s.site.start_again()?;
    s.page.button("Reload").await?;
    s.page.ready().await?;
    // The page itself.
    s.page.offline_ready().await?;
    s.page.spoil_stored("/", Some(GARBAGE)).await?;
    s.site.stop();
    s.page.open(&url).await?;
    s.page.wait_to_read(&["cannot open without the internet this time"]).await?;
    s.page.wait_to_read(&["What was saved is still on this device."]).await?;
    s.shot("damaged-page").await?;
    s.site.start_again()?;
    until("the app, opened again", async || {
        s.page.open(&url).await?;
        Ok(s.page.js("return !!document.getElementById('app')", vec![]).await?.as_bool().filter(|is| *is))
    })
    .await?;
    s.page.ready().await?;
    s.page.press(Kind::Control, "History").await?;
    s.page.wait_listed(1).await
}
