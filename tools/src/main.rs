//! The native side of the project: see `USAGE`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use eased_tools::{
    bench, crates, draw, locale, publish, serve,
    site::{self, Profile},
    sizes,
};

const USAGE: &str = "usage: eased-tools COMMAND
  draw                draws the leg and the poses anew from their tables
  icons               renders the icons (needs --features icons)
  build               builds the site into dist; `trunk build` comes to the same
  post-build          what Trunk's post_build hook runs: compiles the program and finishes the staged site
  sizes [FOLDER]      weighs a finished site against the gates (default: dist)
  crates              weighs the modules of the last release build by crate
  publish [FOLDER]    copies a finished site (dist) with all that a static host needs (default: dist-site)
  serve [FOLDER]      serves a finished site on this machine (default: dist)
  locale TAG          lists what the language file locales/TAG.json still lacks
  locale pseudo TAG [rtl]  writes a pseudo-locale: English with accents and 40 % longer, or from right to left
  bench [FOLDER]      Lighthouse: the site beside a page with only our drawing (default: dist)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let command = arguments.first().map_or("", String::as_str);
    let folder = arguments.get(1).map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    let done = match command {
        "draw" => draw::run(&site::root()).map_err(|error| error.to_string()),
        #[cfg(feature = "icons")]
        "icons" => draw::icons(&site::root()),
        "build" => site::build(&site::root(), Profile::Release),
        "post-build" => post_build(),
        "sizes" => weigh(&folder),
        "crates" => crates::tables(&site::root().join(site::MODULES)).map(|tables| print!("{tables}")),
        "publish" => {
            publish::run(Path::new("dist"), &arguments.get(1).map_or("dist-site".into(), PathBuf::from))
        }
        "serve" => serve::forever(&folder),
        "locale" => locale::run(arguments.get(1..).unwrap_or_default()),
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

/// Trunk tells its hooks what is built, and where.
fn post_build() -> Result<(), String> {
    let told =
        |name: &str| std::env::var(name).map_err(|_| format!("{name} is not set: Trunk runs this command"));
    let profile = if told("TRUNK_PROFILE")? == "release" { Profile::Release } else { Profile::Debug };
    site::post_build(&site::root(), Path::new(&told("TRUNK_STAGING_DIR")?), profile)
}

fn weigh(folder: &Path) -> Result<(), String> {
    let (table, hold) = sizes::table(folder)?;
    print!("{table}");
    if hold { Ok(()) } else { Err("a part is too large".to_owned()) }
}
