//! Screenshots for visual review at four viewports. Taken only where `EASED_SHOTS` names a folder, for instance
//! `EASED_SHOTS=pictures EASED_ENGINES=chromium EASED_ONLY=visual: make browsers`.

use crate::engine::Engine;
use crate::failure::Outcome;
use crate::page::{ControlKind, Phase};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::json;

/// One engine is enough: the drawing is the same file in all.
const ONLY_CHROMIUM: &[(Engine, &str)] = &[
    (Engine::Firefox, "screenshots are reviewed in one engine"),
    (Engine::WebKit, "screenshots are reviewed in one engine"),
];

const EMPTY: &str = r#"{"v":1,"n":1,"leg":"r","left":[],"right":[]}"#;
const THREE: &str = r#"{"v":1,"n":1,"leg":"r","left":[{"spot":{"x":30,"w":"t","a":4}}],"right":[{"spot":{"x":15,"w":"t","a":6}},{"spot":{"x":48,"w":"t","a":3}},{"spot":{"x":81,"w":"t","a":8}}]}"#;
const EIGHT: &str = r#"{"v":1,"n":1,"leg":"r","left":[],"right":[{"spot":{"x":40,"w":"t","a":1}},{"spot":{"x":42,"w":"t","a":2}},{"spot":{"x":44,"w":"t","a":4}},{"spot":{"x":46,"w":"t","a":5}},{"spot":{"x":48,"w":"t","a":7}},{"spot":{"x":50,"w":"t","a":8}},{"spot":{"x":52,"w":"t","a":9}},{"spot":{"x":54,"w":"t","a":10}}]}"#;
const LEFT: &str = r#"{"v":1,"n":1,"leg":"l","left":[{"spot":{"x":20,"w":"t","a":6}},{"spot":{"x":60,"w":"t","a":3}}],"right":[]}"#;

/// One scenario for each viewport.
pub fn all() -> Vec<Scenario> {
    let at = |name, width, height| {
        Scenario::new(name, scenario_fn!(pictures)).skip_in(ONLY_CHROMIUM).size(width, height)
    };
    vec![
        at("visual: pictures at 390x844", 390, 844),
        at("visual: pictures at 844x390", 844, 390),
        at("visual: pictures at 320x568", 320, 568),
        at("visual: pictures at 1280x800", 1280, 800),
        Scenario::new("visual: pictures in German at 320x568", scenario_fn!(in_german))
            .skip_in(ONLY_CHROMIUM)
            .size(320, 568),
    ]
}

async fn pictures(ctx: &mut TestContext) -> Outcome {
    ctx.page.open_app(&ctx.site.url()).await?;
    leg(ctx, "empty", EMPTY).await?;
    leg(ctx, "three", THREE).await?;
    leg(ctx, "eight crowded", EIGHT).await?;
    leg(ctx, "left", LEFT).await?;
    for (what, feature, value) in
        [("dark", "prefers-color-scheme", "dark"), ("forced colours", "forced-colors", "active")]
    {
        emulate(ctx, json!({ "features": [{ "name": feature, "value": value }] })).await?;
        leg(ctx, what, THREE).await?;
        ctx.page.visit("Learn").await?;
        full_page_screenshot(ctx, &format!("learn {what}")).await?;
        ctx.page.visit("Leg").await?;
    }
    emulate(ctx, json!({ "media": "print", "features": [] })).await?;
    full_page_screenshot(ctx, "leg print").await?;
    emulate(ctx, json!({ "media": "", "features": [] })).await?;
    leg(ctx, "three", THREE).await?;
    // The same button toggles back.
    for button in ["Show anatomy", "Whole leg"] {
        ctx.page.press_button(button).await?;
        ctx.page.js("scrollTo(0, 0)", vec![]).await?;
        viewport_screenshot(ctx, &format!("leg {}", button.to_lowercase())).await?;
        ctx.page.press_button(button).await?;
    }
    ctx.page.visit("Learn").await?;
    full_page_screenshot(ctx, "learn").await?;
    session(ctx).await
}

/// The longest texts on the smallest screen.
async fn in_german(ctx: &mut TestContext) -> Outcome {
    ctx.page.open_app(&ctx.site.url()).await?;
    ctx.page.visit("Settings").await?;
    ctx.page.choose_radio("Deutsch").await?;
    ctx.page.press(ControlKind::Control, "Bein").await?;
    leg(ctx, "german empty", EMPTY).await?;
    leg(ctx, "german three", THREE).await?;
    ctx.page.press_button("Anatomie zeigen").await?;
    ctx.page.js("scrollTo(0, 0)", vec![]).await?;
    full_page_screenshot(ctx, "leg german anatomy").await
}

/// The drawing of the person on the roller in a session.
async fn session(ctx: &TestContext) -> Outcome {
    let p = &ctx.page;
    p.visit("Leg").await?;
    p.start_session().await?;
    viewport_screenshot(ctx, "position").await?;
    if p.phase().await?.as_deref() == Some(Phase::Position.as_str()) {
        p.big_tap(Phase::Position, Phase::Roll).await?;
    }
    p.wait_phase(Phase::Roll).await?;
    p.tap_here().await?;
    p.press_button("Too much?").await?;
    viewport_screenshot(ctx, "too much").await
}

/// The leg screen with this draft.
async fn leg(ctx: &TestContext, what: &str, draft: &str) -> Outcome {
    ctx.page.js("localStorage.setItem('eased.draft', arguments[0])", vec![json!(draft)]).await?;
    ctx.page.reload_app().await?;
    viewport_screenshot(ctx, &format!("leg {what}")).await
}

/// Emulates another medium or other media features.
async fn emulate(ctx: &TestContext, media: serde_json::Value) -> Outcome {
    ctx.page.cdp("Emulation.setEmulatedMedia", media).await?;
    Ok(())
}

/// The viewport.
async fn viewport_screenshot(ctx: &TestContext, what: &str) -> Outcome {
    let (width, height) = ctx.page.viewport().await?;
    ctx.take_screenshot(&format!("{what} {width}x{height}")).await
}

/// The whole page: the viewport is made as tall as the page for a moment.
async fn full_page_screenshot(ctx: &TestContext, what: &str) -> Outcome {
    let (width, height) = ctx.page.viewport().await?;
    let all = ctx.page.js("return document.documentElement.scrollHeight", vec![]).await?.as_u64();
    let all = all.and_then(|all| u32::try_from(all).ok()).unwrap_or(height);
    ctx.page.resize((width, all.max(height))).await?;
    ctx.take_screenshot(&format!("{what} {width}x{height}")).await?;
    ctx.page.resize((width, height)).await
}
