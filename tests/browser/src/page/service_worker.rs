//! The service worker and its caches, read from the page.

use crate::browser::{Browser, wait_until};
use crate::failure::{Outcome, ensure, fail};
use serde_json::json;

/// Checks for a new version and reports its final state, also where that is reached before `update()` resolves; where
/// none is found, null and the present states.
const CHECK_FOR_UPDATE: &str = "const done = arguments[arguments.length - 1]; let asked = 'asked';\
    navigator.serviceWorker.getRegistration().then(async (r) => {\
        let found = false;\
        const none = () => done([null, [asked, r.installing?.state, r.waiting?.state, r.active?.state].join(', ')]);\
        setTimeout(none, 10_000);\
        const follow = (next) => { if (!next) return; found = true;\
            const look = () => { if (/installed|redundant/.test(next.state)) done([next.state]); };\
            next.addEventListener('statechange', look); look(); };\
        r.addEventListener('updatefound', () => follow(r.installing));\
        await r.update().then(() => { asked = 'answered'; }, (e) => { asked = String(e); });\
        if (!found) follow(r.installing);\
        if (!found) r.waiting ? done(['installed']) : none();\
    }).catch((e) => done([null, String(e)]));";

/// Overwrites cached files whose URL ends with `end`; deletes them where the text is null.
const OVERWRITE_CACHED: &str = "const [end, text, done] = arguments; (async () => {\
    let count = 0;\
    for (const name of await caches.keys()) {\
        const cache = await caches.open(name);\
        for (const { url } of await cache.keys()) {\
            if (!url.endsWith(end)) continue;\
            count++;\
            const { headers } = await cache.match(url);\
            if (text === null) await cache.delete(url);\
            else await cache.put(url, new Response(text, { headers: { 'content-type': headers.get('content-type') } }));\
        }\
    }\
    return count; })().then(done, (e) => done(String(e)));";

/// Counts cached files whose URL ends with `end` and that have this text.
const COUNT_CACHED: &str = "const [end, text, done] = arguments; (async () => {\
    let count = 0;\
    for (const name of await caches.keys()) {\
        const cache = await caches.open(name);\
        for (const { url } of await cache.keys()) if (url.endsWith(end) && (await (await cache.match(url)).text()) === text) count++;\
    }\
    return count; })().then(done, (e) => done(String(e)));";

impl Browser {
    /// Checks for a new version: `installed` when one waits, `redundant` when it was refused.
    pub async fn check_for_update(&self) -> Outcome<String> {
        let mut last = String::new();
        let found = wait_until("the state of the new version", async || {
            let [state, now]: [Option<String>; 2] = {
                let answer: Vec<Option<String>> =
                    serde_json::from_value(self.js_async(CHECK_FOR_UPDATE, vec![]).await?)?;
                [answer.first().cloned().flatten(), answer.get(1).cloned().flatten()]
            };
            last = now.unwrap_or_default();
            Ok(state)
        })
        .await;
        match found {
            Ok(state) => Ok(state),
            Err(why) => fail!("{why}: {last}"),
        }
    }

    /// The version on the screen, as `write_new_version` marked it; empty for the first.
    pub async fn version(&self) -> Outcome<String> {
        let version = self.js("return document.documentElement.dataset.made ?? ''", vec![]).await?;
        Ok(version.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until this version is on the screen and ready.
    pub async fn wait_version(&self, version: &str) -> Outcome {
        wait_until(format!("version {version:?}"), async || {
            Ok((self.version().await? == version).then_some(()))
        })
        .await?;
        self.wait_ready().await
    }

    /// Overwrites or deletes cached files whose URL ends with `end`.
    pub async fn corrupt_cached_file(&self, end: &str, text: Option<&str>) -> Outcome {
        let count = self.js_async(OVERWRITE_CACHED, vec![json!(end), json!(text)]).await?;
        ensure!(count.as_i64().is_some_and(|count| count > 0), "no cached URL ends with {end}: {count}");
        Ok(())
    }

    /// Whether a cached file whose URL ends with `end` has this text.
    pub async fn is_cached_as(&self, end: &str, text: &str) -> Outcome<bool> {
        Ok(self.js_async(COUNT_CACHED, vec![json!(end), json!(text)]).await? != 0)
    }
}
