//! Drives Chromium, Firefox and WebKitGTK against the built site, as a person would.
//!
//! `EASED_DIST`, `EASED_GECKODRIVER`, `EASED_AXE`, `EASED_ENGINES`, `EASED_ONLY`, `EASED_SHOTS` and `EASED_WORKERS` are
//! explained in `settings`. With `soak` it kills browsers at random moments instead,
//! with `bench` it measures starts, taps, a still session and what a long history costs.

mod bench;
mod browser;
mod display;
mod engine;
mod failure;
mod page;
mod pointer;
mod process;
mod runner;
mod scenario;
mod settings;
mod site;
mod stage;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    let settings = match settings::Settings::from_env() {
        Ok(settings) => settings,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::FAILURE;
        }
    };
    if !settings.dist.join("index.html").is_file() {
        eprintln!("there is no built site in {} (EASED_DIST)", settings.dist.display());
        return ExitCode::FAILURE;
    }
    end_children_when_told_to_stop();
    let good = match std::env::args().nth(1).as_deref() {
        Some("soak") => scenario::kill::soak::run(&settings, settings.kills, settings.seed),
        Some("bench") => bench::run(&settings),
        Some("profile") => bench::profile(&settings),
        Some(mode) => {
            eprintln!("no mode is called {mode}; there are soak, bench and profile");
            false
        }
        None => {
            let tally = runner::run(&settings, scenario::all(settings.shots.is_some()));
            println!("{tally}");
            tally.is_good()
        }
    };
    process::end_all();
    // A folder left behind in the temporary place harms nobody.
    let _ = std::fs::remove_dir_all(stage::run_folder());
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Ctrl-C reaches only this process: every child leads a group of its own.
fn end_children_when_told_to_stop() {
    std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let Ok(runtime) = runtime else { return };
        let told = runtime.block_on(async {
            use tokio::signal::unix::{SignalKind, signal};
            let mut terminate = signal(SignalKind::terminate())?;
            tokio::select! {
                told = tokio::signal::ctrl_c() => told,
                _ = terminate.recv() => Ok(()),
            }
        });
        if told.is_ok() {
            process::end_all();
            // Scenarios that were playing notice one after the other and may still write.
            for _ in 0..10 {
                // As above.
                let _ = std::fs::remove_dir_all(stage::run_folder());
                std::thread::sleep(std::time::Duration::from_millis(100));
            }
            std::process::exit(130);
        }
    });
}
