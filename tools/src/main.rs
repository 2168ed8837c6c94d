//! The command line of the native build tools; see `USAGE`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use eased_tools::{
    bench, crate_sizes, draw, locale, publish, serve,
    site::{self, Profile},
    sizes,
};

const USAGE: &str = "usage: eased-tools COMMAND
  draw                regenerates the drawings of the leg and the poses from their tables
  icons               renders the icons as PNG (needs --features icons)
  build               builds the site into dist; `trunk build` gives the same result
  post-build          Trunk's post_build hook: compiles the app and completes the staged site
  sizes [FOLDER]      lists the sizes of a built site and checks them against the limits (default: dist)
  crate-sizes         lists the code size by crate in each module of the last release build
  publish [FOLDER]    copies the built site (dist) with all files that a static host needs (default: dist-site)
  serve [FOLDER]      serves a built site on this machine (default: dist)
  locale TAG          lists what is missing in the language file locales/TAG.json
  locale pseudo TAG [rtl]  writes a pseudo-locale: English with accents and 40 % longer, or from right to left
  bench [FOLDER]      runs Lighthouse on the site and on a page with only the drawing (default: dist)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let command = arguments.first().map_or("", String::as_str);
    let folder = arguments.get(1).map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    let result = match command {
        "draw" => draw::run(&site::root()).map_err(|error| error.to_string()),
        #[cfg(feature = "icons")]
        "icons" => draw::icons(&site::root()),
        "build" => site::build(&site::root(), Profile::Release),
        "post-build" => post_build(),
        "sizes" => check_sizes(&folder),
        "crate-sizes" => {
            crate_sizes::tables(&site::root().join(site::MODULES_FOLDER)).map(|tables| print!("{tables}"))
        }
        "publish" => {
            publish::run(Path::new("dist"), &arguments.get(1).map_or("dist-site".into(), PathBuf::from))
        }
        "serve" => serve::serve_forever(&folder),
        "locale" => locale::run(arguments.get(1..).unwrap_or_default()),
        "bench" => bench::run(&folder),
        _ => Err(USAGE.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs as Trunk's hook: Trunk passes the profile and the staging folder in environment variables.
fn post_build() -> Result<(), String> {
    let variable =
        |name: &str| std::env::var(name).map_err(|_| format!("{name} is not set: Trunk runs this command"));
    let profile = if variable("TRUNK_PROFILE")? == "release" { Profile::Release } else { Profile::Debug };
    site::post_build(&site::root(), Path::new(&variable("TRUNK_STAGING_DIR")?), profile)
}

fn check_sizes(folder: &Path) -> Result<(), String> {
    let (table, within_limits) = sizes::table(folder)?;
    print!("{table}");
    if within_limits { Ok(()) } else { Err("the site exceeds a size limit".to_owned()) }
}
