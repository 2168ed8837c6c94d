//! Checks the sizes of the built site against limits.

use std::fmt::Write as _;
use std::path::Path;

use crate::site;
use crate::sw_manifest::{self, SiteFile};

/// What a first visit loads until the app is ready, with everything that the service worker stores when it is
/// installed; bytes with Brotli. The budget is 225,000 (README.md); the limit keeps the size
/// from growing unnoticed.
pub const FIRST_VISIT_LIMIT: usize = 326_000;
/// All that is stored before the app reports that it works offline: a first visit and the lazy parts; bytes with
/// Brotli.
pub const STORED_LIMIT: usize = 567_000;
/// `index.html`; bytes with Brotli. This fits into the initial congestion window of a new connection (10 packets).
pub const PAGE_LIMIT: usize = 14_336;

/// The phrases of a first visit: the prefix of their file's name.
const ENGLISH_PHRASES: &str = "words-en-";

/// When a file is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LoadPhase {
    FirstVisit,
    LazyPart,
    OnDemand,
}

/// The size of one file, raw and with Brotli, in bytes.
#[derive(Debug)]
struct FileSize {
    path: String,
    raw: usize,
    brotli: usize,
    phase: LoadPhase,
}

/// A table of all files, and whether all sizes are within their limits.
pub fn table(folder: &Path) -> Result<(String, bool), String> {
    let mut all: Vec<FileSize> = site::files(folder)?.iter().filter_map(file_size).collect();
    all.sort_by_key(|file| std::cmp::Reverse(file.brotli));
    let mut text = format!("{:>10} {:>10}\n", "bytes", "brotli");
    let mut sum = |phase: LoadPhase, title: &str| {
        let _ = writeln!(text, "{title}:");
        let files = all.iter().filter(|file| file.phase == phase);
        files.fold(0, |sum, FileSize { path, raw, brotli, .. }| {
            let _ = writeln!(text, "{raw:>10} {brotli:>10}  {path}");
            sum + brotli
        })
    };
    let first = sum(LoadPhase::FirstVisit, "first visit");
    let stored = first + sum(LoadPhase::LazyPart, "lazy parts, loaded when the app has started");
    sum(LoadPhase::OnDemand, "only loaded when needed");
    let page = all.iter().find(|file| file.path == "index.html").map_or(0, |file| file.brotli);

    let mut within_limits = true;
    let limits = [
        ("first visit", first, FIRST_VISIT_LIMIT),
        ("everything stored", stored, STORED_LIMIT),
        ("index.html", page, PAGE_LIMIT),
    ];
    for (name, size, limit) in limits {
        let verdict = if size <= limit { "ok" } else { "TOO LARGE" };
        let _ = writeln!(text, "{size:>21}  {name}: at most {limit} ({verdict})");
        within_limits &= size <= limit;
    }
    Ok((text, within_limits))
}

/// Measures a file and says when it is loaded; nothing for a file that the app does not load.
///
/// A first visit loads the page and its startup files, everything that the service worker stores at once (mostly the
/// same requests, answered from the HTTP cache), the worker, and one icon. The visit is assumed to be in English; in
/// another language, that language's phrases replace the English ones.
fn file_size(file: &SiteFile) -> Option<FileSize> {
    let path = file.path.clone();
    let phase = if sw_manifest::is_lazy_part(&path) {
        LoadPhase::LazyPart
    } else if path.starts_with(ENGLISH_PHRASES) {
        LoadPhase::FirstVisit
    } else if sw_manifest::is_deferred(&path) || sw_manifest::is_on_demand(&path) {
        LoadPhase::OnDemand
    } else if path == "sw.js" || path == "icons/icon-192.png" || sw_manifest::is_precached(&path) {
        LoadPhase::FirstVisit
    } else {
        return None;
    };
    let raw = file.bytes.len();
    let brotli = if site::is_compressible(&path) { site::brotli(&file.bytes).len() } else { raw };
    Some(FileSize { path, raw, brotli, phase })
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
    fn large_icons_do_not_count() {
        let folder = folder("small", b"<p>");
        let (text, within_limits) = table(&folder).expect("sizes");
        assert!(within_limits && !text.contains("icon-512"), "{text}");
        std::fs::remove_dir_all(folder).expect("cleans");
    }

    #[test]
    fn licences_do_not_count() {
        let folder = folder("licences", b"<p>");
        std::fs::write(folder.join(crate::licences::FILE), noise(STORED_LIMIT)).expect("writes");
        let (text, within_limits) = table(&folder).expect("sizes");
        assert!(within_limits && !text.contains(crate::licences::FILE), "{text}");
        std::fs::remove_dir_all(folder).expect("cleans");
    }

    #[test]
    fn lazy_parts_count_as_stored_and_on_demand_files_do_not_count() {
        let folder = folder("extras", b"<p>");
        std::fs::write(folder.join("words-de-0.json"), noise(STORED_LIMIT)).expect("writes");
        std::fs::write(folder.join("some_part-0.wasm"), noise(FIRST_VISIT_LIMIT)).expect("writes");
        let (text, within_limits) = table(&folder).expect("sizes");
        assert!(
            within_limits && text.contains("words-de-0.json") && text.contains("some_part-0.wasm"),
            "{text}"
        );
        std::fs::write(folder.join("some_part-0.wasm"), noise(STORED_LIMIT)).expect("writes");
        assert!(!table(&folder).expect("sizes").1);
        std::fs::remove_dir_all(folder).expect("cleans");
    }

    #[test]
    fn a_page_over_its_limit_fails() {
        let folder = folder("large", &noise(15_000));
        let (text, within_limits) = table(&folder).expect("sizes");
        assert!(!within_limits && text.contains("TOO LARGE"), "{text}");
        std::fs::remove_dir_all(folder).expect("cleans");
    }
}
