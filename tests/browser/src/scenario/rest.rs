//! When the rest of the program has not come: what begins without it leads a session and keeps it.

use crate::failure::{Outcome, ensure};
use crate::page::{Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// The page cannot have the rest until `window.restMayCome` is set.
const REFUSED: &str = "const real = window.fetch;\n\
    window.fetch = (what, ...more) => /\\/rest-/.test(what.url ?? what) && !window.restMayCome\n\
        ? Promise.reject(new TypeError('no rest'))\n\
        : real(what, ...more);\n";

/// Everything about the rest.
pub fn all() -> Vec<Scenario> {
    vec![Scenario::new("rest: without it a session is led, corrected later and kept", play!(without))]
}

async fn without(s: &mut Stage) -> Outcome {
    s.use_script(REFUSED)?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    // All that the beginning can do, each at least once: marks, pain, undo, the plate's ways of being looked at.
    p.mark(30).await?;
    p.mark(60).await?;
    for name in ["Undo", "Show anatomy", "Whole leg"] {
        p.button(name).await?;
    }
    p.look_at("left").await?;
    p.look_at("right").await?;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.here().await?;
    p.ease().await?;
    p.here().await?;
    p.button_to("Pause", Phase::Paused).await?;
    p.button_to("Resume", Phase::Hold).await?;
    p.ease().await?;
    p.finish().await?;
    s.shot("summary").await?;
    ensure!(!p.has(Kind::Button, "Delete session").await?, "the summary has what belongs to the rest");
    p.leave().await?;
    // The screens of the rest say that they are not here, and the app goes on.
    for screen in ["History", "Learn", "Settings", "History"] {
        p.visit(screen).await?;
        p.wait_to_read(&["has not been stored on this phone yet"]).await?;
    }
    s.shot("not-here").await?;
    p.js("window.restMayCome = true", vec![]).await?;
    p.button("Try again").await?;
    p.wait_listed(1).await?;
    let sessions = p.sessions().await?;
    ensure!(sessions[0].holds.len() == 2, "stored as {:?}", sessions[0]);
    p.visit("Settings").await?;
    p.wait_to_read(&["How a hold ends", "Language"]).await?;
    Ok(())
}
