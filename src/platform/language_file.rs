//! Language files, which the boot script fetches and the service worker caches.

use super::page;

/// The language file that the boot script has fetched at the start, as text: of the page's language, or of another
/// one if that failed.
pub fn from_boot() -> Option<String> {
    page::global("easedPhrases")?.as_string()
}

/// Fetches the file of a language and caches it for offline use; `None` if that fails.
pub async fn fetch(tag: &str) -> Option<String> {
    page::call_boot_with_callback("easedFetchPhrases", &[tag.into()]).await.as_string()
}
