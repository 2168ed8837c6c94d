//! The mini leg, which shows the position on the thigh: small beside the number, or large in its place.

use leptos::prelude::*;

use super::view_model::{self, DrawnMark, use_session_view};
use crate::{
    app::context::use_app,
    domain::leg::Leg,
    screens::leg::{
        coordinates::{SESSION_LEG_VIEW_BOX, decimal},
        plate::{BAND, BAND_STEP, MIRROR, ZONE_BOTTOM, ZONE_TOP},
    },
};

/// The outline of the leg, a symbol in `index.html`.
const OUTLINE: &str = "#leg-small";

/// The current leg with its marks and the roller. The instructions say the same in words.
#[component]
pub fn MiniLeg(
    /// Whether it is large, with numbers on the marks.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let session = use_session_view();
    let mirror = move || (session.get().leg == Leg::Left).then_some(MIRROR);
    view! {
        <svg class=if large { "large-leg" } else { "mini-leg" } viewBox=SESSION_LEG_VIEW_BOX aria-hidden="true">
            <g transform=mirror>
                <use href=OUTLINE/>
                <Marks large/>
                <Roller/>
            </g>
        </svg>
    }
}

/// The marks on the band; those still ahead are filled.
#[component]
fn Marks(
    /// Whether the marks have numbers.
    large: bool,
) -> impl IntoView {
    let app = use_app();
    let session = use_session_view();
    let marks = Memo::new(move |_| app.with_running(view_model::marks).unwrap_or_default());
    let is_mirrored = move || session.get().leg == Leg::Left;
    let mark_view = move |mark: DrawnMark| {
        let [x, _] = BAND[usize::from(mark.percent / BAND_STEP)];
        let y = zone_y(f64::from(mark.percent) / 100.0);
        // The left leg is drawn as the mirror image of the right one; its numbers are mirrored back.
        let transform =
            format!("translate({}px,{y}px) scaleX({})", decimal(x), if is_mirrored() { -1 } else { 1 });
        view! {
            <g class="mini-leg-spot" class:is-over=mark.is_finished style=("transform", transform)>
                <circle class="mini-leg-mark" r=if large { "36" } else { "24" }/>
                {large.then(|| view! { <text class="mini-leg-number">{mark.number}</text> })}
            </g>
        }
    };
    // Keyed by all fields: a mark that looks different is a new element.
    view! { <For each=move || marks.get() key=|mark| *mark children=mark_view/> }
}

/// The roller at its estimated position.
#[component]
fn Roller() -> impl IntoView {
    let app = use_app();
    let position = Memo::new(move |_| app.with_running(view_model::roller_milli_percent).unwrap_or_default());
    let transform = move || format!("translateY({}px)", zone_y(f64::from(position.get()) / 100_000.0));
    view! {
        <rect
            class="mini-leg-roller"
            x="60"
            y="-26"
            width="276"
            height="52"
            rx="26"
            style=("transform", transform)
        />
    }
}

/// The y of a position, given as a fraction of the zone, plate units.
fn zone_y(fraction: f64) -> String {
    decimal(ZONE_TOP + (ZONE_BOTTOM - ZONE_TOP) * fraction)
}
