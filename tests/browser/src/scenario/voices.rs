//! Which voice speaks, and what happens where speaking fails.

use super::ear::WHOLE;
use super::listen::{EAR, open, spoken};
use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::page::Phase;
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::{Value, json};

/// Everything about voices.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "voices: the region's voice speaks, no effect, and one can be chosen and heard",
            play!(chosen),
        ),
        Scenario::new("voices: each utterance fails, and the screen says so", play!(failing)),
        Scenario::new("voices: no utterance ever begins, and the screen says so", play!(mute)),
        Scenario::new("voices: a paused voice is resumed", play!(paused)),
        Scenario::new("voices: a cut that takes effect late loses nothing", play!(late)),
    ]
}

/// As on a Mac whose browser says of each voice that the device prefers it.
fn apple() -> String {
    let voice =
        |name: &str, lang: &str| json!({"name": name, "lang": lang, "localService": true, "default": true});
    let all = [
        voice("Albert", "en-US"),
        voice("Bad News", "en-US"),
        voice("Samantha", "en-US"),
        voice("Daniel", "en-GB"),
        voice("Rishi", "en-IN"),
        voice("Zarvox", "en-US"),
    ];
    let all = Value::from(all.to_vec()).to_string();
    format!("&voices={}", all.replace('"', "%22").replace(' ', "%20"))
}

async fn last_voice(s: &Stage) -> Outcome<Value> {
    s.page.js("return ear.spoken.at(-1)?.voice ?? null", vec![]).await
}

async fn wait_voice(s: &Stage, name: &str) -> Outcome {
    until(format!("{name} to speak"), async || Ok((last_voice(s).await? == name).then_some(()))).await
}

async fn chosen(s: &mut Stage) -> Outcome {
    s.use_script(
        &[EAR, "Object.defineProperty(navigator, 'languages', { value: ['en-GB', 'en'] });\n"].concat(),
    )?;
    let p = &s.page;
    p.open_app(&format!("{}?ear{}", s.site.url(), apple())).await?;
    p.visit("Settings").await?;
    p.button("Hear it").await?;
    wait_voice(s, "Daniel").await?;
    let names = "const list = [...document.querySelectorAll('.voice option')].map((option) => option.text); return list";
    let names = p.js(names, vec![]).await?;
    ensure!(
        names == json!(["The one that suits best", "Samantha", "Daniel", "Rishi"]),
        "to choose from: {names}"
    );
    let choose = "const list = document.querySelector('.voice select');\
        list.value = [...list.options].find((option) => option.text === 'Rishi').value;\
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    p.js(choose, vec![]).await?;
    wait_voice(s, "Rishi").await?;
    s.shot("settings-voice").await?;
    // It is kept, and the session speaks with it.
    p.reload_app().await?;
    p.visit("Leg").await?;
    p.begin().await?;
    wait_voice(s, "Rishi").await
}

async fn failing(s: &mut Stage) -> Outcome {
    open(s, "&speech=failing").await?;
    fails(s).await
}

async fn mute(s: &mut Stage) -> Outcome {
    open(s, "&speech=mute").await?;
    fails(s).await
}

async fn fails(s: &Stage) -> Outcome {
    let p = &s.page;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.here().await?;
    p.wait_to_read(&["No voice: tones only"]).await?;
    s.shot("voice-fails").await?;
    // The tones tell everything.
    until("the tones", async || {
        let heard: Vec<(String, i64)> = serde_json::from_value(p.js("return ear.heard()", vec![]).await?)?;
        let names: Vec<_> = heard.into_iter().map(|tone| tone.0).collect();
        Ok(["roll", "hold"].iter().all(|name| names.iter().any(|heard| heard == name)).then_some(()))
    })
    .await?;
    let asked = p.js("return ear.asked.filter((words) => words.trim()).length", vec![]).await?;
    ensure!(asked.as_u64() >= Some(2), "it was asked to speak {asked} times");
    Ok(())
}

async fn paused(s: &mut Stage) -> Outcome {
    open(s, "&speech=paused").await?;
    s.page.begin().await?;
    until("the first words", async || Ok((!spoken(s).await?.is_empty()).then_some(()))).await
}

async fn late(s: &mut Stage) -> Outcome {
    open(s, "&speed=6&marks&speech=late").await?;
    s.page.begin().await?;
    s.page.wait_phase(Phase::Done).await?;
    until("the last words", async || {
        Ok(spoken(s).await?.last().is_some_and(|last| last.ends_with("Session over.")).then_some(()))
    })
    .await?;
    let mut told = spoken(s).await?;
    // What a cut took along is said again, and may have begun before.
    told.dedup();
    ensure!(told == WHOLE, "it was told: {told:#?}");
    Ok(())
}
