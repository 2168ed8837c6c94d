//! What a session shows from a metre away: large enough, and nothing over anything else, in every phase and language.

use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::{Kind, Phase};
use crate::pointer::Key;
use crate::runner::{Scenario, play};
use crate::stage::Stage;

const ELSEWHERE: &[(Engine, &str)] = &[
    (Engine::Firefox, "the same style sheet, which it shows at two other sizes"),
    (Engine::WebKit, "the same style sheet, which it shows at two other sizes"),
];

/// The sizes that the screen rules name.
pub fn all() -> Vec<Scenario> {
    let at = |name, width, height| Scenario::new(name, play!(fits)).size(width, height);
    vec![
        at("mat: every phase is legible and in order, in both languages, at 390x844", 390, 844),
        at("mat: every phase is legible and in order, in both languages, at 844x390", 844, 390),
        at("mat: every phase is legible and in order, in both languages, at 320x568", 320, 568)
            .not_in(ELSEWHERE),
        at("mat: every phase is legible and in order, in both languages, at 768x1024", 768, 1024)
            .not_in(ELSEWHERE),
    ]
}

/// The buttons that are pressed, in one language.
struct Words {
    tag: &'static str,
    too_much: &'static str,
    pause: &'static str,
    resume: &'static str,
    at_knee: &'static str,
    done: &'static str,
}

const ENGLISH: Words = Words {
    tag: "en",
    too_much: "Too much?",
    pause: "Pause",
    resume: "Resume",
    at_knee: "At the knee",
    done: "Done",
};
const GERMAN: Words = Words {
    tag: "de",
    too_much: "Zu viel?",
    pause: "Pause",
    resume: "Fortsetzen",
    at_knee: "Am Knie",
    done: "Fertig",
};

/// Least height of two digits, pixels, by the size of the screen (22 minutes of arc at a metre need 54).
const fn least(size: (u32, u32)) -> i64 {
    match size {
        (390, 844) => 138,
        (844, 390) => 105,
        _ => 84,
    }
}

async fn look(s: &Stage, words: &Words, phase: &str) -> Outcome {
    let p = &s.page;
    let screen = p.viewport().await?;
    let what = format!("{} {phase} at {}x{}", words.tag, screen.0, screen.1);
    s.shot(&format!("mat-{what}")).await?;
    p.has_clear_words(&what).await?;
    let [number, side, word, others] = p.mat_sizes().await?;
    ensure!(number >= least(screen), "{what}: two digits are {number} px high");
    ensure!(side >= 54 && word >= 54, "{what}: side and word are {side} and {word} px");
    // 28 px where a phone is as tall as most; shorter screens give way before the number does.
    let least = if screen == (390, 844) || screen.0 == 768 { 28 } else { 16 };
    ensure!(others >= least, "{what}: the smallest words are {others} px");
    Ok(())
}

async fn fits(s: &mut Stage) -> Outcome {
    s.page.open_app(&s.site.url()).await?;
    s.page
        .js("localStorage.setItem('eased.draft', '{\"v\":1,\"n\":9,\"leg\":\"r\",\"left\":[],\"right\":[{\"spot\":{\"x\":2,\"w\":\"t\",\"a\":7}},{\"spot\":{\"x\":90,\"w\":\"t\"}}]}')", vec![])
        .await?;
    s.page.reload_app().await?;
    s.page.begin().await?;
    phases(s, &ENGLISH).await?;
    s.page.visit("Settings").await?;
    s.page.radio("Deutsch").await?;
    s.page.press(Kind::Control, "Bein").await?;
    s.page.button("Start").await?;
    phases(s, &GERMAN).await
}

async fn phases(s: &Stage, words: &Words) -> Outcome {
    let p = &s.page;
    p.wait_phase(Phase::Position).await?;
    look(s, words, "position").await?;
    p.big_key(Key::Space, Phase::Position, Phase::Roll).await?;
    look(s, words, "roll").await?;
    p.big_key(Key::Space, Phase::Roll, Phase::Hold).await?;
    p.wait_seconds(10).await?;
    look(s, words, "hold").await?;
    p.button(words.too_much).await?;
    look(s, words, "too much").await?;
    p.big_key(Key::Space, Phase::Hold, Phase::Roll).await?;
    look(s, words, "roll after a hold").await?;
    p.button_to(words.pause, Phase::Paused).await?;
    look(s, words, "paused").await?;
    p.button_to(words.resume, Phase::Roll).await?;
    p.button_to(words.at_knee, Phase::Switch).await?;
    look(s, words, "switch").await?;
    p.big_key(Key::Space, Phase::Switch, Phase::Position).await?;
    p.big_key(Key::Space, Phase::Position, Phase::Roll).await?;
    p.button_to(words.at_knee, Phase::Done).await?;
    p.button(words.done).await
}
