//! Runs every scenario in its engines, several at a time, and prints one result for each. A scenario that fails while
//! others run is repeated alone at the end, and the second result counts: with several browsers on two cores a tap on
//! a moving control can come too late. Both results are printed.

use crate::engine::{Engine, LaunchOptions};
use crate::failure::{Failure, Outcome, describe_page};
use crate::process;
use crate::settings::Settings;
use crate::test_context::{TestContext, failures_folder};
use std::borrow::Cow;
use std::collections::VecDeque;
use std::fmt;
use std::fs;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Longest time that a scenario may take. Long enough for several waits that each need most of
/// [`crate::browser::WAIT_LIMIT`]: it ends a scenario that hangs but none that is only slow.
const SCENARIO_LIMIT: Duration = Duration::from_mins(10);

/// Longest time for reading the page after a failure: a page that hangs does not answer commands.
const DESCRIPTION_LIMIT: Duration = Duration::from_secs(90);

/// Maximum number of failures that are repeated: if there are more, the cause is not a busy machine.
const MAX_RETRIES: usize = 6;

/// Maximum number of lines of a failure's message that are printed; the file of the failure has all of them.
const MAX_MESSAGE_LINES: usize = 14;

/// The steps of a scenario.
pub type ScenarioFn =
    dyn for<'a> Fn(&'a mut TestContext) -> Pin<Box<dyn Future<Output = Outcome> + 'a>> + Send + Sync;

/// One requirement of the app, checked in a new browser.
#[derive(Clone)]
pub struct Scenario {
    /// The file's name, a colon, and the requirement.
    pub name: Cow<'static, str>,
    /// Engines that are skipped, each with the reason.
    pub skipped_in: &'static [(Engine, &'static str)],
    /// How the browser is started.
    pub launch: LaunchOptions,
    /// The steps.
    pub run: Arc<ScenarioFn>,
}

impl Scenario {
    /// A scenario for all three engines with the viewport of a phone and light colours.
    pub fn new<F>(name: impl Into<Cow<'static, str>>, run: F) -> Self
    where
        F: for<'a> Fn(&'a mut TestContext) -> Pin<Box<dyn Future<Output = Outcome> + 'a>>
            + Send
            + Sync
            + 'static,
    {
        Self { name: name.into(), skipped_in: &[], launch: LaunchOptions::default(), run: Arc::new(run) }
    }

    /// Skips engines, each with the reason that the report repeats.
    pub fn skip_in(mut self, engines: &'static [(Engine, &'static str)]) -> Self {
        self.skipped_in = engines;
        self
    }

    /// Sets the viewport, CSS pixels.
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.launch.size = (width, height);
        self
    }

    /// Sets the browser's text size to 200 %.
    pub fn double_text(mut self) -> Self {
        self.launch.text_percent = 200;
        self
    }

    /// Sets the system's time zone, by its name in the tz database.
    pub fn time_zone(mut self, time_zone: &'static str) -> Self {
        self.launch.time_zone = Some(time_zone);
        self
    }

    /// Makes the browser log its network requests.
    pub fn network_log(mut self) -> Self {
        self.launch.network_log = true;
        self
    }

    /// Sets the system's colour scheme to dark.
    pub fn dark(mut self) -> Self {
        self.launch.dark = true;
        self
    }
}

/// Makes a [`ScenarioFn`] of an async function.
macro_rules! scenario_fn {
    ($steps:path) => {
        |ctx| Box::pin($steps(ctx))
    };
}
pub(crate) use scenario_fn;

/// How many scenarios passed, failed and were skipped.
#[derive(Debug, Default, Clone, Copy)]
pub struct Summary {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Summary {
    /// Whether no scenario failed and at least one ran.
    pub fn is_success(self) -> bool {
        self.failed == 0 && self.passed > 0
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// Runs the scenarios and engines that the settings select.
pub fn run(settings: &Settings, scenarios: Vec<Scenario>) -> Summary {
    // Files of an earlier run would be taken for this one's. The folder may not exist.
    let _ = fs::remove_dir_all(failures_folder());
    let summary = Mutex::new(Summary::default());
    let mut jobs = VecDeque::new();
    for scenario in scenarios {
        if settings.only.as_ref().is_some_and(|part| !scenario.name.contains(part.as_str())) {
            continue;
        }
        for &engine in &settings.engines {
            if let Some((_, why)) = scenario.skipped_in.iter().find(|(skipped, _)| *skipped == engine) {
                println!("skip  {:9}  {} ({why})", engine.name(), scenario.name);
                lock(&summary).skipped += 1;
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
                while let Some((engine, scenario)) = { lock(&jobs).pop_front() } {
                    if process::is_stopping() {
                        return;
                    }
                    if run_and_report(engine, &scenario, settings) {
                        lock(&summary).passed += 1;
                    } else {
                        lock(&failed).push((engine, scenario));
                    }
                }
            });
        }
    });
    let mut summary = *lock(&summary);
    let failed = std::mem::take(&mut *lock(&failed));
    if failed.len() > MAX_RETRIES {
        summary.failed += failed.len();
        return summary;
    }
    for (engine, scenario) in failed {
        println!("again {:9}  {}: alone this time", engine.name(), scenario.name);
        if !process::is_stopping() && run_and_report(engine, &scenario, settings) {
            summary.passed += 1;
        } else {
            summary.failed += 1;
        }
    }
    summary
}

/// Runs one scenario in one engine and prints its result; true when it passed.
fn run_and_report(engine: Engine, scenario: &Scenario, settings: &Settings) -> bool {
    let started = Instant::now();
    // A runtime on this thread only: nothing in a scenario has to be shared between threads.
    let result = std::panic::catch_unwind(AssertUnwindSafe(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(run_one(engine, scenario, settings))
    }));
    let result = result.unwrap_or_else(|panic| {
        let message = panic.downcast_ref::<String>().map(String::as_str);
        let message =
            message.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("without a message");
        Err(Failure(format!("the test itself panicked: {message}")))
    });
    let seconds = started.elapsed().as_secs_f32();
    match result {
        Ok(()) => println!("ok    {:9}  {} ({seconds:.1} s)", engine.name(), scenario.name),
        // One print, so that lines of two failures do not mix.
        Err(ref why) => println!(
            "FAIL  {:9}  {} ({seconds:.1} s)\n      {why}\n      run it alone: EASED_ONLY=\"{}\" EASED_ENGINES={} make browsers",
            engine.name(),
            scenario.name,
            scenario.name,
            engine.name(),
        ),
    }
    result.is_ok()
}

async fn run_one(engine: Engine, scenario: &Scenario, settings: &Settings) -> Outcome {
    let mut ctx = TestContext::start(engine, settings, &scenario.launch).await?;
    let result = tokio::time::timeout(SCENARIO_LIMIT, (scenario.run)(&mut ctx)).await;
    let result =
        result.unwrap_or_else(|_| Err(Failure(format!("not finished after {} s", SCENARIO_LIMIT.as_secs()))));
    match result {
        Ok(()) => Ok(()),
        Err(why) => Err(Failure(report(&ctx, scenario, &why.0).await)),
    }
}

/// The message of a failure, shortened, and what the page showed. A text file has the whole message; a screenshot and
/// the page's source are beside it.
async fn report(ctx: &TestContext, scenario: &Scenario, message: &str) -> String {
    let name: String =
        scenario.name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let file = failures_folder().join(format!("{}-{name}", ctx.page.engine.name()));
    let mut lines: Vec<String> = message.lines().map(str::to_owned).collect();
    if lines.len() > MAX_MESSAGE_LINES {
        let more = lines.len() - MAX_MESSAGE_LINES;
        lines.truncate(MAX_MESSAGE_LINES);
        lines.push(match save(&file.with_extension("txt"), message) {
            Some(saved) => format!("      and {more} more lines: {saved}"),
            None => format!("      and {more} more lines"),
        });
    }
    // What was read before the timeout is kept. Nothing else can be done about a page that does not answer.
    let _ = tokio::time::timeout(DESCRIPTION_LIMIT, async {
        describe_page(&ctx.page, &mut lines).await;
        let screenshot = file.with_extension("png");
        match ctx.page.screenshot(&screenshot).await {
            Ok(()) => lines.push(format!("      screenshot: {}", screenshot.display())),
            Err(why) => lines.push(format!("      no screenshot: {why}")),
        }
        if let Ok(source) = ctx.page.source().await {
            lines.extend(
                save(&file.with_extension("html"), &source)
                    .map(|saved| format!("      page source: {saved}")),
            );
        }
    })
    .await;
    lines.join("\n")
}

/// Writes a text into the folder of the failures and returns its path.
fn save(file: &Path, text: &str) -> Option<String> {
    fs::create_dir_all(failures_folder()).ok()?;
    fs::write(file, text).ok()?;
    Some(file.display().to_string())
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
