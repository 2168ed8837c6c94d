//! Text spacing as WCAG 1.4.12 asks for it: nothing is cut off and nothing lies over anything else.

use crate::failure::{Failure, Outcome, ensure};
use crate::page::Kind;
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// The spacing, as a style sheet of the person's own.
const SPACING: &str = "const sheet = new CSSStyleSheet();\
    sheet.replaceSync('* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important; }\
        p { margin-block-end: 2em !important; }');\
    document.adoptedStyleSheets = [sheet];";

/// Both languages, on the smallest and on the usual phone.
pub fn all() -> Vec<Scenario> {
    let at = |name, width, height| Scenario::new(name, play!(leg_screens)).size(width, height);
    vec![
        at("spacing: the leg, the gate and the safety page at 320x568", 320, 568),
        at("spacing: the leg, the gate and the safety page at 390x844", 390, 844),
    ]
}

async fn leg_screens(s: &mut Stage) -> Outcome {
    let mut wrong = Vec::new();
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.js(SPACING, vec![]).await?;
    for [leg, start, safety, more] in
        [["Leg", "Start", "Safety", "more to read"], ["Bein", "Start", "Sicherheit", "lesen"]]
    {
        if leg == "Bein" {
            p.visit("Settings").await?;
            p.radio("Deutsch").await?;
            p.press(Kind::Control, leg).await?;
        }
        p.wait_for(Kind::Button, start).await?;
        look(s, &mut wrong, &format!("{leg} empty")).await?;
        p.mark(30).await?;
        p.mark(70).await?;
        look(s, &mut wrong, &format!("{leg} marked")).await?;
        p.button(safety).await?;
        look(s, &mut wrong, safety).await?;
        p.js("document.querySelector('dialog .sheet-close').click()", vec![]).await?;
        p.button(start).await?;
        p.wait_to_read(&[more]).await?;
        look(s, &mut wrong, &format!("{leg} gate")).await?;
        p.js("document.querySelector('dialog .sheet-close').click()", vec![]).await?;
        p.button(if leg == "Leg" { "Undo" } else { "Rück\u{ad}gängig" }).await?;
        p.button(if leg == "Leg" { "Undo" } else { "Rück\u{ad}gängig" }).await?;
    }
    let wrong: Vec<_> = wrong.into_iter().map(|why| why.0).collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n      "));
    Ok(())
}

async fn look(s: &Stage, wrong: &mut Vec<Failure>, what: &str) -> Outcome {
    let (width, height) = s.page.viewport().await?;
    s.shot(&format!("spacing-{what}-{width}x{height}")).await?;
    wrong.extend(s.page.fits_sideways(what).await.err());
    wrong.extend(s.page.has_clear_words(what).await.err());
    Ok(())
}
