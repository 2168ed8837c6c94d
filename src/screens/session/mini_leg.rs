//! The leg that shows where on the thigh this is: small beside the number, large where there is none.

use leptos::prelude::*;

use super::view_model::{self, DrawnMark, use_session_view};
use crate::{
    app::context::use_app,
    domain::leg::Leg,
    screens::leg::{
        coordinates::{SMALL_LEG_VIEW_BOX, decimal},
        plate::{BAND, BAND_STEP, MIRROR, ZONE_BOTTOM, ZONE_TOP},
    },
};

/// The leg's outline, a symbol of `index.html`.
const OUTLINE: &str = "#leg-small";

/// The leg in hand with its marks and the roller. The words beside it say the same.
#[component]
pub fn MiniLeg(
    /// It is the display of the phase, with numbers on the marks.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let session = use_session_view();
    let mirror = move || (session.get().leg == Leg::Left).then_some(MIRROR);
    view! {
        <svg class=if large { "large-leg" } else { "little-leg" } viewBox=SMALL_LEG_VIEW_BOX aria-hidden="true">
            <g transform=mirror>
                <use href=OUTLINE/>
                <Marks large/>
                <Roller/>
            </g>
        </svg>
    }
}

/// The marks on the band; those that are dealt with are filled.
#[component]
fn Marks(large: bool) -> impl IntoView {
    let app = use_app();
    let session = use_session_view();
    let marks = Memo::new(move |_| app.running(view_model::marks).unwrap_or_default());
    let is_mirrored = move || session.get().leg == Leg::Left;
    let drawn = move |mark: DrawnMark| {
        let [x, _] = BAND[usize::from(mark.percent / BAND_STEP)];
        let y = height(f64::from(mark.percent) / 100.0);
        // The drawing of the left leg is the right one's mirror image; its numbers are not.
        let upright =
            format!("translate({}px,{y}px) scaleX({})", decimal(x), if is_mirrored() { -1 } else { 1 });
        view! {
            <g class="little-spot" class:is-over=mark.is_over style=("transform", upright)>
                <circle class="little-mark" r=if large { "36" } else { "24" }/>
                {large.then(|| view! { <text class="little-number">{mark.number}</text> })}
            </g>
        }
    };
    // A mark that looks different is another one.
    view! { <For each=move || marks.get() key=|mark| *mark children=drawn/> }
}

/// The roller, where it is thought to be.
#[component]
fn Roller() -> impl IntoView {
    let app = use_app();
    let place = Memo::new(move |_| app.running(view_model::place_milli).unwrap_or_default());
    let down = move || format!("translateY({}px)", height(f64::from(place.get()) / 100_000.0));
    view! {
        <rect
            class="little-roller"
            x="60"
            y="-26"
            width="276"
            height="52"
            rx="26"
            style=("transform", down)
        />
    }
}

/// Plate units from the top of a place, given as a share of the zone.
fn height(share: f64) -> String {
    decimal(ZONE_TOP + (ZONE_BOTTOM - ZONE_TOP) * share)
}
