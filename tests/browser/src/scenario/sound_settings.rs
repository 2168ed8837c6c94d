//! Sound settings: voice, tones or silence, the sound check, and hints when there is no sound.

use super::audio_stub::{AUDIO_STUB, open_with_stub, spoken_texts, wait_first_tones};
use super::console::{RECORD_ERRORS, expect_no_errors};
use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::ControlKind;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::{Value, json};

/// The scenarios of sound settings.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "sound_settings: voice, tones, silence and the screen reader's own voice can be chosen",
            scenario_fn!(choices),
        ),
        Scenario::new("sound_settings: the sound check helps when nothing is heard", scenario_fn!(check)),
        Scenario::new(
            "sound_settings: headphones that sleep between tones are kept awake on request",
            scenario_fn!(headphones_awake),
        ),
        Scenario::new(
            "sound_settings: sound blocked by a phone call is shown and causes no error",
            scenario_fn!(blocked_by_call),
        ),
        Scenario::new(
            "sound_settings: a screen that may turn off is announced, also by voice",
            scenario_fn!(screen_may_turn_off),
        ),
    ]
}

async fn choices(ctx: &mut TestContext) -> Outcome {
    open_with_stub(ctx, "&voices=none").await?;
    let p = &ctx.page;
    p.visit("Settings").await?;
    p.wait_for_text(&["has no offline voice"]).await?;
    ctx.take_screenshot("settings-sound").await?;
    p.open_app(&format!("{}?audio-stub", ctx.site.url())).await?;
    p.visit("Settings").await?;
    ensure!(!p.visible_text().await?.contains("has no offline voice"), "it has a voice");
    press_switch(ctx, "I use a screen reader").await?;
    p.visit("Leg").await?;
    p.start_session().await?;
    wait_first_tones(ctx, &["ready", "count", "count", "count", "roll"]).await?;
    ensure!(
        spoken_texts(ctx).await?.is_empty(),
        "it speaks over the screen reader: {:?}",
        spoken_texts(ctx).await?
    );
    p.complete_session().await?;
    p.close_summary().await?;
    p.visit("Settings").await?;
    press_switch(ctx, "I use a screen reader").await?;
    p.choose_radio("Silent").await?;
    press_switch(ctx, "Vibrate").await?;
    p.reload_app().await?;
    p.visit("Leg").await?;
    p.start_session().await?;
    p.complete_session().await?;
    let silent =
        "return [audioStub.contexts.length, audioStub.utterances.length, audioStub.vibrations.length]";
    let silent = p.js(silent, vec![]).await?;
    ensure!(silent == json!([0, 0, 0]), "contexts, utterances and vibrations: {silent}");
    ensure!(
        !p.visible_text().await?.contains("Tap once for sound"),
        "chosen silence is reported as blocked sound"
    );
    Ok(())
}

/// Presses a switch by its label; fails unless it has changed.
async fn press_switch(ctx: &TestContext, label: &str) -> Outcome {
    let script = "const box = [...document.querySelectorAll('label.switch')].find((l) => l.querySelector('b').textContent === arguments[0])?.firstChild;\
        if (!box) return null; const was = box.checked; box.click(); return box.checked !== was;";
    let turned = wait_until(format!("the switch {label:?}"), async || {
        Ok(Some(ctx.page.js(script, vec![json!(label)]).await?).filter(|turned| !turned.is_null()))
    })
    .await?;
    ensure!(turned == true, "the switch {label:?} gave {turned}");
    Ok(())
}

async fn check(ctx: &mut TestContext) -> Outcome {
    open_with_stub(ctx, "").await?;
    let p = &ctx.page;
    let ask = async |expected: &str| -> Outcome {
        p.press_button("Sound check").await?;
        p.wait_for(ControlKind::Button, "No").await?;
        let kind = p.js("return navigator.audioSession.type", vec![]).await?;
        ensure!(kind == expected, "the audio session is {kind}");
        p.press_button("No").await?;
        p.wait_for_text(&["silent switch"]).await?;
        p.press_button("Sound check").await?;
        p.wait_for(ControlKind::Button, "Yes").await?;
        p.press_button("Yes").await?;
        p.wait_for_text(&["from the mat"]).await.map(|_| ())
    };
    // On the welcome card, before storage has been read.
    ask("ambient").await?;
    ctx.take_screenshot("sound-check").await?;
    p.visit("Settings").await?;
    press_switch(ctx, "Sound even when muted").await?;
    ask("playback").await?;
    let played: Value = p
        .js("return [audioStub.played().map((t) => t[0]), audioStub.utterances.map((s) => s.text)]", vec![])
        .await?;
    ensure!(played[0] == json!(["hold", "hold", "hold", "hold"]), "the tones are {played}");
    ensure!(played[1][3] == "This is how a session sounds.", "the utterances are {played}");
    // The app's volume.
    let loud: Vec<f64> = serde_json::from_value(p.js("return audioStub.gains()", vec![]).await?)?;
    for _ in 0..4 {
        p.press_button("Volume of the app: less").await?;
    }
    p.press_button("Sound check").await?;
    p.wait_until_true("another tone", "return audioStub.gains().length > 4").await?;
    let softer: Vec<f64> = serde_json::from_value(p.js("return audioStub.gains()", vec![]).await?)?;
    ensure!((loud[0] - 0.9).abs() < 0.01 && (softer[4] - 0.7).abs() < 0.01, "as loud as {softer:?}");
    p.wait_page_ms(2_100).await?;
    p.visit("Leg").await?;
    p.wait_until_true("the audio context to be closed", "return audioStub.contexts[0].state === 'closed'")
        .await
}

async fn screen_may_turn_off(ctx: &mut TestContext) -> Outcome {
    open_with_stub(ctx, "&wake=refused").await?;
    let p = &ctx.page;
    p.start_session().await?;
    p.wait_for_text(&["Set auto-lock to Never."]).await?;
    wait_until("it to be spoken", async || {
        Ok(spoken_texts(ctx).await?.iter().any(|text| text.contains("Set auto-lock to Never.")).then_some(()))
    })
    .await?;
    // It is queued after the current utterance and does not cancel it.
    let cut = p.js("return audioStub.utterances[0].cut ?? false", vec![]).await?;
    ensure!(cut == false, "the first utterance was cancelled: {:?}", spoken_texts(ctx).await?);
    Ok(())
}

async fn headphones_awake(ctx: &mut TestContext) -> Outcome {
    open_with_stub(ctx, "").await?;
    let p = &ctx.page;
    let hum = "return audioStub.played().filter(([name]) => name === '30').length";
    p.start_session().await?;
    wait_first_tones(ctx, &["ready"]).await?;
    ensure!(p.js(hum, vec![]).await? == 0, "the steady sound plays without the setting");
    p.complete_session().await?;
    p.close_summary().await?;
    p.visit("Settings").await?;
    press_switch(ctx, "Keep headphones awake").await?;
    p.visit("Leg").await?;
    p.start_session().await?;
    p.wait_until_true(
        "one steady sound",
        "return audioStub.played().filter(([name]) => name === '30').length === 1",
    )
    .await?;
    let loud = p.js("return Math.min(...audioStub.gains())", vec![]).await?;
    ensure!(loud.as_f64().is_some_and(|loud| loud > 0.0 && loud < 0.02), "it is as loud as {loud}");
    Ok(())
}

async fn blocked_by_call(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(&[RECORD_ERRORS, AUDIO_STUB].concat())?;
    let p = &ctx.page;
    p.open_app(&format!("{}?audio-stub&resume=rejected", ctx.site.url())).await?;
    p.start_session().await?;
    p.wait_for_text(&["Tap once for sound"]).await?;
    p.complete_session().await?;
    expect_no_errors(ctx).await
}
