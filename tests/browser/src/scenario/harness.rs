//! The harness itself, on its own test page: when these fail, the cause is in browsers or drivers, not in the app.

use crate::browser::wait_until;
use crate::engine::{Engine, LaunchOptions};
use crate::failure::{Outcome, ensure};
use crate::pointer::{Key, Point};
use crate::runner::{Scenario, scenario_fn};
use crate::site::Site;
use crate::test_context::TestContext;
use serde_json::{Value, json};
use std::fs;

/// The scenarios of the harness.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("harness: touch, keys and viewport sizes work", scenario_fn!(fingers)),
        Scenario::new(
            "harness: the service worker serves the page when the server is stopped",
            scenario_fn!(offline),
        ),
        Scenario::new(
            "harness: console errors, an added script and dark colours work",
            scenario_fn!(console),
        )
        .dark(),
        Scenario::new("harness: a profile survives its browser", scenario_fn!(profile))
            .skip_in(&[(Engine::WebKit, "its driver deletes the profile")]),
    ]
}

async fn open_test_page(ctx: &mut TestContext) -> Outcome {
    ctx.site = Site::start(&write_test_site(ctx)?)?;
    ctx.page.open(&ctx.site.url()).await
}

fn write_test_site(ctx: &TestContext) -> Outcome<std::path::PathBuf> {
    let folder = ctx.folder("harness");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), include_str!("../../page/index.html"))?;
    fs::write(folder.join("page.js"), include_str!("../../page/page.js"))?;
    fs::write(folder.join("sw.js"), include_str!("../../page/sw.js"))?;
    Ok(folder)
}

async fn go_button_point(ctx: &TestContext) -> Outcome<Point> {
    let script = "const r = document.getElementById('go').getBoundingClientRect();\
        return [Math.round(r.x + r.width / 2), Math.round(r.y + r.height / 2)]";
    let (x, y) = serde_json::from_value(ctx.page.js(script, vec![]).await?)?;
    Ok(Point { x, y })
}

async fn count(ctx: &TestContext) -> Outcome<String> {
    let text = ctx.page.js("return document.getElementById('count').textContent", vec![]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

async fn events(ctx: &TestContext) -> Outcome<Vec<Value>> {
    let events = ctx.page.js("return events.splice(0)", vec![]).await?;
    Ok(events.as_array().cloned().unwrap_or_default())
}

fn types(events: &[Value]) -> Vec<&str> {
    events.iter().filter_map(|event| event["type"].as_str()).collect()
}

async fn fingers(ctx: &mut TestContext) -> Outcome {
    open_test_page(ctx).await?;
    let go = go_button_point(ctx).await?;
    ctx.page.tap(go).await?;
    wait_until("the tap to count", async || Ok((count(ctx).await? == "1").then_some(()))).await?;
    let seen = events(ctx).await?;
    ensure!(types(&seen) == ["pointerdown", "pointerup", "click"], "a tap caused {seen:?}");
    ensure!(
        seen[0]["pointer"] == ctx.page.engine.pointer_type(),
        "the pointer type is {}",
        seen[0]["pointer"]
    );

    ctx.page.tap_twice(go, 100).await?;
    wait_until("both taps to count", async || Ok((count(ctx).await? == "3").then_some(()))).await?;
    let seen = events(ctx).await?;
    let downs: Vec<f64> =
        seen.iter().filter(|e| e["type"] == "pointerdown").filter_map(|e| e["at"].as_f64()).collect();
    ensure!(downs.len() == 2 && downs[1] - downs[0] >= 100.0, "the two taps were at {downs:?}");

    ctx.page.tap_with_two_fingers(go, Point { x: go.x, y: go.y + 200 }).await?;
    let seen = events(ctx).await?;
    let seen: Vec<_> = seen.iter().filter(|e| e["type"] != "click").cloned().collect();
    ensure!(
        types(&seen) == ["pointerdown", "pointerdown", "pointerup", "pointerup"],
        "two fingers caused {seen:?}"
    );
    ensure!(seen[0]["primary"] == true && seen[1]["primary"] == false, "two fingers caused {seen:?}");

    ctx.page.reload().await?;
    let before: i32 = count(ctx).await?.parse().unwrap_or_default();
    ctx.page.press_keys(&[Key::Tab, Key::Space]).await?;
    let after = (before + 1).to_string();
    wait_until("Space to press the button", async || Ok((count(ctx).await? == after).then_some(()))).await?;
    let focus = "return document.hasFocus() && document.activeElement.id === 'go' && document.activeElement.matches(':focus-visible')";
    ensure!(ctx.page.js(focus, vec![]).await? == true, "the button has no visible focus");
    ctx.page.press_keys(&[Key::Tab, Key::Up, Key::Up, Key::Down, Key::PageDown, Key::Escape]).await?;
    let keys: Vec<_> =
        events(ctx).await?.iter().filter_map(|e| e["key"].as_str().map(str::to_owned)).collect();
    ensure!(keys.ends_with(&["PageDown".into(), "Escape".into()]), "keys were {keys:?}");

    for size in [(320, 568), (1280, 800), (390, 844)] {
        ctx.page.resize(size).await?;
    }
    ensure!(ctx.page.js("return document.hasFocus()", vec![]).await? == true, "no focus after resizing");
    ensure!(ctx.page.js("return navigator.language", vec![]).await? == "en-US", "the language is not en-US");
    let picture = ctx.folder("picture.png");
    ctx.page.screenshot(&picture).await?;
    let bytes = fs::read(picture)?;
    let side = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    ensure!((side(16), side(20)) == (390, 844), "a screenshot is {} by {}", side(16), side(20));
    let paths: Vec<_> = ctx.site.requests().into_iter().map(|request| request.path).collect();
    ensure!(paths.contains(&"/page.js".to_owned()), "the log says {paths:?}");
    Ok(())
}

async fn offline(ctx: &mut TestContext) -> Outcome {
    open_test_page(ctx).await?;
    wait_until("the worker", async || {
        let ready = ctx.page.js("return document.documentElement.dataset.offline", vec![]).await?;
        Ok((ready == "ready").then_some(()))
    })
    .await?;
    ctx.site.stop();
    ctx.page.open(&ctx.site.url()).await?;
    ensure!(ctx.page.js("return document.title", vec![]).await? == "Harness", "another page was loaded");
    ctx.page.tap(go_button_point(ctx).await?).await?;
    wait_until("a tap without network", async || Ok((count(ctx).await? == "1").then_some(()))).await?;
    ctx.site.restart()?;
    ctx.page.open(&ctx.site.url()).await?;
    ensure!(count(ctx).await? == "1", "the page has another storage");
    ctx.page.open_without_app(&ctx.site.url()).await?;
    let bare = ctx.page.js("return [location.pathname, localStorage.getItem('count')]", vec![]).await?;
    ensure!(bare == json!(["/sw.js", "1"]), "a file of the site without the app returned {bare}");
    Ok(())
}

async fn console(ctx: &mut TestContext) -> Outcome {
    let dist = write_test_site(ctx)?;
    ctx.site = Site::with_script(&dist, &ctx.folder("copy"), "window.added = document.title === '';")?;
    ctx.page.open(&format!("{}#broken", ctx.site.url())).await?;
    ensure!(ctx.page.js("return window.added", vec![]).await? == true, "the added script did not run first");
    ensure!(
        ctx.page.js("return matchMedia('(prefers-color-scheme: dark)').matches", vec![]).await? == true,
        "not dark"
    );
    if ctx.page.engine != Engine::WebKit {
        wait_until("the error in the console", async || {
            let errors = ctx.page.console_errors().await?;
            Ok(errors.iter().any(|error| error.contains("broken on purpose")).then_some(()))
        })
        .await?;
    }
    Ok(())
}

async fn profile(ctx: &mut TestContext) -> Outcome {
    let launch = LaunchOptions { profile: Some(ctx.folder("kept")), ..LaunchOptions::default() };
    ctx.restart_browser(&launch).await?;
    open_test_page(ctx).await?;
    let script = "const [value, done] = arguments; const ask = indexedDB.open('kept');\
        ask.onupgradeneeded = () => ask.result.createObjectStore('s');\
        ask.onsuccess = () => { const t = ask.result.transaction('s', 'readwrite', { durability: 'strict' });\
            const s = t.objectStore('s'), got = s.get('k'); let was = null;\
            got.onsuccess = () => { was = got.result ?? null; s.put(value, 'k'); };\
            t.oncomplete = () => done(was); };";
    ensure!(ctx.page.js_async(script, vec![json!("first")]).await? == Value::Null, "the profile is not new");
    ctx.page.kill();
    ctx.restart_browser(&launch).await?;
    ctx.page.open(&ctx.site.url()).await?;
    ensure!(ctx.page.js_async(script, vec![json!("second")]).await? == "first", "the profile was lost");
    Ok(())
}
