//! The browser is killed at defined moments: everything that was shown as saved is still stored afterwards.

mod kill_points;
mod saved;
pub mod soak;

use self::kill_points::{Moment, Person};
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Ending, Phase};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use std::time::Duration;

/// Delays between a moment and the kill, milliseconds: ten kills in total. `make soak` does hundreds at random.
const HOLD_MS: &[u64] = &[0, 150, 1_500];
const TICK_MS: &[u64] = &[0, 10];
const EDIT_MS: &[u64] = &[5, 40];
const IMPORT_MS: &[u64] = &[20, 60, 400];

/// The scenarios of a killed browser.
pub fn all() -> Vec<Scenario> {
    let scenarios = [
        Scenario::new(
            "kill: a hold shown as saved survives SIGKILL, and the session continues",
            scenario_fn!(killed_once),
        ),
        Scenario::new("kill: saved holds survive kills during a hold", scenario_fn!(holds)),
        Scenario::new(
            "kill: saved holds survive kills just after they are shown as saved",
            scenario_fn!(ticks),
        ),
        Scenario::new(
            "kill: saved data survives kills while a finished session is edited",
            scenario_fn!(edits),
        ),
        Scenario::new("kill: saved data survives kills during an import", scenario_fn!(imports)),
    ];
    scenarios.map(|scenario| scenario.skip_in(&[(Engine::WebKit, "its driver deletes the profile")])).to_vec()
}

async fn killed_once(ctx: &mut TestContext) -> Outcome {
    let mut person = Person::start(ctx).await?;
    let lost = person.kill_at(ctx, Moment::Tick, Duration::ZERO).await?;
    ensure!(lost == 0, "{lost} holds are lost");
    let p = &ctx.page;
    p.wait_for(ControlKind::Button, "Continue").await?;
    p.press_button_to("Continue", Phase::Paused).await?;
    p.resume_to(Phase::Roll).await?;
    p.finish_session().await?;
    p.close_summary_to_history(1).await?;
    person.saved.expect_stored(p).await?;
    let sessions = p.stored_sessions().await?;
    let holds = &sessions[0].holds;
    ensure!(holds.len() == 1 && holds[0].ending == Ending::Eased, "after the kill the holds are {holds:?}");
    ensure!(holds[0].held_ms >= 3000, "the finished hold is shorter: {holds:?}");
    Ok(())
}

async fn holds(ctx: &mut TestContext) -> Outcome {
    kill_repeatedly(ctx, Moment::Hold, HOLD_MS).await
}

async fn ticks(ctx: &mut TestContext) -> Outcome {
    kill_repeatedly(ctx, Moment::Tick, TICK_MS).await
}

async fn edits(ctx: &mut TestContext) -> Outcome {
    kill_repeatedly(ctx, Moment::Edit, EDIT_MS).await
}

async fn imports(ctx: &mut TestContext) -> Outcome {
    kill_repeatedly(ctx, Moment::Import, IMPORT_MS).await
}

async fn kill_repeatedly(ctx: &mut TestContext, moment: Moment, after_ms: &[u64]) -> Outcome {
    let mut person = Person::start(ctx).await?;
    for &after in after_ms {
        let lost = person.kill_at(ctx, moment, Duration::from_millis(after)).await?;
        ensure!(lost == 0, "{lost} holds are lost after a kill {after} ms after {moment:?}");
    }
    person.saved.expect_any()
}
