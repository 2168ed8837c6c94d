//! End-to-end tests: drives Chromium, Firefox and WebKitGTK through WebDriver against the built site.
//!
//! `EASED_DIST`, `EASED_GECKODRIVER`, `EASED_AXE`, `EASED_ENGINES`, `EASED_ONLY`, `EASED_SHOTS` and `EASED_WORKERS` are
//! explained in `settings`. With the argument `soak` it kills browsers at random moments instead; with `bench` it
//! measures startup, taps, an idle session and the cost of a long history.

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
mod test_context;
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
    kill_children_on_signal();
    let is_success = match std::env::args().nth(1).as_deref() {
        Some("soak") => scenario::kill::soak::run(&settings, settings.soak_kills, settings.soak_seed),
        Some("bench") => bench::run(&settings),
        Some("profile") => bench::profile(&settings),
        Some(mode) => {
            eprintln!("unknown mode {mode}; the modes are soak, bench and profile");
            false
        }
        None => {
            let summary = runner::run(&settings, scenario::all(settings.screenshots.is_some()));
            println!("{summary}");
            summary.is_success()
        }
    };
    process::kill_all();
    // A leftover temporary folder does no harm.
    let _ = std::fs::remove_dir_all(test_context::run_folder());
    if is_success { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Kills the children on SIGINT and SIGTERM. Ctrl-C reaches only this process, since every child leads its own group.
fn kill_children_on_signal() {
    std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let Ok(runtime) = runtime else { return };
        let signalled = runtime.block_on(async {
            use tokio::signal::unix::{SignalKind, signal};
            let mut terminate = signal(SignalKind::terminate())?;
            tokio::select! {
                result = tokio::signal::ctrl_c() => result,
                _ = terminate.recv() => Ok(()),
            }
        });
        if signalled.is_ok() {
            process::kill_all();
            // Running scenarios stop one after another and may still write files.
            for _ in 0..10 {
                // A leftover temporary folder does no harm.
                let _ = std::fs::remove_dir_all(test_context::run_folder());
                std::thread::sleep(std::time::Duration::from_millis(100));
            }
            std::process::exit(130);
        }
    });
}
