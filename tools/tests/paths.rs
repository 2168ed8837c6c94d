//! Tests that every path in a comment or a document exists.

use std::fs;
use std::path::Path;

use crate::site;
use crate::sw_manifest::SiteFile;

/// The folders in which files with comments and documents are.
const FOLDERS: [&str; 7] = [".github", "docs", "public", "src", "style", "tests", "tools"];
/// The folders whose paths are checked.
const ROOTS: [&str; 7] = [".github/", "docs/", "public/", "src/", "style/", "tests/", "tools/"];

/// Files in the project's folder, then those in `FOLDERS`.
fn files() -> Vec<SiteFile> {
    let root = site::root();
    let top = fs::read_dir(&root).expect("the project").flatten().map(|entry| entry.path());
    let top = top.filter(|path| path.is_file()).map(|path| SiteFile {
        path: path.file_name().expect("a name").to_string_lossy().into_owned(),
        bytes: fs::read(&path).expect("reads"),
    });
    let below = FOLDERS.iter().flat_map(|folder| {
        let files = site::files(&root.join(folder)).expect("reads");
        files.into_iter().map(move |file| SiteFile { path: format!("{folder}/{}", file.path), ..file })
    });
    top.chain(below).collect()
}

/// The part of a line that is prose, if the file is of a kind that has prose.
fn prose<'a>(path: &str, line: &'a str) -> Option<&'a str> {
    match path.rsplit('.').next().unwrap_or_default() {
        "md" => Some(line),
        "rs" | "js" => line.split_once("//").map(|(_, comment)| comment),
        "toml" | "yml" | "sh" | "env" | "Makefile" => line.split_once('#').map(|(_, comment)| comment),
        _ => None,
    }
}

/// The paths in a piece of prose. Those with a placeholder in capitals, such as `locales/TAG.json`, are left out.
fn paths(prose: &str) -> impl Iterator<Item = &str> {
    prose
        .split(|c: char| !c.is_ascii_alphanumeric() && !"_-./".contains(c))
        .map(|word| word.trim_start_matches("../").trim_end_matches('.'))
        .filter(|word| ROOTS.iter().any(|root| word.starts_with(root)))
        .filter(|word| {
            !word.split(['/', '.']).any(|part| part.len() > 2 && part.chars().all(char::is_uppercase))
        })
}

#[test]
fn every_path_in_a_comment_or_document_exists() {
    let root = site::root();
    let mut missing = Vec::new();
    for SiteFile { path, bytes } in files() {
        let folder = root.join(&path);
        let folder = folder.parent().unwrap_or(Path::new("."));
        for (number, line) in String::from_utf8_lossy(&bytes).lines().enumerate() {
            for named in prose(&path, line).into_iter().flat_map(paths) {
                if !root.join(named).exists() && !folder.join(named).exists() {
                    missing.push(format!("{path}:{}: {named}", number + 1));
                }
            }
        }
    }
    assert!(missing.is_empty(), "these paths do not exist:\n{}", missing.join("\n"));
}

#[test]
fn paths_are_found_in_prose() {
    let text = "See `src/main.rs`, [docs](../docs/x.md) and tools/npm/PACKAGE/package.json, not their src or a/src/b.";
    assert_eq!(paths(text).collect::<Vec<_>>(), ["src/main.rs", "docs/x.md"]);
}
