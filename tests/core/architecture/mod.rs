//! Rules for the source tree that the compiler does not check: dependencies, views, styles, phrases, file lengths,
//! versions.

mod components;
mod dependencies;
mod files;
mod health_claims;
mod imports;
mod lexer;
mod methods;
mod phrases;
mod style;
mod tokens;
mod toolchain;

use std::{fs, path::Path};

/// A file of the repository.
struct Source {
    /// Relative to the root of the repository, with forward slashes.
    path: String,
    text: String,
}

/// All files in a folder and its subfolders whose names have this suffix, sorted by path; empty if the folder does not
/// exist.
fn sources(folder: &str, suffix: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")), folder, suffix, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// All files that may contain views.
fn views() -> Vec<Source> {
    ["src/screens", "src/components", "src/app"]
        .into_iter()
        .flat_map(|folder| sources(folder, ".rs"))
        .collect()
}

fn collect(root: &Path, folder: &str, suffix: &str, found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(root.join(folder)) else {
        return;
    };
    for entry in entries.flatten() {
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(root, &path, suffix, found);
        } else if path.ends_with(suffix) {
            let text = fs::read_to_string(entry.path()).unwrap_or_default();
            found.push(Source { path, text });
        }
    }
}

/// Fails if there is any complaint, and shows all of them.
fn no_complaints(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}
