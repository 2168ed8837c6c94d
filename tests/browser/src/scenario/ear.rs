//! By ear: what is scheduled to sound and when, and what a session tells from beginning to end.

use super::listen::{ahead, open, spoken, wait_ahead, wait_first};
use crate::browser::until;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::Phase;
use crate::runner::{Scenario, play};
use crate::stage::Stage;

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

/// What is said in a session with two marks on the right leg whose holds end by themselves.
pub const WHOLE: [&str; 15] = [
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
        Scenario::new("ear: a tone sounds once, however late the page is", play!(late)),
        Scenario::new("ear: sound that is cut off is told and comes back", play!(cut_off)),
        Scenario::new("ear: the browser's own sound takes the schedule", play!(own_sound))
            .not_in(&[(Engine::Firefox, "without a sound device its audio context never runs")]),
    ]
}

async fn by_itself(s: &mut Stage) -> Outcome {
    open(s, "&speed=2&marks").await?;
    let p = &s.page;
    p.begin().await?;
    // From here on nothing is touched.
    for phase in [Phase::Roll, Phase::Hold, Phase::Roll, Phase::Hold, Phase::Roll, Phase::Switch] {
        p.wait_phase(phase).await?;
    }
    until("the other leg", async || Ok((p.session_leg().await? == "left").then_some(()))).await?;
    p.wait_phase(Phase::Roll).await?;
    p.wait_phase(Phase::Done).await?;
    let told = spoken(s).await?;
    ensure!(told == WHOLE, "it was told: {told:#?}");
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
    ensure!((15_000 - NEAR_MS..25_000).contains(&held), "a hold of 15 s sounded {held} ms long");
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
    let ready = wait_first(s, &["ready", "count", "count", "count", "roll"]).await?;
    ensure!(ready[4] <= 8_000 && (ready[4] - ready[1] - 3_000).abs() < NEAR_MS, "at first: {ready:?}");
    p.big_tap(Phase::Position, Phase::Roll).await?;
    let roll = wait_ahead(s, &["count", "count", "count", "off"]).await?;
    ensure!((30_000..=60_000).contains(&roll[3]), "ahead: {roll:?}");
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
    // Both are asked for one after the other: again where the machine was busy in between.
    until("the digits and the tones to agree", async || {
        let seconds = i64::from(p.seconds().await?);
        let left = ahead(s).await?.last().map_or(0, |tone| tone.1);
        Ok(((120_000 - seconds * 1_000 - left).abs() < 1_000 + NEAR_MS).then_some(()))
    })
    .await?;
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
    let cut = p.js("return ear.spoken.slice(0, -1).every((said) => said.cut || said.ended)", vec![]).await?;
    ensure!(cut == true, "a new phrase did not replace the old one");
    Ok(())
}

async fn late(s: &mut Stage) -> Outcome {
    open(s, "").await?;
    let p = &s.page;
    p.begin().await?;
    // The page is busy until well after the moment of the tone, not so long that it counts as a gap; the
    // sound's own clock goes on.
    let busy = "const done = arguments[0]; let seen = false;\
        const look = () => { const roll = ear.ahead().find(([name]) => name === 'roll');\
            if (!roll && seen) return done(false);\
            seen = !!roll;\
            if (!seen || roll[1] > 1_000) return setTimeout(look, 20);\
            const end = performance.now() + roll[1] + 2_500; while (performance.now() < end) {} done(true); }; look();";
    ensure!(p.js_async(busy, vec![]).await? == true, "the machine is too busy: the tone came unseen");
    p.wait_phase(Phase::Roll).await?;
    wait_ahead(s, &["count", "count", "count", "off"]).await?;
    let heard: Vec<(String, i64)> = serde_json::from_value(p.js("return ear.heard()", vec![]).await?)?;
    let rolls = heard.iter().filter(|tone| tone.0 == "roll").count();
    ensure!(rolls == 1, "it sounded {heard:?}");
    Ok(())
}

async fn cut_off(s: &mut Stage) -> Outcome {
    open(s, "").await?;
    let p = &s.page;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    let roll = ["count", "count", "count", "off"];
    wait_ahead(s, &roll).await?;
    ensure!(!p.text().await?.contains("Tap once for sound"), "it is said to be off");
    p.page_time(1_600).await?;
    p.js("ear.contexts[0].allowed = false; ear.contexts[0].become('interrupted')", vec![]).await?;
    p.wait_to_read(&["Tap once for sound"]).await?;
    s.shot("sound-off").await?;
    p.js("ear.contexts[0].allowed = true", vec![]).await?;
    p.button_to("Pause", Phase::Paused).await?;
    p.button_to("Resume", Phase::Roll).await?;
    wait_ahead(s, &roll).await?;
    until("the line to go", async || Ok((!p.text().await?.contains("Tap once for sound")).then_some(())))
        .await?;
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
    p.until_true("the sound to be let go", "return ear.contexts.at(-1).state === 'closed'").await
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
