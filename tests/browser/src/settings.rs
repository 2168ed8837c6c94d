//! The settings of a run, read once from environment variables.

use crate::engine::Engine;
use crate::failure::{Outcome, fail};
use std::env;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// The settings of one run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Folder of the built site (`EASED_DIST`).
    pub dist: PathBuf,
    /// The Firefox driver (`EASED_GECKODRIVER`), a path or a name on PATH.
    pub geckodriver: PathBuf,
    /// The file `axe.min.js` (`EASED_AXE`); scenarios that need it fail without it.
    pub axe: Option<PathBuf>,
    /// Engines to run (`EASED_ENGINES`): chromium, firefox, webkitgtk.
    pub engines: Vec<Engine>,
    /// Only scenarios whose name contains this text (`EASED_ONLY`).
    pub only: Option<String>,
    /// Folder for screenshots of every screen (`EASED_SHOTS`).
    pub screenshots: Option<PathBuf>,
    /// Scenarios running at the same time (`EASED_WORKERS`).
    pub workers: usize,
    /// Kills of each browser in a soak test (`EASED_SOAK_KILLS`, default 100).
    pub soak_kills: u32,
    /// Repetitions of a benchmark (`EASED_BENCH_TURNS`, default 7).
    pub bench_turns: u64,
    /// Seed of the random moments of a soak test (`EASED_SOAK_SEED`, default the time).
    pub soak_seed: u64,
}

impl Settings {
    /// Reads the environment; an unknown engine name is an error, a missing variable is not.
    pub fn from_env() -> Outcome<Self> {
        let path = |name: &str| env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        let number = |name: &str| match env::var(name) {
            Ok(text) if !text.is_empty() => match text.parse::<u64>() {
                Ok(number) => Ok(Some(number)),
                Err(_) => fail!("{name} is not a number: {text}"),
            },
            _ => Ok(None),
        };
        let engines = match env::var("EASED_ENGINES") {
            Ok(list) if !list.trim().is_empty() => {
                list.split(',').map(|name| Engine::from_name(name.trim())).collect::<Outcome<Vec<_>>>()?
            }
            _ => Engine::ALL.to_vec(),
        };
        let workers = match env::var("EASED_WORKERS") {
            Ok(text) => match text.parse() {
                Ok(count) if count > 0 => count,
                _ => fail!("EASED_WORKERS is not a number above zero: {text}"),
            },
            // A scenario spends much time waiting, so more of them run than there are cores.
            Err(_) => 3 * std::thread::available_parallelism()?.get(),
        };
        Ok(Self {
            dist: path("EASED_DIST").unwrap_or_else(|| PathBuf::from("dist")),
            geckodriver: path("EASED_GECKODRIVER").unwrap_or_else(|| PathBuf::from("geckodriver")),
            axe: path("EASED_AXE"),
            engines,
            only: env::var("EASED_ONLY").ok().filter(|text| !text.is_empty()),
            screenshots: path("EASED_SHOTS"),
            workers,
            soak_kills: number("EASED_SOAK_KILLS")?
                .and_then(|kills| u32::try_from(kills).ok())
                .unwrap_or(100),
            bench_turns: number("EASED_BENCH_TURNS")?.unwrap_or(7).max(1),
            soak_seed: match number("EASED_SOAK_SEED")? {
                Some(seed) => seed,
                None => SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_secs()),
            },
        })
    }
}
