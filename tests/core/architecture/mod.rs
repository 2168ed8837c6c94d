//! What keeps the tree tidy: rules that no compiler knows.

mod claims;
mod components;
mod dependencies;
mod files;
mod imports;
mod lexer;
mod phrases;
mod style;

use std::{fs, path::Path};

/// A file of the tree.
struct Source {
    /// From the root, with forward slashes.
    path: String,
    text: String,
}

/// All files under a folder of the tree whose names end so, in order of their paths; none where there is
/// no such folder.
fn sources(folder: &str, ending: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")), folder, ending, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Everything that renders.
fn views() -> Vec<Source> {
    ["src/screens", "src/components", "src/app"]
        .into_iter()
        .flat_map(|folder| sources(folder, ".rs"))
        .collect()
}

fn collect(root: &Path, folder: &str, ending: &str, found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(root.join(folder)) else {
        return;
    };
    for entry in entries.flatten() {
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(root, &path, ending, found);
        } else if path.ends_with(ending) {
            let text = fs::read_to_string(entry.path()).unwrap_or_default();
            found.push(Source { path, text });
        }
    }
}

/// Fails with every complaint at once.
fn no_complaints(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}
