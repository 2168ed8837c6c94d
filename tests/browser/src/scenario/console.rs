//! A session leaves the console empty and speaks to nobody.

use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::Value;

/// Notes everything a console would show, before the app's first line runs.
pub const LISTEN: &str = "window.complaints = [];\n\
    for (const kind of ['error', 'warn', 'assert']) {\n\
        const real = console[kind];\n\
        console[kind] = (...what) => { complaints.push(kind + ': ' + what.join(' ')); real.apply(console, what); };\n\
    }\n\
    addEventListener('error', (e) => complaints.push('error: ' + (e.message || e.target?.src || e.target?.href || e.type)), true);\n\
    addEventListener('unhandledrejection', (e) => complaints.push('rejection: ' + e.reason));\n\
    addEventListener('securitypolicyviolation', (e) => complaints.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI));\n";

/// Everything about what is said behind the screen.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("console: the browser's own stays empty over a session", play!(own))
            .not_in(&[(Engine::WebKit, "its driver shows no console")]),
        Scenario::new("console: no error, rejection or policy violation over a session", play!(listened)),
        Scenario::new(
            "console: only the site's own files are asked for, and all are there",
            play!(own_files),
        ),
    ]
}

async fn tour(s: &Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.offline_ready().await?;
    p.tour(5).await
}

async fn own(s: &mut Stage) -> Outcome {
    tour(s).await?;
    let errors = s.page.console_errors().await?;
    ensure!(errors.is_empty(), "the console says {errors:?}");
    Ok(())
}

/// Fails when the page, which runs [`LISTEN`] first, has complained.
pub async fn is_quiet(s: &Stage) -> Outcome {
    let complaints: Vec<String> = serde_json::from_value(s.page.js("return complaints", vec![]).await?)?;
    ensure!(complaints.is_empty(), "the page says {complaints:?}");
    Ok(())
}

async fn listened(s: &mut Stage) -> Outcome {
    s.use_script(LISTEN)?;
    tour(s).await?;
    is_quiet(s).await
}

async fn own_files(s: &mut Stage) -> Outcome {
    tour(s).await?;
    let asked = s
        .page
        .js("return performance.getEntriesByType('resource').map((entry) => entry.name)", vec![])
        .await?;
    let url = s.site.url();
    let foreign: Vec<_> = asked
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .filter(|name| !name.starts_with(&url))
        .collect();
    ensure!(foreign.is_empty(), "asked for {foreign:?}");
    for request in s.site.requests() {
        // Chromium asks for it by itself where a page names no icon of its own; the site does.
        ensure!(request.status < 400, "{} was answered with {}", request.path, request.status);
        let file = s.settings.dist.join(request.path.trim_start_matches('/'));
        ensure!(file.exists(), "{} is no file of the site", request.path);
    }
    Ok(())
}
