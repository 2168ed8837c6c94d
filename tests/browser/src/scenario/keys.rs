//! Keys do everything too.

use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::page::{Ending, Kind, Phase};
use crate::pointer::{Key, Place};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about keys.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("keys: a spot added and moved, a whole session, without a finger", play!(session)),
        Scenario::new(
            "keys: Space presses a button that shows its focus, and is the big tap otherwise",
            play!(space),
        ),
        Scenario::new(
            "keys: the ring of a remote control is the big tap and Undo, and moves no slider",
            play!(remote),
        ),
    ]
}

async fn session(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    // Radio buttons are one stop for Tab; the arrows choose.
    let first = p.diagram().await?;
    let (own, other, arrow) = if first == "left" {
        ("Left leg", "right", Key::Right)
    } else {
        // Not every engine goes on from the last to the first.
        ("Right leg", "left", Key::Left)
    };
    p.tab_to(own).await?;
    p.keys(&[arrow]).await?;
    until("the other leg", async || Ok((p.diagram().await? == other).then_some(()))).await?;
    p.tab_to("Add spot").await?;
    p.keys(&[Key::Enter]).await?;
    p.wait_for(Kind::Range, "Spot 1 position").await?;
    p.shows_marks(&[50]).await?;
    p.tab_to("Spot 1 position").await?;
    p.keys(&[Key::Up, Key::Up, Key::Up]).await?;
    until("three percent more or less", async || {
        Ok(((p.range("Spot 1 position").await? - 50).abs() == 3).then_some(()))
    })
    .await?;
    p.keys(&[Key::Down]).await?;
    let height = p.range("Spot 1 position").await?;
    ensure!((height - 50).abs() == 2, "the arrow keys led to {height}");
    p.shows_marks(&[height]).await?;

    p.tab_to("Start").await?;
    p.keys(&[Key::Enter]).await?;
    // Tab comes past every box, the last one too.
    p.wait_to_read(&["more to read"]).await?;
    p.tab_to("None of these").await?;
    p.keys(&[Key::Enter]).await?;
    until("the session to begin", async || {
        Ok((p.phase().await?.as_deref() == Some(Phase::Position.word())).then_some(()))
    })
    .await?;
    p.big_key(Key::Space, Phase::Position, Phase::Roll).await?;
    p.big_key(Key::Enter, Phase::Roll, Phase::Hold).await?;
    p.wait_seconds(4).await?;
    p.big_key(Key::PageDown, Phase::Hold, Phase::Roll).await?;
    // Undo, and the hold is open again.
    p.big_key(Key::PageUp, Phase::Roll, Phase::Hold).await?;
    p.big_key(Key::Escape, Phase::Hold, Phase::Paused).await?;
    p.tab_to("Resume").await?;
    p.settle().await?;
    p.keys(&[Key::Space]).await?;
    p.wait_phase(Phase::Hold).await?;
    p.big_key(Key::Space, Phase::Hold, Phase::Roll).await?;
    p.tab_to("At the knee").await?;
    p.settle().await?;
    p.keys(&[Key::Enter]).await?;
    p.big_key(Key::PageDown, Phase::Switch, Phase::Position).await?;
    p.big_key(Key::Space, Phase::Position, Phase::Roll).await?;
    p.tab_to("At the knee").await?;
    p.settle().await?;
    p.keys(&[Key::Space]).await?;
    p.wait_phase(Phase::Done).await?;
    p.wait_for(Kind::Button, "Done").await?;
    p.tab_to("Done").await?;
    p.keys(&[Key::Enter]).await?;
    until("the summary to close", async || Ok(p.phase().await?.is_none().then_some(()))).await?;
    p.tab_to("History").await?;
    p.keys(&[Key::Enter]).await?;
    p.wait_listed(1).await?;
    let sessions = p.sessions().await?;
    let endings: Vec<_> = sessions[0].holds.iter().map(|hold| hold.ending).collect();
    ensure!(endings == [Ending::Eased], "holds ended {endings:?}");
    Ok(())
}

async fn space(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.begin().await?;
    p.settle().await?;
    p.tab_to("Pause").await?;
    p.settle().await?;
    p.keys(&[Key::Space]).await?;
    p.wait_phase(Phase::Paused).await?;
    // Pressed by a finger, a button keeps no focus: the next Space is the big tap.
    p.button("Resume").await?;
    p.big_key(Key::Space, Phase::Position, Phase::Roll).await
}

async fn remote(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.begin().await?;
    p.big_key(Key::Right, Phase::Position, Phase::Roll).await?;
    p.big_key(Key::Down, Phase::Roll, Phase::Hold).await?;
    p.big_key(Key::Left, Phase::Hold, Phase::Roll).await?;
    p.big_key(Key::Right, Phase::Roll, Phase::Hold).await?;
    // A finger answers on the scale; the key after it is the big tap.
    p.wait_seconds(4).await?;
    let range = "return document.querySelector('.pain input').value";
    let place = "const r = document.querySelector('.pain-steps').getBoundingClientRect();\
        return [Math.round(r.left + r.width / 2), Math.round(r.top + r.height / 2)]";
    let place: (i64, i64) = serde_json::from_value(p.js(place, vec![]).await?)?;
    p.tap(Place { x: place.0, y: place.1 }).await?;
    until("the answer", async || Ok((p.js(range, vec![]).await? == "5").then_some(()))).await?;
    p.big_key(Key::Down, Phase::Hold, Phase::Roll).await?;
    p.big_key(Key::Up, Phase::Roll, Phase::Hold).await?;
    ensure!(p.js(range, vec![]).await? == "5", "a key moved the slider");
    Ok(())
}
