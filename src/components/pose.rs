//! The pictures of a person on the roller: parts of one SVG file, fetched when a page first shows them.

use leptos::prelude::*;

/// The whole picture.
pub const WHOLE: &str = "0 0 1015 400";

/// The hip, the leg on the roller and the supporting foot.
pub const HIP: &str = "424 26 400 370";

/// A picture of parts that `public/pose.svg` defines.
///
/// If the file cannot be fetched, nothing is drawn. The content is always given in words as well, so the
/// picture is hidden from screen readers.
#[component]
pub fn Pose(
    /// The classes of the `<svg>`.
    class: &'static str,
    /// The visible part of the picture.
    view_box: &'static str,
    /// The SVG markup: a `<use>` element for each part.
    parts: &'static str,
) -> impl IntoView {
    view! { <svg class=class viewBox=view_box aria-hidden="true" inner_html=parts></svg> }
}
