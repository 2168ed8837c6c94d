//! Speech: which voice is used, and what happens when speech synthesis fails.

use super::audio::SESSION_ANNOUNCEMENTS;
use super::audio_stub::{AUDIO_STUB, open_with_stub, spoken_texts};
use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::Phase;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::{Value, json};

/// The scenarios of speech.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "speech: the region's voice speaks, novelty voices are left out, and one can be chosen",
            scenario_fn!(chosen),
        ),
        Scenario::new("speech: when each utterance fails, the screen says so", scenario_fn!(failing)),
        Scenario::new("speech: when no utterance ever starts, the screen says so", scenario_fn!(mute)),
        Scenario::new("speech: a paused voice is resumed", scenario_fn!(paused)),
        Scenario::new("speech: a cancel that takes effect late loses nothing", scenario_fn!(late)),
    ]
}

/// The voices of a Mac, whose browser marks every voice as the default.
fn mac_voices() -> String {
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

async fn last_voice(ctx: &TestContext) -> Outcome<Value> {
    ctx.page.js("return audioStub.utterances.at(-1)?.voice ?? null", vec![]).await
}

async fn wait_voice(ctx: &TestContext, name: &str) -> Outcome {
    wait_until(format!("{name} to speak"), async || Ok((last_voice(ctx).await? == name).then_some(()))).await
}

async fn chosen(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(
        &[AUDIO_STUB, "Object.defineProperty(navigator, 'languages', { value: ['en-GB', 'en'] });\n"]
            .concat(),
    )?;
    let p = &ctx.page;
    p.open_app(&format!("{}?audio-stub{}", ctx.site.url(), mac_voices())).await?;
    p.visit("Settings").await?;
    p.press_button("Hear it").await?;
    wait_voice(ctx, "Daniel").await?;
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
    wait_voice(ctx, "Rishi").await?;
    ctx.take_screenshot("settings-voice").await?;
    // The choice is stored, and the session uses it.
    p.reload_app().await?;
    p.visit("Leg").await?;
    p.start_session().await?;
    wait_voice(ctx, "Rishi").await
}

async fn failing(ctx: &mut TestContext) -> Outcome {
    open_with_stub(ctx, "&speech=failing").await?;
    expect_failure_shown(ctx).await
}

async fn mute(ctx: &mut TestContext) -> Outcome {
    open_with_stub(ctx, "&speech=mute").await?;
    expect_failure_shown(ctx).await
}

async fn expect_failure_shown(ctx: &TestContext) -> Outcome {
    let p = &ctx.page;
    p.start_session().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.tap_here().await?;
    p.wait_for_text(&["No voice: tones only"]).await?;
    ctx.take_screenshot("voice-fails").await?;
    // The tones still sound.
    wait_until("the tones", async || {
        let played: Vec<(String, i64)> =
            serde_json::from_value(p.js("return audioStub.played()", vec![]).await?)?;
        let names: Vec<_> = played.into_iter().map(|tone| tone.0).collect();
        Ok(["roll", "hold"].iter().all(|name| names.iter().any(|played| played == name)).then_some(()))
    })
    .await?;
    let requested_count =
        p.js("return audioStub.requested.filter((words) => words.trim()).length", vec![]).await?;
    ensure!(requested_count.as_u64() >= Some(2), "it was asked to speak {requested_count} times");
    Ok(())
}

async fn paused(ctx: &mut TestContext) -> Outcome {
    open_with_stub(ctx, "&speech=paused").await?;
    ctx.page.start_session().await?;
    wait_until("the first words", async || Ok((!spoken_texts(ctx).await?.is_empty()).then_some(()))).await
}

async fn late(ctx: &mut TestContext) -> Outcome {
    open_with_stub(ctx, "&speed=6&marks&speech=late").await?;
    ctx.page.start_session().await?;
    ctx.page.wait_phase(Phase::Done).await?;
    wait_until("the last words", async || {
        Ok(spoken_texts(ctx).await?.last().is_some_and(|last| last.ends_with("Session over.")).then_some(()))
    })
    .await?;
    let mut spoken = spoken_texts(ctx).await?;
    // An utterance that a late cancel removed is spoken again, and may have started before.
    spoken.dedup();
    ensure!(spoken == SESSION_ANNOUNCEMENTS, "it said: {spoken:#?}");
    Ok(())
}
