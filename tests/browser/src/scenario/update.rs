//! A new version: offered, applied on request or at a cold start, refused when it is incomplete.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure, fail};
use crate::page::{ControlKind, Phase, lazy_screen_names};
use crate::runner::{Scenario, scenario_fn};
use crate::site::write_new_version;
use crate::test_context::TestContext;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// The scenarios of updates.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "update: it is offered only outside a session, and applied on request",
            scenario_fn!(offered),
        ),
        Scenario::new(
            "update: it is applied at the next cold start, but not while a session is open",
            scenario_fn!(cold_start),
        ),
        Scenario::new(
            "update: a version that lacks a file never replaces a complete one",
            scenario_fn!(missing_file),
        ),
        Scenario::new(
            "update: a version with a corrupt file never replaces a complete one",
            scenario_fn!(corrupt_file),
        ),
        Scenario::new(
            "update: the worker that unregisters all workers keeps the history",
            scenario_fn!(worker_removed),
        ),
    ]
}

const OFFER: &str = "A new version is ready.";

/// Writes another version into a folder.
fn write_version(ctx: &TestContext, version: &str) -> Outcome<PathBuf> {
    let folder = ctx.folder(&format!("version-{version}"));
    write_new_version(&ctx.settings.dist, &folder, version)?;
    Ok(folder)
}

/// Opens the first version until it is cached and its service worker controls the page.
async fn open_until_cached(ctx: &TestContext) -> Outcome {
    ctx.page.open_until_cached(&ctx.site.url()).await
}

/// Publishes a new version and waits until it is installed.
async fn publish_and_install(ctx: &TestContext, version: &str) -> Outcome {
    ctx.site.serve(&write_version(ctx, version)?);
    let state = ctx.page.check_for_update().await?;
    ensure!(state == "installed", "the new version is {state}");
    Ok(())
}

async fn offered(ctx: &mut TestContext) -> Outcome {
    open_until_cached(ctx).await?;
    let p = &ctx.page;
    let part = p.js("return performance.getEntriesByType('resource').map((e) => e.name).find((n) => /session_and_history-.*wasm/.test(n))", vec![]).await?;
    p.add_mark(40).await?;
    p.start_session().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.tap_here().await?;
    publish_and_install(ctx, "2").await?;
    ensure!(!p.visible_text().await?.contains(OFFER), "it is offered on the session screen");
    // Nor on another screen during the session.
    p.js("location.hash = '#/history'", vec![]).await?;
    p.wait_for_text(&["Back to session"]).await?;
    ensure!(!p.visible_text().await?.contains(OFFER), "it is offered while a session goes on");
    p.js("history.back()", vec![]).await?;
    p.ease_hold().await?;
    p.finish_session().await?;
    p.close_summary().await?;
    p.visit("Leg").await?;
    p.wait_for_text(&[OFFER]).await?;
    ctx.take_screenshot("update-offered").await?;
    // The old page can still load its files, which the server no longer has.
    let own = "const [url, done] = arguments; fetch(url).then((r) => done(r.ok), () => done(false));";
    ensure!(p.js_async(own, vec![part]).await? == true, "the old page lost a file of its own");
    for screen in lazy_screen_names().chain(["History"]) {
        p.visit(screen).await?;
    }
    p.wait_for_text(&[OFFER]).await?;
    ensure!(p.version().await?.is_empty(), "it was applied without a request");
    p.press_button("Update now").await?;
    p.wait_version("2").await?;
    p.visit("History").await?;
    p.wait_for_session_count(1).await?;
    p.wait_offline_ready().await?;
    // After the update, everything works offline.
    ctx.site.stop();
    let (p, url) = (&ctx.page, ctx.site.url());
    p.open_app(&url).await?;
    ensure!(p.version().await? == "2", "without a network the old version came back");
    p.do_short_session().await?;
    p.visit("History").await?;
    p.wait_for_session_count(2).await
}

async fn cold_start(ctx: &mut TestContext) -> Outcome {
    open_until_cached(ctx).await?;
    let (p, url) = (&ctx.page, ctx.site.url());
    p.start_session().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.tap_here().await?;
    p.ease_hold().await?;
    publish_and_install(ctx, "2").await?;
    p.open_app(&url).await?;
    p.wait_for(ControlKind::Button, "Continue").await?;
    ensure!(p.version().await?.is_empty(), "it was taken while a session was open");
    p.press_button("Continue").await?;
    p.resume_to(Phase::Roll).await?;
    p.finish_session().await?;
    p.close_summary().await?;
    // The page waits one second for the new worker, then starts the old version: a busy machine may need another start.
    wait_until("version 2 at some start", async || {
        p.open_app(&url).await?;
        Ok((p.version().await? == "2").then_some(()))
    })
    .await?;
    p.visit("History").await?;
    p.wait_for_session_count(1).await
}

/// The only file with this beginning and end.
fn file(folder: &Path, begin: &str, end: &str) -> Outcome<PathBuf> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with(begin) && name.ends_with(end) {
            return Ok(path);
        }
    }
    fail!("no {begin}*{end} in {}", folder.display())
}

async fn missing_file(ctx: &mut TestContext) -> Outcome {
    // The lazy part is required just like the program.
    expect_refused(ctx, &[("2", "eased-", ".wasm", None), ("3", "session_and_history-", ".wasm", None)]).await
}

/// The page that some hosts send for every missing file.
const NOT_FOUND_PAGE: &str = "<!doctype html><title>Not found</title>";

async fn corrupt_file(ctx: &mut TestContext) -> Outcome {
    let cases =
        [("2", "boot-", ".js", Some(NOT_FOUND_PAGE)), ("3", "late-", ".css", Some("body { color: red }"))];
    expect_refused(ctx, &cases).await
}

/// Publishes versions, each with a file (by the beginning and end of its name) that is replaced or missing. No more
/// than two: on a busy machine the third service worker of WebKitGTK gets no response to its requests.
async fn expect_refused(ctx: &mut TestContext, cases: &[(&str, &str, &str, Option<&str>)]) -> Outcome {
    open_until_cached(ctx).await?;
    ctx.page.do_short_session().await?;
    for &(version, begin, end, text) in cases {
        let folder = write_version(ctx, version)?;
        let path = file(&folder, begin, end)?;
        match text {
            None => fs::remove_file(&path)?,
            Some(text) => fs::write(&path, text)?,
        }
        if text == Some(NOT_FOUND_PAGE) {
            ctx.site.set_content_type(&path.file_name().unwrap_or_default().to_string_lossy(), "text/html");
        }
        ctx.site.serve(&folder);
        let state = match ctx.page.check_for_update().await {
            Ok(state) => state,
            Err(why) => fail!("with {begin}*{end} as {text:?}: {why}"),
        };
        ensure!(state == "redundant", "with {begin}*{end} as {text:?} the new version is {state}");
        ctx.page.open_app(&ctx.site.url()).await?;
        ensure!(
            ctx.page.version().await?.is_empty(),
            "version {version} was applied, with {begin}*{end} as {text:?}"
        );
    }
    ctx.site.stop();
    ctx.page.open_app(&ctx.site.url()).await?;
    ctx.page.visit("History").await?;
    ctx.page.wait_for_session_count(1).await
}

async fn worker_removed(ctx: &mut TestContext) -> Outcome {
    open_until_cached(ctx).await?;
    ctx.page.do_short_session().await?;
    let folder = write_version(ctx, "2")?;
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tools/sw-kill-switch.js"), folder.join("sw.js"))?;
    ctx.site.serve(&folder);
    let p = &ctx.page;
    p.js("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await?;
    let gone = "const done = arguments[arguments.length - 1];\
        Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()]).then(([r, c]) => done(r.length + c.length));";
    wait_until("service workers and their caches to be deleted", async || {
        Ok((p.js_async(gone, vec![]).await? == json!(0)).then_some(()))
    })
    .await?;
    p.open_app(&ctx.site.url()).await?;
    ensure!(p.version().await? == "2", "the page of the server is not shown");
    p.visit("History").await?;
    p.wait_for_session_count(1).await
}
