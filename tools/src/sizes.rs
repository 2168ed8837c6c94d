//! The gates on weight, counted exactly from the finished site.

use std::fmt::Write as _;
use std::path::Path;

use crate::site;
use crate::sw_manifest::{self, File};

/// What a first visit loads until the app is ready, and what its worker stores when it is installed; brotli. What is reached
/// plus 3 %: the budget is 225,000 (docs/weight.md).
pub const FIRST_VISIT: usize = 326_000;
/// All that is stored before the app says that it is ready offline: the same with the lazy parts; brotli.
pub const STORED: usize = 567_000;
/// `index.html`, brotli: what fits into the first flight of a new connection.
pub const PAGE: usize = 14_336;

/// The phrases of a first visit.
const ENGLISH: &str = "words-en-";

/// When a file is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    First,
    Part,
    Wanted,
}

/// The weight of one file.
#[derive(Debug)]
struct Weight {
    path: String,
    raw: usize,
    brotli: usize,
    when: When,
}

/// The table, and whether all gates hold.
pub fn table(folder: &Path) -> Result<(String, bool), String> {
    let mut all: Vec<Weight> = site::files(folder)?.iter().filter_map(weigh).collect();
    all.sort_by_key(|file| std::cmp::Reverse(file.brotli));
    let mut text = format!("{:>10} {:>10}\n", "bytes", "brotli");
    let mut sum = |when: When, title: &str| {
        let _ = writeln!(text, "{title}:");
        let files = all.iter().filter(|file| file.when == when);
        files.fold(0, |sum, Weight { path, raw, brotli, .. }| {
            let _ = writeln!(text, "{raw:>10} {brotli:>10}  {path}");
            sum + brotli
        })
    };
    let first = sum(When::First, "first visit");
    let stored = first + sum(When::Part, "lazy parts, loaded when the app has started");
    sum(When::Wanted, "only for who needs it");
    let page = all.iter().find(|file| file.path == "index.html").map_or(0, |file| file.brotli);

    let mut hold = true;
    let gates = [
        ("first visit", first, FIRST_VISIT),
        ("all that is stored", stored, STORED),
        ("index.html", page, PAGE),
    ];
    for (name, size, limit) in gates {
        let verdict = if size <= limit { "ok" } else { "TOO LARGE" };
        let _ = writeln!(text, "{size:>21}  {name}: at most {limit} ({verdict})");
        hold &= size <= limit;
    }
    Ok((text, hold))
}

/// A first visit loads the page and all that it starts, everything that the worker stores (most of it the same requests,
/// answered from the browser's cache), the worker, and the icon of the browser's choice. It is in English;
/// in another language that one's phrases take the place of these.
fn weigh(file: &File) -> Option<Weight> {
    let path = file.path.clone();
    let when = if sw_manifest::is_of_a_part(&path) {
        When::Part
    } else if path.starts_with(ENGLISH) {
        When::First
    } else if sw_manifest::is_extra(&path) || sw_manifest::is_chosen(&path) {
        When::Wanted
    } else if path == "sw.js" || path == "icons/icon-192.png" || sw_manifest::is_kept(&path) {
        When::First
    } else {
        return None;
    };
    let raw = file.bytes.len();
    let brotli = if site::is_compressible(&path) { site::brotli(&file.bytes).len() } else { raw };
    Some(Weight { path, raw, brotli, when })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, page: &[u8]) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("eased-sizes-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("icons")).expect("a folder");
        std::fs::write(folder.join("index.html"), page).expect("writes");
        std::fs::write(folder.join("icons/icon-512.png"), vec![7; 200_000]).expect("writes");
        folder
    }

    /// Bytes that do not compress.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u64;
        (0..length)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                state.to_be_bytes()[0]
            })
            .collect()
    }

    #[test]
    fn large_icons_are_not_part_of_a_first_visit() {
        let folder = folder("small", b"<p>");
        let (text, hold) = table(&folder).expect("weighs");
        assert!(hold && !text.contains("icon-512"), "{text}");
        std::fs::remove_dir_all(folder).expect("cleans");
    }

    #[test]
    fn licences_count_for_nobody() {
        let folder = folder("licences", b"<p>");
        std::fs::write(folder.join(crate::licences::FILE), noise(STORED)).expect("writes");
        let (text, hold) = table(&folder).expect("weighs");
        assert!(hold && !text.contains(crate::licences::FILE), "{text}");
        std::fs::remove_dir_all(folder).expect("cleans");
    }

    #[test]
    fn parts_are_stored_and_other_extras_are_shown_only() {
        let folder = folder("extras", b"<p>");
        std::fs::write(folder.join("words-de-0.json"), noise(STORED)).expect("writes");
        std::fs::write(folder.join("some_part-0.wasm"), noise(FIRST_VISIT)).expect("writes");
        let (text, hold) = table(&folder).expect("weighs");
        assert!(hold && text.contains("words-de-0.json") && text.contains("some_part-0.wasm"), "{text}");
        std::fs::write(folder.join("some_part-0.wasm"), noise(STORED)).expect("writes");
        assert!(!table(&folder).expect("weighs").1);
        std::fs::remove_dir_all(folder).expect("cleans");
    }

    #[test]
    fn a_page_over_its_gate_fails() {
        let folder = folder("large", &noise(15_000));
        let (text, hold) = table(&folder).expect("weighs");
        assert!(!hold && text.contains("TOO LARGE"), "{text}");
        std::fs::remove_dir_all(folder).expect("cleans");
    }
}
