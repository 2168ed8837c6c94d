//! The gates on weight, counted exactly from the finished site.

use std::fmt::Write as _;
use std::path::Path;

use crate::dist;
use crate::worker::{self, File};

/// What an app begins with, and what its worker stores when it is installed, brotli: with it one can mark spots; the
/// session that the app was closed on is offered.
pub const FIRST_VISIT: usize = 120_000;
/// The same with the rest of the program, which follows once the app has begun: all that is stored before the app
/// says that it is ready offline.
pub const STORED: usize = 208_000;
/// `index.html`, brotli: what fits into the first flight of a new connection.
pub const PAGE: usize = 14_336;

/// The weight of one part.
#[derive(Debug)]
struct Part {
    path: String,
    raw: usize,
    sent: usize,
}

/// The table, and whether both gates hold.
pub fn table(site: &Path) -> Result<(String, bool), String> {
    let files = dist::files(site)?;
    let mut parts: Vec<Part> = files.iter().filter(|file| is_fetched(&file.path)).map(weigh).collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.sent));
    let total: usize = parts.iter().map(|part| part.sent).sum();
    let page = parts.iter().find(|part| part.path == "index.html").map_or(0, |part| part.sent);

    let mut text = format!("{:>10} {:>10}  first visit\n", "bytes", "brotli");
    for Part { path, raw, sent } in &parts {
        let _ = writeln!(text, "{raw:>10} {sent:>10}  {path}");
    }
    let mut stored = total;
    for Part { path, raw, sent } in files.iter().filter(|file| worker::is_extra(&file.path)).map(weigh) {
        let when = if worker::is_of_the_rest(&path) {
            stored += sent;
            "follows when the app has begun"
        } else {
            "only for who needs it"
        };
        let _ = writeln!(text, "{raw:>10} {sent:>10}  {path}: {when}");
    }
    let mut hold = true;
    let gates = [
        ("first visit", total, FIRST_VISIT),
        ("first visit and what follows", stored, STORED),
        ("index.html", page, PAGE),
    ];
    for (name, size, limit) in gates {
        let verdict = if size <= limit { "ok" } else { "TOO LARGE" };
        let _ = writeln!(text, "{size:>21}  {name}: at most {limit} ({verdict})");
        hold &= size <= limit;
    }
    Ok((text, hold))
}

/// Does a first visit fetch it? The page and all it starts, everything that the worker stores (most of it
/// the same requests, answered from the browser's cache), the worker, and the icon of the browser's choice.
/// The visit is in the language that the app carries: in another one its file comes on top.
fn is_fetched(path: &str) -> bool {
    path == "sw.js" || path == "icons/icon-192.png" || worker::is_kept(path)
}

fn weigh(file: &File) -> Part {
    let raw = file.bytes.len();
    let sent = if dist::is_compressible(&file.path) { dist::brotli(&file.bytes).len() } else { raw };
    Part { path: file.path.clone(), raw, sent }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(name: &str, page: &[u8]) -> std::path::PathBuf {
        let site = std::env::temp_dir().join(format!("eased-sizes-{name}-{}", std::process::id()));
        std::fs::create_dir_all(site.join("icons")).expect("a folder");
        std::fs::write(site.join("index.html"), page).expect("writes");
        std::fs::write(site.join("icons/icon-512.png"), vec![7; 200_000]).expect("writes");
        site
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
        let site = site("small", b"<p>");
        assert!(table(&site).expect("weighs").1);
        std::fs::remove_dir_all(site).expect("cleans");
    }

    #[test]
    fn extras_are_shown_and_not_counted() {
        let site = site("extras", b"<p>");
        std::fs::write(site.join("words-de-0.txt"), noise(STORED)).expect("writes");
        let (text, hold) = table(&site).expect("weighs");
        assert!(hold && text.contains("words-de-0.txt: only for who needs it"), "{text}");
        // The rest is no part of the beginning, but it is stored.
        std::fs::write(site.join("rest-0.wasm"), noise(FIRST_VISIT)).expect("writes");
        let (text, hold) = table(&site).expect("weighs");
        assert!(hold && text.contains("rest-0.wasm: follows"), "{text}");
        std::fs::write(site.join("rest-0.wasm"), noise(STORED)).expect("writes");
        assert!(!table(&site).expect("weighs").1);
        std::fs::remove_dir_all(site).expect("cleans");
    }

    #[test]
    fn a_page_over_its_gate_fails() {
        let site = site("large", &noise(15_000));
        let (text, hold) = table(&site).expect("weighs");
        assert!(!hold && text.contains("TOO LARGE"), "{text}");
        std::fs::remove_dir_all(site).expect("cleans");
    }
}
