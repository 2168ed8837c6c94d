//! A whole session, as the method tells it.

use crate::failure::{Outcome, ensure};
use crate::page::{Ending, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about a session that goes as it should.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "session: led by two marks, the other leg found as you go, to summary and history",
            play!(whole),
        ),
        Scenario::new("session: the whole screen is the button", play!(anywhere)),
    ]
}

async fn whole(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.look_at("left").await?;
    // So near the hip that the pacer is soon beside each mark: within 8 points, "Here" means the mark. Further apart
    // than a finger is wide, though, or the second tap would mean the first mark.
    p.mark(8).await?;
    p.mark(20).await?;
    let marks = p.marks().await?;
    p.begin().await?;
    ensure!(p.session_leg().await? == "left", "the session begins with the {} leg", p.session_leg().await?);
    p.big_tap(Phase::Position, Phase::Roll).await?;
    for gap in [8, 12] {
        // The pacer needs 0.6 s for each point; the last 6 points need not be waited for.
        p.page_time((gap - 6) * 600).await?;
        p.here().await?;
        p.ease().await?;
        p.rest_ends().await?;
    }
    p.button_to("At the knee", Phase::Switch).await?;
    p.big_tap(Phase::Switch, Phase::Position).await?;
    ensure!(p.session_leg().await? == "right", "the other leg is the {} one", p.session_leg().await?);
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.here().await?;
    p.ease().await?;
    p.button_to("At the knee", Phase::Done).await?;
    // What one may say afterwards, and need not.
    p.choose("When was it?", "After a workout").await?;
    p.rate("Knee pain right now?", 3).await?;
    s.shot("summary").await?;
    p.leave().await?;

    p.visit("History").await?;
    p.wait_to_read(&["After a workout"]).await?;
    p.wait_to_read(&["Knee 3 of 10"]).await?;
    s.shot("history").await?;
    check(s, &[marks[0].position, marks[1].position]).await?;
    p.reload_app().await?;
    check(s, &[marks[0].position, marks[1].position]).await?;
    p.visit("Leg").await?;
    p.look_at("left").await?;
    // What was rolled is no longer waiting to be rolled.
    p.shows_marks(&[]).await
}

async fn check(s: &Stage, led: &[i64]) -> Outcome {
    s.page.wait_listed(1).await?;
    let sessions = s.page.sessions().await?;
    let session = sessions.last().expect("one session is listed");
    let holds = &session.holds;
    ensure!(session.passes.len() == 2 && holds.len() == 3, "stored as {session:?}");
    ensure!(
        holds.iter().all(|hold| hold.ending == Ending::Eased && hold.held_ms >= 3000),
        "holds are {holds:?}"
    );
    ensure!(
        holds[0].position == led[0] && holds[1].position == led[1],
        "led to {holds:?} by marks at {led:?}"
    );
    ensure!([holds[0].pass, holds[1].pass, holds[2].pass] == [0, 0, 1], "passes of {holds:?}");
    Ok(())
}

async fn anywhere(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.begin().await?;
    p.settle().await?;
    // A place that is free in each phase, far from what is looked at.
    let elsewhere = async || -> Outcome<crate::pointer::Place> {
        let places = p.big_tap_places().await?;
        let far = |place: &&crate::pointer::Place| {
            (place.y - places[0].y).abs() > 60 || (place.x - places[0].x).abs() > 60
        };
        match places.iter().rev().find(far) {
            Some(&elsewhere) => Ok(elsewhere),
            None => crate::failure::fail!("only one place takes the big tap: {places:?}"),
        }
    };
    // Unless the countdown ran out meanwhile.
    if p.phase().await?.as_deref() == Some(Phase::Position.word()) {
        p.tap(elsewhere().await?).await?;
    }
    p.wait_phase(Phase::Roll).await?;
    p.settle().await?;
    p.tap(elsewhere().await?).await?;
    p.wait_phase(Phase::Hold).await?;
    p.wait_seconds(4).await?;
    p.tap(elsewhere().await?).await?;
    p.wait_phase(Phase::Roll).await?;
    p.finish().await
}
