//! The person on the roller: parts of one file that is fetched when a page first shows them.

use leptos::prelude::*;

/// All of the picture.
pub const WHOLE: &str = "0 0 1015 400";

/// The hip, the leg on the roller and the foot that stands in front.
pub const HIP: &str = "424 26 400 370";

/// A picture, of parts that `public/pose.svg` names.
///
/// Where the file cannot be fetched, nothing is drawn. What the picture shows is always said in words as well, so it
/// is hidden from screen readers.
#[component]
pub fn Pose(
    /// The classes of the `<svg>`.
    class: &'static str,
    /// The part of the picture that is shown.
    view_box: &'static str,
    /// The markup inside: a `<use>` for each part.
    parts: &'static str,
) -> impl IntoView {
    view! { <svg class=class viewBox=view_box aria-hidden="true" inner_html=parts></svg> }
}
