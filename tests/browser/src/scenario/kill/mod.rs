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

/// So long after the moment, milliseconds: ten of each.
const AFTER_MS: [u64; 10] = [0, 400, 5, 1_500, 20, 150, 10, 700, 60, 40];

/// Everything about being killed.
pub fn all() -> Vec<Scenario> {
    let scenarios = [
        Scenario::new(
            "kill: a hold with its saved tick survives SIGKILL, and the session goes on",
            play!(killed),
        ),
        Scenario::new("kill: ten times while a hold is running", play!(holds)),
        Scenario::new("kill: ten times just after the tick", play!(ticks)),
        Scenario::new("kill: ten times while something is said of the session", play!(edits)),
        Scenario::new("kill: ten times during an import", play!(imports)),
    ];
    scenarios
        .map(|scenario| {
            scenario.minutes(8).not_in(&[(Engine::WebKit, "its profile under automation is thrown away")])
        })
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
    ten(s, Moment::Hold).await
}

async fn ticks(s: &mut Stage) -> Outcome {
    ten(s, Moment::Tick).await
}

async fn edits(s: &mut Stage) -> Outcome {
    ten(s, Moment::Edit).await
}

async fn imports(s: &mut Stage) -> Outcome {
    ten(s, Moment::Import).await
}

async fn ten(s: &mut Stage, moment: Moment) -> Outcome {
    let mut person = Person::begin(s).await?;
    for after in AFTER_MS {
        let lost = person.killed(s, moment, Duration::from_millis(after)).await?;
        ensure!(lost == 0, "{lost} holds are gone after a kill {after} ms after {moment:?}");
    }
    person.known.is_something()
}
