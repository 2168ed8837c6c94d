//! Audio: which tones are scheduled and when, and what a session announces from beginning to end.

use super::audio_stub::{open_with_stub, scheduled_tones, spoken_texts, wait_first_tones, wait_scheduled};
use crate::browser::wait_until;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::Phase;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use eased::domain::hold_cue::HoldCue;
use eased::domain::phase::LIMIT_MS;

/// Records the tones that the browser's own Web Audio schedules.
const RECORD_TONES: &str = "window.starts = [];\
    const start = OscillatorNode.prototype.start;\
    OscillatorNode.prototype.start = function (at) {\
        starts.push({ ahead: at - this.context.currentTime, state: this.context.state, hz: this.frequency.value });\
        window.sound = this.context;\
        return start.call(this, at);\
    };";

/// How far a tone may be from its time, ms: two clocks are compared on a busy machine.
const TONE_TOLERANCE_MS: i64 = 250;

/// The announcements of a session with two marks on the right leg and timed holds.
pub const SESSION_ANNOUNCEMENTS: [&str; 15] = [
    "Get into place: lie on your right side, roller just under the hip bone. 2 spots on this leg.",
    "Roll slowly toward the knee. Next: spot 1 of 2, about half a hand lower.",
    "Stop. Spot 1 of 2. Stay here.",
    "Spot 1 of 2. Stay on it for 15 seconds.",
    "Time’s up here. Roll on slowly. Next: spot 2 of 2, about a hand and a half lower.",
    "Almost at spot 2.",
    "Stop. Spot 2 of 2. Stay here.",
    "Spot 2 of 2. Stay on it for 15 seconds.",
    "Time’s up here. Roll on slowly. No more spots: down to the knee.",
    "Almost at the knee.",
    "Just above the knee: stop here. Off the roller. Next: your left side.",
    "Get into place: lie on your left side, roller just under the hip bone.",
    "Roll slowly toward the knee.",
    "Almost at the knee.",
    "Just above the knee: stop here. Off the roller. Session over.",
];

/// The scenarios of audio.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "audio: a timed session without a touch after Start is announced from beginning to end",
            scenario_fn!(timed_session),
        ),
        Scenario::new(
            "audio: tones are scheduled ahead and follow taps, pause, resume and undo",
            scenario_fn!(scheduled),
        ),
        Scenario::new("audio: a tone sounds once, however late the page is", scenario_fn!(late)),
        Scenario::new(
            "audio: sound that is interrupted is reported and resumes",
            scenario_fn!(interrupted_sound),
        ),
        Scenario::new(
            "audio: the browser's own AudioContext accepts the schedule",
            scenario_fn!(real_audio_context),
        )
        .skip_in(&[(Engine::Firefox, "without a sound device its audio context never runs")]),
    ]
}

async fn timed_session(ctx: &mut TestContext) -> Outcome {
    open_with_stub(ctx, "&speed=2&marks").await?;
    let p = &ctx.page;
    p.start_session().await?;
    // From here on there is no input.
    for phase in [Phase::Roll, Phase::Hold, Phase::Roll, Phase::Hold, Phase::Roll, Phase::Switch] {
        p.wait_phase(phase).await?;
    }
    wait_until("the other leg", async || Ok((p.session_leg().await? == "left").then_some(()))).await?;
    p.wait_phase(Phase::Roll).await?;
    p.wait_phase(Phase::Done).await?;
    let announced = spoken_texts(ctx).await?;
    ensure!(announced == SESSION_ANNOUNCEMENTS, "it announced: {announced:#?}");
    let voices = p
        .js(
            "return audioStub.utterances.every((s) => s.local && s.lang === 'en_US' && s.volume === 0.8)",
            vec![],
        )
        .await?;
    ensure!(
        voices == true,
        "not the device's own voice: {}",
        p.js("return audioStub.utterances", vec![]).await?
    );
    let played: Vec<(String, i64)> =
        serde_json::from_value(p.js("return audioStub.played()", vec![]).await?)?;
    let names: Vec<&str> =
        played.iter().map(|tone| tone.0.as_str()).filter(|name| *name != "count").collect();
    let wanted = [
        "ready", "roll", "here", "hold", "limit", "here", "hold", "limit", "off", "switch", "ready", "roll",
        "done",
    ];
    ensure!(names == wanted, "the tones are {names:?}");
    // Three counts before every timed change; at a mark the first of them is replaced by the mark's own tone.
    let counts = played.len() - names.len();
    ensure!(counts == 3 + 2 * (2 + 3) + 3 + 3 + 3 + 3, "{counts} counts: {played:?}");
    let at = |name: &str| played.iter().find(|tone| tone.0 == name).map_or(0, |tone| tone.1);
    let held = at("limit") - at("hold");
    // On a busy machine the app's clock may lag, but it never runs ahead.
    ensure!(
        (15_000 - TONE_TOLERANCE_MS..25_000).contains(&held),
        "the tones of a 15 s hold are {held} ms apart"
    );
    wait_until("no tone to be scheduled", async || Ok(scheduled_tones(ctx).await?.is_empty().then_some(())))
        .await?;
    let buzzes = p.js("return audioStub.vibrations.length", vec![]).await?;
    ensure!(buzzes == wanted.len(), "it vibrated {buzzes} times");
    ensure!(p.js("return audioStub.contexts.length", vec![]).await? == 1, "more than one audio context");
    Ok(())
}

async fn scheduled(ctx: &mut TestContext) -> Outcome {
    open_with_stub(ctx, "").await?;
    let p = &ctx.page;
    p.start_session().await?;
    let ready = wait_first_tones(ctx, &["ready", "count", "count", "count", "roll"]).await?;
    ensure!(
        ready[4] <= 8_000 && (ready[4] - ready[1] - 3_000).abs() < TONE_TOLERANCE_MS,
        "at first: {ready:?}"
    );
    p.big_tap(Phase::Position, Phase::Roll).await?;
    let roll = wait_scheduled(ctx, &["count", "count", "count", "off"]).await?;
    ensure!((30_000..=60_000).contains(&roll[3]), "scheduled: {roll:?}");
    p.tap_here().await?;
    let hold_tones = ["first_chime", "second_chime", "cap", "count", "count", "count", "limit"];
    let hold = wait_scheduled(ctx, &hold_tones).await?;
    let limit_ms = i64::from(LIMIT_MS);
    let gone = limit_ms - hold[6];
    let cues = HoldCue::ALL.into_iter().map(|cue| i64::from(cue.at_ms()));
    let countdown = [3_000, 2_000, 1_000, 0].map(|left| limit_ms - left);
    for (tone, due) in hold.iter().zip(cues.chain(countdown)) {
        ensure!((tone + gone - due).abs() < TONE_TOLERANCE_MS, "scheduled after {gone} ms: {hold:?}");
    }
    p.wait_timer(4).await?;
    p.press_button_to("Pause", Phase::Paused).await?;
    wait_scheduled(ctx, &[]).await?;
    p.wait_page_ms(1_500).await?;
    p.press_button_to("Resume", Phase::Hold).await?;
    let resumed = wait_scheduled(ctx, &hold_tones).await?;
    // The time before the pause counts; the pause does not.
    ensure!(resumed[6] < limit_ms - 4_000 + TONE_TOLERANCE_MS, "scheduled after the pause: {resumed:?}");
    // The two are read one after the other, and again if the machine was busy in between.
    wait_until("the digits and the tones to agree", async || {
        let seconds = i64::from(p.timer_seconds().await?);
        let left = scheduled_tones(ctx).await?.last().map_or(0, |tone| tone.1);
        Ok(((limit_ms - seconds * 1_000 - left).abs() < 1_000 + TONE_TOLERANCE_MS).then_some(()))
    })
    .await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    wait_scheduled(ctx, &["count", "count", "count", "off"]).await?;
    p.press_button_to("Undo", Phase::Hold).await?;
    wait_scheduled(ctx, &hold_tones).await?;
    p.press_button_to("This feels wrong", Phase::Paused).await?;
    wait_scheduled(ctx, &[]).await?;
    let played: Vec<(String, i64)> =
        serde_json::from_value(p.js("return audioStub.played()", vec![]).await?)?;
    // Countdown tones are played if the machine was slow to tap.
    let played: Vec<String> = played.into_iter().map(|tone| tone.0).filter(|name| name != "count").collect();
    ensure!(played == ["ready", "roll", "hold", "eased"], "the tones are {played:?}");
    let cut = p
        .js("return audioStub.utterances.slice(0, -1).every((said) => said.cut || said.ended)", vec![])
        .await?;
    ensure!(cut == true, "a new phrase did not replace the old one");
    Ok(())
}

async fn late(ctx: &mut TestContext) -> Outcome {
    open_with_stub(ctx, "").await?;
    let p = &ctx.page;
    p.start_session().await?;
    // The page is blocked until well after the time of the tone, not so long that it counts as a gap. The audio clock
    // continues.
    let busy = "const done = arguments[0]; let seen = false;\
        const look = () => { const roll = audioStub.upcoming().find(([name]) => name === 'roll');\
            if (!roll && seen) return done(false);\
            seen = !!roll;\
            if (!seen || roll[1] > 1_000) return setTimeout(look, 20);\
            const end = performance.now() + roll[1] + 2_500; while (performance.now() < end) {} done(true); }; look();";
    ensure!(p.js_async(busy, vec![]).await? == true, "the machine is too busy: the tone was missed");
    p.wait_phase(Phase::Roll).await?;
    wait_scheduled(ctx, &["count", "count", "count", "off"]).await?;
    let played: Vec<(String, i64)> =
        serde_json::from_value(p.js("return audioStub.played()", vec![]).await?)?;
    let rolls = played.iter().filter(|tone| tone.0 == "roll").count();
    ensure!(rolls == 1, "the tones are {played:?}");
    Ok(())
}

async fn interrupted_sound(ctx: &mut TestContext) -> Outcome {
    open_with_stub(ctx, "").await?;
    let p = &ctx.page;
    p.start_session().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    let roll = ["count", "count", "count", "off"];
    wait_scheduled(ctx, &roll).await?;
    ensure!(!p.visible_text().await?.contains("Tap once for sound"), "sound is reported as blocked");
    p.wait_page_ms(1_600).await?;
    p.js("audioStub.contexts[0].allowed = false; audioStub.contexts[0].setState('interrupted')", vec![])
        .await?;
    p.wait_for_text(&["Tap once for sound"]).await?;
    ctx.take_screenshot("sound-off").await?;
    p.js("audioStub.contexts[0].allowed = true", vec![]).await?;
    p.press_button_to("Pause", Phase::Paused).await?;
    p.press_button_to("Resume", Phase::Roll).await?;
    wait_scheduled(ctx, &roll).await?;
    wait_until("the line to disappear", async || {
        Ok((!p.visible_text().await?.contains("Tap once for sound")).then_some(()))
    })
    .await?;
    // The context says that it runs, but its clock has stopped.
    p.js("audioStub.contexts[0].freeze()", vec![]).await?;
    p.wait_until_true("another context", "return audioStub.contexts.length === 2").await?;
    ensure!(
        p.js("return audioStub.contexts[0].state", vec![]).await? == "closed",
        "the stalled context is not closed"
    );
    p.press_button_to("Pause", Phase::Paused).await?;
    p.press_button_to("Resume", Phase::Roll).await?;
    wait_scheduled(ctx, &roll).await?;
    p.finish_session().await?;
    p.close_summary().await?;
    // Outside a session the audio context is closed.
    p.visit("History").await?;
    p.wait_page_ms(2_000).await?;
    p.visit("Leg").await?;
    p.wait_until_true("the audio context to be closed", "return audioStub.contexts.at(-1).state === 'closed'")
        .await
}

async fn real_audio_context(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(RECORD_TONES)?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.start_session().await?;
    p.wait_until_true("the audio context to run", "return window.sound?.state === 'running'").await?;
    p.wait_until_true(
        "the countdown to be scheduled",
        "return starts.filter((tone) => tone.state === 'running' && tone.ahead > 1).length >= 4",
    )
    .await?;
    p.complete_session().await?;
    let starts = p.js("return starts.length", vec![]).await?;
    ensure!(starts.as_u64() > Some(10), "only {starts} tones");
    Ok(())
}
