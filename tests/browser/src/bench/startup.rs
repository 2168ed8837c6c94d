//! Measures the time until taps are handled: on a first visit with a slow network, and on later visits without a
//! network.

use super::chromium::{SLOWDOWN, launch_phone};
use super::measurement::Measurement;
use crate::failure::Outcome;
use crate::settings::Settings;
use crate::site::Site;

/// Records when the page reports that taps are handled.
const WATCH: &str = "window.timestamps = {};\
    new MutationObserver(() => {\
        if ('ready' in document.documentElement.dataset) timestamps.ready ??= performance.now();\
    }).observe(document, { subtree: true, attributes: true });";

/// The baseline of a start without a network: the same page and service worker, with a script that only waits for a
/// paint.
const PAINT_ONLY: &str = "navigator.serviceWorker.register('./sw.js');\
    requestAnimationFrame(() => setTimeout(() => { document.documentElement.dataset.ready = ''; }));";

/// Measures first visits and later visits.
pub async fn measure(settings: &Settings) -> Outcome<Vec<Measurement>> {
    let mut cold = Vec::new();
    for _ in 0..settings.bench_turns {
        let stage = launch_phone(settings, WATCH).await?;
        stage.page.slow_network().await?;
        stage.page.slow_down(SLOWDOWN).await?;
        stage.page.open(&stage.site.url()).await?;
        cold.push(stage.page.wait_for_timestamp("ready").await?);
    }

    let mut app_page = launch_phone(settings, WATCH).await?;
    app_page.page.open_app(&app_page.site.url()).await?;
    app_page.page.wait_offline_ready().await?;
    let mut baseline_page = launch_phone(settings, WATCH).await?;
    baseline_page.site = Site::with_boot(&settings.dist, &baseline_page.folder("painted"), PAINT_ONLY)?;
    baseline_page.page.open(&baseline_page.site.url()).await?;
    let active = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true))";
    baseline_page.page.js_async(active, vec![]).await?;
    let mut warm = [Vec::new(), Vec::new()];
    for (stage, warm) in [&mut app_page, &mut baseline_page].into_iter().zip(&mut warm) {
        stage.site.stop();
        stage.page.slow_down(SLOWDOWN).await?;
        // Not measured: the first reload also starts the service worker.
        stage.page.reload().await?;
        stage.page.wait_for_timestamp("ready").await?;
        for _ in 0..settings.bench_turns {
            stage.page.reload().await?;
            warm.push(stage.page.wait_for_timestamp("ready").await?);
        }
    }
    let [app, baseline] = warm;
    Ok(vec![
        Measurement {
            name: "taps handled, first visit, slow 4G at 4x, ms",
            app: cold,
            baseline: vec![],
            target: "1600 ms",
        },
        Measurement {
            name: "taps handled, no network, at 4x, ms (baseline: painted)",
            app,
            baseline,
            target: "1.3",
        },
    ])
}
