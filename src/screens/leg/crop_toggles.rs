//! The toggle buttons at the corner of the plate: structure labels, and the whole leg down to the foot.

use leptos::prelude::*;

use super::{crop::Crop, ui_state::LegUiState};
use crate::app::context::use_app;

/// The `viewBox` of both icons.
const ICON_VIEW_BOX: &str = "0 0 24 24";
/// Dots with leader lines.
const LABELS_ICON: &str = r#"<path d="M6.5 8h4l3-3.5H21M6.5 17H21"/><circle cx="4.5" cy="8" r="2"/><circle cx="4.5" cy="17" r="2"/>"#;
/// A leg with a foot.
const LEG_ICON: &str = r#"<path d="M8 2c-2 5 .4 8.5.8 12.5L8 22h9l-1-2-3.800-.8C12 15 15 9 14.5 2"/>"#;

/// The toggle buttons.
#[component]
pub fn CropToggles(
    /// UI state of the leg screen.
    ui: LegUiState,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().leg;
    view! {
        <div class="crop-toggles">
            <CropToggle ui crop=Crop::Anatomy name=t.show_anatomy icon=LABELS_ICON/>
            <CropToggle ui crop=Crop::Whole name=t.whole_leg icon=LEG_ICON/>
        </div>
    }
}

#[component]
fn CropToggle(
    /// UI state of the leg screen.
    ui: LegUiState,
    /// The crop that it shows; pressed again, it returns to the thigh.
    crop: Crop,
    /// The accessible name and the tooltip.
    name: &'static str,
    /// The SVG markup of the icon.
    icon: &'static str,
) -> impl IntoView {
    let is_shown = move || ui.crop.get() == crop;
    let toggle = move |_| ui.crop.set(if untrack(is_shown) { Crop::Thigh } else { crop });
    view! {
        <button
            type="button"
            class="crop-toggle"
            title=name
            aria-pressed=move || if is_shown() { "true" } else { "false" }
            on:click=toggle
        >
            <svg viewBox=ICON_VIEW_BOX aria-hidden="true" inner_html=icon></svg>
            <span>{name}</span>
        </button>
    }
}
