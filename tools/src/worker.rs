//! Fills the service worker's lists: what it keeps, and how it recognises it.

use std::fmt::Write as _;

use crate::digest;
use crate::{page, squeeze};

/// One file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path below the site's root, with `/`.
    pub path: String,
    /// Its bytes, not compressed.
    pub bytes: Vec<u8>,
}

/// The content type under which a file is served and stored.
pub fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html",
        "css" => "text/css",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain",
        _ => "application/octet-stream",
    }
}

/// Is it needed without a network by everyone? The worker never keeps itself; pictures for the Home Screen and for
/// stores are asked for once, by the system.
pub fn is_kept(path: &str) -> bool {
    let extension = path.rsplit('.').next().unwrap_or_default();
    path != "sw.js"
        && matches!(extension, "html" | "css" | "js" | "wasm" | "svg" | "webmanifest")
        && path != "404.html"
        && !is_extra(path)
}

/// Is it needed without a network, but not by everyone or not at once? The worker keeps it later than the
/// app's beginning: the rest of the program, which a page asks for when it has begun, the poses, which it asks for
/// when a session begins, and languages with their manifests.
pub fn is_extra(path: &str) -> bool {
    path == "pose.svg" || path.starts_with("words-") || is_of_the_rest(path) || is_translated_manifest(path)
}

/// Does it belong to the rest of the program? Everyone needs it, but only once the app has begun.
pub fn is_of_the_rest(path: &str) -> bool {
    path.starts_with("rest-")
}

/// The manifest of a language that the app does not carry: asked for only by a page in that language.
fn is_translated_manifest(path: &str) -> bool {
    path.strip_prefix("manifest.").is_some_and(|rest| rest != "webmanifest" && rest.ends_with(".webmanifest"))
}

/// The finished worker. Its version is a hash over the list and its own code, so that two workers that
/// differ in anything never share a cache.
pub fn fill(template: &str, files: &[File]) -> String {
    let code = squeeze::javascript(template)
        .replace("{{lost}}", &page::lost())
        .replace("{{files}}", &list(files, is_kept))
        .replace("{{extras}}", &list(files, is_extra));
    let version = digest::short(code.as_bytes());
    code.replace("{{version}}", &version)
}

/// The files that belong on a list, as JavaScript.
fn list(files: &[File], belongs: fn(&str) -> bool) -> String {
    let mut files: Vec<&File> = files.iter().filter(|file| belongs(&file.path)).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut list = String::from("{");
    for file in files {
        let key = if file.path == "index.html" { "./" } else { &file.path };
        let _ =
            write!(list, "\"{key}\":[\"{}\",\"{}\"],", content_type(&file.path), digest::base64(&file.bytes));
    }
    list.push('}');
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    fn version(code: &str) -> &str {
        code.split_once("const NAME=\"").and_then(|(_, rest)| rest.split_once('"')).expect("a version").0
    }

    const TEMPLATE: &str = "// why\nconst FILES = {{files}};\nconst NAME = \"{{version}}\";";

    #[test]
    fn the_page_is_listed_as_the_folder_itself() {
        let code = fill(
            TEMPLATE,
            &[file("index.html", ""), file("a.js", "x"), file("sw.js", ""), file("icons/b.png", "")],
        );
        assert_eq!(
            code.split_once("const NAME").expect("a version").0,
            "const FILES={\"a.js\":[\"text/javascript\",\"LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=\"],\
             \"./\":[\"text/html\",\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"],};"
        );
    }

    #[test]
    fn a_changed_file_changes_the_version_and_the_order_of_files_does_not() {
        let one = fill(TEMPLATE, &[file("a.js", "1"), file("b.css", "2")]);
        let two = fill(TEMPLATE, &[file("b.css", "2"), file("a.js", "1")]);
        let three = fill(TEMPLATE, &[file("b.css", "2"), file("a.js", "3")]);
        assert_eq!(one, two);
        assert_ne!(version(&one), version(&three));
    }

    #[test]
    fn a_changed_worker_changes_the_version() {
        let one = fill(TEMPLATE, &[]);
        let two = fill(&format!("{TEMPLATE}\nf();"), &[]);
        assert_ne!(version(&one), version(&two));
    }

    #[test]
    fn what_not_everyone_needs_is_on_a_list_of_its_own() {
        let files = [file("words-de-0.txt", "x"), file("pose.svg", ""), file("a.js", "")];
        let code = fill("{{files}};\n{{extras}};", &files);
        let (kept, extras) = code.split_once("};{").expect("two lists");
        assert!(kept.contains("a.js") && !kept.contains("words") && !kept.contains("pose"), "{kept}");
        assert!(extras.contains("\"words-de-0.txt\":[\"text/plain\",\"LXEW"), "{extras}");
        assert!(extras.contains("pose.svg") && !extras.contains("a.js"), "{extras}");
    }

    #[test]
    fn pictures_for_the_system_are_not_kept() {
        assert!(
            is_kept("icons/icon.svg") && is_kept("manifest.webmanifest") && is_kept("snippets/x/inline0.js")
        );
        assert!(
            !is_kept("icons/icon-512.png")
                && !is_kept("sw.js")
                && !is_kept("manifest.de.webmanifest")
                && is_extra("manifest.de.webmanifest")
                && !is_kept("index.html.br")
                && !is_kept("_headers")
        );
    }
}
