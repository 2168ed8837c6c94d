//! The browser is killed at moments with a name: what showed its saved tick is there afterwards.

mod known;
mod moments;
pub mod soak;

use self::moments::{Moment, Person};
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::{Ending, Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use std::time::Duration;

/// So long after a moment the browser dies, milliseconds: ten kills in all. `make soak` draws hundreds.
const HOLD_MS: &[u64] = &[0, 150, 1_500];
const TICK_MS: &[u64] = &[0, 10];
const EDIT_MS: &[u64] = &[5, 40];
const IMPORT_MS: &[u64] = &[20, 60, 400];

/// Everything about being killed.
pub fn all() -> Vec<Scenario> {
    let scenarios = [
        Scenario::new(
            "kill: a hold with its saved tick survives SIGKILL, and the session goes on",
            play!(killed),
        ),
        Scenario::new("kill: again and again while a hold is running", play!(holds)),
        Scenario::new("kill: again and again just after the tick", play!(ticks)),
        Scenario::new("kill: again and again while something is said of the session", play!(edits)),
        Scenario::new("kill: again and again during an import", play!(imports)),
    ];
    scenarios
        .map(|scenario| scenario.not_in(&[(Engine::WebKit, "its profile under automation is thrown away")]))
        .to_vec()
}

async fn killed(s: &mut Stage) -> Outcome {
    let mut person = Person::begin(s).await?;
    let lost = person.killed(s, Moment::Tick, Duration::ZERO).await?;
    ensure!(lost == 0, "{lost} holds are gone");
    let p = &s.page;
    p.wait_for(Kind::Button, "Continue").await?;
    p.button_to("Continue", Phase::Paused).await?;
    p.resume_to(Phase::Roll).await?;
    p.finish().await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    person.known.is_there(p).await?;
    let sessions = p.sessions().await?;
    let holds = &sessions[0].holds;
    ensure!(holds.len() == 1 && holds[0].ending == Ending::Eased, "after the kill there is {holds:?}");
    ensure!(holds[0].held_ms >= 3000, "the finished hold lost seconds: {holds:?}");
    Ok(())
}

async fn holds(s: &mut Stage) -> Outcome {
    again(s, Moment::Hold, HOLD_MS).await
}

async fn ticks(s: &mut Stage) -> Outcome {
    again(s, Moment::Tick, TICK_MS).await
}

async fn edits(s: &mut Stage) -> Outcome {
    again(s, Moment::Edit, EDIT_MS).await
}

async fn imports(s: &mut Stage) -> Outcome {
    again(s, Moment::Import, IMPORT_MS).await
}

async fn again(s: &mut Stage, moment: Moment, after_ms: &[u64]) -> Outcome {
    let mut person = Person::begin(s).await?;
    for &after in after_ms {
        let lost = person.killed(s, moment, Duration::from_millis(after)).await?;
        ensure!(lost == 0, "{lost} holds are gone after a kill {after} ms after {moment:?}");
    }
    person.known.is_something()
}
