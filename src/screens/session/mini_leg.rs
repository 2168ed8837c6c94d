//! The small leg that shows where on the thigh this is.

use leptos::prelude::*;

use super::view_model::{self, use_session_view};
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
pub fn MiniLeg() -> impl IntoView {
    let session = use_session_view();
    view! {
        <svg class="little-leg" viewBox=SMALL_LEG_VIEW_BOX aria-hidden="true">
            <g transform=move || (session.get().leg == Leg::Left).then_some(MIRROR)>
                <use href=OUTLINE/>
                <Marks/>
                <Roller/>
            </g>
        </svg>
    }
}

/// The marks on the band; those that are dealt with are filled.
#[component]
fn Marks() -> impl IntoView {
    let app = use_app();
    let marks = Memo::new(move |_| app.running(view_model::marks).unwrap_or_default());
    let circle = |(_, (percent, is_over)): (usize, (u8, bool))| {
        let [x, _] = BAND[usize::from(percent / BAND_STEP)];
        view! {
            <circle
                class=if is_over { "little-mark is-over" } else { "little-mark" }
                cx=decimal(x)
                cy=height(f64::from(percent) / 100.0)
                r="24"
            />
        }
    };
    // A mark that looks different is another one.
    view! { <For each=move || marks.get().into_iter().enumerate() key=|mark| *mark children=circle/> }
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
