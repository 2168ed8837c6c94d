//! Text twice as large, as a person sets it in the browser: every screen can still be read and used.

use crate::engine::Engine;
use crate::failure::{Failure, Outcome, ensure};
use crate::page::{Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Wide screens ask for the size of text before any style is there, and so before it can be set from here.
const NARROW_ONLY: &[(Engine, &str)] = &[(Engine::WebKit, "its driver cannot set the size of text")];

/// Every size, on its own: at 320 px there is room for few words in a line.
pub fn all() -> Vec<Scenario> {
    let at = |name, width, height| Scenario::new(name, play!(everything)).size(width, height).double_text();
    vec![
        at("text at 200 %: every screen at 390x844", 390, 844),
        at("text at 200 %: every screen at 320x568", 320, 568),
        at("text at 200 %: every screen at 844x390", 844, 390).not_in(NARROW_ONLY),
        at("text at 200 %: every screen at 1280x800", 1280, 800).not_in(NARROW_ONLY),
    ]
}

/// Checks what is shown now. All that is wrong is told at the end, since one cure often mends several screens.
async fn look(s: &Stage, wrong: &mut Vec<Failure>, what: &str) -> Outcome {
    let p = &s.page;
    let (width, height) = p.viewport().await?;
    s.shot(&format!("large-text-{what}-{width}x{height}")).await?;
    wrong.extend(p.fits_sideways(what).await.err());
    wrong.extend(p.has_clear_words(what).await.err());
    Ok(())
}

async fn everything(s: &mut Stage) -> Outcome {
    let mut wrong = Vec::new();
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    if p.engine == Engine::WebKit {
        // As near as it comes: only queries of the screen in `rem` do not know.
        p.js("document.documentElement.style.fontSize = '200%'", vec![]).await?;
    }
    let size = p.js("return getComputedStyle(document.documentElement).fontSize", vec![]).await?;
    ensure!(size == "32px", "the text is {size} large");
    look(s, &mut wrong, "leg").await?;
    p.look_at("right").await?;
    p.mark(30).await?;
    p.mark(70).await?;
    p.open_spot(1).await?;
    p.tab_to("Spot 1 pain").await?;
    p.keys(&[crate::pointer::Key::Up]).await?;
    p.wait_for(Kind::Button, "Clear pain of spot 1").await?;
    look(s, &mut wrong, "leg with marks").await?;
    wrong.extend(p.has_large_targets("leg with marks").await.err());
    wrong.extend(p.has_no_overlaps("leg with marks").await.err());
    p.js("scrollTo(0, 0)", vec![]).await?;
    look(s, &mut wrong, "leg from the top").await?;
    for view in ["Show anatomy", "Whole leg"] {
        p.button(view).await?;
        p.js("scrollTo(0, 0)", vec![]).await?;
        look(s, &mut wrong, view).await?;
        wrong.extend(p.has_no_overlaps(view).await.err());
        p.button(view).await?;
    }
    for screen in ["Learn", "Settings", "History"] {
        p.visit(screen).await?;
        look(s, &mut wrong, &screen.to_lowercase()).await?;
    }
    p.button("Safety").await?;
    p.wait_to_read(&["the same day"]).await?;
    look(s, &mut wrong, "safety").await?;
    p.close_dialog().await?;
    p.visit("Leg").await?;
    p.button("Start").await?;
    p.wait_to_read(&["more to read"]).await?;
    look(s, &mut wrong, "gate").await?;
    p.read_gate().await?;
    look(s, &mut wrong, "gate at its end").await?;
    session(s, &mut wrong).await?;
    let wrong: Vec<_> = wrong.into_iter().map(|why| why.0).collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n      "));
    Ok(())
}

async fn session(s: &Stage, wrong: &mut Vec<Failure>) -> Outcome {
    let p = &s.page;
    p.button("None of these").await?;
    p.begun().await?;
    look(s, wrong, "position").await?;
    // The countdown may have run out meanwhile, by itself.
    if p.phase().await?.as_deref() == Some(Phase::Position.word()) {
        p.big_tap(Phase::Position, Phase::Roll).await?;
    }
    p.wait_phase(Phase::Roll).await?;
    look(s, wrong, "roll").await?;
    p.here().await?;
    p.button("Too much?").await?;
    look(s, wrong, "hold").await?;
    p.ease().await?;
    p.button_to("Pause", Phase::Paused).await?;
    look(s, wrong, "paused").await?;
    p.resume_to(Phase::Roll).await?;
    p.button_to("This feels wrong", Phase::Paused).await?;
    look(s, wrong, "off the roller").await?;
    p.button("I am off").await?;
    p.wait_for(Kind::Button, "Skip").await?;
    look(s, wrong, "what felt wrong").await?;
    p.button("Skip").await?;
    p.wait_to_read(&["the same day"]).await?;
    look(s, wrong, "what to do then").await?;
    p.button_to("Carry on", Phase::Roll).await?;
    p.finish().await?;
    p.wait_for(Kind::Button, "Done").await?;
    look(s, wrong, "summary").await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    look(s, wrong, "history with a session").await
}
