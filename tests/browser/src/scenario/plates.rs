//! No promise but pictures: everything that is judged by eye, at the four sizes. Taken only where `EASED_SHOTS` names a
//! folder, for instance `EASED_SHOTS=pictures EASED_ENGINES=chromium EASED_ONLY=plates make test`.

use crate::engine::Engine;
use crate::failure::Outcome;
use crate::page::{Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::json;

/// One engine will do: the drawing is the same file everywhere.
const ELSEWHERE: &[(Engine, &str)] = &[
    (Engine::Firefox, "pictures are judged in one engine"),
    (Engine::WebKit, "pictures are judged in one engine"),
];

const EMPTY: &str = r#"{"v":1,"n":1,"leg":"r","left":[],"right":[]}"#;
const THREE: &str = r#"{"v":1,"n":1,"leg":"r","left":[{"spot":{"x":30,"w":"t","a":4}}],"right":[{"spot":{"x":15,"w":"t","a":6}},{"spot":{"x":48,"w":"t","a":3}},{"spot":{"x":81,"w":"t","a":8}}]}"#;
const EIGHT: &str = r#"{"v":1,"n":1,"leg":"r","left":[],"right":[{"spot":{"x":40,"w":"t","a":1}},{"spot":{"x":42,"w":"t","a":2}},{"spot":{"x":44,"w":"t","a":4}},{"spot":{"x":46,"w":"t","a":5}},{"spot":{"x":48,"w":"t","a":7}},{"spot":{"x":50,"w":"t","a":8}},{"spot":{"x":52,"w":"t","a":9}},{"spot":{"x":54,"w":"t","a":10}}]}"#;
const LEFT: &str = r#"{"v":1,"n":1,"leg":"l","left":[{"spot":{"x":20,"w":"t","a":6}},{"spot":{"x":60,"w":"t","a":3}}],"right":[]}"#;

/// Every size that the issue of the drawing names.
pub fn all() -> Vec<Scenario> {
    let at = |name, width, height| Scenario::new(name, play!(pictures)).not_in(ELSEWHERE).size(width, height);
    vec![
        at("plates: pictures at 390x844", 390, 844),
        at("plates: pictures at 844x390", 844, 390),
        at("plates: pictures at 320x568", 320, 568),
        at("plates: pictures at 1280x800", 1280, 800),
        Scenario::new("plates: German at 320x568", play!(in_german)).not_in(ELSEWHERE).size(320, 568),
    ]
}

async fn pictures(s: &mut Stage) -> Outcome {
    s.page.open_app(&s.site.url()).await?;
    leg(s, "empty", EMPTY).await?;
    leg(s, "three", THREE).await?;
    leg(s, "eight crowded", EIGHT).await?;
    leg(s, "left", LEFT).await?;
    for (what, feature, value) in
        [("dark", "prefers-color-scheme", "dark"), ("forced colours", "forced-colors", "active")]
    {
        looks(s, json!({ "features": [{ "name": feature, "value": value }] })).await?;
        leg(s, what, THREE).await?;
        s.page.visit("Learn").await?;
        tall(s, &format!("learn {what}")).await?;
        s.page.visit("Leg").await?;
    }
    looks(s, json!({ "media": "print", "features": [] })).await?;
    tall(s, "leg print").await?;
    looks(s, json!({ "media": "", "features": [] })).await?;
    leg(s, "three", THREE).await?;
    // The same button leads back.
    for way in ["Show anatomy", "Whole leg"] {
        s.page.button(way).await?;
        s.page.js("scrollTo(0, 0)", vec![]).await?;
        sized(s, &format!("leg {}", way.to_lowercase())).await?;
        s.page.button(way).await?;
    }
    s.page.visit("Learn").await?;
    tall(s, "learn").await?;
    session(s).await
}

/// The longest words on the smallest screen.
async fn in_german(s: &mut Stage) -> Outcome {
    s.page.open_app(&s.site.url()).await?;
    s.page.visit("Settings").await?;
    s.page.radio("Deutsch").await?;
    s.page.press(Kind::Control, "Bein").await?;
    leg(s, "german empty", EMPTY).await?;
    leg(s, "german three", THREE).await?;
    s.page.button("Anatomie zeigen").await?;
    s.page.js("scrollTo(0, 0)", vec![]).await?;
    tall(s, "leg german anatomy").await
}

/// The person on the roller where the session shows it.
async fn session(s: &Stage) -> Outcome {
    let p = &s.page;
    p.visit("Leg").await?;
    p.begin().await?;
    sized(s, "position").await?;
    if p.phase().await?.as_deref() == Some(Phase::Position.word()) {
        p.big_tap(Phase::Position, Phase::Roll).await?;
    }
    p.wait_phase(Phase::Roll).await?;
    p.here().await?;
    p.button("Too much?").await?;
    sized(s, "too much").await
}

/// The leg screen with these marks.
async fn leg(s: &Stage, what: &str, draft: &str) -> Outcome {
    s.page.js("localStorage.setItem('eased.draft', arguments[0])", vec![json!(draft)]).await?;
    s.page.reload_app().await?;
    sized(s, &format!("leg {what}")).await
}

/// Another medium, or other wishes of the person.
async fn looks(s: &Stage, media: serde_json::Value) -> Outcome {
    s.page.cdp("Emulation.setEmulatedMedia", media).await?;
    Ok(())
}

/// What is seen without scrolling.
async fn sized(s: &Stage, what: &str) -> Outcome {
    let (width, height) = s.page.viewport().await?;
    s.shot(&format!("{what} {width}x{height}")).await
}

/// The whole page: the screen is made as tall as the page for a moment.
async fn tall(s: &Stage, what: &str) -> Outcome {
    let (width, height) = s.page.viewport().await?;
    let all = s.page.js("return document.documentElement.scrollHeight", vec![]).await?.as_u64();
    let all = all.and_then(|all| u32::try_from(all).ok()).unwrap_or(height);
    s.page.resize((width, all.max(height))).await?;
    s.shot(&format!("{what} {width}x{height}")).await?;
    s.page.resize((width, height)).await
}
