//! The toggles at the plate's corner: names on the diagram, and the leg down to the foot.

use leptos::prelude::*;

use super::{crop::Crop, ui_state::LegUiState};
use crate::app::context::use_app;

/// What both signs are drawn in.
const SIGN: &str = "0 0 24 24";
/// Dots with lines to their names.
const NAMES_SIGN: &str = r#"<path d="M6.5 8h4l3-3.5H21M6.5 17H21"/><circle cx="4.5" cy="8" r="2"/><circle cx="4.5" cy="17" r="2"/>"#;
/// A leg with its foot.
const LEG_SIGN: &str = r#"<path d="M8 2c-2 5 .4 8.5.8 12.5L8 22h9l-1-2-3.800-.8C12 15 15 9 14.5 2"/>"#;

/// The toggles.
#[component]
pub fn PlateTools(
    /// The state of the screen.
    ui: LegUiState,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().leg;
    view! {
        <div class="plate-tools">
            <CropToggle ui crop=Crop::Named name=t.show_anatomy sign=NAMES_SIGN/>
            <CropToggle ui crop=Crop::Whole name=t.whole_leg sign=LEG_SIGN/>
        </div>
    }
}

#[component]
fn CropToggle(
    ui: LegUiState,
    /// What it shows; pressed again, it shows the thigh.
    crop: Crop,
    name: &'static str,
    /// The markup of its sign.
    sign: &'static str,
) -> impl IntoView {
    let is_shown = move || ui.crop.get() == crop;
    let toggle = move |_| ui.crop.set(if untrack(is_shown) { Crop::Thigh } else { crop });
    view! {
        <button
            type="button"
            class="plate-tool"
            title=name
            aria-pressed=move || if is_shown() { "true" } else { "false" }
            on:click=toggle
        >
            <svg viewBox=SIGN aria-hidden="true" inner_html=sign></svg>
            <span>{name}</span>
        </button>
    }
}
