//! Every screen and every phase: axe-core without violations, nothing wider than the screen.

use crate::failure::Outcome;
use crate::page::{Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about what can be perceived.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "access: screens, gate, every phase and the safety page at 390x844, light",
            play!(everything),
        ),
        Scenario::new(
            "access: screens, gate, every phase and the safety page at 320x568, dark",
            play!(everything),
        )
        .size(320, 568)
        .dark(),
        Scenario::new("access: screens at 320x568, light", play!(screens)).size(320, 568),
        Scenario::new("access: screens at 390x844, dark", play!(screens)).dark(),
        Scenario::new("access: screens at 1280x800, light", play!(screens)).size(1280, 800),
    ]
}

/// Checks what is shown now.
async fn look(s: &Stage, what: &str) -> Outcome {
    let p = &s.page;
    let (width, _) = p.viewport().await?;
    let theme = if p.js("return matchMedia('(prefers-color-scheme: dark)').matches", vec![]).await? == true {
        "dark"
    } else {
        "light"
    };
    s.shot(&format!("{what}-{width}-{theme}")).await?;
    p.fits_sideways(what).await?;
    p.is_accessible(what, s.settings.axe.as_deref()).await
}

async fn screens(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    look(s, "leg").await?;
    p.mark(30).await?;
    p.mark(70).await?;
    p.open_spot(1).await?;
    look(s, "leg with marks").await?;
    for screen in ["History", "Learn", "Settings"] {
        p.visit(screen).await?;
        look(s, &screen.to_lowercase()).await?;
    }
    p.button("Safety").await?;
    p.wait_to_read(&["the same day"]).await?;
    look(s, "safety").await
}

async fn everything(s: &mut Stage) -> Outcome {
    screens(s).await?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.button("Start").await?;
    p.wait_to_read(&["more to read", "None of these"]).await?;
    look(s, "gate").await?;
    p.read_gate().await?;
    p.button("None of these").await?;
    p.begun().await?;
    look(s, "position").await?;
    // The countdown may have run out meanwhile, by itself.
    if p.phase().await?.as_deref() == Some(Phase::Position.word()) {
        p.big_tap(Phase::Position, Phase::Roll).await?;
    }
    p.wait_phase(Phase::Roll).await?;
    look(s, "roll").await?;
    p.here().await?;
    p.button("Too much?").await?;
    look(s, "hold").await?;
    p.ease().await?;
    look(s, "roll after a hold").await?;
    p.button_to("Pause", Phase::Paused).await?;
    look(s, "paused").await?;
    p.settle().await?;
    p.button("Stop").await?;
    p.wait_for(Kind::Button, "Stop now").await?;
    look(s, "stop asked").await?;
    p.resume_to(Phase::Roll).await?;
    p.button_to("This feels wrong", Phase::Paused).await?;
    look(s, "this feels wrong").await?;
    p.button("I am off").await?;
    p.wait_for(Kind::Button, "Skip").await?;
    look(s, "what felt wrong").await?;
    p.button("Skip").await?;
    p.wait_to_read(&["the same day"]).await?;
    look(s, "after what felt wrong").await?;
    p.button_to("Carry on", Phase::Roll).await?;
    p.settle().await?;
    p.button_to("At the knee", Phase::Switch).await?;
    look(s, "switch").await?;
    if p.phase().await?.as_deref() == Some(Phase::Switch.word()) {
        p.big_tap(Phase::Switch, Phase::Position).await?;
    }
    p.wait_phase(Phase::Position).await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.settle().await?;
    p.button_to("At the knee", Phase::Done).await?;
    look(s, "off the roller").await?;
    p.wait_for(Kind::Button, "Done").await?;
    look(s, "done").await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    look(s, "history with a session").await
}
