//! What the service worker answers with: only files of the app that it has checked, with the headers of the host.

use crate::failure::{Outcome, ensure};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use http::header::{CONTENT_SECURITY_POLICY, REFERRER_POLICY};
use serde::Deserialize;
use serde_json::json;

/// Everything about the worker's answers.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "worker: what is on no list is asked of the server once, whatever its name",
            play!(unlisted),
        ),
        Scenario::new("worker: a file that a script put into another cache is not served", play!(forged)),
        Scenario::new("worker: a file of an older version is served to its page", play!(older)),
        Scenario::new("worker: a file whose type is put right keeps the other headers", play!(headers)),
    ]
}

/// An answer as a script of the page gets it.
#[derive(Debug, Deserialize)]
struct Answer {
    status: u16,
    text: String,
    kind: Option<String>,
    policy: Option<String>,
    referrer: Option<String>,
    encoding: Option<String>,
}

/// What a page under the worker gets for a path of the site.
async fn ask(s: &Stage, path: &str) -> Outcome<Answer> {
    let script = "const [path, done] = arguments;\
        fetch(path, { cache: 'no-store' }).then(async (r) => done({\
            status: r.status, text: await r.text(), kind: r.headers.get('content-type'),\
            policy: r.headers.get('content-security-policy'), referrer: r.headers.get('referrer-policy'),\
            encoding: r.headers.get('content-encoding') }));";
    Ok(serde_json::from_value(s.page.js_async(script, vec![json!(path)]).await?)?)
}

/// Puts a text under a path of the site into a cache: of this app's older version `before`, or of something else.
async fn put(s: &Stage, is_ours: bool, path: &str, text: &str) -> Outcome {
    let script = "const [ours, path, text, done] = arguments;\
        navigator.serviceWorker.ready.then(async ({ scope }) => {\
            const cache = await caches.open(ours ? `eased ${scope} before` : `another ${scope} before`);\
            await cache.put(scope + path, new Response(text));\
            done(true);\
        });";
    s.page.js_async(script, vec![json!(is_ours), json!(path), json!(text)]).await?;
    Ok(())
}

/// The app, whole and under its worker.
async fn controlled(s: &Stage) -> Outcome {
    s.page.open_app(&s.site.url()).await?;
    s.page.offline_ready().await?;
    s.page.open_app(&s.site.url()).await?;
    s.page.offline_ready().await
}

async fn unlisted(s: &mut Stage) -> Outcome {
    controlled(s).await?;
    // The first is a property that every object inherits.
    for path in ["constructor", "not-there.js"] {
        let answer = ask(s, path).await?;
        ensure!(answer.status == 404, "{path}: {answer:?}");
        let end = format!("/{path}");
        let asked = s.site.requests().iter().filter(|request| request.path == end).count();
        ensure!(asked == 1, "{path} was asked for {asked} times");
    }
    Ok(())
}

async fn forged(s: &mut Stage) -> Outcome {
    controlled(s).await?;
    // On no list; on a list and stored; on a list and not stored yet.
    for path in ["not-there.js", "pose.svg", "health.html"] {
        put(s, false, path, "forged").await?;
        let answer = ask(s, path).await?;
        ensure!(answer.text != "forged", "{path}: {answer:?}");
        ensure!((answer.status == 404) == (path == "not-there.js"), "{path}: {answer:?}");
    }
    // The same without a network, where nothing else is left to answer with.
    s.site.stop();
    let answer = ask(s, "not-there.js").await?;
    ensure!(answer.status == 503 && answer.text != "forged", "{answer:?}");
    Ok(())
}

async fn older(s: &mut Stage) -> Outcome {
    controlled(s).await?;
    put(s, true, "before-0.js", "before").await?;
    let answer = ask(s, "before-0.js").await?;
    ensure!(answer.status == 200 && answer.text == "before", "{answer:?}");
    // A path that this version has is answered by this version.
    put(s, true, "pose.svg", "before").await?;
    let answer = ask(s, "pose.svg").await?;
    ensure!(answer.status == 200 && answer.text.contains("<svg"), "{answer:?}");
    Ok(())
}

async fn headers(s: &mut Stage) -> Outcome {
    s.site.set_type("health.html", "text/plain");
    s.site.set_header("health.html", CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox");
    s.site.set_header("health.html", REFERRER_POLICY, "no-referrer");
    controlled(s).await?;
    // It is stored when it is first asked for.
    for network in [true, false] {
        if !network {
            s.site.stop();
        }
        let answer = ask(s, "health.html").await?;
        ensure!(answer.status == 200 && answer.text.contains("</html>"), "{answer:?}");
        ensure!(answer.kind.as_deref() == Some("text/html"), "{:?}", answer.kind);
        ensure!(answer.policy.as_deref() == Some("default-src 'none'; sandbox"), "{:?}", answer.policy);
        ensure!(answer.referrer.as_deref() == Some("no-referrer"), "{:?}", answer.referrer);
        ensure!(answer.encoding.is_none(), "{:?}", answer.encoding);
    }
    // What the worker says by itself, where nothing is stored and no network is there.
    let answer = ask(s, "not-there.html").await?;
    let policy = answer.policy.as_deref().unwrap_or_default();
    ensure!(answer.status == 503 && policy.starts_with("default-src 'none'"), "{answer:?}");
    ensure!(answer.referrer.as_deref() == Some("no-referrer"), "{answer:?}");
    Ok(())
}
