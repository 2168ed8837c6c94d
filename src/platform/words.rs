//! The words of languages that the app does not carry: files that the boot script fetches.

use super::page;

/// The file of the page's own language, which boot has fetched beside the app; `None` where there is none or
/// it could not be had.
pub fn own() -> Option<String> {
    page::global("easedOwnWords")?.as_string()
}

/// Fetches the file of a language, and keeps it for when there is no network; `None` if it cannot be had.
pub async fn fetch(tag: &str) -> Option<String> {
    page::ask_boot("easedWords", &[tag.into()]).await.as_string()
}
