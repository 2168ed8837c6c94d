//! What can be heard and how it is chosen: voice, tones, silence, the sound check, and what is said where nothing is heard.

use super::console::{LISTEN, is_quiet};
use super::listen::{EAR, open, spoken, wait_first};
use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::page::Kind;
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::{Value, json};

/// Everything that is chosen.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("ear: voice, tones, silence, and the screen reader's own voice", play!(choices)),
        Scenario::new("ear: the sound check, and what to do when nothing is heard", play!(check)),
        Scenario::new(
            "ear: headphones that sleep between tones are kept awake, where that is chosen",
            play!(steady),
        ),
        Scenario::new(
            "ear: sound that a phone call holds is told on the screen and is no error",
            play!(held),
        ),
        Scenario::new("ear: a screen that may go dark is told, also aloud", play!(may_sleep)),
    ]
}

async fn choices(s: &mut Stage) -> Outcome {
    open(s, "&voices=none").await?;
    let p = &s.page;
    p.visit("Settings").await?;
    p.wait_to_read(&["has no offline voice"]).await?;
    s.shot("settings-sound").await?;
    p.open_app(&format!("{}?ear", s.site.url())).await?;
    p.visit("Settings").await?;
    ensure!(!p.text().await?.contains("has no offline voice"), "it has a voice");
    tick(s, "I use a screen reader").await?;
    p.visit("Leg").await?;
    p.begin().await?;
    wait_first(s, &["ready", "count", "count", "count", "roll"]).await?;
    ensure!(spoken(s).await?.is_empty(), "it speaks over the screen reader: {:?}", spoken(s).await?);
    p.roll_through().await?;
    p.leave().await?;
    p.visit("Settings").await?;
    tick(s, "I use a screen reader").await?;
    p.radio("Silent").await?;
    tick(s, "Vibrate").await?;
    p.reload_app().await?;
    p.visit("Leg").await?;
    p.begin().await?;
    p.roll_through().await?;
    let silent = "return [ear.contexts.length, ear.spoken.length, ear.buzzes.length]";
    let silent = p.js(silent, vec![]).await?;
    ensure!(silent == json!([0, 0, 0]), "silent means {silent}");
    ensure!(!p.text().await?.contains("Tap once for sound"), "silence was chosen, not found");
    Ok(())
}

/// Presses a switch by its label and waits until it has turned.
async fn tick(s: &Stage, label: &str) -> Outcome {
    let script = "const box = [...document.querySelectorAll('label.switch')].find((l) => l.querySelector('b').textContent === arguments[0])?.firstChild;\
        if (!box) return null; const was = box.checked; box.click(); return box.checked !== was;";
    let turned = until(format!("the switch {label:?}"), async || {
        Ok(Some(s.page.js(script, vec![json!(label)]).await?).filter(|turned| !turned.is_null()))
    })
    .await?;
    ensure!(turned == true, "the switch {label:?} gave {turned}");
    Ok(())
}

async fn check(s: &mut Stage) -> Outcome {
    open(s, "").await?;
    let p = &s.page;
    let ask = async |expected: &str| -> Outcome {
        p.button("Sound check").await?;
        p.wait_for(Kind::Button, "No").await?;
        let kind = p.js("return navigator.audioSession.type", vec![]).await?;
        ensure!(kind == expected, "the audio session is {kind}");
        p.button("No").await?;
        p.wait_to_read(&["silent switch"]).await?;
        p.button("Sound check").await?;
        p.wait_for(Kind::Button, "Yes").await?;
        p.button("Yes").await?;
        p.wait_to_read(&["from the mat"]).await.map(|_| ())
    };
    // In the welcome, before anything is read.
    ask("ambient").await?;
    s.shot("sound-check").await?;
    p.visit("Settings").await?;
    tick(s, "Sound even when muted").await?;
    ask("playback").await?;
    let heard: Value =
        p.js("return [ear.heard().map((t) => t[0]), ear.spoken.map((s) => s.text)]", vec![]).await?;
    ensure!(heard[0] == json!(["hold", "hold", "hold", "hold"]), "it sounded {heard}");
    ensure!(heard[1][3] == "This is how a session sounds.", "it said {heard}");
    // The app's own volume.
    let loud: Vec<f64> = serde_json::from_value(p.js("return ear.loud()", vec![]).await?)?;
    for _ in 0..4 {
        p.button("Volume of the app: less").await?;
    }
    p.button("Sound check").await?;
    p.until_true("another tone", "return ear.loud().length > 4").await?;
    let softer: Vec<f64> = serde_json::from_value(p.js("return ear.loud()", vec![]).await?)?;
    ensure!((loud[0] - 0.9).abs() < 0.01 && (softer[4] - 0.7).abs() < 0.01, "as loud as {softer:?}");
    p.page_time(2_100).await?;
    p.visit("Leg").await?;
    p.until_true("the sound to be let go", "return ear.contexts[0].state === 'closed'").await
}

async fn may_sleep(s: &mut Stage) -> Outcome {
    open(s, "&wake=refused").await?;
    let p = &s.page;
    p.begin().await?;
    p.wait_to_read(&["Set auto-lock to Never."]).await?;
    until("it to be said", async || {
        Ok(spoken(s).await?.iter().any(|said| said.contains("Set auto-lock to Never.")).then_some(()))
    })
    .await?;
    // After what is being said, not in its place.
    let cut = p.js("return ear.spoken[0].cut ?? false", vec![]).await?;
    ensure!(cut == false, "it cut off: {:?}", spoken(s).await?);
    Ok(())
}

async fn steady(s: &mut Stage) -> Outcome {
    open(s, "").await?;
    let p = &s.page;
    let hum = "return ear.heard().filter(([name]) => name === '30').length";
    p.begin().await?;
    wait_first(s, &["ready"]).await?;
    ensure!(p.js(hum, vec![]).await? == 0, "it hums unasked");
    p.roll_through().await?;
    p.leave().await?;
    p.visit("Settings").await?;
    tick(s, "Keep headphones awake").await?;
    p.visit("Leg").await?;
    p.begin().await?;
    p.until_true("one steady sound", "return ear.heard().filter(([name]) => name === '30').length === 1")
        .await?;
    let loud = p.js("return Math.min(...ear.loud())", vec![]).await?;
    ensure!(loud.as_f64().is_some_and(|loud| loud > 0.0 && loud < 0.02), "it is as loud as {loud}");
    Ok(())
}

async fn held(s: &mut Stage) -> Outcome {
    s.use_script(&[LISTEN, EAR].concat())?;
    let p = &s.page;
    p.open_app(&format!("{}?ear&resume=rejected", s.site.url())).await?;
    p.begin().await?;
    p.wait_to_read(&["Tap once for sound"]).await?;
    p.roll_through().await?;
    is_quiet(s).await
}
