//! Fills the service worker's lists: what it keeps, and how it recognises it.

use std::fmt::Write as _;

use crate::digest;
use crate::minify::{Minify, Syntax};
use crate::static_pages;

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
        && !matches!(path, "404.html" | "noscript.html" | "health.html")
        && !is_extra(path)
        && !is_chosen(path)
}

/// Is it needed without a network, but not by everyone or not at once? The worker stores it later than the files of a
/// first visit: the lazy parts, which a page requests when it has started, the poses, which it requests when a session
/// starts.
pub fn is_extra(path: &str) -> bool {
    path == "pose.svg" || is_of_a_part(path)
}

/// Does only somebody need it who has chosen it? The phrases and the manifest of a language, and the health sentences in
/// English, which a translation links to. The worker stores it when a page asks for it.
pub fn is_chosen(path: &str) -> bool {
    path.starts_with(PHRASES) || path == "health.html" || is_translated_manifest(path)
}

/// How the files with phrases are called: `words-de-1234.json`. The service worker knows them by it.
pub const PHRASES: &str = "words-";

/// Does it belong to a lazy part? Everyone needs it, but only once the app has started. The module that is loaded first
/// is called like the app, the styles of a first visit are the late ones: every other module and style sheet is a
/// part's.
pub fn is_of_a_part(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(name, extension)| match extension {
        "wasm" => !name.starts_with("eased-"),
        "css" => !name.starts_with("late-"),
        _ => false,
    })
}

/// The manifest of another language than the first: asked for only by a page in that language.
fn is_translated_manifest(path: &str) -> bool {
    path.strip_prefix("manifest.").is_some_and(|rest| rest != "webmanifest" && rest.ends_with(".webmanifest"))
}

/// The finished worker. Its version is a hash over the list and its own code, so that two workers that
/// differ in anything never share a cache.
pub fn fill(template: &str, files: &[File], minify: Minify) -> Result<String, String> {
    let [lost, lost_in_english] = static_pages::lost();
    let code = template
        .replace("{{lost}}", &lost)
        .replace("{{lost-en}}", &lost_in_english)
        .replace("{{files}}", &list(files, is_kept))
        .replace("{{extras}}", &list(files, is_extra))
        .replace("{{chosen}}", &list(files, is_chosen));
    let code = minify.script(&code, Syntax::Es2020)?;
    let version = digest::short(code.as_bytes());
    Ok(code.replace("{{version}}", &version))
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
#[path = "../tests/sw_manifest.rs"]
mod tests;
