//! The person on the roller: parts of one file that is fetched when a page first shows them.

use crate::view::dom::{El, svg};

/// All of the picture.
pub const WHOLE: &str = "0 0 1015 400";

/// The hip, the leg on the roller and the foot that stands in front.
pub const HIP: &str = "424 26 400 370";

/// A picture, of parts that `public/pose.svg` names. Where the file cannot be had, nothing is drawn; what it
/// shows is always said in words as well, so it is silent.
pub fn pose(classes: &'static str, view_box: &'static str, parts: &'static str) -> El {
    svg("svg").class(classes).attr("viewBox", view_box).attr("aria-hidden", "true").markup(parts)
}
