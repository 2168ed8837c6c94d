//! No promise but pictures: every phase of a session, upright and on its side, as it lies on the floor. Taken only where
//! `EASED_SHOTS` names a folder; `EASED_ONLY=mats` takes these alone.

use crate::engine::Engine;
use crate::failure::Outcome;
use crate::page::{Kind, Phase};
use crate::pointer::Key;
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::json;

const ELSEWHERE: &[(Engine, &str)] = &[
    (Engine::Firefox, "pictures are judged in one engine"),
    (Engine::WebKit, "pictures are judged in one engine"),
];

/// Two spots on the right leg.
const DRAFT: &str = r#"[1,1,"r",[],[[4,"t",6],[60,"t"]]]"#;

/// Every size that the issue of the session names, and the longer language.
pub fn all() -> Vec<Scenario> {
    let at = |name, width, height| Scenario::new(name, play!(english)).not_in(ELSEWHERE).size(width, height);
    let german =
        |name, width, height| Scenario::new(name, play!(german)).not_in(ELSEWHERE).size(width, height);
    vec![
        at("mats: pictures at 390x844", 390, 844),
        at("mats: pictures at 844x390", 844, 390),
        at("mats: pictures at 320x568", 320, 568),
        at("mats: pictures at 568x320", 568, 320),
        at("mats: pictures at 768x1024", 768, 1024),
        german("mats: German at 390x844", 390, 844),
        german("mats: German at 844x390", 844, 390),
        german("mats: German at 320x568", 320, 568),
    ]
}

async fn english(s: &mut Stage) -> Outcome {
    s.page.open_app(&s.site.url()).await?;
    phases(
        s,
        "en",
        ["Start", "None of these", "Too much?", "Pause", "Stop", "Undo", "This feels wrong", "Resume"],
    )
    .await
}

async fn german(s: &mut Stage) -> Outcome {
    s.page.open_app(&s.site.url()).await?;
    s.page.visit("Settings").await?;
    s.page.radio("Deutsch").await?;
    s.page.press(Kind::Control, "Bein").await?;
    let words = [
        "Start",
        "Nichts davon",
        "Zu viel?",
        "Pause",
        "Stopp",
        "Rück\u{ad}gängig",
        "Tut nicht gut",
        "Fortsetzen",
    ];
    phases(s, "de", words).await
}

async fn phases(s: &Stage, tag: &str, words: [&str; 8]) -> Outcome {
    let [start, none, too_much, pause, stop, undo, wrong, resume] = words;
    let p = &s.page;
    p.js("localStorage.setItem('eased.draft', arguments[0])", vec![json!(DRAFT)]).await?;
    p.reload_app().await?;
    p.button(start).await?;
    p.wait_for(Kind::Button, none).await?;
    p.button(none).await?;
    p.wait_phase(Phase::Position).await?;
    taken(s, tag, "1 position").await?;
    p.big_key(Key::Space, Phase::Position, Phase::Roll).await?;
    taken(s, tag, "2 roll").await?;
    p.big_key(Key::Space, Phase::Roll, Phase::Hold).await?;
    p.wait_seconds(1).await?;
    taken(s, tag, "3 hold").await?;
    p.button(too_much).await?;
    taken(s, tag, "4 too much").await?;
    p.wait_seconds(12).await?;
    taken(s, tag, "5 hold two digits").await?;
    p.button(pause).await?;
    p.wait_phase(Phase::Paused).await?;
    taken(s, tag, "6 paused").await?;
    p.button(stop).await?;
    taken(s, tag, "7 stop asked").await?;
    p.keys(&[Key::Escape]).await?;
    p.wait_for(Kind::Button, stop).await?;
    p.button_to(resume, Phase::Hold).await?;
    p.big_key(Key::Space, Phase::Hold, Phase::Roll).await?;
    taken(s, tag, "8 roll after eased").await?;
    p.button(undo).await?;
    p.wait_phase(Phase::Hold).await?;
    p.button(wrong).await?;
    p.wait_phase(Phase::Paused).await?;
    taken(s, tag, "9 red card").await
}

async fn taken(s: &Stage, tag: &str, what: &str) -> Outcome {
    let (width, height) = s.page.viewport().await?;
    s.shot(&format!("mat {tag} {width}x{height} {what}")).await
}
