//! The map: where on each leg, and how long, drawn on the leg and as a table.

use super::{
    markup::block,
    pick::{Chosen, picks},
    table::{table, twin},
    weeks::{legs, section},
};
use crate::{
    domain::{
        heat::{BAND_POINTS, Heat, Since, heat, middle},
        leg::Leg,
    },
    text::{Text, history::span, leg::percent},
    view::{
        ctx::Ctx,
        dom::{El, el, svg},
        leg::plate::{MIRROR, ZONE_BOTTOM, ZONE_TOP},
    },
};

/// Hip to knee of the small leg; symmetrical, so that the left leg stays inside.
const VIEW_BOX: &str = "37 96 360 664";
/// The middle of the band, about, and half of the widest bar: the thigh's own width.
const MIDDLE: f64 = 214.0;
const HALF: f64 = 106.0;

/// The map of both legs.
pub fn map(ctx: Ctx, chosen: &Chosen) -> El {
    let t = ctx.words();
    let words = &t.history.weeks.map;
    let now = ctx.peek(|m| m.opened.unix_ms);
    // The first of them that shows anything.
    let any =
        |since: &Since| ctx.peek(|m| heat(&m.history, since.unix_ms(now))).iter().any(|of| of.holds > 0);
    let first = Since::ALL.iter().position(any).and_then(|at| u8::try_from(at).ok()).unwrap_or(0);
    let looked = chosen.clone();
    section(words.title).child(picks("map-since", words.since, &words.spans, chosen, first)).switch(
        move || looked.get().unwrap_or(first),
        move |since| {
            let since = Since::ALL[usize::from(since)];
            drawn(&ctx.peek(|m| heat(&m.history, since.unix_ms(now))), t)
        },
    )
}

/// Both legs side by side, and the table.
pub fn drawn(heats: &[Heat; 2], t: &'static Text) -> [El; 3] {
    let words = &t.history.weeks.map;
    let most = heats.iter().flat_map(|heat| heat.bands).max().unwrap_or(0);
    let one = |leg: Leg| {
        let heat = &heats[leg.index()];
        let name = legs(t)[leg.index()];
        let told = told(heat, t);
        let bars = svg("g")
            .attr("transform", (leg == Leg::Left).then_some(MIRROR))
            .child(svg("use").attr("href", "#leg-small"))
            .child(svg("g").markup(bars(heat, most)));
        let drawn = svg("svg")
            .attr("viewBox", VIEW_BOX)
            .attr("role", "img")
            .attr("aria-label", [name, ": ", &told].concat())
            .child(bars);
        el("figure")
            .child(drawn)
            .child(el("figcaption").child(el("b").text(name)).text(" ").child(el("span").text(told)))
    };
    let rows =
        (0..heats[0].bands.len()).filter(|at| heats.iter().any(|heat| heat.bands[*at] > 0)).map(|at| {
            let from = at * BAND_POINTS;
            let band = words.band.with(&[from.into(), (from + BAND_POINTS).into()]);
            [band].into_iter().chain(heats.iter().map(|heat| span(heat.bands[at]))).collect()
        });
    let [left, right] = legs(t);
    [
        el("div").class("map").children(Leg::BOTH.map(one)),
        el("p").class("soft").text(words.key.words(&span(most))),
        twin(words.table, table(&[words.place, left, right], rows)),
    ]
}

/// A leg's map in words.
fn told(heat: &Heat, t: &'static Text) -> String {
    let words = &t.history.weeks.map;
    let all = heat.bands.into_iter().fold(0, u32::saturating_add);
    // Of equal ones the upmost.
    let most = (0..heat.bands.len()).rev().max_by_key(|at| heat.bands[*at]).unwrap_or(0);
    if all == 0 {
        return words.nothing.to_owned();
    }
    let around = percent(middle(most).percent());
    words.told.with(&[span(all).as_str().into(), around.as_str().into()])
}

/// The wider and stronger, the longer: both say the same, so that it is read in grey as well.
fn bars(heat: &Heat, most: u32) -> String {
    let mut svg = String::new();
    let height = (ZONE_BOTTOM - ZONE_TOP) / f64::from(u32::try_from(heat.bands.len()).unwrap_or(1));
    let mut top = ZONE_TOP;
    for ms in heat.bands {
        if ms > 0 {
            let share = f64::from(ms) / f64::from(most.max(1));
            let half = 5.0 + (HALF - 5.0) * share;
            let class = match share {
                ..0.25 => "heat-1",
                0.25..0.5 => "heat-2",
                0.5..0.75 => "heat-3",
                _ => "heat-4",
            };
            block(&mut svg, class, [MIDDLE - half, top + 1.0], [MIDDLE + half, top + height - 1.0]);
        }
        top += height;
    }
    svg
}
