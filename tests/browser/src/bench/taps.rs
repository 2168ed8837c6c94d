//! How long a tap takes to be seen: Event Timing's own figure, from the finger to the next paint, beside a vanilla page
//! that adds a mark.

use super::chromium::{SLOWDOWN, phone};
use super::figure::{Figure, quantile};
use crate::browser::{Browser, until};
use crate::failure::{Outcome, fail};
use crate::page::Phase;
use crate::pointer::Place;
use crate::settings::Settings;
use serde_json::{Value, json};

/// Taps on the leg.
const TAPS: usize = 200;
/// Taps on the mat: each needs a hold of a few seconds.
const HOLDS: usize = 20;

/// Event Timing sees nothing under 16 ms and rounds to 8: a tap that it does not list took less.
const UNSEEN: f64 = 8.0;

/// Every interaction with its longest event, by where it was.
const WATCH: &str = "window.taps = new Map();\
    new PerformanceObserver((list) => {\
        for (const e of list.getEntries()) if (e.interactionId)\
            taps.set(e.interactionId, Math.max(e.duration, taps.get(e.interactionId) ?? 0));\
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });\
    addEventListener('pointerup', () => { window.ups = (window.ups ?? 0) + 1; }, true);";

/// Measures a mark, Here and Eased; `floor` is the address of the vanilla page.
pub async fn measure(settings: &Settings, floor: &str) -> Outcome<Vec<Figure>> {
    let ours = phone(settings, WATCH).await?;
    ours.page.open_app(&ours.site.url()).await?;
    ours.page.offline_ready().await?;
    let marks = marks(&ours.page, Some("Undo")).await?;
    let least = phone(settings, WATCH).await?;
    least.page.open(floor).await?;
    let vanilla = self::marks(&least.page, None).await?;
    let [here, eased] = session(&ours.page).await?;
    let of = |name, ours: &[f64], floor: &[f64], share: f64, aim| Figure {
        name,
        ours: vec![quantile(ours, share)],
        floor: if floor.is_empty() { vec![] } else { vec![quantile(floor, share)] },
        aim,
    };
    Ok(vec![
        of("a mark, tap to paint at 4x, p50, ms", &marks, &vanilla, 0.5, "1"),
        of("a mark, tap to paint at 4x, p98, ms", &marks, &vanilla, 0.98, "1.2"),
        of("Here, tap to paint at 4x, p50, ms", &here, &vanilla, 0.5, "1"),
        of("Here, tap to paint at 4x, the longest, ms", &here, &vanilla, 1.0, ""),
        of("Eased, tap to paint at 4x, p50, ms", &eased, &vanilla, 0.5, "1"),
        of("Eased, tap to paint at 4x, the longest, ms", &eased, &vanilla, 1.0, ""),
    ])
}

/// Taps all over the zone. Where a leg has no more room, `undo` makes some, and is not counted.
async fn marks(p: &Browser, undo: Option<&str>) -> Outcome<Vec<f64>> {
    let zone = p
        .js(
            "const b = (document.querySelector('[data-zone]') ?? document.querySelector('svg')).getBoundingClientRect();\
                return [b.left + b.width / 2, b.top, b.height]",
            vec![],
        )
        .await?;
    let at = |i: usize| zone[i].as_f64().unwrap_or_default();
    p.slow_down(SLOWDOWN).await?;
    let mut all = Vec::new();
    for n in 0..TAPS {
        // Spread by a step that has no factor in common with 100, clear of the ends.
        let share = 0.03 + f64::from(u32::try_from(n * 37 % 95).unwrap_or_default()) / 100.0;
        all.push(timed(p, place(at(0), at(1) + at(2) * share)).await?);
        if let Some(undo) = undo {
            p.button(undo).await?;
        }
    }
    p.slow_down(1).await?;
    Ok(all)
}

/// Here and Eased, alternately, down one leg after the other.
async fn session(p: &Browser) -> Outcome<[Vec<f64>; 2]> {
    let [mut here, mut eased] = [Vec::new(), Vec::new()];
    p.visit("Leg").await?;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.slow_down(SLOWDOWN).await?;
    while eased.len() < HOLDS {
        for (next, into) in [(Phase::Hold, &mut here), (Phase::Roll, &mut eased)] {
            p.settle().await?;
            if next == Phase::Roll {
                // An earlier one is a slip.
                p.wait_seconds(3).await?;
            }
            let Some(digits) = p.big_tap_places().await?.first().copied() else {
                fail!("nothing takes the big tap");
            };
            into.push(timed(p, digits).await?);
            p.wait_phase(next).await?;
        }
    }
    p.slow_down(1).await?;
    Ok([here, eased])
}

/// One tap, and how long it took until it was painted, ms. Where nothing moves Chromium may never call an idle moment, so
/// that is not waited for longer than half a second.
async fn timed(p: &Browser, at: Place) -> Outcome<f64> {
    let ups = p.js("window.ups ??= 0; taps.clear(); return ups", vec![]).await?;
    p.tap(at).await?;
    until("the tap to be heard and painted", async || {
        let heard = p
            .js_async(
                "const done = arguments[1], was = arguments[0];\
                    requestAnimationFrame(() => setTimeout(() =>\
                        requestIdleCallback(() => done(ups > was), { timeout: 500 })));",
                vec![ups.clone()],
            )
            .await?;
        Ok((heard == Value::Bool(true)).then_some(()))
    })
    .await?;
    let took = p.js("return Math.max(0, ...taps.values())", vec![json!(null)]).await?.as_f64();
    Ok(took.filter(|ms| *ms > 0.0).unwrap_or(UNSEEN))
}

#[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
fn place(x: f64, y: f64) -> Place {
    Place { x: x.round() as i64, y: y.round() as i64 }
}
