//! The session screen is legible from 1 m away and has no overlaps, in every phase; missed and double taps do no harm.

use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Phase};
use crate::pointer::Key;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::json;

const ONLY_CHROMIUM: &[(Engine, &str)] = &[
    (Engine::Firefox, "the same style sheet, which it shows at two other sizes"),
    (Engine::WebKit, "the same style sheet, which it shows at two other sizes"),
];

/// The scenarios of the session screen.
pub fn all() -> Vec<Scenario> {
    let at = |name, width, height| Scenario::new(name, scenario_fn!(legible_phases)).size(width, height);
    vec![
        at(
            "session_screen: every phase is legible, without overlaps, in both languages, at 390x844",
            390,
            844,
        ),
        at(
            "session_screen: every phase is legible, without overlaps, in both languages, at 844x390",
            844,
            390,
        ),
        at(
            "session_screen: every phase is legible, without overlaps, in both languages, at 320x568",
            320,
            568,
        )
        .skip_in(ONLY_CHROMIUM),
        at(
            "session_screen: every phase is legible, without overlaps, in both languages, at 768x1024",
            768,
            1024,
        )
        .skip_in(ONLY_CHROMIUM),
        Scenario::new(
            "session_screen: a tap 20 px beside the pain scale does nothing, at 390x844",
            scenario_fn!(tap_beside_scale),
        ),
        Scenario::new(
            "session_screen: a tap 20 px beside the pain scale does nothing, at 844x390",
            scenario_fn!(tap_beside_scale),
        )
        .size(844, 390),
        Scenario::new(
            "session_screen: a double press on any button ends no leg and no session",
            scenario_fn!(double_press),
        ),
    ]
}

/// The buttons' texts in one language.
struct Words {
    tag: &'static str,
    too_much: &'static str,
    pause: &'static str,
    resume: &'static str,
    stop: &'static str,
    at_knee: &'static str,
    wrong: &'static str,
    came_off: &'static str,
    skip: &'static str,
    carry_on: &'static str,
    done: &'static str,
}

const ENGLISH: Words = Words {
    tag: "en",
    too_much: "Too much?",
    pause: "Pause",
    resume: "Resume",
    stop: "Stop",
    at_knee: "At the knee",
    wrong: "This feels wrong",
    came_off: "I am off",
    skip: "Skip",
    carry_on: "Carry on",
    done: "Done",
};
const GERMAN: Words = Words {
    tag: "de",
    too_much: "Zu viel?",
    pause: "Pause",
    resume: "Fortsetzen",
    stop: "Stopp",
    at_knee: "Am Knie",
    wrong: "Fühlt sich falsch an",
    came_off: "Bin runter",
    skip: "Überspringen",
    carry_on: "Weitermachen",
    done: "Fertig",
};

/// Smallest height of two digits, pixels, by the viewport, where the number has the space to itself (22 arc minutes at
/// 1 m need 54 px).
const fn least_number_height(size: (u32, u32)) -> i64 {
    match size {
        (390, 844) => 138,
        (844, 390) => 105,
        _ => 84,
    }
}

/// What is required of the number on a screen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    /// There is none.
    None,
    /// It can be read from 1 m away.
    Legible,
    /// It has the space to itself.
    Large,
}

async fn check_phase(ctx: &TestContext, words: &Words, phase: &str, expected: Number) -> Outcome {
    let p = &ctx.page;
    let screen = p.viewport().await?;
    let what = format!("{} {phase} at {}x{}", words.tag, screen.0, screen.1);
    ctx.take_screenshot(&format!("session-{what}")).await?;
    p.expect_legible_text(&what).await?;
    let [number, side, word, others] = p.session_screen_sizes().await?;
    let number_is_right = match expected {
        Number::None => number == 0,
        // Digits of 54 px are 39 px high.
        Number::Legible => number >= 39,
        Number::Large => number >= least_number_height(screen),
    };
    ensure!(number_is_right, "{what}: two digits are {number} px high");
    ensure!(side >= 54 && word >= 54, "{what}: side and word are {side} and {word} px");
    ensure!(others >= 28, "{what}: the smallest words are {others} px");
    // Four buttons, the big tap and Undo; a pause has five.
    let buttons = p.control_names(ControlKind::Button).await?;
    ensure!(buttons.len() <= 6, "{what}: {buttons:?}");
    expect_high_buttons(ctx, &what).await
}

/// Fails when a button of the session screen is too low.
async fn expect_high_buttons(ctx: &TestContext, what: &str) -> Outcome {
    let low: Vec<String> = serde_json::from_value(ctx.page.js(LOW_BUTTONS, vec![]).await?)?;
    ensure!(low.is_empty(), "{what}: less than 96 px high: {low:?}");
    Ok(())
}

/// The buttons of the session screen that are less than 96 px high; in a low landscape viewport three rows have 88 px
/// each.
const LOW_BUTTONS: &str = "const least = innerWidth > innerHeight && innerHeight < 340 ? 88 : 95.5;\
    return [...document.querySelectorAll('.control, .pain-scale')].filter((e) => e.checkVisibility())\
        .filter((e) => e.getBoundingClientRect().height < least).map((e) => `${e.innerText} ${e.getBoundingClientRect().height}`)";

async fn legible_phases(ctx: &mut TestContext) -> Outcome {
    ctx.page.open_app(&ctx.site.url()).await?;
    store_draft(ctx, 9).await?;
    ctx.page.start_session().await?;
    phases(ctx, &ENGLISH).await?;
    ctx.page.visit("Settings").await?;
    ctx.page.choose_radio("Deutsch").await?;
    ctx.page.press(ControlKind::Control, "Bein").await?;
    store_draft(ctx, 999).await?;
    ctx.page.press_button("Start").await?;
    phases(ctx, &GERMAN).await
}

/// Stores a draft with two spots on the right leg, which is rolled first. Of two drafts, the one with the
/// higher write number counts.
async fn store_draft(ctx: &TestContext, number: u32) -> Outcome {
    let draft = json!({
        "v": 1,
        "n": number,
        "leg": "r",
        "left": [],
        "right": [{ "spot": { "x": 2, "w": "t", "a": 7 } }, { "spot": { "x": 90, "w": "t" } }],
    });
    ctx.page.js("localStorage.setItem('eased.draft', arguments[0])", vec![json!(draft.to_string())]).await?;
    ctx.page.reload_app().await
}

async fn phases(ctx: &TestContext, words: &Words) -> Outcome {
    let p = &ctx.page;
    p.wait_phase(Phase::Position).await?;
    check_phase(ctx, words, "position", Number::Legible).await?;
    p.big_tap_by_key(Key::Space, Phase::Position, Phase::Roll).await?;
    check_phase(ctx, words, "roll", Number::None).await?;
    p.wait_until_true("the roller at the spot", "return !!document.querySelector('.session.is-at-spot')")
        .await?;
    check_phase(ctx, words, "at a spot", Number::None).await?;
    p.big_tap_by_key(Key::Space, Phase::Roll, Phase::Hold).await?;
    p.wait_timer(12).await?;
    check_phase(ctx, words, "hold", Number::Legible).await?;
    p.press_button(words.too_much).await?;
    check_phase(ctx, words, "too much", Number::Legible).await?;
    p.big_tap_by_key(Key::Space, Phase::Hold, Phase::Roll).await?;
    check_phase(ctx, words, "pain after it", Number::None).await?;
    p.wait_rest_end().await?;
    p.big_tap_by_key(Key::Space, Phase::Roll, Phase::Hold).await?;
    p.wait_timer(12).await?;
    check_phase(ctx, words, "second hold", Number::Large).await?;
    p.press_button_to(words.pause, Phase::Paused).await?;
    check_phase(ctx, words, "paused", Number::Legible).await?;
    p.wait_input_delay().await?;
    p.press_button(words.stop).await?;
    p.wait_page_ms(450).await?;
    ctx.take_screenshot(&format!("session-{} stop", words.tag)).await?;
    p.press_button(words.resume).await?;
    p.wait_page_ms(450).await?;
    p.press_button_to(words.resume, Phase::Hold).await?;
    p.wait_input_delay().await?;
    felt_wrong(ctx, words).await?;
    p.press_button_to(words.carry_on, Phase::Roll).await?;
    p.wait_input_delay().await?;
    p.press_button_to(words.at_knee, Phase::Switch).await?;
    check_phase(ctx, words, "off the roller", Number::None).await?;
    p.wait_until_true("the countdown", "return !!document.querySelector('[data-phase=switch] [role=timer]')")
        .await?;
    check_phase(ctx, words, "switch", Number::Legible).await?;
    p.big_tap_by_key(Key::Space, Phase::Switch, Phase::Position).await?;
    p.big_tap_by_key(Key::Space, Phase::Position, Phase::Roll).await?;
    p.wait_input_delay().await?;
    p.press_button_to(words.at_knee, Phase::Done).await?;
    ctx.take_screenshot(&format!("session-{} end-notice", words.tag)).await?;
    p.press_button(words.done).await
}

/// The steps of "This feels wrong".
async fn felt_wrong(ctx: &TestContext, words: &Words) -> Outcome {
    let p = &ctx.page;
    p.press_button_to(words.wrong, Phase::Paused).await?;
    p.wait_step_delay().await?;
    for (step, next) in [("wrong", words.came_off), ("reason", words.skip)] {
        let what = format!("{} {step}", words.tag);
        ctx.take_screenshot(&format!("session-{what} at {:?}", p.viewport().await?)).await?;
        p.expect_legible_text(&what).await?;
        expect_high_buttons(ctx, &what).await?;
        p.press_button(next).await?;
    }
    p.wait_for(ControlKind::Button, words.carry_on).await?;
    ctx.take_screenshot(&format!("session-{} advice at {:?}", words.tag, p.viewport().await?)).await?;
    p.expect_legible_text(&format!("{} advice", words.tag)).await?;
    expect_high_buttons(ctx, &format!("{} advice", words.tag)).await
}

async fn tap_beside_scale(ctx: &mut TestContext) -> Outcome {
    ctx.page.open_and_hold(&ctx.site.url()).await?;
    let p = &ctx.page;
    // After 3 s a big tap ends the hold.
    p.wait_timer(4).await?;
    let around = "const b = document.querySelector('.pain-scale').getBoundingClientRect();\
        const spots = [[b.left + b.width / 2, b.top - 20], [b.left + b.width / 2, b.bottom + 20], [b.left + 30, b.top - 20],\
            [b.right - 30, b.bottom + 20]];\
        return spots.map((spot) => spot.map(Math.round))";
    let around: Vec<[i64; 2]> = serde_json::from_value(p.js(around, vec![]).await?)?;
    ensure!(around.len() == 4, "there are {} points", around.len());
    for [x, y] in around {
        p.tap(crate::pointer::Point { x, y }).await?;
        p.wait_page_ms(300).await?;
        let phase = p.phase().await?.unwrap_or_default();
        ensure!(phase == "hold", "a tap at {x}, {y} beside the scale leads to {phase}");
    }
    let seconds = p.timer_seconds().await?;
    p.wait_timer(seconds + 1).await?;
    p.expect_phase(Phase::Hold).await?;
    let rated_count =
        p.js("return document.querySelectorAll('.pain-scale-steps .is-chosen').length", vec![]).await?;
    ensure!(rated_count == 0, "a miss has rated the pain");
    Ok(())
}

/// Presses each button of roll, hold and pause twice in quick succession.
async fn double_press(ctx: &mut TestContext) -> Outcome {
    ctx.page.open_and_hold(&ctx.site.url()).await?;
    let p = &ctx.page;
    let expect_not_ended = async |what: &str| -> Outcome {
        let phase = p.phase().await?.unwrap_or_default();
        ensure!(phase != "done" && phase != "switch", "{what}, pressed twice, leads to {phase}");
        Ok(())
    };
    for (name, back) in [("Too much?", None), ("Pause", Some("Resume")), ("Move on", Some("Undo"))] {
        p.wait_phase(Phase::Hold).await?;
        p.wait_input_delay().await?;
        p.press_twice(name).await?;
        p.wait_step_delay().await?;
        expect_not_ended(name).await?;
        if let Some(back) = back
            && p.phase().await?.as_deref() != Some(Phase::Hold.as_str())
        {
            p.wait_input_delay().await?;
            p.press_button(back).await?;
            p.wait_page_ms(1_000).await?;
            let phase = p.phase().await?.unwrap_or_default();
            ensure!(phase == "hold", "after {name}, pressed twice, {back} leads to {phase}");
        }
    }
    p.wait_input_delay().await?;
    p.press_twice("This feels wrong").await?;
    p.wait_step_delay().await?;
    expect_not_ended("This feels wrong").await?;
    p.press_button_to("Undo", Phase::Hold).await?;
    p.wait_input_delay().await?;
    p.press_button_to("Pause", Phase::Paused).await?;
    p.wait_input_delay().await?;
    p.press_twice("Stop").await?;
    p.wait_step_delay().await?;
    expect_not_ended("Stop").await?;
    p.press_twice("Resume").await?;
    p.wait_step_delay().await?;
    expect_not_ended("Resume").await
}
