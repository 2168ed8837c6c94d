//! Network and injection: the app sends nothing, requests only its own files, and stored text never becomes markup.

use crate::browser::wait_until;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::screen_names;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::{Value, json};

/// Network and injection scenarios.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "network: once cached, a whole session requests nothing from the server",
            scenario_fn!(no_requests),
        ),
        Scenario::new(
            "network: the browser's network log has only files of the site",
            scenario_fn!(browser_log),
        )
        .network_log()
        .skip_in(&[
            (Engine::Firefox, "its driver shows no log of the network"),
            (Engine::WebKit, "its driver shows no log of the network"),
        ]),
        Scenario::new("network: markup in stored text stays text", scenario_fn!(markup)),
    ]
}

/// Opens the app until everything is cached, including the optional files.
async fn open_until_cached(ctx: &TestContext) -> Outcome {
    for _ in 0..2 {
        ctx.page.open_app(&ctx.site.url()).await?;
        ctx.page.wait_offline_ready().await?;
    }
    wait_until("the service worker to fetch the optional files", async || {
        let requests = ctx.site.requests();
        let has = |part: &str| requests.iter().any(|request| request.path.contains(part));
        Ok(["/pose.svg", "/words-en-"].into_iter().all(has).then_some(()))
    })
    .await
}

async fn no_requests(ctx: &mut TestContext) -> Outcome {
    open_until_cached(ctx).await?;
    ctx.page.open_app(&ctx.site.url()).await?;
    ctx.page.wait_offline_ready().await?;
    let before = ctx.site.requests().len();
    ctx.page.visit_every_screen(40).await?;
    // The service worker's script is checked when the page opens or becomes visible.
    let more = ctx.site.requests().split_off(before);
    let more: Vec<_> = more.iter().filter(|request| request.path != "/sw.js").collect();
    ensure!(more.is_empty(), "it requested {more:?}");
    Ok(())
}

async fn browser_log(ctx: &mut TestContext) -> Outcome {
    open_until_cached(ctx).await?;
    ctx.page.visit_every_screen(40).await?;
    let urls = ctx.page.network_log().await?;
    ensure!(urls.len() > 10, "the log has {urls:?}");
    let site_url = ctx.site.url();
    // `blob:` and `data:` URLs cause no network request.
    let foreign: Vec<_> = urls
        .iter()
        .filter(|url| !url.starts_with(&site_url) && !url.starts_with("blob:") && !url.starts_with("data:"))
        .collect();
    ensure!(foreign.is_empty(), "it requested {foreign:?}");
    Ok(())
}

const MARKUP: &str = "<img src=x onerror='window.harmed=1'><b data-harm>";

/// Replaces every string in a value by markup.
fn replace_strings(value: &Value) -> Value {
    match value {
        Value::String(_) => json!(MARKUP),
        Value::Array(all) => all.iter().map(replace_strings).collect(),
        Value::Object(all) => all.iter().map(|(key, value)| (key.clone(), replace_strings(value))).collect(),
        other => other.clone(),
    }
}

async fn markup(ctx: &mut TestContext) -> Outcome {
    let (p, url) = (&ctx.page, ctx.site.url());
    p.open_app(&url).await?;
    p.add_mark(40).await?;
    p.seed_history(3, 1).await?;
    // One string of each session, so that the rest can be read; all strings elsewhere.
    let mut texts = p.local_storage().await?;
    let mut places = 0..;
    for (key, text) in &mut texts {
        let value: Value = serde_json::from_str(text)?;
        let new = match value {
            Value::Object(mut fields) if key.starts_with("eased.s.") => {
                let mut all: Vec<_> = fields.values_mut().filter(|field| field.is_string()).collect();
                let at = places.next().unwrap_or_default() % all.len();
                *all[at] = json!(MARKUP);
                Value::Object(fields)
            }
            other => replace_strings(&other),
        };
        *text = new.to_string();
    }
    p.open_without_app(&url).await?;
    p.set_local_storage(&texts).await?;
    p.open_app(&url).await?;
    for screen in screen_names() {
        p.visit(screen).await?;
        p.js("for (const one of document.querySelectorAll('details')) one.open = true", vec![]).await?;
        p.wait_page_ms(300).await?;
        let injected =
            "return [window.harmed ?? 0, document.querySelectorAll('[data-harm], img, [onerror]').length]";
        let injected = p.js(injected, vec![]).await?;
        ensure!(injected == json!([0, 0]), "on {screen}: {injected}");
    }
    Ok(())
}
