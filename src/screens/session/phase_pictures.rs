//! One picture for each phase, so that phases differ by more than colour.

use leptos::prelude::*;

use crate::components::pose::{HIP, Pose, WHOLE};

/// Getting into position and changing legs: a person on the roller, which is just under the hip. Drawn for the
/// right side; the style sheet mirrors it for the left.
#[component]
pub fn LyingPose() -> impl IntoView {
    view! { <Pose class="shape lying-pose" view_box=WHOLE parts=r#"<use href="pose.svg#pose-upper"/>"#/> }
}

/// Too much pressure: the front foot lifts the hips. Mirrored in the same way.
#[component]
pub fn LessPressurePose() -> impl IntoView {
    const PARTS: &str = r#"<use href="pose.svg#pose-lifted"/><use href="pose.svg#pose-press"/>"#;
    view! { <Pose class="less-pressure lying-pose" view_box=HIP parts=PARTS/> }
}

/// A spot is here: a static target.
#[component]
pub fn TargetRings() -> impl IntoView {
    const RINGS: &str = r#"<circle cx="120" cy="56" r="48"/><circle cx="120" cy="56" r="14"/>"#;
    view! { <LineDrawing class="shape target" drawing=RINGS/> }
}

/// Paused: two bars.
#[component]
pub fn PauseBars() -> impl IntoView {
    view! { <LineDrawing class="shape pause-bars" drawing=r#"<path d="M84 14V98M156 14V98"/>"#/> }
}

/// A line drawing. Its meaning is also given in words.
#[component]
fn LineDrawing(
    /// The classes of the `<svg>`.
    class: &'static str,
    /// The SVG markup.
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
