//! The service worker serves only files of the app that it has verified, with the server's headers.

use crate::failure::{Outcome, ensure};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use http::header::{CONTENT_SECURITY_POLICY, REFERRER_POLICY};
use serde::Deserialize;
use serde_json::json;

/// The scenarios of the service worker.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "service_worker: a path that is not listed is requested once, whatever its name",
            scenario_fn!(unlisted),
        ),
        Scenario::new(
            "service_worker: a file that a script put into another cache is not served",
            scenario_fn!(forged),
        ),
        Scenario::new(
            "service_worker: a file of an older version is served to its page",
            scenario_fn!(older),
        ),
        Scenario::new(
            "service_worker: a file whose content type is corrected keeps its other headers",
            scenario_fn!(headers),
        ),
    ]
}

/// A response as a script of the page gets it.
#[derive(Debug, Deserialize)]
struct Response {
    status: u16,
    text: String,
    kind: Option<String>,
    policy: Option<String>,
    referrer: Option<String>,
    encoding: Option<String>,
}

/// Fetches a path of the site through the service worker.
async fn fetch_path(ctx: &TestContext, path: &str) -> Outcome<Response> {
    let script = "const [path, done] = arguments;\
        fetch(path, { cache: 'no-store' }).then(async (r) => done({\
            status: r.status, text: await r.text(), kind: r.headers.get('content-type'),\
            policy: r.headers.get('content-security-policy'), referrer: r.headers.get('referrer-policy'),\
            encoding: r.headers.get('content-encoding') }));";
    Ok(serde_json::from_value(ctx.page.js_async(script, vec![json!(path)]).await?)?)
}

/// Puts a text under a path of the site into a cache: of this app's older version `before`, or of another script.
async fn put_in_cache(ctx: &TestContext, is_ours: bool, path: &str, text: &str) -> Outcome {
    let script = "const [ours, path, text, done] = arguments;\
        navigator.serviceWorker.ready.then(async ({ scope }) => {\
            const cache = await caches.open(ours ? `eased ${scope} before` : `another ${scope} before`);\
            await cache.put(scope + path, new Response(text));\
            done(true);\
        });";
    ctx.page.js_async(script, vec![json!(is_ours), json!(path), json!(text)]).await?;
    Ok(())
}

/// Opens the app until it is cached and controlled by its service worker.
async fn open_until_controlled(ctx: &TestContext) -> Outcome {
    ctx.page.open_until_cached(&ctx.site.url()).await
}

async fn unlisted(ctx: &mut TestContext) -> Outcome {
    open_until_controlled(ctx).await?;
    // `constructor` is a property that every object inherits.
    for path in ["constructor", "not-there.js"] {
        let response = fetch_path(ctx, path).await?;
        ensure!(response.status == 404, "{path}: {response:?}");
        let end = format!("/{path}");
        let requests = ctx.site.requests().iter().filter(|request| request.path == end).count();
        ensure!(requests == 1, "{path} was requested {requests} times");
    }
    Ok(())
}

async fn forged(ctx: &mut TestContext) -> Outcome {
    open_until_controlled(ctx).await?;
    // Not listed; listed and cached; listed and not cached yet.
    for path in ["not-there.js", "pose.svg", "health.html"] {
        put_in_cache(ctx, false, path, "forged").await?;
        let response = fetch_path(ctx, path).await?;
        ensure!(response.text != "forged", "{path}: {response:?}");
        ensure!((response.status == 404) == (path == "not-there.js"), "{path}: {response:?}");
    }
    // The same without a network.
    ctx.site.stop();
    let response = fetch_path(ctx, "not-there.js").await?;
    ensure!(response.status == 503 && response.text != "forged", "{response:?}");
    Ok(())
}

async fn older(ctx: &mut TestContext) -> Outcome {
    open_until_controlled(ctx).await?;
    put_in_cache(ctx, true, "before-0.js", "before").await?;
    let response = fetch_path(ctx, "before-0.js").await?;
    ensure!(response.status == 200 && response.text == "before", "{response:?}");
    // A path of this version is served from this version.
    put_in_cache(ctx, true, "pose.svg", "before").await?;
    let response = fetch_path(ctx, "pose.svg").await?;
    ensure!(response.status == 200 && response.text.contains("<svg"), "{response:?}");
    Ok(())
}

async fn headers(ctx: &mut TestContext) -> Outcome {
    ctx.site.set_content_type("health.html", "text/plain");
    ctx.site.set_header("health.html", CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox");
    ctx.site.set_header("health.html", REFERRER_POLICY, "no-referrer");
    open_until_controlled(ctx).await?;
    // It is cached at its first request.
    for network in [true, false] {
        if !network {
            ctx.site.stop();
        }
        let response = fetch_path(ctx, "health.html").await?;
        ensure!(response.status == 200 && response.text.contains("</html>"), "{response:?}");
        ensure!(response.kind.as_deref() == Some("text/html"), "{:?}", response.kind);
        ensure!(response.policy.as_deref() == Some("default-src 'none'; sandbox"), "{:?}", response.policy);
        ensure!(response.referrer.as_deref() == Some("no-referrer"), "{:?}", response.referrer);
        ensure!(response.encoding.is_none(), "{:?}", response.encoding);
    }
    // The service worker's own response, without a cached file and without a network.
    let response = fetch_path(ctx, "not-there.html").await?;
    let policy = response.policy.as_deref().unwrap_or_default();
    ensure!(response.status == 503 && policy.starts_with("default-src 'none'"), "{response:?}");
    ensure!(response.referrer.as_deref() == Some("no-referrer"), "{response:?}");
    Ok(())
}
