//! Random moments, as many as wanted: `make soak`.

use super::moments::{Moment, Person};
use crate::engine::{Engine, Launch};
use crate::failure::Outcome;
use crate::process;
use crate::settings::Settings;
use crate::stage::Stage;
use std::time::Duration;

/// Longest time from the moment to the kill, milliseconds.
const LONGEST_MS: u64 = 3_000;

/// Numbers of a seed: the upper bits of a linear congruential generator (Knuth's MMIX).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Kills Chromium and Firefox so many times each; true when nothing was lost.
pub fn run(settings: &Settings, kills: u32, seed: u64) -> bool {
    println!("soak: {kills} kills in each engine, seed {seed} (EASED_SOAK_KILLS, EASED_SOAK_SEED)");
    let wanted = settings.engines.iter().copied().filter(|engine| *engine != Engine::WebKit);
    let mut good = true;
    for engine in wanted {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let told = match runtime {
            Ok(runtime) => runtime.block_on(soak(engine, settings, kills, seed)),
            Err(why) => Err(why.into()),
        };
        match told {
            Ok((holds, lost)) => {
                println!("soak: {}: {kills} kills, {holds} holds shown as saved, {lost} lost", engine.name());
                good &= lost == 0 && holds > 0;
            }
            Err(why) => {
                println!("soak: {}: {why}", engine.name());
                good = false;
            }
        }
        if process::is_stopped() {
            return false;
        }
    }
    good
}

async fn soak(engine: Engine, settings: &Settings, kills: u32, seed: u64) -> Outcome<(usize, usize)> {
    let mut stage = Stage::set(engine, settings, &Launch::default()).await?;
    let mut chance = Chance(seed);
    let mut person = Person::begin(&mut stage).await?;
    let mut all = 0;
    for kill in 1..=kills {
        let moment = Moment::ALL[usize::try_from(chance.below(4)).unwrap_or(0)];
        let after = Duration::from_millis(chance.below(LONGEST_MS));
        let lost = person.killed(&mut stage, moment, after).await?;
        println!("soak: {} {kill}: {} ms after {moment:?}, {lost} lost", engine.name(), after.as_millis());
        all += lost;
    }
    Ok((person.known.holds(), all))
}
