//! Unintended touches: second fingers, slips, early taps and long presses.

use crate::failure::{Outcome, ensure, fail};
use crate::page::Phase;
use crate::pointer::Point;
use crate::runner::{Scenario, scenario_fn};
use crate::site::Site;
use crate::test_context::TestContext;
use serde_json::Value;

/// Records the times of phase changes, `pointerdown` and `pointerup`, by `performance.now()`.
const RECORD_TOUCHES: &str = "window.phases = []; window.downs = []; window.ups = []; let last = null;\
    new MutationObserver(() => { const now = document.querySelector('[data-phase]')?.dataset.phase;\
        if (now !== last) { last = now; phases.push(performance.now()); } })\
        .observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-phase'] });\
    addEventListener('pointerdown', (e) => downs.push(e.timeStamp), true);\
    addEventListener('pointerup', (e) => ups.push(e.timeStamp), true);";

/// The scenarios of touch.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("touch: a second finger during a hold changes nothing", scenario_fn!(second_finger)),
        Scenario::new("touch: a tap in the first 400 ms of a phase is ignored", scenario_fn!(early_tap)),
        Scenario::new("touch: a tap before 3 s is a slip and the hold is dropped", scenario_fn!(slip)),
        Scenario::new("touch: a press longer than 1.5 s is ignored", scenario_fn!(long_press_ignored)),
        Scenario::new(
            "touch: a press is timed by the app's clock, whatever event timestamps say",
            scenario_fn!(wrong_timestamps),
        ),
    ]
}

async fn start_rolling(ctx: &TestContext) -> Outcome<Point> {
    let p = &ctx.page;
    p.open_and_roll(&ctx.site.url()).await?;
    p.wait_input_delay().await?;
    match p.big_tap_points().await?.first() {
        Some(&point) => Ok(point),
        None => fail!("no point is the big tap"),
    }
}

async fn second_finger(ctx: &mut TestContext) -> Outcome {
    let digits = start_rolling(ctx).await?;
    let p = &ctx.page;
    p.tap_here().await?;
    p.wait_timer(4).await?;
    let watched = "window.downs = []; addEventListener('pointerdown', (e) => downs.push(e.isPrimary), true);";
    p.js(watched, vec![]).await?;
    let elsewhere = p.big_tap_points().await?.last().copied().unwrap_or(digits);
    p.tap_with_two_fingers(digits, elsewhere).await?;
    p.tap_with_two_fingers(elsewhere, digits).await?;
    let downs = p.js("return downs.length", vec![]).await?;
    ensure!(downs == 4, "the page received {downs} touches instead of four");
    let then = p.timer_seconds().await?;
    p.wait_timer(then + 2).await?;
    p.expect_phase(Phase::Hold).await?;
    // One finger still works.
    p.big_tap(Phase::Hold, Phase::Roll).await
}

async fn early_tap(ctx: &mut TestContext) -> Outcome {
    let digits = start_rolling(ctx).await?;
    let p = &ctx.page;
    p.js(RECORD_TOUCHES, vec![]).await?;
    // The phase starts with the end of the first tap, so taps within 400 ms of it must be ignored.
    // A busy machine can spread the two taps over more than 400 ms: then it is tried again.
    for _ in 0..10 {
        p.wait_phase(Phase::Roll).await?;
        p.wait_input_delay().await?;
        p.js("phases.length = downs.length = ups.length = 0; return null", vec![]).await?;
        p.tap_twice(digits, 120).await?;
        let times: Value = p.js("return [phases[0] && ups[0], downs[1]]", vec![]).await?;
        let (Some(up), Some(down)) = (times[0].as_f64(), times[1].as_f64()) else { continue };
        if !(0.0..380.0).contains(&(down - up)) {
            if p.phase().await?.as_deref() == Some("hold") {
                p.press_button_to("Undo", Phase::Roll).await?;
            }
            continue;
        }
        // The first tap started a hold. The second, if it counted, would have dropped it as a slip.
        p.wait_timer(1).await?;
        return p.expect_phase(Phase::Hold).await;
    }
    fail!("no two taps came within 400 ms of each other")
}

async fn slip(ctx: &mut TestContext) -> Outcome {
    let digits = start_rolling(ctx).await?;
    let p = &ctx.page;
    p.js(RECORD_TOUCHES, vec![]).await?;
    // A busy machine can spread the two taps over more than 3 s: then the hold counts, and it is tried again.
    let mut counted = 0;
    loop {
        p.wait_phase(Phase::Roll).await?;
        p.wait_input_delay().await?;
        p.js("phases.length = downs.length = ups.length = 0; return null", vec![]).await?;
        p.tap_twice(digits, 700).await?;
        p.wait_until_true("a hold that was started and dropped", "return phases.length >= 2").await?;
        let apart = p.js("return ups[1] - ups[0]", vec![]).await?.as_f64().unwrap_or_default();
        if apart < 2_900.0 {
            break;
        }
        counted += 1;
        ensure!(counted < 8, "no two taps came within 3 s of each other");
    }
    p.wait_step_delay().await?;
    p.finish_session().await?;
    p.close_summary_to_history(1).await?;
    let sessions = p.stored_sessions().await?;
    ensure!(sessions[0].holds.len() == counted, "a slip was stored: {:?}", sessions[0].holds);
    Ok(())
}

async fn long_press_ignored(ctx: &mut TestContext) -> Outcome {
    let digits = start_rolling(ctx).await?;
    let p = &ctx.page;
    p.long_press(digits, 1800).await?;
    p.wait_page_ms(1_000).await?;
    p.expect_phase(Phase::Roll).await?;
    p.tap_here().await
}

/// Wrong event timestamps of real browsers: five seconds ago, zero, the time since 1970.
const WRONG_TIMESTAMPS: [&str; 3] = ["real.call(this) - 5000", "0", "Date.now()"];

async fn wrong_timestamps(ctx: &mut TestContext) -> Outcome {
    for (number, stamp) in WRONG_TIMESTAMPS.into_iter().enumerate() {
        let script = format!(
            "const real = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp').get;\n\
            Object.defineProperty(Event.prototype, 'timeStamp', {{ get() {{ return {stamp}; }} }});\n"
        );
        ctx.site = Site::with_script(&ctx.settings.dist, &ctx.folder(&format!("stamps-{number}")), &script)?;
        let point = start_rolling(ctx).await?;
        let p = &ctx.page;
        p.long_press(point, 2_000).await?;
        p.wait_page_ms(1_000).await?;
        p.expect_phase(Phase::Roll).await?;
        p.tap_here().await?;
        p.wait_timer(4).await?;
        p.big_tap(Phase::Hold, Phase::Roll).await?;
    }
    Ok(())
}
