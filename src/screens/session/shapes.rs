//! One shape for each phase, so that it is not told by colour alone.

use leptos::prelude::*;

use crate::components::pose::{HIP, Pose, WHOLE};

/// Getting ready and changing legs: somebody on the roller, which is just under the hip. Drawn for the right side; the style
/// sheet mirrors it for the left.
#[component]
pub fn LyingDown() -> impl IntoView {
    view! { <Pose class="shape lying" view_box=WHOLE parts=r#"<use href="pose.svg#pose-upper"/>"#/> }
}

/// Too much pressure: the hips lifted by the front foot that presses. Mirrored likewise.
#[component]
pub fn EasingOff() -> impl IntoView {
    const PARTS: &str = r#"<use href="pose.svg#pose-eased"/><use href="pose.svg#pose-press"/>"#;
    view! { <Pose class="easing-off lying" view_box=HIP parts=PARTS/> }
}

/// A spot is here: a target that does not move.
#[component]
pub fn Target() -> impl IntoView {
    const RINGS: &str = r#"<circle cx="120" cy="56" r="48"/><circle cx="120" cy="56" r="14"/>"#;
    view! { <Shape class="shape target" drawing=RINGS/> }
}

/// Paused: two bars.
#[component]
pub fn Bars() -> impl IntoView {
    view! { <Shape class="shape bars" drawing=r#"<path d="M84 14V98M156 14V98"/>"#/> }
}

/// A drawing of lines; what it says is said in words as well.
#[component]
fn Shape(
    class: &'static str,
    /// Its markup.
    drawing: &'static str,
) -> impl IntoView {
    view! {
        <svg
            class=class
            viewBox="0 0 240 112"
            aria-hidden="true"
            inner_html=drawing
        ></svg>
    }
}
