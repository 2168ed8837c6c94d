//! Rules for every Rust file: a module comment, a maximum length, no to-do markers.

use super::{Source, no_complaints, sources};

/// A file has to be shorter than this many lines.
const MAX_LINES: usize = 320;

/// Paths of files that may be longer, each with the reason.
const EXCEPTIONS: [(&str, &str); 0] = [];

fn rust_files() -> Vec<Source> {
    ["src", "tests", "tools/src"].into_iter().flat_map(|folder| sources(folder, ".rs")).collect()
}

#[test]
fn every_module_starts_with_a_sentence_about_its_purpose() {
    let has_sentence = |file: &Source| {
        let doc: String =
            file.text.lines().map_while(|line| line.strip_prefix("//! ")).collect::<Vec<_>>().join(" ");
        doc.contains(['.', ':', '?'])
    };
    let bad = rust_files().into_iter().filter(|f| !has_sentence(f));
    no_complaints(&bad.map(|f| format!("{}: no `//!` sentence", f.path)).collect::<Vec<_>>());
}

#[test]
fn files_stay_short() {
    let mut complaints = Vec::new();
    for file in rust_files() {
        let lines = file.text.lines().count();
        let allowed = EXCEPTIONS.iter().any(|(path, _)| *path == file.path);
        if lines >= MAX_LINES && !allowed && !file.text.contains("do not edit.") {
            complaints.push(format!("{}: {lines} lines", file.path));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn no_file_has_to_do_markers() {
    // Written with escapes, so that this file does not match.
    let markers = ["TO\u{44}O", "FIX\u{4d}E", "unimple\u{6d}ented!", "to\u{64}o!"];
    let mut complaints = Vec::new();
    for file in rust_files() {
        for (number, line) in file.text.lines().enumerate() {
            if markers.iter().any(|word| line.contains(word)) {
                complaints.push(format!("{}:{}: {}", file.path, number + 1, line.trim()));
            }
        }
    }
    no_complaints(&complaints);
}
