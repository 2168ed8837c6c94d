//! Figures of the built app in Chromium, beside the least page that does the same. They never gate anything: the machine
//! is noisy, and only ratios and exact counts mean something elsewhere.

mod chromium;
mod figure;
mod history;
mod mat;
mod profile;
mod starts;
mod taps;

use self::figure::Figure;
use crate::failure::Outcome;
use crate::settings::Settings;
use eased_tools::bench::vanilla_page;
use eased_tools::serve::Server;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Where the tables go.
const OUT: &str = "bench-out";

/// Measures; true when all of it could be.
pub fn run(settings: &Settings) -> bool {
    done(measure(settings))
}

/// Profiles; true when all of it could be.
pub fn profile(settings: &Settings) -> bool {
    done(async {
        let text = profile::measure(settings).await?;
        fs::create_dir_all(OUT)?;
        fs::write(Path::new(OUT).join("profile.md"), &text)?;
        print!("\n{text}");
        Ok(())
    })
}

fn done(work: impl Future<Output = Outcome>) -> bool {
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
    let vanilla = Path::new(OUT).join("vanilla");
    fs::create_dir_all(&vanilla)?;
    fs::write(vanilla.join("index.html"), vanilla_page().map_err(crate::failure::Failure)?)?;
    let server = Server::start(&vanilla)?;
    // As with the scenarios, `EASED_ONLY` chooses.
    let wanted = |part: &str| {
        let wanted = settings.only.as_ref().is_none_or(|only| part.contains(only.as_str()));
        if wanted {
            println!("bench: {part}");
        }
        wanted
    };
    let mut figures = Vec::new();
    if wanted("from the address to the first tap") {
        figures.extend(starts::measure(settings).await?);
    }
    if wanted("from the tap to the paint") {
        figures.extend(taps::measure(settings, &server.url()).await?);
    }
    if wanted("a session in which nothing is pressed") {
        figures.extend(mat::measure(settings).await?);
    }
    let history =
        if wanted("what a long history costs") { history::measure(settings).await? } else { String::new() };
    let text = format!("{}\n{history}", table(&figures, settings.turns));
    fs::write(Path::new(OUT).join("browser.md"), &text)?;
    let all: Vec<Value> = figures.iter().map(Figure::json).collect();
    fs::write(Path::new(OUT).join("browser.json"), Value::from(all).to_string())?;
    print!("\n{text}");
    Ok(())
}

fn table(figures: &[Figure], turns: u64) -> String {
    let lines: Vec<String> = figures.iter().map(Figure::line).collect();
    format!(
        "Chromium at 390x844, {turns} turns; medians, and in brackets where the middle half lies: what differs less than \
         that is noise.\n\n| figure | app | floor | ratio | aim |\n|---|---|---|---|---|\n{}\n",
        lines.join("\n"),
    )
}
