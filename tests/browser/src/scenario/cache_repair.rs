//! Corrupt files in the service worker's cache are fetched again, or the page says what to do.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::ControlKind;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The scenarios of corrupt cached files.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "cache_repair: a cached file that is corrupt or missing is fetched again",
            scenario_fn!(fetched_again),
        ),
        Scenario::new(
            "cache_repair: without a network the page says what to do, and recovers with one",
            scenario_fn!(reported_offline),
        ),
    ]
}

const GARBAGE: &str = "garbage(";

/// The last path segments of the page's files.
async fn resource_names(ctx: &TestContext) -> Outcome<Vec<String>> {
    let script =
        "return performance.getEntriesByType('resource').map((e) => e.name.slice(e.name.lastIndexOf('/')))";
    Ok(serde_json::from_value(ctx.page.js(script, vec![]).await?)?)
}

async fn open_until_cached(ctx: &TestContext) -> Outcome<Vec<String>> {
    ctx.page.open_until_cached(&ctx.site.url()).await?;
    resource_names(ctx).await
}

/// The name with this beginning and end.
fn find_name<'a>(names: &'a [String], begin: &str, end: &str) -> &'a str {
    names.iter().find(|name| name.starts_with(begin) && name.ends_with(end)).map_or("", String::as_str)
}

async fn fetched_again(ctx: &mut TestContext) -> Outcome {
    ctx.site.disable_http_cache();
    let names = open_until_cached(ctx).await?;
    let (p, url) = (&ctx.page, ctx.site.url());
    let [wasm, glue] = ["wasm", "js"].map(|end| find_name(&names, "/eased-", end));
    let (part, boot) =
        (find_name(&names, "/session_and_history-", "wasm"), find_name(&names, "/boot-", "js"));
    // The page, the Wasm file, its lazy part and the scripts.
    for name in ["/", wasm, glue, part, boot] {
        for text in [Some(GARBAGE), None] {
            p.corrupt_cached_file(name, text).await?;
            p.open(&url).await?;
            p.wait_until_true(
                "the app or an error message",
                "const { ready, fail } = document.documentElement.dataset; return !!(ready || fail)",
            )
            .await?;
            // With a corrupt boot script only the page's static button remains. A browser that has the file in another
            // cache loads the app.
            let fails = p.has(ControlKind::Button, "Reload").await?;
            ensure!(!fails || name == boot, "with {name} as {text:?} it reads: {}", p.visible_text().await?);
            if fails {
                p.press_button("Reload").await?;
            }
            p.wait_ready().await?;
            p.visit("History").await?;
            p.wait_for_text(&["Nothing here yet"]).await?;
            p.wait_offline_ready().await?;
            ensure!(!p.is_cached_as(name, GARBAGE).await?, "{name} is still damaged");
            // The repair runs at most once in ten seconds, by a time in sessionStorage: it is deleted for the next
            // case.
            p.js("sessionStorage.clear()", vec![]).await?;
        }
    }
    Ok(())
}

async fn reported_offline(ctx: &mut TestContext) -> Outcome {
    ctx.site.disable_http_cache();
    ctx.page.open_app(&ctx.site.url()).await?;
    ctx.page.do_short_session().await?;
    let names = open_until_cached(ctx).await?;
    let url = ctx.site.url();
    ctx.page.corrupt_cached_file(find_name(&names, "/eased-", "wasm"), Some(GARBAGE)).await?;
    ctx.site.stop();
    ctx.page.open(&url).await?;
    ctx.page.wait_for_text(&["A part of the app did not load."]).await?;
    ctx.page.wait_for_text(&["What was saved is still on this device."]).await?;
    ctx.take_screenshot("damaged").await?;
    let (_, raw, _) = ctx.page.file_from_button("Save raw data as a file").await?;
    ensure!(raw.contains("eased.s."), "the raw data is {raw}");
    ctx.site.restart()?;
    ctx.page.press_button("Reload").await?;
    ctx.page.wait_ready().await?;
    // The page itself.
    ctx.page.wait_offline_ready().await?;
    ctx.page.corrupt_cached_file("/", Some(GARBAGE)).await?;
    ctx.site.stop();
    ctx.page.open(&url).await?;
    ctx.page.wait_for_text(&["cannot open without the internet this time"]).await?;
    ctx.page.wait_for_text(&["What was saved is still on this device."]).await?;
    ctx.take_screenshot("damaged-page").await?;
    ctx.site.restart()?;
    wait_until("the app, opened again", async || {
        ctx.page.open(&url).await?;
        Ok(ctx.page.js("return !!document.getElementById('app')", vec![]).await?.as_bool().filter(|is| *is))
    })
    .await?;
    ctx.page.wait_ready().await?;
    ctx.page.press(ControlKind::Control, "History").await?;
    ctx.page.wait_for_session_count(1).await
}
