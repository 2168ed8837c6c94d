//! A new version: offered, taken when asked for or at a cold start, refused where it is not whole.

use crate::browser::until;
use crate::failure::{Outcome, ensure, fail};
use crate::page::{Kind, Phase};
use crate::runner::{Scenario, play};
use crate::site::another_version;
use crate::stage::Stage;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// Everything about new versions.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("update: not in a session, offered after it, taken when asked for", play!(offered)),
        Scenario::new("update: taken at the next cold start, but not while a session is open", play!(cold)),
        Scenario::new(
            "update: one that lacks a file never takes the place of one that is whole",
            play!(lacking),
        ),
        Scenario::new(
            "update: one with a spoilt file never takes the place of one that is whole",
            play!(spoilt),
        ),
        Scenario::new("update: the worker that ends all workers leaves the history alone", play!(ended)),
    ]
}

const OFFER: &str = "A new version is ready.";

/// A folder with another version.
fn version(s: &Stage, made: &str) -> Outcome<PathBuf> {
    let folder = s.folder(&format!("version-{made}"));
    another_version(&s.settings.dist, &folder, made)?;
    Ok(folder)
}

/// The first version, stored and in charge of the page.
async fn stored(s: &Stage) -> Outcome {
    s.page.open_app(&s.site.url()).await?;
    s.page.offline_ready().await?;
    s.page.open_app(&s.site.url()).await?;
    s.page.offline_ready().await
}

/// A new version waits.
async fn waits(s: &Stage, made: &str) -> Outcome {
    s.site.serve(&version(s, made)?);
    let state = s.page.look_for_update().await?;
    ensure!(state == "installed", "the new version is {state}");
    Ok(())
}

async fn offered(s: &mut Stage) -> Outcome {
    stored(s).await?;
    let p = &s.page;
    let part = p.js("return performance.getEntriesByType('resource').map((e) => e.name).find((n) => /session_and_history-.*wasm/.test(n))", vec![]).await?;
    p.mark(40).await?;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.here().await?;
    waits(s, "2").await?;
    ensure!(!p.text().await?.contains(OFFER), "it is offered on the mat");
    // Nor elsewhere while the session goes on.
    p.js("location.hash = '#/history'", vec![]).await?;
    p.wait_to_read(&["Back to session"]).await?;
    ensure!(!p.text().await?.contains(OFFER), "it is offered while a session goes on");
    p.js("history.back()", vec![]).await?;
    p.ease().await?;
    p.finish().await?;
    p.leave().await?;
    p.visit("Leg").await?;
    p.wait_to_read(&[OFFER]).await?;
    s.shot("update-offered").await?;
    // The old page still has its own files, which the site has no more.
    let own = "const [url, done] = arguments; fetch(url).then((r) => done(r.ok), () => done(false));";
    ensure!(p.js_async(own, vec![part]).await? == true, "the old page lost a file of its own");
    for screen in ["Learn", "Settings", "History"] {
        p.visit(screen).await?;
    }
    p.wait_to_read(&[OFFER]).await?;
    ensure!(p.version().await?.is_empty(), "it was taken unasked");
    p.button("Update now").await?;
    p.wait_version("2").await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    p.offline_ready().await?;
    // In flight mode, after an update: all of the new version is here.
    s.site.stop();
    let (p, url) = (&s.page, s.site.url());
    p.open_app(&url).await?;
    ensure!(p.version().await? == "2", "without a network the old version came back");
    p.short_session().await?;
    p.visit("History").await?;
    p.wait_listed(2).await
}

async fn cold(s: &mut Stage) -> Outcome {
    stored(s).await?;
    let (p, url) = (&s.page, s.site.url());
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.here().await?;
    p.ease().await?;
    waits(s, "2").await?;
    p.open_app(&url).await?;
    p.wait_for(Kind::Button, "Continue").await?;
    ensure!(p.version().await?.is_empty(), "it was taken while a session was open");
    p.button("Continue").await?;
    p.resume_to(Phase::Roll).await?;
    p.finish().await?;
    p.leave().await?;
    // The page waits a second for the new worker and else begins as before: a busy machine may need another start.
    until("version 2 at a start", async || {
        p.open_app(&url).await?;
        Ok((p.version().await? == "2").then_some(()))
    })
    .await?;
    p.visit("History").await?;
    p.wait_listed(1).await
}

/// The only file that begins and ends so.
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

async fn lacking(s: &mut Stage) -> Outcome {
    // What comes after the beginning is as much a part of it.
    refused(s, &[("2", "eased-", ".wasm", None), ("3", "session_and_history-", ".wasm", None)]).await
}

/// What a host sends that sends its page for whatever it lacks.
const PAGE: &str = "<!doctype html><title>Not found</title>";

async fn spoilt(s: &mut Stage) -> Outcome {
    let cases = [("2", "boot-", ".js", Some(PAGE)), ("3", "late-", ".css", Some("body { color: red }"))];
    refused(s, &cases).await
}

/// Versions, each with the beginning and end of a file's name and what stands in its place. No more than two: on a busy
/// machine a worker of WebKitGTK that is to be the third hears no answer to what it fetches, whatever that is.
async fn refused(s: &mut Stage, cases: &[(&str, &str, &str, Option<&str>)]) -> Outcome {
    stored(s).await?;
    s.page.short_session().await?;
    for &(made, begin, end, text) in cases {
        let folder = version(s, made)?;
        let spoilt = file(&folder, begin, end)?;
        match text {
            None => fs::remove_file(&spoilt)?,
            Some(text) => fs::write(&spoilt, text)?,
        }
        if text == Some(PAGE) {
            s.site.set_type(&spoilt.file_name().unwrap_or_default().to_string_lossy(), "text/html");
        }
        s.site.serve(&folder);
        let state = match s.page.look_for_update().await {
            Ok(state) => state,
            Err(why) => fail!("with {begin}*{end} as {text:?}: {why}"),
        };
        ensure!(state == "redundant", "with {begin}*{end} as {text:?} the new version is {state}");
        s.page.open_app(&s.site.url()).await?;
        ensure!(s.page.version().await?.is_empty(), "version {made} came, with {begin}*{end} as {text:?}");
    }
    s.site.stop();
    s.page.open_app(&s.site.url()).await?;
    s.page.visit("History").await?;
    s.page.wait_listed(1).await
}

async fn ended(s: &mut Stage) -> Outcome {
    stored(s).await?;
    s.page.short_session().await?;
    let folder = version(s, "2")?;
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tools/sw-off.js"), folder.join("sw.js"))?;
    s.site.serve(&folder);
    let p = &s.page;
    p.js("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await?;
    let gone = "const done = arguments[arguments.length - 1];\
        Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()]).then(([r, c]) => done(r.length + c.length));";
    until("workers and their files to be gone", async || {
        Ok((p.js_async(gone, vec![]).await? == json!(0)).then_some(()))
    })
    .await?;
    p.open_app(&s.site.url()).await?;
    ensure!(p.version().await? == "2", "what the site has now is not shown");
    p.visit("History").await?;
    p.wait_listed(1).await
}
