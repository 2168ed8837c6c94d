//! A session tells the truth: about pain, about time that was slept through, whatever the clock does.

use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::page::{Ending, Kind, Phase};
use crate::pointer::Key;
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::json;

/// The page's clocks, which can be moved: both, or the wall's alone. And the wake lock, which is written down.
const CLOCKS: &str = "(() => {\
    const real = performance.now.bind(performance), RealDate = Date; let mono = 0, wall = 0;\
    performance.now = () => real() + mono;\
    window.Date = class extends RealDate {\
        constructor(...given) { given.length ? super(...given) : super(RealDate.now() + wall); }\
        static now() { return RealDate.now() + wall; } };\
    window.clocks = { both: (ms) => { mono += ms; wall += ms; }, wall: (ms) => { wall += ms; } };\
    window.wakes = [];\
    const request = () => { const lock = new EventTarget(); lock.released = false; wakes.push('on');\
        lock.release = () => { if (!lock.released) { lock.released = true; wakes.push('off'); lock.dispatchEvent(new Event('release')); } return Promise.resolve(); };\
        window.lock = lock; return Promise.resolve(lock); };\
    Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });\
})();";

/// Everything that is true.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("truth: one tap says the pain, and what it asks for is said", play!(pain)),
        Scenario::new("truth: a clock that is moved changes no hold", play!(clock)),
        Scenario::new("truth: hidden and shown again, a hold counts on", play!(hidden)),
        Scenario::new("truth: frozen and thawed, a hold counts the gap as one", play!(frozen)),
        Scenario::new("truth: the screen is kept awake as long as it is wished", play!(awake)),
        Scenario::new("truth: every second that is shown is the machine's", play!(seconds)),
    ]
}

async fn pain(s: &mut Stage) -> Outcome {
    s.page.open_and_hold(&s.site.url()).await?;
    let p = &s.page;
    // Like any touch, one in the first moments of a phase is not meant.
    p.settle().await?;
    rate(s, 7).await?;
    p.wait_to_read(&["Best to leave this spot."]).await?;
    p.wait_to_read(&["Pain 7 of 10"]).await?;
    // The advice has moved the scale from under the finger, whose click must not be taken for the big tap.
    let seconds = p.seconds().await?;
    p.wait_seconds(seconds + 2).await?;
    p.is_in(Phase::Hold).await?;
    p.wait_to_read(&["Best to leave this spot."]).await?;
    s.shot("pain").await?;
    // It was never in the way of the big tap.
    p.ease().await?;
    p.wait_to_read(&["Pain after it?"]).await?;
    // Asked for 5 s.
    p.settle().await?;
    rate(s, 2).await?;
    p.wait_to_read(&["Pain 2 of 10"]).await?;
    p.rest_ends().await?;
    p.here().await?;
    // By the keyboard, for those who do not see it.
    p.tab_to("Pain now?").await?;
    p.keys(&[Key::Up, Key::Enter]).await?;
    p.wait_to_read(&["Pain 1 of 10"]).await?;
    p.ease().await?;
    p.finish().await?;
    p.wait_for(Kind::Button, "Done").await?;
    let corrected = "Spot 2: pain at ease";
    p.js("document.querySelectorAll('.correct > summary')[1].click()", vec![]).await?;
    p.choose(corrected, "0, no pain").await?;
    p.leave().await?;
    let holds = &p.sessions().await?[0].holds;
    let pains: Vec<_> = holds.iter().map(|hold| hold.pains).collect();
    ensure!(pains == [[Some(7), Some(2)], [Some(1), Some(0)]], "stored as {holds:?}");
    Ok(())
}

/// Taps the scale in the middle of a step.
async fn rate(s: &Stage, score: u32) -> Outcome {
    let p = &s.page;
    let place = p
        .js(
            "const b = document.querySelector('.pain-target').getBoundingClientRect();\
             return [b.left + b.width * (arguments[0] + 0.5) / 11, b.top + b.height * 0.8].map(Math.round)",
            vec![json!(score)],
        )
        .await?;
    let [x, y]: [i64; 2] = serde_json::from_value(place)?;
    p.tap(crate::pointer::Place { x, y }).await
}

async fn clock(s: &mut Stage) -> Outcome {
    s.use_script(CLOCKS)?;
    s.page.open_and_hold(&s.site.url()).await?;
    let p = &s.page;
    p.wait_seconds(2).await?;
    for moved_ms in [3_600_000_i64, -90_000_000, 86_400_000] {
        let [before, from_ms] = seconds_at(s).await?;
        p.js("clocks.wall(arguments[0])", vec![json!(moved_ms)]).await?;
        p.until_true(
            "another second",
            &format!("return Number(document.querySelector('[role=timer]').textContent) !== {before}"),
        )
        .await?;
        let [after, to_ms] = seconds_at(s).await?;
        let gone = after - before;
        ensure!(
            (0.0..=(to_ms - from_ms) / 1_000.0 + 2.0).contains(&gone),
            "the clock moved by {moved_ms} ms: {before} s became {after} s"
        );
    }
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    p.finish().await?;
    p.leave().await?;
    let holds = &p.sessions().await?[0].holds;
    ensure!(holds.len() == 1 && holds[0].ending == Ending::Eased && holds[0].gap_ms == 0, "{holds:?}");
    ensure!((3_000..60_000).contains(&holds[0].held_ms), "{holds:?}");
    Ok(())
}

/// The seconds that are shown, and the moment in the page's own milliseconds, which nobody moves.
async fn seconds_at(s: &Stage) -> Outcome<[f64; 2]> {
    let both = "return [Number(document.querySelector('[role=timer]').textContent), performance.now()]";
    Ok(serde_json::from_value(s.page.js(both, vec![]).await?)?)
}

async fn hidden(s: &mut Stage) -> Outcome {
    s.use_script(
        "let away = false; window.look = (to) => { away = to; document.dispatchEvent(new Event('visibilitychange')); };\
         Object.defineProperty(document, 'visibilityState', { get: () => away ? 'hidden' : 'visible' });\
         Object.defineProperty(document, 'hidden', { get: () => away });",
    )?;
    s.page.open_and_hold(&s.site.url()).await?;
    let p = &s.page;
    p.wait_seconds(1).await?;
    p.js("look(true)", vec![]).await?;
    // Written down before nobody may hear of it again.
    p.until_true("the live record", "return (localStorage['eased.live'] ?? '').includes('\"hold\"')").await?;
    p.wait_seconds(4).await?;
    p.js("look(false)", vec![]).await?;
    p.is_in(Phase::Hold).await?;
    p.ease().await?;
    p.finish().await?;
    p.leave().await?;
    let holds = &p.sessions().await?[0].holds;
    ensure!(holds[0].ending == Ending::Eased && holds[0].gap_ms == 0, "{holds:?}");
    Ok(())
}

/// No timer runs and nothing is heard, as where a browser freezes a page; then everything goes on.
async fn frozen(s: &mut Stage) -> Outcome {
    s.page.open_and_hold(&s.site.url()).await?;
    let p = &s.page;
    p.wait_seconds(2).await?;
    p.js("const end = performance.now() + 7_000; while (performance.now() < end) {}", vec![]).await?;
    p.wait_seconds(9).await?;
    p.is_in(Phase::Hold).await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    p.finish().await?;
    p.leave().await?;
    let holds = &p.sessions().await?[0].holds;
    let [hold] = &holds[..] else { crate::failure::fail!("holds are {holds:?}") };
    ensure!(hold.ending == Ending::Eased && hold.held_ms >= 9_000, "{hold:?}");
    ensure!(hold.gap_ms >= 5_000 && hold.gap_ms <= hold.held_ms, "the gap is {hold:?}");
    Ok(())
}

async fn awake(s: &mut Stage) -> Outcome {
    s.use_script(CLOCKS)?;
    let p = &s.page;
    let wakes = async |wanted: &[&str]| {
        let found = until(format!("the wake lock to be {wanted:?}"), async || {
            let wakes: Vec<String> = serde_json::from_value(p.js("return wakes", vec![]).await?)?;
            Ok((wakes == wanted).then_some(()))
        });
        found.await
    };
    p.open_app(&s.site.url()).await?;
    p.visit("History").await?;
    p.visit("Leg").await?;
    wakes(&[]).await?;
    p.begin().await?;
    wakes(&["on"]).await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.here().await?;
    p.ease().await?;
    p.button_to("Pause", Phase::Paused).await?;
    p.page_time(1_500).await?;
    wakes(&["on"]).await?;
    // Ten minutes of pause are enough.
    p.js("clocks.both(600_000); document.dispatchEvent(new Event('visibilitychange'))", vec![]).await?;
    wakes(&["on", "off"]).await?;
    p.button_to("Resume", Phase::Roll).await?;
    wakes(&["on", "off", "on"]).await?;
    // The system takes it away, as it does when the page is hidden; shown again it is asked for again.
    p.js("lock.release()", vec![]).await?;
    p.js("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await?;
    wakes(&["on", "off", "on", "off", "on"]).await?;
    p.finish_by_keys().await?;
    wakes(&["on", "off", "on", "off", "on", "off"]).await
}

async fn seconds(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    // The hold begins with the tap that is the last one.
    let watch = "window.shown = []; window.tapped = 0;\
        addEventListener('pointerup', () => { window.tapped = Math.round(performance.now()); }, true);\
        new MutationObserver(() => { const d = document.querySelector('[data-phase=hold] [role=timer]'); if (!d) return;\
            const second = Number(d.textContent); if (shown.at(-1)?.[0] !== second) shown.push([second, Math.round(performance.now())]); })\
            .observe(document.documentElement, { childList: true, characterData: true, attributes: true, subtree: true });";
    p.js(watch, vec![]).await?;
    p.here().await?;
    p.wait_seconds(16).await?;
    let shown: Vec<(i64, i64)> = serde_json::from_value(p.js("return shown", vec![]).await?)?;
    let tapped = p.js("return tapped", vec![]).await?.as_i64().unwrap_or_default();
    ensure!(tapped > 0, "nothing was tapped");
    for (second, at_ms) in &shown {
        let late_ms = at_ms - tapped - second * 1_000;
        // A busy machine shows a second late, never early and never another one.
        ensure!((-100..5_000).contains(&late_ms), "{second} came {late_ms} ms late: {tapped}, {shown:?}");
    }
    ensure!(shown.len() >= 8, "only {shown:?} were shown");
    Ok(())
}
