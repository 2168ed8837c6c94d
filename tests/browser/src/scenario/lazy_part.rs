//! When the lazy part of the program has not arrived: what needs it says so and waits.

use crate::failure::{Outcome, ensure};
use crate::page::{Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// The page cannot load the part until `window.partMayCome` is set.
const REFUSED: &str = "const real = window.fetch;\n\
    window.fetch = (what, ...more) => /\\/session_and_history-/.test(what.url ?? what) && !window.partMayCome\n\
        ? Promise.reject(new TypeError('no part'))\n\
        : real(what, ...more);\n";

/// Everything about the lazy part.
pub fn all() -> Vec<Scenario> {
    vec![Scenario::new(
        "part: what starts without it says so, waits for it and loses nothing",
        play!(without),
    )]
}

const NOT_HERE: &[&str] = &["is not stored on this phone yet"];

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
    // The other screens say that they are not here, and the app goes on.
    for screen in ["History", "Learn", "Settings", "History"] {
        p.visit(screen).await?;
        p.wait_to_read(NOT_HERE).await?;
    }
    s.shot("not-here").await?;
    // So does the gate, before which nothing begins; it can be left and asked for again.
    p.visit("Leg").await?;
    p.button("Start").await?;
    p.wait_to_read(NOT_HERE).await?;
    s.shot("gate-not-here").await?;
    p.button("Close").await?;
    p.button("Start").await?;
    p.wait_to_read(NOT_HERE).await?;
    p.js("window.partMayCome = true", vec![]).await?;
    p.button("Try again").await?;
    p.begun().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.here().await?;
    p.ease().await?;
    p.here().await?;
    p.wait_seconds(1).await?;
    // Opened again without it, the session is offered and waits.
    p.reload_app().await?;
    p.visit("Leg").await?;
    p.wait_for(Kind::Button, "Continue").await?;
    p.button("Continue").await?;
    p.wait_to_read(NOT_HERE).await?;
    s.shot("session-not-here").await?;
    // Nothing runs behind it.
    p.button("Close").await?;
    p.wait_for(Kind::Button, "Continue").await?;
    p.button("Continue").await?;
    p.js("window.partMayCome = true", vec![]).await?;
    p.button("Try again").await?;
    p.big_tap(Phase::Position, Phase::Hold).await?;
    p.ease().await?;
    p.finish().await?;
    p.leave().await?;
    let sessions = p.sessions().await?;
    ensure!(sessions[0].holds.len() == 3, "stored as {:?}", sessions[0]);
    Ok(())
}
