//! One shape for each phase, so that it is not told by colour alone.

use leptos::prelude::*;

use crate::components::pose::{HIP, Pose, WHOLE};

/// Getting ready: somebody on the roller, which is just under the hip. Drawn for the right side; the style
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

/// Rolling: chevrons fall, one with each second.
#[component]
pub fn Chevrons(seconds: Memo<u32>) -> impl IntoView {
    const THREE: &str = r#"<path d="M24 12 120 40 216 12"/><path d="M24 42 120 70 216 42"/><path d="M24 72 120 100 216 72"/>"#;
    let beat = Signal::derive(move || Some(seconds.get() % 3));
    view! { <Shape class="shape chevrons" drawing=THREE beat/> }
}

/// Changing legs: two arrows that pass each other.
#[component]
pub fn Arrows() -> impl IntoView {
    const TWO: &str = r#"<path d="M20 32H212M184 8 212 32 184 56M220 84H28M56 60 28 84 56 108"/>"#;
    view! { <Shape class="shape" drawing=TWO/> }
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
    /// Which of its lines stands out, from 0.
    #[prop(optional, into)]
    beat: Signal<Option<u32>>,
) -> impl IntoView {
    view! {
        <svg
            class=class
            viewBox="0 0 240 112"
            aria-hidden="true"
            data-beat=move || beat.get().map(|beat| beat.to_string())
            inner_html=drawing
        ></svg>
    }
}
