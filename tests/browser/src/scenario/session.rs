//! A whole session according to the method, and the rating of pain in it.

use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Ending, Phase};
use crate::pointer::{Key, Point};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::json;

/// The scenarios of a session.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "session: one leg led by two marks, the other found as you go, is stored",
            scenario_fn!(whole_session),
        ),
        Scenario::new("session: the whole screen is the button", scenario_fn!(anywhere)),
        Scenario::new("session: one tap rates the pain, and advice follows", scenario_fn!(pain_rating)),
    ]
}

async fn whole_session(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.select_leg("left").await?;
    // Near the hip, so that the pacer soon reaches each mark: within 8 points, "Here" refers to the mark. Further
    // apart than a finger is wide, or the second tap would select the first mark.
    p.add_mark(8).await?;
    p.add_mark(20).await?;
    let marks = p.marks().await?;
    p.start_session().await?;
    ensure!(p.session_leg().await? == "left", "the session begins with the {} leg", p.session_leg().await?);
    p.big_tap(Phase::Position, Phase::Roll).await?;
    for gap in [8, 12] {
        // The pacer needs 0.6 s for each point; the last 6 points need not be waited for.
        p.wait_page_ms((gap - 6) * 600).await?;
        p.tap_here().await?;
        p.ease_hold().await?;
        p.wait_rest_end().await?;
    }
    p.press_button_to("At the knee", Phase::Switch).await?;
    p.big_tap(Phase::Switch, Phase::Position).await?;
    ensure!(p.session_leg().await? == "right", "the other leg is the {} one", p.session_leg().await?);
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.tap_here().await?;
    p.ease_hold().await?;
    p.press_button_to("At the knee", Phase::Done).await?;
    // The optional questions of the summary.
    p.choose_option("When was it?", "After a workout").await?;
    p.rate("Knee pain right now?", 3).await?;
    ctx.take_screenshot("summary").await?;
    p.close_summary().await?;

    p.visit("History").await?;
    p.wait_for_text(&["After a workout"]).await?;
    p.wait_for_text(&["Knee 3 of 10"]).await?;
    ctx.take_screenshot("history").await?;
    expect_stored_session(ctx, &[marks[0].position, marks[1].position]).await?;
    p.reload_app().await?;
    expect_stored_session(ctx, &[marks[0].position, marks[1].position]).await?;
    p.visit("Leg").await?;
    p.select_leg("left").await?;
    // The rolled marks are removed from the draft.
    p.expect_marks(&[]).await
}

async fn expect_stored_session(ctx: &TestContext, led: &[i64]) -> Outcome {
    ctx.page.wait_for_session_count(1).await?;
    let sessions = ctx.page.stored_sessions().await?;
    let session = sessions.last().expect("one session is listed");
    let holds = &session.holds;
    ensure!(session.passes.len() == 2 && holds.len() == 3, "stored as {session:?}");
    ensure!(
        holds.iter().all(|hold| hold.ending == Ending::Eased && hold.held_ms >= 3000),
        "holds are {holds:?}"
    );
    ensure!(
        holds[0].position == led[0] && holds[1].position == led[1],
        "led to {holds:?} by marks at {led:?}"
    );
    ensure!([holds[0].pass, holds[1].pass, holds[2].pass] == [0, 0, 1], "passes of {holds:?}");
    Ok(())
}

async fn anywhere(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.start_session().await?;
    p.wait_input_delay().await?;
    // A point that is free in each phase, far from the digits.
    let elsewhere = async || -> Outcome<Point> {
        let points = p.big_tap_points().await?;
        let far = |point: &&Point| (point.y - points[0].y).abs() > 60 || (point.x - points[0].x).abs() > 60;
        match points.iter().rev().find(far) {
            Some(&elsewhere) => Ok(elsewhere),
            None => crate::failure::fail!("only one point is the big tap: {points:?}"),
        }
    };
    // Unless the countdown has run out meanwhile.
    if p.phase().await?.as_deref() == Some(Phase::Position.as_str()) {
        p.tap(elsewhere().await?).await?;
    }
    p.wait_phase(Phase::Roll).await?;
    p.wait_input_delay().await?;
    p.tap(elsewhere().await?).await?;
    p.wait_phase(Phase::Hold).await?;
    p.wait_timer(4).await?;
    p.tap(elsewhere().await?).await?;
    p.wait_phase(Phase::Roll).await?;
    p.finish_session().await
}

async fn pain_rating(ctx: &mut TestContext) -> Outcome {
    ctx.page.open_and_hold(&ctx.site.url()).await?;
    let p = &ctx.page;
    // Touches right after a phase change are ignored.
    p.wait_input_delay().await?;
    tap_pain_scale(ctx, 7).await?;
    p.wait_for_text(&["Best to leave this spot."]).await?;
    p.wait_for_text(&["Pain 7 of 10"]).await?;
    // The advice moves the scale away from the finger: the click must not count as the big tap.
    let seconds = p.timer_seconds().await?;
    p.wait_timer(seconds + 2).await?;
    p.expect_phase(Phase::Hold).await?;
    p.wait_for_text(&["Best to leave this spot."]).await?;
    ctx.take_screenshot("pain").await?;
    // The question does not prevent the big tap.
    p.ease_hold().await?;
    p.wait_for_text(&["Pain after it?"]).await?;
    // The question is shown for 5 s.
    p.wait_input_delay().await?;
    tap_pain_scale(ctx, 2).await?;
    p.wait_for_text(&["Pain 2 of 10"]).await?;
    p.wait_rest_end().await?;
    p.tap_here().await?;
    // By keyboard.
    p.tab_to("Pain now?").await?;
    p.press_keys(&[Key::Up, Key::Enter]).await?;
    p.wait_for_text(&["Pain 1 of 10"]).await?;
    p.ease_hold().await?;
    p.finish_session().await?;
    p.wait_for(ControlKind::Button, "Done").await?;
    let corrected = "Spot 2: pain at ease";
    p.js("document.querySelectorAll('.hold-editor > summary')[1].click()", vec![]).await?;
    p.choose_option(corrected, "0, no pain").await?;
    p.close_summary().await?;
    let holds = &p.stored_sessions().await?[0].holds;
    let pains: Vec<_> = holds.iter().map(|hold| hold.pains).collect();
    ensure!(pains == [[Some(7), Some(2)], [Some(1), Some(0)]], "stored as {holds:?}");
    Ok(())
}

/// Taps the middle of a step of the pain scale.
async fn tap_pain_scale(ctx: &TestContext, score: u32) -> Outcome {
    let p = &ctx.page;
    let point = p
        .js(
            "const b = document.querySelector('.pain-scale').getBoundingClientRect();\
             return [b.left + b.width * (arguments[0] + 0.5) / 11, b.top + b.height * 0.8].map(Math.round)",
            vec![json!(score)],
        )
        .await?;
    let [x, y]: [i64; 2] = serde_json::from_value(point)?;
    p.tap(Point { x, y }).await
}
