//! Language files, which the boot script fetches and the service worker keeps.

use super::page;

/// The language file that the page begins with, as text: its own language's, or another one if that could not be had.
pub fn at_start() -> Option<String> {
    page::global("easedPhrases")?.as_string()
}

/// Fetches the file of a language, and keeps it for when there is no network; `None` if it cannot be had.
pub async fn fetch(tag: &str) -> Option<String> {
    page::ask_boot("easedFetchPhrases", &[tag.into()]).await.as_string()
}
