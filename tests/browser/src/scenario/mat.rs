//! What a session shows from a metre away: large enough, and nothing over anything else, in every phase and language.

use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::{Kind, Phase};
use crate::pointer::Key;
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::json;

const ELSEWHERE: &[(Engine, &str)] = &[
    (Engine::Firefox, "the same style sheet, which it shows at two other sizes"),
    (Engine::WebKit, "the same style sheet, which it shows at two other sizes"),
];

/// The sizes that the screen rules name, and what a miss on the mat may do.
pub fn all() -> Vec<Scenario> {
    let at = |name, width, height| Scenario::new(name, play!(fits)).size(width, height);
    vec![
        at("mat: every phase is legible and in order, in both languages, at 390x844", 390, 844),
        at("mat: every phase is legible and in order, in both languages, at 844x390", 844, 390),
        at("mat: every phase is legible and in order, in both languages, at 320x568", 320, 568)
            .not_in(ELSEWHERE),
        at("mat: every phase is legible and in order, in both languages, at 768x1024", 768, 1024)
            .not_in(ELSEWHERE),
        Scenario::new("mat: a miss by 20 px around the pain scale does nothing, at 390x844", play!(miss)),
        Scenario::new("mat: a miss by 20 px around the pain scale does nothing, at 844x390", play!(miss))
            .size(844, 390),
        Scenario::new("mat: a double press on any button ends no leg and no session", play!(double_press)),
    ]
}

/// The buttons that are pressed, in one language.
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

/// Least height of two digits, pixels, by the size of the screen (22 minutes of arc at a metre need 54), where nothing
/// else asks for the room.
const fn least(size: (u32, u32)) -> i64 {
    match size {
        (390, 844) => 138,
        (844, 390) => 105,
        _ => 84,
    }
}

/// What is asked of the number in a picture.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    /// There is none.
    None,
    /// It can be read from a metre.
    Legible,
    /// It has the room to itself.
    Large,
}

async fn look(s: &Stage, words: &Words, phase: &str, expected: Number) -> Outcome {
    let p = &s.page;
    let screen = p.viewport().await?;
    let what = format!("{} {phase} at {}x{}", words.tag, screen.0, screen.1);
    s.shot(&format!("mat-{what}")).await?;
    p.has_clear_words(&what).await?;
    let [number, side, word, others] = p.mat_sizes().await?;
    let number_is_right = match expected {
        Number::None => number == 0,
        // Digits of 54 px are 39 px high.
        Number::Legible => number >= 39,
        Number::Large => number >= least(screen),
    };
    ensure!(number_is_right, "{what}: two digits are {number} px high");
    ensure!(side >= 54 && word >= 54, "{what}: side and word are {side} and {word} px");
    ensure!(others >= 28, "{what}: the smallest words are {others} px");
    // The big tap and Undo are beside the four; a pause has five ways on.
    let buttons = p.names(Kind::Button).await?;
    ensure!(buttons.len() <= 6, "{what}: {buttons:?}");
    has_high_buttons(s, &what).await
}

/// Fails when a button of the mat is too low to be hit from it.
async fn has_high_buttons(s: &Stage, what: &str) -> Outcome {
    let low: Vec<String> = serde_json::from_value(s.page.js(LOW, vec![]).await?)?;
    ensure!(low.is_empty(), "{what}: less than 96 px high: {low:?}");
    Ok(())
}

/// The buttons of the mat that are less than 96 px high; a phone that lies on its side has 88 for three rows.
const LOW: &str = "const least = innerWidth > innerHeight && innerHeight < 340 ? 88 : 95.5;\
    return [...document.querySelectorAll('.control, .pain-target')].filter((e) => e.checkVisibility())\
        .filter((e) => e.getBoundingClientRect().height < least).map((e) => `${e.innerText} ${e.getBoundingClientRect().height}`)";

async fn fits(s: &mut Stage) -> Outcome {
    s.page.open_app(&s.site.url()).await?;
    mark(s, 9).await?;
    s.page.begin().await?;
    phases(s, &ENGLISH).await?;
    s.page.visit("Settings").await?;
    s.page.radio("Deutsch").await?;
    s.page.press(Kind::Control, "Bein").await?;
    mark(s, 999).await?;
    s.page.button("Start").await?;
    phases(s, &GERMAN).await
}

/// Two spots on the right leg, which is rolled first. Of two drafts the one with the higher number counts.
async fn mark(s: &Stage, number: u32) -> Outcome {
    let draft = json!({
        "v": 1,
        "n": number,
        "leg": "r",
        "left": [],
        "right": [{ "spot": { "x": 2, "w": "t", "a": 7 } }, { "spot": { "x": 90, "w": "t" } }],
    });
    s.page.js("localStorage.setItem('eased.draft', arguments[0])", vec![json!(draft.to_string())]).await?;
    s.page.reload_app().await
}

async fn phases(s: &Stage, words: &Words) -> Outcome {
    let p = &s.page;
    p.wait_phase(Phase::Position).await?;
    look(s, words, "position", Number::Legible).await?;
    p.big_key(Key::Space, Phase::Position, Phase::Roll).await?;
    look(s, words, "roll", Number::None).await?;
    p.until_true("the roller at the spot", "return !!document.querySelector('.session.is-at-spot')").await?;
    look(s, words, "at a spot", Number::None).await?;
    p.big_key(Key::Space, Phase::Roll, Phase::Hold).await?;
    p.wait_seconds(12).await?;
    look(s, words, "hold", Number::Legible).await?;
    p.button(words.too_much).await?;
    look(s, words, "too much", Number::Legible).await?;
    p.big_key(Key::Space, Phase::Hold, Phase::Roll).await?;
    look(s, words, "pain after it", Number::None).await?;
    p.rest_ends().await?;
    p.big_key(Key::Space, Phase::Roll, Phase::Hold).await?;
    p.wait_seconds(12).await?;
    look(s, words, "second hold", Number::Large).await?;
    p.button_to(words.pause, Phase::Paused).await?;
    look(s, words, "paused", Number::Legible).await?;
    p.settle().await?;
    p.button(words.stop).await?;
    p.page_time(450).await?;
    s.shot(&format!("mat-{} stop", words.tag)).await?;
    p.button(words.resume).await?;
    p.page_time(450).await?;
    p.button_to(words.resume, Phase::Hold).await?;
    p.settle().await?;
    wrong(s, words).await?;
    p.button_to(words.carry_on, Phase::Roll).await?;
    p.settle().await?;
    p.button_to(words.at_knee, Phase::Switch).await?;
    look(s, words, "off the roller", Number::None).await?;
    p.until_true("the countdown", "return !!document.querySelector('[data-phase=switch] [role=timer]')")
        .await?;
    look(s, words, "switch", Number::Legible).await?;
    p.big_key(Key::Space, Phase::Switch, Phase::Position).await?;
    p.big_key(Key::Space, Phase::Position, Phase::Roll).await?;
    p.settle().await?;
    p.button_to(words.at_knee, Phase::Done).await?;
    s.shot(&format!("mat-{} farewell", words.tag)).await?;
    p.button(words.done).await
}

/// "This feels wrong", step by step.
async fn wrong(s: &Stage, words: &Words) -> Outcome {
    let p = &s.page;
    p.button_to(words.wrong, Phase::Paused).await?;
    p.settle_step().await?;
    for (step, next) in [("wrong", words.came_off), ("reason", words.skip)] {
        let what = format!("{} {step}", words.tag);
        s.shot(&format!("mat-{what} at {:?}", p.viewport().await?)).await?;
        p.has_clear_words(&what).await?;
        has_high_buttons(s, &what).await?;
        p.button(next).await?;
    }
    p.wait_for(Kind::Button, words.carry_on).await?;
    s.shot(&format!("mat-{} advice at {:?}", words.tag, p.viewport().await?)).await?;
    p.has_clear_words(&format!("{} advice", words.tag)).await?;
    has_high_buttons(s, &format!("{} advice", words.tag)).await
}

async fn miss(s: &mut Stage) -> Outcome {
    s.page.open_and_hold(&s.site.url()).await?;
    let p = &s.page;
    // From 3 s on a big tap ends the hold.
    p.wait_seconds(4).await?;
    let around = "const b = document.querySelector('.pain-target').getBoundingClientRect();\
        const spots = [[b.left + b.width / 2, b.top - 20], [b.left + b.width / 2, b.bottom + 20], [b.left + 30, b.top - 20],\
            [b.right - 30, b.bottom + 20]];\
        return spots.map((spot) => spot.map(Math.round))";
    let around: Vec<[i64; 2]> = serde_json::from_value(p.js(around, vec![]).await?)?;
    ensure!(around.len() == 4, "there are {} places", around.len());
    for [x, y] in around {
        p.tap(crate::pointer::Place { x, y }).await?;
        p.page_time(300).await?;
        let phase = p.phase().await?.unwrap_or_default();
        ensure!(phase == "hold", "a tap at {x}, {y} beside the scale leads to {phase}");
    }
    let seconds = p.seconds().await?;
    p.wait_seconds(seconds + 1).await?;
    p.is_in(Phase::Hold).await?;
    let said = p.js("return document.querySelectorAll('.pain-steps .is-said').length", vec![]).await?;
    ensure!(said == 0, "a miss has rated the pain");
    Ok(())
}

/// Presses each button of roll, hold and pause twice, one press right after the other.
async fn double_press(s: &mut Stage) -> Outcome {
    s.page.open_and_hold(&s.site.url()).await?;
    let p = &s.page;
    let ends = async |what: &str| -> Outcome {
        let phase = p.phase().await?.unwrap_or_default();
        ensure!(phase != "done" && phase != "switch", "{what}, pressed twice, leads to {phase}");
        Ok(())
    };
    for (name, back) in [("Too much?", None), ("Pause", Some("Resume")), ("Move on", Some("Undo"))] {
        p.wait_phase(Phase::Hold).await?;
        p.settle().await?;
        p.press_twice(name).await?;
        p.settle_step().await?;
        ends(name).await?;
        if let Some(back) = back
            && p.phase().await?.as_deref() != Some(Phase::Hold.word())
        {
            p.settle().await?;
            p.button(back).await?;
            p.page_time(1_000).await?;
            let phase = p.phase().await?.unwrap_or_default();
            ensure!(phase == "hold", "after {name}, pressed twice, {back} leads to {phase}");
        }
    }
    p.settle().await?;
    p.press_twice("This feels wrong").await?;
    p.settle_step().await?;
    ends("This feels wrong").await?;
    p.button_to("Undo", Phase::Hold).await?;
    p.settle().await?;
    p.button_to("Pause", Phase::Paused).await?;
    p.settle().await?;
    p.press_twice("Stop").await?;
    p.settle_step().await?;
    ends("Stop").await?;
    p.press_twice("Resume").await?;
    p.settle_step().await?;
    ends("Resume").await
}
