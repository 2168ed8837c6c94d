//! The small leg that shows where on the thigh this is.

use super::sight::{self, stand};
use crate::{
    domain::{Model, leg::Leg},
    view::{
        ctx::Ctx,
        dom::{El, svg},
        leg::{
            decimal::decimal,
            plate::{BAND, BAND_STEP, MIRROR, ZONE_BOTTOM, ZONE_TOP},
        },
    },
};

/// Hip to knee of the small leg; symmetrical, so that the left leg stays inside.
const VIEW_BOX: &str = "37 96 360 664";

/// The leg in hand with its marks and the roller. The words beside it tell the same.
pub fn little_leg(ctx: Ctx) -> El {
    let down = move || {
        let milli = ctx.read(|m| m.running().map_or(0, sight::place_milli));
        let mut down = String::from("translateY(");
        down.push_str(&height(f64::from(milli) / 100_000.0));
        down.push_str("px)");
        down
    };
    let roller = svg("rect")
        .class("little-roller")
        .attr("x", "60")
        .attr("y", "-26")
        .attr("width", "276")
        .attr("height", "52")
        .attr("rx", "26")
        .style("transform", down);
    let leg = svg("g")
        .attr("transform", move || (stand(ctx).leg == Leg::Left).then_some(MIRROR))
        .child(svg("use").attr("href", "#leg-small"))
        .each(move || ctx.read(marks), dot)
        .child(roller);
    svg("svg").class("little-leg").attr("viewBox", VIEW_BOX).attr("aria-hidden", "true").child(leg)
}

/// The marks, each as its index, its percent and whether it is dealt with, a byte each: what looks different
/// is another.
fn marks(model: &Model) -> Vec<u32> {
    let marks = model.running().map(sight::marks).unwrap_or_default();
    let mut at = 0;
    let name = |(percent, over)| {
        at += 1;
        at << 16 | u32::from(percent) << 8 | u32::from(over)
    };
    marks.into_iter().map(name).collect()
}

/// A mark on the band; what is dealt with is filled.
fn dot(name: u32) -> El {
    let [over, percent, ..] = name.to_le_bytes();
    let middle = BAND[usize::from(percent / BAND_STEP)][0];
    svg("circle")
        .class(if over == 1 { "little-mark is-over" } else { "little-mark" })
        .attr("cx", decimal(middle))
        .attr("cy", height(f64::from(percent) / 100.0))
        .attr("r", "24")
}

/// Plate units from the top of a place, given as a share of the zone.
fn height(share: f64) -> String {
    decimal(ZONE_TOP + (ZONE_BOTTOM - ZONE_TOP) * share)
}
