//! No promise but the pictures that the manifest names: `make screenshots` takes them anew.

use crate::engine::Engine;
use crate::failure::{Outcome, fail};
use crate::page::{Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::json;

const ELSEWHERE: &[(Engine, &str)] = &[
    (Engine::Firefox, "pictures for installing are taken in one engine"),
    (Engine::WebKit, "pictures for installing are taken in one engine"),
];

const MARKS: &str = r#"{"v":1,"n":1,"leg":"r","left":[{"spot":{"x":30,"w":"t","a":4}}],"right":[{"spot":{"x":15,"w":"t","a":6}},{"spot":{"x":48,"w":"t","a":3}},{"spot":{"x":81,"w":"t","a":8}}]}"#;

/// One scenario per form.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("screenshots: narrow", play!(narrow)).not_in(ELSEWHERE),
        Scenario::new("screenshots: wide", play!(wide)).not_in(ELSEWHERE).size(1280, 800),
    ]
}

/// Taken at this width, and so many times as fine.
async fn take(s: &Stage, name: &str, (width, height): (u32, u32), scale: u32) -> Outcome {
    let Some(folder) = &s.settings.shots else { fail!("EASED_SHOTS names no folder") };
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": true });
    s.page.cdp("Emulation.setDeviceMetricsOverride", size).await?;
    s.page.js("scrollTo(0, 0)", vec![]).await?;
    s.page.picture(&folder.join(name)).await
}

/// The app after some weeks, with today's spots marked.
async fn used(s: &Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.button("Close").await?;
    p.seed(12, 2).await?;
    p.js("localStorage.setItem('eased.draft', arguments[0])", vec![json!(MARKS)]).await?;
    p.reload_app().await?;
    p.until_true("the lazy part", "return document.documentElement.dataset.part === 'loaded'").await
}

async fn narrow(s: &mut Stage) -> Outcome {
    used(s).await?;
    let size = (390, 844);
    take(s, "narrow-leg.png", size, 2).await?;
    s.page.visit("History").await?;
    s.page.wait_for(Kind::Button, "Export backup").await?;
    take(s, "narrow-history.png", size, 2).await?;
    s.page.visit("Leg").await?;
    s.page.begin().await?;
    s.page.big_tap(Phase::Position, Phase::Roll).await?;
    s.page.here().await?;
    s.page.wait_seconds(12).await?;
    take(s, "narrow-session.png", size, 2).await
}

async fn wide(s: &mut Stage) -> Outcome {
    used(s).await?;
    take(s, "wide-leg.png", (1280, 800), 1).await
}
