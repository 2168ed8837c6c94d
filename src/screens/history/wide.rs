//! Whether list and detail stand side by side.

use web_sys::Element;

/// As in `style/history-wide.css`.
const WIDE: &str = "(min-width: 64rem)";

/// Whether the window is so wide that the open session stands beside the list.
pub fn is_wide(near: &Element) -> bool {
    let window = near.owner_document().and_then(|document| document.default_view());
    let query = window.and_then(|window| window.match_media(WIDE).ok().flatten());
    query.is_some_and(|query| query.matches())
}
