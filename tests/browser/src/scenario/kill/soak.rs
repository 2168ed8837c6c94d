//! Kills at random moments: `make soak`.

use super::kill_points::{Moment, Person};
use crate::engine::{Engine, LaunchOptions};
use crate::failure::Outcome;
use crate::process;
use crate::settings::Settings;
use crate::test_context::TestContext;
use std::time::Duration;

/// Longest time from the moment to the kill, milliseconds.
const MAX_DELAY_MS: u64 = 3_000;

/// Pseudorandom numbers: the upper bits of a linear congruential generator (Knuth's MMIX).
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Kills Chromium and Firefox `kills` times each; true when nothing was lost.
pub fn run(settings: &Settings, kills: u32, seed: u64) -> bool {
    println!("soak: {kills} kills in each engine, seed {seed} (EASED_SOAK_KILLS, EASED_SOAK_SEED)");
    let wanted = settings.engines.iter().copied().filter(|engine| *engine != Engine::WebKit);
    let mut good = true;
    for engine in wanted {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let result = match runtime {
            Ok(runtime) => runtime.block_on(soak(engine, settings, kills, seed)),
            Err(why) => Err(why.into()),
        };
        match result {
            Ok((holds, lost)) => {
                println!("soak: {}: {kills} kills, {holds} holds shown as saved, {lost} lost", engine.name());
                good &= lost == 0 && holds > 0;
            }
            Err(why) => {
                println!("soak: {}: {why}", engine.name());
                good = false;
            }
        }
        if process::is_stopping() {
            return false;
        }
    }
    good
}

async fn soak(engine: Engine, settings: &Settings, kills: u32, seed: u64) -> Outcome<(usize, usize)> {
    let mut ctx = TestContext::start(engine, settings, &LaunchOptions::default()).await?;
    let mut random = Random(seed);
    let mut person = Person::start(&mut ctx).await?;
    let mut all = 0;
    for kill in 1..=kills {
        let moment = Moment::ALL[usize::try_from(random.below(4)).unwrap_or(0)];
        let after = Duration::from_millis(random.below(MAX_DELAY_MS));
        let lost = person.kill_at(&mut ctx, moment, after).await?;
        println!("soak: {} {kill}: {} ms after {moment:?}, {lost} lost", engine.name(), after.as_millis());
        all += lost;
    }
    Ok((person.saved.holds(), all))
}
