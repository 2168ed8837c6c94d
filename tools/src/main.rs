//! The native side of the project: see `USAGE`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use eased_tools::{bench, dist, draw, program, publish, serve, sizes};

const USAGE: &str = "usage: eased-tools COMMAND
  draw                draws the leg and the poses anew from their tables
  icons               renders the icons (needs --features icons)
  dist                finishes a Trunk build (run by Trunk's post_build hook)
  cut FILE            cuts a program of wasm-bindgen's into first.wasm and rest.wasm beside it, with names, to be
                      profiled
  sizes [FOLDER]      weighs a finished site against the gates (default: dist)
  publish [FOLDER]    copies a finished site (dist) with all that a static host needs (default: dist-site)
  serve [FOLDER]      serves a finished site on this machine (default: dist)
  bench [FOLDER]      Lighthouse: the site beside a page with only our drawing (default: dist)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let command = arguments.first().map_or("", String::as_str);
    let folder = arguments.get(1).map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    let done = match command {
        "draw" => draw::run(&dist::root()).map_err(|error| error.to_string()),
        #[cfg(feature = "icons")]
        "icons" => draw::icons(&dist::root()),
        "dist" => finish(),
        "cut" => program::cut(&folder),
        "sizes" => weigh(&folder),
        "publish" => {
            publish::run(Path::new("dist"), &arguments.get(1).map_or("dist-site".into(), PathBuf::from))
        }
        "serve" => serve::forever(&folder),
        "bench" => bench::run(&folder),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Trunk tells its hooks where things are.
fn finish() -> Result<(), String> {
    let place =
        |name: &str| std::env::var(name).map_err(|_| format!("{name} is not set: Trunk runs this command"));
    let (root, site) = (place("TRUNK_SOURCE_DIR")?, place("TRUNK_STAGING_DIR")?);
    dist::finish(Path::new(&root), Path::new(&site), &program::optimise)
}

fn weigh(folder: &Path) -> Result<(), String> {
    let (table, hold) = sizes::table(folder)?;
    print!("{table}");
    if hold { Ok(()) } else { Err("a part is too large".to_owned()) }
}
