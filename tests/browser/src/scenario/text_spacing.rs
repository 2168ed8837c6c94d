//! Text spacing of WCAG 1.4.12: nothing is cut off and nothing overlaps.

use crate::failure::{Failure, Outcome, ensure};
use crate::page::ControlKind;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The spacing as a style sheet of the user.
const ADD_SPACING: &str = "const sheet = new CSSStyleSheet();\
    sheet.replaceSync('* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important; }\
        p { margin-block-end: 2em !important; }');\
    document.adoptedStyleSheets = [sheet];";

/// The scenarios of text spacing, each in English and German.
pub fn all() -> Vec<Scenario> {
    let at = |name, width, height| Scenario::new(name, scenario_fn!(leg_screens)).size(width, height);
    vec![
        at("text_spacing: the leg, the gate and the safety page fit at 320x568", 320, 568),
        at("text_spacing: the leg, the gate and the safety page fit at 390x844", 390, 844),
    ]
}

async fn leg_screens(ctx: &mut TestContext) -> Outcome {
    let mut wrong = Vec::new();
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.js(ADD_SPACING, vec![]).await?;
    for [leg, start, safety, more] in
        [["Leg", "Start", "Safety", "more to read"], ["Bein", "Start", "Sicherheit", "lesen"]]
    {
        if leg == "Bein" {
            p.visit("Settings").await?;
            p.choose_radio("Deutsch").await?;
            p.press(ControlKind::Control, leg).await?;
        }
        p.wait_for(ControlKind::Button, start).await?;
        check_screen(ctx, &mut wrong, &format!("{leg} empty")).await?;
        p.add_mark(30).await?;
        p.add_mark(70).await?;
        check_screen(ctx, &mut wrong, &format!("{leg} marked")).await?;
        p.press_button(safety).await?;
        check_screen(ctx, &mut wrong, safety).await?;
        p.js("document.querySelector('dialog .sheet-close').click()", vec![]).await?;
        p.press_button(start).await?;
        p.wait_for_text(&[more]).await?;
        check_screen(ctx, &mut wrong, &format!("{leg} gate")).await?;
        p.js("document.querySelector('dialog .sheet-close').click()", vec![]).await?;
        p.press_button(if leg == "Leg" { "Undo" } else { "Rück\u{ad}gängig" }).await?;
        p.press_button(if leg == "Leg" { "Undo" } else { "Rück\u{ad}gängig" }).await?;
    }
    let wrong: Vec<_> = wrong.into_iter().map(|why| why.0).collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n      "));
    Ok(())
}

async fn check_screen(ctx: &TestContext, wrong: &mut Vec<Failure>, what: &str) -> Outcome {
    let (width, height) = ctx.page.viewport().await?;
    ctx.take_screenshot(&format!("spacing-{what}-{width}x{height}")).await?;
    wrong.extend(ctx.page.expect_no_horizontal_scroll(what).await.err());
    wrong.extend(ctx.page.expect_legible_text(what).await.err());
    Ok(())
}
