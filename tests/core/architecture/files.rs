//! Every file: its first sentence, its length, and nothing left for later.

use super::{Source, no_complaints, sources};

/// Longest file, lines.
const LONGEST: usize = 320;

/// Files that may be longer, each with its reason.
const LONGER: [(&str, &str); 0] = [];

fn all() -> Vec<Source> {
    ["src", "tests", "tools/src"].into_iter().flat_map(|folder| sources(folder, ".rs")).collect()
}

#[test]
fn every_module_opens_with_a_sentence_that_says_what_it_is() {
    let opens = |file: &Source| {
        let doc: String =
            file.text.lines().map_while(|line| line.strip_prefix("//! ")).collect::<Vec<_>>().join(" ");
        doc.contains(['.', ':', '?'])
    };
    let bad = all().into_iter().filter(|f| !opens(f));
    no_complaints(&bad.map(|f| format!("{}: no `//!` sentence", f.path)).collect::<Vec<_>>());
}

#[test]
fn files_stay_short() {
    let mut complaints = Vec::new();
    for file in all() {
        let lines = file.text.lines().count();
        let allowed = LONGER.iter().any(|(path, _)| *path == file.path);
        if lines >= LONGEST && !allowed && !file.text.contains("do not edit.") {
            complaints.push(format!("{}: {lines} lines", file.path));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn nothing_is_left_for_later() {
    let later = ["TO\u{44}O", "FIX\u{4d}E", "unimple\u{6d}ented!", "to\u{64}o!"];
    let mut complaints = Vec::new();
    for file in all() {
        for (number, line) in file.text.lines().enumerate() {
            if later.iter().any(|word| line.contains(word)) {
                complaints.push(format!("{}:{}: {}", file.path, number + 1, line.trim()));
            }
        }
    }
    no_complaints(&complaints);
}
