//! The harness itself, on a page of its own: when these fail, look at browsers and drivers before the app.

use crate::browser::until;
use crate::engine::{Engine, Launch};
use crate::failure::{Outcome, ensure};
use crate::pointer::{Key, Place};
use crate::runner::{Scenario, play};
use crate::site::Site;
use crate::stage::Stage;
use serde_json::{Value, json};
use std::fs;

/// Everything about the harness.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("harness: fingers, keys and sizes", play!(fingers)),
        Scenario::new("harness: the page comes from the worker when the server is gone", play!(offline)),
        Scenario::new("harness: console, added script and dark colours", play!(console)).dark(),
        Scenario::new("harness: a profile outlives its browser", play!(profile))
            .not_in(&[(Engine::WebKit, "its profile under automation is thrown away")]),
    ]
}

async fn own_page(s: &mut Stage) -> Outcome {
    s.site = Site::of(&own_dist(s)?)?;
    s.page.open(&s.site.url()).await
}

fn own_dist(s: &Stage) -> Outcome<std::path::PathBuf> {
    let folder = s.folder("harness");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), include_str!("../../page/index.html"))?;
    fs::write(folder.join("page.js"), include_str!("../../page/page.js"))?;
    fs::write(folder.join("sw.js"), include_str!("../../page/sw.js"))?;
    Ok(folder)
}

async fn go_button(s: &Stage) -> Outcome<Place> {
    let script = "const r = document.getElementById('go').getBoundingClientRect();\
        return [Math.round(r.x + r.width / 2), Math.round(r.y + r.height / 2)]";
    let (x, y) = serde_json::from_value(s.page.js(script, vec![]).await?)?;
    Ok(Place { x, y })
}

async fn count(s: &Stage) -> Outcome<String> {
    let text = s.page.js("return document.getElementById('count').textContent", vec![]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

async fn events(s: &Stage) -> Outcome<Vec<Value>> {
    let events = s.page.js("return events.splice(0)", vec![]).await?;
    Ok(events.as_array().cloned().unwrap_or_default())
}

fn types(events: &[Value]) -> Vec<&str> {
    events.iter().filter_map(|event| event["type"].as_str()).collect()
}

async fn fingers(s: &mut Stage) -> Outcome {
    own_page(s).await?;
    let go = go_button(s).await?;
    s.page.tap(go).await?;
    until("the tap to count", async || Ok((count(s).await? == "1").then_some(()))).await?;
    let seen = events(s).await?;
    ensure!(types(&seen) == ["pointerdown", "pointerup", "click"], "a tap gave {seen:?}");
    ensure!(seen[0]["pointer"] == s.page.engine.finger(), "the finger is a {}", seen[0]["pointer"]);

    s.page.tap_twice(go, 100).await?;
    until("both taps to count", async || Ok((count(s).await? == "3").then_some(()))).await?;
    let seen = events(s).await?;
    let downs: Vec<f64> =
        seen.iter().filter(|e| e["type"] == "pointerdown").filter_map(|e| e["at"].as_f64()).collect();
    ensure!(downs.len() == 2 && downs[1] - downs[0] >= 100.0, "two taps came at {downs:?}");

    s.page.two_fingers(go, Place { x: go.x, y: go.y + 200 }).await?;
    let seen = events(s).await?;
    let seen: Vec<_> = seen.iter().filter(|e| e["type"] != "click").cloned().collect();
    ensure!(
        types(&seen) == ["pointerdown", "pointerdown", "pointerup", "pointerup"],
        "two fingers gave {seen:?}"
    );
    ensure!(seen[0]["primary"] == true && seen[1]["primary"] == false, "two fingers gave {seen:?}");

    s.page.reload().await?;
    let before: i32 = count(s).await?.parse().unwrap_or_default();
    s.page.keys(&[Key::Tab, Key::Space]).await?;
    let after = (before + 1).to_string();
    until("Space to press the button", async || Ok((count(s).await? == after).then_some(()))).await?;
    let focus = "return document.hasFocus() && document.activeElement.id === 'go' && document.activeElement.matches(':focus-visible')";
    ensure!(s.page.js(focus, vec![]).await? == true, "the button has no visible focus");
    s.page.keys(&[Key::Tab, Key::Up, Key::Up, Key::Down, Key::PageDown, Key::Escape]).await?;
    let keys: Vec<_> = events(s).await?.iter().filter_map(|e| e["key"].as_str().map(str::to_owned)).collect();
    ensure!(keys.ends_with(&["PageDown".into(), "Escape".into()]), "keys were {keys:?}");

    for size in [(320, 568), (1280, 800), (390, 844)] {
        s.page.resize(size).await?;
    }
    ensure!(s.page.js("return document.hasFocus()", vec![]).await? == true, "no focus after resizing");
    ensure!(s.page.js("return navigator.language", vec![]).await? == "en-US", "the language is not en-US");
    let picture = s.folder("picture.png");
    s.page.picture(&picture).await?;
    let bytes = fs::read(picture)?;
    let side = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    ensure!((side(16), side(20)) == (390, 844), "a picture measures {} by {}", side(16), side(20));
    let paths: Vec<_> = s.site.requests().into_iter().map(|request| request.path).collect();
    ensure!(paths.contains(&"/page.js".to_owned()), "the log says {paths:?}");
    Ok(())
}

async fn offline(s: &mut Stage) -> Outcome {
    own_page(s).await?;
    until("the worker", async || {
        let ready = s.page.js("return document.documentElement.dataset.offline", vec![]).await?;
        Ok((ready == "ready").then_some(()))
    })
    .await?;
    s.site.stop();
    s.page.open(&s.site.url()).await?;
    ensure!(s.page.js("return document.title", vec![]).await? == "Harness", "another page came");
    s.page.tap(go_button(s).await?).await?;
    until("a tap without network", async || Ok((count(s).await? == "1").then_some(()))).await?;
    s.site.start_again()?;
    s.page.open(&s.site.url()).await?;
    ensure!(count(s).await? == "1", "the storage is another one");
    s.page.open_bare(&s.site.url()).await?;
    let bare = s.page.js("return [location.pathname, localStorage.getItem('count')]", vec![]).await?;
    ensure!(bare == json!(["/sw.js", "1"]), "a bare file of the site gave {bare}");
    Ok(())
}

async fn console(s: &mut Stage) -> Outcome {
    let dist = own_dist(s)?;
    s.site = Site::with_script(&dist, &s.folder("copy"), "window.added = document.title === '';")?;
    s.page.open(&format!("{}#broken", s.site.url())).await?;
    ensure!(s.page.js("return window.added", vec![]).await? == true, "the added script did not run first");
    ensure!(
        s.page.js("return matchMedia('(prefers-color-scheme: dark)').matches", vec![]).await? == true,
        "not dark"
    );
    if s.page.engine != Engine::WebKit {
        until("the error in the console", async || {
            let errors = s.page.console_errors().await?;
            Ok(errors.iter().any(|error| error.contains("broken on purpose")).then_some(()))
        })
        .await?;
    }
    Ok(())
}

async fn profile(s: &mut Stage) -> Outcome {
    let launch = Launch { profile: Some(s.folder("kept")), ..Launch::default() };
    s.another_browser(&launch).await?;
    own_page(s).await?;
    let script = "const [value, done] = arguments; const ask = indexedDB.open('kept');\
        ask.onupgradeneeded = () => ask.result.createObjectStore('s');\
        ask.onsuccess = () => { const t = ask.result.transaction('s', 'readwrite', { durability: 'strict' });\
            const s = t.objectStore('s'), got = s.get('k'); let was = null;\
            got.onsuccess = () => { was = got.result ?? null; s.put(value, 'k'); };\
            t.oncomplete = () => done(was); };";
    ensure!(s.page.js_async(script, vec![json!("first")]).await? == Value::Null, "the profile is not new");
    s.page.kill();
    s.another_browser(&launch).await?;
    s.page.open(&s.site.url()).await?;
    ensure!(s.page.js_async(script, vec![json!("second")]).await? == "first", "the profile was lost");
    Ok(())
}
