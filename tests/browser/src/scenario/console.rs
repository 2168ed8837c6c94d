//! A session logs no errors and requests only the site's own files.

use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::Value;

/// Records console messages, errors, unhandled rejections and policy violations from before the app's first script.
pub const RECORD_ERRORS: &str = "window.complaints = [];\n\
    for (const kind of ['error', 'warn', 'assert']) {\n\
        const real = console[kind];\n\
        console[kind] = (...what) => { complaints.push(kind + ': ' + what.join(' ')); real.apply(console, what); };\n\
    }\n\
    addEventListener('error', (e) => complaints.push('error: ' + (e.message || e.target?.src || e.target?.href || e.type)), true);\n\
    addEventListener('unhandledrejection', (e) => complaints.push('rejection: ' + e.reason));\n\
    addEventListener('securitypolicyviolation', (e) => complaints.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI));\n";

/// The scenarios of the console.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "console: the browser's console has no errors after a session",
            scenario_fn!(browser_console),
        )
        .skip_in(&[(Engine::WebKit, "its driver shows no console")]),
        Scenario::new(
            "console: no error, rejection or policy violation during a session",
            scenario_fn!(no_errors),
        ),
        Scenario::new(
            "console: the app requests only files of its own site, and all exist",
            scenario_fn!(own_files),
        ),
    ]
}

async fn open_and_visit(ctx: &TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.wait_offline_ready().await?;
    p.visit_every_screen(5).await
}

async fn browser_console(ctx: &mut TestContext) -> Outcome {
    open_and_visit(ctx).await?;
    let errors = ctx.page.console_errors().await?;
    ensure!(errors.is_empty(), "the console says {errors:?}");
    Ok(())
}

/// Fails when [`RECORD_ERRORS`], which the page runs first, has recorded anything.
pub async fn expect_no_errors(ctx: &TestContext) -> Outcome {
    let complaints: Vec<String> = serde_json::from_value(ctx.page.js("return complaints", vec![]).await?)?;
    ensure!(complaints.is_empty(), "the page says {complaints:?}");
    Ok(())
}

async fn no_errors(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(RECORD_ERRORS)?;
    open_and_visit(ctx).await?;
    expect_no_errors(ctx).await
}

async fn own_files(ctx: &mut TestContext) -> Outcome {
    open_and_visit(ctx).await?;
    let requested = ctx
        .page
        .js("return performance.getEntriesByType('resource').map((entry) => entry.name)", vec![])
        .await?;
    let url = ctx.site.url();
    let foreign: Vec<_> = requested
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .filter(|name| !name.starts_with(&url))
        .collect();
    ensure!(foreign.is_empty(), "requested {foreign:?}");
    for request in ctx.site.requests() {
        // Chromium would request /favicon.ico if the page named no icon; it names one.
        ensure!(request.status < 400, "{} was answered with {}", request.path, request.status);
        let file = ctx.settings.dist.join(request.path.trim_start_matches('/'));
        ensure!(file.exists(), "{} is not a file of the site", request.path);
    }
    Ok(())
}
