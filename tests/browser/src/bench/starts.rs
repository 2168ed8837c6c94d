//! How long it takes until a tap is handled: the very first visit on a slow network, and every later one without any.

use super::chromium::{SLOWDOWN, phone};
use super::figure::Figure;
use crate::failure::Outcome;
use crate::settings::Settings;
use crate::site::Site;

/// Notes the moment at which the page says that taps are handled.
const WATCH: &str = "window.noted = {};\
    new MutationObserver(() => {\
        if ('ready' in document.documentElement.dataset) noted.ready ??= performance.now();\
    }).observe(document, { subtree: true, attributes: true });";

/// The floor of a start without a network: the same page from the same worker, which does nothing but be painted.
const PAINTED: &str = "navigator.serviceWorker.register('./sw.js');\
    requestAnimationFrame(() => setTimeout(() => { document.documentElement.dataset.ready = ''; }));";

/// Measures both.
pub async fn measure(settings: &Settings) -> Outcome<Vec<Figure>> {
    let mut cold = Vec::new();
    for _ in 0..settings.turns {
        let stage = phone(settings, WATCH).await?;
        stage.page.slow_network().await?;
        stage.page.slow_down(SLOWDOWN).await?;
        stage.page.open(&stage.site.url()).await?;
        cold.push(stage.page.noted("ready").await?);
    }

    let mut ours = phone(settings, WATCH).await?;
    ours.page.open_app(&ours.site.url()).await?;
    ours.page.offline_ready().await?;
    let mut least = phone(settings, WATCH).await?;
    least.site = Site::with_boot(&settings.dist, &least.folder("painted"), PAINTED)?;
    least.page.open(&least.site.url()).await?;
    let active = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true))";
    least.page.js_async(active, vec![]).await?;
    let mut warm = [Vec::new(), Vec::new()];
    for (stage, warm) in [&mut ours, &mut least].into_iter().zip(&mut warm) {
        stage.site.stop();
        stage.page.slow_down(SLOWDOWN).await?;
        // The first one without a network is not like the others: the worker starts.
        stage.page.reload().await?;
        stage.page.noted("ready").await?;
        for _ in 0..settings.turns {
            stage.page.reload().await?;
            warm.push(stage.page.noted("ready").await?);
        }
    }
    let [ours, floor] = warm;
    Ok(vec![
        Figure {
            name: "taps handled, first visit, slow 4G at 4x, ms",
            ours: cold,
            floor: vec![],
            aim: "1600 ms",
        },
        Figure { name: "taps handled, no network, at 4x, ms (floor: painted)", ours, floor, aim: "1.3" },
    ])
}
