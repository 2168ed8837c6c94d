//! Measures the latency from a tap to the next paint with the Event Timing API, compared with a page in plain
//! JavaScript that adds a mark.

use super::chromium::{SLOWDOWN, launch_phone};
use super::measurement::{Measurement, quantile};
use crate::browser::{Browser, wait_until};
use crate::failure::{Outcome, fail};
use crate::page::Phase;
use crate::pointer::Point;
use crate::settings::Settings;
use serde_json::{Value, json};

/// The number of taps on the leg.
const TAP_COUNT: usize = 200;
/// The number of holds in a session; each takes a few seconds.
const HOLD_COUNT: usize = 20;

/// The latency of a tap without an entry: Event Timing lists durations from 16 ms on, rounded to 8 ms.
const UNLISTED_MS: f64 = 8.0;

/// Records the longest event duration of every interaction, by its id.
const WATCH: &str = "window.taps = new Map();\
    new PerformanceObserver((list) => {\
        for (const e of list.getEntries()) if (e.interactionId)\
            taps.set(e.interactionId, Math.max(e.duration, taps.get(e.interactionId) ?? 0));\
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });\
    addEventListener('pointerup', () => { window.ups = (window.ups ?? 0) + 1; }, true);";

/// Measures adding a mark, Here and Eased; `baseline` is the URL of the page in plain JavaScript.
pub async fn measure(settings: &Settings, baseline: &str) -> Outcome<Vec<Measurement>> {
    let app_page = launch_phone(settings, WATCH).await?;
    app_page.page.open_app(&app_page.site.url()).await?;
    app_page.page.wait_offline_ready().await?;
    let marks = marks(&app_page.page, Some("Undo")).await?;
    let baseline_page = launch_phone(settings, WATCH).await?;
    baseline_page.page.open(baseline).await?;
    let vanilla = self::marks(&baseline_page.page, None).await?;
    let [here, eased] = session(&app_page.page).await?;
    let measurement = |name, app: &[f64], baseline: &[f64], share: f64, target| Measurement {
        name,
        app: vec![quantile(app, share)],
        baseline: if baseline.is_empty() { vec![] } else { vec![quantile(baseline, share)] },
        target,
    };
    Ok(vec![
        measurement("a mark, tap to paint at 4x, p50, ms", &marks, &vanilla, 0.5, "1"),
        measurement("a mark, tap to paint at 4x, p98, ms", &marks, &vanilla, 0.98, "1.2"),
        measurement("Here, tap to paint at 4x, p50, ms", &here, &vanilla, 0.5, "1"),
        measurement("Here, tap to paint at 4x, the longest, ms", &here, &vanilla, 1.0, ""),
        measurement("Eased, tap to paint at 4x, p50, ms", &eased, &vanilla, 0.5, "1"),
        measurement("Eased, tap to paint at 4x, the longest, ms", &eased, &vanilla, 1.0, ""),
    ])
}

/// Taps all over the zone. `undo` names a button that removes the mark again, because a leg has a limited number of
/// marks; its taps are not measured.
async fn marks(p: &Browser, undo: Option<&str>) -> Outcome<Vec<f64>> {
    let zone = p
        .js(
            "const b = (document.querySelector('[data-zone]') ?? document.querySelector('svg')).getBoundingClientRect();\
                return [b.left + b.width / 2, b.top, b.height]",
            vec![],
        )
        .await?;
    let zone_number = |i: usize| zone[i].as_f64().unwrap_or_default();
    p.slow_down(SLOWDOWN).await?;
    let mut latencies = Vec::new();
    for n in 0..TAP_COUNT {
        // Spread over the zone without repetition, clear of both ends.
        let share = 0.03 + f64::from(u32::try_from(n * 37 % 95).unwrap_or_default()) / 100.0;
        latencies.push(timed_tap(p, point(zone_number(0), zone_number(1) + zone_number(2) * share)).await?);
        if let Some(undo) = undo {
            p.press_button(undo).await?;
        }
    }
    p.slow_down(1).await?;
    Ok(latencies)
}

/// Taps Here and Eased alternately, on one leg after the other.
async fn session(p: &Browser) -> Outcome<[Vec<f64>; 2]> {
    let [mut here, mut eased] = [Vec::new(), Vec::new()];
    p.visit("Leg").await?;
    p.start_session().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.slow_down(SLOWDOWN).await?;
    while eased.len() < HOLD_COUNT {
        for (next, latencies) in [(Phase::Hold, &mut here), (Phase::Roll, &mut eased)] {
            p.wait_input_delay().await?;
            if next == Phase::Roll {
                // The app ignores an earlier tap as accidental.
                p.wait_timer(3).await?;
            }
            let Some(digits) = p.big_tap_points().await?.first().copied() else {
                fail!("no point is the big tap");
            };
            latencies.push(timed_tap(p, digits).await?);
            p.wait_phase(next).await?;
        }
    }
    p.slow_down(1).await?;
    Ok([here, eased])
}

/// The latency of one tap, ms. The wait for an idle callback is limited to 500 ms, because Chromium may never report
/// an idle period while nothing on the page changes.
async fn timed_tap(p: &Browser, tap_point: Point) -> Outcome<f64> {
    let ups = p.js("window.ups ??= 0; taps.clear(); return ups", vec![]).await?;
    p.tap(tap_point).await?;
    wait_until("the tap to be handled and painted", async || {
        let is_handled = p
            .js_async(
                "const done = arguments[1], was = arguments[0];\
                    requestAnimationFrame(() => setTimeout(() =>\
                        requestIdleCallback(() => done(ups > was), { timeout: 500 })));",
                vec![ups.clone()],
            )
            .await?;
        Ok((is_handled == Value::Bool(true)).then_some(()))
    })
    .await?;
    let latency_ms = p.js("return Math.max(0, ...taps.values())", vec![json!(null)]).await?.as_f64();
    Ok(latency_ms.filter(|ms| *ms > 0.0).unwrap_or(UNLISTED_MS))
}

#[expect(clippy::cast_possible_truncation, reason = "a point on a screen")]
fn point(x: f64, y: f64) -> Point {
    Point { x: x.round() as i64, y: y.round() as i64 }
}
