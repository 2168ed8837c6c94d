//! Compares Lighthouse's mobile audit of the app with that of a static baseline page that shows only the drawing.
//!
//! The runs alternate on one machine, so that the ratio is meaningful even where the machine is noisy. The result never
//! fails a build.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::serve::Server;
use crate::site::{self, read, write};
use crate::{crate_sizes, page, sizes};

/// The folder for reports.
const OUTPUT_FOLDER: &str = "bench-out";
/// The metrics that are read from a report: Lighthouse's audit id, the name in the table, and whether the unit is ms.
const METRICS: [(&str, &str, bool); 5] = [
    ("first-contentful-paint", "FCP", true),
    ("largest-contentful-paint", "LCP", true),
    ("speed-index", "Speed Index", true),
    ("total-blocking-time", "TBT", true),
    ("cumulative-layout-shift", "CLS", false),
];
/// The categories whose scores (0 to 100) are read from a report.
const SCORES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// Audits both pages and writes `bench-out/bench.json` and `bench-out/bench.md`.
///
/// Environment variables: `EASED_LIGHTHOUSE` is the command, `CHROME_PATH` the browser, `EASED_BENCH_RUNS` the number
/// of runs (default 5).
pub fn run(site: &Path) -> Result<(), String> {
    let runs =
        std::env::var("EASED_BENCH_RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(5_usize).max(1);
    let out = Path::new(OUTPUT_FOLDER);
    let baseline = out.join("baseline");
    fs::create_dir_all(&baseline).map_err(|error| format!("{}: {error}", baseline.display()))?;
    let page = baseline_page(&site::root())?;
    write(&baseline.join("index.html"), page.as_bytes())?;
    write(&baseline.join("index.html.br"), &site::brotli(page.as_bytes()))?;

    let pages = [("app", site), ("baseline", baseline.as_path())];
    let mut reports: [Vec<Value>; 2] = [Vec::new(), Vec::new()];
    for run in 1..=runs {
        for ((name, folder), reports) in pages.iter().zip(&mut reports) {
            println!("bench: {name}, run {run} of {runs}");
            let server = Server::start(folder).map_err(|error| error.to_string())?;
            let report = out.join(format!("{name}-{run}.json"));
            reports.push(lighthouse(&server.url(), &report)?);
        }
    }
    let (tables, metrics) = tables(&reports[0], &reports[1]);
    let sizes = sizes::table(site)?.0;
    let crates = crate_sizes::tables(&site::root().join(site::MODULES_FOLDER))?;
    let text = format!("{}\n\n{tables}\n```\n{sizes}\n{crates}```\n", environment());
    write(&out.join("bench.md"), text.as_bytes())?;
    write(&out.join("bench.json"), metrics.to_string().as_bytes())?;
    print!("\n{text}");
    Ok(())
}

/// The date, the browser's version and the processor, as one line of text.
fn environment() -> String {
    let output_of = |command: &str, arguments: &[&str]| {
        let output = Command::new(command).args(arguments).output().ok();
        output.map_or_else(String::new, |output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processors.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    format!(
        "{}, {}, {cores} cores{}.",
        output_of("date", &["-u", "+%F"]),
        output_of(&browser().to_string_lossy(), &["--version"]),
        model.map_or_else(String::new, |(_, model)| format!(" of {}", model.trim())),
    )
}

/// The smallest page that shows the drawing: a lower bound for the time until it is painted. It has one line of text,
/// because a page with only an inline drawing has no largest contentful paint.
fn baseline_page(root: &Path) -> Result<String, String> {
    let text = |path: &str| read(&root.join(path));
    Ok(format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\
         <title>Baseline</title><style>{}</style>{}<h1>Eased</h1><svg viewBox=\"-36 170 506 560\"><use href=\"#leg-plate\"/></svg>",
        text("style/plate.css")?,
        page::without_comments(&text("tools/drawing/leg.svg")?),
    ))
}

/// The baseline page with the smallest script that adds marks: one mark per tap, at the height of the tap.
pub fn vanilla_page() -> Result<String, String> {
    let script = "const svg = document.querySelector('svg:last-of-type');\
        const list = document.querySelector('ol');\
        const spots = [];\
        svg.addEventListener('pointerup', (event) => {\
            const box = svg.getBoundingClientRect();\
            const percent = Math.round((event.clientY - box.top) / box.height * 100);\
            if (percent < 0 || percent > 100) return;\
            if (spots.length === 8) {\
                spots.length = 0;\
                list.textContent = '';\
                for (const old of svg.querySelectorAll('circle')) old.remove();\
            }\
            spots.push(percent);\
            const mark = document.createElementNS('http://www.w3.org/2000/svg', 'circle');\
            mark.setAttribute('cx', 217);\
            mark.setAttribute('cy', 170 + 5.6 * percent);\
            mark.setAttribute('r', 18);\
            svg.append(mark);\
            const item = document.createElement('li');\
            item.textContent = percent + ' %';\
            list.append(item);\
            localStorage.setItem('spots', JSON.stringify(spots));\
        });";
    let page = baseline_page(&site::root())?;
    Ok(format!("{page}<ol></ol><script>{script}</script>"))
}

fn lighthouse(url: &str, report: &Path) -> Result<Value, String> {
    let command = std::env::var("EASED_LIGHTHOUSE").unwrap_or_else(|_| "lighthouse".to_owned());
    let status = Command::new(&command)
        .args([url, "--quiet", "--output=json"])
        .arg(format!("--output-path={}", report.display()))
        .arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run")
        .env("CHROME_PATH", browser())
        .stdin(Stdio::null())
        .status()
        .map_err(|error| format!("{command}: {error}"))?;
    if !status.success() {
        return Err(format!("{command} failed on {url}"));
    }
    let text = fs::read_to_string(report).map_err(|error| format!("{}: {error}", report.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", report.display()))
}

fn browser() -> PathBuf {
    let named = std::env::var_os("CHROME_PATH").map(PathBuf::from);
    let usual = ["/usr/bin/chromium", "/usr/bin/google-chrome"].map(PathBuf::from);
    named.or_else(|| usual.iter().find(|path| path.exists()).cloned()).unwrap_or_default()
}

fn tables(app: &[Value], baseline: &[Value]) -> (String, Value) {
    let mut text = format!(
        "Lighthouse {}, mobile, median of {} runs each, in turn on one machine.\n\n\
         | metric | app | baseline (drawing only) | ratio |\n|---|---|---|---|\n",
        app[0]["lighthouseVersion"].as_str().unwrap_or("?"),
        app.len(),
    );
    let mut metrics = json!({});
    for (id, name, is_time) in METRICS {
        let median_of = |reports: &[Value]| {
            median(reports.iter().map(|report| as_number(&report["audits"][id]["numericValue"])))
        };
        let (app_value, baseline_value) = (median_of(app), median_of(baseline));
        let ratio = if baseline_value > 0.0 {
            format!("{:.2}", app_value / baseline_value)
        } else {
            "–".to_owned()
        };
        let format_value = |value: f64| {
            if is_time { format!("{value:.0} ms") } else { format!("{value:.3}") }
        };
        let _ = writeln!(
            text,
            "| {name} | {} | {} | {ratio} |",
            format_value(app_value),
            format_value(baseline_value)
        );
        metrics[id] = json!({ "app": app_value, "baseline": baseline_value });
    }
    for id in SCORES {
        let median_of = |reports: &[Value]| {
            median(reports.iter().map(|report| as_number(&report["categories"][id]["score"]))) * 100.0
        };
        let (app_value, baseline_value) = (median_of(app), median_of(baseline));
        let _ = writeln!(text, "| {id} | {app_value:.0} | {baseline_value:.0} | |");
        metrics[id] = json!({ "app": app_value, "baseline": baseline_value });
    }
    (text, metrics)
}

fn as_number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => f64::NAN,
        length if length % 2 == 1 => sorted[middle],
        _ => f64::midpoint(sorted[middle - 1], sorted[middle]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_the_mean_of_the_two_middle_values() {
        assert!((median([3.0, 1.0, 2.0].into_iter()) - 2.0).abs() < 1e-9);
        assert!((median([4.0, 1.0].into_iter()) - 2.5).abs() < 1e-9);
        assert!(median(std::iter::empty()).is_nan());
    }

    #[test]
    fn the_table_compares_medians() {
        let report = |paint: f64| {
            json!({
                "lighthouseVersion": "13",
                "audits": { "first-contentful-paint": { "numericValue": paint } },
                "categories": { "seo": { "score": 1 } },
            })
        };
        let (text, metrics) = tables(&[report(900.0), report(600.0), report(660.0)], &[report(600.0)]);
        assert!(text.contains("| FCP | 660 ms | 600 ms | 1.10 |"), "{text}");
        assert!(text.contains("| seo | 100 | 100 | |"), "{text}");
        assert!((as_number(&metrics["first-contentful-paint"]["app"]) - 660.0).abs() < 1e-9);
    }

    #[test]
    fn the_baseline_page_contains_the_drawing() {
        assert!(baseline_page(&site::root()).expect("reads").contains("id=\"leg-plate\""));
    }
}
