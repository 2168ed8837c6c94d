//! Takes the screenshots of the web app manifest: `make screenshots`.

use crate::engine::Engine;
use crate::failure::{Outcome, fail};
use crate::page::{ControlKind, Phase};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::json;

const ONLY_CHROMIUM: &[(Engine, &str)] = &[
    (Engine::Firefox, "screenshots for the manifest are taken in one engine"),
    (Engine::WebKit, "screenshots for the manifest are taken in one engine"),
];

const MARKS: &str = r#"{"v":1,"n":1,"leg":"r","left":[{"spot":{"x":30,"w":"t","a":4}}],"right":[{"spot":{"x":15,"w":"t","a":6}},{"spot":{"x":48,"w":"t","a":3}},{"spot":{"x":81,"w":"t","a":8}}]}"#;

/// One scenario for each form factor of the manifest.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("screenshots: narrow", scenario_fn!(narrow)).skip_in(ONLY_CHROMIUM),
        Scenario::new("screenshots: wide", scenario_fn!(wide)).skip_in(ONLY_CHROMIUM).size(1280, 800),
    ]
}

/// Takes a screenshot at this viewport and device scale factor.
async fn take(ctx: &TestContext, name: &str, (width, height): (u32, u32), scale: u32) -> Outcome {
    let Some(folder) = &ctx.settings.screenshots else { fail!("EASED_SHOTS names no folder") };
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": true });
    ctx.page.cdp("Emulation.setDeviceMetricsOverride", size).await?;
    ctx.page.js("scrollTo(0, 0)", vec![]).await?;
    ctx.page.screenshot(&folder.join(name)).await
}

/// The app with some weeks of history and marks for today.
async fn open_with_history(ctx: &TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.press_button("Close").await?;
    p.seed_history(12, 2).await?;
    p.js("localStorage.setItem('eased.draft', arguments[0])", vec![json!(MARKS)]).await?;
    p.reload_app().await?;
    p.wait_until_true("the lazy part", "return document.documentElement.dataset.part === 'loaded'").await
}

async fn narrow(ctx: &mut TestContext) -> Outcome {
    open_with_history(ctx).await?;
    let size = (390, 844);
    take(ctx, "narrow-leg.png", size, 2).await?;
    ctx.page.visit("History").await?;
    ctx.page.wait_for(ControlKind::Button, "Export backup").await?;
    take(ctx, "narrow-history.png", size, 2).await?;
    ctx.page.visit("Leg").await?;
    ctx.page.start_session().await?;
    ctx.page.big_tap(Phase::Position, Phase::Roll).await?;
    ctx.page.tap_here().await?;
    ctx.page.wait_timer(12).await?;
    take(ctx, "narrow-session.png", size, 2).await
}

async fn wide(ctx: &mut TestContext) -> Outcome {
    open_with_history(ctx).await?;
    take(ctx, "wide-leg.png", (1280, 800), 1).await
}
