//! The worker and what it has stored, asked from the page.

use crate::browser::{Browser, until};
use crate::failure::{Outcome, ensure, fail};
use serde_json::json;

/// Looks for a new version and tells what became of it, also where that is over before the browser says that it has
/// looked; nothing where nothing is heard of one, and what stands instead.
const UPDATE: &str = "const done = arguments[arguments.length - 1]; let asked = 'asked';\
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

/// Overwrites stored files whose address ends so; takes them away where there is no text.
const SPOIL: &str = "const [end, text, done] = arguments; (async () => {\
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

/// Counts stored files whose address ends so and whose text is this.
const COUNT: &str = "const [end, text, done] = arguments; (async () => {\
    let count = 0;\
    for (const name of await caches.keys()) {\
        const cache = await caches.open(name);\
        for (const { url } of await cache.keys()) if (url.endsWith(end) && (await (await cache.match(url)).text()) === text) count++;\
    }\
    return count; })().then(done, (e) => done(String(e)));";

impl Browser {
    /// Looks for a new version: `installed` where one waits, `redundant` where it was refused.
    pub async fn look_for_update(&self) -> Outcome<String> {
        let mut last = String::new();
        let heard = until("word of a new version", async || {
            let [state, now]: [Option<String>; 2] = {
                let told: Vec<Option<String>> = serde_json::from_value(self.js_async(UPDATE, vec![]).await?)?;
                [told.first().cloned().flatten(), told.get(1).cloned().flatten()]
            };
            last = now.unwrap_or_default();
            Ok(state)
        })
        .await;
        match heard {
            Ok(state) => Ok(state),
            Err(why) => fail!("{why}: {last}"),
        }
    }

    /// The version on the screen, as the test has made it; empty for the first.
    pub async fn version(&self) -> Outcome<String> {
        let made = self.js("return document.documentElement.dataset.made ?? ''", vec![]).await?;
        Ok(made.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until this version is on the screen and handles taps.
    pub async fn wait_version(&self, made: &str) -> Outcome {
        until(format!("version {made:?}"), async || Ok((self.version().await? == made).then_some(())))
            .await?;
        self.ready().await
    }

    /// Damages stored files whose address ends so, or takes them away.
    pub async fn spoil_stored(&self, end: &str, text: Option<&str>) -> Outcome {
        let count = self.js_async(SPOIL, vec![json!(end), json!(text)]).await?;
        ensure!(count.as_i64().is_some_and(|count| count > 0), "no stored file ends with {end}: {count}");
        Ok(())
    }

    /// Whether a stored file whose address ends so has this text.
    pub async fn is_stored_as(&self, end: &str, text: &str) -> Outcome<bool> {
        Ok(self.js_async(COUNT, vec![json!(end), json!(text)]).await? != 0)
    }
}
