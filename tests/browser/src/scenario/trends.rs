//! History over weeks: trends, heatmap, plan, filters, corrections, and the printed report.

use crate::browser::wait_until;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure, fail};
use crate::page::ControlKind;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use base64::Engine as _;
use http::Method;
use serde_json::{Value, json};
use std::fs;

const ONLY_CHROMIUM: &[(Engine, &str)] =
    &[(Engine::Firefox, "its driver emulates no media"), (Engine::WebKit, "its driver emulates no media")];

/// The scenarios of many sessions.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "trends: a spot that needs less time is told apart from those that do not",
            scenario_fn!(trend),
        ),
        Scenario::new(
            "trends: the heatmap covers 4 weeks, 3 months and all, and has a table",
            scenario_fn!(heatmap),
        ),
        Scenario::new("trends: one tap puts the plan on the leg, one Undo removes it", scenario_fn!(plan)),
        Scenario::new("trends: sessions can be filtered by leg and tag", scenario_fn!(filter)),
        Scenario::new(
            "trends: position, ending and tag can be corrected in the history",
            scenario_fn!(correct),
        ),
        Scenario::new(
            "trends: a spot that does not ease suggests a clinician once",
            scenario_fn!(clinician_prompt),
        ),
        Scenario::new("trends: the report for a clinician fits on one page", scenario_fn!(printed_report))
            .skip_in(ONLY_CHROMIUM),
        Scenario::new("trends: German is accessible and fits at 320x568", scenario_fn!(in_german))
            .size(320, 568),
        Scenario::new("trends: German is accessible and fits at 1280x800, dark", scenario_fn!(in_german))
            .size(1280, 800)
            .dark(),
        Scenario::new("trends: accessible at 390x844, light", scenario_fn!(access)),
        Scenario::new("trends: accessible at 320x568, dark", scenario_fn!(access)).size(320, 568).dark(),
        Scenario::new("trends: accessible at 844x390, dark", scenario_fn!(access)).size(844, 390).dark(),
        Scenario::new("trends: accessible at 1280x800, light", scenario_fn!(access)).size(1280, 800),
    ]
}

/// Opens the view "Over weeks" with sample sessions.
async fn open_trends(ctx: &TestContext, sessions: u32, ago_days: i64) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.seed_history(sessions, ago_days).await?;
    p.visit("History").await?;
    p.choose_radio("Over weeks").await
}

async fn trend(ctx: &mut TestContext) -> Outcome {
    open_trends(ctx, 40, 1).await?;
    let p = &ctx.page;
    p.wait_for_text(&["Time to ease"]).await?;
    p.choose_radio("Right leg").await?;
    let verdicts = "return [...document.querySelectorAll('.spot-charts > li')].map((e) =>\
        [e.querySelector('h3').textContent, e.querySelector('.trend-verdict').textContent])";
    let verdicts: Vec<(String, String)> = serde_json::from_value(p.js(verdicts, vec![]).await?)?;
    let verdict_at = |position: &str| {
        verdicts.iter().find(|(title, _)| title.contains(position)).map(|(_, verdict)| verdict.as_str())
    };
    ensure!(
        verdict_at("middle").is_some_and(|v| v.starts_with("Less time: about")),
        "verdicts: {verdicts:?}"
    );
    ensure!(
        verdict_at("upper").is_some_and(|v| v.contains("no clear change since")),
        "verdicts: {verdicts:?}"
    );
    let dots = "return [...document.querySelectorAll('.spot-charts > li')].map((e) =>\
        [e.querySelectorAll('.chart-dot, .chart-censored').length, e.querySelectorAll('tbody tr').length])";
    let dots: Vec<(u64, u64)> = serde_json::from_value(p.js(dots, vec![]).await?)?;
    ensure!(dots.iter().all(|(drawn, rows)| *rows >= *drawn && *drawn > 30), "dots and rows: {dots:?}");
    p.wait_for_text(&["Eased 3"]).await?;
    // The first and last third are marked, and the legend has only the symbols that occur: the roller is always the
    // same.
    let thirds = p.js("return document.querySelectorAll('.spot-charts .chart-third').length", vec![]).await?;
    ensure!(thirds == 2 * verdicts.len(), "{thirds} thirds in {} charts", verdicts.len());
    let legend = p.js("return document.querySelector('.chart-legend').textContent", vec![]).await?;
    let legend = legend.as_str().unwrap_or_default();
    ensure!(
        legend.contains("longer than this") && !legend.contains("another roller"),
        "the signs are {legend}"
    );
    // The chart's name says the same.
    let (role, name) = p.computed_role_and_name(".chart").await?;
    ensure!(["img", "image"].contains(&role.as_str()) && name.contains("Typically"), "{role} {name}");
    p.choose_radio("Left leg").await?;
    p.wait_for_text(&["No clear change"]).await?;
    p.wait_for_text(&["Left first, 20×"]).await.map(|_| ())
}

async fn heatmap(ctx: &mut TestContext) -> Outcome {
    open_trends(ctx, 60, 10).await?;
    let p = &ctx.page;
    let mut sums = Vec::new();
    for span in ["4 weeks", "3 months", "All"] {
        p.choose_radio(span).await?;
        let names =
            "return [...document.querySelectorAll('.heatmap svg')].map((e) => e.getAttribute('aria-label'))";
        let names: Vec<String> = serde_json::from_value(p.js(names, vec![]).await?)?;
        ensure!(
            names.len() == 2 && names[0].starts_with("Left leg: ") && names[1].contains("most of it at the"),
            "{names:?}"
        );
        let bins = "return [...document.querySelectorAll('.heatmap stop')].filter((e) => e.getAttribute('stop-opacity') > 0.1).length";
        let bins = p.js(bins, vec![]).await?;
        ensure!(bins.as_u64().is_some_and(|bins| bins > 8), "{bins} bins");
        p.wait_for_text(&["Strongest colour: about"]).await?;
        sums.push(names[1].clone());
    }
    sums.dedup();
    ensure!(sums.len() == 3, "the periods show the same: {sums:?}");
    let rows = "return [...document.querySelectorAll('.heatmap ~ details tbody tr')].length";
    ensure!(p.js(rows, vec![]).await?.as_u64().is_some_and(|rows| rows > 8), "no table");
    Ok(())
}

async fn plan(ctx: &mut TestContext) -> Outcome {
    open_trends(ctx, 9, 1).await?;
    let p = &ctx.page;
    p.wait_for_text(&["held in 5 of this leg’s last 5 sessions"]).await?;
    p.wait_for_text(&["probably the slowest one on this leg"]).await?;
    p.press_button("Use this plan").await?;
    p.select_leg("right").await?;
    let right = p.marks().await?.len();
    p.select_leg("left").await?;
    let left = p.marks().await?.len();
    ensure!((right, left) == (3, 2), "{right} on the right, {left} on the left");
    let draft = p.local_storage().await?.remove("eased.draft").unwrap_or_default();
    ensure!(draft.matches("\"w\":\"p\",\"k\":\"made").count() == 5, "the draft is {draft}");
    p.press_button("Undo").await?;
    p.expect_marks(&[]).await?;
    p.select_leg("right").await?;
    p.expect_marks(&[]).await
}

async fn filter(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_history_with(&ctx.site.url(), 9).await?;
    choose_by_label(ctx, "Tag", "After a workout").await?;
    p.wait_for_session_count(2).await?;
    choose_by_label(ctx, "Leg", "Left leg").await?;
    p.wait_for_session_count(2).await?;
    choose_by_label(ctx, "Tag", "All").await?;
    p.wait_for_session_count(9).await
}

/// Chooses an option of a `<select>` by its label.
async fn choose_by_label(ctx: &TestContext, field: &str, word: &str) -> Outcome {
    let script = "const [field, word] = arguments;\
        const select = [...document.querySelectorAll('label')].find((e) => e.checkVisibility() && e.firstElementChild.textContent === field)?.querySelector('select');\
        const option = select && [...select.options].find((e) => e.textContent === word);\
        if (!option) return false;\
        select.value = option.value; select.dispatchEvent(new Event('change', { bubbles: true })); return true;";
    let found = ctx.page.js(script, vec![json!(field), json!(word)]).await?;
    ensure!(found == true, "no \"{word}\" in \"{field}\"");
    Ok(())
}

async fn correct(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_history_with(&ctx.site.url(), 2).await?;
    p.press_button("Correct this session").await?;
    p.wait_for(ControlKind::Button, "Finish correcting").await?;
    p.choose_option("When was it?", "Rest day").await?;
    let open = "document.querySelector('.hold-editor > summary').click()";
    p.js(open, vec![]).await?;
    let ending = p
        .js(
            "return document.querySelector('.hold-editor select').closest('label').firstElementChild.textContent",
            vec![],
        )
        .await?;
    choose_by_label(ctx, ending.as_str().unwrap_or_default(), "moved on before it eased").await?;
    wait_until("two corrections", async || {
        let local = p.local_storage().await?;
        let corrected = |text: &String| text.contains("\"t\":\"r\"") && text.contains("\"e\":\"m\",\"d\":1");
        Ok(local.values().any(corrected).then_some(()))
    })
    .await?;
    // The entry stays open while it is corrected.
    p.wait_for(ControlKind::Button, "Finish correcting").await?;
    p.expect_accessible("correcting", ctx.settings.axe.as_deref()).await?;
    p.expect_no_horizontal_scroll("correcting").await?;
    p.press_button("Finish correcting").await?;
    p.wait_for_text(&["moved on before it eased, changed by you"]).await?;
    p.wait_for_text(&["Rest day"]).await?;
    p.reload_app().await?;
    p.wait_for_text(&["moved on before it eased, changed by you"]).await.map(|_| ())
}

async fn clinician_prompt(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.seed_history_not_eased(5).await?;
    p.visit("History").await?;
    p.wait_for_text(&["not eased in at least 4 of its last 5 sessions"]).await?;
    ctx.take_screenshot("weeks-prompt").await?;
    p.expect_accessible("a prompt", ctx.settings.axe.as_deref()).await?;
    p.press_button("I have read this").await?;
    p.wait_gone(ControlKind::Button, "I have read this").await?;
    p.reload_app().await?;
    p.wait_for_session_count(5).await?;
    ensure!(!p.visible_text().await?.contains("last 5 sessions"), "the advice is shown again");
    Ok(())
}

async fn printed_report(ctx: &mut TestContext) -> Outcome {
    open_trends(ctx, 40, 1).await?;
    let p = &ctx.page;
    // The browser's print dialog cannot be tested.
    p.js("window.printed = 0; window.print = undefined", vec![]).await?;
    p.press_button("Print for a clinician").await?;
    p.wait_for_text(&["This browser cannot print."]).await?;
    p.js("window.print = () => { printed += 1; }", vec![]).await?;
    p.press_button("Print for a clinician").await?;
    p.wait_until_true("the page to be printed", "return window.printed === 1").await?;
    for (paper, width, height) in [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)] {
        let body = json!({ "page": { "width": width, "height": height }, "background": false });
        let printed = p.command(Method::POST, "print", Some(body)).await?;
        let Some(pdf) = printed.as_str().and_then(|text| base64::prelude::BASE64_STANDARD.decode(text).ok())
        else {
            fail!("nothing was printed");
        };
        if let Some(folder) = &ctx.settings.screenshots {
            fs::write(folder.join(format!("weeks-{paper}.pdf")), &pdf)?;
        }
        let pages = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
        ensure!(pages == 1, "{pages} pages on {paper}");
    }
    p.emulate_media("print", &[]).await?;
    let text = p.visible_text().await?;
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
    ctx.take_screenshot("weeks-on-paper").await
}

async fn access(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    for sessions in [2, 9, 400] {
        p.seed_history(sessions, 1).await?;
        p.visit("History").await?;
        p.wait_for_session_count(sessions.min(30) as usize).await?;
        check_screen(ctx, &format!("history of {sessions}")).await?;
        p.choose_radio("Over weeks").await?;
        p.wait_for_text(&["Plan for today"]).await?;
        check_screen(ctx, &format!("weeks of {sessions}")).await?;
        p.js("for (const e of document.querySelectorAll('main details')) e.open = true", vec![]).await?;
        check_screen(ctx, &format!("weeks of {sessions}, open")).await?;
        p.visit("Leg").await?;
    }
    Ok(())
}

/// German has the longest texts.
async fn in_german(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.seed_history(40, 1).await?;
    p.visit("Settings").await?;
    p.choose_radio("Deutsch").await?;
    p.press(ControlKind::Control, "Verlauf").await?;
    p.wait_for_session_count(30).await?;
    check_screen(ctx, "german history").await?;
    p.choose_radio("Über Wochen").await?;
    p.wait_for_text(&["Plan für heute"]).await?;
    check_screen(ctx, "german weeks").await
}

/// Checks the current screen, and takes a screenshot of the whole page.
async fn check_screen(ctx: &TestContext, what: &str) -> Outcome {
    let p = &ctx.page;
    p.expect_no_horizontal_scroll(what).await?;
    p.expect_accessible(what, ctx.settings.axe.as_deref()).await?;
    p.set_text_spacing(true).await?;
    p.expect_no_horizontal_scroll(&format!("{what}, spaced")).await?;
    p.expect_legible_text(&format!("{what}, spaced")).await?;
    p.set_text_spacing(false).await?;
    if ctx.settings.screenshots.is_none() || what.ends_with("open") {
        return Ok(());
    }
    let (width, height) = p.viewport().await?;
    let all: Value = p.js("return document.documentElement.scrollHeight", vec![]).await?;
    let all = all.as_u64().and_then(|all| u32::try_from(all).ok()).unwrap_or(height);
    p.resize((width, all.clamp(height, 6_000))).await?;
    let dark = p.js("return matchMedia('(prefers-color-scheme: dark)').matches", vec![]).await? == true;
    ctx.take_screenshot(&format!("{what} {width} {}", if dark { "dark" } else { "light" })).await?;
    p.resize((width, height)).await
}
