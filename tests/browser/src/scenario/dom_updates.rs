//! What happens often touches only what it changes: everything else in the document stays as it is.

use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::page::Kind;
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// The digits of the timer.
const TIMER: &str = "[role=timer]";
/// The ring around them.
const RING: &str = ".hold-ring";

/// The second of two marks that are far apart: its row, its disc, its facts, what a finger takes hold of.
const SECOND_MARK: [&str; 4] =
    [".spots ol > .spot:nth-child(2)", "[data-diagram] [data-spot='2']", ".grip ~ .grip", ".callout"];
/// The lines to the facts beside the leg are drawn together.
const FACTS: [&str; 3] = [".fact", ".leader", ".mark-home"];
/// What is said of the marks, also to a screen reader, and whether the buttons above the list can do something.
const WORDS: [&str; 3] = ["#leg-words", "[role=status]", ".spots-acts button"];

/// What happens every second, and what happens on every tap.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("updates: a second of a hold touches only the digits and the ring", play!(tick)),
        Scenario::new("updates: a tap on the leg touches only its row, its mark and the words", play!(mark)),
        Scenario::new(
            "updates: what is typed as height stays when another setting changes",
            play!(typed_height),
        ),
    ]
}

async fn tick(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_and_hold(&s.site.url()).await?;
    // Both come by themselves after a while, and are changes of their own.
    p.offline_ready().await?;
    p.wait_gone(Kind::Button, "Undo").await?;
    let from = p.seconds().await?;
    p.watch_updates(&[TIMER, RING]).await?;
    p.wait_seconds(from + 4).await?;
    let seen = p.updates().await?;
    let ticks = p.seconds().await? - from;
    ensure!(seen.outside.is_empty(), "{ticks} ticks changed {:?}", seen.outside);
    for (what, count) in &seen.inside {
        ensure!((3..=ticks).contains(count), "{ticks} ticks changed {what} {count} times");
    }
    Ok(())
}

async fn mark(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.offline_ready().await?;
    p.mark(30).await?;
    p.shows_marks(&[30]).await?;
    let allowed = [&SECOND_MARK[..], &FACTS, &WORDS].concat();
    p.watch_updates(&allowed).await?;
    p.mark(70).await?;
    p.shows_marks(&[30, 70]).await?;
    until("the words to say so", async || Ok(p.text().await?.contains("2 spots").then_some(()))).await?;
    let seen = p.updates().await?;
    ensure!(seen.outside.is_empty(), "a mark changed {:?}", seen.outside);
    Ok(())
}

async fn typed_height(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.visit("Settings").await?;
    p.wait_for(Kind::Radio, "Dark").await?;
    p.js(
        "const field = document.getElementById('height'); field.value = 'abc'; \
         for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));",
        vec![],
    )
    .await?;
    p.until_true("the height is refused", "return document.getElementById('height').ariaInvalid === 'true'")
        .await?;
    p.radio("Dark").await?;
    p.until_true("the colours change", "return document.documentElement.dataset.theme === 'dark'").await?;
    let typed = p.js("return document.getElementById('height').value", vec![]).await?;
    ensure!(typed == "abc", "what was typed has become {typed}");
    Ok(())
}
