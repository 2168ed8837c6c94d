//! Everything can be done with a keyboard or a remote control.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Ending, Phase};
use crate::pointer::{Key, Point};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The scenarios of keys.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "keyboard: a spot is added and moved, and a whole session done, without touch",
            scenario_fn!(session),
        ),
        Scenario::new(
            "keyboard: Space presses a button with visible focus, and is the big tap otherwise",
            scenario_fn!(space),
        ),
        Scenario::new(
            "keyboard: the arrows of a remote control are the big tap and Undo, and move no slider",
            scenario_fn!(remote),
        ),
    ]
}

async fn session(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    // A group of radio buttons is one tab stop; arrow keys choose.
    let first = p.diagram_leg().await?;
    let (own, other, arrow) = if first == "left" {
        ("Left leg", "right", Key::Right)
    } else {
        // Not every engine wraps from the last to the first.
        ("Right leg", "left", Key::Left)
    };
    p.tab_to(own).await?;
    p.press_keys(&[arrow]).await?;
    wait_until("the other leg", async || Ok((p.diagram_leg().await? == other).then_some(()))).await?;
    p.tab_to("Add spot").await?;
    p.press_keys(&[Key::Enter]).await?;
    p.wait_for(ControlKind::Range, "Spot 1 position").await?;
    p.expect_marks(&[50]).await?;
    p.tab_to("Spot 1 position").await?;
    p.press_keys(&[Key::Up, Key::Up, Key::Up]).await?;
    wait_until("three percent more or less", async || {
        Ok(((p.range_value("Spot 1 position").await? - 50).abs() == 3).then_some(()))
    })
    .await?;
    p.press_keys(&[Key::Down]).await?;
    let height = p.range_value("Spot 1 position").await?;
    ensure!((height - 50).abs() == 2, "the arrow keys led to {height}");
    p.expect_marks(&[height]).await?;

    p.tab_to("Start").await?;
    p.press_keys(&[Key::Enter]).await?;
    // Tab passes every checkbox, including the last.
    p.wait_for_text(&["more to read"]).await?;
    p.tab_to("None of these").await?;
    p.press_keys(&[Key::Enter]).await?;
    wait_until("the session to begin", async || {
        Ok((p.phase().await?.as_deref() == Some(Phase::Position.as_str())).then_some(()))
    })
    .await?;
    p.big_tap_by_key(Key::Space, Phase::Position, Phase::Roll).await?;
    p.big_tap_by_key(Key::Enter, Phase::Roll, Phase::Hold).await?;
    p.wait_timer(4).await?;
    p.big_tap_by_key(Key::PageDown, Phase::Hold, Phase::Roll).await?;
    // Undo opens the hold again.
    p.big_tap_by_key(Key::PageUp, Phase::Roll, Phase::Hold).await?;
    p.big_tap_by_key(Key::Escape, Phase::Hold, Phase::Paused).await?;
    p.tab_to("Resume").await?;
    p.wait_input_delay().await?;
    p.press_keys(&[Key::Space]).await?;
    p.wait_phase(Phase::Hold).await?;
    p.big_tap_by_key(Key::Space, Phase::Hold, Phase::Roll).await?;
    p.tab_to("At the knee").await?;
    p.wait_input_delay().await?;
    p.press_keys(&[Key::Enter]).await?;
    p.big_tap_by_key(Key::PageDown, Phase::Switch, Phase::Position).await?;
    p.big_tap_by_key(Key::Space, Phase::Position, Phase::Roll).await?;
    p.tab_to("At the knee").await?;
    p.wait_input_delay().await?;
    p.press_keys(&[Key::Space]).await?;
    p.wait_phase(Phase::Done).await?;
    p.wait_for(ControlKind::Button, "Done").await?;
    p.tab_to("Done").await?;
    p.press_keys(&[Key::Enter]).await?;
    wait_until("the summary to close", async || Ok(p.phase().await?.is_none().then_some(()))).await?;
    p.tab_to("History").await?;
    p.press_keys(&[Key::Enter]).await?;
    p.wait_for_session_count(1).await?;
    let sessions = p.stored_sessions().await?;
    let endings: Vec<_> = sessions[0].holds.iter().map(|hold| hold.ending).collect();
    ensure!(endings == [Ending::Eased], "holds ended {endings:?}");
    Ok(())
}

async fn space(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.start_session().await?;
    p.wait_input_delay().await?;
    p.tab_to("Pause").await?;
    p.wait_input_delay().await?;
    p.press_keys(&[Key::Space]).await?;
    p.wait_phase(Phase::Paused).await?;
    // A tapped button keeps no focus: the next Space is the big tap.
    p.press_button("Resume").await?;
    p.big_tap_by_key(Key::Space, Phase::Position, Phase::Roll).await
}

async fn remote(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.start_session().await?;
    p.big_tap_by_key(Key::Right, Phase::Position, Phase::Roll).await?;
    p.big_tap_by_key(Key::Down, Phase::Roll, Phase::Hold).await?;
    p.big_tap_by_key(Key::Left, Phase::Hold, Phase::Roll).await?;
    p.big_tap_by_key(Key::Right, Phase::Roll, Phase::Hold).await?;
    // A tap rates the pain on the scale; the next key is the big tap.
    p.wait_timer(4).await?;
    let range = "return document.querySelector('.pain-question input').value";
    let place = "const r = document.querySelector('.pain-scale-steps').getBoundingClientRect();\
        return [Math.round(r.left + r.width / 2), Math.round(r.top + r.height / 2)]";
    let place: (i64, i64) = serde_json::from_value(p.js(place, vec![]).await?)?;
    p.tap(Point { x: place.0, y: place.1 }).await?;
    wait_until("the answer", async || Ok((p.js(range, vec![]).await? == "5").then_some(()))).await?;
    p.big_tap_by_key(Key::Down, Phase::Hold, Phase::Roll).await?;
    p.big_tap_by_key(Key::Up, Phase::Roll, Phase::Hold).await?;
    ensure!(p.js(range, vec![]).await? == "5", "a key moved the slider");
    Ok(())
}
