//! The marks on the diagram: the numbered discs, the facts beside the leg, and what a finger takes hold of.

use leptos::prelude::*;

use super::{
    coordinates::decimal,
    drawing, facts,
    layout::{Placed, RADIUS},
    layout_cache::LayoutCache,
    ui_state::LegUiState,
};
use crate::{app::context::use_app, i18n::formats};

/// The disc of a mark, with its number.
///
/// An element that stays for as long as the mark does, not part of the markup of the whole, and without a transition:
/// one would be laid out and painted in every frame, four fifths as much work as everything else of a tap.
#[component]
pub fn MarkDisc(
    /// The state of the screen.
    ui: LegUiState,
    /// The layout of the diagram.
    layout: LayoutCache,
    /// The mark.
    id: u32,
) -> impl IntoView {
    let placed = layout.placed(id);
    let number = move || placed.get().map(|placed| placed.number.to_string());
    let percent = move || placed.get().map(|placed| placed.spot.position.percent().to_string());
    let step = move || placed.get()?.spot.pain.map(|pain| pain.step().to_string());
    let in_hand = Memo::new(move |_| ui.selected.get() == Some(id) || ui.dragged.get() == Some(id));
    let radius = Memo::new(move |_| placed.get().map_or(RADIUS, |placed| placed.radius));
    let circles = drawing::DISC.map(|(class, beyond)| {
        view! { <circle class=class r=move || decimal(radius.get() + beyond)/> }
    });
    // Where a disc has no room for it, the number stands in the margin.
    let inside = move || {
        placed.get().filter(|placed| placed.number_at.is_none()).map(|placed| formats::number(placed.number))
    };
    view! {
        <g
            class:is-in-hand=move || in_hand.get()
            data-spot=number
            data-position=percent
            data-step=step
            transform=move || placed.get().map(|placed| drawing::translated(placed.at))
        >
            {circles}
            <text class="mark-number">{move || inside().unwrap_or_default()}</text>
        </g>
    }
}

/// What is drawn beside and below the discs.
#[component]
pub fn Facts(
    /// The layout of the diagram.
    layout: LayoutCache,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    let markup = move || {
        let height_cm = app.settings.with(|settings| settings.height_cm);
        layout.with(|layout| drawing::beside(layout, t, height_cm)).unwrap_or_default()
    };
    view! { <g inner_html=markup></g> }
}

/// What a finger takes hold of: a plain box above the drawing, since not every engine supports `touch-action` inside
/// an `svg`. It has no listeners.
#[component]
pub fn Grip(
    /// The layout of the diagram.
    layout: LayoutCache,
    /// The mark.
    id: u32,
) -> impl IntoView {
    let placed = layout.placed(id);
    view! { <span class="grip" style:left=move || pixels(placed, 0) style:top=move || pixels(placed, 1)></span> }
}

/// The place of the mark that is dragged, above the finger that hides it.
#[component]
pub fn Callout(
    /// The state of the screen.
    ui: LegUiState,
    /// The layout of the diagram.
    layout: LayoutCache,
) -> impl IntoView {
    let app = use_app();
    let text = app.text.get_untracked();
    let dragged = Memo::new(move |_| {
        let id = ui.dragged.get()?;
        layout.with(|layout| layout.get(id).copied()).flatten()
    });
    let words = move || {
        let height_cm = app.settings.with(|settings| settings.height_cm);
        let words = |placed: Placed| {
            let spot = placed.spot;
            text.place(spot.position.percent(), facts::cm(&spot, height_cm))
        };
        dragged.get().map(words).unwrap_or_default()
    };
    view! {
        <span
            class="callout"
            aria-hidden="true"
            hidden=move || dragged.get().is_none()
            style:left=move || pixels(dragged, 0)
            style:top=move || pixels(dragged, 1)
        >
            {move || words()}
        </span>
    }
}

/// A coordinate of a mark's middle: 0 is x, 1 is y. Tracked.
fn pixels(placed: Memo<Option<Placed>>, axis: usize) -> Option<String> {
    placed.get().map(|placed| decimal(placed.at[axis]) + "px")
}
