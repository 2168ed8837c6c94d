//! Fills in the service worker's lists of files with their content types and hashes.

use std::fmt::Write as _;

use crate::digest;
use crate::minify::{Minify, Syntax};
use crate::static_pages;

/// One file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFile {
    /// The path below the site's root, with `/` as the separator.
    pub path: String,
    /// The content, not compressed.
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

/// Whether everyone needs the file offline: the worker stores it when it is installed. The worker never stores itself;
/// the system requests icons for the Home Screen once.
pub fn is_precached(path: &str) -> bool {
    let extension = path.rsplit('.').next().unwrap_or_default();
    path != "sw.js"
        && matches!(extension, "html" | "css" | "js" | "wasm" | "svg" | "webmanifest")
        && !matches!(path, "404.html" | "noscript.html" | "health.html")
        && !is_deferred(path)
        && !is_on_demand(path)
}

/// Whether the file is needed offline, but not by everyone or not at once: the worker stores it after the first visit.
/// These are the lazy parts, which a page requests when it has started, and the poses, which it requests when a session
/// starts.
pub fn is_deferred(path: &str) -> bool {
    path == "pose.svg" || is_lazy_part(path)
}

/// Whether only people with a certain language need the file: its phrases and manifest, and the health sentences in
/// English, to which an unreviewed translation links. The worker stores it when a page requests it.
pub fn is_on_demand(path: &str) -> bool {
    path.starts_with(PHRASES_PREFIX) || path == "health.html" || is_translated_manifest(path)
}

/// The prefix of files with phrases: `words-de-1234.json`. The service worker relies on it.
pub const PHRASES_PREFIX: &str = "words-";

/// Whether the file belongs to a lazy part: everyone needs it, but only after the app has started. The first module
/// (`eased-`) and the style sheet of a first visit (`late-`) do not; every other module and style sheet does.
pub fn is_lazy_part(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(name, extension)| match extension {
        "wasm" => !name.starts_with("eased-"),
        "css" => !name.starts_with("late-"),
        _ => false,
    })
}

/// Whether it is a manifest in another language than the first: only a page in that language requests it.
fn is_translated_manifest(path: &str) -> bool {
    path.strip_prefix("manifest.").is_some_and(|rest| rest != "webmanifest" && rest.ends_with(".webmanifest"))
}

/// The finished service worker. Its version is a hash over the lists and its own code, so that two workers that differ
/// in anything never share a cache.
pub fn fill(template: &str, files: &[SiteFile], minify: Minify) -> Result<String, String> {
    let [fallback_page, fallback_in_english] = static_pages::missing_page_fallback();
    let code = template
        .replace("{{fallback-page}}", &fallback_page)
        .replace("{{fallback-english}}", &fallback_in_english)
        .replace("{{precached}}", &file_list(files, is_precached))
        .replace("{{deferred}}", &file_list(files, is_deferred))
        .replace("{{on-demand}}", &file_list(files, is_on_demand));
    let code = minify.script(&code, Syntax::Es2020)?;
    let version = digest::short_hex(code.as_bytes());
    Ok(code.replace("{{version}}", &version))
}

/// The files for which `belongs` is true, as a JavaScript object.
fn file_list(files: &[SiteFile], belongs: fn(&str) -> bool) -> String {
    let mut files: Vec<&SiteFile> = files.iter().filter(|file| belongs(&file.path)).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut list = String::from("{");
    for file in files {
        let key = if file.path == "index.html" { "./" } else { &file.path };
        let _ = write!(
            list,
            "\"{key}\":[\"{}\",\"{}\"],",
            content_type(&file.path),
            digest::sha256_base64(&file.bytes)
        );
    }
    list.push('}');
    list
}

#[cfg(test)]
#[path = "../tests/sw_manifest.rs"]
mod tests;
