//! The breakpoint between one and two columns.

use web_sys::Element;

/// The same breakpoint as in `style/history-wide.css`.
const TWO_COLUMNS_QUERY: &str = "(min-width: 64rem)";

/// Whether the window is wide enough to show the selected session beside the list.
pub fn has_two_columns(near: &Element) -> bool {
    let window = near.owner_document().and_then(|document| document.default_view());
    let query = window.and_then(|window| window.match_media(TWO_COLUMNS_QUERY).ok().flatten());
    query.is_some_and(|query| query.matches())
}
