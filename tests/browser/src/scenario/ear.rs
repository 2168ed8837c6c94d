//! By ear: what is scheduled to sound and when, what is asked to be spoken, and what is said where nothing can be heard.

use crate::browser::until;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure, fail};
use crate::page::{Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::{Value, json};

/// Stands in for the browser's own sound and voice.
const EAR: &str = include_str!("../../page/ear.js");

/// Wraps the browser's own sound.
const OWN: &str = "window.starts = [];\
    const start = OscillatorNode.prototype.start;\
    OscillatorNode.prototype.start = function (at) {\
        starts.push({ ahead: at - this.context.currentTime, state: this.context.state, hz: this.frequency.value });\
        window.sound = this.context;\
        return start.call(this, at);\
    };";

/// How far a tone may be from where it belongs, ms: two clocks, read by a busy machine.
const NEAR_MS: i64 = 250;

/// Everything that is heard.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "ear: a session by itself, without a touch after Start, is told from beginning to end",
            play!(by_itself),
        ),
        Scenario::new(
            "ear: tones are scheduled ahead and follow taps, pause, resume and undo",
            play!(scheduled),
        ),
        Scenario::new("ear: sound that is cut off is told and comes back", play!(cut_off)),
        Scenario::new("ear: voice, tones, silence, and the screen reader's own voice", play!(choices)),
        Scenario::new("ear: the sound check, and what to do when nothing is heard", play!(check)),
        Scenario::new("ear: a screen that may go dark is told, also aloud", play!(may_sleep)),
        Scenario::new("ear: the browser's own sound takes the schedule", play!(own_sound))
            .not_in(&[(Engine::Firefox, "without a sound device its audio context never runs")]),
    ]
}

async fn open(s: &mut Stage, wish: &str) -> Outcome {
    s.use_script(EAR)?;
    s.page.open_app(&format!("{}?ear{wish}", s.site.url())).await
}

/// What is scheduled: names, and milliseconds from now.
async fn ahead(s: &Stage) -> Outcome<Vec<(String, i64)>> {
    Ok(serde_json::from_value(s.page.js("return ear.ahead()", vec![]).await?)?)
}

/// Waits until these tones are scheduled, in this order, and gives back their milliseconds from now.
async fn wait_ahead(s: &Stage, wanted: &[&str]) -> Outcome<Vec<i64>> {
    let found = until(format!("{wanted:?} ahead"), async || {
        let ahead = ahead(s).await?;
        Ok(ahead.iter().map(|tone| tone.0.as_str()).eq(wanted.iter().copied()).then_some(ahead))
    });
    match found.await {
        Ok(ahead) => Ok(ahead.into_iter().map(|tone| tone.1).collect()),
        Err(why) => fail!("{why}; ahead is {:?}", ahead(s).await?),
    }
}

async fn spoken(s: &Stage) -> Outcome<Vec<String>> {
    Ok(serde_json::from_value(s.page.js("return ear.spoken.map((said) => said.text)", vec![]).await?)?)
}

async fn by_itself(s: &mut Stage) -> Outcome {
    open(s, "&speed=6&marks").await?;
    let p = &s.page;
    p.begin().await?;
    // From here on nothing is touched.
    until("the other leg", async || Ok((p.session_leg().await? == "left").then_some(()))).await?;
    p.wait_phase(Phase::Done).await?;
    let told = spoken(s).await?;
    let wanted = [
        "Get into place: lie on your right side, roller just under the hip bone. 2 spots on this leg.",
        "Roll slowly toward the knee. Next: spot 1 of 2, about half a hand lower.",
        "Here is spot 1 of 2. Stop rolling.",
        "Spot 1 of 2. Stay on it for 15 seconds.",
        "That was this spot. Roll on slowly. Next: spot 2 of 2, about a hand and a half lower.",
        "Almost at spot 2.",
        "Here is spot 2 of 2. Stop rolling.",
        "Spot 2 of 2. Stay on it for 15 seconds.",
        "That was this spot. Roll on slowly. No more spots: down to the knee.",
        "Almost at the knee.",
        "Just above the knee: stop here. Off the roller. Next: your left side.",
        "Get into place: lie on your left side, roller just under the hip bone.",
        "Roll slowly toward the knee.",
        "Almost at the knee.",
        "Just above the knee: stop here. Off the roller. The session is over.",
    ];
    ensure!(told == wanted, "it was told: {told:#?}");
    let voices = p
        .js("return ear.spoken.every((s) => s.local && s.lang === 'en_US' && s.volume === 0.8)", vec![])
        .await?;
    ensure!(voices == true, "not the device's own voice: {}", p.js("return ear.spoken", vec![]).await?);
    let heard: Vec<(String, i64)> = serde_json::from_value(p.js("return ear.heard()", vec![]).await?)?;
    let names: Vec<&str> = heard.iter().map(|tone| tone.0.as_str()).filter(|name| *name != "count").collect();
    let wanted = [
        "ready", "roll", "here", "hold", "limit", "here", "hold", "limit", "off", "switch", "ready", "roll",
        "done",
    ];
    ensure!(names == wanted, "it sounded {names:?}");
    // Three, two, one before what time alone brings; at a mark the first of them is the mark's own tone.
    let counts = heard.len() - names.len();
    ensure!(counts == 3 + 2 * (2 + 3) + 3 + 3 + 3 + 3, "{counts} counts: {heard:?}");
    let at = |name: &str| heard.iter().find(|tone| tone.0 == name).map_or(0, |tone| tone.1);
    let held = at("limit") - at("hold");
    // The machine's clock may have stood still where this one was busy, never run ahead.
    ensure!((15_000 - NEAR_MS..18_000).contains(&held), "a hold of 15 s sounded {held} ms long");
    until("nothing left to sound", async || Ok(ahead(s).await?.is_empty().then_some(()))).await?;
    let buzzes = p.js("return ear.buzzes.length", vec![]).await?;
    ensure!(buzzes == wanted.len(), "it shook {buzzes} times");
    ensure!(p.js("return ear.contexts.length", vec![]).await? == 1, "more than one audio context");
    Ok(())
}

async fn scheduled(s: &mut Stage) -> Outcome {
    open(s, "").await?;
    let p = &s.page;
    p.begin().await?;
    let ready = wait_ahead(s, &["count", "count", "count", "roll"]).await?;
    ensure!(ready[3] <= 8_000 && (ready[3] - ready[0] - 3_000).abs() < NEAR_MS, "ahead: {ready:?}");
    p.big_tap(Phase::Position, Phase::Roll).await?;
    let roll = wait_ahead(s, &["count", "count", "count", "off"]).await?;
    ensure!((60_000 - 5_000..=60_000).contains(&roll[3]), "ahead: {roll:?}");
    p.here().await?;
    let hold_tones = ["half", "minute", "cap", "count", "count", "count", "limit"];
    let hold = wait_ahead(s, &hold_tones).await?;
    let gone = 120_000 - hold[6];
    for (tone, due) in hold.iter().zip([30_000, 60_000, 90_000, 117_000, 118_000, 119_000, 120_000]) {
        ensure!((tone + gone - due).abs() < NEAR_MS, "ahead after {gone} ms: {hold:?}");
    }
    p.wait_seconds(4).await?;
    p.button_to("Pause", Phase::Paused).await?;
    wait_ahead(s, &[]).await?;
    p.page_time(1_500).await?;
    p.button_to("Resume", Phase::Hold).await?;
    let resumed = wait_ahead(s, &hold_tones).await?;
    // What was held before the pause counts, the pause does not.
    ensure!(resumed[6] < 116_000 + NEAR_MS, "ahead after the pause: {resumed:?}");
    let seconds = i64::from(p.seconds().await?);
    let now = ahead(s).await?;
    let left = now.last().map_or(0, |tone| tone.1);
    ensure!((120_000 - seconds * 1_000 - left).abs() < 1_000 + NEAR_MS, "{seconds} s and {now:?}");
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    wait_ahead(s, &["count", "count", "count", "off"]).await?;
    p.button_to("Undo", Phase::Hold).await?;
    wait_ahead(s, &hold_tones).await?;
    p.button_to("This feels wrong", Phase::Paused).await?;
    wait_ahead(s, &[]).await?;
    let heard: Vec<(String, i64)> = serde_json::from_value(p.js("return ear.heard()", vec![]).await?)?;
    // A countdown is heard where this machine was slow to tap.
    let heard: Vec<String> = heard.into_iter().map(|tone| tone.0).filter(|name| name != "count").collect();
    ensure!(heard == ["ready", "roll", "hold", "eased"], "it sounded {heard:?}");
    let cut = p.js("return ear.spoken.slice(0, -1).every((said) => said.cut)", vec![]).await?;
    ensure!(cut == true, "a new phrase did not replace the old one");
    Ok(())
}

async fn cut_off(s: &mut Stage) -> Outcome {
    open(s, "").await?;
    let p = &s.page;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    let roll = ["count", "count", "count", "off"];
    wait_ahead(s, &roll).await?;
    ensure!(!p.text().await?.contains("Sound off"), "it is said to be off");
    p.page_time(1_600).await?;
    p.js("ear.contexts[0].allowed = false; ear.contexts[0].become('interrupted')", vec![]).await?;
    p.wait_to_read(&["Sound off until a tap"]).await?;
    s.shot("sound-off").await?;
    p.js("ear.contexts[0].allowed = true", vec![]).await?;
    p.button_to("Pause", Phase::Paused).await?;
    p.button_to("Resume", Phase::Roll).await?;
    wait_ahead(s, &roll).await?;
    until("the line to go", async || Ok((!p.text().await?.contains("Sound off")).then_some(()))).await?;
    // It says that it runs, but its clock stands still.
    p.js("ear.contexts[0].freeze()", vec![]).await?;
    p.until_true("another context", "return ear.contexts.length === 2").await?;
    ensure!(p.js("return ear.contexts[0].state", vec![]).await? == "closed", "the dead one is kept");
    p.button_to("Pause", Phase::Paused).await?;
    p.button_to("Resume", Phase::Roll).await?;
    wait_ahead(s, &roll).await?;
    p.finish().await?;
    p.leave().await?;
    // Nobody is on the mat: the device's sound can sleep.
    p.visit("History").await?;
    p.page_time(2_000).await?;
    p.visit("Leg").await?;
    p.until_true("the sound to sleep", "return ear.contexts.at(-1).state === 'suspended'").await
}

async fn choices(s: &mut Stage) -> Outcome {
    open(s, "&voices=none").await?;
    let p = &s.page;
    p.visit("Settings").await?;
    p.wait_to_read(&["has no voice of its own"]).await?;
    s.shot("settings-sound").await?;
    p.open_app(&format!("{}?ear", s.site.url())).await?;
    p.visit("Settings").await?;
    ensure!(!p.text().await?.contains("has no voice of its own"), "it has a voice");
    tick(s, "I use a screen reader").await?;
    p.visit("Leg").await?;
    p.begin().await?;
    wait_ahead(s, &["count", "count", "count", "roll"]).await?;
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
    ensure!(!p.text().await?.contains("Sound off"), "silence was chosen, not found");
    Ok(())
}

/// Presses a switch by its label and waits until it has turned.
async fn tick(s: &Stage, label: &str) -> Outcome {
    let script = "const box = [...document.querySelectorAll('label.switch')].find((l) => l.querySelector('b').textContent === arguments[0])?.firstChild;\
        if (!box) return null; const was = box.checked; box.click(); return box.checked !== was;";
    let turned = s.page.js(script, vec![json!(label)]).await?;
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
    let softer: Vec<f64> = serde_json::from_value(p.js("return ear.loud()", vec![]).await?)?;
    ensure!((loud[0] - 0.9).abs() < 0.01 && (softer[4] - 0.7).abs() < 0.01, "as loud as {softer:?}");
    p.page_time(2_100).await?;
    p.visit("Leg").await?;
    p.until_true("the sound to sleep", "return ear.contexts[0].state === 'suspended'").await
}

async fn may_sleep(s: &mut Stage) -> Outcome {
    open(s, "&wake=refused").await?;
    let p = &s.page;
    p.begin().await?;
    p.wait_to_read(&["Set auto-lock to never."]).await?;
    until("it to be said", async || {
        Ok(spoken(s).await?.iter().any(|said| said.contains("Set auto-lock to never.")).then_some(()))
    })
    .await?;
    // After what is being said, not in its place.
    let cut = p.js("return ear.spoken[0].cut ?? false", vec![]).await?;
    ensure!(cut == false, "it cut off: {:?}", spoken(s).await?);
    Ok(())
}

async fn own_sound(s: &mut Stage) -> Outcome {
    s.use_script(OWN)?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.begin().await?;
    p.until_true("the sound to run", "return window.sound?.state === 'running'").await?;
    p.until_true(
        "the countdown ahead",
        "return starts.filter((tone) => tone.state === 'running' && tone.ahead > 1).length >= 4",
    )
    .await?;
    p.roll_through().await?;
    let starts = p.js("return starts.length", vec![]).await?;
    ensure!(starts.as_u64() > Some(10), "only {starts} tones");
    Ok(())
}
