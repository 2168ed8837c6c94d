//! A session is whole wherever it is torn: by a reload, or by the death of the browser.

use crate::engine::{Engine, Launch};
use crate::failure::{Outcome, ensure};
use crate::page::{Ending, Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

const NO_PROFILE: &[(Engine, &str)] = &[(Engine::WebKit, "its profile under automation is thrown away")];

/// Every phase in which it is torn.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("torn: reloaded in position, roll and hold, a session is whole", play!(reloaded_early)),
        Scenario::new(
            "torn: reloaded in pause, switch and summary, a session is whole",
            play!(reloaded_late),
        ),
        Scenario::new("torn: killed in position, roll and hold, a session is whole", play!(killed_early))
            .not_in(NO_PROFILE),
        Scenario::new("torn: killed in pause, switch and summary, a session is whole", play!(killed_late))
            .not_in(NO_PROFILE),
    ]
}

async fn reloaded_early(s: &mut Stage) -> Outcome {
    s.page.open_app(&s.site.url()).await?;
    torn_early(s, None).await
}

async fn reloaded_late(s: &mut Stage) -> Outcome {
    s.page.open_app(&s.site.url()).await?;
    torn_late(s, None).await
}

async fn killed_early(s: &mut Stage) -> Outcome {
    let launch = with_profile(s).await?;
    torn_early(s, Some(&launch)).await
}

async fn killed_late(s: &mut Stage) -> Outcome {
    let launch = with_profile(s).await?;
    torn_late(s, Some(&launch)).await
}

/// The app in a browser whose profile outlives it.
async fn with_profile(s: &mut Stage) -> Outcome<Launch> {
    let launch = Launch { profile: Some(s.folder("kept")), ..Launch::default() };
    s.another_browser(&launch).await?;
    s.page.open_app(&s.site.url()).await?;
    Ok(launch)
}

/// Opens the app again: in a browser that was killed, or by a reload.
async fn tear(s: &mut Stage, killed: Option<&Launch>) -> Outcome {
    match killed {
        None => s.page.reload_app().await,
        Some(launch) => {
            // Killed before the last words have arrived, it goes on from the words before: another matter.
            s.page.wait_until_both_stores_agree().await?;
            s.page.kill();
            s.another_browser(launch).await?;
            s.page.open_app(&s.site.url()).await
        }
    }
}

/// Torn in this phase, the session comes back paused, and from there to it.
async fn back_in(s: &mut Stage, killed: Option<&Launch>, phase: Phase) -> Outcome {
    tear(s, killed).await?;
    let p = &s.page;
    p.wait_for(Kind::Button, "Continue").await?;
    p.button_to("Continue", Phase::Paused).await?;
    if phase == Phase::Paused { Ok(()) } else { p.button_to("Resume", phase).await }
}

async fn torn_early(s: &mut Stage, killed: Option<&Launch>) -> Outcome {
    s.page.begin().await?;
    back_in(s, killed, Phase::Position).await?;
    s.page.big_tap(Phase::Position, Phase::Roll).await?;
    back_in(s, killed, Phase::Roll).await?;
    s.page.here().await?;
    s.page.wait_seconds(1).await?;
    // An open hold is kept as interrupted, and the same spot is held again.
    tear(s, killed).await?;
    s.page.wait_for(Kind::Button, "Continue").await?;
    s.page.button_to("Continue", Phase::Position).await?;
    s.page.big_tap(Phase::Position, Phase::Hold).await?;
    s.page.ease().await?;
    s.page.finish().await?;
    s.page.leave().await?;
    is_whole(s, &[Ending::Interrupted, Ending::Eased]).await
}

async fn torn_late(s: &mut Stage, killed: Option<&Launch>) -> Outcome {
    s.page.begin().await?;
    s.page.big_tap(Phase::Position, Phase::Roll).await?;
    s.page.here().await?;
    s.page.ease().await?;
    s.page.wait_saved_tick().await?;
    s.page.button_to("Pause", Phase::Paused).await?;
    back_in(s, killed, Phase::Paused).await?;
    s.page.button_to("Resume", Phase::Roll).await?;
    s.page.button_to("At the knee", Phase::Switch).await?;
    back_in(s, killed, Phase::Switch).await?;
    s.page.big_tap(Phase::Switch, Phase::Position).await?;
    s.page.big_tap(Phase::Position, Phase::Roll).await?;
    s.page.button_to("At the knee", Phase::Done).await?;
    s.page.wait_to_read(&["Saved"]).await?;
    tear(s, killed).await?;
    is_whole(s, &[Ending::Eased]).await
}

/// One session with two legs and holds that ended so, and nothing left to be continued.
async fn is_whole(s: &Stage, wanted: &[Ending]) -> Outcome {
    let p = &s.page;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    ensure!(!p.has(Kind::Button, "Continue").await?, "a session that is over is offered again");
    let sessions = p.sessions().await?;
    let endings: Vec<_> = sessions[0].holds.iter().map(|hold| hold.ending).collect();
    ensure!(endings == wanted, "holds ended {endings:?}");
    ensure!(sessions[0].passes.len() == 2, "passes are {:?}", sessions[0].passes);
    Ok(())
}
