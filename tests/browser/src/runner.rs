//! Plays every scenario in every engine it is for, several at a time, and tells how each went. What fails among the others
//! is played once more with the machine to itself, and that decides: three browsers on two cores are sometimes too slow
//! for a finger that has to hit what is still moving. A second play is always told.

use crate::engine::{Engine, Launch};
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::settings::Settings;
use crate::stage::{Stage, failures_folder};
use std::collections::VecDeque;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Longest time that a scenario may take. Long enough for several waits that need most of [`crate::browser::LIMIT`]:
/// it ends a scenario that hangs, and judges none that is slow.
const SCENARIO_LIMIT: Duration = Duration::from_mins(10);

/// Most failures that are played once more: more of them have another cause than a busy machine.
const MOST_AGAIN: usize = 6;

/// The steps of a scenario.
pub type Play = for<'a> fn(&'a mut Stage) -> Pin<Box<dyn Future<Output = Outcome> + 'a>>;

/// One promise of the app, checked in a fresh browser.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// What is promised.
    pub name: &'static str,
    /// Engines that cannot show it, with the reason.
    pub not_in: &'static [(Engine, &'static str)],
    /// How the browser is to look.
    pub launch: Launch,
    /// The steps.
    pub play: Play,
}

impl Scenario {
    /// A scenario for all three engines on a phone, by day.
    pub fn new(name: &'static str, play: Play) -> Self {
        Self { name, not_in: &[], launch: Launch::default(), play }
    }

    /// Leaves engines out, each with the reason that the report repeats.
    pub fn not_in(mut self, engines: &'static [(Engine, &'static str)]) -> Self {
        self.not_in = engines;
        self
    }

    /// Another viewport.
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.launch.size = (width, height);
        self
    }

    /// The person has set text twice as large.
    pub fn double_text(mut self) -> Self {
        self.launch.text = 200;
        self
    }

    /// The system is in another time zone.
    pub fn zone(mut self, zone: &'static str) -> Self {
        self.launch.zone = Some(zone);
        self
    }

    /// The browser logs what it asks the network for.
    pub fn network_log(mut self) -> Self {
        self.launch.network_log = true;
        self
    }

    /// The system asks for dark colours.
    pub fn dark(mut self) -> Self {
        self.launch.dark = true;
        self
    }
}

/// Makes a [`Play`] of an async function.
macro_rules! play {
    ($steps:path) => {
        |stage| Box::pin($steps(stage))
    };
}
pub(crate) use play;

/// How many went how.
#[derive(Debug, Default, Clone, Copy)]
pub struct Tally {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Tally {
    /// Nothing failed and something was tried.
    pub fn is_good(self) -> bool {
        self.failed == 0 && self.passed > 0
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// Plays what the settings ask for.
pub fn run(settings: &Settings, scenarios: Vec<Scenario>) -> Tally {
    // What the last run left behind would be mistaken for this one's. It may not be there.
    let _ = std::fs::remove_dir_all(failures_folder());
    let tally = Mutex::new(Tally::default());
    let mut jobs = VecDeque::new();
    for scenario in scenarios {
        if settings.only.as_ref().is_some_and(|part| !scenario.name.contains(part.as_str())) {
            continue;
        }
        for &engine in &settings.engines {
            if let Some((_, why)) = scenario.not_in.iter().find(|(left_out, _)| *left_out == engine) {
                println!("skip  {:9}  {} ({why})", engine.name(), scenario.name);
                locked(&tally).skipped += 1;
            } else {
                jobs.push_back((engine, scenario.clone()));
            }
        }
    }
    let jobs = Mutex::new(jobs);
    let failed = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..settings.workers {
            scope.spawn(|| {
                while let Some((engine, scenario)) = { locked(&jobs).pop_front() } {
                    if process::is_stopped() {
                        return;
                    }
                    if tell(engine, &scenario, settings) {
                        locked(&tally).passed += 1;
                    } else {
                        locked(&failed).push((engine, scenario));
                    }
                }
            });
        }
    });
    let mut tally = *locked(&tally);
    let failed = std::mem::take(&mut *locked(&failed));
    if failed.len() > MOST_AGAIN {
        tally.failed += failed.len();
        return tally;
    }
    for (engine, scenario) in failed {
        println!("again {:9}  {}: alone this time", engine.name(), scenario.name);
        if !process::is_stopped() && tell(engine, &scenario, settings) {
            tally.passed += 1;
        } else {
            tally.failed += 1;
        }
    }
    tally
}

/// Plays one scenario in one engine and prints its line.
fn tell(engine: Engine, scenario: &Scenario, settings: &Settings) -> bool {
    let started = Instant::now();
    // A runtime on this thread only: nothing in a scenario has to be shared between threads.
    let played = std::panic::catch_unwind(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(play_one(engine, scenario, settings))
    });
    let played = played.unwrap_or_else(|_| Err(Failure("the harness panicked".into())));
    let seconds = started.elapsed().as_secs_f32();
    match played {
        Ok(()) => println!("ok    {:9}  {} ({seconds:.1} s)", engine.name(), scenario.name),
        // One print, so that lines of two failures do not mix.
        Err(ref why) => {
            println!("FAIL  {:9}  {} ({seconds:.1} s)\n      {why}", engine.name(), scenario.name);
        }
    }
    played.is_ok()
}

async fn play_one(engine: Engine, scenario: &Scenario, settings: &Settings) -> Outcome {
    let mut stage = Stage::set(engine, settings, &scenario.launch).await?;
    let played = tokio::time::timeout(SCENARIO_LIMIT, (scenario.play)(&mut stage)).await;
    let played =
        played.unwrap_or_else(|_| Err(Failure(format!("not done after {} s", SCENARIO_LIMIT.as_secs()))));
    match played {
        Ok(()) => Ok(()),
        Err(why) => Err(Failure(format!("{why}\n{}", evidence(&stage, scenario).await))),
    }
}

/// What helps to understand a failure; each piece may be missing.
async fn evidence(stage: &Stage, scenario: &Scenario) -> String {
    let page = &stage.page;
    let name: String =
        scenario.name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let file = failures_folder().join(format!("{}-{name}", page.engine.name()));
    let mut lines = vec![format!("      at {}", page.url().await.unwrap_or_else(|why| why.0))];
    for error in page.console_errors().await.unwrap_or_default() {
        lines.push(format!("      console: {error}"));
    }
    let picture = file.with_extension("png");
    match page.picture(&picture).await {
        Ok(()) => lines.push(format!("      picture: {}", picture.display())),
        Err(why) => lines.push(format!("      no picture: {why}")),
    }
    if let Ok(source) = page.source().await {
        let file = file.with_extension("html");
        if std::fs::write(&file, source).is_ok() {
            lines.push(format!("      page: {}", file.display()));
        }
    }
    lines.join("\n")
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
