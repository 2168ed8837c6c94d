//! Elbows, slips and hasty taps.

use crate::failure::{Outcome, ensure, fail};
use crate::page::Phase;
use crate::pointer::Place;
use crate::runner::{Scenario, play};
use crate::site::Site;
use crate::stage::Stage;
use serde_json::Value;

/// Writes down when the phase changed and when a finger came down and went up, in the page's own milliseconds.
const WATCH: &str = "window.phases = []; window.downs = []; window.ups = []; let last = null;\
    new MutationObserver(() => { const now = document.querySelector('[data-phase]')?.dataset.phase;\
        if (now !== last) { last = now; phases.push(performance.now()); } })\
        .observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-phase'] });\
    addEventListener('pointerdown', (e) => downs.push(e.timeStamp), true);\
    addEventListener('pointerup', (e) => ups.push(e.timeStamp), true);";

/// Everything about touches that are not meant.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("touch: a second finger during a hold changes nothing", play!(second_finger)),
        Scenario::new("touch: a tap in the first 400 ms of a phase is ignored", play!(hasty)),
        Scenario::new("touch: a tap before 3 s is a slip and the hold is dropped", play!(slip)),
        Scenario::new("touch: a press longer than 1.5 s is ignored", play!(leaning)),
        Scenario::new(
            "touch: a press is timed by the app's clock, whatever events say of theirs",
            play!(stamps),
        ),
    ]
}

async fn rolling(s: &Stage) -> Outcome<Place> {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.settle().await?;
    match p.big_tap_places().await?.first() {
        Some(&place) => Ok(place),
        None => fail!("nothing takes the big tap"),
    }
}

async fn second_finger(s: &mut Stage) -> Outcome {
    let digits = rolling(s).await?;
    let p = &s.page;
    p.here().await?;
    p.wait_seconds(4).await?;
    let watched = "window.downs = []; addEventListener('pointerdown', (e) => downs.push(e.isPrimary), true);";
    p.js(watched, vec![]).await?;
    let elsewhere = p.big_tap_places().await?.last().copied().unwrap_or(digits);
    p.two_fingers(digits, elsewhere).await?;
    p.two_fingers(elsewhere, digits).await?;
    let downs = p.js("return downs.length", vec![]).await?;
    ensure!(downs == 4, "the page felt {downs} fingers instead of two times two");
    let then = p.seconds().await?;
    p.wait_seconds(then + 2).await?;
    p.is_in(Phase::Hold).await?;
    // One finger still counts.
    p.big_tap(Phase::Hold, Phase::Roll).await
}

async fn hasty(s: &mut Stage) -> Outcome {
    let digits = rolling(s).await?;
    let p = &s.page;
    p.js(WATCH, vec![]).await?;
    // The phase cannot have begun before the first tap ended, so 400 ms from there are surely dead.
    // A busy machine can spread the two taps over more than 400 ms; that says nothing and is tried again.
    for _ in 0..10 {
        p.wait_phase(Phase::Roll).await?;
        p.settle().await?;
        p.js("phases.length = downs.length = ups.length = 0; return null", vec![]).await?;
        p.tap_twice(digits, 120).await?;
        let times: Value = p.js("return [phases[0] && ups[0], downs[1]]", vec![]).await?;
        let (Some(up), Some(down)) = (times[0].as_f64(), times[1].as_f64()) else { continue };
        if !(0.0..380.0).contains(&(down - up)) {
            if p.phase().await?.as_deref() == Some("hold") {
                p.button_to("Undo", Phase::Roll).await?;
            }
            continue;
        }
        // The first tap began a hold. The second, had it counted, would have dropped it as a slip.
        p.wait_seconds(1).await?;
        return p.is_in(Phase::Hold).await;
    }
    fail!("no two taps came within 400 ms of each other")
}

async fn slip(s: &mut Stage) -> Outcome {
    let digits = rolling(s).await?;
    let p = &s.page;
    p.js(WATCH, vec![]).await?;
    // A busy machine can spread the two taps over more than 3 s: then the hold counts, and the next one is tried.
    let mut counted = 0;
    loop {
        p.wait_phase(Phase::Roll).await?;
        p.settle().await?;
        p.js("phases.length = downs.length = ups.length = 0; return null", vec![]).await?;
        p.tap_twice(digits, 700).await?;
        p.until_true("a hold that came and went", "return phases.length >= 2").await?;
        let apart = p.js("return ups[1] - ups[0]", vec![]).await?.as_f64().unwrap_or_default();
        if apart < 2_900.0 {
            break;
        }
        counted += 1;
        ensure!(counted < 8, "no two taps came within 3 s of each other");
    }
    p.settle_step().await?;
    p.finish().await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    let sessions = p.sessions().await?;
    ensure!(sessions[0].holds.len() == counted, "a slip was stored: {:?}", sessions[0].holds);
    Ok(())
}

async fn leaning(s: &mut Stage) -> Outcome {
    let digits = rolling(s).await?;
    let p = &s.page;
    p.lean(digits, 1800).await?;
    p.page_time(1_000).await?;
    p.is_in(Phase::Roll).await?;
    p.here().await
}

/// What browsers have said of the time of an event: five seconds ago, nothing, the time since 1970.
const STAMPS: [&str; 3] = ["real.call(this) - 5000", "0", "Date.now()"];

async fn stamps(s: &mut Stage) -> Outcome {
    for (number, stamp) in STAMPS.into_iter().enumerate() {
        let script = format!(
            "const real = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp').get;\n\
            Object.defineProperty(Event.prototype, 'timeStamp', {{ get() {{ return {stamp}; }} }});\n"
        );
        s.site = Site::with_script(&s.settings.dist, &s.folder(&format!("stamps-{number}")), &script)?;
        let place = rolling(s).await?;
        let p = &s.page;
        p.lean(place, 2_000).await?;
        p.page_time(1_000).await?;
        p.is_in(Phase::Roll).await?;
        p.here().await?;
        p.wait_seconds(4).await?;
        p.big_tap(Phase::Hold, Phase::Roll).await?;
    }
    Ok(())
}
