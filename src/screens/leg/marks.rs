//! The marks on the diagram: numbered discs, labels, drag handles and the label of a dragged mark.

use leptos::prelude::*;

use super::{
    coordinates::decimal,
    layout::{MARK_RADIUS_PX, MarkLayout},
    layout_cache::LayoutCache,
    mark_text, svg_markup,
    ui_state::LegUiState,
};
use crate::{app::context::use_app, i18n::formats};

/// The disc of a mark with its number.
///
/// A persistent element without a CSS transition: a transition would be laid out and painted in every frame,
/// which costs four fifths as much as everything else that a tap does.
#[component]
pub fn MarkDisc(
    /// UI state of the leg screen.
    ui: LegUiState,
    /// The layout of the diagram.
    layout: LayoutCache,
    /// The id of the mark.
    id: u32,
) -> impl IntoView {
    let mark_layout = layout.mark_layout(id);
    let number = move || mark_layout.get().map(|mark_layout| mark_layout.number.to_string());
    let percent =
        move || mark_layout.get().map(|mark_layout| mark_layout.spot.position.percent().to_string());
    let step = move || mark_layout.get()?.spot.pain.map(|pain| pain.colour_step().to_string());
    let is_active = Memo::new(move |_| ui.selected.get() == Some(id) || ui.dragged.get() == Some(id));
    let radius =
        Memo::new(move |_| mark_layout.get().map_or(MARK_RADIUS_PX, |mark_layout| mark_layout.radius));
    let circles = svg_markup::MARK_CIRCLES.map(|(class, extra_radius)| {
        view! { <circle class=class r=move || decimal(radius.get() + extra_radius)/> }
    });
    // If the disc is too small, the number is in the margin.
    let number_in_disc = move || {
        mark_layout
            .get()
            .filter(|mark_layout| mark_layout.number_position.is_none())
            .map(|mark_layout| formats::number(mark_layout.number))
    };
    view! {
        <g
            class:is-active-mark=move || is_active.get()
            data-spot=number
            data-position=percent
            data-step=step
            transform=move || mark_layout.get().map(|mark_layout| svg_markup::translate(mark_layout.center))
        >
            {circles}
            <text class="mark-number">{move || number_in_disc().unwrap_or_default()}</text>
        </g>
    }
}

/// The labels and leader lines, beside and below the discs.
#[component]
pub fn MarkLabels(
    /// The layout of the diagram.
    layout: LayoutCache,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    let markup = move || {
        let height_cm = app.settings.with(|settings| settings.height_cm);
        layout.with(|layout| svg_markup::mark_labels(layout, t, height_cm)).unwrap_or_default()
    };
    view! { <g inner_html=markup></g> }
}

/// The touch target of a mark: an HTML box above the drawing, because not every engine supports `touch-action`
/// on SVG elements. It has no listeners.
#[component]
pub fn DragHandle(
    /// The layout of the diagram.
    layout: LayoutCache,
    /// The mark.
    id: u32,
) -> impl IntoView {
    let mark_layout = layout.mark_layout(id);
    view! { <span class="drag-handle" style:left=move || css_px(mark_layout, 0) style:top=move || css_px(mark_layout, 1)></span> }
}

/// The position of the dragged mark, shown above the finger that covers it.
#[component]
pub fn DraggedMarkLabel(
    /// UI state of the leg screen.
    ui: LegUiState,
    /// The layout of the diagram.
    layout: LayoutCache,
) -> impl IntoView {
    let app = use_app();
    let text = app.text.get_untracked();
    let dragged = Memo::new(move |_| {
        let id = ui.dragged.get()?;
        layout.with(|layout| layout.mark(id).copied()).flatten()
    });
    let words = move || {
        let height_cm = app.settings.with(|settings| settings.height_cm);
        let words = |mark_layout: MarkLayout| {
            let spot = mark_layout.spot;
            text.position(spot.position.percent(), mark_text::cm(&spot, height_cm))
        };
        dragged.get().map(words).unwrap_or_default()
    };
    view! {
        <span
            class="dragged-mark-label"
            aria-hidden="true"
            hidden=move || dragged.get().is_none()
            style:left=move || css_px(dragged, 0)
            style:top=move || css_px(dragged, 1)
        >
            {move || words()}
        </span>
    }
}

/// A coordinate of the center of a mark in CSS pixels: axis 0 is x, 1 is y. Tracked.
fn css_px(mark_layout: Memo<Option<MarkLayout>>, axis: usize) -> Option<String> {
    mark_layout.get().map(|mark_layout| decimal(mark_layout.center[axis]) + "px")
}
