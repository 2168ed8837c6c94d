//! Spots put on the diagram before a session.

use crate::failure::{Outcome, ensure, fail};
use crate::page::{Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about marks.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "marks: two spots tapped at known heights, kept over a reload, for each leg",
            play!(two_spots),
        ),
        Scenario::new(
            "marks: an earlier spot is a ring that one tap adopts, on the leg and in the list",
            play!(earlier_spot),
        ),
        Scenario::new("marks: undo, remove, and a tap outside the zone", play!(undo_and_remove)),
    ]
}

async fn two_spots(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.look_at("left").await?;
    // The lower one first: numbers follow height, not the order of taps.
    p.mark(70).await?;
    p.mark(25).await?;
    p.shows_marks(&[25, 70]).await?;
    s.shot("leg-marked").await?;
    p.reload_app().await?;
    p.look_at("left").await?;
    p.shows_marks(&[25, 70]).await?;

    p.look_at("right").await?;
    p.shows_marks(&[]).await?;
    p.mark(40).await?;
    p.mark(90).await?;
    p.shows_marks(&[40, 90]).await?;
    p.reload_app().await?;
    p.look_at("right").await?;
    p.shows_marks(&[40, 90]).await?;
    p.look_at("left").await?;
    p.shows_marks(&[25, 70]).await
}

async fn earlier_spot(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.look_at("left").await?;
    ensure!(p.rings().await?.is_empty(), "rings before the first session: {:?}", p.rings().await?);
    p.mark(8).await?;
    let held = p.marks().await?[0].position;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    // Within 8 points of the mark "Here" means the mark.
    p.page_time(1_200).await?;
    p.here().await?;
    p.ease().await?;
    p.finish().await?;
    p.leave().await?;

    p.visit("Leg").await?;
    p.look_at("right").await?;
    ensure!(p.rings().await?.is_empty(), "rings of the other leg: {:?}", p.rings().await?);
    p.look_at("left").await?;
    p.shows_marks(&[]).await?;
    p.shows_rings(&[held]).await?;
    s.shot("leg-ring").await?;
    p.is_accessible("leg with a ring", s.settings.axe.as_deref()).await?;
    // Beside its middle, as a finger is; without the ring the mark would stand there.
    p.mark(12).await?;
    p.shows_marks(&[held]).await?;
    p.shows_rings(&[]).await?;
    let draft = p.local().await?.remove("eased.draft").unwrap_or_default();
    ensure!(draft.contains(&format!("{{\"x\":{held},\"w\":\"r\",\"k\":\"")), "the draft is {draft}");
    p.button("Undo").await?;
    p.shows_marks(&[]).await?;
    p.shows_rings(&[held]).await?;

    // The place in words: which fifth of the thigh, and how far down.
    let buttons = p.names(Kind::Button).await?;
    let Some(earlier) = buttons.iter().find(|name| name.starts_with("Add earlier spot, top of the thigh, "))
    else {
        fail!("no earlier spot among {buttons:?}");
    };
    p.button(earlier).await?;
    p.shows_marks(&[held]).await?;
    p.shows_rings(&[]).await?;
    p.button("Undo").await?;
    p.shows_marks(&[]).await
}

async fn undo_and_remove(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.mark(30).await?;
    p.mark(60).await?;
    p.button("Undo").await?;
    p.shows_marks(&[30]).await?;
    p.mark(80).await?;
    p.open_spot(1).await?;
    p.button("Remove spot 1").await?;
    p.shows_marks(&[80]).await?;
    p.button("Add spot").await?;
    // The middle of the largest gap, which is above the mark.
    p.shows_marks(&[40, 80]).await?;
    let marks = p.marks().await?;
    ensure!(
        p.has(Kind::Button, "Spot 2: more").await?,
        "marks are {marks:?} and the second has no more controls"
    );
    Ok(())
}
