//! The safety gate and the page "When to get help": nobody answers for what they have not seen.

use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::page::Kind;
use crate::pointer::Key;
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::json;

/// Everything about both.
pub fn all() -> Vec<Scenario> {
    let read = |name, width, height| Scenario::new(name, play!(read_to_the_end)).size(width, height);
    vec![
        read("gate: it is read to its end before it can be answered, at 390x844", 390, 844),
        read("gate: it is read to its end before it can be answered, at 320x568", 320, 568),
        read("gate: it is read to its end before it can be answered, at 844x390", 844, 390),
        Scenario::new("gate: a box that was ticked stays in sight", play!(stays_in_sight)).size(320, 568),
        Scenario::new(
            "gate: the emergency number of the region can be called, and none is guessed",
            play!(call),
        ),
    ]
}

async fn read_to_the_end(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    let (width, height) = p.viewport().await?;
    p.button("Start").await?;
    p.wait_to_read(&["more to read"]).await?;
    let first = p.js("return document.querySelector('dialog legend').textContent", vec![]).await?;
    ensure!(first == "Does the side of your hip hurt when you lie on it?", "first it asks {first}");
    s.shot(&format!("gate-begin-{width}x{height}")).await?;
    let mut presses = 0;
    while let Some(button) = p.gate_leads_on().await? {
        ensure!(!p.has(Kind::Button, "None of these").await?, "it can be answered before it was read");
        ensure!(presses < 9, "after {presses} presses it says {button:?}");
        p.button(&button).await?;
        presses += 1;
        p.page_time(300).await?;
    }
    ensure!(presses > 0, "the end was in sight from the beginning");
    let last = "const last = [...document.querySelectorAll('.concern')].at(-1).getBoundingClientRect();\
        return last.bottom <= document.querySelector('.sheet-foot').getBoundingClientRect().top + 1";
    ensure!(p.js(last, vec![]).await? == true, "the last question is not in sight");
    s.shot(&format!("gate-end-{width}x{height}")).await?;
    p.has_clear_words("the gate").await?;
    p.has_large_targets("the gate").await?;
    p.is_accessible("the gate", s.settings.axe.as_deref()).await?;
    p.page_time(700).await?;
    p.begun().await
}

async fn stays_in_sight(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.button("Start").await?;
    p.wait_to_read(&["more to read"]).await?;
    // The lowest box in sight, which the growing footer would cover.
    let tick = "const foot = document.querySelector('.sheet-foot').getBoundingClientRect().top;\
        const seen = [...document.querySelectorAll('.concern')].filter((e) => e.getBoundingClientRect().bottom <= foot);\
        window.ticked = seen.at(-1); ticked.querySelector('input').click()";
    p.js(tick, vec![]).await?;
    p.wait_to_read(&["Do not roll", "Ask a clinician before you roll"]).await?;
    let seen = "const foot = document.querySelector('.sheet-foot').getBoundingClientRect().top;\
        return ticked.getBoundingClientRect().bottom <= foot && ticked.querySelector('input').checked";
    p.until_true("the box that was ticked to be in sight", seen).await?;
    s.shot("gate-ticked").await?;
    // The cross closes, and so does the key.
    p.close_dialog().await?;
    p.button("Start").await?;
    p.wait_to_read(&["Before you roll"]).await?;
    p.keys(&[Key::Escape]).await?;
    p.until_true("the gate to close", "return !document.querySelector('dialog')").await
}

async fn call(s: &mut Stage) -> Outcome {
    for (languages, number) in
        [("['de-AT', 'de']", Some("112")), ("['en-US']", Some("911")), ("['en']", None)]
    {
        s.use_script(&format!("Object.defineProperty(navigator, 'languages', {{ value: {languages} }});"))?;
        let p = &s.page;
        p.open_app(&s.site.url()).await?;
        p.button(if languages.contains("de") { "Sicherheit" } else { "Safety" }).await?;
        p.wait_to_read(&["same day", "selben Tag"]).await?;
        let shown = "return document.querySelector('.is-emergency a')?.getAttribute('href') ?? null";
        let wanted = number.map_or(json!(null), |number| json!(["tel:", number].concat()));
        until(format!("a way to call {number:?}"), async || {
            let shown = p.js(shown, vec![]).await?;
            ensure!(shown == wanted, "it calls {shown}");
            Ok(Some(()))
        })
        .await?;
        s.shot(&format!("safety-{}", number.unwrap_or("none"))).await?;
        p.has_large_targets("the safety page").await?;
    }
    Ok(())
}
