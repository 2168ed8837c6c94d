//! One shape for each phase, so that it is not told by colour alone.

use leptos::prelude::*;

/// Getting ready: somebody on the roller, which is just under the hip. Drawn for the right side; the style
/// sheet mirrors it for the left.
#[component]
pub fn Lying() -> impl IntoView {
    view! {
        <svg class="shape lying" viewBox="0 0 1015 400" aria-hidden="true">
            <use href="pose.svg#pose-upper" />
        </svg>
    }
}

/// Rolling: chevrons fall, one with each second.
#[component]
pub fn Chevrons(seconds: Memo<u32>) -> impl IntoView {
    let beat = move || (seconds.get() % 3).to_string();
    view! {
        <svg class="shape chevrons" data-beat=beat viewBox="0 0 240 112" aria-hidden="true">
            <path d="M24 12 120 40 216 12" />
            <path d="M24 42 120 70 216 42" />
            <path d="M24 72 120 100 216 72" />
        </svg>
    }
}

/// Changing legs: two arrows that pass each other.
#[component]
pub fn Arrows() -> impl IntoView {
    view! {
        <svg class="shape" viewBox="0 0 240 112" aria-hidden="true">
            <path d="M20 32H212M184 8 212 32 184 56M220 84H28M56 60 28 84 56 108" />
        </svg>
    }
}

/// Paused: two bars.
#[component]
pub fn Bars() -> impl IntoView {
    view! {
        <svg class="shape bars" viewBox="0 0 240 112" aria-hidden="true">
            <path d="M84 14V98M156 14V98" />
        </svg>
    }
}
