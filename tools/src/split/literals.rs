//! The words of the rest that no person reads: classes, drawings, names of attributes. They go with its code.

use std::fs;
use std::path::Path;

use super::ROOMS;

/// Shorter ones are likelier to be somebody else's as well.
const SHORTEST: usize = 8;

/// The string literals of the rest that stand nowhere else in the sources under `src`.
///
/// Only such as no library would write: with a hyphen, a space, a bracket or the like in them.
pub(super) fn literals(src: &Path) -> Result<Vec<String>, String> {
    let (mut ours, mut others) = (Vec::new(), String::new());
    read(src, src, &mut ours, &mut others)?;
    let own = |text: &String| {
        text.len() >= SHORTEST && text.contains(['-', ' ', '<', ',', ':']) && !others.contains(text.as_str())
    };
    let mut found: Vec<String> = ours.iter().flat_map(|text| quoted(text)).filter(own).collect();
    found.sort_unstable();
    found.dedup();
    // A part of another one may be just that.
    let whole = |text: &&String| found.iter().filter(|other| other.contains(text.as_str())).count() == 1;
    Ok(found.iter().filter(whole).cloned().collect())
}

fn read(src: &Path, folder: &Path, ours: &mut Vec<String>, others: &mut String) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            read(src, &path, ours, others)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).map_err(failed)?;
            if is_of_a_room(path.strip_prefix(src).unwrap_or(&path)) {
                ours.push(text);
            } else {
                others.push_str(&text);
            }
        }
    }
    Ok(())
}

/// Whether a source is of the rest: a room is a folder or a file.
fn is_of_a_room(path: &Path) -> bool {
    ROOMS.iter().any(|room| {
        let room = room.trim_end_matches("::").replace("::", "/");
        path.starts_with(&room) || path == Path::new(&(room + ".rs"))
    })
}

/// What stands in quotes, comments left out. One with an escape stays where it is: it is not written as it is read.
fn quoted(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut rest = line;
        while let Some(at) = rest.find(['"', '/']) {
            if rest[at..].starts_with("//") {
                break;
            }
            let raw = rest[..at].ends_with("r#") && rest[at..].starts_with('"');
            let (open, close) = if raw { (at + 1, "\"#") } else { (at + 1, "\"") };
            if rest[at..].starts_with('/') {
                rest = &rest[open..];
                continue;
            }
            let Some(end) = rest[open..].find(close) else { break };
            let inside = &rest[open..open + end];
            if inside.contains('\\') {
                // Where it ends is not looked for; the line's others stay, too.
                break;
            }
            found.push(inside.to_owned());
            rest = &rest[open + end + close.len()..];
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_found_and_comments_are_not() {
        let text = "a(\"one-two\", r#\"<p class=\"x\">\"#); // \"no\"\n/ \"b\" \"c\\n\" \"d\"";
        assert_eq!(quoted(text), ["one-two", "<p class=\"x\">", "b"]);
    }

    #[test]
    fn what_the_first_part_says_too_stays() {
        let found = literals(&crate::dist::root().join("src")).expect("reads");
        assert!(found.iter().any(|text| text == "chart-median"), "{found:?}");
        assert!(!found.iter().any(|text| text == "masthead-note"), "{found:?}");
    }
}
