//! What the sessions tell over weeks: trends, the map, the plan, the filter, corrections, the page on paper.

use crate::browser::until;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure, fail};
use crate::page::Kind;
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use base64::Engine as _;
use http::Method;
use serde_json::{Value, json};
use std::fs;

const ONLY_CHROMIUM: &[(Engine, &str)] =
    &[(Engine::Firefox, "its driver emulates no media"), (Engine::WebKit, "its driver emulates no media")];

/// Everything about what is read off many sessions.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("weeks: a spot that needs less time is told from those that do not", play!(trend)),
        Scenario::new("weeks: the map for 4 weeks, 3 months and all, and its table", play!(map)),
        Scenario::new("weeks: one tap puts the plan on the leg, one undo takes it back", play!(plan)),
        Scenario::new("weeks: sessions by leg and by tag", play!(filter)),
        Scenario::new("weeks: place, ending and tag are corrected in the history", play!(correct)),
        Scenario::new("weeks: a spot that does not ease asks for a clinician once", play!(prompt)),
        Scenario::new("weeks: one page for a clinician", play!(on_paper)).not_in(ONLY_CHROMIUM),
        Scenario::new("weeks: German at 320x568", play!(in_german)).size(320, 568),
        Scenario::new("weeks: German at 1280x800, dark", play!(in_german)).size(1280, 800).dark(),
        Scenario::new("weeks: access at 390x844, light", play!(access)),
        Scenario::new("weeks: access at 320x568, dark", play!(access)).size(320, 568).dark(),
        Scenario::new("weeks: access at 844x390, dark", play!(access)).size(844, 390).dark(),
        Scenario::new("weeks: access at 1280x800, light", play!(access)).size(1280, 800),
    ]
}

/// The weeks of so many sessions.
async fn weeks(s: &Stage, sessions: u32, ago_days: i64) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.seed(sessions, ago_days).await?;
    p.visit("History").await?;
    p.radio("Over weeks").await
}

async fn trend(s: &mut Stage) -> Outcome {
    weeks(s, 40, 1).await?;
    let p = &s.page;
    p.wait_to_read(&["Time to ease"]).await?;
    p.radio("Right leg").await?;
    let verdicts = "return [...document.querySelectorAll('.tracks > li')].map((e) =>\
        [e.querySelector('h3').textContent, e.querySelector('.track-verdict').textContent])";
    let told: Vec<(String, String)> = serde_json::from_value(p.js(verdicts, vec![]).await?)?;
    let of =
        |place: &str| told.iter().find(|(at, _)| at.contains(place)).map(|(_, verdict)| verdict.as_str());
    ensure!(of("middle").is_some_and(|v| v.starts_with("Less time: about")), "told: {told:?}");
    ensure!(of("upper").is_some_and(|v| v.contains("no clear change since")), "told: {told:?}");
    let dots = "return [...document.querySelectorAll('.tracks > li')].map((e) =>\
        [e.querySelectorAll('.chart-dot, .chart-longer').length, e.querySelectorAll('tbody tr').length])";
    let dots: Vec<(u64, u64)> = serde_json::from_value(p.js(dots, vec![]).await?)?;
    ensure!(dots.iter().all(|(drawn, rows)| *rows >= *drawn && *drawn > 30), "dots and rows: {dots:?}");
    p.wait_to_read(&["Eased 3"]).await?;
    // The first and the last third, and of the signs those that occur: nobody has changed the roller.
    let thirds = p.js("return document.querySelectorAll('.tracks .chart-third').length", vec![]).await?;
    ensure!(thirds == 2 * told.len(), "{thirds} thirds in {} charts", told.len());
    let signs = p.js("return document.querySelector('.chart-signs').textContent", vec![]).await?;
    let signs = signs.as_str().unwrap_or_default();
    ensure!(signs.contains("longer than this") && !signs.contains("another roller"), "the signs are {signs}");
    // The same words without the drawing.
    let (role, name) = p.told(".chart").await?;
    ensure!(["img", "image"].contains(&role.as_str()) && name.contains("Typically"), "{role} {name}");
    p.radio("Left leg").await?;
    p.wait_to_read(&["No clear change"]).await?;
    p.wait_to_read(&["Left first, 20×"]).await.map(|_| ())
}

async fn map(s: &mut Stage) -> Outcome {
    weeks(s, 60, 10).await?;
    let p = &s.page;
    let mut sums = Vec::new();
    for span in ["4 weeks", "3 months", "All"] {
        p.radio(span).await?;
        let names =
            "return [...document.querySelectorAll('.map svg')].map((e) => e.getAttribute('aria-label'))";
        let names: Vec<String> = serde_json::from_value(p.js(names, vec![]).await?)?;
        ensure!(
            names.len() == 2 && names[0].starts_with("Left leg: ") && names[1].contains("most of it at the"),
            "{names:?}"
        );
        let bands = "return [...document.querySelectorAll('.map stop')].filter((e) => e.getAttribute('stop-opacity') > 0.1).length";
        let bands = p.js(bands, vec![]).await?;
        ensure!(bands.as_u64().is_some_and(|bands| bands > 8), "{bands} bands");
        p.wait_to_read(&["Strongest colour: about"]).await?;
        sums.push(names[1].clone());
    }
    sums.dedup();
    ensure!(sums.len() == 3, "the spans tell the same: {sums:?}");
    let rows = "return [...document.querySelectorAll('.map ~ details tbody tr')].length";
    ensure!(p.js(rows, vec![]).await?.as_u64().is_some_and(|rows| rows > 8), "no table");
    Ok(())
}

async fn plan(s: &mut Stage) -> Outcome {
    weeks(s, 9, 1).await?;
    let p = &s.page;
    p.wait_to_read(&["held in 5 of this leg’s last 5 sessions"]).await?;
    p.wait_to_read(&["probably the slowest one on this leg"]).await?;
    p.button("Use this plan").await?;
    p.look_at("right").await?;
    let right = p.marks().await?.len();
    p.look_at("left").await?;
    let left = p.marks().await?.len();
    ensure!((right, left) == (3, 2), "{right} on the right, {left} on the left");
    let draft = p.local().await?.remove("eased.draft").unwrap_or_default();
    ensure!(draft.matches("\"w\":\"p\",\"k\":\"made").count() == 5, "the draft is {draft}");
    p.button("Undo").await?;
    p.shows_marks(&[]).await?;
    p.look_at("right").await?;
    p.shows_marks(&[]).await
}

async fn filter(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_history_of(&s.site.url(), 9).await?;
    choose(s, "Tag", "After a workout").await?;
    p.wait_listed(2).await?;
    choose(s, "Leg", "Left leg").await?;
    p.wait_listed(2).await?;
    choose(s, "Tag", "All").await?;
    p.wait_listed(9).await
}

/// Chooses in a list that drops down, as a key or a finger would in the end.
async fn choose(s: &Stage, field: &str, word: &str) -> Outcome {
    let script = "const [field, word] = arguments;\
        const select = [...document.querySelectorAll('label')].find((e) => e.checkVisibility() && e.firstElementChild.textContent === field)?.querySelector('select');\
        const option = select && [...select.options].find((e) => e.textContent === word);\
        if (!option) return false;\
        select.value = option.value; select.dispatchEvent(new Event('change', { bubbles: true })); return true;";
    let found = s.page.js(script, vec![json!(field), json!(word)]).await?;
    ensure!(found == true, "no \"{word}\" in \"{field}\"");
    Ok(())
}

async fn correct(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_history_of(&s.site.url(), 2).await?;
    p.button("Correct this session").await?;
    p.wait_for(Kind::Button, "Finish correcting").await?;
    p.choose("When was it?", "Rest day").await?;
    let open = "document.querySelector('.correct > summary').click()";
    p.js(open, vec![]).await?;
    let ending = p
        .js(
            "return document.querySelector('.correct select').closest('label').firstElementChild.textContent",
            vec![],
        )
        .await?;
    choose(s, ending.as_str().unwrap_or_default(), "moved on before it eased").await?;
    until("two corrections", async || {
        let local = p.local().await?;
        let corrected = |text: &String| text.contains("\"t\":\"r\"") && text.contains("\"e\":\"m\",\"d\":1");
        Ok(local.values().any(corrected).then_some(()))
    })
    .await?;
    // The line stays open on what is corrected.
    p.wait_for(Kind::Button, "Finish correcting").await?;
    p.is_accessible("correcting", s.settings.axe.as_deref()).await?;
    p.fits_sideways("correcting").await?;
    p.button("Finish correcting").await?;
    p.wait_to_read(&["moved on before it eased, changed by you"]).await?;
    p.wait_to_read(&["Rest day"]).await?;
    p.reload_app().await?;
    p.wait_to_read(&["moved on before it eased, changed by you"]).await.map(|_| ())
}

async fn prompt(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.seed_not_eased(5).await?;
    p.visit("History").await?;
    p.wait_to_read(&["not eased in at least 4 of its last 5 sessions"]).await?;
    s.shot("weeks-prompt").await?;
    p.is_accessible("a prompt", s.settings.axe.as_deref()).await?;
    p.button("I have read this").await?;
    p.wait_gone(Kind::Button, "I have read this").await?;
    p.reload_app().await?;
    p.wait_listed(5).await?;
    ensure!(!p.text().await?.contains("last 5 sessions"), "it is said again");
    Ok(())
}

async fn on_paper(s: &mut Stage) -> Outcome {
    weeks(s, 40, 1).await?;
    let p = &s.page;
    // The dialog of the browser is nobody's to test.
    p.js("window.printed = 0; window.print = undefined", vec![]).await?;
    p.button("Print for a clinician").await?;
    p.wait_to_read(&["This browser cannot print."]).await?;
    p.js("window.print = () => { printed += 1; }", vec![]).await?;
    p.button("Print for a clinician").await?;
    p.until_true("the page to be printed", "return window.printed === 1").await?;
    for (paper, width, height) in [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)] {
        let body = json!({ "page": { "width": width, "height": height }, "background": false });
        let printed = p.command(Method::POST, "print", Some(body)).await?;
        let Some(pdf) = printed.as_str().and_then(|text| base64::prelude::BASE64_STANDARD.decode(text).ok())
        else {
            fail!("nothing was printed");
        };
        if let Some(folder) = &s.settings.shots {
            fs::write(folder.join(format!("weeks-{paper}.pdf")), &pdf)?;
        }
        let pages = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
        ensure!(pages == 1, "{pages} pages on {paper}");
    }
    p.emulate("print", &[]).await?;
    let text = p.text().await?;
    for words in [
        "Recorded by the person, not a diagnosis.",
        "40 sessions",
        "Less time, from about",
        "No clear change",
        "min before the start",
        "stopped: numbness",
        "Pain at press",
        "6 → 3",
        "Printed on",
        "Sessions a week over the last 4 weeks",
    ] {
        ensure!(text.contains(words), "{words:?} is not in {text:?}");
    }
    ensure!(!text.contains("Plan for today"), "the screen is printed as well");
    s.shot("weeks-on-paper").await
}

async fn access(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    for sessions in [2, 9, 400] {
        p.seed(sessions, 1).await?;
        p.visit("History").await?;
        p.wait_listed(sessions.min(30) as usize).await?;
        look(s, &format!("history of {sessions}")).await?;
        p.radio("Over weeks").await?;
        p.wait_to_read(&["Plan for today"]).await?;
        look(s, &format!("weeks of {sessions}")).await?;
        p.js("for (const e of document.querySelectorAll('main details')) e.open = true", vec![]).await?;
        look(s, &format!("weeks of {sessions}, open")).await?;
        p.visit("Leg").await?;
    }
    Ok(())
}

/// The longest words.
async fn in_german(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.seed(40, 1).await?;
    p.visit("Settings").await?;
    p.radio("Deutsch").await?;
    p.press(Kind::Control, "Verlauf").await?;
    p.wait_listed(30).await?;
    look(s, "german history").await?;
    p.radio("Über Wochen").await?;
    p.wait_to_read(&["Plan für heute"]).await?;
    look(s, "german weeks").await
}

/// Checks what is shown now, and takes a picture of all of it.
async fn look(s: &Stage, what: &str) -> Outcome {
    let p = &s.page;
    p.fits_sideways(what).await?;
    p.is_accessible(what, s.settings.axe.as_deref()).await?;
    p.space_text(true).await?;
    p.fits_sideways(&format!("{what}, spaced")).await?;
    p.has_clear_words(&format!("{what}, spaced")).await?;
    p.space_text(false).await?;
    if s.settings.shots.is_none() || what.ends_with("open") {
        return Ok(());
    }
    let (width, height) = p.viewport().await?;
    let all: Value = p.js("return document.documentElement.scrollHeight", vec![]).await?;
    let all = all.as_u64().and_then(|all| u32::try_from(all).ok()).unwrap_or(height);
    p.resize((width, all.clamp(height, 6_000))).await?;
    let dark = p.js("return matchMedia('(prefers-color-scheme: dark)').matches", vec![]).await? == true;
    s.shot(&format!("{what} {width} {}", if dark { "dark" } else { "light" })).await?;
    p.resize((width, height)).await
}
