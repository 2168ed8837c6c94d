//! Nothing leaves the device, and nothing gets in: what is asked for, and what stored text may become.

use crate::browser::until;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::{Value, json};

/// Everything about what goes out and what comes in.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("leaves: once stored, a whole session asks the server for nothing", play!(nothing)),
        Scenario::new("leaves: the browser's own log of the network holds nothing but our files", play!(log))
            .network_log()
            .not_in(&[
                (Engine::Firefox, "its driver shows no log of the network"),
                (Engine::WebKit, "its driver shows no log of the network"),
            ]),
        Scenario::new("leaves: markup in stored text stays text", play!(markup)),
    ]
}

/// Opened often enough for everything to be stored, what only some people need as well.
async fn stored(s: &Stage) -> Outcome {
    for _ in 0..2 {
        s.page.open_app(&s.site.url()).await?;
        s.page.offline_ready().await?;
    }
    until("the worker to fetch the extras", async || {
        let asked = s.site.requests();
        let has = |part: &str| asked.iter().any(|request| request.path.contains(part));
        Ok(["/pose.svg", "/words-en-"].into_iter().all(has).then_some(()))
    })
    .await
}

async fn nothing(s: &mut Stage) -> Outcome {
    stored(s).await?;
    s.page.open_app(&s.site.url()).await?;
    s.page.offline_ready().await?;
    let before = s.site.requests().len();
    s.page.tour(40).await?;
    // The worker's own file is looked at when the page opens, and when it is seen again.
    let more = s.site.requests().split_off(before);
    let more: Vec<_> = more.iter().filter(|asked| asked.path != "/sw.js").collect();
    ensure!(more.is_empty(), "it asked for {more:?}");
    Ok(())
}

async fn log(s: &mut Stage) -> Outcome {
    stored(s).await?;
    s.page.tour(40).await?;
    let urls = s.page.network_log().await?;
    ensure!(urls.len() > 10, "the log holds {urls:?}");
    let url = s.site.url();
    // What is handed over as a file, or is a picture of the browser's own fields, never leaves it.
    let foreign: Vec<_> = urls
        .iter()
        .filter(|asked| {
            !asked.starts_with(&url) && !asked.starts_with("blob:") && !asked.starts_with("data:")
        })
        .collect();
    ensure!(foreign.is_empty(), "it asked for {foreign:?}");
    Ok(())
}

const MARKUP: &str = "<img src=x onerror='window.harmed=1'><b data-harm>";

/// Every text in a value.
fn spoilt(value: &Value) -> Value {
    match value {
        Value::String(_) => json!(MARKUP),
        Value::Array(all) => all.iter().map(spoilt).collect(),
        Value::Object(all) => all.iter().map(|(key, value)| (key.clone(), spoilt(value))).collect(),
        other => other.clone(),
    }
}

async fn markup(s: &mut Stage) -> Outcome {
    let (p, url) = (&s.page, s.site.url());
    p.open_app(&url).await?;
    p.mark(40).await?;
    p.seed(3, 1).await?;
    // One text at a time in the list of a session, so that all else can be read; all of them elsewhere.
    let mut texts = p.local().await?;
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
            other => spoilt(&other),
        };
        *text = new.to_string();
    }
    p.open_bare(&url).await?;
    p.spoil_local(&texts).await?;
    p.open_app(&url).await?;
    for screen in ["History", "Settings", "Learn", "Leg"] {
        p.visit(screen).await?;
        p.js("for (const one of document.querySelectorAll('details')) one.open = true", vec![]).await?;
        p.page_time(300).await?;
        let harm =
            "return [window.harmed ?? 0, document.querySelectorAll('[data-harm], img, [onerror]').length]";
        let harm = p.js(harm, vec![]).await?;
        ensure!(harm == json!([0, 0]), "on {screen}: {harm}");
    }
    Ok(())
}
