//! The small leg that shows where on the thigh this is.

use leptos::prelude::*;

use super::sight;
use crate::{
    domain::leg::Leg,
    view::leg::{
        decimal::decimal,
        plate::{BAND, BAND_STEP, MIRROR, ZONE_BOTTOM, ZONE_TOP},
    },
};

/// Hip to knee of the small leg; symmetrical, so that the left leg stays inside.
const VIEW_BOX: &str = "37 96 360 664";

/// The leg in hand with its marks and the roller. The words beside it tell the same.
#[component]
pub fn LittleLeg(leg: Leg) -> impl IntoView {
    let milli = sight::part(sight::place_milli);
    let marks = sight::part(sight::marks);
    let down = move || {
        let y = height(f64::from(milli.get().unwrap_or_default()) / 100_000.0);
        format!("translateY({y}px)")
    };
    let dots = move || {
        let marks = marks.get().unwrap_or_default();
        marks.into_iter().map(|(percent, over)| dot(percent, over)).collect_view()
    };
    view! {
        <svg class="little-leg" viewBox=VIEW_BOX aria-hidden="true">
            <g transform=(leg == Leg::Left).then_some(MIRROR)>
                <use href="#leg-small" />
                {dots}
                <rect class="little-roller" x="60" y="-26" width="276" height="52" rx="26" style:transform=down />
            </g>
        </svg>
    }
}

/// A mark on the band; what is dealt with is filled.
fn dot(percent: u8, over: bool) -> impl IntoView {
    let middle = BAND[usize::from(percent / BAND_STEP)][0];
    let y = height(f64::from(percent) / 100.0);
    view! { <circle class="little-mark" class:is-over=over cx=decimal(middle) cy=y r="24" /> }
}

/// Plate units from the top of a place, given as a share of the zone.
fn height(share: f64) -> String {
    decimal(ZONE_TOP + (ZONE_BOTTOM - ZONE_TOP) * share)
}
