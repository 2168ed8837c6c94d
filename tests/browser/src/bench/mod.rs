//! Benchmarks of the built app in Chromium, compared with minimal baseline pages. They never fail a build: the
//! machine is noisy, and only ratios and exact counts are comparable between machines.

mod chromium;
mod idle_session;
mod long_history;
mod measurement;
mod profile;
mod startup;
mod tap_latency;

use self::measurement::Measurement;
use crate::failure::Outcome;
use crate::settings::Settings;
use eased_tools::bench::vanilla_page;
use eased_tools::serve::Server;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The folder for the results.
const OUTPUT_FOLDER: &str = "bench-out";

/// Runs the benchmarks. Returns whether all of them succeeded.
pub fn run(settings: &Settings) -> bool {
    block_on(measure(settings))
}

/// Runs the profiler. Returns whether it succeeded.
pub fn profile(settings: &Settings) -> bool {
    block_on(async {
        let text = profile::measure(settings).await?;
        fs::create_dir_all(OUTPUT_FOLDER)?;
        fs::write(Path::new(OUTPUT_FOLDER).join("profile.md"), &text)?;
        print!("\n{text}");
        Ok(())
    })
}

fn block_on(work: impl Future<Output = Outcome>) -> bool {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(work),
        Err(why) => Err(why.into()),
    };
    if let Err(ref why) = done {
        eprintln!("bench: {why}");
    }
    done.is_ok()
}

async fn measure(settings: &Settings) -> Outcome {
    let vanilla = Path::new(OUTPUT_FOLDER).join("vanilla");
    fs::create_dir_all(&vanilla)?;
    fs::write(vanilla.join("index.html"), vanilla_page().map_err(crate::failure::Failure)?)?;
    let server = Server::start(&vanilla)?;
    // `EASED_ONLY` selects benchmarks, as it selects scenarios.
    let is_selected = |part: &str| {
        let is_selected = settings.only.as_ref().is_none_or(|only| part.contains(only.as_str()));
        if is_selected {
            println!("bench: {part}");
        }
        is_selected
    };
    let mut measurements = Vec::new();
    if is_selected("startup: from navigation to the first tap") {
        measurements.extend(startup::measure(settings).await?);
    }
    if is_selected("tap latency: from the tap to the paint") {
        measurements.extend(tap_latency::measure(settings, &server.url()).await?);
    }
    if is_selected("idle session: without input") {
        measurements.extend(idle_session::measure(settings).await?);
    }
    let history =
        if is_selected("long history") { long_history::measure(settings).await? } else { String::new() };
    let text = format!("{}\n{history}", table(&measurements, settings.bench_turns));
    fs::write(Path::new(OUTPUT_FOLDER).join("browser.md"), &text)?;
    let all: Vec<Value> = measurements.iter().map(Measurement::json).collect();
    fs::write(Path::new(OUTPUT_FOLDER).join("browser.json"), Value::from(all).to_string())?;
    print!("\n{text}");
    Ok(())
}

fn table(measurements: &[Measurement], turns: u64) -> String {
    let lines: Vec<String> = measurements.iter().map(Measurement::row).collect();
    format!(
        "Chromium at 390x844, {turns} turns; medians, with the quartiles in brackets: smaller \
         differences are noise.\n\n| measurement | app | baseline | ratio | target |\n|---|---|---|---|---|\n{}\n",
        lines.join("\n"),
    )
}
