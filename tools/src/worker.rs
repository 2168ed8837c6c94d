//! Fills the service worker's list: what it keeps, and how it recognises it.

use std::fmt::Write as _;

use crate::digest;
use crate::squeeze;

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

/// Is it needed without a network? The worker never keeps itself; pictures for the Home Screen and for
/// stores are asked for once, by the system.
pub fn is_kept(path: &str) -> bool {
    let extension = path.rsplit('.').next().unwrap_or_default();
    path != "sw.js"
        && matches!(extension, "html" | "css" | "js" | "wasm" | "svg" | "webmanifest")
        && path != "404.html"
}

/// The finished worker. Its version is a hash over the list and its own code, so that two workers that
/// differ in anything never share a cache.
pub fn fill(template: &str, files: &[File]) -> String {
    let mut kept: Vec<&File> = files.iter().filter(|file| is_kept(&file.path)).collect();
    kept.sort_by(|a, b| a.path.cmp(&b.path));
    let mut list = String::from("{");
    for file in kept {
        let key = if file.path == "index.html" { "./" } else { &file.path };
        let _ = write!(
            list,
            "\n\"{key}\": [\"{}\", \"{}\"],",
            content_type(&file.path),
            digest::base64(&file.bytes)
        );
    }
    list.push_str("\n}");
    let code = squeeze::javascript(template).replace("{{files}}", &list);
    let version = digest::short(code.as_bytes());
    code.replace("{{version}}", &version)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    const TEMPLATE: &str = "// why\nconst FILES = {{files}};\nconst NAME = \"{{version}}\";";

    #[test]
    fn the_page_is_listed_as_the_folder_itself() {
        let code = fill(
            TEMPLATE,
            &[file("index.html", ""), file("a.js", "x"), file("sw.js", ""), file("icons/b.png", "")],
        );
        assert_eq!(
            code.lines().take(4).collect::<Vec<_>>(),
            [
                "const FILES = {",
                "\"a.js\": [\"text/javascript\", \"LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=\"],",
                "\"./\": [\"text/html\", \"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"],",
                "};",
            ]
        );
    }

    #[test]
    fn a_changed_file_changes_the_version_and_the_order_of_files_does_not() {
        let one = fill(TEMPLATE, &[file("a.js", "1"), file("b.css", "2")]);
        let two = fill(TEMPLATE, &[file("b.css", "2"), file("a.js", "1")]);
        let three = fill(TEMPLATE, &[file("b.css", "2"), file("a.js", "3")]);
        assert_eq!(one, two);
        assert_ne!(one.lines().last(), three.lines().last());
    }

    #[test]
    fn a_changed_worker_changes_the_version() {
        let one = fill(TEMPLATE, &[]);
        let two = fill(&format!("{TEMPLATE}\nf();"), &[]);
        assert_ne!(one.lines().nth(2), two.lines().nth(2));
    }

    #[test]
    fn pictures_for_the_system_are_not_kept() {
        assert!(
            is_kept("icons/icon.svg")
                && is_kept("manifest.de.webmanifest")
                && is_kept("snippets/x/inline0.js")
        );
        assert!(
            !is_kept("icons/icon-512.png")
                && !is_kept("sw.js")
                && !is_kept("index.html.br")
                && !is_kept("_headers")
        );
    }
}
